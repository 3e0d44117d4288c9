#!/usr/bin/env python3
"""Compares what `check` finds stated twice, or in vain, with what a simple script reads from the text of the files.

Usage: compare_duplicates.py TREE...
The script follows `source` and looks at one entry at a time, with the blocks of the same file around it. It compares texts and proves
nothing, so `check` may find more: the reason is told and counted. A difference without one fails. First, the findings are counted by the
classes that the checker kconfirm has.
"""
import collections
import glob
import json
import os
import pathlib
import re
import subprocess
import sys

LAUNCHER = pathlib.Path(__file__).resolve().parents[2] / "server/bin/kconfig-ls"
RULES = ["duplicate-dependency", "duplicate-select", "duplicate-default", "unreachable-default", "duplicate-range", "redundant-default-n",
         "condition-always-true", "select-visible"]
BLOCKS = {"menu": "endmenu", "choice": "endchoice", "if": "endif"}
ENTRIES = ("config", "menuconfig", "configdefault")
TYPES = ("bool", "boolean", "tristate", "int", "hex", "string")
HEADS = ENTRIES + tuple(BLOCKS) + tuple(BLOCKS.values()) + ("source", "rsource", "osource", "orsource", "comment", "mainmenu")


def logical_lines(text):
    """Lines with their numbers, without comments and help texts, continuation lines joined."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        number, line = at + 1, lines[at]
        at += 1
        while line.endswith("\\") and at < len(lines):
            line = line[:-1] + " " + lines[at]
            at += 1
        stripped = without_comment(line).strip()
        if re.fullmatch(r"(---)?help(---)?", stripped):
            at = after_help(lines, at)
        elif stripped:
            yield number, " ".join(stripped.split())


def without_comment(line):
    quote = ""
    for i, c in enumerate(line):
        if quote:
            quote = "" if c == quote and line[i - 1] != "\\" else quote
        elif c in "\"'":
            quote = c
        elif c == "#":
            return line[:i]
    return line


def after_help(lines, at):
    indent = -1
    while at < len(lines):
        line = lines[at].expandtabs(8)
        own = len(line) - len(line.lstrip(" "))
        if line.strip():
            if indent < 0:
                indent = own
            if own < indent or own == 0:
                return at
        at += 1
    return at


def split(expr, operator):
    """The operands of an operator outside parentheses and quotes; one if it is not the outermost."""
    parts, depth, start, quote, i = [], 0, 0, "", 0
    while i < len(expr):
        c = expr[i]
        if quote:
            quote = "" if c == quote else quote
        elif c in "\"'":
            quote = c
        elif c in "()":
            depth += 1 if c == "(" else -1
        elif depth == 0 and expr.startswith(operator, i):
            parts.append(expr[start:i])
            start = i + 2
            i += 1
        i += 1
    return parts + [expr[start:]]


def conjuncts(expr):
    expr = expr.strip()
    while expr.startswith("(") and closes(expr) == len(expr) - 1:
        expr = expr[1:-1].strip()
    if len(split(expr, "||")) > 1:
        return [squeezed(expr)]
    parts = split(expr, "&&")
    return [squeezed(expr)] if len(parts) == 1 else [each for part in parts for each in conjuncts(part)]


def closes(expr):
    depth = 0
    for i, c in enumerate(expr):
        depth += (c == "(") - (c == ")")
        if depth == 0:
            return i
    return -1


def squeezed(text):
    return re.sub(r"\s+", "", text)


def with_condition(rest):
    parts = re.split(r"\bif\b", rest, maxsplit=1) if not rest.startswith('"') else re.split(r'(?<=")\s*\bif\b', rest, maxsplit=1)
    return parts[0].strip(), squeezed(parts[1]) if len(parts) > 1 else ""


class Tree:
    def __init__(self, root):
        self.root = root
        self.found = set()
        self.definitions = collections.defaultdict(list)
        self.selects = []
        self.prompts = collections.defaultdict(bool)
        self.targets = {}
        self.members = set()
        self.files = set()

    def read(self, path):
        if path in self.files or not os.path.isfile(os.path.join(self.root, path)):
            return
        self.files.add(path)
        with open(os.path.join(self.root, path), encoding="utf-8", errors="replace") as file:
            lines = list(logical_lines(file.read()))
        blocks, entry = [], None
        for number, line in lines:
            word, _, rest = line.partition(" ")
            word = word.split('"')[0]
            rest = line[len(word):].strip()
            if word in HEADS:
                self.finish(path, entry, blocks)
                entry = None
            if word in ENTRIES:
                entry = {"name": rest.split()[0] if rest else "", "keyword": word, "lines": [], "choice": any(b["kind"] == "choice" for b in blocks)}
            elif word in BLOCKS:
                blocks.append({"kind": word, "needs": conjuncts(rest) if word == "if" else [], "lines": []})
                entry = {"name": "", "keyword": word, "lines": [], "choice": False} if word != "if" else None
            elif word in BLOCKS.values() and blocks:
                blocks.pop()
            elif word in ("source", "rsource", "osource", "orsource"):
                self.source(path, word, rest)
            elif word == "comment":
                entry = {"name": "", "keyword": word, "lines": [], "choice": False}
            elif entry is not None:
                entry["lines"].append((number, word, rest))
                if word == "depends" and entry["keyword"] in BLOCKS and rest.startswith("on "):
                    blocks[-1].setdefault("own", []).append((number, rest[3:]))
        self.finish(path, entry, blocks)

    def source(self, path, word, rest):
        name = rest.strip("\"'")
        base = os.path.dirname(path) if word in ("rsource", "orsource") else ""
        name = re.sub(r"\$\((?:SRCARCH|HEADER_ARCH)\)|\$\{?(?:SRCARCH)\}?", "*", name)
        if "$" in name:
            return
        for match in sorted(glob.glob(os.path.join(glob.escape(self.root), base, name))):
            self.read(os.path.normpath(os.path.relpath(match, self.root)))

    def add(self, rule, path, number):
        self.found.add((rule, path, number))

    def finish(self, path, entry, blocks):
        if entry is None:
            return
        outer = blocks[:-1] if entry["keyword"] in BLOCKS else blocks
        needs = [part for block in outer for part in block["needs"]]
        own = set()
        for number, word, rest in entry["lines"]:
            if word == "depends" and rest.startswith("on "):
                whole, condition = with_condition(rest[3:])
                for part in [squeezed(rest[3:])] if condition else conjuncts(whole):
                    if (part in needs or part in own) and part not in "ymn" and "$" not in part:
                        self.add("duplicate-dependency", path, number)
                    own.add(part)
        if entry["keyword"] in BLOCKS:
            blocks[-1]["needs"] += list(own)
        if entry["name"]:
            self.entry(path, entry, own | set(needs))

    def entry(self, path, entry, needs):
        self.definitions[entry["name"]].append(entry)
        entry["defaults"], entry["prompt"], entry["path"] = [], False, path
        ranges, lines = [], {"select": [], "imply": []}
        for number, word, rest in entry["lines"]:
            if word in ("default",) or word.startswith("def_"):
                value, condition = with_condition(rest)
                self.later(path, number, entry["defaults"], squeezed(value), condition, "duplicate-default", "unreachable-default")
                self.condition(path, number, condition, needs)
            elif word == "range":
                value, condition = with_condition(rest)
                self.later(path, number, ranges, " ".join(value.split()), condition, "duplicate-range", "duplicate-range")
                self.condition(path, number, condition, needs)
            elif word in lines:
                target, condition = with_condition(rest)
                lines[word].append((number, target, condition))
                self.condition(path, number, condition, needs | {entry["name"]})
                if word == "select":
                    self.selects.append((path, number, target))
            elif word in TYPES or word == "prompt":
                self.condition(path, number, with_condition(rest)[1] if rest else "", needs)
                if rest.startswith(("\"", "'")) or word == "prompt":
                    self.prompts[entry["name"]] = entry["prompt"] = True
        if entry["choice"]:
            self.members.add(entry["name"])
        for word, targets in lines.items():
            self.twice(path, targets, targets)
        self.twice(path, lines["imply"], lines["select"])

    def later(self, path, number, before, value, condition, same, dead):
        if any(v == value and c == condition for _, v, c in before):
            self.add(same, path, number)
        elif any(c in ("", condition) for _, v, c in before):
            self.add(dead, path, number)
        before.append((number, value, condition))

    def twice(self, path, targets, others):
        for i, (number, target, condition) in enumerate(targets):
            for j, (_, other, given) in enumerate(others):
                before = targets is not others or j < i
                if other == target and (targets is not others or i != j):
                    if (given == condition and before) or (given == "" and condition):
                        self.add("duplicate-select", path, number)

    def condition(self, path, number, condition, needs):
        if condition and "$" not in condition and all(part in needs for part in conjuncts(condition)):
            self.add("condition-always-true", path, number)

    def complete(self):
        for path, number, target in self.selects:
            if self.prompts[target] and target not in self.members:
                self.add("select-visible", path, number)
                self.targets[path, number] = target
        for entries in self.definitions.values():
            if len(entries) == 1 and not entries[0]["choice"] and entries[0]["defaults"]:
                number, value, _ = entries[0]["defaults"][-1]
                if value in ("n", '"n"', "'n'") and ("unreachable-default", entries[0]["path"], number) not in self.found:
                    self.add("redundant-default-n", entries[0]["path"], number)


    def several(self):
        return {name for name, entries in self.definitions.items() if len(entries) > 1}

    def has_hidden_entry(self, key):
        """Whether not every architecture has the prompt of a select's target."""
        entries = self.definitions[self.targets[key[1], key[2]]]
        prompts = {entry["prompt"] for entry in entries if entry["path"].startswith("arch/")}
        return False in prompts or all(entry["path"].startswith("arch/") for entry in entries if entry["prompt"])


