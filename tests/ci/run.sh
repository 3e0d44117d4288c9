#!/bin/bash
# Tries what server/ci offers, as far as it can be tried without the services: the reports against their
# schemas, the steps of the GitHub action and of the GitLab template as shell, the hook with pre-commit, the
# targets with make, and reports on a full disk. TREE, if given, is a tree whose reports are checked as well.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd -P)
tree=${1:-}
scratch=$(mktemp -d)
mounted=
cleanup() {
  [ -z "$mounted" ] || umount "$mounted"
  rm -rf "$scratch"
}
trap cleanup EXIT
cd "$root/tests/ci"
passed=0

ok() {
  passed=$((passed + 1))
  printf 'ok: %s\n' "$1"
}

fail() {
  printf 'FAILED: %s\n' "$1" >&2
  exit 1
}

# expect STATUS COMMAND…: runs it, its output in $scratch/out
expect() {
  local wanted=$1 status=0
  shift
  "$@" >"$scratch/out" 2>&1 || status=$?
  [ "$status" -eq "$wanted" ] || { cat "$scratch/out"; fail "exit status $status instead of $wanted: $*"; }
}

[ -d node_modules ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
kconfig_ls=$root/server/bin/kconfig-ls
"$kconfig_ls" --version

# --- reports
reports() {
  local folder=$scratch/reports
  rm -rf "$folder" && mkdir "$folder"
  local status=0
  "$kconfig_ls" check --no-progress "$1" --output json="$folder/json.json" --output sarif="$folder/sarif.json" \
    --output gitlab="$folder/gitlab.json" --output rdjson="$folder/rdjson.json" --output junit="$folder/junit.xml" \
    --output checkstyle="$folder/checkstyle.xml" --output github="$folder/github.txt" || status=$?
  [ "$status" -le 1 ] || fail "check of $1"
  /usr/bin/python3 reports.py "$folder" "$root"/tests/ci/settings/*.json
  cp -r "$folder" "$scratch/again"
  "$kconfig_ls" check --no-progress "$1" --output sarif="$folder/sarif.json" --output json="$folder/json.json" || true
  cmp "$folder/sarif.json" "$scratch/again/sarif.json"
  cmp "$folder/json.json" "$scratch/again/json.json"
  rm -rf "$scratch/again"
  ok "the reports of $(basename "$1"), twice the same"
}
reports "$root/tests/sample"
[ -z "$tree" ] || reports "$tree"

# --- a repository with a finding that is known and one that is new
repository=$scratch/project
mkdir -p "$repository/firmware"
git -c init.defaultBranch=main init -q "$repository"
git -C "$repository" config user.name tester
git -C "$repository" config user.email tester@localhost
printf 'config OLD\n\tbool\n\tdepends on GONE\n' >"$repository/firmware/Kconfig"
git -C "$repository" add . && git -C "$repository" commit -qm first
git -C "$repository" checkout -qb topic
printf '\nconfig NEW\n\tbool\n\tdepends on MISSING\n' >>"$repository/firmware/Kconfig"
git -C "$repository" commit -qam second

# --- the steps of the action
action() {
  (cd "$repository" && env GITHUB_ACTION_PATH="$root/server/ci/github" GITHUB_OUTPUT="$scratch/output" \
    GITHUB_STEP_SUMMARY="$scratch/summary" "$@" bash --noprofile --norc -eo pipefail -c "$step")
}
step=$(/usr/bin/python3 -c 'import sys, yaml; print(yaml.safe_load(open(sys.argv[1]))["runs"]["steps"][0]["run"])' \
  "$root/server/ci/github/action.yml")
expect 1 action INPUT_PATH=firmware INPUT_FAIL_ON=warning INPUT_SARIF=kconfig-ls.sarif
[ "$(grep -c '^::warning file=firmware/Kconfig,line=' "$scratch/out")" -eq 2 ] || fail 'two annotations'
grep -qx 'findings=2' "$scratch/output" && grep -q '2 warning' "$scratch/summary" || fail 'output and summary'
[ -s "$repository/kconfig-ls.sarif" ] || fail 'the SARIF file'
rm "$repository/kconfig-ls.sarif"
expect 1 action INPUT_PATH=firmware INPUT_FAIL_ON=warning INPUT_CHANGED_SINCE=main
[ "$(grep -c '^::warning' "$scratch/out")" -eq 1 ] && grep -q MISSING "$scratch/out" || fail 'changed lines only'
expect 0 action INPUT_PATH=firmware INPUT_OPTIONS=$'--rule\nundefined-symbol=off'
expect 2 action INPUT_PATH=firmware INPUT_CHANGED_SINCE=no-such
expect 2 action INPUT_PATH=firmware INPUT_OPTIONS=--no-such-option
ok 'the GitHub action, its steps run as shell'

# --- the script of the GitLab template
/usr/bin/python3 - "$root/server/ci/gitlab/kconfig-ls.yml" >"$scratch/gitlab.sh" <<'PY'
import sys, yaml
job = yaml.safe_load(open(sys.argv[1]))[".kconfig-ls"]
for name, value in job["variables"].items():
    print(f': "${{{name}:={value}}}"')
print("\n".join(job["script"]))
PY
git clone -q "$root" "$scratch/tool"
mkdir -p "$scratch/tool/server/target"
cp -p "$root"/server/target/kconfig-ls.jar "$scratch/tool/server/target/" 2>/dev/null || true
gitlab() {
  # the clone of the script is replaced by one that is built, all else runs as it stands
  (cd "$repository" && env CI_PROJECT_DIR="$repository" KCONFIG_LS_REPOSITORY="$scratch/tool" KCONFIG_LS_REVISION=HEAD \
    KCONFIG_LS_PATH=firmware KCONFIG_LS_OPTIONS='--fail-on warning' bash -eo pipefail -c '
      git() { command git "$@"; case $1 in clone) cp -rp "$KCONFIG_LS_REPOSITORY/server/target" "${@: -1}/server/"; touch "${@: -1}"/server/target/*.jar;; esac; }
      . "$0"' "$scratch/gitlab.sh")
}
expect 1 gitlab
grep -q '"path": "firmware/Kconfig"' "$repository/kconfig-ls.codequality.json" || fail 'the code quality report'
grep -q '<failure' "$repository/kconfig-ls.junit.xml" || fail 'the JUnit report'
rm -rf "$repository"/kconfig-ls.* "$repository.kconfig-ls"
ok "the GitLab template, its script run as shell"

# --- pre-commit
if command -v pre-commit >/dev/null; then
  touch "$scratch"/tool/server/target/*.jar
  cat >"$repository/.pre-commit-config.yaml" <<YAML
repos:
  - repo: $scratch/tool
    rev: $(git -C "$scratch/tool" rev-parse HEAD)
    hooks:
      - id: kconfig-ls
        args: [--fail-on, warning]
YAML
  export PRE_COMMIT_HOME=$scratch/pre-commit
  (cd "$repository" && git add . && pre-commit install-hooks) >"$scratch/out" 2>&1 || { cat "$scratch/out"; fail 'pre-commit'; }
  for clone in "$PRE_COMMIT_HOME"/repo*; do
    cp -rp "$scratch/tool/server/target" "$clone/server/" && touch "$clone"/server/target/*.jar
  done
  hook() { (cd "$repository" && pre-commit run --all-files); }
  expect 1 hook
  grep -q 'Kconfig:7:13: warning\[undefined-symbol\]' "$scratch/out" || { cat "$scratch/out"; fail 'the finding of the hook'; }
  sed -i 's/ on GONE/ on NEW/; s/ on MISSING/ on y/' "$repository/firmware/Kconfig" && git -C "$repository" add .
  expect 0 hook
  git -C "$repository" checkout -q HEAD -- firmware
  rm "$repository/.pre-commit-config.yaml"
  ok 'the hook of pre-commit'
else
  echo 'left out: there is no pre-commit here'
fi

# --- make
cat >"$repository/Makefile" <<MAKE
KCONFIG_LS = $kconfig_ls
KCONFIG_LS_TREE = firmware
KCONFIG_LS_FLAGS = --fail-on warning
include $root/server/ci/make/kconfig-ls.mk
MAKE
expect 2 make -s -C "$repository" kconfig-ls-check
expect 0 make -s -C "$repository" kconfig-ls-baseline
expect 0 make -s -C "$repository" kconfig-ls-check
grep -q '2 suppressed' "$scratch/out" || fail 'the baseline of make'
ok 'the targets of make'

# --- a full disk
disk=$scratch/disk
mkdir "$disk"
if mount -t tmpfs -o size=64k tmpfs "$disk" 2>/dev/null; then
  mounted=$disk
  echo old >"$disk/report"
  head -c 60000 /dev/zero >"$disk/filling"
  expect 2 "$kconfig_ls" check --no-progress "$root/tests/sample" --output sarif="$disk/report"
  [ "$(wc -l <"$scratch/out")" -eq 1 ] && grep -q 'No space left on device' "$scratch/out" || fail 'one line'
  [ "$(cat "$disk/report")" = old ] && [ "$(ls -A "$disk" | wc -l)" -eq 2 ] || fail 'nothing half-written'
  ok 'a full disk'
else
  echo 'left out: no small file system can be mounted here'
fi
status=0
"$kconfig_ls" check --no-progress "$root/tests/sample" >/dev/full 2>"$scratch/out" || status=$?
[ "$status" -eq 2 ] && grep -qx 'kconfig-ls: standard output cannot be written' "$scratch/out" || fail 'a full standard output'
ok 'a full standard output'
printf '%s passed, 0 failed\n' "$passed"
