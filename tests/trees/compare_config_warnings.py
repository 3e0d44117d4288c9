#!/usr/bin/env python3
"""Compares the findings in configuration files with what a tree's own program says and does, shells allowed on both sides.

Usage: compare_config_warnings.py [NAME=VALUE...] TREE CONF ARCH DAMAGED CONFIG...
TREE, CONF, ARCH and CONFIG are those of compare_eval.py; CONF may be the word kconfiglib. DAMAGED is the number of files that are made from a seed
out of these: values swapped, quotes lost, lines repeated, names misspelt. Two comparisons, both of them both ways, line by line:
each warning that the program prints while it reads a file has its finding, and each finding of those rules its warning; and a value that is
asked for is another in the result exactly where a finding says so. What differs is printed and fails.
"""
import collections
import concurrent.futures
import functools
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import compare_eval
from compare_eval import LAUNCHER, environment, expanded

PREFIXES = {"conf-missing-prefix", "conf-wrong-prefix"}
WARNINGS = [  # what the program prints, and the rules that say it
    (r"unexpected data|ignoring malformed line", {"conf-malformed-line"} | PREFIXES),
    (r"unknown symbol|attempt to assign", {"conf-unknown-symbol", "conf-space-around-equals", "conf-wrong-prefix"}),
    (r"symbol value|is not a valid value|is invalid for", {"conf-invalid-value", "conf-not-set-on-non-bool", "conf-space-around-equals"}),
    (r"invalid string found|malformed string literal", {"conf-string-quotes", "conf-space-around-equals"}),
    (r"override: reassigning|set more than once", {"conf-duplicate"}),
    (r"changes choice state|creates inconsistent", {"conf-choice-conflict"}),
    (r"outside the active range", {"conf-out-of-range"}),
]
REFUSED = {"conf-invalid-value", "conf-not-set-on-non-bool", "conf-string-quotes", "conf-space-around-equals"}
PRINTED = {"conf-malformed-line", "conf-unknown-symbol", "conf-invalid-value", "conf-not-set-on-non-bool", "conf-string-quotes", "conf-duplicate"}
SKIPPED = {"conf-unknown-symbol", "conf-wrong-prefix", "conf-not-set-on-non-bool", "conf-space-around-equals"}  # of some of these programs say nothing
LOSSES = {"conf-unmet-dependency", "conf-out-of-range", "conf-not-user-settable", "conf-choice-conflict", "conf-selected", "conf-m-without-modules"}
REQUEST = re.compile(r"^CONFIG_(\w+)=(.*)$|^# CONFIG_(\w+) is not set$")
KCONFIGLIB = """\
import kconfiglib, re, sys
k = kconfiglib.Kconfig(sys.argv[1], warn_to_stderr=False); k.warn_assign_undef = k.warn_assign_override = k.warn_assign_redun = True
del k.warnings[:]
k.load_config(sys.argv[2]); [print(w.replace("\\n", " "), file=sys.stderr) for w in k.warnings]; k.write_config(sys.argv[2])
"""


def damage(lines, rnd):
    """One line is made another; gives the lines."""
    set_lines = [i for i, line in enumerate(lines) if REQUEST.match(line)]
    i, j = rnd.choice(set_lines), rnd.choice(set_lines)
    match = REQUEST.match(lines[i])
    name, value = "CONFIG_" + (match[1] or match[3]), match[2] or ""
    other = lines[j].partition("=")[2] or "n"
    new = rnd.choice([
        f"{name}={other}", f"{name}={value.replace(chr(34), '', 1)}", f"{name}={value.strip(chr(34))}", f'{name}="{value or "n"}"', f"{name} = {value or 'y'}",
        f"{name}= {value or 'y'}", f"{name}=0{value}", f"{name}=-{value}", f"{name}=999999999", f"{name}=yes", f"{name}=Y", f"{name}=m", f"{name}=n", f"{name}=y",
        f"# {name} is not set", f"#{name} is not set", f"# {name} is not set.", f"{name[7:]}={value}", f"{name}X={value}", f"{name[:-1]}={value or 'y'}", name,
        f" {lines[i]}", f"{lines[i]}\n{lines[i]}", f"{lines[i]}\n{name}={other}", f"{lines[i]}\n# {name} is not set", f"{name}=", f"CONFIG_{lines[i]}"])
    return lines[:i] + new.split("\n") + lines[i + 1:]


