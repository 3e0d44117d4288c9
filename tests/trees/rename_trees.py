#!/usr/bin/env python3
"""Renames symbols of copies of real trees through the language server, and fails if that changes any value or does not go back.

Usage: rename_trees.py [--symbols NUMBER] TREES [NAME...]   TREES is what fetch.sh filled, NAME one of its trees.
Half of the symbols are such as the default configurations set. All edits are confirmed and written to disk. Then `eval` writes five default
configurations as before but for the names; and when each symbol has its old name again, `git diff` is empty. While the first rename reads the
sources, hovers are answered: the slowest is told, beside the time of the renames.
"""
import argparse
import json
import os
import pathlib
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
import urllib.parse

import bench
import fix_trees

NAMES = ("linux-6.1", "u-boot", "busybox")
CONFIGURATIONS = 5
PREFIX, SUFFIX = "KLS_", "_X"
ASKS = {"documentChanges": True, "changeAnnotationSupport": {"groupsOnLabel": True}}


def text(path):
    """The text as the server reads it: Latin-1 if it is not UTF-8."""
    data = path.read_bytes()
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


class Session:
    def __init__(self, tree):
        self.answers, self.times, self.versions = {}, [], {}
        self.client = bench.Client([fix_trees.LAUNCHER, "serve", "--stdio"])
        capabilities = {"window": {"workDoneProgress": True}, "workspace": {"workspaceEdit": ASKS}, "general": {"positionEncodings": ["utf-32"]}}
        self.client.request("initialize", {"processId": os.getpid(), "rootUri": tree.as_uri(), "capabilities": capabilities})
        self.client.send(method="initialized", params={})
        self.client.wait(lambda m: m.get("method") == "$/progress" and m["params"]["value"]["kind"] == "end")

    def send(self, method, params):
        self.client.last += 1
        self.client.send(id=self.client.last, method=method, params=params)
        return self.client.last

    def answer(self, number):
        def keep(message):
            if "id" in message and "method" not in message:
                self.answers[message["id"]] = message
            return number in self.answers
        if number not in self.answers:
            self.client.wait(keep, 600)
        return self.answers.pop(number)

    def rename(self, place, name, then=lambda: None):
        """The reason why not, or None when all files are changed."""
        path, line, column = place
        start = time.perf_counter()
        number = self.send("textDocument/rename", {"textDocument": {"uri": path.as_uri()}, "newName": name,
                                                   "position": {"line": line, "character": column}})
        then()
        done = self.answer(number)
        self.times.append(time.perf_counter() - start)
        if "error" in done:
            return done["error"]["message"]
        for document in done["result"]["documentChanges"]:
            uri = document["textDocument"]["uri"]
            file = pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(uri).path))
            if document["textDocument"]["version"] != self.versions.get(uri):
                sys.exit(f"{file}: edits of another version than that of the editor")
            self.apply(file, document["edits"])
            if "Kconfig" in file.name or file.name.startswith("Config."):
                self.show(file, uri)
        return None

    def show(self, file, uri):
        """An editor's text counts at once; a change on disk would wait until the findings of the one before are told."""
        self.versions[uri] = self.versions.get(uri, 0) + 1
        document, whole = {"uri": uri, "version": self.versions[uri]}, text(file)[0]
        if self.versions[uri] == 1:
            self.client.send(method="textDocument/didOpen", params={"textDocument": dict(document, languageId="kconfig", text=whole)})
        else:
            self.client.send(method="textDocument/didChange", params={"textDocument": document, "contentChanges": [{"text": whole}]})

    @staticmethod
    def apply(file, edits):
        whole, encoding = text(file)
        lines = whole.split("\n")
        for edit in sorted(edits, key=lambda e: (e["range"]["start"]["line"], e["range"]["start"]["character"]), reverse=True):
            start, end = edit["range"]["start"], edit["range"]["end"]
            line = lines[start["line"]]
            lines[start["line"]] = line[:start["character"]] + edit["newText"] + line[end["character"]:]
        file.write_bytes("\n".join(lines).encode(encoding))


