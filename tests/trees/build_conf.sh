#!/bin/bash
# Builds a tree's own `conf`, outside the tree. Usage: build_conf.sh TREE OUTPUT [PREFIX]   (flex, bison, gcc)
# PREFIX is that of the symbols where it is not CONFIG_.
set -euo pipefail
tree=$(cd "$1" && pwd)
output=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for folder in scripts/kconfig tools/kconfig util/kconfig xen/tools/kconfig extra/config 3rdparty/kconfig kconfig; do
  [ ! -f "$tree/$folder/conf.c" ] || break
done
[ -f "$tree/$folder/conf.c" ] || { echo "build_conf: no conf.c in $tree" >&2; exit 1; }
cp "$tree/$folder"/*.[chly] "$work"
for shipped in "$tree/$folder"/*_shipped; do
  [ ! -e "$shipped" ] || cp "$shipped" "$work/$(basename "${shipped%_shipped}")"
done
[ ! -d "$tree/scripts/include" ] || cp -r "$tree/scripts/include" "$work/include"
cd "$work"

# The scanner and the parser: lexer.l of 5.0 and later, zconf.l before; old trees ship what the tools made of them.
if [ -f lexer.l ]; then
  flex -o lexer.lex.c -L lexer.l
  bison -o parser.tab.c --defines=parser.tab.h -t -l parser.y
  main=parser.tab.c
  scanner=lexer.lex.c
else
  if [ ! -f zconf.tab.c ]; then
    flex -o zconf.lex.c -L zconf.l
    bison -o zconf.tab.c -t -l zconf.y
  fi
  main=zconf.tab.c
  scanner=zconf.lex.c
  [ -f "$scanner" ] || scanner=lex.zconf.c
fi

# Old parsers include the other sources, newer ones are linked with them.
sources=()
for file in confdata.c expr.c menu.c preprocess.c symbol.c util.c "$scanner"; do
  if [ -f "$file" ] && ! grep -qs "include \"$file\"" "$main"; then
    sources+=("$file")
  fi
done
prefix=()
[ $# -lt 3 ] || prefix=(-DCONFIG_="\"$3\"")
gcc -O2 -w -fcommon -std=gnu11 -DKBUILD_NO_NLS -DPROJECT_NAME='"tree"' -D_GNU_SOURCE "${prefix[@]}" -I. -Iinclude \
  conf.c "$main" "${sources[@]}" "$here/shell_cache.c" -Wl,--wrap=popen,--wrap=pclose -o "$output"
