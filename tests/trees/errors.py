#!/usr/bin/env python3
"""Counts the findings on real trees; a finding of severity error fails, for the trees' own programs accept them.

Usage: errors.py TREE...   Linux is checked for all architectures. Prints one row per tree: projects, files,
symbols, findings per severity, findings per rule. A tree without any symbol fails too: then nothing was checked.
"""
import collections
import json
import pathlib
import subprocess
import sys

LAUNCHER = pathlib.Path(__file__).resolve().parents[2] / "server/bin/kconfig-ls"
SEVERITIES = ("error", "warning", "info", "hint")


def check(tree):
    arch = ["--arch", "all"] if (tree / "arch").is_dir() and (tree / "scripts/kconfig").is_dir() else []
    done = subprocess.run([LAUNCHER, "check", *arch, "--format", "json", "--fail-on", "never", tree],
                          capture_output=True, text=True, errors="replace")
    if done.returncode:
        sys.exit(f"{tree.name}: check failed: {done.stderr.strip()}")
    return json.loads(done.stdout)


failed = False
for name in sys.argv[1:]:
    tree = pathlib.Path(name).resolve()
    report = check(tree)
    projects, findings = report["projects"], report["findings"]
    symbols = max((p["symbols"] for p in projects), default=0)
    rules = collections.Counter(f["rule"] for f in findings)
    print(f"{tree.name}: {len(projects)} projects, at most {max((p['files'] for p in projects), default=0)} files and {symbols} symbols;",
          ", ".join(f"{report['summary'][s]} {s}" for s in SEVERITIES) + ";",
          ", ".join(f"{rule} {count}" for rule, count in sorted(rules.items())) or "no findings", flush=True)
    errors = [f for f in findings if f["severity"] == "error"]
    for f in errors:
        print(f"  {f['file']}:{f['range']['start']['line']} {f['rule']}: {f['message']}")
    if not symbols:
        print("  no symbol was read")
    failed |= bool(errors) or not symbols
sys.exit(failed)
