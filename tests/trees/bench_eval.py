#!/usr/bin/env python3
"""Time to work out one configuration, shells run: this project, the kernel's own conf and Kconfiglib, in one run.

Usage: bench_eval.py TREE CONF ARCH CONFIG   for instance bench_eval.py ~/linux ./conf x86 arch/x86/configs/x86_64_defconfig
Nothing is asserted: the figures depend on the machine.
"""
import os
import pathlib
import sys
import tempfile

from bench import LAUNCHER, row, timed
from compare_eval import environment

RUNS = 5


def kconfiglib_does(config, result):
    from linux_for_kconfiglib import Kconfig
    kconfig = Kconfig("Kconfig", warn=False)
    kconfig.load_config(config)
    kconfig.write_config(result)


def main():
    if sys.argv[1] == "--kconfiglib":
        kconfiglib_does(*sys.argv[2:])
        return
    tree, conf, arch, config = pathlib.Path(sys.argv[1]).resolve(), os.path.abspath(sys.argv[2]), sys.argv[3], sys.argv[4]
    env = environment(tree, arch)
    options = [option for name, value in env.items() for option in ("--env", f"{name}={value}")]
    with tempfile.TemporaryDirectory() as folder:
        result = pathlib.Path(folder) / "config"

        def with_conf():
            result.write_bytes((tree / config).read_bytes())
            return timed([conf, "--olddefconfig", "Kconfig"], cwd=tree, env=dict(env, KCONFIG_CONFIG=str(result)))

        ours = [LAUNCHER, "eval", "--arch", arch, "--allow-shell", "--no-progress", *options, "--config", tree / config, tree]
        theirs = ["/usr/bin/python3", os.path.abspath(__file__), "--kconfiglib", tree / config, result]
        timed(ours, env=env)
        row(f"eval {config}", [timed(ours, env=env) for _ in range(RUNS)])
        row("conf --olddefconfig", [with_conf() for _ in range(RUNS)])
        row("Kconfiglib", [timed(theirs, cwd=tree, env=env) for _ in range(RUNS)])


if __name__ == "__main__":
    main()