def checked(tree):
    arguments = [str(LAUNCHER), "check", tree, "--format", "json", "--fail-on", "never", "--no-progress", "--rule", "select-visible=hint"]
    if os.path.isdir(os.path.join(tree, "arch", "x86")):
        arguments += ["--arch", "all"]
    run = subprocess.run(arguments, stdout=subprocess.PIPE, check=False)
    return json.loads(run.stdout)


def reason(texts, rule, finding):
    """Why no comparison of texts finds what `check` does; empty if one should."""
    if any(each["file"] != finding["file"] for each in finding["related"]):
        return "the other line stands in another file"
    if rule == "condition-always-true":
        return "proved from the values that symbols can have"
    if "whenever" in finding["message"]:
        return "proved from the conditions"
    if rule == "redundant-default-n":
        return "a string" if "empty" in finding["message"] else "the last of several entries" if finding["symbol"] in texts.several() else ""
    return ""


def excuse(texts, key, dialect):
    """Why `check` does not report what the script finds; empty if it should."""
    if key[0] == "redundant-default-n" and dialect in ("busybox", "old-kconfig"):
        return "the program writes a line for a hidden symbol only if it has a default"
    if key[0] == "select-visible" and texts.has_hidden_entry(key):
        return "the target has no prompt in some architecture that includes the file"
    return ""


