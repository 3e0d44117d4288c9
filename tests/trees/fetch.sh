#!/bin/bash
# Gets real Kconfig trees from Debian's packages, the Kconfig parts only. Usage: fetch.sh DIR   (root, Debian 12)
# A tree that this script has unpacked before is left alone. None of its text goes into this repository.
set -euo pipefail
dir=$(mkdir -p "${1:?folder to fill}" && cd "$1" && pwd)
# Trees that another version of this script unpacked may lack what is needed now.
version=$(sha256sum "$0" | cut -c1-16)
if [ "$(cat "$dir/.version" 2>/dev/null)" != "$version" ]; then
  for tree in linux-6.1 linux-6.12 linux-7.3 u-boot u-boot-2025 busybox coreboot xen toybox uclibc seabios swupdate qemu opensbi crust; do
    rm -rf "${dir:?}/$tree" "${dir:?}/$tree.part"
  done
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DEBIAN_FRONTEND=noninteractive
apt="apt-get -o DPkg::Lock::Timeout=300 -o APT::Sandbox::User=root -qq"

mirror() {
  apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | sort | uniq -c | sort -rn | awk 'NR == 1 {print $2}'
}

enable_sources() {
  if ! grep -rqs '^\(deb-src\|Types:.*deb-src\)' /etc/apt/sources.list /etc/apt/sources.list.d; then
    printf 'Types: deb-src\nURIs: %s\nSuites: bookworm bookworm-updates\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' "$(mirror)" \
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
  [ -d "$dir/linux-$1/scripts/kconfig/tests" ] && return 0
  rm -rf "$dir/linux-$1"
  (cd "$work" && $apt download "linux-source-$1" >/dev/null)
  dpkg-deb --fsys-tarfile "$work"/linux-source-"$1"_*.deb | tar -xO "./usr/src/linux-source-$1.tar.xz" | xz -dc -T0 >"$work/linux.tar"
  unpack_linux "$1"
}

unpack_linux() { # VERSION
  unpack "$work/linux.tar" "linux-$1" '/Kconfig[^/]*$|^[^/]+/(Makefile|Kbuild)$|^[^/]+/scripts/(Kconfig\.include|kconfig/.+|include/[^/]+|dummy-tools/[^/]+|[^/]+\.sh)$|/configs/[^/]*config$'
  rm -f "$work"/linux.tar "$work"/*.deb
}

# The newest Linux that this release of Debian has not: from the backports of the next one.
newest_linux() { # VERSION
  [ -d "$dir/linux-$1/scripts/kconfig/tests" ] && return 0
  local file tar
  file=$(curl -sf "$(mirror)/dists/trixie-backports/main/binary-amd64/Packages.xz" | xz -dc | awk -v package="linux-source-$1" '/^Package: /{name = $2} /^Filename: /{if (name == package) file = $2} END{print file}')
  [ -n "$file" ] && curl -sf -o "$work/linux.deb" "$(mirror)/$file" || { echo "fetch: no source of linux-$1" >&2; return 1; }
  tar=$(dpkg-deb --fsys-tarfile "$work/linux.deb" | tar -t | grep 'linux-source-.*[.]tar[.]xz$')
  dpkg-deb --fsys-tarfile "$work/linux.deb" | tar -xO "$tar" | xz -dc -T0 >"$work/linux.tar"
  unpack_linux "$1"
}

source_tree() { # PACKAGE TREE PATTERN
  [ -d "$dir/$2" ] && return 0
  (cd "$work" && $apt source --download-only "$1" >/dev/null 2>&1) || true # Debian's own part may be missing: it is not needed
  unpack_source "$@"
}

# The same from the next release of Debian.
next_source_tree() { # PACKAGE TREE PATTERN
  [ -d "$dir/$2" ] && return 0
  local file
  [ -f "$work/Sources" ] || curl -sf "$(mirror)/dists/trixie/main/source/Sources.xz" | xz -dc >"$work/Sources"
  file=$(awk -v package="$1" '/^Package: /{name = $2} /^Directory: /{folder = $2} / [^ ]+[.]orig[.]tar[.][a-z0-9]+$/{tar = $3} /^$/{if (name == package && tar) file = folder "/" tar; tar = ""} END{print file}' "$work/Sources")
  [ -z "$file" ] || (cd "$work" && curl -sf -O "$(mirror)/$file") || true
  unpack_source "$@"
}

unpack_source() { # PACKAGE TREE PATTERN
  local tar
  tar=$(find "$work" -name "$1_*.orig.tar.*" ! -name '*.asc' | head -n 1)
  [ -n "$tar" ] || { echo "fetch: no source of $1" >&2; return 1; }
  unpack "$tar" "$2" "$3"
  rm -f "$work/$1"_*
}

command -v xz >/dev/null || $apt install -y --no-install-recommends xz-utils >/dev/null
command -v curl >/dev/null || $apt install -y --no-install-recommends curl >/dev/null
enable_sources
u_boot='/Kconfig[^/]*$|^[^/]+/Makefile$|^[^/]+/scripts/|/configs/|[.]config$'
linux 6.1
linux 6.12
newest_linux 7.3 || true
source_tree u-boot u-boot "$u_boot"
next_source_tree u-boot u-boot-2025 "$u_boot" || true
source_tree busybox busybox '/Config\.(in|src)$|\.c$|/scripts/(gen_build_files\.sh$|kconfig/)|/configs/|^[^/]+/Makefile$'
source_tree coreboot coreboot '/Kconfig[^/]*$|/util/kconfig/|^[^/]+/configs/|^[^/]+/Makefile'
source_tree xen xen '^[^/]+/xen/(.*/)?Kconfig[^/]*$|/xen/(scripts|tools/kconfig)/|/xen/arch/[^/]+/configs/|/xen/Makefile$'
source_tree toybox toybox '/Config\.in$|/toys/.*\.c$|/scripts/|/kconfig/' || true
source_tree uclibc uclibc '/extra/|^[^/]+/Makefile' || true
source_tree seabios seabios '/Kconfig[^/]*$|/scripts/kconfig|^[^/]+/Makefile$' || true
source_tree swupdate swupdate '/Config\.in$|/Kconfig$|/configs/|/scripts/|^[^/]+/Makefile' || true
source_tree qemu qemu '/(hw|target|accel|backends|semihosting)/(.*/)?Kconfig[^/]*$|^[^/]+/Kconfig[^/]*$|/minikconf\.py$' || true
source_tree kconfiglib ../kconfiglib '.' || true
next_source_tree opensbi opensbi '/Kconfig[^/]*$|/configs/|/scripts/|^[^/]+/Makefile' || true
next_source_tree crust-firmware crust '/Kconfig[^/]*$|/configs/|/3rdparty/kconfig/|^[^/]+/Makefile' || true
python3 "$(dirname "$0")/prepare.py" "$dir"
echo "$version" >"$dir/.version"
