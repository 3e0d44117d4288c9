#!/usr/bin/env python3
"""Makes the Kconfig files that the builds of busybox, toybox and coreboot generate. Usage: prepare.py DIR"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
LATIN = {"encoding": "latin-1", "newline": ""}


def busybox(tree):
    """Config.in of each folder: its Config.src, with the //config: lines of its C files at INSERT."""
    for template in sorted(tree.rglob("Config.src")):
        lines = []
        for source in sorted(template.parent.glob("*.c")):
            text = source.read_text(encoding="latin-1")
            lines += [l[len("//config:"):] for l in text.splitlines() if l.startswith("//config:")]
        text = template.read_text(encoding="latin-1")
        template.with_name("Config.in").write_text(text.replace("INSERT\n", "\n".join(lines) + "\n"), encoding="latin-1")


def toybox(tree):
    """generated/Config.in: the "config" part of the first comment of each command, by folder."""
    out = []
    for folder in sorted((p for p in (tree / "toys").iterdir() if p.is_dir()), reverse=True):
        out.append(f'menu "{folder.name}"')
        for source in sorted(folder.glob("*.c")):
            match = re.search(r"^(config [A-Z].*?)^\*/", source.read_text(encoding="latin-1"), re.M | re.S)
            out += [match.group(1), ""] if match else []
        out.append("endmenu")
    generated = tree / "generated"
    generated.mkdir(exist_ok=True)
    (generated / "Config.in").write_text("\n".join(out) + "\n", encoding="latin-1")
    (generated / "Config.probed").write_text(
        "config TOYBOX_ON_ANDROID\n\tbool\n\tdefault n\n\nconfig TOYBOX_FORK\n\tbool\n\tdefault y\n", encoding="latin-1")


def coreboot(tree):
    (tree / "site-local").mkdir(exist_ok=True)
    (tree / "site-local/Kconfig").touch()


for name, make in {"busybox": busybox, "toybox": toybox, "coreboot": coreboot}.items():
    for tree in ROOT.glob(name + "*"):
        if tree.is_dir():
            make(tree)
