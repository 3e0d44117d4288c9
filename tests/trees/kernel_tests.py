#!/usr/bin/env python3
"""Runs the kernel's own tests of its Kconfig program (scripts/kconfig/tests of a tree) against this project.

Usage: kernel_tests.py TREE RELEASE   for instance kernel_tests.py ~/linux 6.12
Each test is a Python function that drives an object `conf`; here that object is ours. A mode of the program becomes a configuration
for `eval`, what it prints on stderr must be findings of `check` at the same places. What only a terminal shows is left out and listed.
"""
import importlib.util
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import types

LAUNCHER = pathlib.Path(__file__).resolve().parents[2] / "server/bin/kconfig-ls"
PLACE = re.compile(r"^([^\s:]+):(\d+):\s*(?:warning:|error:)?\s*(.*)$")
PAIR = re.compile(r"^\s+symbol (\S+) (?:depends on|is selected by|is implied by|prompt is visible|default value contains) ?(\S*)")
INCLUDED = re.compile(r"included from: (\S+):(\d+)")


class LeftOut(Exception):
    """The outcome cannot be expressed here."""


def run(*arguments):
    return subprocess.run([LAUNCHER, *map(str, arguments)], capture_output=True, text=True)


class Conf:
    """Stands for the object that the tests drive."""

    def __init__(self, folder, dialect):
        self.folder = folder
        self.options = ["--root", folder / "Kconfig", "--srctree", folder, "--dialect", dialect, "--allow-shell", "--no-progress"]
        self.config = ""
        done = run("check", *self.options, "--format", "json", folder)
        if done.returncode > 1:
            raise AssertionError(f"check: exit {done.returncode}: {done.stderr.strip()}")
        self.findings = json.loads(done.stdout)["findings"]
        self.status = done.returncode

    # ---- the modes of the program

    def olddefconfig(self, dot_config=None):
        return self.evaluate(self.text(dot_config))

    def defconfig(self, defconfig):
        return self.evaluate(self.text(defconfig))

    def oldaskconfig(self, dot_config=None, in_keys=None):
        return self.evaluate(self.text(dot_config), in_keys, True)

    def oldconfig(self, dot_config=None, in_keys=None):
        return self.evaluate(self.text(dot_config), in_keys, False)

    def alldefconfig(self, all_config=None):
        return self.evaluate(self.text(all_config))

    def allyesconfig(self, all_config=None):
        return self.evaluate(self.every("y", "y") + self.text(all_config))

    def allmodconfig(self, all_config=None):
        return self.evaluate(self.every("y", "m") + self.text(all_config))

    def allnoconfig(self, all_config=None):
        return self.evaluate(self.every("n", "n") + self.text(all_config))

    def randconfig(self, all_config=None, seed=None):
        raise LeftOut("randconfig draws its own values")

    def savedefconfig(self, dot_config=None):
        raise LeftOut("savedefconfig is no command of this project")

    def listnewconfig(self, dot_config=None):
        raise LeftOut("listnewconfig is no command of this project")

    # ---- what the tests look at

    def config_contains(self, expected):
        wanted = self.lines(expected)
        return all(line in self.config.splitlines() for line in wanted)

    def config_matches(self, expected):
        return self.lines(expected) == self.config.splitlines()

    def stdout_contains(self, expected):
        """Only what $(info,...) prints is said by `check`."""
        messages = [f["message"] for f in self.findings if f["rule"] == "macro-message"]
        text = (self.folder / expected).read_text()
        if "[" in text or "*" in text:
            raise LeftOut("what the program asks in a terminal")
        return all(any(line in message for message in messages) for line in text.splitlines() if line.strip())

    def stderr_contains(self, expected):
        return self.told((self.folder / expected).read_text())

    @property
    def stderr(self):
        raise LeftOut("warnings that a variable of the environment switches on")

    stderr_matches = stderr_contains
    stdout_matches = stdout_contains

    # ---- how

    def text(self, name):
        return (self.folder / name).read_text() if name else ""

    def lines(self, name):
        return [line for line in self.text(name).splitlines() if re.match(r"CONFIG_\w+=|# CONFIG_\w+ is not set", line)]

    def every(self, plain, tristate):
        """A wish for each symbol; a choice that is to be on gets its default member, or m for all where they may be modules."""
        table = json.loads(run("symbols", *self.options, "--format", "json", self.folder).stdout)
        types = {symbol["name"]: symbol["type"] for symbol in table["symbols"]}
        wishes = {name: tristate if type == "tristate" else plain for name, type in types.items() if type in ("bool", "tristate")}
        for choice in table["choices"]:
            modular = tristate == "m" and all(types[name] == "tristate" for name in choice["members"])
            chosen = choice["default"] or choice["members"][0]
            for name in choice["members"]:
                del wishes[name]
            if modular:
                wishes.update(dict.fromkeys(choice["members"], "m"))
            elif plain == "y":
                wishes[chosen] = "y"
        return "".join(f"CONFIG_{name}={value}\n" for name, value in wishes.items())

    def evaluate(self, text, keys=None, asks_all=False):
        if self.status:
            return 1
        if keys:
            text += self.answer(text, keys.strip(), asks_all)
        self.config = self.eval("text", text)
        return 0

    def answer(self, text, key, asks_all):
        """The first question is for the first symbol of the menu that is visible, and new unless all are asked for."""
        values = json.loads(self.eval("json", text))
        for name in re.findall(r"(?m)^\s*(?:menu)?config\s+(\w+)", (self.folder / "Kconfig").read_text()):
            known = re.search(rf"(?m)^(CONFIG_{name}=|# CONFIG_{name} is not set)", text)
            if values[name]["visible"] != "n" and (asks_all or not known):
                return f"\nCONFIG_{name}={key}\n"
        return ""

    def eval(self, form, text):
        with tempfile.NamedTemporaryFile("w", suffix=".config") as file:
            file.write(text)
            file.flush()
            done = run("eval", *self.options, "--format", form, "--config", file.name, self.folder)
        if done.returncode:
            raise AssertionError(f"eval: exit {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def told(self, text):
        if "recursive dependency detected" in text:
            return all(self.loop(block) for block in text.split("error: recursive dependency detected!")[1:])
        if INCLUDED.search(text):
            places = {(file, int(line)) for file, line in INCLUDED.findall(text)}
            return any((f["file"], f["range"]["start"]["line"]) in places for f in self.findings)
        wanted = [match.groups() for match in map(PLACE.match, text.splitlines()) if match]
        if not wanted and text.strip():
            raise LeftOut("messages without a place: " + text.strip().splitlines()[0])
        return all(self.at(file, int(line)) for file, line, _ in wanted)

    def at(self, file, line):
        places = [place for finding in self.findings for place in (finding, *finding["related"])]
        return any(p["file"] == file and p["range"]["start"]["line"] <= line <= p["range"]["end"]["line"] for p in places)

    def loop(self, block):
        names = {name for match in map(PAIR.match, block.splitlines()) if match for name in match.groups() if name}
        loops = [set(re.findall(r"\b[A-Z]\w*", f["message"])) | {f.get("symbol")} for f in self.findings
                 if f["rule"] in ("recursive-dependency", "self-dependency")]
        return any(names <= loop or loop & names for loop in loops)


def cases(tests):
    for file in sorted(tests.rglob("__init__.py")):
        spec = importlib.util.spec_from_file_location("case", file)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        for name, function in sorted(vars(module).items()):
            if name.startswith("test") and isinstance(function, types.FunctionType):
                yield file.parent, f"{file.parent.relative_to(tests)}:{name}", function


def main():
    tree, release = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    passed, failed, left_out = 0, 0, []
    for folder, name, function in cases(tree / "scripts/kconfig/tests"):
        try:
            function(Conf(folder, f"linux-{release}"))
            passed += 1
        except LeftOut as reason:
            left_out.append(f"{name}: {reason}")
        except AssertionError as error:
            failed += 1
            line = error.__traceback__.tb_next.tb_lineno if error.__traceback__.tb_next else 0
            print(f"FAILED {name}, line {line} {error}")
    for line in left_out:
        print(f"left out {line}")
    print(f"linux-{release}: {passed + failed} tests, {passed} passed, {failed} failed, {len(left_out)} left out")
    sys.exit(bool(failed) or not passed)


if __name__ == "__main__":
    main()
