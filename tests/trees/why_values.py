#!/usr/bin/env python3
"""Holds what `why` says of random symbols against the tree's own program: the value, that the lines which it tells to write lead to
the other values, and that those which it calls out of reach are not reached by their line alone.

Usage: why_values.py TREE CONF ARCH CONFIG COUNT   as compare_eval.py, whose environment is used; ARCH is "-" for a tree without. Differences fail.
"""
import concurrent.futures
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from compare_eval import LAUNCHER, environment

HEAD = re.compile(r"^(\w+) \((\w+)\) is (.*?) in .*$", re.M)
WAY = re.compile(r"^to (?:make it (\w)|see and set it), (write|something)[^\n]*\n((?:  .*\n)*)", re.M)


def values(conf, root, tree, env, text, folder):
    """What the program makes of a configuration."""
    with tempfile.NamedTemporaryFile("w", dir=folder, suffix=".config", delete=False) as file:
        file.write(text)
    run = dict(env, KCONFIG_CONFIG=file.name)
    subprocess.run([conf, "--olddefconfig", root], cwd=tree, env=run, capture_output=True, check=True)
    lines = pathlib.Path(file.name).read_text(errors="replace").splitlines()
    return dict(line[7:].split("=", 1) for line in lines if line.startswith("CONFIG_"))


def written(text, lines):
    """A configuration with lines that `why` tells to write."""
    for line in lines:
        new, _, old = line.strip().removesuffix(")").partition("  (in place of ")
        text = text.replace(f"\n{old}\n", f"\n{new}\n", 1) if old else text + new + "\n"
    return text


def judge(said, text, value):
    """The mistakes in what `why` says of a symbol, and the number of ways. `value` gives a symbol's value under another text."""
    name, kind, now = HEAD.search(said).groups()
    wrong = []
    if kind in ("bool", "tristate") and value(text, name) != now:
        wrong.append(f"{name} is {value(text, name)}, not {now}")
    ways = WAY.findall(said)
    for wanted, kind, below in ways:
        if kind == "write" and wanted and value(written(text, below.splitlines()), name) != wanted:
            wrong.append(f"{name} does not become {wanted} by {below!r}")
        alone = f"CONFIG_{name}={wanted}\n"
        if kind == "something" and value(text + alone, name) == wanted:
            wrong.append(f"{name} becomes {wanted} by itself")
    return wrong, len(ways)


def main():
    tree, conf, arch = pathlib.Path(sys.argv[1]).resolve(), os.path.abspath(sys.argv[2]), sys.argv[3].replace("-", "")
    config, count = tree / sys.argv[4], int(sys.argv[5])
    env = environment(tree, arch)
    root = next(name for name in ("Kconfig", "Config.in") if (tree / name).is_file())
    options = [option for name, value in env.items() for option in ("--env", f"{name}={value}")] + (["--arch", arch] if arch else [])
    text = "\n" + config.read_text()  # each line stands between two ends
    with tempfile.TemporaryDirectory() as folder:
        env["KCONFIGLS_SHELL_CACHE"] = folder
        listed = subprocess.run([LAUNCHER, "symbols", "--no-progress", *options, tree], env=env, capture_output=True, text=True, check=True).stdout
        names = sorted(set(re.findall(r"^(\w+)", listed, re.M)))

        def one(name):
            done = subprocess.run([LAUNCHER, "why", name, "--allow-shell", "--no-progress", *options, "--config", config, tree],
                                  env=env, capture_output=True, text=True)
            if done.returncode:
                return [f"{name}: exit {done.returncode}: {done.stderr.strip()[-200:]}"], 0
            return judge(done.stdout, text, lambda changed, symbol: values(conf, root, tree, env, changed, folder).get(symbol, "n"))

        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = list(pool.map(one, random.Random(1).sample(names, min(count, len(names)))))
    wrong = [line for lines, _ in results for line in lines]
    print("\n".join(wrong + [f"{tree.name} {arch}: {len(results)} symbols, {sum(ways for _, ways in results)} ways, {len(wrong)} wrong"]))
    sys.exit(bool(wrong) or not results)


if __name__ == "__main__":
    main()
