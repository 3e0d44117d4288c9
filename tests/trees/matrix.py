#!/usr/bin/env python3
"""Asks dialects' own programs about each construct of tests/src/test/resources/matrix/constructs.txt.

Usage: matrix.py DIALECT=PROGRAM...   for instance linux-6.1=/path/to/conf kconfiglib=kconfiglib 'busybox=/path/to/conf -d'
A program must reject exactly the constructs for which the table has an error. Where it is known to differ, EXCUSED says why.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TABLE = pathlib.Path(__file__).resolve().parents[1] / "src/test/resources/matrix/constructs.txt"
EXCUSED = {"nuttx": {"assignment", "assignment-in-choice", "glob"}}  # NuttX may also be built with Kconfiglib, which takes these


def cases():
    for case in re.split(r"(?m)^(?=#case )", TABLE.read_text())[1:]:
        head, _, body = case.partition("#kconfig\n")
        found = {d: findings for findings, dialects in re.findall(r"(?m)^#finds (.*): (.*)$", head) for d in dialects.split()}
        files = {"Kconfig": ""}
        for name, text in re.findall(r"(?ms)^#file (\S+)\n(.*?)(?=^#file |\Z)", "#file Kconfig\n" + body):
            files[name] = text
        yield head.split()[1], found, files


def rejects(program, files):
    """Whether the program refuses the files, and what it says; a crash is no verdict."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        if program == "kconfiglib":
            command = ["/usr/bin/python3", "-c", "import kconfiglib; kconfiglib.Kconfig('Kconfig')"]
        else:
            name, *options = program.split()
            command = [os.path.abspath(name), *(options or ["--alldefconfig"]), "Kconfig"]
        env = dict(os.environ, srctree=folder if program == "kconfiglib" else ".", A_B="x")
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, errors="replace", timeout=60, stdin=subprocess.DEVNULL)
    return done.returncode > 0, (done.stderr.strip().splitlines() or ["(silent)"])[0 if program != "kconfiglib" else -1]


failed = False
for argument in sys.argv[1:]:
    dialect, _, program = argument.partition("=")
    asked = differ = 0
    for name, found, files in cases():
        asked += 1
        rejected, says = rejects(program, files)
        if rejected != ("error[" in found[dialect]) and name not in EXCUSED.get(dialect, ()):
            differ += 1
            print(f"  {dialect} {name}: {'rejected' if rejected else 'accepted'}, but the table has {found[dialect]}; it says {says}")
    print(f"{dialect}: {asked} constructs, {differ} that {os.path.basename(program)} sees otherwise", flush=True)
    failed |= bool(differ) or not asked
sys.exit(failed or len(sys.argv) < 2)
