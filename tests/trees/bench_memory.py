#!/usr/bin/env python3
"""Memory of the language server over a long session, for several sets of JVM options. Usage: bench_memory.py TREE [EDITS [OPTIONS…]]

Each of OPTIONS is one argument, such as "-XX:+UseG1GC -Xmx2g", with -jar FILE for another build; none: those of the launcher. Each server
opens 20 seeded files of TREE, then takes EDITS (5,000) turns. A turn makes one edit that adds an entry or takes it away, so that all
architectures are linked again, waits for the file's first diagnostics, and asks one hover. The sessions run by turns of 100 edits, so that all
servers meet the same load of the machine. Prints per server: resident memory (largest and median while it works, and when it was silent for
90 s), p50, p95 and p99 of didChange to publishDiagnostics and of hover in ms, and CPU seconds. Nothing is asserted: the figures depend on
the machine.
"""
import os
import pathlib
import queue
import random
import shutil
import statistics
import sys
import threading
import time

from bench import LAUNCHER, Client, resident
from bench_requests import places

ROUND = 100
SILENT_SECONDS = 90


class Session:
    def __init__(self, tree, options):
        self.options, self.random = options, random.Random(4711)
        jar = pathlib.Path(LAUNCHER).resolve().parents[1] / "target/kconfig-ls.jar"
        java = shutil.which("java", path=os.path.join(os.environ.get("JAVA_HOME", ""), "bin")) or "java"
        options = options.split()
        command = [java, *options, *([] if "-jar" in options else ["-jar", jar])] if options else [LAUNCHER]
        self.client = Client([*command, "serve", "--stdio"])
        self.samples, self.edits, self.hovers, self.version, self.working = [], [], [], 1, False
        self.start(tree)
        threading.Thread(target=self.sample, daemon=True).start()

    def start(self, tree):
        self.client.request("initialize", {"processId": os.getpid(), "rootUri": tree.as_uri(), "capabilities": {
            "window": {"workDoneProgress": True}, "textDocument": {"publishDiagnostics": {"versionSupport": True}}}, "workspaceFolders": [{"uri": tree.as_uri(), "name": "tree"}]})
        self.client.send(method="initialized", params={})
        kconfigs = sorted(p for p in tree.rglob("Kconfig*") if p.is_file() and "scripts" not in p.parts and p.stat().st_size > 2000)
        self.texts = {}
        for file in self.random.sample(kconfigs, 20):
            text = file.read_text(encoding="utf-8", errors="replace")
            self.texts[file.as_uri()] = text
            self.client.send(method="textDocument/didOpen",
                             params={"textDocument": {"uri": file.as_uri(), "languageId": "kconfig", "version": 1, "text": text}})
        self.client.wait(lambda m: m.get("method") == "$/progress" and m["params"]["value"]["kind"] == "end")
        self.client.request("workspace/symbol", {"query": "USB"})

    def sample(self):
        while self.client.process.poll() is None:
            if self.working:
                self.samples.append(resident(self.client.process.pid))
            time.sleep(0.05)

    def turn(self, uri):
        """Adds an entry with a mistake and takes it away again; a hover follows each, which wants all linked again."""
        end = self.texts[uri].count("\n")
        added = "config BENCH_MEMORY\n\tbol\n"
        for text, last in ((added, end), ("", end + added.count("\n"))):
            while not self.client.inbox.empty():
                self.client.wait(lambda m: True)
            self.version += 1
            change = {"range": {"start": {"line": end, "character": 0}, "end": {"line": last, "character": 0}}, "text": text}
            sent = time.perf_counter()
            self.client.send(method="textDocument/didChange",
                             params={"textDocument": {"uri": uri, "version": self.version}, "contentChanges": [change]})
            try:
                self.client.wait(lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"].get("version") == self.version, 5)
                self.edits.append(1000 * (time.perf_counter() - sent))
            except queue.Empty:
                pass  # the same list as before is not sent again
            self.hover(uri)

    def hover(self, uri):
        (line, character), sent = places(self.random, self.texts[uri], 1)[0], time.perf_counter()
        self.client.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})
        self.hovers.append(1000 * (time.perf_counter() - sent))

    def turns(self, count):
        self.working = True
        for _ in range(0, count, 2):
            self.turn(self.random.choice(list(self.texts)))
        self.working = False

    def cpu(self):
        user, system = pathlib.Path(f"/proc/{self.client.process.pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def report(self):
        def times(all_):
            all_ = sorted(all_)
            return f"p50 {all_[len(all_) // 2]:5.1f}  p95 {all_[int(len(all_) * 0.95)]:6.1f}  p99 {all_[int(len(all_) * 0.99)]:6.1f}"

        print(f"{self.options or 'launcher'}\n  resident: largest {max(self.samples):.0f}, median {statistics.median(self.samples):.0f}, "
              f"silent {resident(self.client.process.pid):.0f} MB; edit {times(self.edits)} ms; hover {times(self.hovers)} ms; CPU {self.cpu():.0f} s", flush=True)

    def end(self):
        self.client.request("shutdown", None)
        self.client.send(method="exit")
        self.client.process.wait(timeout=10)


def main():
    tree = pathlib.Path(sys.argv[1]).resolve()
    edits = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    sessions = [Session(tree, options) for options in sys.argv[3:] or [""]]
    for _ in range(0, edits, ROUND):
        for session in sessions:
            session.turns(min(ROUND, edits))
    time.sleep(SILENT_SECONDS)
    for session in sessions:
        session.report()
        session.end()


if __name__ == "__main__":
    main()
