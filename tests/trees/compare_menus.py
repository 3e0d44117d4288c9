#!/usr/bin/env python3
"""Compares the menu with its automatic submenus with that of a kernel's own program: below which entry each entry is shown.

Usage: compare_menus.py TREE ARCH   (flex, bison, gcc, a JDK of 21 or newer)   A difference fails.
"""
import collections
import pathlib
import subprocess
import sys
import tempfile

import many
from compare_eval import environment

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent / "src/test/java/kconfigls/cli/MenuParents.java"
# DEBUG_INFO_SPLIT of 6.1 depends on the result of two macros and on DEBUG_INFO: its program keeps a `&& y` of theirs in the dependency,
# and so takes the next entry for no child of the one before (menu_finalize of menu.c compares expressions by their form).
KNOWN = {("linux-6.1", "DEBUG_INFO_BTF")}


def theirs(tree, env, folder):
    program = folder / "dump"
    record = ["-DFILE_IN_RECORD"] if "struct file *file;" in (tree / "scripts/kconfig/expr.h").read_text() else []
    for name in (tree / "scripts/kconfig").glob("*.[chly]"):
        (folder / name.name).write_bytes(name.read_bytes())
    (folder / "menu_dump.c").write_bytes((HERE / "menu_dump.c").read_bytes())
    include = [f"-I{tree / 'scripts/include'}"] if (tree / "scripts/include").is_dir() else []
    for command in (["flex", "-o", "lexer.lex.c", "-L", "lexer.l"],
                    ["bison", "-o", "parser.tab.c", "--defines=parser.tab.h", "-t", "-l", "parser.y"],
                    ["gcc", "-O2", "-w", "-std=gnu11", "-D_GNU_SOURCE", *record, "-I.", *include, "menu_dump.c", "confdata.c", "expr.c", "menu.c",
                     "preprocess.c", "symbol.c", "util.c", "lexer.lex.c", "parser.tab.c", "-o", str(program)]):
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    done = subprocess.run([program, "Kconfig"], cwd=tree, env=env, capture_output=True, text=True, errors="replace", check=True)
    return [tuple(line.rsplit(" ", 1)) for line in done.stdout.splitlines()]


def ours(tree, env, folder):
    subprocess.run([many.LAUNCHER, "--version"], check=True, capture_output=True)  # builds if it has to
    java = many.jdk() / "bin"
    subprocess.run([java / "javac", "-d", folder, "-cp", many.JAR, SOURCE], check=True)
    done = subprocess.run([java / "java", "-Xss4m", "-cp", f"{many.JAR}:{folder}", "kconfigls.cli.MenuParents", tree,
                           *(f"{name}={value}" for name, value in env.items())], env=env, capture_output=True, text=True, check=True)
    return [tuple(line.rsplit(" ", 1)) for line in done.stdout.splitlines()]


def name(tree, place):
    file, _, line = place.rpartition(":")
    return (tree / file).read_text(errors="replace").splitlines()[int(line) - 1].split()[-1]


def main():
    tree, arch = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    env = environment(tree, arch)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        wanted, seen = theirs(tree, env, pathlib.Path(one)), ours(tree, env, pathlib.Path(other))
    lost = collections.Counter(wanted) - collections.Counter(seen)
    more = collections.Counter(seen) - collections.Counter(wanted)
    known = {pair for pair in [*lost, *more] if (tree.name, name(tree, pair[0])) in KNOWN}
    different = [pair for pair in [*lost, *more] if pair not in known]
    for entry, parent in sorted(different)[:20]:
        print(f"  {entry} below {parent}: {'only the program' if (entry, parent) in lost else 'only ours'}")
    print(f"{tree.name} {arch}: {len(wanted)} entries there, {len(seen)} here, {len(different)} differences, {len(known) // 2} known")
    sys.exit(bool(different) or not wanted)


if __name__ == "__main__":
    main()
