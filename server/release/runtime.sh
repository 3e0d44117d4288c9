#!/bin/sh
# Links a runtime that holds the program: no Java is needed where it runs.
# Usage: runtime.sh JAR TARGET FOLDER [JMODS]
#   TARGET  linux-x64, linux-arm64, darwin-x64, darwin-arm64, win32-x64 or win32-arm64, as VS Code names them
#   JMODS   the folder jmods of a JDK for TARGET, of the very version of the JDK here; needed for another machine than this
# With a runtime for this machine comes its start-up archive, which is made by starting it; for another machine there is
# none, unless this script runs there.
set -eu
export LC_ALL=C
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
jar=$1
target=$2
runtime=$3
jmods=${4:-}
main=kconfigls/kconfigls.cli.Main

fail() {
  printf 'runtime: %s\n' "$1" >&2
  exit 2
}

host() {
  case $(uname -sm) in
    'Linux x86_64') echo linux-x64 ;;
    'Linux aarch64') echo linux-arm64 ;;
    'Darwin x86_64') echo darwin-x64 ;;
    'Darwin arm64') echo darwin-arm64 ;;
    *) uname -sm ;;
  esac
}

java_home=$("$here/jdk.sh")
[ -n "$java_home" ] || fail 'no JDK of 21 or newer was found whose jlink has modules to link: set JAVA_HOME'
[ -f "$jar" ] || fail "$jar is not there: build it first"
[ "$target" = "$(host)" ] || [ -n "$jmods" ] || fail "for $target on $(host) the jmods of a JDK for $target are needed"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$jar" "$work/kconfig-ls.jar"
chmod u+w "$work/kconfig-ls.jar"

# Libraries name java.sql and java.desktop, which has prefs and datatransfer, in parts that are not used here; the runtime is
# smaller by a fifth without them.
modules=$("$java_home/bin/jdeps" --multi-release 21 --ignore-missing-deps --list-deps "$jar" 2>/dev/null |
  sed 's/^ *//; s|/.*||' | grep -E '^(java|jdk)\.' | grep -vE '^java\.(sql|desktop|datatransfer|prefs)$' | sort -u)
(
  echo 'module kconfigls {'
  printf '  requires %s;\n' $modules jdk.unsupported | sort -u
  # a module tells its services in its declaration, not in META-INF
  mkdir "$work/services"
  cd "$work/services"
  "$java_home/bin/jar" --extract --file "$work/kconfig-ls.jar" META-INF/services
  for service in META-INF/services/*; do
    [ -f "$service" ] || continue
    name=$(basename "$service")
    providers=$(sed 's/#.*//; s/[[:space:]]//g' "$service" | grep . | sort -u | paste -sd, -)
    [ -z "$providers" ] || printf '  uses %s;\n  provides %s with %s;\n' "$name" "$name" "$providers"
  done
  echo '}'
) >"$work/module-info.java"
"$java_home/bin/javac" --release 21 -d "$work/module" --patch-module "kconfigls=$work/kconfig-ls.jar" "$work/module-info.java"
"$java_home/bin/jar" --update --file "$work/kconfig-ls.jar" -C "$work/module" module-info.class

rm -rf "$runtime"
mkdir -p "$(dirname "$runtime")"
runtime=$(CDPATH='' cd -- "$(dirname "$runtime")" && pwd -P)/$(basename "$runtime")
# jlink strips native code on Linux only, and of its own machine only
strip=
case $target in "$(host)") case $target in linux-*) strip='--strip-native-debug-symbols exclude-debuginfo-files' ;; esac ;; esac
# Not compressed, because the archive around it compresses better. Names of lines stay, for reports of faults.
# shellcheck disable=SC2086
"$java_home/bin/jlink" --module-path "$work/kconfig-ls.jar${jmods:+:$jmods}" --add-modules kconfigls \
  $strip --no-header-files --no-man-pages --compress zip-0 \
  --release-info "add:KCONFIG_LS_TARGET=$target" --output "$runtime"
rm -f "$runtime/bin/keytool" "$runtime/bin/keytool.exe"

if [ "$target" = "$(host)" ]; then
  node "$here/record.mjs" "$runtime/bin/java" "$main" "$work/classes"
  "$runtime/bin/java" -Xshare:dump -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr \
    -XX:SharedClassListFile="$work/classes" -m "$main" >"$work/dump" 2>&1 || { cat "$work/dump" >&2; fail 'no start-up archive was made'; }
fi
chmod -R u=rwX,go=rX "$runtime"