def damaged(texts, seed):
    rnd = random.Random(seed)
    lines = rnd.choice(texts).splitlines()
    for _ in range(rnd.randint(3, 12)):
        lines = damage(lines, rnd)
    return "\n".join(lines) + "\n"


def run(conf, root, tree, env, file):
    """The warnings by line, and the lines of the result."""
    result = file.with_name(file.name + ".out")
    result.write_text(file.read_text(errors="surrogateescape"), errors="surrogateescape")
    env = dict(env, KCONFIG_CONFIG=str(result), KCONFIG_WARN_UNKNOWN_SYMBOLS="1")
    command = [sys.executable, "-c", KCONFIGLIB, root, str(result)] if conf == "kconfiglib" else [conf, "--olddefconfig", root]
    done = subprocess.run(command, cwd=tree, env=env, capture_output=True, text=True, errors="replace")
    if done.returncode:
        sys.exit(f"{conf}: exit {done.returncode}: {done.stderr[-300:]}")
    warnings = collections.defaultdict(list)
    for line in done.stderr.splitlines():
        at = re.match(rf"(?:warning: )?{re.escape(str(result))}:(\d+):\s*warning: (.*)", line)
        if at:
            warnings[int(at[1])].append(at[2])
    return warnings, result.read_text(errors="replace").splitlines()


