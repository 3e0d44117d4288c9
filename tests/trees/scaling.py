#!/usr/bin/env python3
"""Measures commands and requests on inputs of 0.1, 1 and 10 MB of one kind each, and flags what grows faster than its input.

Usage: scaling.py [--sizes 0.1,1,10] [--only REGEX] [--command REGEX] [--limit SECONDS] [--no-server] [--no-commands] [--sample] [--table FILE]

An input repeats one statement, one class of characters or one kind of file (SHAPES). On each of them run check (all rules on, all report formats),
check --fix --dry-run, format, symbols, eval, why and graph, and over stdio the requests that read a document. Seconds are those of the processor, so
that other work on the machine does not count. The last two sizes are compared: what takes over a second and at least twice as much as the input
has grown by is flagged, and so is memory over 600 MB and 150 bytes for each byte. Fails if a command ends with a fault (status 3) or by a signal,
a request has no answer or an internal error, or something takes over --limit seconds. --sample is what CI runs: check of a few inputs of 0.1 and 1 MB, which also
fails if something takes over three seconds and 30 times as much for 10 times the input. KCONFIG_LS names another launcher, to compare with.
"""
import argparse
import json
import os
import pathlib
import queue
import random
import re
import subprocess
import sys
import tempfile
import threading
import time

from bench import LAUNCHER, Client

HEAD = "config B\n\tbool \"b\"\nconfig C\n\tbool \"c\"\nconfig D\n\ttristate \"d\"\nconfig E\n\tbool \"e\"\n"
SYMBOL = "B"
WARM = 0.8  # seconds that a start takes, and that no growth is blamed for


def repeated(unit, size, head="", tail=""):
    """A unit until a size is reached; {i} counts, {next} is one more, {far} is some other number."""
    parts, length, number = [head], len(head), 0
    marked = "{" in unit
    while length < size:
        part = unit
        if marked:
            part = unit.replace("{i}", str(number)).replace("{next}", str(number + 1)).replace("{far}", str(number * 7919 % 2000))
        parts.append(part)
        length += len(part)
        number += 1
    return "".join(parts) + tail


def kconfig(unit, head="", tail=""):
    """A single Kconfig file that repeats a unit behind a head."""
    return lambda size: {"Kconfig": repeated(unit, size, HEAD + head, tail).encode()}


def nested(start, end):
    """Blocks within one another, as many as the size takes."""
    def make(size):
        count = size // (len(start) + len(end) + 4)
        return {"Kconfig": (HEAD + "".join(start.replace("{i}", str(i)) for i in range(count)) + "config IN\n\tbool \"in\"\n" + end * count).encode()}
    return make


def entry(attribute, type_="bool"):
    return kconfig("\t" + attribute + "\n", f"config N\n\t{type_} \"n\"\n")


def line(unit, before="", after="\n"):
    """A line that goes on and on."""
    return kconfig(unit, before, after)


