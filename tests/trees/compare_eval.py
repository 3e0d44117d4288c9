#!/usr/bin/env python3
"""Compares `eval` with the tree's own `conf --olddefconfig`, line by line, shells allowed on both sides.

Usage: compare_eval.py TREE CONF ARCH CONFIG...   A config is a path inside the tree, or random:SEED for `conf --randconfig`.
ARCH is "-" for a tree without architectures. Prints one row per configuration that differs and a sum; differences fail.
"""
import concurrent.futures
import glob
import os
import pathlib
import re
import subprocess
import sys
import tempfile

LAUNCHER = pathlib.Path(__file__).resolve().parents[2] / "server/bin/kconfig-ls"
FOLDERS = {"i386": "x86", "x86_64": "x86"}
LINE = re.compile(r"^(?:# )?(?:CONFIG_|BR2_|CT_)?\w+(?:=| is not set)")


def environment(tree, arch):
    """What the tree's build sets; the same names are set for both programs."""
    env = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LC_ALL": "C", "srctree": str(tree), "CC": "gcc", "LD": "ld", "NM": "nm", "OBJCOPY": "objcopy",
           "HOSTCC": "gcc", "RUSTC": "rustc", "BINDGEN": "bindgen", "PAHOLE": "pahole", "CC_VERSION_TEXT": "gcc", "CONFIG_SHELL": "/bin/sh",
           "SUBARCH": "x86", "HEADER_ARCH": "x86", "KERNELVERSION": "1.0.0", "UBOOTVERSION": "1.0", "XEN_FULLVERSION": "1.0",
           "RUSTC_VERSION_TEXT": "", "XEN_HAS_CHECKPOLICY": "n", "XEN_HAS_BUILD_ID": "y", "top": str(tree), "obj": "build", "src": "src",
           "objk": "build/util/kconfig", "VBOOT_SOURCE": "3rdparty/vboot", "project_dir": str(tree)}
    dummy = tree / "scripts/dummy-tools"
    if dummy.is_dir():
        env.update({name: str(dummy / tool) for name, tool in
                    (("CC", "gcc"), ("LD", "ld"), ("NM", "nm"), ("OBJCOPY", "objcopy"), ("PAHOLE", "pahole"))})
        env["CC_VERSION_TEXT"] = "gcc (scripts/dummy-tools/gcc)"
    if arch:
        env.update(ARCH=arch, SRCARCH=FOLDERS.get(arch, arch))
    return env


def wanted(conf, root, tree, env, config, result):
    run = dict(env, KCONFIG_CONFIG=str(result))
    if config.startswith("random:"):
        seed = dict(run, KCONFIG_SEED=config.partition(":")[2])
        subprocess.run([conf, "--randconfig", root], cwd=tree, env=seed, capture_output=True, check=True)
    else:
        result.write_text(included(tree, tree / config), errors="surrogateescape")
    before = result.with_suffix(".in")
    before.write_bytes(result.read_bytes())
    subprocess.run([conf, "--olddefconfig", root], cwd=tree, env=run, capture_output=True, check=True)
    return before, [line for line in result.read_text(errors="replace").splitlines() if LINE.match(line)]


def included(tree, file):
    """A configuration with what it includes, as U-Boot's build has the C preprocessor do."""
    def other(match):
        beside = file.parent / match[1]
        return included(tree, beside if beside.exists() else tree / match[1])
    return re.sub(r'(?m)^#include\s*[<"]([^>"]+)[>"].*$', other, file.read_text(errors="surrogateescape"))


def compare(tree, conf, root, arch, config):
    env = environment(tree, arch)
    with tempfile.TemporaryDirectory() as folder:
        before, expected = wanted(conf, root, tree, env, config, pathlib.Path(folder) / "config")
        options = [option for name, value in env.items() for option in ("--env", f"{name}={value}")]
        arch_option = ["--arch", arch] if arch else []
        done = subprocess.run([LAUNCHER, "eval", "--allow-shell", "--no-progress", *arch_option, *options, "--config", before, tree],
                              env=env, capture_output=True, text=True, errors="replace")
    if done.returncode:
        return config, len(expected), [f"exit {done.returncode}: {done.stderr.strip()[-300:]}"]
    seen = done.stdout.splitlines()
    if seen == expected:
        return config, len(expected), []
    ours, theirs = set(seen), set(expected)
    rows = [f"conf  {line}" for line in expected if line not in ours] + [f"eval  {line}" for line in seen if line not in theirs]
    return config, len(expected), rows or ["the order differs"]


def main():
    tree, conf, arch = pathlib.Path(sys.argv[1]).resolve(), os.path.abspath(sys.argv[2]), sys.argv[3].replace("-", "")
    configs = [name for pattern in sys.argv[4:] for name in
               ([pattern] if pattern.startswith("random:") else sorted(glob.glob(pattern, root_dir=tree)))]
    root = next(name for name in ("Kconfig", "Config.in", "src/Kconfig") if (tree / name).is_file())
    lines = different = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for config, count, rows in pool.map(lambda c: compare(tree, conf, root, arch, c), configs):
            lines += count
            different += len(rows)
            for row in rows[:12]:
                print(f"{config}: {row}", flush=True)
    print(f"{tree.name} {arch}: {len(configs)} configurations, {lines} lines compared, {different} differences")
    sys.exit(bool(different) or not configs)


if __name__ == "__main__":
    main()
