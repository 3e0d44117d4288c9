#!/bin/bash
# The step of the action: reads its inputs from the environment, prints annotations, and ends with
# the exit status of "kconfig-ls check".
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)

# GitHub's runners name their Java installations by variables
if [ -z "${KCONFIG_LS_JAVA_HOME:-}" ] && [ -n "${JAVA_HOME_21_X64:-${JAVA_HOME_21_ARM64:-}}" ]; then
  export KCONFIG_LS_JAVA_HOME=${JAVA_HOME_21_X64:-$JAVA_HOME_21_ARM64}
fi

lines() {
  printf '%s\n' "$1" | sed 's/^[[:space:]]*//; s/[[:space:]]*$//; /^$/d'
}

arguments=(check --no-progress --fail-on "${INPUT_FAIL_ON:-error}")
mapfile -t options < <(lines "${INPUT_OPTIONS:-}")
mapfile -t paths < <(lines "${INPUT_PATH:-.}")
arguments+=("${options[@]}")
[ -z "${INPUT_BASELINE:-}" ] || arguments+=(--baseline "$INPUT_BASELINE")
[ -z "${INPUT_SARIF:-}" ] || arguments+=(--output "sarif=$INPUT_SARIF")
if [ -n "${INPUT_CHANGED_SINCE:-}" ]; then
  base=$(git merge-base "$INPUT_CHANGED_SINCE" HEAD) || {
    echo "::error title=kconfig-ls::$INPUT_CHANGED_SINCE is not here: check out with fetch-depth: 0"
    exit 2
  }
  arguments+=(--diff "$base")
fi

text=$(mktemp)
trap 'rm -f "$text"' EXIT
status=0
"$here/../../bin/kconfig-ls" "${arguments[@]}" --format github --output "text=$text" -- "${paths[@]}" || status=$?

if [ "$status" -le 1 ]; then
  summary=$(tail -n 1 "$text")
  count=$(printf '%s\n' "$summary" | grep -oE '[0-9]+ (error|warning|info|hint)' | awk '{ n += $1 } END { print n + 0 }')
  [ -z "${GITHUB_OUTPUT:-}" ] || echo "findings=$count" >>"$GITHUB_OUTPUT"
  [ -z "${GITHUB_STEP_SUMMARY:-}" ] || printf '### kconfig-ls\n\n%s\n' "$summary" >>"$GITHUB_STEP_SUMMARY"
fi
exit "$status"
