#!/bin/sh
# Sessions with real Neovim, Emacs and Kate over stdio. Usage: run.sh [TIMES]   (root, Debian 12: installs what it needs)
set -eu
cd "$(dirname "$0")"
times=${1:-1}
root=$(cd ../.. && pwd)
if ! command -v nvim >/dev/null || ! command -v emacs >/dev/null || [ ! -d /usr/share/emacs/site-lisp/elpa-src ]; then
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq install -y --no-install-recommends neovim emacs-nox elpa-eglot >/dev/null
fi
if ! command -v kate >/dev/null || ! command -v dbus-run-session >/dev/null; then
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq install -y --no-install-recommends kate dbus-daemon >/dev/null
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work/home" KLS_SERVER="${KLS_SERVER:-$root/server/bin/kconfig-ls}"
export KCONFIG_LS_RECORD="$work/messages"
mkdir -p "$HOME" "$KCONFIG_LS_RECORD"
"$KLS_SERVER" --version >/dev/null

# The set-ups that the page prints are those that run.
part() { awk -v "from=\`\`\`$1" '$0 == from { on = 1; next } /^```/ { on = 0 } on' "$root/server/docs/editors.md"; }
part lua >"$work/page.lua"
part elisp >"$work/page.el"
part json | sed '/^}/q' >"$work/page.json" # the first is Kate's
export KLS_PAGE="$work/page" PATH="$(dirname "$KLS_SERVER"):$PATH"

# A tree of two files and a configuration with a mistake each, in which each session makes the same walk.
tree() {
  rm -rf "$work/tree"
  mkdir -p "$work/tree/drivers"
  echo '{}' >"$work/tree/.kconfig-ls.json"
  printf 'CONFIG_PHYY=y\n' >"$work/tree/small_defconfig"
  printf 'mainmenu "Example"\n\nconfig NET\n\tbool "Networking"\n\thelp\n\t  Networks.\n\nconfig PHY\n\tbool "PHY"\n\tdepends on NETT\n\nsource "drivers/Kconfig"\n' >"$work/tree/Kconfig"
  printf 'config ETH\n  bool "Ethernet"\n\tdepends on NET\n\tselect PHY\n' >"$work/tree/drivers/Kconfig"
}

i=0
while [ "$i" -lt "$times" ]; do
  i=$((i + 1))
  tree
  KLS_TREE="$work/tree" timeout 120 nvim --headless -u NONE -i NONE -n -c 'luafile neovim.lua' || { echo "Neovim: failed in pass $i" >&2; exit 1; }
  tree
  KLS_TREE="$work/tree" ./kate.sh || { echo "Kate: failed in pass $i" >&2; exit 1; }
  tree
  KLS_TREE="$work/tree" timeout 120 emacs -Q --batch -l emacs.el || { echo "Emacs: failed in pass $i" >&2; exit 1; }
done
modules="$root/vscode-client/node_modules"
[ ! -d "$modules" ] || node validate.mjs "$modules" "$KCONFIG_LS_RECORD"/*.jsonl
