#!/bin/bash
# Installs the Python programs that judge a dialect, each into an environment of its own, for one package replaces modules of another.
#
# Usage: judges.sh FOLDER   then FOLDER/esp-idf-kconfig/bin/python and FOLDER/kconfiglib/bin/python have them
set -euo pipefail
folder=$1
mkdir -p "$folder"
for package in esp-idf-kconfig==3.14.0 kconfiglib==14.1.0; do
  name=${package%%=*}
  [ -f "$folder/$name/done" ] && continue
  rm -rf "${folder:?}/$name"
  /usr/bin/python3 -m venv "$folder/$name"
  "$folder/$name/bin/python" -m pip install --quiet --disable-pip-version-check "$package"
  touch "$folder/$name/done"
done
