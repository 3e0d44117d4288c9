#!/bin/sh
# Packs the server into server/target/dist, from server/target/kconfig-ls.jar and the runtimes that runtime.sh linked.
# Entries are sorted, and have one time, one owner and fixed permissions, so that equal input makes equal bytes.
# Usage: archives.sh VERSION TIME [TARGET…]     TIME as 2026-11-24T00:00:00Z
set -eu
export LC_ALL=C TZ=UTC
server=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
version=$1
time=$2
shift 2
dist=$server/target/dist
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
rm -rf "$dist"
mkdir -p "$dist"

# The folder of an archive with what all have.
folder() {
  mkdir -p "$stage/$1/bin"
  cp "$server/bin/kconfig-ls" "$stage/$1/bin/"
  cp "$server/../LICENSE" "$server/target/THIRD-PARTY.txt" "$stage/$1/"
  cp "$server/release/README-archive.md" "$stage/$1/README.md"
}

pack() {
  chmod -R u=rwX,go=rX "$stage/$1"
  (cd "$stage" && tar --create --format=ustar --sort=name --mtime="$time" --owner=0 --group=0 --numeric-owner "$1") |
    gzip -9n >"$dist/$1.tar.gz"
}

node "$server/release/third-party.mjs" "$server/target/sbom.json" >"$server/target/THIRD-PARTY.txt"

name=kconfig-ls-$version
folder "$name"
mkdir "$stage/$name/lib"
cp "$server/target/kconfig-ls.jar" "$stage/$name/lib/"
pack "$name"

for target; do
  name=kconfig-ls-$version-$target
  folder "$name"
  cp -RL "$server/target/runtimes/$target" "$stage/$name/runtime"
  pack "$name"
  node "$server/release/third-party.mjs" --runtime "$server/target/runtimes/$target" "$server/target/sbom.json" \
    >"$dist/$name.cdx.json"
done
cp "$server/target/sbom.json" "$dist/kconfig-ls-$version.cdx.json"

name=kconfig-ls-$version-lsp4ij
mkdir "$stage/$name"
cp "$server"/clients/lsp4ij/* "$stage/$name/"
chmod -R u=rwX,go=rX "$stage/$name"
(cd "$stage" && find "$name" -type f | sort >files &&
  "$("$server/release/jdk.sh")/bin/jar" --create --no-manifest --date "$time" --file "$dist/$name.zip" @files)

(cd "$dist" && sha256sum -- * >SHA256SUMS)
