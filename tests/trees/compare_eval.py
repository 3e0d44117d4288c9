#!/usr/bin/env python3
"""Compares `eval` with the tree's own `conf --olddefconfig`, line by line, shells allowed on both sides.

Usage: compare_eval.py [NAME=VALUE...] TREE CONF ARCH CONFIG...   A config is a path inside the tree, which may hold wildcards, or random:SEED or
random:FIRST-LAST for `conf --randconfig`. ARCH is "-" for a tree without architectures, and
arm64:arm where its folder has another name. CONF is built by build_conf.sh, so that
both programs run each command of the tree once, or it is the word kconfiglib. What a tree's build sets may be given as NAME=VALUE
before TREE. Prints what differs, at most 12 lines for each configuration, and a sum; differences fail.
"""
import concurrent.futures
import glob
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

LAUNCHER = pathlib.Path(__file__).resolve().parents[2] / "server/bin/kconfig-ls"
MORE = {}
FOLDERS = {"i386": "x86", "x86_64": "x86"}
KCONFIGLIB = "import kconfiglib, sys; k = kconfiglib.Kconfig(sys.argv[1]); k.load_config(sys.argv[2]); k.write_config(sys.argv[2])"
LINE = re.compile(r"^(?:\w+=|# \w+ is not set$)")


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
    env.update(MORE)
    if arch:
        name, _, folder = arch.partition(":")
        env.update(ARCH=name, SRCARCH=folder or FOLDERS.get(name, name))
    return env


def wanted(conf, root, tree, env, config, folder, name):
    """Writes the input as NAME.in beside the program's own result, and gives the lines of that."""
    result = folder / name
    run = dict(env, KCONFIG_CONFIG=str(result))
    if config.startswith("random:"):
        seed = dict(run, KCONFIG_SEED=config.partition(":")[2])
        subprocess.run([conf, "--randconfig", root], cwd=tree, env=seed, capture_output=True, check=True)
    else:
        result.write_text(included(tree, tree / config), errors="surrogateescape")
    (folder / (name + ".in")).write_bytes(result.read_bytes())
    if conf == "kconfiglib":
        subprocess.run([sys.executable, "-c", KCONFIGLIB, root, str(result)], cwd=tree, env=run, capture_output=True, check=True)
    elif b"olddefconfig" in pathlib.Path(conf).read_bytes():
        done = subprocess.run([conf, "--olddefconfig", root], cwd=tree, env=run, capture_output=True)
        if b"invalid option" in done.stderr:  # it knows the long name in its help only
            done = subprocess.run([conf, "-d", root], cwd=tree, env=run, capture_output=True)
        done.check_returncode()
    else:
        answer(conf, root, tree, env, result)
    return [line for line in result.read_text(errors="replace").splitlines() if LINE.match(line)]


def answer(conf, root, tree, env, result):
    """Programs of 2.6 ask for what is new, and write into the current folder: each question gets its default, in a copy of the tree."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(shutil.copytree(tree, pathlib.Path(folder) / "tree"))
        shutil.copy(result, copy / ".config")
        subprocess.run([conf, "-o", root], cwd=copy, env=env, input=b"\n" * 20000, capture_output=True, check=True)
        shutil.copy(copy / ".config", result)


def included(tree, file):
    """A configuration with what it includes, as U-Boot's build has the C preprocessor do."""
    def other(match):
        beside = file.parent / match[1]
        return included(tree, beside if beside.exists() else tree / match[1])
    return re.sub(r'(?m)^#include\s*[<"]([^>"]+)[>"].*$', other, file.read_text(errors="surrogateescape"))


def difference(seen, expected):
    if seen == expected:
        return []
    ours, theirs = set(seen), set(expected)
    rows = [f"conf  {line}" for line in expected if line not in ours] + [f"eval  {line}" for line in seen if line not in theirs]
    return rows or ["the order differs"]


def compare(tree, conf, root, arch, configs, folder):
    """All configurations: `conf` runs once for each, our program once for all. Gives the number of lines and of differences."""
    env = environment(tree, arch)
    cache, ours = folder / "shell", folder / "eval"
    cache.mkdir()
    ours.mkdir()
    conf_env = dict(env, KCONFIGLS_SHELL_CACHE=str(cache))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(wanted, conf, root, tree, conf_env, config, folder, str(i)) for i, config in enumerate(configs)]
        expected = [job.result() for job in jobs]
    options = [option for name, value in env.items() for option in ("--env", f"{name}={value}")]
    each = [option for i in range(len(configs)) for option in ("--each", folder / f"{i}.in")]
    arch_option = ["--arch", arch.partition(":")[0]] if arch else []
    done = subprocess.run([LAUNCHER, "eval", "--allow-shell", "--no-progress", *arch_option, *options, *each, "--into", ours, tree],
                          env=env, capture_output=True, text=True, errors="replace")
    if done.returncode:
        sys.exit(f"{tree.name} {arch}: exit {done.returncode}: {done.stderr.strip()[-300:]}")
    different = 0
    for i, config in enumerate(configs):
        rows = difference((ours / f"{i}.in").read_text(errors="replace").splitlines(), expected[i])
        different += len(rows)
        for row in rows[:12]:
            print(f"{config}: {row}", flush=True)
    return sum(map(len, expected)), different


def expanded(tree, pattern):
    """random:SEED, random:FIRST-LAST, or a path with wildcards."""
    if not pattern.startswith("random:"):
        return sorted(glob.glob(pattern, root_dir=tree, recursive=True))
    first, _, last = pattern.partition(":")[2].partition("-")
    return [f"random:{seed}" for seed in range(int(first), int(last or first) + 1)]


def main():
    while "=" in sys.argv[1]:
        name, _, value = sys.argv.pop(1).partition("=")
        MORE[name] = value
    tree, conf, arch = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3].replace("-", "")
    conf = conf if conf == "kconfiglib" else os.path.abspath(conf)
    configs = [name for pattern in sys.argv[4:] for name in expanded(tree, pattern)]
    root = next(name for name in ("Kconfig", "Config.in", "src/Kconfig", "extra/Configs/Config.in") if (tree / name).is_file())
    if (tree / "3rdparty/kconfig").is_dir():
        root = "./" + root  # crust's conf finds files beside the including one, by its last slash
    with tempfile.TemporaryDirectory() as folder:
        lines, different = compare(tree, conf, root, arch, configs, pathlib.Path(folder))
    print(f"{tree.name} {arch}: {len(configs)} configurations, {lines} lines compared, {different} differences")
    sys.exit(bool(different) or not configs)


if __name__ == "__main__":
    main()
