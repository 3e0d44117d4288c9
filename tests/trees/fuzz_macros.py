#!/usr/bin/env python3
"""Random programs in the macro language: what eval makes of them against what `conf` makes of them.

Usage: fuzz_macros.py CONF KCONFIG-LS [PROGRAMS] [SEED]
Each program assigns variables at random and has symbols whose defaults are made of macros. Lines at which
`conf` stops are taken out, for then there is no value to compare. Prints each program that differs.
"""
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

NAMES = ["a", "b", "c", "d-e", "f_g", "1", "2", "info", "HOME_X"]
LITERALS = ["x", "yy", " ", "z z", "", ",", "$", "\\", "\"", "'", "#", "(p)", "(q,r)", "$x", "${y}", "1", "2", "a", "$,", "m"]


def piece(rnd, depth):
    kind = rnd.randrange(9)
    if kind < 3 or depth > 3:
        return rnd.choice(LITERALS)
    if kind < 5:
        return "$(" + rnd.choice(NAMES) + ")"
    if kind == 5:
        return "$(" + rnd.choice(["1", "2", "3", "01", " 1", "+2", "1 ", "-1", "0", "15", ""]) + ")"
    if kind == 6:
        name = rnd.choice(NAMES + ["$(" + rnd.choice(NAMES) + ")", "undefined", "filename"])
        arguments = [text(rnd, depth + 1) for _ in range(rnd.choice([1, 1, 2, 2, 3, 5]))]
        return "$(" + ",".join([name] + arguments) + ")"
    if kind == 7:
        return "$(shell,printf '%s\\n' " + rnd.choice(["one", "'a  b'", "a b c", "\\\"q\\\"", "$(a)", "$(1)", ""]).replace("'", "") + ")"
    return rnd.choice(["$(lineno)", "$(filename)", "$(warning-if,$(a),w)", "$(error-if,no,e)", "$()"])


def text(rnd, depth=0):
    whole = "".join(piece(rnd, depth) for _ in range(rnd.choice([0, 1, 1, 2, 2, 3])))
    return re.sub(r"[$]{2,}", "$", whole)  # the shell's process number is never the same


def program(rnd):
    lines = []
    for _ in range(rnd.randint(2, 10)):
        name = rnd.choice(NAMES[:7] + ["$(" + rnd.choice(NAMES[:5]) + ")_s", "info"])
        lines.append(f"{name} {rnd.choice(['=', ':=', '+=', '='])} {text(rnd)}")
        if rnd.random() < 0.2:
            lines.append("")
    for i in range(40):
        value = text(rnd).replace("\"", "\\\"") if rnd.random() < 0.95 else text(rnd)
        lines += [f"config S{i}", "\tstring \"s\"", f"\tdefault \"{value}\""]
        if rnd.random() < 0.3:
            lines.append("$(" + rnd.choice(NAMES) + rnd.choice([")", ",x)"]))
        if rnd.random() < 0.5:
            lines.append(f"{rnd.choice(NAMES[:5])} {rnd.choice([':=', '+=', ':=', '='])} {text(rnd)}")
    return lines


def accepted(conf, root, lines, environment):
    """Writes the program without the lines at which `conf` stops; whether it then takes the rest."""
    for _ in range(100):
        (root / "Kconfig").write_text("\n".join(lines) + "\n")
        run = subprocess.run(
            [conf, "--olddefconfig", "Kconfig"], cwd=root, capture_output=True, text=True, env=environment, errors="replace")
        place = re.findall(r"^Kconfig:(\d+):(?!warning)", run.stderr, re.MULTILINE)
        if not run.returncode:
            return True
        if not place:
            return False
        at = min(int(place[0]), len(lines)) - 1
        at -= not lines[at] or lines[at].startswith(("config", "\tstring"))  # an assignment's end of line is read
        lines[at] = "\tdefault \"\"" if lines[at].startswith("\tdefault") else ""
    return False


def values(lines):
    return [line for line in lines.splitlines() if line.startswith("CONFIG_")]


def main():
    conf, server = (os.path.abspath(path) for path in sys.argv[1:3])
    wanted = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    compared = differ = lines = left_out = 0
    environment = {"PATH": os.environ["PATH"], "HOME_X": "home", "JAVA_HOME": os.environ.get("JAVA_HOME", "")}
    while compared < wanted:
        rnd = random.Random(seed)
        seed += 1
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "empty").write_text("")
            if not accepted(conf, root, program(rnd), environment):
                continue
            expected = values((root / ".config").read_text(errors="replace"))
            ours = subprocess.run(
                [server, "eval", "--allow-shell", "--dialect", "linux", "--config", "empty", "."],
                cwd=root, capture_output=True, text=True, env=environment)
            compared += 1
            seen = values(ours.stdout)
            lines += len(seen)
            # unknown is what hangs on `x := $(x)`, for which conf reads memory that it has freed
            unknown = set(re.findall(r"\bS\d+\b", ours.stderr))
            left_out += len(unknown)
            if seen != [line for line in expected if line[7 : line.index("=")] not in unknown]:
                differ += 1
                print(f"seed {seed - 1}: conf {expected}, eval {seen} {ours.stderr}\n{(root / 'Kconfig').read_text()}")
    print(f"{compared} programs with {lines} values, {differ} programs differ; {left_out} values unknown")
    sys.exit(bool(differ))


if __name__ == "__main__":
    main()
