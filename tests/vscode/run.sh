#!/bin/sh
# The test in a real VS Code: packs the extension, installs it, and drives the editor. VSIX=FILE takes another package, for
# instance the one with a runtime that .ci/release made.
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
for test in ui.mjs views.mjs; do
  node "$test" || {
    echo "$test failed in VS Code; trying once more, in case the machine was too slow" >&2
    node "$test"
  }
done
node ../editors/validate.mjs "$root/vscode-client/node_modules" "$KCONFIG_LS_RECORD"/*.jsonl
