#!/usr/bin/env python3
"""Times each request of the language server over stdio on one tree, warm. Usage: bench_requests.py TREE [PLACES [FILES]]

Opens FILES (20) seeded files of TREE, waits for the index, and asks each positional request at PLACES (50) random words of each of them,
after one round that warms up. Prints p50, p95 and the slowest in ms, and the machine's load. Nothing is asserted: the figures depend on the
machine.
"""
import os
import pathlib
import random
import re
import sys
import time

from bench import LAUNCHER, Client, resident

WORD = re.compile(r"\b[A-Z][A-Z0-9_]{2,}\b")
MANY = "COMPILE_TEST"  # the symbol of Linux with the most uses


def places(random_, text, count):
    """Positions in words that look like names of symbols, or anywhere if there are none."""
    lines = text.split("\n")
    found = [(number, match.start() + 1) for number, line in enumerate(lines) for match in WORD.finditer(line)]
    found = found or [(number, 0) for number in range(len(lines))]
    return [random_.choice(found) for _ in range(count)]


class Bench:
    def __init__(self, tree, count, files):
        self.tree, self.count, self.random = tree, count, random.Random(4711)
        kconfigs = sorted(p for p in tree.rglob("Kconfig*") if p.is_file() and "scripts" not in p.parts and p.stat().st_size > 2000)
        self.files = self.random.sample(kconfigs, files)
        self.client = Client([LAUNCHER, "serve", "--stdio"])
        self.texts = {}

    def start(self):
        text_document = {"semanticTokens": {"requests": {"full": {"delta": True}, "range": True}, "formats": ["relative"]}, "publishDiagnostics": {},
                         "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}, "dataSupport": True,
                                        "resolveSupport": {"properties": ["edit"]}}}
        self.client.request("initialize", {"processId": os.getpid(), "rootUri": self.tree.as_uri(),
                                           "capabilities": {"window": {"workDoneProgress": True}, "textDocument": text_document},
                                           "workspaceFolders": [{"uri": self.tree.as_uri(), "name": "tree"}]})
        self.client.send(method="initialized", params={})
        for file in self.files:
            text = file.read_text(encoding="utf-8", errors="replace")
            self.texts[file.as_uri()] = text
            self.client.send(method="textDocument/didOpen",
                             params={"textDocument": {"uri": file.as_uri(), "languageId": "kconfig", "version": 1, "text": text}})
        self.client.wait(lambda m: m.get("method") == "$/progress" and m["params"]["value"]["kind"] == "end")
        self.client.request("workspace/symbol", {"query": "USB"})
        time.sleep(5)

    def ask(self, method, params):
        start = time.perf_counter()
        answer = self.client.request(method, params)
        took = 1000 * (time.perf_counter() - start)
        if "error" in answer:
            sys.exit(f"{method} {params}: {answer['error']}")
        return took, answer["result"]

    def row(self, title, calls):
        for method, params in calls[: max(20, len(calls) // 10)]:
            self.ask(method, params)
        took, answered = [], 0
        for method, params in calls:
            millis, result = self.ask(method, params)
            took.append(millis)
            answered += bool(result)
        took.sort()
        print(f"{title:34} p50 {took[len(took) // 2]:7.1f}  p95 {took[int(len(took) * 0.95)]:7.1f}  slowest {took[-1]:7.1f} ms"
              f"  ({len(took)} asked, {answered} with an answer)", flush=True)

    def at(self, **more):
        for uri, text in self.texts.items():
            for line, character in places(self.random, text, self.count):
                position = {"line": line, "character": character}
                yield dict({"textDocument": {"uri": uri}, "position": position}, **more)

    def positional(self):
        context = {"context": {"includeDeclaration": True}}
        for method, more in [("hover", {}), ("definition", {}), ("declaration", {}), ("implementation", {}), ("references", context), ("completion", {}), ("documentHighlight", {}),
                             ("signatureHelp", {}), ("prepareRename", {}), ("prepareCallHierarchy", {})]:
            self.row(method, [(f"textDocument/{method}", params) for params in self.at(**more)])
        self.row("selectionRange", [("textDocument/selectionRange", {"textDocument": params["textDocument"], "positions": [params["position"]]})
                                    for params in self.at()])
        self.row("codeAction", [("textDocument/codeAction", {"textDocument": params["textDocument"], "context": {"diagnostics": []},
                                                             "range": {"start": params["position"], "end": params["position"]}})
                                for params in self.at()])
        items = [item for params in list(self.at())[::10]
                 for item in self.ask("textDocument/prepareCallHierarchy", params)[1] or []]
        for method in ("incomingCalls", "outgoingCalls"):
            self.row(method, [(f"callHierarchy/{method}", {"item": item}) for item in items])

    def whole(self):
        options = {"tabSize": 8, "insertSpaces": False}
        for method, more in [("documentSymbol", {}), ("foldingRange", {}), ("semanticTokens/full", {}), ("codeLens", {}), ("documentLink", {}),
                             ("formatting", {"options": options}), ("diagnostic", {})]:
            calls = [(f"textDocument/{method}", dict({"textDocument": {"uri": uri}}, **more)) for uri in self.texts] * 5
            self.row(method, calls)
        calls = []
        for uri, text in self.texts.items():
            whole = {"start": {"line": 0, "character": 0}, "end": {"line": text.count("\n"), "character": 0}}
            calls.append(("textDocument/inlayHint", {"textDocument": {"uri": uri}, "range": whole}))
        self.row("inlayHint", calls * 5)
        words = sorted({match for text in self.texts.values() for match in WORD.findall(text)})
        queries = [word[:n] for word in self.random.sample(words, min(50, len(words))) for n in (1, 2, 4)]
        self.row("workspace/symbol", [("workspace/symbol", {"query": query}) for query in queries])

    def rename(self):
        for uri, text in self.texts.items():
            lines = text.split("\n")
            spots = [(n, line.index(MANY) + 1) for n, line in enumerate(lines) if re.search(rf"depends.*\b{MANY}\b", line)]
            if spots:
                position = {"line": spots[0][0], "character": spots[0][1]}
                params = {"textDocument": {"uri": uri}, "position": position}
                uses = len(self.ask("textDocument/references", dict(params, context={"includeDeclaration": True}))[1])
                self.row(f"rename of {MANY} ({uses} uses)", [("textDocument/rename", dict(params, newName=MANY + "_2"))] * 20)
                return

    def end(self):
        print(f"resident {resident(self.client.process.pid):.0f} MB, load {os.getloadavg()[0]:.1f}")
        self.client.request("shutdown", None)
        self.client.send(method="exit")
        self.client.process.wait(timeout=10)


def main():
    tree = pathlib.Path(sys.argv[1]).resolve()
    count, files = (int(argument) for argument in (sys.argv[2:4] + ["50", "20"][len(sys.argv[2:4]):]))
    bench = Bench(tree, count, files)
    print(f"load before {os.getloadavg()[0]:.1f}")
    bench.start()
    bench.positional()
    bench.whole()
    bench.rename()
    bench.end()


if __name__ == "__main__":
    main()
