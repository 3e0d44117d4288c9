#!/usr/bin/env python3
"""Applies `check --fix` to copies of real trees, and fails if that changes any value.

Usage: fix_trees.py [--few] [--conf PROGRAMS] TREES [NAME...]   TREES is what fetch.sh filled, NAME one of its trees; all if none is named.
Each tree is fixed twice: with the rules that are on, and with all of them. After each: no rule about syntax finds more than before, a second
run changes nothing, and `eval` writes ten default configurations (two with --few) byte for byte as before. With --conf so does the tree's own
program, for one of them; it is built into that folder. Prints the last line of `git diff --stat`.
"""
import argparse
import collections
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import compare_eval

HERE = pathlib.Path(__file__).resolve().parent
LAUNCHER = os.environ.get("KCONFIG_LS", str(compare_eval.LAUNCHER))

# name: (folder of the tree, [(architecture, default configurations)], what its build sets)
TREES = {
    "linux-6.1": (".", [("x86", "arch/x86/configs/*defconfig"), ("arm64", "arch/arm64/configs/*defconfig"), ("arm", "arch/arm/configs/*defconfig")], {}),
    "linux-6.12": (".", [("x86", "arch/x86/configs/*defconfig"), ("arm64", "arch/arm64/configs/*defconfig"), ("powerpc", "arch/powerpc/configs/*defconfig")], {}),
    "linux-7.3": (".", [("x86", "arch/x86/configs/*defconfig"), ("arm64", "arch/arm64/configs/*defconfig"), ("arm", "arch/arm/configs/*defconfig")], {}),
    "u-boot": (".", [("", "configs/*_defconfig")], {}),
    "u-boot-2025": (".", [("", "configs/*_defconfig")], {}),
    "busybox": (".", [("", "configs/*_defconfig")], {}),
    "coreboot": (".", [("", "configs/config.*")], {}),
    "swupdate": (".", [("", "configs/*_defconfig")], {}),
    "toybox": (".", [("", "kconfig/*_miniconfig")], {}),
    "uclibc": (".", [("", "**/*defconfig")], {}),
    "crust": (".", [("", "configs/*defconfig")], {}),
    "seabios": (".", [], {}),
    "qemu": (".", [], {}),
    "opensbi": (".", [("", "platform/generic/configs/defconfig")],
                {"OPENSBI_SRC_DIR": "{tree}", "OPENSBI_PLATFORM": "platform", "OPENSBI_PLATFORM_SRC_DIR": "{tree}/platform/generic"}),
    "xen": ("xen", [("x86_64", "arch/x86/configs/*config"), ("arm64:arm", "arch/arm/configs/*config")], {}),
}


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace", **options)


def checked(tree, arch, *options):
    done = run(LAUNCHER, "check", *arch, "--format", "json", "--fail-on", "never", "--no-progress", *options, tree)
    if done.returncode:
        sys.exit(f"{tree}: check {options}: exit {done.returncode}: {done.stderr[-400:]}")
    return json.loads(done.stdout), done.stderr


def rules():
    """The rules that are off somewhere, and those about syntax."""
    names = [line.split()[0] for line in run(LAUNCHER, "rules").stdout.splitlines() if line.strip()]
    source = HERE.parents[1] / "server/src/main/java/kconfigls/rules/syntax"
    syntax = {name for name in names if (source / ("".join(map(str.capitalize, name.split("-"))) + ".java")).exists()}
    return names, syntax


def values(tree, arch, configs, env, into):
    """What `eval` writes for each configuration."""
    into.mkdir()
    environment = dict(compare_eval.environment(tree, arch), **env)
    options = [option for name, value in environment.items() for option in ("--env", f"{name}={value}")]
    each = []
    for i, config in enumerate(configs):
        copy = into.parent / f"{i}.in"
        copy.write_text(compare_eval.included(tree, tree / config), errors="surrogateescape")
        each += ["--each", copy]
    named = ["--arch", arch.partition(":")[0]] if arch else []
    done = run(LAUNCHER, "eval", "--allow-shell", "--no-progress", *named, *options, *each, "--into", into, tree, env=environment)
    if done.returncode:
        sys.exit(f"{tree} {arch}: eval: exit {done.returncode}: {done.stderr[-400:]}")
    return {config: (into / f"{i}.in").read_bytes() for i, config in enumerate(configs)}


