#!/bin/sh
# A session with a real Kate without a screen, set up as the page says: it must be told of a mistake in KLS_TREE, and ask for symbols and
# colours. KLS_PAGE.json is the set-up; the server writes its messages into the folder KCONFIG_LS_RECORD.
set -eu
home=$(mktemp -d)
end() {
  [ ! -s "$home/id" ] || kill "$(cat "$home/id")" 2>/dev/null || true
  wait
  rm -rf "$home"
}
trap end EXIT
mkdir -p "$home/.config/kate/lspclient" "$home/run"
chmod 700 "$home/run"
cp "$KLS_PAGE.json" "$home/.config/kate/lspclient/settings.json"
# the server is one that the user has allowed
printf '[Kate Plugins]\nlspclientplugin=true\n\n[lspclient]\nAllowedServerCommandLines=kconfig-ls serve --stdio,%s serve --stdio\n' "$KLS_SERVER" >"$home/.config/katerc"
export HOME="$home" XDG_RUNTIME_DIR="$home/run" QT_QPA_PLATFORM=offscreen
unset XDG_CONFIG_HOME XDG_DATA_HOME
touch "$home/start"
# shellcheck disable=SC2016
dbus-run-session sh -c 'echo $$ >"$HOME/id"; exec timeout 100 kate -n "$KLS_TREE/Kconfig"' >"$home/output" 2>&1 &

# Whether a message of this session has both texts.
seen() { find "$KCONFIG_LS_RECORD" -newer "$home/start" -name '*.jsonl' -exec cat {} + | grep -F "$1" | grep -qF "$2"; }
tries=0
until seen textDocument/publishDiagnostics '`NETT` is not defined' && seen textDocument/documentSymbol '"from":"client"' &&
  seen textDocument/semanticTokens '"from":"client"'; do
  tries=$((tries + 1))
  if [ "$tries" -gt 90 ]; then
    tail -n 5 "$home/output" >&2
    exit 1
  fi
  sleep 1
done
echo 'Kate: a finding, symbols and colours'
