#!/usr/bin/env python3
"""Checks each tree with and without --allow-shell: what is found without must be found with it, too, for no finding may hang on
something that is not known. Usage: compare_shell.py TREE...   A tree may be followed by :ARCH,ARCH.
"""
import json
import os
import pathlib
import subprocess
import sys

LAUNCHER = pathlib.Path(__file__).resolve().parents[2] / "server/bin/kconfig-ls"


def findings(tree, options):
    dummy = tree / "scripts/dummy-tools"
    env = {"CC": str(dummy / "gcc"), "LD": str(dummy / "ld"), "CC_VERSION_TEXT": "gcc"} if dummy.is_dir() else {"CC": "gcc", "LD": "ld"}
    given = [option for name, value in env.items() for option in ("--env", f"{name}={value}")]
    done = subprocess.run([LAUNCHER, "check", "--format", "json", "--no-progress", *given, *options, tree],
                          env=dict(os.environ, **env, srctree=str(tree)), capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"{tree.name}: exit {done.returncode}: {done.stderr.strip()[-300:]}")
    # the one rule whose findings say that something is not known
    told = [f for f in json.loads(done.stdout)["findings"] if f["rule"] != "unresolved-source-path"]
    return {(f["file"], f["rule"], f["range"]["start"]["line"], f["message"]) for f in told}


lost_in_all = 0
for argument in sys.argv[1:]:
    path, _, names = argument.partition(":")
    tree = pathlib.Path(path).resolve()
    options = [option for name in names.split(",") if name for option in ("--arch", name)]
    without = findings(tree, options)
    allowed = findings(tree, ["--allow-shell", *options])
    lost, more = without - allowed, allowed - without
    lost_in_all += len(lost)
    print(f"{tree.name} {names}: {len(without)} findings without commands, {len(lost)} of them lost with them, {len(more)} more", flush=True)
    for row in [*sorted(lost), *sorted(more)][:12]:
        print("  ", *row)
sys.exit(bool(lost_in_all))
