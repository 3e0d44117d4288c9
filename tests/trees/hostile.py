#!/usr/bin/env python3
"""Bad input over stdio: the language server answers with the protocol's error or an empty answer, and goes on.

Usage: hostile.py [KCONFIG]      KCONFIG is a large file to edit, such as one of 10 MB; a synthetic one is made without it.

Positions beyond the text, unknown documents, versions out of order, edits that overlap, invalid JSON and messages, a document of 50 MB,
10,000 didChange in a second, cancelled requests that never ran, requests before the start and during shutdown, streams that are no messages. After each the server must answer a hover as before.
Prints what it saw, with times, of which none is asserted, and fails if an answer is wrong.
"""
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from bench import LAUNCHER, Client, resident

TEXT = "config A\n\tbool \"The a\"\n\tdepends on B\n\nconfig B\n\tbool \"The b\"\n"
ENTRY = "config S{0}\n\tbool \"Symbol\"\n\tdepends on S{1} && NOWHERE\n\thelp\n\t  Some text.\n\n"


def synthetic(megabytes):
    parts, size, number = [], 0, 0
    while size < megabytes << 20:
        parts.append(ENTRY.format(number, number // 2))
        size += len(parts[-1])
        number += 1
    return "".join(parts)


class Session:
    def __init__(self, folder):
        self.folder, self.failed = folder, []
        self.uri = (folder / "Kconfig").as_uri()
        self.client = Client([LAUNCHER, "serve", "--stdio"])
        self.published, wait = {}, self.client.wait
        self.client.wait = lambda wanted, seconds=120: wait(lambda m: self.note(m) or wanted(m), seconds)
        answer = self.client.request("initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(),
                                                    "capabilities": {"textDocument": {"publishDiagnostics": {"versionSupport": True}}},
                                                    "workspaceFolders": [{"uri": folder.as_uri(), "name": "w"}]})
        self.check("initialize", "capabilities" in answer["result"], answer)
        self.client.send(method="initialized", params={})
        self.open(self.uri, TEXT)
        for _ in range(100):
            if "The a" in json.dumps(self.hover(self.uri, 0, 8)[0]["result"]):
                break
            time.sleep(0.1)
        self.alive("start")

    def note(self, message):
        """Remembers which version of a document has its diagnostics."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published[message["params"]["uri"]] = message["params"].get("version")

    def diagnosed(self, uri, version):
        if self.published.get(uri) != version:
            self.client.wait(lambda m: self.published.get(uri) == version)

    def check(self, title, good, seen=""):
        print(f"{'ok  ' if good else 'FAIL'} {title}{'' if good else ': ' + json.dumps(seen)[:300]}", flush=True)
        if not good:
            self.failed.append(title)

    def open(self, uri, text):
        self.client.send(method="textDocument/didOpen", params={"textDocument": {"uri": uri, "languageId": "kconfig", "version": 1, "text": text}})

    def change(self, uri, version, *changes):
        self.client.send(method="textDocument/didChange", params={"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)})

    def hover(self, uri, line, character):
        start = time.perf_counter()
        answer = self.client.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})
        return answer, 1000 * (time.perf_counter() - start)

    def alive(self, title):
        """The file as it was first answers as it did then."""
        answer, took = self.hover(self.uri, 0, 8)
        self.check(f"{title}: the next hover answers, after {took:.0f} ms", "The a" in json.dumps(answer.get("result")), answer)


def at(line, character):
    return {"line": line, "character": character}


def positions(s):
    beyond = [at(0, 10_000), at(10_000, 0), at(2**31 - 1, 2**31 - 1), at(-1, -1), at(0, -5), at(4, 2**31 - 1)]
    for method, more in [("hover", {}), ("definition", {}), ("implementation", {}), ("references", {"context": {"includeDeclaration": True}}), ("completion", {}),
                         ("documentHighlight", {}), ("signatureHelp", {}), ("prepareRename", {}), ("rename", {"newName": "C"}), ("prepareCallHierarchy", {}),
                         ("onTypeFormatting", {"ch": "\n", "options": {"tabSize": 8, "insertSpaces": False}})]:
        for position in beyond:
            answer = s.client.request(f"textDocument/{method}", dict({"textDocument": {"uri": s.uri}, "position": position}, **more))
            if "error" in answer and answer["error"]["code"] not in (-32602, -32803):
                s.check(f"{method} at {position}", False, answer)
    for start, end in [(at(0, 0), at(10_000, 0)), (at(5, 0), at(1, 0)), (at(-3, -1), at(2**31 - 1, 0))]:
        for method, more in [("inlayHint", {}), ("rangeFormatting", {"options": {"tabSize": 8, "insertSpaces": False}}),
                             ("codeAction", {"context": {"diagnostics": []}}), ("semanticTokens/range", {})]:
            answer = s.client.request(f"textDocument/{method}", dict({"textDocument": {"uri": s.uri}, "range": {"start": start, "end": end}}, **more))
            if "error" in answer and answer["error"]["code"] != -32602:
                s.check(f"{method} of {start} {end}", False, answer)
    s.alive("positions beyond the text")


def unknown_documents(s):
    for uri in [(s.folder / "Kconfig.none").as_uri(), "untitled:Untitled-1", "file:///nowhere/Kconfig", "no uri at all", "", "git:/x/Kconfig?{}", "file://host/share/Kconfig"]:
        for method, more in [("hover", {"position": at(0, 0)}), ("documentSymbol", {}), ("semanticTokens/full", {}), ("diagnostic", {}), ("codeLens", {}),
                             ("formatting", {"options": {"tabSize": 8, "insertSpaces": False}}), ("foldingRange", {})]:
            answer = s.client.request(f"textDocument/{method}", dict({"textDocument": {"uri": uri}}, **more))
            if "error" in answer and answer["error"]["code"] != -32602:
                s.check(f"{method} of {uri!r}", False, answer)
        s.change(uri, 5, {"text": "x"})
        s.client.send(method="textDocument/didClose", params={"textDocument": {"uri": uri}})
    s.alive("unknown documents")


def versions(s):
    for version in (9, 3, 3, -1, 2**31 - 1, 0):
        s.change(s.uri, version, {"text": TEXT})
    s.open(s.uri, TEXT)
    s.alive("versions out of order, a document opened twice")


def overlapping(s):
    everything = {"start": at(0, 0), "end": at(10_000, 10_000)}
    s.change(s.uri, 20, {"range": everything, "text": "config A\n"}, {"range": everything, "text": "config"},
             {"range": {"start": at(3, 0), "end": at(1, 5)}, "text": "x"}, {"range": {"start": at(-2, 0), "end": at(0, -1)}, "text": "y"}, {"text": TEXT})
    s.alive("edits that overlap, lie beyond the text or run backwards")


def raw(s, data):
    s.client.process.stdin.write(data)
    s.client.process.stdin.flush()


def frame(text):
    body = text.encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def invalid(s):
    for text in ["{", "[]", "null", "17", '"x"', '{"jsonrpc":"2.0"}', '{"jsonrpc":"2.0","id":1}', '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":17}',
                 '{"jsonrpc":"2.0","id":900001,"method":"textDocument/hover","params":{"textDocument":17}}',
                 '{"jsonrpc":"2.0","id":900002,"method":"textDocument/hover","params":[]}', '{"jsonrpc":"2.0","id":900003,"method":"textDocument/hover"}',
                 '{"jsonrpc":"2.0","id":900004,"method":"no/such","params":{}}', '{"jsonrpc":"2.0","method":"$/unknown","params":{}}', "{" * 2000, "\0\0\0"]:
        raw(s, frame(text))
    s.alive("invalid JSON, and valid JSON that is no message")
    text = "x\\r\\n" * 20_000
    for message in [{"id": 900005, "method": "textDocument/hover", "params": {"textDocument": [text]}},
                    {"id": 900006, "method": "textDocument/hover", "params": [1, 2, text]}, {"id": {"x": text}, "method": "shutdown"},
                    {"method": "textDocument/didOpen", "params": {"textDocument": text}}]:
        raw(s, frame(json.dumps(message)))
    raw(s, frame('{"id":900007,"x":' + "[" * 100_000 + "]" * 100_000 + "}"))
    s.alive("ill-typed messages of 100 KB, and 100,000 brackets")
    answer = s.client.request("initialize", {"capabilities": {}})
    s.check("a second initialize is refused", answer.get("error", {}).get("code") == -32600, answer)


def cancelled(s):
    for number in (1, 12345, "x", None):
        s.client.send(method="$/cancelRequest", params={"id": number})
    number = 800_000
    for i in range(200):
        s.client.send(id=number + i, method="textDocument/references",
                      params={"textDocument": {"uri": s.uri}, "position": at(0, 8), "context": {"includeDeclaration": True}})
        s.client.send(method="$/cancelRequest", params={"id": number + i})
    answers = [s.client.wait(lambda m: number <= (m.get("id") or 0) < number + 200 if isinstance(m.get("id"), int) else False) for _ in range(200)]
    bad = [a for a in answers if "error" in a and a["error"]["code"] != -32800]
    s.check(f"200 cancelled requests: {sum('error' in a for a in answers)} cancelled, the others answered", not bad, bad[:1])
    s.alive("requests that are cancelled, or never ran")


def storm(s):
    start = time.perf_counter()
    for version in range(10_000):
        s.change(s.uri, 100 + version, {"range": {"start": at(0, 8), "end": at(0, 8)}, "text": "X"})
    s.change(s.uri, 20_000, {"text": TEXT})
    sent = time.perf_counter() - start
    s.alive(f"10,000 didChange in {sent:.1f} s")


def large(s, title, text):
    """What one edit of a very large document costs the one who types, and another request meanwhile."""
    file = s.folder / f"Kconfig.{title.split()[0]}"
    uri = file.as_uri()
    start = time.perf_counter()
    s.open(uri, text)
    s.alive(f"{title} opened")
    first = next(i for i, line in enumerate(text.splitlines()) if line.startswith("config "))
    answer, took = s.hover(uri, first, 8)
    s.check(f"{title}: hover on its first symbol after {took:.0f} ms", bool(answer.get("result")), answer)
    s.diagnosed(uri, 1)
    print(f"     {title}: first diagnostics {time.perf_counter() - start:.2f} s after it was opened; resident {resident(s.client.process.pid):.0f} MB", flush=True)
    slowest = 0
    for version in range(2, 8):
        time.sleep(1)
        s.change(uri, version, {"range": {"start": at(0, 0), "end": at(0, 0)}, "text": "# a comment\n"})
        start = time.perf_counter()
        answer, took = s.hover(s.uri, 0, 8)
        slowest = max(slowest, took)
        s.check(f"{title}, edited: hover in another file after {took:.0f} ms", "The a" in json.dumps(answer.get("result")), answer)
        s.diagnosed(uri, version)
        print(f"     {title}, edited: its diagnostics after {time.perf_counter() - start:.2f} s", flush=True)
    s.client.send(method="textDocument/didClose", params={"textDocument": {"uri": uri}})
    s.alive(f"{title} closed; the slowest hover meanwhile {slowest:.0f} ms")


def too_large(s, title, text):
    """A document that is not looked at, for which a message says so; once it has become small it is."""
    uri = (s.folder / "Kconfig.huge").as_uri()
    s.open(uri, text)
    told = s.client.wait(lambda m: m.get("method") == "window/showMessage", 60)["params"]["message"]
    s.check(f"{title} opened, and told: {told}", "larger than 16 MB" in told, told)
    s.alive(f"{title} opened")
    for version in range(2, 22):
        s.change(uri, version, {"range": {"start": at(0, 0), "end": at(0, 0)}, "text": "# a comment\n"})
    s.alive(f"{title}, edited 20 times; resident {resident(s.client.process.pid):.0f} MB")
    answer, _ = s.hover(uri, 20, 8)
    s.check(f"{title}: an empty answer", answer.get("result", 0) is None, answer)
    s.change(uri, 30, {"text": "config SMALL\n\tbool \"It is small now\"\n"})
    for _ in range(100):
        answer, _ = s.hover(uri, 0, 8)
        if "It is small" in json.dumps(answer):
            break
        time.sleep(0.1)
    s.check("made small it is looked at", "It is small" in json.dumps(answer), answer)
    s.client.send(method="textDocument/didClose", params={"textDocument": {"uri": uri}})


def broken_streams(s):
    """Where the next message begins is not guessed: a line, a status, and an end in time."""
    for data in [b"Content-Length: -5\r\n\r\n{}", b"Content-Length: 2147483647\r\n\r\n{}", b"Content-Length: x\r\n\r\n{}", b"hello\r\n", b"x" * 100_000,
                 b"Content-Length: 1\r\n\r\n{}\r\nContent-Length: 2\r\n\r\n{}"]:
        process = subprocess.Popen([LAUNCHER, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            with contextlib.suppress(BrokenPipeError): # it may have ended before it has read all
                process.stdin.write(data)
                process.stdin.flush()
            status = process.wait(timeout=60)
        except (OSError, subprocess.TimeoutExpired) as e:
            process.kill()
            status = str(e)
        lines = process.stderr.read().decode().splitlines()
        s.check(f"{data[:40]!r} ends the server with status 2 and a line", status == 2 and len(lines) == 1, [status, lines])


def initialized_first(s):
    client = Client([LAUNCHER, "serve"])
    for method, params, code in [("textDocument/hover", {"textDocument": {"uri": s.uri}, "position": at(0, 8)}, -32002), ("shutdown", None, -32002),
                                 ("initialize", {"capabilities": None}, -32602), ("initialize", {"capabilities": 17}, -32602)]:
        answer = client.request(method, params)
        s.check(f"{method} {params} before the start: {code}", answer.get("error", {}).get("code") == code, answer)
    client.send(method="exit")
    status = client.process.wait(timeout=20)
    s.check("exit before the start: status 1", status == 1, status)


def short_of(s, title, options, text):
    """Too little memory or stack: the request or the check is lost, which is said, or the server ends with status 3, which is said, too."""
    client = Client([LAUNCHER, "serve"], stderr=subprocess.PIPE, env=dict(os.environ, _JAVA_OPTIONS=options))
    client.request("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": {}})
    client.send(method="initialized", params={})
    small, large = (s.folder / "small/Kconfig").as_uri(), (s.folder / "large/Kconfig").as_uri()
    def opened(uri, content):
        client.send(method="textDocument/didOpen", params={"textDocument": {"uri": uri, "languageId": "kconfig", "version": 1, "text": content}})
    said, answer, ended = [], {}, False
    try:
        opened(small, TEXT)
        opened(large, text)
        for method in ("documentSymbol", "semanticTokens/full", "foldingRange", "formatting"):
            client.request(f"textDocument/{method}", {"textDocument": {"uri": large}, "options": {"tabSize": 8, "insertSpaces": False}})
        for _ in range(20):
            answer = client.request("textDocument/hover", {"textDocument": {"uri": small}, "position": at(0, 8)})
            time.sleep(0.1)
    except (SystemExit, OSError):
        ended = True
    if not ended:
        client.process.stdin.close()
    status = client.process.wait(timeout=60)
    said = [line for line in client.process.stderr.read().decode().splitlines() if line.startswith("kconfig-ls: ")]
    survived = not ended and "The a" in json.dumps(answer.get("result"))
    s.check(f"{title}: {'the next hover answers' if survived else f'ended with status {status}'}; said: {said[:2]}",
            (survived or (ended and status == 3)) and len(said) < 20 and (survived or said), [status, answer, said])


def end(s):
    answers = []
    s.client.last += 1
    shutdown = s.client.last
    s.client.send(id=shutdown, method="shutdown", params=None)
    for number in range(700_000, 700_020):
        s.client.send(id=number, method="textDocument/hover", params={"textDocument": {"uri": s.uri}, "position": at(0, 8)})
    for _ in range(21):
        answers.append(s.client.wait(lambda m: "id" in m and "method" not in m))
    bad = [a for a in answers if a["id"] != shutdown and a.get("error", {}).get("code") != -32600]
    s.check("requests after shutdown are refused as invalid", not bad, bad[:1])
    s.client.send(method="exit")
    status = s.client.process.wait(timeout=20)
    s.check("exit after shutdown: status 0", status == 0, status)


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary).resolve()
        (folder / "Kconfig").write_text(TEXT)
        session = Session(folder)
        for step in (positions, unknown_documents, versions, overlapping, initialized_first, broken_streams, invalid, cancelled, storm):
            step(session)
        text = pathlib.Path(sys.argv[1]).read_text(encoding="latin-1") if len(sys.argv) > 1 else synthetic(10)
        large(session, "10 MB", text)
        too_large(session, "50 MB", synthetic(50))
        short_of(session, "64 MB of memory", "-Xmx64m", synthetic(10))
        short_of(session, "24 MB of memory", "-Xms8m -Xmn4m -Xmx24m", synthetic(5))
        deep = "if A\n" * 3000 + "config A\n\tbool \"" + "x" * 1000 + "\"\n\tdepends on " + "(" * 3000 + "A" + ")" * 3000 + "\n" + "endif\n" * 3000
        short_of(session, "256 KB of stack", "-Xss256k", deep)
        end(session)
        sys.exit(1 if session.failed else 0)


if __name__ == "__main__":
    main()
