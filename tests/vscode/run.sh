#!/bin/sh
# The tests in a real VS Code: pack the extension, install it, and drive the editor. VSIX=FILE takes another package. With
# TREE=FOLDER, a tree of Linux 6.1, what a new user does with the package for linux-x64 that .ci/release has made, too.
# The pictures and logs are in out-ui, out-views, out-trouble, out-trust and out-linux; PICTURES=1 puts those of the documentation into its place.
set -eu
cd "$(dirname "$0")"
[ -d node_modules/code-server ] || ./setup.sh
root=$(cd ../.. && pwd)
[ -f "$root/server/target/kconfig-ls.jar" ] || "$root/server/bin/kconfig-ls" --version >/dev/null
(cd "$root/vscode-client" && { [ -d node_modules ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; } && npm run --silent package >/dev/null)
export VSIX="${VSIX:-$root/vscode-client/dist/kconfig-ls.vsix}"
KCONFIG_LS_RECORD=$(mktemp -d)
export KCONFIG_LS_RECORD
trap 'rm -rf "$KCONFIG_LS_RECORD"' EXIT
drive() {
  node "$1" || {
    echo "$1 failed in VS Code; trying once more, in case the machine was too slow" >&2
    node "$1"
  }
}
drive ui.mjs
drive views.mjs
drive trouble.mjs
drive trust.mjs
[ -z "${TREE:-}" ] || VSIX="$root/vscode-client/dist/kconfig-ls-linux-x64.vsix" drive linux.mjs
if [ -n "${PICTURES:-}" ]; then
  cp out-ui/vscode.png out-views/value.png "$root/server/docs/images/"
  for picture in menu hover graph; do cp "out-linux/picture-$picture.png" "$root/server/docs/images/$picture.png"; done
fi
node ../editors/validate.mjs "$root/vscode-client/node_modules" "$KCONFIG_LS_RECORD"/*.jsonl
