#!/bin/sh
# Prints the folder of the newest JDK of 21 or later that can link a runtime; nothing if there is none.
set -eu
for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  [ -x "$home/bin/jlink" ] && [ -r "$home/release" ] || continue
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
  [ "${version:-0}" -ge 21 ] || continue
  # without a folder of modules, a JDK of 24 or newer may link from its own image (JEP 493)
  [ -d "$home/jmods" ] || "$home/bin/jlink" --help | grep -q 'run-time image enabled' || continue
  printf '%s %s\n' "$version" "$home"
done | sort -rn | head -n 1 | cut -d' ' -f2-
