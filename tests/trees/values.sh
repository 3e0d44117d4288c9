#!/bin/bash
# Compares `eval` with each tree's own program, for all of its default configurations. Usage: values.sh TREES WORK SEEDS
# TREES is what fetch.sh filled, WORK takes the programs, SEEDS is the number of random configurations of x86 and arm64 in each Linux.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
trees=$(cd "$1" && pwd)
work=$(mkdir -p "$2" && cd "$2" && pwd)
seeds=$3
failed=0

compare() { /usr/bin/python3 "$here/compare_eval.py" "$@" || failed=1; }

program() { # TREE [PREFIX]: its path is $work/TREE
  [ -x "$work/$1" ] || "$here/build_conf.sh" "$trees/$1" "$work/$1" "${@:2}" || failed=1
}

for release in 6.1 6.12 7.3; do
  tree=linux-$release
  [ -d "$trees/$tree" ] || continue
  program "$tree"
  for arch in x86 arm64; do
    compare "$trees/$tree" "$work/$tree" "$arch" "arch/$arch/configs/*defconfig" "random:1-$seeds"
  done
  for arch in arm riscv powerpc mips s390 um; do
    compare "$trees/$tree" "$work/$tree" "$arch" "arch/$arch/configs/*defconfig"
  done
done

plain() { # TREE PATTERN...: a tree without architectures
  [ -d "$trees/$1" ] || return 0
  [ -x "$work/$1" ] || program "$1"
  compare "$trees/$1" "$work/$1" - "${@:2}"
}
[ ! -d "$trees/uclibc" ] || program uclibc ''
plain u-boot 'configs/*_defconfig'
plain u-boot-2025 'configs/*_defconfig'
plain busybox 'configs/*_defconfig'
plain coreboot 'configs/config.*' random:1-20
plain swupdate 'configs/*_defconfig' random:1-20
plain seabios random:1-20
plain toybox 'kconfig/*_miniconfig'
plain uclibc '**/*defconfig'
plain crust 'configs/*defconfig'

program xen
for arch in x86_64 arm64:arm arm32:arm riscv64:riscv; do
  folder=${arch#*:}
  compare "$trees/xen/xen" "$work/xen" "$arch" "arch/${folder%_64}/configs/*config" random:1-20
done

for config in "$trees"/opensbi/platform/*/configs/defconfig "$trees"/opensbi/platform/*/*/configs/defconfig; do
  [ -f "$config" ] || continue
  platform=${config%/configs/defconfig}
  compare OPENSBI_SRC_DIR="$trees/opensbi" OPENSBI_PLATFORM=platform OPENSBI_PLATFORM_SRC_DIR="$platform" \
    "$trees/opensbi" kconfiglib - "${config#"$trees/opensbi/"}"
done
exit $failed