def raw(data):
    return lambda size: {"Kconfig": (data * (size // len(data) + 1))[:size]}


def noise(size):
    return {"Kconfig": random.Random(4711).randbytes(size)}


def letters(size):
    generator = random.Random(4711)
    return {"Kconfig": "".join(generator.choices("abcXYZ \t\n\"'\\#$()&|!=<>01", k=size)).encode()}


MENU = "config S{i}\n\tbool \"s {i}\"\n\tdepends on S{far} && B\n"


def config(unit, name=".config", head=""):
    """A configuration file beside a Kconfig file that declares what it sets."""
    def make(size):
        return {"Kconfig": repeated(MENU, min(size, 2 << 20), HEAD).encode(), name: repeated(unit, size, head).encode()}
    return make


def fragments(size):
    files = {"Kconfig": repeated(MENU, size, HEAD).encode()}
    for number in range(max(4, size // 20000)):
        files[f"part{number}.config"] = repeated("CONFIG_S{i}=y\n", 20000, f"CONFIG_S{number}=n\n").encode()
    return files


def small_files(size):
    unit = "config F{0}\n\tbool \"f {0}\"\n\tdepends on F{1}\n\thelp\n\t  Some text of a small file.\n"
    count = max(1, size // 90)
    files = {f"d{i % 100}/Kconfig.{i}": unit.format(i, i // 2).encode() for i in range(count)}
    files["Kconfig"] = (HEAD + "".join(f'source "d{i % 100}/Kconfig.{i}"\n' for i in range(count))).encode()
    return files


def one_file_often(size):
    return {"Kconfig": repeated('source "Kconfig.one"\n', min(size, 1 << 20), HEAD).encode(), "Kconfig.one": b"config ONE\n\tbool \"one\"\n"}


def beside(name, unit, head="", tail=""):
    """A file of the tool itself beside a Kconfig file of 100 KB."""
    def make(size):
        text = repeated(unit, size, head).rstrip(",\n") + "\n" + tail
        return {"Kconfig": repeated(MENU, 100_000, HEAD).encode(), name: text.encode()}
    return make


def baseline(size):
    """Findings that a baseline file names, one a line."""
    lines = ["kconfig-ls-baseline 1", "tree generic"]
    lines += [f"{i:016x}\tundefined-symbol\tKconfig\t`S{i}` is not declared anywhere" for i in range(size // 70)]
    return {"Kconfig": repeated(MENU, 100_000, HEAD).encode(), "baseline.txt": ("\n".join(lines) + "\n").encode()}


SHAPES = {
    # statements
    "config": kconfig(MENU), "config, help": kconfig(MENU + "\thelp\n\t  Text of {i}.\n\n"), "menuconfig": kconfig("menuconfig S{i}\n\tbool \"s\"\n\tdepends on B\n"),
    "config, bare": kconfig("config S{i}\n"), "one symbol again": kconfig("config A\n\tbool \"a\"\n\tdefault y\n"),
    "one symbol again, bare": kconfig("config A\n"), "choice, many members": kconfig("config S{i}\n\tbool \"s {i}\"\n", "choice\n\tprompt \"c\"\n\tdefault S3\n", "endchoice\n"),
    "choices": kconfig("choice\n\tprompt \"c\"\nconfig S{i}\n\tbool \"s\"\nconfig T{i}\n\tbool \"t\"\nendchoice\n"),
    "choice members depend": kconfig("config S{next}\n\tbool \"s\"\n\tdepends on S{i}\n", "choice\n\tprompt \"c\"\nconfig S0\n\tbool \"s\"\n", "endchoice\n"),
    "menus wide": kconfig("menu \"m {i}\"\n\tdepends on B\nconfig S{i}\n\tbool \"s\"\nendmenu\n"), "menus deep": nested("menu \"m {i}\"\n", "endmenu\n"),
    "menus empty": kconfig("menu \"m\"\nendmenu\n"), "menus open": kconfig("menu \"m\"\n"), "ifs wide": kconfig("if B\nconfig S{i}\n\tbool \"s\"\nendif\n"),
    "ifs deep": nested("if S{i}\n", "endif\n"), "ifs open": kconfig("if B\n"), "ends": kconfig("endif\nendmenu\nendchoice\n"),
    "one if of many": kconfig("config S{i}\n\tbool \"s\"\n\tdepends on B\n", "if B\n", "endif\n"), "statement comment": kconfig("comment \"c {i}\"\n\tdepends on B\n"),
    "mainmenu again": kconfig("mainmenu \"m {i}\"\n"), "source missing": kconfig("source \"none{i}\"\n"), "source itself": kconfig("source \"Kconfig\"\n"),
    "source small files": small_files, "source one file": one_file_often, "unknown statement": kconfig("foo BAR{i} baz\n"),
    "submenus": kconfig("config S{next}\n\tbool \"s\"\n\tdepends on S{i}\n", "config S0\n\tbool \"s\"\n"),
    "submenu of one": kconfig("config S{next}\n\tbool \"s\"\n\tdepends on S0\n", "config S0\n\tbool \"s\"\n"),
    # attributes
    "prompts": entry("prompt \"p {i}\" if S{i}"), "defaults": entry("default y if S{i}"), "default same": entry("default y"), "selects": entry("select S{i} if B"),
    "imply": entry("imply S{i} if B"), "depends": entry("depends on B || S{i}"), "visible if": kconfig("\tvisible if S{i}\n", "menu \"m\"\n", "endmenu\n"),
    "ranges": entry("range {i} {next} if S{i}", "int"), "ranges chained": kconfig("config R{next}\n\tint \"r\"\n\trange R{i} 100\n", "config R0\n\tint \"r\"\n"),
    "option": entry("option env=\"E{i}\""), "option modules": entry("option modules"), "types": entry("bool"), "helps": entry("help\n\t  Text."),
    "selects of one": kconfig("config S{i}\n\tbool \"s\"\n\tselect D if E\n"), "select chain": kconfig("config S{i}\n\tbool\n\tselect S{next}\n"),
    "defaults chained": kconfig("config S{i}\n\tint\n\tdefault S{next}\n"), "set": entry("set S{i}=y"), "default strings": entry("default \"x{i}\" if B", "string"),
    # help
    "help, one long line": line("word{i} ", "config H\n\tbool \"h\"\n\thelp\n\t  "), "help, one word": line("x", "config H\n\tbool \"h\"\n\thelp\n\t  "),
    "help, lines": kconfig("\t  A line {i} of help text.\n", "config H\n\tbool \"h\"\n\thelp\n"), "help, empty lines": kconfig("\n", "config H\n\tbool \"h\"\n\thelp\n\t  Text\n"),
    "help, tabs": line("\t", "config H\n\tbool \"h\"\n\thelp\n\t  x"), "help, links": line("https://example.org/{i} ", "config H\n\tbool \"h\"\n\thelp\n\t  "),
    "help, markdown": line("~~~`*_[x](y)<b> ", "config H\n\tbool \"h\"\n\thelp\n\t  "), "help, less and less": kconfig("  a\n \n", "config H\n\tbool \"h\"\n\thelp\n\t\t  b\n"),
    "help, statements": kconfig("config X{i}\n\tselect Y\n", "config H\n\tbool \"h\"\n\thelp\n\t  x\n"),
    # macros
    "assignments": kconfig("v{i} := $(v{far})x\n"), "one variable again": kconfig("v := {i}\n"), "appended": kconfig("v += x{i}\n"), "appended to itself": kconfig("v += x\n", "v = $(v)\n"),
    "macro uses": kconfig("config S{i}\n\tbool \"$(v)\"\n\tdefault \"$(v)\"\n", "v := text\n"), "macro undefined": kconfig("config S{i}\n\tbool \"$(u{i})\"\n"),
    "macro long line": line("$(v) ", "v := t\nw := "), "macro open": line("$(v,"), "macro calls": kconfig("config S{i}\n\tdef_bool $(if-success,x {i},y,n)\n"),
    "one macro, many arguments": line("a,", "w := $(info,", ")\n"),
    # lines and characters
    "long name": line("A", "config "), "long names": kconfig("config " + "L" * 990 + "{i}\n\tbool \"l\"\n"), "long string": line("text ", "mainmenu \"", "\"\n"),
    "long strings": kconfig("config S{i}\n\tbool \"" + "text " * 200 + "\"\n"), "open string": line("text ", "mainmenu \""), "open strings": kconfig("config S{i}\n\tbool \"open\n"),
    "quotes": line("\""), "quotes, lines": kconfig("\"\n"), "apostrophes": line("'"), "quoted words": line("\"a\" ", "config N\n\tbool \"n\"\n\tdepends on "), "backslashes": line("\\"),
    "escapes": line("\\x", "mainmenu \"", "\"\n"), "continuations": kconfig("\\\n", "config N\n\tbool \"n\" "), "condition over lines": kconfig("S{i} && \\\n\t\t", "config N\n\tbool \"n\"\n\tdepends on ", "B\n"),
    "comments": kconfig("# a comment {i}\n"), "comment, one line": line("text ", "# "), "comments, hashes": kconfig("#\n"), "commented-out statements": kconfig("# config S{i}\n#\tbool \"s\"\n"),
    "ignore comments": kconfig("# kconfig-ls: ignore[undefined-symbol]\nconfig S{i}\n\tdepends on NONE{i}\n"), "ignore comments, bare": kconfig("# kconfig-ls: ignore[line-too-long]\n"),
    "ignore-file comments": kconfig("# kconfig-ls: ignore-file[line-too-long] x\n"), "ignore comment, one line": line("undefined-symbol, ", "# kconfig-ls: ignore[", "]\n"),
    "ignore comments, wrong": kconfig("# kconfig-ls: ignore undefined\n"),
    "LF": raw(b"\n"), "CR": raw(b"\r"), "CRLF": raw(b"\r\n"), "CR in lines": raw(b"config A\r"), "CRLF in lines": raw(b"config A\r\n\tbool \"a\"\r\n"), "NUL": raw(b"\0"),
    "NUL in lines": raw(b"config A\0\n"), "BOM": raw(b"\xef\xbb\xbf"), "BOM in lines": raw(b"\xef\xbb\xbfconfig A\n"), "non-ASCII": raw("ü".encode()), "non-ASCII in strings": kconfig("config S{i}\n\tbool \"grün {i} 語\"\n"),
    "beyond the BMP": raw("𝒳".encode()), "beyond the BMP, prompts": kconfig("config S{i}\n\tbool \"𝒳 {i}\"\n"), "surrogates": raw(b"\xed\xa0\x80"), "invalid UTF-8": raw(b"\xff\xfe"),
    "invalid UTF-8 in lines": raw(b"config A\n\tbool \"\xfc\"\n"), "random bytes": noise, "random letters": letters, "form feeds": raw(b"\f"), "blanks": raw(b" "), "tabs": raw(b"\t"), "blank lines": raw(b" \t\n"),
    "trailing blanks": kconfig("config A   \n\tbool \"a\" \t\n"), "letters": raw(b"x"), "words": raw(b"word "), "digits": raw(b"1"), "dollars": raw(b"$"), "open macros": raw(b"$("), "commas": raw(b","), "control characters": raw(b"\x1b[31m\x07"),
    "open parentheses": line("(", "config N\n\tbool \"n\"\n\tdepends on "), "close parentheses": line(")", "config N\n\tbool \"n\"\n\tdepends on "), "nots": line("!", "config N\n\tbool \"n\"\n\tdepends on ", "B\n"),
    "ands": line(" && S{i}", "config N\n\tbool \"n\"\n\tdepends on B"), "ors": line(" || S{i}", "config N\n\tbool \"n\"\n\tdepends on B"), "ors of ands": line(" || S{i} && !S{far}", "config N\n\tbool \"n\"\n\tdepends on B"),
    "and the same": line(" && B", "config N\n\tbool \"n\"\n\tdepends on B"), "comparisons": line(" || S{i} = {i}", "config N\n\tbool \"n\"\n\tdepends on B"), "comparisons chained": line(" = B", "config N\n\tbool \"n\"\n\tdepends on B"),
    "operators": line("&& || ! = ", "config N\n\tbool \"n\"\n\tdepends on "), "operators, wrong": line(" & B | C == E", "config N\n\tbool \"n\"\n\tdepends on B"), "parentheses in lines": kconfig("\tdepends on (((((((((\n", "config N\n\tbool \"n\"\n"),
    "undefined names": line(" && U{i}", "config N\n\tbool \"n\"\n\tdepends on B"), "contradictions": kconfig("config U{i}\n\tbool \"u\"\n\tdepends on B && !B\n"),
    # configuration files and the tool's own
    ".config": config("CONFIG_S{i}=y\n"), ".config, one line again": config("CONFIG_B=y\n"), ".config, not set": config("# CONFIG_S{i} is not set\n"), ".config, comments": config("# comment {i}\n"),
    ".config, unknown": config("CONFIG_NONE{i}=y\n"), ".config, one long value": config("x", head="CONFIG_B=\""), ".config, long values": config("CONFIG_S{i}=\"" + "x" * 500 + "\"\n"), ".config, garbage": config("garbage {i}\n"),
    ".config, NUL": config("\0"), ".config, quotes": config("CONFIG_S{i}=\"\n"), ".config, backslashes": config("\\", head="CONFIG_B=\""), "defconfig fragments": fragments,
    "sdkconfig": config("CONFIG_S{i}=y\nCONFIG_OLD{i}=y\n", "sdkconfig"), "sdkconfig.rename": config("CONFIG_OLD{i} CONFIG_S{i}\n", "sdkconfig.rename"),
    ".editorconfig": beside(".editorconfig", "[*.x{i}]\nindent_size = 4\n"), ".editorconfig, one section": beside(".editorconfig", "indent_size = {i}\n", "[*]\n"),
    ".editorconfig, one pattern": beside(".editorconfig", "{a,b}", "[", "]\nindent_size=4\n"), ".kconfig-ls.json, env": beside(".kconfig-ls.json", '"E{i}": "x",\n', '{"env": {\n', "}}\n"),
    ".kconfig-ls.json, overrides": beside(".kconfig-ls.json", '{"files": ["x{i}/**"], "rules": {"undefined-symbol": "hint"}},\n', '{"overrides": [\n', "]}\n"), "baseline": baseline,
}
SAMPLE = re.compile(r"^(ranges chained|help, one long line|ignore comments|random bytes)$")


def launcher():
    return os.environ.get("KCONFIG_LS", str(LAUNCHER))


def all_rules():
    listed = subprocess.run([launcher(), "rules"], capture_output=True, text=True, check=True).stdout
    return [word for line in listed.splitlines() for word in ("--rule", line.split()[0] + "=hint")]


def write(folder, files):
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def commands(folder, files, rules):
    """What runs on an input, by name."""
    configs = [name for name in files if name in (".config", "sdkconfig") or name.endswith(".config")]
    given = [argument for name in configs[:200] for argument in ("--config", str(folder / name))]
    reports = [argument for name in ("sarif", "github", "gitlab", "checkstyle", "junit", "rdjson", "text") for argument in ("--output", f"{name}={folder}/../out.{name}")]
    known = ["--baseline", str(folder / "baseline.txt")] if "baseline.txt" in files else []
    root = str(folder)
    check = ["check", "--fail-on", "never", *rules, *given]
    yield "check", [*check, *known, "--format", "json", *reports, root]
    yield "fix", [*check, "--fix", "--dry-run", root]
    yield "format", ["format", "--diff", root]
    yield "symbols", ["symbols", "--format", "json", root]
    yield "eval", ["eval", *given, root]
    yield "why", ["why", *given, SYMBOL, root]
    yield "graph", ["graph", "--depth", "3", "--format", "svg", SYMBOL, root]
    if "baseline.txt" not in files:
        yield "baseline", [*check, "--format", "json", "--write-baseline", f"{root}/../baseline.txt", root]


def run(command, limit):
    """Seconds of the processor, MB and status of a command; the status is None if it was ended at the limit."""
    process = subprocess.Popen([launcher(), *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    messages = []
    reader = threading.Thread(target=lambda: messages.append(process.stderr.read().decode(errors="replace")))
    reader.start()
    used, peak = 0.0, 0.0
    while process.poll() is None and used < limit:
        time.sleep(0.02)
        try:
            used, peak = cpu(process.pid), max(peak, memory(process.pid))
        except (OSError, IndexError):
            break
    over = process.poll() is None and used >= limit
    if over:
        process.kill()
    status = process.wait()
    reader.join()
    return used, peak, None if over else status, messages[0][:300]


def cpu(process):
    """Seconds that a process has used of the processor."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(process):
    """The peak of a process's memory in MB."""
    return int(pathlib.Path(f"/proc/{process}/status").read_text().split("VmHWM:")[1].split()[0]) / 1024


class Server:
    """A language server with one document open."""

    def __init__(self, folder, files, limit):
        self.limit, self.rows, self.faults = limit, {}, []
        names = [name for name in files if name in (".config", "sdkconfig", "sdkconfig.rename")]
        self.file = folder / (names[0] if names else "Kconfig")
        self.uri = self.file.as_uri()
        data = self.file.read_bytes()
        try:
            self.text = data.decode()
        except UnicodeDecodeError:
            self.text = data.decode("latin-1")
        self.lines = re.split("\r\n|\r|\n", self.text)
        self.client = Client([launcher(), "serve", "--stdio"])
        self.folder = folder

    def run(self):
        """The seconds that each request took, by its name, and the peak of memory."""
        try:
            self.start()
            self.requests()
            self.peak = memory(self.client.process.pid)
            self.ask("shutdown", None)
            self.client.send(method="exit")
            self.client.process.wait(timeout=10)
        except (queue.Empty, SystemExit, BrokenPipeError, OSError, subprocess.TimeoutExpired) as fault:
            self.faults.append(f"no answer, or the server has ended ({type(fault).__name__})")
            self.peak = 0
        finally:
            self.client.process.kill()
            self.client.process.wait()
        return self

    def ask(self, method, params, title=None):
        start = cpu(self.client.process.pid)
        title = title or method.split("/")[-1]
        before = self.rows.get(title, 0)
        self.rows[title] = self.limit
        self.client.last += 1
        number = self.client.last
        self.client.send(id=number, method=method, params=params)
        answer = self.client.wait(lambda m: m.get("id") == number and "method" not in m, 10 * self.limit)
        self.rows[title] = max(before, cpu(self.client.process.pid) - start)
        if answer.get("error", {}).get("code") == -32603:
            self.faults.append(f"{title}: {answer['error']['message'][:200]}")
        return answer.get("result")

    def start(self):
        can = {"semanticTokens": {"requests": {"full": {"delta": True}, "range": True}, "formats": ["relative"]}, "diagnostic": {},
               "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "refactor"]}}, "dataSupport": True, "resolveSupport": {"properties": ["edit"]}},
               "foldingRange": {}, "rename": {"prepareSupport": True}}
        self.ask("initialize", {"processId": os.getpid(), "rootUri": self.folder.as_uri(), "capabilities": {"textDocument": can, "general": {"positionEncodings": ["utf-8"]}},
                                "workspaceFolders": [{"uri": self.folder.as_uri(), "name": "w"}]})
        self.client.send(method="initialized", params={})
        language = "kconfig" if self.file.name == "Kconfig" else "dotconfig"
        self.client.send(method="textDocument/didOpen", params={"textDocument": {"uri": self.uri, "languageId": language, "version": 1, "text": self.text}})

    def requests(self):
        document = {"textDocument": {"uri": self.uri}}
        last = len(self.lines) - 1
        longest = max(range(len(self.lines)), key=lambda i: len(self.lines[i]))
        places = [{"line": i, "character": max(0, len(self.lines[i].encode(errors="replace")) - 1)} for i in {min(1, last), longest, last // 2, max(0, last - 1)}] + [{"line": 0, "character": 8}]
        some = {"start": {"line": last // 2, "character": 0}, "end": {"line": min(last, last // 2 + 60), "character": 0}}
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": last + 1, "character": 0}}
        options = {"options": {"tabSize": 8, "insertSpaces": False}}
        self.ask("textDocument/diagnostic", document)
        for name in ("documentSymbol", "foldingRange", "codeLens", "documentLink"):
            self.ask("textDocument/" + name, document)
        tokens = self.ask("textDocument/semanticTokens/full", document, "tokens") or {}
        self.ask("textDocument/semanticTokens/range", dict(document, range=some), "tokens, 60 lines")
        self.ask("textDocument/inlayHint", dict(document, range=whole))
        self.ask("textDocument/inlayHint", dict(document, range=some), "inlayHint, 60 lines")
        self.ask("textDocument/selectionRange", dict(document, positions=places))
        self.ask("textDocument/formatting", dict(document, **options))
        self.ask("textDocument/rangeFormatting", dict(document, range=some, **options))
        for place in places:
            at = dict(document, position=place)
            for name, more in [("hover", {}), ("completion", {}), ("definition", {}), ("implementation", {}), ("references", {"context": {"includeDeclaration": True}}),
                               ("documentHighlight", {}), ("signatureHelp", {}), ("prepareRename", {}), ("rename", {"newName": "NEW"}), ("onTypeFormatting", dict(options, ch="\n"))]:
                self.ask("textDocument/" + name, dict(at, **more))
            self.ask("textDocument/codeAction", dict(document, range={"start": place, "end": place}, context={"diagnostics": []}))
            for item in (self.ask("textDocument/prepareCallHierarchy", at) or [])[:1]:
                self.ask("callHierarchy/incomingCalls", {"item": item})
                self.ask("callHierarchy/outgoingCalls", {"item": item})
        self.ask("workspace/symbol", {"query": "S1"})
        edit = {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}, "text": "# x\nconfig NEW\n\tbool \"new\"\n"}
        self.client.send(method="textDocument/didChange", params={"textDocument": {"uri": self.uri, "version": 2}, "contentChanges": [edit]})
        self.ask("textDocument/semanticTokens/full/delta", dict(document, previousResultId=tokens.get("resultId", "0")), "tokens, delta")
        self.ask("textDocument/diagnostic", document, "diagnostic, edited")


def measure(shape, size, options, rules):
    """The rows of one input: title, seconds, MB, fault or empty."""
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary).resolve() / "tree"
        folder.mkdir()
        files = SHAPES[shape](int(size * 1e6))
        write(folder, files)
        if not options.no_commands:
            for name, command in commands(folder, files, rules):
                if options.command and not re.search(options.command, name):
                    continue
                seconds, memory, status, message = run(command, options.limit)
                fault = f"over {options.limit} s" if status is None else f"status {status}: {message[:200]}" if status == 3 or status < 0 else ""
                rows.append((name, seconds, memory, fault))
        if not options.no_server:
            server = Server(folder, files, options.limit).run()
            rows += [(f"{title} (server)", seconds, 0, "") for title, seconds in server.rows.items() if title not in ("initialize", "shutdown")]
            rows.append(("whole session (server)", sum(server.rows.values()), server.peak, "; ".join(server.faults)))
    return rows


def judged(small, large, size, factor, title, sample):
    """What is out of proportion in the rows of two sizes, as words."""
    words = []
    base = 0 if "(server)" in title else WARM
    before, after = (max(0.1, row[0] - base) for row in (small, large))
    if after > (3 if sample else 1) and after / before > (3 if sample else 2) * factor:
        words.append(f"grows by {after / before:.0f}")
    if large[1] > 600 + 150 * size:
        words.append("memory")
    return words


def shown(rows, sizes, sample):
    """Prints the rows of one input, of the requests only those that take long; how many are out of proportion."""
    flagged = 0
    for (shape, title), row in rows.items():
        words = []
        if len(sizes) > 1 and sizes[-2] in row and sizes[-1] in row:
            words = judged(row[sizes[-2]], row[sizes[-1]], sizes[-1], sizes[-1] / sizes[-2], title, sample)
        seconds, peak = row.get(sizes[-1], (0, 0))
        if words or seconds > 5 or "(server)" not in title or "session" in title:
            times = "  ".join(f"{row[size][0]:7.2f}" if size in row else "      -" for size in sizes)
            print(f"{'SLOW' if words else 'ok  '} {shape:28} {title:30} {times} s  {peak:5.0f} MB  {', '.join(words)}", flush=True)
        flagged += bool(words)
    return flagged


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default="0.1,1,10")
    parser.add_argument("--only", default="")
    parser.add_argument("--command", default="")
    parser.add_argument("--limit", type=float, default=120)
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--no-server", action="store_true")
    parser.add_argument("--no-commands", action="store_true")
    parser.add_argument("--table", type=pathlib.Path)
    options = parser.parse_args()
    if options.sample:
        options.sizes, options.command, options.no_server = "0.1,1", "^check$", True
    sizes = [float(size) for size in options.sizes.split(",")]
    names = [name for name in SHAPES if re.search(options.only, name) and (not options.sample or SAMPLE.match(name))]
    rules, failed, flagged = all_rules(), 0, 0
    table = {}
    for name in names:
        for size in sizes:
            for title, seconds, peak, fault in measure(name, size, options, rules):
                table.setdefault((name, title), {})[size] = (seconds, peak)
                if fault:
                    print(f"FAIL {name}, {size} MB, {title}: {fault}", flush=True)
                    failed += 1
        flagged += shown({key: row for key, row in table.items() if key[0] == name}, sizes, options.sample)
    print(f"{len(names)} inputs of {options.sizes} MB: {failed} failed, {flagged} out of proportion", flush=True)
    if options.table:
        options.table.write_text(json.dumps([[*key, row] for key, row in table.items()]))
    sys.exit(1 if failed or options.sample and flagged else 0)


if __name__ == "__main__":
    main()
