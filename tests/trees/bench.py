#!/usr/bin/env python3
"""Figures of speed on one tree of Linux, beside Kconfiglib's load of the same tree. Usage: bench.py TREE [EDITS]

Command line: wall time and CPU (user and system) of a cold `check --arch x86`, the best and the median of five.
Over stdio: process start to the answer of `initialize`, to the end of indexing; then, on the largest file of the
tree, didChange to publishDiagnostics of that file (p50, p95); resident memory at the end. Needs python3-kconfiglib
under /usr/bin/python3 for the line of Kconfiglib. Nothing is asserted: the figures depend on the machine.
"""
import json
import os
import pathlib
import queue
import statistics
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
LAUNCHER = os.environ.get("KCONFIG_LS", HERE.parents[1] / "server/bin/kconfig-ls")


def timed(command, **options):
    """Runs a command; returns its wall seconds and the CPU seconds of it and its children."""
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **options)
    wall, after = time.perf_counter() - start, os.times()
    if done.returncode:
        sys.exit(f"bench: {command[0]} failed: {done.stderr.strip()}")
    return wall, after.children_user - before.children_user + after.children_system - before.children_system


def row(title, runs):
    walls, cpus = zip(*runs)
    print(f"{title}: wall {min(walls):.2f} s (median {statistics.median(walls):.2f}), "
          f"CPU {min(cpus):.2f} s (median {statistics.median(cpus):.2f})")


class Client:
    """A language client that knows no more than frames; it answers each request of the server with null."""

    def __init__(self, command, stderr=subprocess.DEVNULL, env=None):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr, env=env)
        self.inbox, self.last = queue.Queue(), 0
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        stream = self.process.stdout
        while True:
            length = None
            while line := stream.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if length is None:
                self.inbox.put(None)
                return
            self.inbox.put(json.loads(stream.read(length)))

    def send(self, **message):
        body = json.dumps(dict(message, jsonrpc="2.0")).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def wait(self, wanted, seconds=120):
        """The next message that is wanted; requests of the server are answered on the way."""
        end = time.monotonic() + seconds
        while True:
            message = self.inbox.get(timeout=max(0.01, end - time.monotonic()))
            if message is None:
                sys.exit("bench: the server ended")
            if "id" in message and "method" in message:
                items = message["params"].get("items", []) if message["method"] == "workspace/configuration" else None
                self.send(id=message["id"], result=None if items is None else [None] * len(items))
            if wanted(message):
                return message

    def request(self, method, params):
        self.last += 1
        number = self.last
        self.send(id=number, method=method, params=params)
        return self.wait(lambda m: m.get("id") == number and "method" not in m)


def resident(process):
    """Resident memory of a process in MB; the launcher replaces itself by the server, so its id is the server's."""
    text = pathlib.Path(f"/proc/{process}/status").read_text()
    return int(text.split("VmRSS:")[1].split()[0]) / 1024


def session(tree, edits):
    largest = max((p for p in tree.rglob("Kconfig*") if p.is_file() and "scripts" not in p.parts), key=lambda p: p.stat().st_size)
    text, uri = largest.read_text(encoding="utf-8"), largest.as_uri()
    start = time.perf_counter()
    client = Client([LAUNCHER, "serve", "--stdio"])
    capabilities = {"window": {"workDoneProgress": True}}
    client.request("initialize", {"processId": os.getpid(), "rootUri": tree.as_uri(), "capabilities": capabilities,
                                  "workspaceFolders": [{"uri": tree.as_uri(), "name": "tree"}]})
    print(f"initialize answered after {1000 * (time.perf_counter() - start):.0f} ms")
    client.send(method="initialized", params={})
    client.send(method="textDocument/didOpen",
                params={"textDocument": {"uri": uri, "languageId": "kconfig", "version": 1, "text": text}})
    client.wait(lambda m: m.get("method") == "$/progress" and m["params"]["value"]["kind"] == "end")
    print(f"index of all architectures ready after {time.perf_counter() - start:.2f} s")
    time.sleep(2)
    print(f"resident after indexing: {resident(client.process.pid):.0f} MB")
    lines, took = text.count("\n"), []
    for version in range(2, edits + 2):
        while not client.inbox.empty():
            client.wait(lambda m: True)
        bad = version % 2 == 0
        change = {"range": {"start": {"line": lines, "character": 0}, "end": {"line": lines, "character": 0 if bad else 6}},
                  "text": "confg " if bad else ""}
        sent = time.perf_counter()
        client.send(method="textDocument/didChange",
                    params={"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]})
        client.wait(lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri)
        took.append(1000 * (time.perf_counter() - sent))
        time.sleep(0.05)
    took.sort()
    print(f"{largest.relative_to(tree)} ({lines} lines), {edits} edits: didChange to publishDiagnostics "
          f"p50 {took[len(took) // 2]:.1f} ms, p95 {took[int(len(took) * 0.95)]:.1f} ms, p99 {took[int(len(took) * 0.99)]:.1f} ms")
    print(f"resident after the edits: {resident(client.process.pid):.0f} MB")
    client.request("shutdown", None)
    client.send(method="exit")
    client.process.wait(timeout=10)


def main():
    tree, edits = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 200
    check = [LAUNCHER, "check", "--arch", "x86", "--format", "json", "--fail-on", "never", tree]
    timed(check)
    row("check --arch x86", [timed(check) for _ in range(5)])
    load = ["/usr/bin/python3", HERE / "compare_symbols.py", "--load", tree, "x86"]
    row("Kconfiglib load, x86, no shell", [timed(load) for _ in range(5)])
    session(tree, edits)


if __name__ == "__main__":
    main()
