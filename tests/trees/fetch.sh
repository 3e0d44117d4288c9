#!/bin/bash
# Gets real Kconfig trees from Debian's packages, the Kconfig parts only. Usage: fetch.sh DIR   (root, Debian 12)
# A tree that is there already is left alone. None of its text goes into this repository.
set -euo pipefail
dir=$(mkdir -p "${1:?folder to fill}" && cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DEBIAN_FRONTEND=noninteractive
apt="apt-get -o DPkg::Lock::Timeout=300 -o APT::Sandbox::User=root -qq"

enable_sources() {
  if ! grep -rqs '^\(deb-src\|Types:.*deb-src\)' /etc/apt/sources.list /etc/apt/sources.list.d; then
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | sort | uniq -c | sort -rn | awk 'NR == 1 {print $2}')
    printf 'Types: deb-src\nURIs: %s\nSuites: bookworm bookworm-updates\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' "$mirror" \
      >/etc/apt/sources.list.d/kconfig-ls-trees.sources
  fi
  $apt update >/dev/null
}

# unpack TARBALL TREE PATTERN: the files of a tarball whose paths match, without their first folder
unpack() {
  local tree=$dir/$2
  tar tf "$1" | grep -E -- "$3" | grep -v '/$' >"$work/list" || { echo "fetch: nothing to unpack for $2" >&2; return 1; }
  mkdir -p "$tree.part"
  tar xf "$1" -C "$tree.part" --strip-components=1 -T "$work/list"
  mv "$tree.part" "$tree"
  echo "$2: $(find "$tree" -type f | wc -l) files"
}

linux() { # VERSION
  [ -d "$dir/linux-$1/scripts/dummy-tools" ] && return 0
  rm -rf "$dir/linux-$1"
  (cd "$work" && $apt download "linux-source-$1" >/dev/null)
  dpkg-deb --fsys-tarfile "$work"/linux-source-"$1"_*.deb | tar -xO "./usr/src/linux-source-$1.tar.xz" | xz -dc -T0 >"$work/linux.tar"
  unpack "$work/linux.tar" "linux-$1" '/Kconfig[^/]*$|^[^/]+/(Makefile|Kbuild)$|^[^/]+/scripts/(Kconfig\.include|kconfig/[^/]+|include/[^/]+|dummy-tools/[^/]+|[^/]+\.sh)$|/configs/[^/]*config$'
  rm -f "$work"/linux.tar "$work"/*.deb
}

source_tree() { # PACKAGE TREE PATTERN
  [ -d "$dir/$2" ] && return 0
  (cd "$work" && $apt source --download-only "$1" >/dev/null 2>&1) || { echo "fetch: no source of $1" >&2; return 1; }
  unpack "$(ls "$work/$1"_*.orig.tar.* | grep -v '\.asc$' | head -n 1)" "$2" "$3"
  rm -f "$work/$1"_*
}

command -v xz >/dev/null || $apt install -y --no-install-recommends xz-utils >/dev/null
enable_sources
linux 6.1
linux 6.12
source_tree u-boot u-boot '/Kconfig[^/]*$|^[^/]+/Makefile$|/configs/[^/]*defconfig$'
source_tree busybox busybox '/Config\.(in|src)$|\.c$|/scripts/gen_build_files\.sh$|^[^/]+/Makefile$'
source_tree coreboot coreboot '/Kconfig[^/]*$|/util/kconfig/|^[^/]+/Makefile'
source_tree xen xen '^[^/]+/xen/(.*/)?Kconfig[^/]*$|/xen/tools/kconfig/|/xen/Makefile$'
source_tree toybox toybox '/Config\.in$|/toys/.*\.c$|/scripts/|/kconfig/' || true
source_tree uclibc uclibc '/extra/|^[^/]+/Makefile' || true
source_tree seabios seabios '/Kconfig[^/]*$|/scripts/kconfig|^[^/]+/Makefile$' || true
source_tree swupdate swupdate '/Config\.in$|/Kconfig$|/scripts/|^[^/]+/Makefile' || true
source_tree qemu qemu '/(hw|target|accel|backends|semihosting)/(.*/)?Kconfig[^/]*$|^[^/]+/Kconfig[^/]*$|/minikconf\.py$' || true
python3 "$(dirname "$0")/prepare.py" "$dir"
