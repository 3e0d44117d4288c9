#!/usr/bin/env python3
"""All references minus all definitions over all Kconfig files of a tree, without the server.

Usage: undefined.py TREE [PREFIX-OF-NAMES ...]
Prints FILE:LINE NAME for each word in the place of a symbol that no file of the tree defines. Numbers,
y, m, n, words that look like constants (Y N M yes no true false) and names made by macros are left out.
"""
import pathlib
import re
import sys

SKIP = re.compile(r"(^|/)(scripts/kconfig/|Documentation/|docs/)|\.(py|rst|md|txt|c)$|Kconfig.*\.sh$|^tools/verification/")
NAMES = re.compile(r"^(Kconfig.*|Config\.in.*|Config\.(probed|[a-zA-Z0-9_]+))$")
WORD = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|#.*|[A-Za-z0-9_@./-]+|&&|\|\||!=|[<>]=?|[=!()]")
NUMBER = re.compile(r"^-?(0[xX][0-9A-Fa-f]+|[0-9]+)$")
CONSTANTS = {"y", "m", "n", "Y", "N", "M", "yes", "no", "true", "false"}


def column(line):
    width = 0
    for c in line:
        if c == " ":
            width += 1
        elif c == "\t":
            width = width // 8 * 8 + 8
        else:
            break
    return width


def lines(path):
    """Logical lines outside help text, with the number of their first physical line."""
    raw = path.read_text(encoding="latin-1").split("\n")
    i = 0
    while i < len(raw):
        number, line = i + 1, raw[i]
        i += 1
        while line.endswith("\\") and i < len(raw):
            line = line[:-1] + "\n" + raw[i]
            i += 1
        yield number, line
        if re.match(r"^\s*(help|---help---)\s*(#.*)?$", line):
            base, first = None, True
            while i < len(raw):
                if raw[i].strip():
                    at = column(raw[i])
                    if (base is not None and at < base) or (at == 0 and not first):
                        break
                    base = at if base is None else base
                first = False
                i += 1


def without_macros(line):
    """The line with each balanced $(...) replaced by @, which no name holds."""
    out, i = [], 0
    while i < len(line):
        if line.startswith("$(", i):
            level, i = 1, i + 2
            while i < len(line) and level:
                level += {"(": 1, ")": -1}.get(line[i], 0)
                i += 1
            out.append("@")
        else:
            out.append(line[i])
            i += 1
    return "".join(out)


def words(line):
    """The bare words of a line with the physical line that each stands on, counted from 0."""
    line = without_macros(line)
    for match in WORD.finditer(line):
        text = match.group()
        if text[0] == "#":
            return
        yield text, line.count("\n", 0, match.start())


def scan(path):
    defined, used = set(), []
    for number, line in lines(path):
        tokens = list(words(line))
        if not tokens:
            continue
        key = tokens[0][0]
        rest = tokens[1:]
        if key in ("config", "menuconfig", "configdefault"):
            if rest:
                defined.add(rest[0][0])
            continue
        if key in ("depends", "visible", "if", "select", "imply", "default", "range", "requires", "enable"):
            pass
        elif key in ("bool", "boolean", "tristate", "int", "hex", "string", "prompt"):
            # Old tools take one bare word for a prompt, as in toybox's "bool stat".
            rest = rest[1:] if rest and rest[0][0] != "if" else rest
        elif key.startswith("def_"):
            pass
        else:
            continue
        for text, offset in rest:
            name = re.match(r"^[A-Za-z0-9_./-]+$", text)
            if name and text not in CONSTANTS and text not in ("if", "on") and not NUMBER.match(text):
                used.append((text, number + offset))
    return defined, used


def undefined(tree):
    defined, used = set(), []
    for path in sorted(tree.rglob("*")):
        relative = str(path.relative_to(tree))
        if NAMES.match(path.name) and not SKIP.search(relative) and path.is_file():
            names, references = scan(path)
            defined |= names
            used += [(relative, line, name) for name, line in references]
    return [(file, line, name) for file, line, name in used if name not in defined]


def sourced(tree):
    """A test of a file's path: does any source statement of the tree name it? A macro may be any text."""
    patterns = set()
    for path in tree.rglob("*"):
        if NAMES.match(path.name) and path.is_file():
            folder = str(path.parent.relative_to(tree))
            for _, line in lines(path):
                match = re.match(r"\s*[a-z]*source\s+[\"']?([^\s\"'#]+)", without_macros(line))
                if match:
                    target = re.sub(r"@|\\\*|\$\w+|\\\$\w+", ".*", re.escape(match.group(1)))
                    patterns.update((target, re.escape(folder) + "/" + target))
    pattern = re.compile("|".join(sorted(patterns)) or "(?!)")
    return lambda file: pattern.fullmatch(file) is not None


if __name__ == "__main__":
    for file, line, name in undefined(pathlib.Path(sys.argv[1])):
        print(f"{file}:{line} {name}")
