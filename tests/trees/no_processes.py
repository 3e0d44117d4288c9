#!/usr/bin/env python3
"""No process, no connection and no write: the built program under strace, in repositories that have git run commands.

Usage: no_processes.py      KCONFIG_LS may name another launcher than the one of this tree.

Runs check, check --sources, check --diff and a session with hover, references and code lenses in the two repositories that
hostile_repositories.sh makes. Fails if, after the launcher has become Java, any program is started; if the launcher starts one that it
does not name; if anything is connected to, or written to other than what is listed below; and if a command of a repository has run.
Needs strace and git.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from bench import HERE, LAUNCHER, Client

CALLS = "execve,execveat,connect,open,openat,openat2,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,symlinkat"
# What the launcher finds Java and its archive of classes with.
HELPERS = {"sh", "dash", "bash", "env", "readlink", "dirname", "sed", "sort", "head", "find", "uname", "grep", "cksum", "cut", "mkdir", "printf",
           "ls", "locale", "mktemp", "mv", "rm", "touch", "wc"}
# What every JVM writes: its memory for monitors (its number in that folder), terminals, and the archive of loaded classes beside the jar.
WRITTEN = re.compile(r"/tmp/hsperfdata_|\d+$|/dev/(null|tty)|/proc/|.*\.jsa\b|.*\.jsa\.")
# The C library asks a local service for the user's name before it reads /etc/passwd.
CONNECTED = re.compile(r'sa_family=AF_UNIX, sun_path="(/var)?/run/nscd/socket"')
CALL = re.compile(r"(?:\[pid\s+\d+\] |\d+\s+)?(\w+)\((.*)")


def faults(trace):
    """What a trace has that it must not have."""
    found, java = [], False
    for line in trace.read_text(errors="replace").splitlines():
        call = CALL.match(line)
        if not call or "= -1 E" in line and call[1] != "connect":
            continue
        name, arguments = call.groups()
        path = (re.search(r'"([^"]*)"', arguments) or [None, ""])[1]
        program = path.rsplit("/", 1)[-1]
        if name.startswith("execve"):
            if java or not (program == "java" or program in HELPERS or path == str(LAUNCHER)):
                found.append(line)
            java = java or program == "java"
        elif name == "connect":
            if not CONNECTED.search(line):
                found.append(line)
        elif not name.startswith("open") or re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", arguments):
            if not WRITTEN.match(path):
                found.append(line)
    if not java:
        found.append("there is no Java in the trace")
    return found


class Watch:
    def __init__(self, folder):
        self.folder, self.marks, self.failed, self.number = folder, folder / "marks", [], 0

    def command(self):
        self.number += 1
        self.trace = self.folder / f"trace{self.number}"
        return ["strace", "-f", "-qq", "-s", "300", "-e", "signal=none", "-e", f"trace={CALLS}", "-o", self.trace]

    def judge(self, title, good, seen):
        marks = sorted(mark.name for mark in self.marks.iterdir())
        wrong = faults(self.trace) + [f"a command of the repository has run: {mark}" for mark in marks]
        if not good:
            wrong.append(f"unexpected: {seen}")
        print(f"{'FAIL' if wrong else 'ok  '} {title}", flush=True)
        for line in wrong[:20]:
            print(f"     {line[:300]}", flush=True)
        self.failed += wrong
        for mark in marks:
            (self.marks / mark).unlink()

    def run(self, title, status, text, *arguments):
        done = subprocess.run(self.command() + [LAUNCHER, *arguments], capture_output=True, text=True)
        printed = done.stdout + done.stderr
        self.judge(title, done.returncode == status and text in printed, f"status {done.returncode}, {printed[-300:]}")

    def session(self, title, folder, file):
        client = Client(self.command() + [LAUNCHER, "serve", "--stdio"])
        client.request("initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": {},
                                      "workspaceFolders": [{"uri": folder.as_uri(), "name": "w"}]})
        client.send(method="initialized", params={})
        document = {"uri": file.as_uri()}
        client.send(method="textDocument/didOpen", params={"textDocument": dict(document, languageId="kconfig", version=1, text=file.read_text())})
        client.wait(lambda m: m.get("method") == "textDocument/publishDiagnostics" and "GONE" in json.dumps(m))
        here = {"textDocument": document, "position": {"line": 0, "character": 8}}
        client.request("textDocument/codeLens", {"textDocument": document})
        hover = client.request("textDocument/hover", here)
        uses = client.request("textDocument/references", dict(here, context={"includeDeclaration": True}))
        time.sleep(1)
        client.request("textDocument/codeLens", {"textDocument": document})
        client.request("shutdown", None)
        client.send(method="exit")
        client.process.wait(timeout=60)
        seen = json.dumps([hover, uses])
        self.judge(title, "The a" in seen and "kept/a.c" in seen, seen[:300])


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary).resolve()
        subprocess.run([HERE / "hostile_repositories.sh", folder / "trees", folder / "marks"], check=True)
        # the first run makes an archive of loaded classes, the second has Java verify it: not these runs
        for _ in range(2):
            subprocess.run([LAUNCHER, "check", "--fail-on", "never", folder / "trees/unpacked"], check=True, stdout=subprocess.DEVNULL)
            client = Client([LAUNCHER, "serve", "--stdio"])
            client.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
            client.request("shutdown", None)
            client.send(method="exit")
            client.process.wait(60)
        watch = Watch(folder)
        for name, file in [("cloned", "bare/Kconfig"), ("unpacked", "Kconfig")]:
            tree = folder / "trees" / name
            watch.run(f"{name}: check", 0, "GONE", "check", tree)
            watch.run(f"{name}: check --sources", 0, "GONE", "check", "--sources", tree)
            watch.run(f"{name}: check --diff HEAD", 0, "0 error, 0 warning", "check", "--diff", "HEAD", tree)
            watch.session(f"{name}: session", tree, tree / file)
        watch.run("unpacked: check --diff HEAD~1, an object of which is missing", 2, "is missing", "check", "--diff", "HEAD~1", folder / "trees/unpacked")
        sys.exit(1 if watch.failed else 0)


if __name__ == "__main__":
    main()
