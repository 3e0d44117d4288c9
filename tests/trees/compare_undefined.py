#!/usr/bin/env python3
"""Compares the undefined symbols that the server reports with those of undefined.py, both ways.

Usage: compare_undefined.py TREE...   Exit status 1 if anything differs, but for references in files that no
source statement of the tree names: no project includes them, so the server does not report them.
"""
import json
import pathlib
import subprocess
import sys

import undefined

LAUNCHER = pathlib.Path(__file__).resolve().parents[2] / "server/bin/kconfig-ls"
different = False
for name in sys.argv[1:]:
    tree = pathlib.Path(name).resolve()
    done = subprocess.run([LAUNCHER, "check", "--arch", "all", "--format", "json", "--fail-on", "never", tree],
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{tree.name}: check failed: {done.stderr.strip()}")
    report = json.loads(done.stdout)
    sub = "xen/" if report["projects"][0]["dialect"] == "xen" and (tree / "xen/Kconfig").exists() else ""
    ours = {(sub + f["file"], f["range"]["start"]["line"], f["symbol"]) for f in report["findings"]
            if f["rule"] in ("undefined-symbol", "select-undefined")}
    # some rules know more of an undefined name, and tell it in place of undefined-symbol
    better = {(sub + f["file"], f["range"]["start"]["line"], f["message"].split("`")[1]) for f in report["findings"]
              if f["rule"] in ("config-prefix-in-kconfig", "string-default-unquoted", "bool-default-literal")}
    theirs = set(undefined.undefined(tree))
    only_ours, only_theirs = ours - theirs, theirs - ours - better
    is_sourced = undefined.sourced(tree) if only_theirs else None
    unreached = {row for row in only_theirs if not is_sourced(row[0])}
    only_theirs -= unreached
    print(f"{tree.name}: server {len(ours)}, script {len(theirs)}, only server {len(only_ours)}, "
          f"only script {len(only_theirs)}, in files that nothing sources {len(unreached)}")
    for mark, rows in (("only server", only_ours), ("only script", only_theirs), ("nothing sources", unreached)):
        for file, line, symbol in sorted(rows):
            print(f"  {mark}: {file}:{line} {symbol}")
    different |= bool(only_ours or only_theirs)
sys.exit(different)
