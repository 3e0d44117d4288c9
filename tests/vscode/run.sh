#!/bin/sh
# The test in a real VS Code: packs the extension, installs it, and drives the editor.
set -eu
cd "$(dirname "$0")"
[ -d node_modules/code-server ] || ./setup.sh
root=$(cd ../.. && pwd)
[ -f "$root/server/target/kconfig-ls.jar" ] || "$root/server/bin/kconfig-ls" --version >/dev/null
(cd "$root/vscode-client" && { [ -d node_modules ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; } && npm run --silent package >/dev/null)
VSIX="$root/vscode-client/dist/kconfig-ls.vsix" exec node ui.mjs