def all_values(tree, name, count, work):
    got = {}
    folder, archs, env = TREES[name]
    env = {key: value.format(tree=tree) for key, value in env.items()}
    for i, (arch, pattern) in enumerate(archs[:count]):
        share = -(-(count - len(got)) // (min(count, len(archs)) - i))  # some architectures have one or two
        configs = compare_eval.expanded(tree, pattern)[:share]
        if not configs:
            sys.exit(f"{name}: no configuration {pattern}")
        with tempfile.TemporaryDirectory(dir=work) as temporary:
            for config, lines in values(tree, arch, configs, env, pathlib.Path(temporary) / "eval").items():
                got[arch, config] = lines
    return got


def own_values(tree, name, programs, work):
    """What the tree's own program writes for the first configuration; nothing for a tree without one."""
    folder, archs, env = TREES[name]
    if programs is None or not archs or name in ("opensbi", "uclibc"):
        return []
    conf = programs / name
    if not conf.exists():
        built = run(HERE / "build_conf.sh", tree, conf)
        if built.returncode:
            sys.exit(f"{name}: build_conf: {built.stderr[-300:]}")
    arch, pattern = archs[0]
    root = next(file for file in ("Kconfig", "Config.in", "src/Kconfig", "extra/Configs/Config.in") if (tree / file).is_file())
    root = "./" + root if name == "crust" else root
    with tempfile.TemporaryDirectory(dir=work) as temporary:
        # both programs of a tree are asked for the same one, with the same answers of its commands
        environment = dict(compare_eval.environment(tree, arch), KCONFIGLS_SHELL_CACHE=str(programs / f"{name}.shell"))
        (programs / f"{name}.shell").mkdir(exist_ok=True)
        return compare_eval.wanted(str(conf), root, tree, environment, compare_eval.expanded(tree, pattern)[0], pathlib.Path(temporary), "config")


def count(report, syntax):
    return collections.Counter(f["rule"] for f in report["findings"] if f["rule"] in syntax)


def fix(name, tree, options, before, syntax, title):
    """One run of --fix, with what must hold after it. Gives what is wrong."""
    arch = ["--arch", "all"] if name.startswith("linux") else []
    wrong = []
    found, _ = checked(tree, arch, *options)
    left, said = checked(tree, arch, *options, "--fix")
    more = count(left, syntax) - count(found, syntax)
    if more:
        wrong.append(f"new syntax findings: {dict(more)}")
    stat = run("git", "diff", "--stat", cwd=tree).stdout.strip().splitlines()
    fixed = collections.Counter(f["rule"] for f in found["findings"]) - collections.Counter(f["rule"] for f in left["findings"])
    print(f"{name}, {title}: {stat[-1].strip() if stat else 'nothing changes'}", "; ".join(said.strip().splitlines()[-1:]),
          ", ".join(f"{rule} {number}" for rule, number in sorted(fixed.items())), sep="; ", flush=True)
    for line in said.strip().splitlines()[:-1][:20]:
        print("   ", line)
    text = run("git", "diff", cwd=tree).stdout
    _, again = checked(tree, arch, *options, "--fix")
    if "applied 0 fixes" not in again or run("git", "diff", cwd=tree).stdout != text:
        wrong.append(f"the second run: {again.strip()}")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--few", action="store_true")
    parser.add_argument("--conf", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path, help="leave the copies in this folder")
    parser.add_argument("trees", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    names, syntax = rules()
    everything = [option for rule in names for option in ("--rule", f"{rule}=hint")]
    if arguments.conf:
        arguments.conf.mkdir(parents=True, exist_ok=True)
    failed = False
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        if arguments.keep:
            work = arguments.keep
            work.mkdir(parents=True, exist_ok=True)
        for name in arguments.names or [tree for tree in TREES if (arguments.trees / tree).is_dir()]:
            copy = work / name
            shutil.copytree(arguments.trees / name, copy, symlinks=True)
            tree = (copy / TREES[name][0]).resolve()
            for command in (["init", "-q"], ["add", "-Af"], ["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "before"]):
                run("git", *command, cwd=tree)
            configurations = 2 if arguments.few else 10
            before = all_values(tree, name, configurations, work)
            own = own_values(tree, name, arguments.conf, work)
            for title, options in (("rules that are on", []), ("all rules", everything)):
                wrong = fix(name, tree, options, before, syntax, title)
                after = all_values(tree, name, configurations, work)
                wrong += [f"eval of {arch} {config} differs" for (arch, config), lines in before.items() if after[arch, config] != lines]
                if own_values(tree, name, arguments.conf, work) != own:
                    wrong.append("the tree's own program writes something else")
                for line in wrong:
                    print(f"  WRONG: {line}", flush=True)
                failed |= bool(wrong)
            print(f"  {len(before)} configurations with eval, {1 if own else 0} with the tree's own program ({len(own)} lines)", flush=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
