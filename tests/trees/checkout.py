#!/usr/bin/env python3
"""Changes the revision under a running language server, and fails if that does not end in the state of a restart.

Usage: checkout.py TREE OTHER   Both become revisions of one repository, in a temporary folder: the server starts on the first, `git checkout`
brings the second and then the first again, the client tells what files changed, as editors do, and all diagnostics must be those of a server
that is started on that revision.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from bench import LAUNCHER, Client

KINDS = {"A": 1, "M": 2, "D": 3}  # FileChangeType: created, changed, deleted
SETTLED = 1.5  # seconds without a refresh


def git(tree, *arguments):
    done = subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments], cwd=tree, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"git {arguments}: {done.stderr}")
    return done.stdout


def replace(tree, other):
    for entry in tree.iterdir():
        if entry.name != ".git":
            shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
    shutil.copytree(other, tree, symlinks=True, dirs_exist_ok=True)


class Session:
    def __init__(self, tree):
        self.client = Client([LAUNCHER, "serve", "--stdio"])
        capabilities = {"window": {"workDoneProgress": True}, "textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}
        self.client.request("initialize", {"processId": os.getpid(), "rootUri": tree.as_uri(), "capabilities": capabilities,
                                           "workspaceFolders": [{"uri": tree.as_uri(), "name": "tree"}]})
        self.client.send(method="initialized", params={})
        self.client.wait(lambda m: m.get("method") == "$/progress" and m["params"]["value"]["kind"] == "end")
        self.refreshed()

    def refreshed(self):
        self.client.wait(lambda m: m.get("method") == "workspace/diagnostic/refresh")
        time.sleep(SETTLED)
        while not self.client.inbox.empty():
            self.client.wait(lambda m: True)

    def changed(self, tree, names):
        changes = [{"uri": (tree / name).as_uri(), "type": KINDS[kind[0]]} for kind, name in names]
        self.client.send(method="workspace/didChangeWatchedFiles", params={"changes": changes})
        self.refreshed()

    def state(self):
        items = self.client.request("workspace/diagnostic", {"previousResultIds": []})["result"]["items"]
        return {item["uri"]: json.dumps(item["items"], sort_keys=True) for item in items}

    def end(self):
        self.client.request("shutdown", None)
        self.client.send(method="exit")
        self.client.process.wait(timeout=10)


def fresh(tree):
    session = Session(tree)
    state = session.state()
    session.end()
    return state


def main():
    first, second = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    failed = False
    with tempfile.TemporaryDirectory() as temporary:
        tree = pathlib.Path(temporary).resolve() / "tree"
        tree.mkdir()
        git(tree, "init", "-q")
        for name, source in (("first", first), ("second", second)):
            replace(tree, source)
            git(tree, "add", "-Af")
            git(tree, "commit", "-qm", name)
            git(tree, "tag", name)
        git(tree, "checkout", "-q", "first")
        session = Session(tree)
        for before, revision in (("first", "second"), ("second", "first")):
            git(tree, "checkout", "-q", revision)
            lines = git(tree, "diff", "--name-status", "--no-renames", before, revision).splitlines()
            names = [line.split("\t") for line in lines if pathlib.PurePath(line.split("\t")[1]).name.startswith(("Kconfig", "Config.in"))]
            session.changed(tree, names)
            here, there = session.state(), fresh(tree)
            differ = sorted(uri for uri in here.keys() | there.keys() if here.get(uri) != there.get(uri))
            print(f"{before} to {revision}: {len(names)} files changed, {sum(len(json.loads(each)) for each in there.values())} diagnostics in "
                  f"{len(there)} files, {len(differ)} files differ from a restart")
            for uri in differ[:10]:
                print(f"  {uri}\n    running:   {here.get(uri, '')[:300]}\n    restarted: {there.get(uri, '')[:300]}")
            failed |= bool(differ)
        session.end()
    sys.exit(failed)


if __name__ == "__main__":
    main()
