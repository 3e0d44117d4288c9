#!/bin/bash
# The launcher where others have put something in its way: programs in the current folder, an archive of loaded classes that
# is damaged or that others can change, sources beside it that are not its own, names of folders that ask for trouble.
# Usage: launcher.sh [FOLDER]     FOLDER: an unpacked archive without a runtime; without it one is made of what is built here
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
passed=0

fail() {
  printf 'launcher: %s\n' "$1" >&2
  exit 1
}

ok() {
  passed=$((passed + 1))
}

from=${1:-}
if [ -z "$from" ]; then
  from=$work/made
  mkdir -p "$from/bin" "$from/lib"
  cp "$root/server/bin/kconfig-ls" "$from/bin/"
  cp "$root/server/target/kconfig-ls.jar" "$from/lib/"
fi

# A package of its own for each test, with an empty cache.
fresh() {
  rm -rf "$work/package" "$work/cache"
  mkdir -m 755 "$work/package" "$work/cache"
  cp -r "$from/bin" "$from/lib" "$work/package/"
  rm -f "$work"/package/lib/*.jsa*
  archive=$work/package/lib/kconfig-ls.jsa
}

# Runs a short command of the package, which must succeed and print nothing on stderr. Usage: runs WHAT [NAME=VALUE…]
runs() {
  env "XDG_CACHE_HOME=$work/cache" "${@:2}" "${launcher:-$work/package/bin/kconfig-ls}" symbols "$root/tests/sample" >"$work/out" 2>"$work/err" ||
    fail "$1: ended with $? $(cat "$work/err")"
  grep -q APP_ALARM "$work/out" || fail "$1: printed something else"
  [ ! -s "$work/err" ] || { cat "$work/err"; fail "$1: wrote to stderr"; }
}

# Succeeds if the next start takes an archive as it is.
shares() {
  [ -f "$1.verified" ] && [ ! "$1" -nt "$1.verified" ] || fail "$2: $1 is not verified"
}

damage() { # FILE OFFSET
  printf 'damaged, damaged' | dd of="$1" bs=1 seek="$2" conv=notrunc status=none
}

# a hostile current folder
fresh
hostile=$work/hostile
mkdir "$hostile" "$hostile/bin"
for program in java mvn sed find sort head tail grep cksum cut wc ls id dirname readlink uname mktemp cat touch mkdir mv rm printf; do
  for folder in "$hostile" "$hostile/bin"; do
    printf '#!/bin/sh\n: >"%s/ran-%s"\nexit 1\n' "$work" "$program" >"$folder/$program"
    chmod +x "$folder/$program"
  done
done
echo '+UseG1GC' >"$hostile/.hotspotrc"
echo 'print java/lang/String.hashCode' >"$hostile/.hotspot_compiler"
before=$(ls -aR "$hostile")
for path in ".:$PATH" ":$PATH" "bin:./bin:$PATH:"; do
  (cd "$hostile" && runs "PATH=$path" "PATH=$path" IFS=/ CDPATH=/)
  (cd "$hostile" && runs "PATH=$path, with a cache that is named from here" "PATH=$path" XDG_CACHE_HOME=.cache HOME=.)
done
[ -z "$(ls "$work" | grep '^ran-')" ] || fail "ran from the current folder: $(cd "$work" && echo ran-*)"
[ "$before" = "$(ls -aR "$hostile")" ] || fail 'the current folder holds something new'
ok
if command -v strace >/dev/null; then
  fresh
  for _ in 1 2 3; do # no archive, a new one, a verified one
    (cd "$hostile" && strace -E "PATH=.:$PATH" -E "XDG_CACHE_HOME=$work/cache" -f -o "$work/trace" -e trace=execve,open,openat,connect \
      "$work/package/bin/kconfig-ls" symbols "$root/tests/sample" >/dev/null)
    if grep -E '(execve\(|openat\(AT_FDCWD, |open\()"([^/.]|\.[^"])' "$work/trace" | grep -v ENOENT; then fail 'opens or starts something that is named from the current folder'; fi
    if grep -F "\"$hostile" "$work/trace"; then fail 'opens or starts something in the current folder'; fi
    if grep -E 'connect\(.*AF_INET' "$work/trace"; then fail 'connects'; fi
  done
  ok
fi

# a crash leaves nothing behind
fresh
(
  cd "$hostile"
  mkfifo "$work/in"
  rm -f "$work/out" "$work/err"
  XDG_CACHE_HOME=$work/cache "$work/package/bin/kconfig-ls" serve --stdio <"$work/in" >"$work/out" 2>"$work/err" &
  exec 3>"$work/in"
  body='{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{}}}'
  printf 'Content-Length: %d\r\n\r\n%s' ${#body} "$body" >&3
  until [ -s "$work/out" ]; do sleep 0.1; done
  kill -SEGV $!
  wait $! || true
) 2>/dev/null
grep -q SIGSEGV "$work/err" || fail 'a crash is not told on stderr'
[ "$before" = "$(ls -aR "$hostile")" ] || fail 'a crash leaves files in the current folder'
ok

# an archive that is damaged is thrown away and made again
fresh
runs 'without an archive'
[ -f "$archive" ] || fail 'the first run makes no archive'
size=$(wc -c <"$archive")
for at in 0 100 5000 $((size / 3)) $((size / 2)) $((size - 1000)); do
  damage "$archive" "$at"
  runs "an archive, new and damaged at $at"
  [ -f "$archive" ] || fail "no archive was made instead of one that is damaged at $at"
  runs 'the archive that was made instead'
  shares "$archive" "after damage at $at"
  damage "$archive" "$at"
  runs "an archive, known and damaged at $at"
  ok
done
runs 'whole'
for text in '' 'no archive'; do
  printf %s "$text" >"$archive"
  runs "an archive that holds '$text'"
  ok
done
runs 'whole'
head -c 1000000 "$archive" >"$work/short"
touch -r "$archive.verified" "$work/short"
cp -p "$work/short" "$archive"
runs 'an archive that was cut, with its old age'
ok

# what others can change is not taken
for way in folder file link; do
  fresh
  runs 'without an archive'
  runs 'with a new archive'
  shares "$archive" 'before others could change it'
  damage "$archive" 3000
  touch "$archive.verified"
  case $way in
    folder) chmod 777 "$work/package/lib" ;;
    file) chmod 666 "$archive" ;;
    link) mv "$archive" "$work/real.jsa" && ln -s "$work/real.jsa" "$archive" ;;
  esac
  sum=$(cksum <"$archive")
  runs "an archive that others can change: $way"
  [ "$sum" = "$(cksum <"$archive")" ] || fail "an archive that others can change was written: $way"
  [ -n "$(ls "$work/cache/kconfig-ls")" ] || fail "no archive was made in the cache instead: $way"
  [ "$(ls -ld "$work/cache/kconfig-ls" | cut -c1-10)" = drwx------ ] || fail 'the cache is open to others'
  runs 'with an archive in the cache'
  chmod 777 "$work/cache/kconfig-ls"
  for file in "$work"/cache/kconfig-ls/*.jsa; do damage "$file" 3000 && touch "$file.verified"; done
  runs "and one in the cache, too: $way"
  ok
done

# two first runs at once
fresh
runs 'one of two' &
other=$!
sed 's|"$work/out"|"$work/out2"|g; s|"$work/err"|"$work/err2"|g' <<<"$(declare -f runs)" >"$work/runs2"
(. "$work/runs2" && runs 'the other of two')
wait "$other"
runs 'after two first runs at once'
runs 'and again'
shares "$archive" 'after two first runs at once'
ok

# names of folders
for name in 'a b' "it's \"here\"" $'two\nlines' $'ends\n' '-n' '$(touch ran)' 'a*b'; do
  fresh
  mkdir -p "$work/names/$name"
  cp -r "$work/package/." "$work/names/$name/"
  launcher=$work/names/$name/bin/kconfig-ls runs "in a folder '$name'"
  ln -sf "$work/names/$name/bin/kconfig-ls" "$work/linked"
  launcher=$work/linked runs "by a link to a folder '$name'"
  (cd "$work/names/$name/bin" && launcher=./kconfig-ls runs "from its own folder '$name'")
  ok
done

# builds a clone, and nothing else
fresh
mkdir -p "$work/maven" "$work/package/src/main/java/kconfigls" "$work/grammar/src"
printf '#!/bin/bash\n: >%q/built\nmkdir -p server/target\ncp %q/lib/kconfig-ls.jar server/target/\n' "$work" "$from" >"$work/maven/mvn"
chmod +x "$work/maven/mvn"
printf '<project><groupId>kconfigls</groupId></project>\n' >"$work/pom.xml"
runs 'a package with sources beside it' "PATH=$work/maven:$PATH"
[ ! -e "$work/built" ] || fail 'builds beside a released jar'
rm "$work/package/lib/kconfig-ls.jar"
sed -i s/kconfigls/others/ "$work/pom.xml"
status=0
PATH=$work/maven:$PATH "$work/package/bin/kconfig-ls" --version >"$work/out" 2>&1 || status=$?
[ "$status" = 2 ] && grep -q 'kconfig-ls.jar is missing: unpack the archive once more' "$work/out" || fail "a package without a jar: $status $(cat "$work/out")"
[ ! -e "$work/built" ] || fail 'builds what is no clone'
clone=$work/clone
mkdir -p "$clone/server/src/main/java/kconfigls" "$clone/grammar/src"
cp -r "$from/bin" "$clone/server/"
printf '<project><groupId>kconfigls</groupId></project>\n' >"$clone/pom.xml"
PATH=$work/maven:$PATH "$clone/server/bin/kconfig-ls" --version >"$work/out" 2>&1 || fail "a clone: $(cat "$work/out")"
[ -e "$work/built" ] || fail 'does not build a clone'
ok

printf 'launcher: %d passed, 0 failed\n' "$passed"
