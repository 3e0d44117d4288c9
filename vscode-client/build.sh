#!/bin/sh
# Called by the build: checks, tests and packs the client, or says why it does not.
set -eu
cd "$(dirname "$0")"
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo 'vscode-client: left out, because there is no Node.js with npm here'
  exit 0
fi
if [ ! -d node_modules ] || [ package-lock.json -nt node_modules ]; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
fi
npm run --silent typecheck
npm test --silent >test.log 2>&1 || { cat test.log; exit 1; }
rm -f test.log
npm run --silent package >package.log 2>&1 || { cat package.log; exit 1; }
rm -f package.log
