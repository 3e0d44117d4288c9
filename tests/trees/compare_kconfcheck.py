#!/usr/bin/env python3
"""Compares the style findings of `check --dialect esp-idf` with kconfcheck, line by line, on every Kconfig file of a folder and on mutants of them.

Usage: compare_kconfcheck.py PYTHON FOLDER [MUTANTS]   PYTHON has esp-idf-kconfig (judges.sh); MUTANTS of each file, 0 if not given
Each file is checked alone. A line that kconfcheck refuses must have a finding of a rule that stands for the reason, and a line with a finding
of such a rule must be refused. Prints what differs and a sum; a difference fails.
"""
import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import many

REASONS = [("Indentation consists", "indentation"), ("characters long", "name-too-long"), ("all uppercase", "symbol-name-style"),
           ("common prefix", "common-prefix"), ("Common prefix", "common-prefix"), ("tabulators", "tabs"), ("trailing whitespaces", "trailing-whitespace"),
           ("shorter than", "line-too-long"), ("Line-wrap", "indentation"), ("source", "source-file-name")]
RULES = {"indentation": "indentation", "help-indentation": "indentation", "common-prefix": "common-prefix", "name-too-long": "name-too-long",
         "symbol-name-style": "symbol-name-style", "trailing-whitespace": "trailing-whitespace", "line-too-long": "line-too-long",
         "source-file-name": "source-file-name", "esp-help-not-deeper": "help"}
JUDGE = """
import json, sys
from kconfcheck import core
for path in sys.stdin.read().splitlines():
    checkers = (core.IndentAndNameChecker(path), core.LineRuleChecker(path), core.SourceChecker(path))
    found = []
    try:
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file):
                try:
                    for checker in checkers:
                        checker.process_line(line=line, line_number=number)
                except core.InputError as error:
                    found.append([number, str(error)[len(path) + 1:]])
        try:
            checkers[0].finalize()
        except core.InputError as error:
            found.append([-1, str(error)[len(path) + 1:]])
    except Exception as error:
        found = None
    print(json.dumps(found))
"""
SHOWN = 30


def mutants(text, seed, count):
    """The text with a few lines changed as people change them."""
    lines = text.split("\n")
    for number in range(count):
        r = random.Random(f"{seed} {number}")
        changed = list(lines)
        for _ in range(r.randrange(1, 5)):
            at = r.randrange(len(changed))
            line = changed[at]
            kind = r.randrange(8)
            if kind == 0:
                changed[at] = " " * r.choice([1, 4, 8]) + line
            elif kind == 1:
                changed[at] = line[r.choice([1, 4]):] if line.startswith("    ") else line
            elif kind == 2:
                del changed[at]
            elif kind == 3:
                changed[at] = line.replace("    ", "\t", 1)
            elif kind == 4:
                changed[at] = line + r.choice([" ", "\t", " \\", "x" * 100])
            elif kind == 5:
                changed.insert(at, changed[r.randrange(len(changed))])
            elif kind == 6:
                changed[at] = r.choice([line.lower(), line.replace("config ", "config X"), line.replace("_", "", 1), line + " # remark"])
            else:
                changed.insert(at, "")
            if not changed:
                changed = [""]
        yield "\n".join(changed)


def judged(python, files):
    done = subprocess.run([python, "-B", "-c", JUDGE], input="\n".join(map(str, files)), capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr[-500:])
    return [json.loads(line) for line in done.stdout.splitlines()]


def reason(message):
    return next((name for text, name in REASONS if text in message), message)


def seen(answer):
    """The reasons by line, from 0; a finding on the whole file stands on line -1."""
    status, out, err = answer
    if status not in (0, 1):
        return None
    lines = collections.defaultdict(set)
    for finding in json.loads(out)["findings"]:
        name = RULES.get(finding["rule"])
        if name:
            lines[finding["range"]["start"]["line"] - 1].add("tabs" if "tab instead" in finding["message"] else name)
    return lines


def main():
    python, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    originals = sorted(path for path in folder.rglob("*Kconfig*") if path.is_file())
    with tempfile.TemporaryDirectory() as copies:
        files = []
        for number, path in enumerate(originals):
            text = path.read_text(encoding="utf-8", errors="replace")
            for variant, content in enumerate([text, *mutants(text, number, count)]):
                # nothing but the name of the file may be seen, no tree around it
                copy = pathlib.Path(copies) / f"{number}-{variant}" / path.name
                copy.parent.mkdir()
                copy.write_text(content)
                files.append((path, copy))
        refused = judged(python, [copy for _, copy in files])
        answers = many.run([["check", "--root", copy, "--dialect", "esp-idf", "--format", "json", "--fail-on", "never"] for _, copy in files])
        lines = different = stopped = 0
        for (path, copy), theirs, answer in zip(files, refused, answers):
            ours = seen(answer)
            if theirs is None:
                stopped += 1  # kconfcheck itself fails
                continue
            if ours is None:
                sys.exit(f"{path} ({copy.parent.name}): {answer[2]}")
            lines += len(theirs)
            expected = collections.defaultdict(set)
            for number, message in theirs:
                expected[number] |= {reason(part) for part in message.split("; ")}
            if -1 in expected:  # the end of the file, which check reports at a name
                at = next((number for number in ours if "common-prefix" in ours[number] and number not in expected), -1)
                expected[at] |= expected.pop(-1)
            rows = []
            for number in sorted({*expected, *ours}):
                got = ours.get(number, set())
                # a help text beside its keyword is a matter of the language, too
                missing = expected[number] - got - ({"indentation"} if "help" in got else set())
                if missing or (got - {"help"} and not expected[number]):
                    rows.append((number, sorted(expected[number]), sorted(ours.get(number, set()))))
            different += len(rows)
            if rows and different <= SHOWN + len(rows):
                text = copy.read_text().split("\n")
                for number, wanted, got in rows[:5]:
                    print(f"{path.relative_to(folder)} ({copy.parent.name}):{number + 1}: kconfcheck {wanted}, check {got}: {text[number][:80] if number >= 0 else ''}")
    print(f"{len(files)} files ({stopped} at which kconfcheck fails), {lines} lines refused, {different} lines apart")
    sys.exit(bool(different) or not files)


if __name__ == "__main__":
    main()