def probe(conf, env, text):
    """Whether the program warns about a text, and what it makes of it, in a tree of two symbols."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "Kconfig").write_text('config A\n\tbool "a"\n\tdefault y\n\nconfig I\n\tint "i"\n\tdefault 3\n')
        (folder / "config").write_text(text)
        warnings, result = run(conf, "Kconfig", folder, dict(env, srctree=str(folder)), folder / "config")
        return bool(warnings), result


def findings(tree, root, arch, env, files):
    """By file and line: (rule, message, lines of other findings' related places)."""
    options = [option for name, value in env.items() for option in ("--env", f"{name}={value}")]
    arch_option = ["--arch", arch.partition(":")[0]] if arch else []
    done = subprocess.run([LAUNCHER, "check", "--allow-shell", "--no-progress", "--fail-on", "never", "--format", "json", "--rule", "conf-redundant-default=off", *arch_option,
                           *options, "--root", tree / root, "--srctree", tree, *files], env=env, capture_output=True, text=True, errors="replace")
    if done.returncode:
        sys.exit(f"check: exit {done.returncode}: {done.stderr[-300:]}")
    found = collections.defaultdict(list)
    for finding in json.loads(done.stdout)["findings"]:
        related = [place["range"]["start"]["line"] for place in finding["related"] if place["file"] == finding["file"]]
        found[pathlib.Path(finding["file"]).name, finding["range"]["start"]["line"]].append((finding["rule"], finding["message"], related))
    return found


def rules_of(warning):
    return next((rules for pattern, rules in WARNINGS if re.search(pattern, warning)), None)


def kind(warning):
    return next(found[0] for pattern, _ in WARNINGS for found in [re.search(pattern, warning)] if found)


def printed_silently(rule, message):
    """Findings about lines that the program drops without a word."""
    return rule == "conf-string-quotes" and "does not end" not in message or rule == "conf-not-set-on-non-bool" and "`: the line" not in message and "string" in message


@functools.cache
def kconfig_words(tree):
    """The words of all Kconfig files: a name that only an expression uses is known to the program, though nothing defines it."""
    files = [*tree.rglob("Kconfig*"), *tree.rglob("Config.in*")]
    return {word for file in files if file.is_file() for word in re.findall(r"\w+", file.read_text(errors="replace"))}


def compare_printed(tree, name, lines, warnings, found, counts, silent):
    rows = []
    for number, texts in sorted(warnings.items()):
        rules = {rule for rule, _, _ in found[name, number]}
        for text in texts:
            wanted = rules_of(text)
            if wanted is None:
                rows.append(f"{name}:{number}: no rule for {text!r}")
                continue
            # one cause, one finding: a line that is refused does not take the place of an earlier one
            again = "conf-duplicate" in wanted and rules & REFUSED or "conf-choice-conflict" in wanted and "conf-duplicate" in rules
            counts[kind(text) + (" found" if rules & wanted or again else " LOST")] += 1
            if not rules & wanted and not again:
                rows.append(f"{name}:{number}: no finding for {text!r}: {lines[number - 1]!r}")
    for (file, number), entries in sorted(found.items()):
        for rule, message, _ in entries if file == name else []:
            told = any(rule in (rules_of(text) or ()) for text in warnings.get(number, ()))
            used = rule == "conf-unknown-symbol" and re.search(r"\w+", message)[0].removeprefix("CONFIG_") in kconfig_words(tree)
            if rule in PRINTED - silent and not told and not used and not printed_silently(rule, message):
                rows.append(f"{name}:{number}: no warning for {rule}: {message}")
    return rows


def value(text):
    if text.startswith('"'):
        return re.sub(r"\\(.)", r"\1", re.match(r'"((?:[^"\\]|\\.)*)', text)[1])
    return text[0] if text[:1] in ("y", "m", "n") else text


def compare_values(name, lines, warnings, result, found, counts, request):
    final = {}
    for line in result:
        match = REQUEST.match(line)
        if match:
            final[match[1] or match[3]] = match[2] if match[1] else "n"
    asked = {}
    for number, line in enumerate(lines, 1):
        match = request.match(line)
        refused = [text for text in warnings.get(number, ()) if not re.search(r"override|set more|changes choice|outside the", text)]
        silent = any(rule in SKIPPED or rule in REFUSED and printed_silently(rule, message) for rule, message, _ in found[name, number])
        if match and not refused and not silent:
            asked[match[1] or match[3]] = number, match[2] if match[1] else "n"
    lost = {number for symbol, (number, text) in asked.items() if value(text) != value(final.get(symbol, "n" if value(text) in "ymn" else '""') or '""')}
    told, about = set(), set()
    for (file, number), entries in found.items():
        for rule, _, related in entries if file == name else []:
            if rule in LOSSES:
                told.add(number)
                about.update(related if rule == "conf-choice-conflict" and related else [])
                if rule == "conf-choice-conflict" and related:
                    about.add(number)
    counts["values lost and told"] += len(lost & (told | about))
    counts["values asked for"] += len(asked)
    rows = [f"{name}:{number}: lost, and nothing tells: {lines[number - 1]!r}" for number in sorted(lost - told - about)]
    return rows + [f"{name}:{number}: told, but not lost: {lines[number - 1]!r} {found[name, number]}" for number in sorted(told - lost - about)]


def main():
    while "=" in sys.argv[1]:
        name, _, text = sys.argv.pop(1).partition("=")
        compare_eval.MORE[name] = text
    tree, conf, arch, count = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3].replace("-", ""), int(sys.argv[4])
    conf = conf if conf == "kconfiglib" else os.path.abspath(conf)
    root = next(name for name in ("Kconfig", "Config.in", "src/Kconfig") if (tree / name).is_file())
    names = [name for pattern in sys.argv[5:] for name in expanded(tree, pattern)]
    texts = [text for name in names for text in [(tree / name).read_text(errors="surrogateescape")] if not re.search("(?m)^#include", text)]
    rows, counts, silent = [], collections.Counter(), set()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        env, files = environment(tree, arch), []
        for i, text in enumerate(texts + [damaged(texts, seed) for seed in range(count)]):
            files.append(folder / f"{i}_defconfig")
            files[-1].write_text(text, errors="surrogateescape")
        cache = folder / "shell"
        cache.mkdir()
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda file: run(conf, root, tree, dict(env, KCONFIGLS_SHELL_CACHE=str(cache)), file), files))
        probes = {"conf-unknown-symbol": "CONFIG_NONE=y\n", "conf-not-set-on-non-bool": "# CONFIG_I is not set\n", "conf-malformed-line": "CONFIG_A\n",
                  "conf-duplicate": "CONFIG_A=y\nCONFIG_A=y\n"}
        silent = {rule for rule, text in probes.items() if not probe(conf, env, text)[0]}
        tail = ".*" if "# CONFIG_A is not set" in probe(conf, env, "# CONFIG_A is not set.\n")[1] else ""
        request = re.compile(REQUEST.pattern[:-1] + tail + "$")
        found = findings(tree, root, arch, env, files)
        for file, (warnings, result) in zip(files, results):
            lines = file.read_text(errors="surrogateescape").splitlines()
            rows += compare_printed(tree, file.name, lines, warnings, found, counts, silent)
            rows += compare_values(file.name, lines, warnings, result, found, counts, request)
    for row in rows[:60]:
        print(row)
    print(f"{tree.name} {arch}: the program is silent about {sorted(silent)}; {len(files)} files, {count} of them damaged; {dict(counts)}; {len(rows)} differences")
    sys.exit(bool(rows) or not files)


if __name__ == "__main__":
    main()
