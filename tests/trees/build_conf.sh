#!/bin/bash
# Builds a Linux tree's own `conf`, outside the tree. Usage: build_conf.sh TREE OUTPUT   (flex, bison, gcc)
set -euo pipefail
tree=$(cd "$1" && pwd)
output=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$tree"/scripts/kconfig/*.[chly] "$work"
mkdir "$work/include"
[ ! -d "$tree/scripts/include" ] || cp "$tree"/scripts/include/* "$work/include"
cd "$work"
flex -o lexer.lex.c -L lexer.l
bison -o parser.tab.c --defines=parser.tab.h -t -l parser.y
gcc -O2 -std=gnu11 -D_DEFAULT_SOURCE -D_XOPEN_SOURCE=600 -I. -Iinclude \
  conf.c confdata.c expr.c menu.c preprocess.c symbol.c util.c lexer.lex.c parser.tab.c "$here/shell_cache.c" -Wl,--wrap=popen,--wrap=pclose -o "$output"
