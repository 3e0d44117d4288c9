#!/usr/bin/python3
"""Compares `symbols --format json` with Kconfiglib's idea of the same tree. Needs python3-kconfiglib.

Usage: compare_symbols.py [--load] TREE [ARCH]   Exit status 1 if anything differs.
With --load it only loads the tree with Kconfiglib and prints nothing, to be timed.
Compared: names, types, places of definition, prompts, selects, implies, numbers of defaults and ranges.
Both run no shell: there the shell of Kconfiglib answers n. What it does not know is rewritten for it.
"""
import json
import os
import pathlib
import re
import subprocess
import sys

import kconfiglib

from linux_for_kconfiglib import Kconfig

LAUNCHER = pathlib.Path(__file__).resolve().parents[2] / "server/bin/kconfig-ls"
ARGS = [a for a in sys.argv[1:] if a != "--load"]
TREE = pathlib.Path(ARGS[0]).resolve()
ARCH = ARGS[1] if len(ARGS) > 1 else None
TYPES = {kconfiglib.BOOL: "bool", kconfiglib.TRISTATE: "tristate", kconfiglib.INT: "int", kconfiglib.HEX: "hex",
         kconfiglib.STRING: "string", kconfiglib.UNKNOWN: "unknown"}


def environment():
    env = {"srctree": str(TREE)}
    if ARCH:
        env.update(ARCH=ARCH, SRCARCH=ARCH)
    makefile = (TREE / "Makefile").read_text(errors="replace") if (TREE / "Makefile").exists() else ""
    parts = dict(re.findall(r"^(VERSION|PATCHLEVEL|SUBLEVEL|EXTRAVERSION)[ \t]*=[ \t]*(\S*)", makefile, re.M))
    env["KERNELVERSION"] = "{}.{}.{}{}".format(*(parts.get(k, "") for k in ("VERSION", "PATCHLEVEL", "SUBLEVEL", "EXTRAVERSION")))
    return env


def load():
    os.environ.update(environment())
    os.chdir(TREE)
    kconfiglib._shell_fn = lambda kconf, name, command: "n"
    return Kconfig("Kconfig", warn_to_stderr=False)


def theirs():
    kconfig = load()
    symbols = {}
    for symbol in kconfig.unique_defined_syms:
        nodes = symbol.nodes
        symbols[symbol.name] = {
            "type": TYPES[symbol.orig_type],
            "definitions": [(n.filename, n.linenr) for n in nodes],
            "prompts": [n.prompt[0].strip() if n.prompt else None for n in nodes],
            "selects": sorted(s.name for s, *_ in symbol.selects),
            "implies": sorted(s.name for s, *_ in symbol.implies),
            "defaults": len(symbol.defaults),
            "ranges": len(symbol.ranges),
        }
    return symbols


def ours():
    args = [LAUNCHER, "symbols", "--format", "json"] + (["--arch", ARCH] if ARCH else []) + [TREE]
    done = subprocess.run(args, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr.strip())
    symbols = {}
    for symbol in json.loads(done.stdout)["symbols"]:
        symbols[symbol["name"]] = {
            "type": symbol["type"],
            "definitions": [(d["file"], d["line"]) for d in symbol["definitions"]],
            "prompts": [d["prompt"].strip() if d["prompt"] is not None else None for d in symbol["definitions"]],
            "selects": sorted(s["symbol"] for s in symbol["selects"]),
            "implies": sorted(s["symbol"] for s in symbol["implies"]),
            "defaults": len(symbol["defaults"]),
            "ranges": len(symbol["ranges"]),
        }
    return symbols


if "--load" in sys.argv:
    load()
    sys.exit()
a, b = ours(), theirs()
differences = [f"only here: {n}" for n in sorted(a.keys() - b.keys())] + [f"only Kconfiglib: {n}" for n in sorted(b.keys() - a.keys())]
for name in sorted(a.keys() & b.keys()):
    for key in a[name]:
        if a[name][key] != b[name][key]:
            differences.append(f"{name} {key}: here {a[name][key]}, Kconfiglib {b[name][key]}")
print(f"{TREE.name} {ARCH or ''}: {len(a)} symbols here, {len(b)} in Kconfiglib, {len(differences)} differences")
for line in differences[:200]:
    print("  " + line)
sys.exit(bool(differences))
