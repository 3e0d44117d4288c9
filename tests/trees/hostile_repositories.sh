#!/bin/sh
# Makes two repositories that have git run commands, each of which makes a file MARKS/NAME. Usage: hostile_repositories.sh FOLDER MARKS
#
# FOLDER/cloned    a plain clone. Its settings name a folder of the tree that git takes for a bare repository, with a sparse index
#                  whose folders are missing and a remote to fetch them from, by a command.
# FOLDER/unpacked  a tree that came with its .git, as from an archive: filters, external diff, fsmonitor, hooks, alternates, a sparse
#                  index, and missing objects.
set -eu
mkdir -p "$1" "$2"
folder=$(cd "$1" && pwd -P)
marks=$(cd "$2" && pwd -P)
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@localhost GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@localhost

# The command that leaves a mark; what it prints and its status do not matter.
mark() {
  printf "touch '%s/%s'; false" "$marks" "$1"
}

# A tree with a file for each folder; the second commit changes the root file.
tree() {
  git init -q "$1"
  mkdir -p "$1/kept" "$1/left"
  printf 'config A\n\tbool "The a"\n\tdepends on GONE\n' >"$1/Kconfig"
  printf 'int kept = CONFIG_A;\n' >"$1/kept/a.c"
  printf 'int left = CONFIG_A;\n' >"$1/left/b.c"
  git -C "$1" add -A
  git -C "$1" commit -q -m first
  printf '\nconfig B\n\tbool "The b"\n\tdepends on MISSING\n' >>"$1/Kconfig"
  git -C "$1" commit -q -a -m second
}

# The index has one entry for the folder `left`, whose tree is missing.
without_objects() {
  git -C "$1" sparse-checkout set --cone --sparse-index kept
  for object in HEAD:left HEAD~1:Kconfig; do
    id=$(git -C "$1" rev-parse "$object")
    rm -f "$1/.git/objects/$(printf %.2s "$id")/${id#??}"
  done
  git -C "$1" config core.repositoryFormatVersion 1
  git -C "$1" config extensions.partialClone origin
  git -C "$1" config remote.origin.promisor true
  git -C "$1" config remote.origin.url "$folder"
  git -C "$1" config remote.origin.uploadpack "$(mark "uploadpack-$2")"
}

tree "$folder/made"
without_objects "$folder/made" cloned
git -C "$folder/made" config core.bare false
git -C "$folder/made" config core.worktree .
mv "$folder/made" "$folder/made.tree"
mkdir "$folder/upstream"
mv "$folder/made.tree/.git" "$folder/upstream/bare"
mkdir -p "$folder/upstream/bare/refs/heads" "$folder/upstream/bare/kept"
touch "$folder/upstream/bare/refs/heads/.keep"
cp "$folder/made.tree/Kconfig" "$folder/upstream/bare/Kconfig"
cp "$folder/made.tree/kept/a.c" "$folder/upstream/bare/kept/a.c"
printf '{ "root": "bare/Kconfig", "srctree": "bare" }\n' >"$folder/upstream/.kconfig-ls.json"
rm -rf "$folder/made.tree"
git init -q "$folder/upstream"
git -C "$folder/upstream" add -A -f
git -C "$folder/upstream" commit -q -m first
git clone -q "$folder/upstream" "$folder/cloned"
rm -rf "$folder/upstream"

tree "$folder/unpacked"
without_objects "$folder/unpacked" unpacked
for name in clean smudge process; do
  git -C "$folder/unpacked" config "filter.f.$name" "$(mark "filter-$name")"
done
git -C "$folder/unpacked" config filter.f.required true
git -C "$folder/unpacked" config core.fsmonitor "$(mark fsmonitor)"
git -C "$folder/unpacked" config diff.external "$(mark external-diff)"
git -C "$folder/unpacked" config diff.d.textconv "$(mark textconv)"
git -C "$folder/unpacked" config diff.d.command "$(mark diff-command)"
git -C "$folder/unpacked" config core.hooksPath .git/hooks
git -C "$folder/unpacked" config core.pager "$(mark pager)"
printf '* filter=f diff=d\n' >"$folder/unpacked/.git/info/attributes"
printf '/dev/zero\n%s\n' "$folder/cloned/.git/objects" >"$folder/unpacked/.git/objects/info/alternates"
printf '#!/bin/sh\n%s\n' "$(mark hook)" >"$folder/unpacked/.git/hooks/post-index-change"
chmod +x "$folder/unpacked/.git/hooks/post-index-change"
printf '# changed\n' >>"$folder/unpacked/Kconfig"
