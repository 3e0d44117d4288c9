#!/usr/bin/env python3
"""Runs the cases of tests/src/test/resources/eval through `conf --olddefconfig` itself: the expectations are the program's own.

Usage: eval_cases.py RELEASE CONF   for instance eval_cases.py linux-6.1 /path/to/conf
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

release, conf = sys.argv[1], os.path.abspath(sys.argv[2])
cases = pathlib.Path(__file__).resolve().parents[1] / "src/test/resources/eval"
run = failed = 0
for case in sorted(cases.glob("*.txt")):
    head, _, rest = case.read_text().partition("\n")
    if release not in head.split()[1:]:
        continue
    kconfig, _, rest = rest.partition("#config\n")
    config, _, expected = rest.partition("#expect\n")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "Kconfig").write_text(kconfig)
        (folder / ".config").write_text(config)
        subprocess.run([conf, "--olddefconfig", "Kconfig"], cwd=folder, capture_output=True, check=True)
        lines = (folder / ".config").read_text().splitlines()
    seen = [line for line in lines if re.match(r"CONFIG_|# CONFIG_\w+ is not set", line)]
    run += 1
    if seen != expected.splitlines():
        failed += 1
        print(f"{case.name}: conf says\n  " + "\n  ".join(seen))
print(f"{release}: {run} cases, {failed} that conf sees otherwise")
sys.exit(bool(failed) or not run)
