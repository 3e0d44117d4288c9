#!/usr/bin/env python3
"""Compares `eval` on small random trees, line by line, with the program that a dialect stands for.

Usage: fuzz_values.py DIALECT PROGRAM COUNT [FIRST]   for instance fuzz_values.py linux-6.12 /path/to/conf 2000
DIALECT is a release of Linux or the name of a dialect. PROGRAM is a `conf`, or "kconfiglib" for the installed package,
for ESP-IDF a Python that has esp-idf-kconfig (judges.sh) and the version of the parser, such as venv/bin/python:2, or the folder of
another kconfiglib.py, such as scripts/kconfig of Zephyr.
Prints what differs, smallest first, and a sum; a difference fails. FIRST is the first seed.
"""
import contextlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import many
import random_kconfig

LINE = re.compile(r"CONFIG_\w+=|# CONFIG_\w+ is not set")
SHOWN = 5


def with_conf(conf, folder):
    """What `conf --olddefconfig` writes; None if it refuses the tree."""
    result = folder / "result"
    result.write_bytes((folder / "config").read_bytes())
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C", "KCONFIG_CONFIG": "result"}
    done = subprocess.run([conf, "--olddefconfig", "Kconfig"], cwd=folder, env=env, capture_output=True)
    return None if done.returncode else result.read_text()


def with_kconfiglib(folder):
    import kconfiglib
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            kconfig = kconfiglib.Kconfig(str(folder / "Kconfig"), warn_to_stderr=False)
        except kconfiglib.KconfigError:
            return None
        kconfig.load_config(str(folder / "config"))
        kconfig.write_config(str(folder / "result"), save_old=False)
    return (folder / "result").read_text()


def with_esp_idf_kconfig(program, folders):
    """What it writes for each tree; None where it refuses one."""
    python, _, parser = program.partition(":")
    jobs = []
    for folder in folders:
        config = "sdkconfig" if (folder / "sdkconfig").exists() else None
        jobs.append(json.dumps({"folder": str(folder), "parser": int(parser), "defaults": ["config"], "config": config}))
    judge = pathlib.Path(__file__).parent / "esp_judge.py"
    done = subprocess.run([python, "-B", judge], input="\n".join(jobs), capture_output=True, text=True, check=True)
    answers = [json.loads(line)["lines"] for line in done.stdout.splitlines()]
    return [None if lines is None else "\n".join(lines) for lines in answers]


def results(program, folders):
    if ":" in program:
        return with_esp_idf_kconfig(program, folders)
    if os.path.isdir(program):
        sys.path.insert(0, program)
        program = "kconfiglib"
    return [with_kconfiglib(folder) if program == "kconfiglib" else with_conf(os.path.abspath(program), folder) for folder in folders]


def linux_tree(folder, release):
    """As much of a tree as tells its release."""
    major, minor = release.split(".")
    (folder / "init").mkdir()
    (folder / "init/Kconfig").touch()
    (folder / "arch").mkdir()
    (folder / "scripts/kconfig").mkdir(parents=True)
    (folder / "Kconfig").touch()
    (folder / "Makefile").write_text(f"VERSION = {major}\nPATCHLEVEL = {minor}\n")


def dialect_option(folder, dialect):
    """What tells the dialect of the trees in a folder: nothing for a release of Linux, which the folder then shows."""
    if not dialect.startswith("linux-"):
        return ["--dialect", dialect]
    linux_tree(folder, dialect.partition("-")[2])
    return []


def main():
    dialect, program, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    first = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    cases, commands = [], []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        option = dialect_option(folder, dialect)
        texts = {seed: random_kconfig.case(seed, random_kconfig.Program(dialect)) for seed in range(first, first + count)}
        for seed, text in texts.items():
            (folder / str(seed)).mkdir()
            for name, content in zip(("Kconfig", "config", "sdkconfig"), text):
                if content or name != "sdkconfig":
                    (folder / str(seed) / name).write_text(content)
        accepted = results(program, [folder / str(seed) for seed in texts])
        for seed, result in zip(texts, accepted):
            if result is None:
                continue
            case = folder / str(seed)
            kconfig, config, sdkconfig = texts[seed]
            cases.append((seed, kconfig, config + ("#sdkconfig\n" + sdkconfig if sdkconfig else ""), [line for line in result.splitlines() if LINE.match(line)]))
            configs = ["config", "sdkconfig"] if sdkconfig else ["config"]
            commands.append(["eval", "--root", case / "Kconfig", *option, *(each for name in configs for each in ("--config", case / name))])
        answers = many.run(commands)
    refused = count - len(cases)
    different = []
    for (seed, kconfig, config, lines), (status, out, err) in zip(cases, answers):
        if status or out.splitlines() != lines:
            different.append((len(kconfig), seed, kconfig, config, lines, out.splitlines(), err))
    for _, seed, kconfig, config, lines, seen, err in sorted(different)[:SHOWN]:
        print(f"--- seed {seed}\n{kconfig}#config\n{config}#program\n" + "\n".join(lines) + "\n#differs")
        print("\n".join([f"  program {line}" for line in lines if line not in seen] + [f"  eval    {line}" for line in seen if line not in lines]
                        or ["  the order"]) + err)
    lines = sum(len(case[3]) for case in cases)
    print(f"{dialect}: {len(cases)} trees ({refused} more that the program refuses), {lines} lines compared, {len(different)} trees differ")
    sys.exit(bool(different) or len(cases) < count // 2)


if __name__ == "__main__":
    main()