CLASSES = [
    ("duplicate dependency", "duplicate-dependency", ""), ("duplicate select", "duplicate-select", "is selected"),
    ("duplicate imply", "duplicate-select", "is implied"), ("duplicate default", "duplicate-default", ""),
    ("duplicate default value", "duplicate-default-value", ""), ("dead default", "unreachable-default", ""),
    ("duplicate range", "duplicate-range", "stated twice"), ("dead range", "duplicate-range", "never counts"),
    ("inverted range", "range-inverted", ""), ("constant condition", "condition-always-", ""), ("select of a visible symbol", "select-visible", "")]


def classes(report):
    """How many findings there are of each class that kconfirm knows."""
    for name, rule, words in CLASSES:
        found = [f for f in report["findings"] if f["rule"].startswith(rule) and words in f["message"]]
        if rule != "duplicate-default" or name == "duplicate default":
            found = [f for f in found if rule.endswith("-") or f["rule"] == rule]
        print(f"   {name}: {len(found)}")


def main(tree):
    below = os.path.join(os.path.abspath(tree), "xen")
    texts = Tree(below if os.path.isfile(os.path.join(below, "Kconfig")) else os.path.abspath(tree))
    for root in ("Kconfig", "Config.in", "src/Kconfig"):
        texts.read(root)
    texts.complete()
    report = checked(tree)
    ours = {}
    for finding in report["findings"]:
        if finding["rule"] in RULES:
            ours[finding["rule"], finding["file"], finding["range"]["start"]["line"]] = finding
    print(os.path.basename(os.path.abspath(tree)))
    classes(report)
    failed = 0
    dialect = report["projects"][0]["dialect"]
    for rule in RULES:
        theirs = {key for key in texts.found if key[0] == rule}
        mine = {key for key in ours if key[0] == rule}
        more = collections.Counter(reason(texts, rule, ours[key]) for key in mine - theirs)
        less = collections.Counter(excuse(texts, key, dialect) for key in theirs - mine)
        print(f"   {rule}: both {len(theirs & mine)}, only check {dict(more)}, only the script {dict(less)}")
        for key in sorted(mine - theirs):
            if not reason(texts, rule, ours[key]):
                print("      only check:", key[1], key[2], ours[key]["message"])
        for key in sorted(theirs - mine):
            if not excuse(texts, key, dialect):
                print("      only the script:", key[1], key[2])
        failed += more[""] + less[""]
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(max([main(tree) for tree in sys.argv[1:]]))