def definitions(tree, arch):
    """Where each symbol is defined first: file, line and column from 0."""
    done = fix_trees.run(fix_trees.LAUNCHER, "symbols", "--no-progress", *(["--arch", arch] if arch else []), "--format", "json", tree)
    found = {}
    for symbol in json.loads(done.stdout)["symbols"]:
        for each in symbol["definitions"][:1]:
            path = tree / each["file"]
            line = text(path)[0].split("\n")[each["line"] - 1]
            match = re.match(r"\s*(?:menu)?config\s+(?=" + re.escape(symbol["name"]) + r"\b)", line)
            if match:
                found[symbol["name"]] = (path, each["line"] - 1, match.end())
    return found


def old_names(lines):
    return re.sub(rb"\b(CONFIG_)?" + PREFIX.encode() + rb"(\w+?)" + SUFFIX.encode() + rb"\b", rb"\1\2", lines)


def check(tree, name, count, work):
    archs = fix_trees.TREES[name][1]
    before = fix_trees.all_values(tree, name, CONFIGURATIONS, work)
    places = definitions(tree, archs[0][0].partition(":")[0])
    used = sorted({word.decode() for lines in before.values() for word in re.findall(rb"^CONFIG_(\w+)=", lines, re.M)} & set(places))
    chosen = random.Random(5)
    wanted = chosen.sample(used, min(len(used), count * 2)) + chosen.sample(sorted(places), min(len(places), count * 2))
    session = Session(tree)
    renamed, refused, waits = {}, [], []

    def hovers():
        if session.times:
            return
        path, line, column = places[used[0]]
        for _ in range(20):
            start = time.perf_counter()
            session.answer(session.send("textDocument/hover", {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}))
            waits.append(time.perf_counter() - start)

    for i, symbol in enumerate(wanted):
        if len(renamed) >= (count // 2 if i < len(wanted) // 2 else count) or symbol in renamed:
            continue
        reason = session.rename(places[symbol], PREFIX + symbol + SUFFIX, hovers)
        if reason:
            refused.append(reason)
        else:
            renamed[symbol] = places[symbol]
    stat = fix_trees.run("git", "diff", "--shortstat", cwd=tree).stdout.strip()
    after = fix_trees.all_values(tree, name, CONFIGURATIONS, work)
    wrong = [f"eval of {key} differs" for key, lines in before.items() if old_names(after[key]) != lines]
    touched = sum(after[key] != lines for key, lines in before.items())
    for symbol, place in reversed(renamed.items()):
        reason = session.rename(place, symbol)
        if reason:
            wrong.append(f"{symbol}: no way back: {reason}")
    rest = fix_trees.run("git", "status", "--short", cwd=tree).stdout
    if rest:
        wrong.append(f"not restored: {rest.splitlines()[:5]}")
    print(f"{name}: {len(renamed)} symbols renamed ({stat}), {len(refused)} refused; {len(before)} configurations, {touched} with new names; first rename "
          f"{session.times[0]:.2f} s, slowest hover meanwhile {1000 * max(waits):.0f} ms; median of the others {statistics.median(session.times[1:]):.2f} s", flush=True)
    for reason in refused:
        print(f"    refused: {reason}")
    for line in wrong:
        print(f"    WRONG: {line}", flush=True)
    session.client.request("shutdown", None)
    session.client.send(method="exit", params=None)
    return bool(wrong)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--symbols", type=int, default=10)
    parser.add_argument("trees", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        for name in arguments.names or [tree for tree in NAMES if (arguments.trees / tree).is_dir()]:
            copy = work / name
            shutil.copytree(arguments.trees / name, copy, symlinks=True)
            tree = (copy / fix_trees.TREES[name][0]).resolve()
            for command in (["init", "-q"], ["add", "-Af"], ["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "before"]):
                fix_trees.run("git", *command, cwd=tree)
            failed |= check(tree, name, arguments.symbols, work)
            shutil.rmtree(copy)
    sys.exit(failed)


if __name__ == "__main__":
    main()
