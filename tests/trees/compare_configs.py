#!/usr/bin/env python3
"""Compares `eval` with a program of Kconfig, line by line, on configuration files full of mistakes, made from a seed.

Usage: compare_configs.py RELEASE CONF COUNT   for instance compare_configs.py linux-6.1 /path/to/conf 40
CONF is `kconfiglib` for Kconfiglib. RELEASE is a dialect; linux-6.1 is Linux in that release. Differences fail.
"""
import concurrent.futures
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

LAUNCHER = pathlib.Path(__file__).resolve().parents[2] / "server/bin/kconfig-ls"
LINE = re.compile(rb"^(?:# )?CONFIG_\w+(?:=| is not set)")
KCONFIG = """\
config MODULES
	bool "Modules"
	MARK
config BOOL
	bool "Bool"
config TRI
	tristate "Tristate"
config TEXT
	string "Text"
	default "standard"
config INT
	int "Int"
	default 5
config HEX
	hex "Hex"
	default 0x5
choice
	prompt "Which"
	default TWO
config ONE
	bool "One"
config TWO
	bool "Two"
config THREE
	bool "Three"
endchoice
config LAST
	bool "Last"
	default y
"""
NAMES = "MODULES BOOL TRI TEXT INT HEX ONE TWO THREE LAST NOWHERE".split()
VALUES = ["y", "m", "n", "yes", "Y", "", " y", "y ", '"', '""', '"text"', '"left open', '"a \\" b \\\\ c"', '"closed" rest', '"ends in \\"', "'y'",
          "7", "07", "-7", "+7", " 7", "7 ", "0x7", "0X7f", "-0", "7_0", "ff", "0x", "7\t", "\u00e9", '"\u00e9"', "7\0", "y\0", '"a\0b"', "\ufeff7"]
FORMS = ["CONFIG_{n}={v}"] * 8 + ["# CONFIG_{n} is not set"] * 4 + [
    "CONFIG_{n} ={v}", " CONFIG_{n}={v}", "CONFIG_{n}", "{n}={v}", "# CONFIG_{n}={v}", "#CONFIG_{n} is not set", "##CONFIG_{n} is not set",
    "# CONFIG_{n} is not set.", "# CONFIG_{n} is not set ", " # CONFIG_{n} is not set", "#  CONFIG_{n} is not set", "# CONFIG_{n} is  not set",
    "CONFIG_=y", "=y", "", "  ", "\t# comment", "# CONFIG_ is not set", "CONFIG_{n}=={v}", "CONFIG_{n}\0={v}", "#include <none>", "config_{n}={v}", "\rCONFIG_{n}={v}"]


def content(seed):
    rnd = random.Random(seed)
    names = rnd.sample(NAMES, rnd.randint(2, len(NAMES)))
    lines = [rnd.choice(FORMS).format(n=rnd.choice(names), v=rnd.choice(VALUES)) for _ in range(rnd.randint(1, 25))]
    end = rnd.choice(["\n", "\n", "\r\n"])
    return rnd.choice(["", "", "", "\ufeff"]) + end.join(lines) + rnd.choice([end, ""])


def wanted(release, conf, folder):
    if conf == "kconfiglib":
        import kconfiglib
        kconf = kconfiglib.Kconfig(str(folder / "Kconfig"), warn=False)
        kconf.load_config(str(folder / "before"))
        kconf.write_config(str(folder / "after"))
    else:
        (folder / "after").write_bytes((folder / "before").read_bytes())
        mode, name = ("-o", ".config") if release == "busybox" else ("--olddefconfig", "after")
        (folder / "after").rename(folder / name)
        env = dict(os.environ, KCONFIG_CONFIG=name)
        subprocess.run([conf, mode, "Kconfig"], cwd=folder, env=env, input=b"\n" * 1000, capture_output=True, check=True)
        (folder / name).rename(folder / "after")
    return [line for line in (folder / "after").read_bytes().splitlines() if LINE.match(line)]


def compare(release, conf, seed):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        new = release.startswith("linux-") and tuple(map(int, release[6:].split("."))) >= (5, 13)
        mark = "modules" if new else "" if release == "busybox" else "option modules"
        (folder / "Kconfig").write_text(KCONFIG.replace("MARK", mark))
        text = content(seed).replace("#include <none>", "# none") if release == "u-boot" else content(seed)
        (folder / "before").write_text(text, newline="")
        expected = wanted(release, conf, folder)
        if release.startswith("linux-"):
            (folder / "scripts/kconfig").mkdir(parents=True)
            (folder / "init").mkdir()
            (folder / "init/Kconfig").touch()
            (folder / "arch").mkdir()
            major, minor = release[6:].split(".")
            (folder / "Makefile").write_text(f"VERSION = {major}\nPATCHLEVEL = {minor}\n")
            options = []
        else:
            options = ["--dialect", release]
        done = subprocess.run([LAUNCHER, "eval", "--no-progress", *options, "--root", folder / "Kconfig", "--srctree", folder, "--config", folder / "before", folder],
                              capture_output=True)
    seen = done.stdout.splitlines()
    if done.returncode or seen != expected:
        rows = [f"  tool {line!r}" for line in expected if line not in seen] + [f"  eval {line!r}" for line in seen if line not in expected]
        return [f"seed {seed}, exit {done.returncode}: {text!r}", *rows]
    return []


def main():
    release, conf, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    conf = conf if conf == "kconfiglib" else os.path.abspath(conf)
    different = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for rows in pool.map(lambda seed: compare(release, conf, seed), range(count)):
            different += bool(rows)
            for row in rows:
                print(row, flush=True)
    print(f"{release}: {count} configuration files, {different} differ")
    sys.exit(bool(different) or not count)


if __name__ == "__main__":
    main()
