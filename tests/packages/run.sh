#!/bin/bash
# What a user installs: builds the release twice, in two folders, and compares the bytes; then unpacks each archive in a
# folder whose name asks for trouble, and runs it without a Java on the PATH and with an empty environment.
# Usage: run.sh [--built]     --built: only unpacks and runs what .ci/release has built
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
passed=0

ok() {
  passed=$((passed + 1))
}

fail() {
  printf 'packages: %s\n' "$1" >&2
  exit 1
}

# Succeeds if a command ends with a status and prints a text. Usage: says STATUS TEXT COMMAND…
says() {
  local wanted=$1 text=$2 status=0
  shift 2
  "$@" >"$work/said" 2>&1 || status=$?
  { [ "$status" = "$wanted" ] && grep -qF -- "$text" "$work/said"; } || {
    cat "$work/said" >&2
    fail "ended with $status, wanted $wanted and '$text': $*"
  }
  ok
}

if [ "${1:-}" != --built ]; then
  "$root/.ci/release" >"$work/log" 2>&1 || { cat "$work/log"; fail 'the release does not build'; }
  second=$work/second
  mkdir "$second"
  (cd "$root" && git ls-files -z --cached --others --exclude-standard | tar --create --null --files-from=- --ignore-failed-read) | tar --extract -C "$second"
  "$second/.ci/release" >"$work/log" 2>&1 || { cat "$work/log"; fail 'the release does not build in another folder'; }
  for file in "$root"/server/target/dist/* "$root"/vscode-client/dist/*.vsix; do
    cmp "$file" "$second/${file#"$root/"}" || fail "two builds differ: $file"
    printf '%10d bytes, the same in both builds: %s\n' "$(wc -c <"$file")" "$(basename "$file")"
    ok
  done
  rm -rf "$second"
fi

dist=$root/server/target/dist
version=$(sed -n 's|.*<revision>\(.*\)</revision>.*|\1|p' "$root/pom.xml")
place="$work/it's \"here\" – gänz Ωeit"
mkdir "$place"
for archive in "$dist"/*.tar.gz; do
  tar --extract --gzip --file "$archive" -C "$place"
done
mkdir "$place/vsix"
(cd "$place/vsix" && "$("$root/server/release/jdk.sh")/bin/jar" --extract --file "$root/vscode-client/dist/kconfig-ls-linux-x64.vsix")
touch "$work/unpacked"
if grep -rlF "$root" "$place" "$dist"; then fail 'these files name the folder they were built in'; fi
ok
if "$("$root/server/release/jdk.sh")/bin/jar" --list --file "$place/kconfig-ls-$version/lib/kconfig-ls.jar" | grep -E '^META-INF/.*\.(SF|RSA|DSA|EC)$'; then
  fail 'the jar holds signatures of others'
fi
ok
(cd "$dist" && sha256sum --quiet --check SHA256SUMS) && ok

# all programs but Java
mkdir "$work/programs"
for program in /usr/bin/* /bin/*; do
  case ${program##*/} in java | javac | jlink) ;; *) ln -sf "$program" "$work/programs/" ;; esac
done
bare=(env -i PATH="$work/programs")

packaged="$place/kconfig-ls-$version-linux-x64"
plain="$place/kconfig-ls-$version"
for folder in "$packaged" "$plain"; do
  says 0 "kconfig-ls $version" "${bare[@]}" "$folder/bin/kconfig-ls" --version
  says 1 'error[recursive-dependency]' "${bare[@]}" "$folder/bin/kconfig-ls" check "$root/tests/sample"
  says 0 'initialize is answered' "${bare[@]}" node "$root/tests/packages/initialize.mjs" --once server "$folder/bin/kconfig-ls" serve --stdio
  says 0 '</svg>' "${bare[@]}" "$folder/bin/kconfig-ls" graph RADIO_MESH --format svg --root "$root/tests/sample/Kconfig"
  cp -r "$root/tests/sample" "$place/größe"
  for locale in LC_ALL=C LANG=xx_XX.UTF-8 LC_CTYPE=xx_XX; do
    says 1 'error[recursive-dependency]' "${bare[@]}" "$locale" "$folder/bin/kconfig-ls" check "$place/größe"
  done
  rm -r "$place/größe"
done
[ -z "$(find "$packaged" -newer "$work/unpacked")" ] || fail 'a package with a runtime writes into its own folder'
ok
ln -s "$packaged/bin/kconfig-ls" "$work/linked"
says 0 "kconfig-ls $version" "${bare[@]}" "$work/linked" --version

# the start-up archive is used, wherever the runtime lies and whenever its files were written
runtime=$place/vsix/extension/dist/runtime
chmod u+x "$runtime/bin/java" "$runtime/lib/jspawnhelper"
touch "$runtime/lib/modules"
for java in "$runtime/bin/java" "$packaged/runtime/bin/java"; do
  "${bare[@]}" LC_CTYPE=C.UTF-8 "$java" -Xshare:on -XX:+UseSerialGC -Xlog:class+load -m kconfigls/kconfigls.cli.Main check "$root/tests/sample" >"$work/loaded" || [ $? = 1 ]
  shared=$(grep -c 'source: shared objects file' "$work/loaded")
  others=$(grep 'source: ' "$work/loaded" | grep -vc 'shared objects file')
  [ "$shared" -gt $((10 * others)) ] || fail "only $shared classes came from the start-up archive, $others from elsewhere"
  printf '%s classes from the start-up archive, %s from elsewhere\n' "$shared" "$others"
  ok
done

"$root/tests/packages/launcher.sh" "$plain"
ok

# errors tell the next step
mkdir -p "$work/javas/old/bin"
echo 'JAVA_VERSION="17.0.1"' >"$work/javas/old/release"
printf '#!/bin/sh\n' >"$work/javas/old/bin/java"
chmod +x "$work/javas/old/bin/java"
sed "s|/usr/lib/jvm/|$work/javas/|; s|/opt/\*j[dr][ek]\*||g" "$plain/bin/kconfig-ls" >"$plain/bin/elsewhere"
chmod +x "$plain/bin/elsewhere"
says 2 "the newest Java found is 17, in $work/javas/old. Java 21 or newer is needed: install one" "${bare[@]}" "$plain/bin/elsewhere" --version
rm -r "$work/javas"
says 2 'no Java was found. Java 21 or newer is needed: install one' "${bare[@]}" "$plain/bin/elsewhere" --version
broken=$place/broken
cp -r "$packaged" "$broken"
sed -i 's/linux-x64/linux-arm64/' "$broken/runtime/release"
says 2 'is not for this machine, which is linux-x64' "${bare[@]}" "$broken/bin/kconfig-ls" --version
chmod -x "$broken/runtime/bin/java"
says 2 'may not be executed' "${bare[@]}" "$broken/bin/kconfig-ls" --version
rm "$broken/runtime/lib/modules"
says 2 'lib/modules is missing: unpack the archive once more' "${bare[@]}" "$broken/bin/kconfig-ls" --version

java=$("$root/server/release/jdk.sh")/bin/java
node "$root/tests/packages/initialize.mjs" 'archive with runtime' "$packaged/bin/kconfig-ls" serve --stdio \
  -- 'archive with the Java of the machine' "$plain/bin/kconfig-ls" serve --stdio \
  -- 'java -jar' "$java" -jar "$plain/lib/kconfig-ls.jar" serve --stdio
printf '\n%d passed, 0 failed\n' "$passed"
