#!/usr/bin/env python3
"""Compares whether small random trees have a loop of dependencies with what the program says that a dialect stands for.

Usage: fuzz_loops.py DIALECT PROGRAM COUNT [FIRST]   for instance fuzz_loops.py linux-6.12 /path/to/conf 500
DIALECT is a release of Linux or the name of a dialect. PROGRAM is a `conf`, or "kconfiglib" for the installed package.
The trees have what the programs treat differently: symbols with several entries, blocks around them, choices and what their members need,
conditions that simplify away, constants, `visible if`. Kconfiglib's answer depends on the order in which it
looks where a choice has conditions, so for it choices have none. Prints the smallest trees that differ, and a sum; a difference fails.
"""
import contextlib
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import many
from fuzz_values import dialect_option

SHOWN = 3
RULES = {"recursive-dependency", "self-dependency", "choice-member-depends-on-sibling", "range-recursion"}


class Tree:
    def __init__(self, seed, kconfiglib):
        self.rnd, self.kconfiglib = random.Random(seed), kconfiglib
        self.names = [f"S{i}" for i in range(self.rnd.choice([4, 5, 6]))]
        self.types = {name: self.rnd.choice(["bool", "bool", "tristate"]) for name in self.names}

    def one(self, chance):
        return self.rnd.random() < chance

    def atom(self):
        name = self.rnd.choice(self.names)
        kind = self.rnd.random()
        if kind < 0.7:
            return name
        if kind < 0.8:
            return "!" + name
        if kind < 0.95:
            return f"{name}{self.rnd.choice(['=', '!='])}{self.rnd.choice('ynm')}"
        return self.rnd.choice("yn")

    def condition(self):
        kind = self.rnd.random()
        if kind < 0.5:
            return self.atom()
        name = self.rnd.choice(self.names)
        if kind < 0.6:
            return f"{name} || !{name}"
        if kind < 0.65:
            return f"{name}=y || {name}=n"
        if kind < 0.7:
            return f"({name} || !{name}) && {self.atom()}"
        return f"{self.atom()} {self.rnd.choice(['&&', '||'])} {self.atom()}"

    def guard(self):
        return f" if {self.condition()}" if self.one(0.2) else ""

    def entry(self, name, member=False, again=False):
        lines = [f"config {name}"]
        prompt = member or self.one(0.7)
        if again and self.one(0.5):
            prompt = False
            if self.one(0.5):
                lines.append(f"\tdefault y{self.guard()}")
        else:
            type_ = "bool" if member else self.types[name]
            lines.append(f"\t{type_} \"{name.lower()}\"{self.guard()}" if prompt else f"\t{type_}")
        if self.one(0.25):
            lines.append(f"\tdepends on {self.condition()}")
        if not member and self.one(0.2):
            lines.append(f"\tdefault {self.rnd.choice(['y', 'n', self.atom()])}{self.guard()}")
        if not member and self.one(0.15):
            lines.append(f"\t{self.rnd.choice(['select', 'select', 'imply'])} {self.rnd.choice(self.names)}{self.guard()}")
        return "\n".join(lines) + "\n"

    def choice(self, names):
        text = f"choice\n\tprompt \"c\"{'' if self.kconfiglib else self.guard()}\n"
        if not self.kconfiglib and self.one(0.2):
            text += f"\tdefault {names[0]} if {self.condition()}\n"
        if not self.kconfiglib and self.one(0.3):
            text += f"\tdepends on {self.condition()}\n"
        for name in names:
            self.types[name] = "bool"
        text += "".join(self.entry(name, member=True) for name in names) + "endchoice\n"
        return text

    def text(self):
        rest = list(self.names)
        self.rnd.shuffle(rest)
        parts = []
        if self.one(0.3):
            parts.append(self.choice([rest.pop(), rest.pop()]))
        parts += [self.entry(name) for name in rest]
        if rest and self.one(0.5):
            parts.append(self.entry(self.rnd.choice(rest), again=True))
        for i, part in enumerate(parts):
            if self.one(0.15):
                parts[i] = f"if {self.condition()}\n\n{part}\nendif\n"
            elif self.one(0.1):
                visible = f"\tvisible if {self.condition()}\n" if self.one(0.5) else ""
                parts[i] = f"menu \"m\"\n{visible}\tdepends on {self.condition()}\n\n{part}\nendmenu\n"
        self.rnd.shuffle(parts)
        return "config MODULES\n\tbool \"modules\"\n\tmodules\n\n" + "\n".join(parts)


def conf_loops(conf, folder):
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C", "KCONFIG_CONFIG": "result"}
    done = subprocess.run([conf, "--alldefconfig", "Kconfig"], cwd=folder, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    found = "recursive dependency detected" in done.stderr
    return None if done.returncode and not found else found


def kconfiglib_loops(folder):
    import kconfiglib
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            kconfiglib.Kconfig(str(folder / "Kconfig"), warn_to_stderr=False)
        except kconfiglib.KconfigError as error:
            return True if "Dependency loop" in str(error) else None
    return False


def ours(answer):
    report = json.loads(answer[1])
    return any(finding["rule"] in RULES and finding["severity"] == "error" for finding in report["findings"])


def program_since(dialect, *release):
    return dialect.startswith("linux-") and tuple(map(int, dialect[6:].split("."))) >= release


def main():
    dialect, program, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    first = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    kconfiglib = program == "kconfiglib"
    cases, commands, refused, loops = [], [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        option = dialect_option(folder, dialect)
        for seed in range(first, first + count):
            case = folder / str(seed)
            case.mkdir()
            text = Tree(seed, kconfiglib).text()
            if program_since(dialect, 6, 12):
                text = text.replace("!=y", "!=n")  # of a bool it makes a pointer of the wrong kind (expr_transform)
            if kconfiglib:
                text = text.replace("\tmodules\n", "\toption modules\n")
            (case / "Kconfig").write_text(text)
            expected = kconfiglib_loops(case) if kconfiglib else conf_loops(os.path.abspath(program), case)
            if expected is None:
                refused += 1
                continue
            loops += expected
            cases.append((seed, text, expected))
            commands.append(["check", "--root", case / "Kconfig", *option, "--format", "json", "--fail-on", "never"])
        answers = many.run(commands)
    different = [(len(text), seed, text, expected) for (seed, text, expected), answer in zip(cases, answers, strict=True) if ours(answer) != expected]
    for _, seed, text, expected in sorted(different)[:SHOWN]:
        print(f"--- {seed}: {'a loop' if expected else 'no loop'} for the program\n{text}")
    print(f"{dialect}: {len(cases)} trees, {loops} with a loop, {refused} refused for another reason, {len(different)} differ")
    return bool(different) or len(cases) < count // 2


if __name__ == "__main__":
    sys.exit(main())
