#!/usr/bin/env python3
"""Compares findings with what the original programs print: each of their warnings and errors must have a finding at its place.

Usage: compare_warnings.py pages:DIALECT=PROGRAM... TREE[:ARCH,ARCH]=PROGRAM...
PROGRAM is a conf built by build_conf.sh, or the word kconfiglib. `pages` are all examples on the rules' pages, read as DIALECT.
Prints a row for each subject, what has no partner on either side with its reason, and fails if there is no reason.
"""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import many
from compare_eval import environment

HERE = pathlib.Path(__file__).resolve().parent
PAGES = HERE.parents[1] / "server/src/main/resources/rules"
BLOCK = re.compile(r"## (Bad|Good)\n\n```kconfig([^\n]*)\n(.*?\n)```", re.S)
WITH_KCONFIGLIB = HERE / "kconfiglib_warnings.py"
ENTRY = re.compile(r"\s*(?:config|menuconfig|configdefault|choice|menu|comment|if|source|endchoice|endmenu|endif)\b")

Message = collections.namedtuple("Message", "file line text")
Row = collections.namedtuple("Row", "pattern where rules certain")

# Rules behind a bar may stand for a message, but are not expected to have one.
SYNTAX = """assignment-in-entry attribute-not-allowed bad-operator chained-comparison choice-legacy-feature comparison-of-expression
depends-without-on extension-keyword help-dedent invalid-statement keyword-too-new macro-expands-to-nothing mismatched-end
misplaced-mainmenu removed-keyword reserved-word-as-name statement-not-allowed-in-choice unclosed-block unknown-statement unquoted-prompt
unquoted-source | broken-continuation constant-redefined configdefault-attribute help-swallows-statement invalid-encoding line-endings
missing-final-newline select-constant unsupported-assignment unsupported-character unterminated-macro unterminated-string
visible-without-if modules-redefined symbol-name-style transitional-with-property"""
UNDEFINED = """undefined-symbol select-undefined uppercase-constant config-prefix-in-kconfig choice-name-as-symbol | bool-default-literal
string-default-unquoted range-bound-invalid default-type-mismatch out-of-reach-symbol quoted-symbol"""
ELSE = "| undefined-symbol config-prefix-in-kconfig uppercase-constant select-undefined"

# D.11 of the language page. A message has its finding at the line that it names ("line"), in the entry that it names ("entry"), or
# with the name of its symbol ("name"), where the program gives no place, or that of a definition for what stands elsewhere.
CONF = [
    (r"syntax error|invalid statement|unknown statement", "line", SYNTAX),
    (r"ignoring unsupported character", "line", "unsupported-character line-endings | broken-continuation bad-operator unsupported-assignment help-dedent"),
    (r"multi-line strings not supported", "line", "unterminated-string"),
    (r"no new line at end of file", "line", "missing-final-newline"),
    (r"missing end statement", "line", "unclosed-block | end-in-other-file"),
    (r"unexpected '.*' within .* block|in different file than|location of the '", "line", "mismatched-end end-in-other-file | statement-not-allowed-in-choice"),
    (r"can't (?:open|find) file", "line", "missing-source-file | unresolved-source-path source-is-directory source-outside-tree glob-without-match"),
    (r"[Rr]ecursive inclusion|included from|current file", "line", "recursive-source"),
    (r"repeated inclusion of|location of first inclusion", "line", "duplicate-source"),
    (r"menuconfig statement without prompt", "above", "menuconfig-without-prompt"),
    (r"blank help text", "above", "empty-help | help-swallows-statement help-dedent"),
    (r"more than one help text", "above", "duplicate-help"),
    (r"ignoring type redefinition", "entry", "type-redefinition | constant-redefined choice-member-type"),
    (r"prompt redefined", "line", "prompt-redefined"),
    (r"leading whitespace ignored", "line", "prompt-whitespace"),
    (r"redefines option 'modules'", "line", "modules-redefined"),
    (r"transitional symbols can only", "line", "transitional-with-property"),
    (r"defined without type", "line", "symbol-without-type | choice-empty"),
    (r"must be a single symbol", "line", "default-not-a-symbol"),
    (r"number is invalid", "line", "default-type-mismatch " + ELSE),
    (r"is not contained in the choice", "line", "choice-default-not-member " + ELSE),
    (r"but is not bool or tristate", "line", "select-from-non-bool | symbol-without-type"),
    (r"has wrong type", "line", "select-target-type"),
    (r"range is only allowed", "line", "range-type | symbol-without-type"),
    (r"range is invalid", "line", "range-bound-invalid | range-type undefined-symbol config-prefix-in-kconfig"),
    (r"choice must have a prompt", "entry", "choice-without-prompt | choice-legacy-feature"),
    (r"choice (?:member|value) must have a prompt", "line", "choice-member-without-prompt"),
    (r"choice member must be bool", "line", "choice-member-type"),
    (r"defaults for choice values", "line", "choice-member-default"),
    (r"outside its choice group|prompt in another entry", "line", "choice-member-prompt-elsewhere"),
    (r"boolean symbol (?P<name>\w+) tested for 'm'", "name", "bool-tested-for-m"),
    (r"recursive dependency detected.*symbol (?P<name>\w+)", "name", "recursive-dependency self-dependency choice-member-depends-on-sibling"),
    (r"unmet direct dependencies detected for (?P<name>\w+)", "name", "select-unmet-dependency"),
    (r"environment variable \w+ undefined", "line", "env-option-unset"),
    (r"unterminated reference", "line", "unterminated-macro"),
    (r"Recursive variable", "line", "recursive-variable"),
    (r"Too deep recursive", "line", "macro-too-deep"),
    (r"too (?:few|many) function arguments", "line", "macro-argument-count"),
    (r"", "line", "macro-message"),  # the text of a warning-if
]
KCONFIGLIB = [
    (r"couldn't parse 'modules': unrecognized construct", "line", "| extension-keyword keyword-too-new"),
    (r"no corresponding '", "line", "mismatched-end end-in-other-file"),
    (r"recursively references itself", "line", "recursive-variable"),
    (r"infinite recursion", "line", "macro-too-deep"),
    (r"missing end parenthesis", "line", "unterminated-macro"),
    (r"macro expanded to blank string", "line", "macro-expands-to-nothing"),
    (r"couldn't parse|unrecognized construct", "line", SYNTAX),
    (r"expected '(?P<end>\w+)' at end of", "file", "unclosed-block"),
    (r"Malformed utf-8", "file", "invalid-encoding"),
    (r"bad number of arguments", "line", "macro-argument-count"),
    (r"Could not open", "line", "source-is-directory | missing-source-file unresolved-source-path source-outside-tree"),
    (r"not found \(in", "line", "missing-source-file unresolved-source-path source-outside-tree | glob-without-match"),
    (r"recursive 'source'", "line", "recursive-source"),
    (r"quotes recommended around '", "line", "unquoted-prompt unquoted-source"),
    (r"quotes recommended around default", "entry", "string-default-unquoted"),
    (r"the 'modules' option is not supported", "line", "modules-redefined"),
    (r"^(?P<name>\S+) \(defined.*malformed default|symbol (?P<name2>\S+) \(.*malformed default", "entry", "default-not-a-symbol"),
    (r"Dependency loop =+ (?P<name>\S+) ", "name", "recursive-dependency self-dependency range-recursion | choice-member-depends-on-sibling"),
    (r"defined with multiple types", "entry", "type-redefinition"),
    (r"multiple prompts in single location", "entry", "prompt-redefined"),
    (r"more than one help text", "entry", "duplicate-help"),
    (r"empty help text", "entry", "empty-help | help-swallows-statement help-dedent"),
    (r"leading or trailing whitespace in its prompt", "entry", "prompt-whitespace"),
    (r"defined without a type", "entry", "symbol-without-type"),
    (r"has a non-(?:int|hex) default", "entry", "default-type-mismatch " + ELSE),
    (r"has a non-(?:int|hex) range", "entry", "range-bound-invalid " + ELSE),
    (r"has ranges, but", "entry", "range-type"),
    (r"has selects or implies", "entry", "select-from-non-bool"),
    (r"(?:selects|implies) the .* which is not", "entry", "select-target-type"),
    (r"the menuconfig symbol .* has no prompt", "entry", "menuconfig-without-prompt"),
    (r"defined with type", "entry", "choice-empty | choice-member-type"),
    (r"defined without a prompt", "entry", "choice-without-prompt"),
    (r"is not contained in the choice", "choice", "choice-default-not-member"),
    (r"default on the choice symbol", "entry", "choice-member-default"),
    (r"the choice symbol (?P<name>\S+) .*select/imply has no effect", "name", "select-choice-member"),
    (r"the choice symbol \S+ .* has no prompt", "entry", "choice-member-without-prompt"),
    (r"prompt outside the choice", "entry", "choice-member-prompt-elsewhere"),
    (r"undefined symbol (?P<name>\S+):", "reference", UNDEFINED),
    (r"symbol (?P<name>\S+) \(.*evaluated in a logical context", "name", "non-bool-in-logic | select-from-non-bool comparison-type-mismatch"),
    (r"clamped to", "entry", "default-out-of-range"),
    (r"unsatisfied direct dependencies", "entry", "select-unmet-dependency"),
    (r"'option env=", "line", "env-option-unset | removed-keyword"),
    (r"expands environment variables in strings", "line", "env-option-unset | removed-keyword"),
    (r"'option defconfig_list' set", "line", "| removed-keyword"),
    (r"", "line", "macro-message"),
]
def expected(rules):
    """All rules of a row, and those before the bar."""
    return rules.replace("|", "").split(), rules.partition("|")[0].split()


INDEX = {"conf": [Row(re.compile(p), w, *expected(r)) for p, w, r in CONF], "kconfiglib": [Row(re.compile(p), w, *expected(r)) for p, w, r in KCONFIGLIB]}


def conf_messages(program, folder, root, env):
    """What conf prints while it reads a tree, and whether it stops there."""
    with tempfile.TemporaryDirectory() as scratch:
        env = dict(env, KCONFIG_CONFIG=f"{scratch}/config")
        if b"alldefconfig" in pathlib.Path(program).read_bytes():
            done = subprocess.run([program, "--alldefconfig", root], cwd=folder, env=env, capture_output=True)
        else:  # it writes into the current folder
            copy = shutil.copytree(folder, f"{scratch}/tree", symlinks=True)
            done = subprocess.run([program, "-n", root], cwd=copy, env=env, input=b"\n" * 20000, capture_output=True)
    messages, loop = [], False
    output = (done.stdout + done.stderr).decode(errors="replace").replace("'\r\n'", "'\\r'").replace("<none>:", root + ":")
    for line in output.splitlines():
        place = re.match(r"(?P<file>[^\s:]+):(?P<line>\d+):\s*(?P<text>.*)", line) or re.match(r"(?P<text>\s*)(?P<file>$)", "")
        text = place["text"] if place["file"] else line.strip()
        if "recursive dependency detected" in text or "unmet direct dependencies" in text:
            messages.append(Message(place["file"] or None, place["file"] and int(place["line"]), text))
            loop = True
        elif loop and (re.match(r"(?:symbol|choice) ", text) or text.startswith(("Depends on", "Selected by", "- ", "For a resolution", "subsection"))):
            messages[-1] = messages[-1]._replace(text=f"{messages[-1].text} {text}")
        elif place["file"] or text.startswith(("boolean symbol", "Recursive inclusion")):
            messages.append(Message(place["file"] or None, place["file"] and int(place["line"]), text))
        elif re.match(r"(?:current file|included from)", text) and "Recursive inclusion" in messages[-1].text:
            file, _, number = text.partition(": ")[2].strip().rpartition(":")
            if file and messages[-1].file is None:
                messages[-1] = Message(file, int(number), messages[-1].text)
    return messages, done.returncode != 0


def kconfiglib_messages(folder, root, env):
    done = subprocess.run(["/usr/bin/python3", WITH_KCONFIGLIB, root], cwd=folder, env=dict(env, KCONFIG_WARN_UNDEF="y"), capture_output=True)
    if done.returncode:
        sys.exit(done.stderr.decode())
    messages = []
    answer = json.loads(done.stdout.decode().splitlines()[-1])
    for text in answer["warnings"] + answer["errors"]:
        flat = " ".join(text.split())
        if re.match(r"warning: undefined symbol", flat):
            head = flat.partition(":")[2].split(":")[0].strip() + ":"
            messages += [Message(file, int(line), head) for file, line in re.findall(r"- Referenced at (\S+?):(\d+):", text)]
            continue
        at = re.match(r"(?P<file>[^\s:]+):(?P<line>\d+): ", flat)
        defined = re.search(r"\(defined at ([^)]+)\)", flat)
        if at:
            messages.append(Message(at["file"], int(at["line"]), flat))
        else:
            places = re.findall(r"([^\s,:]+):(\d+)", defined[1]) if defined else []
            messages.append(Message(places or None, None, flat))
    return messages, bool(answer["errors"]) or answer["crashed"]


class Findings:
    """The findings in one tree, and which of them a message has met."""

    def __init__(self, folder, report):
        self.folder, self.all, self.met = folder, report["findings"], set()
        self.texts = {}

    def lines(self, file):
        path = self.folder / file
        if file not in self.texts:
            self.texts[file] = path.read_text(errors="replace").split("\n") if path.is_file() else []
        return self.texts[file]

    def meets(self, message, row, match):
        """Whether a finding belongs to the message; each that does is met."""
        found = [i for i, f in enumerate(self.all) if f["rule"] in row.rules and self.is_at(f, message, row, match)]
        self.met.update(found)
        return bool(found)

    def names(self, match):
        """Whether a finding names the same symbol somewhere."""
        return any(f"`{name}`" in f["message"] for f in self.all for name in match.groupdict().values() if name)

    def is_at(self, finding, message, row, match):
        names = {value for value in match.groupdict().values() if value}
        where, line = row.where, finding["range"]["start"]["line"]
        if where == "name":
            return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", finding["message"]) for name in names)
        if where == "file":
            return True
        if where == "choice":
            return any(self.is_in_entry(finding, file, int(at)) for file, at in re.findall(r"([^\s,:(]+):(\d+)", message.text))
        if where == "reference":  # an entry that names it, or one in a block that does
            return any(f"`{name}`" in finding["message"] for name in names) and (
                self.is_in_entry(finding, message.file, message.line) or self.is_block(finding, message))
        if where == "above":
            return finding["file"] == message.file and line <= message.line and self.is_one_entry(finding["file"], line, message.line - 1)
        if where == "entry":
            places = [(message.file, message.line)] if message.line else message.file or []
            return any(self.is_in_entry(finding, file, int(at)) for file, at in places)
        if isinstance(message.file, list) or message.file is None:
            return where == "line" and message.file is None and row.rules == ["recursive-source"]
        related = [(r["file"], r["range"]["start"]["line"]) for r in finding["related"]]
        return (finding["file"] == message.file and line <= message.line <= max(self.last(finding), line)) or (
            message.file, message.line) in related

    def last(self, finding):
        """The last line of a finding's statement: a program names the line at which it ends; the one of 6.1 names one more for errors."""
        end = finding["range"]["end"]["line"]
        lines = self.lines(finding["file"])
        while end <= len(lines) and lines[end - 1].endswith("\\"):
            end += 1
        return end

    def is_block(self, finding, message):
        line = finding["range"]["start"]["line"]
        return finding["file"] == message.file and line < message.line and self.lines(message.file)[line - 1].lstrip().startswith("if ")

    def is_in_entry(self, finding, file, line):
        """Whether a finding is at a line or in what belongs to the statement there."""
        at = finding["range"]["start"]["line"]
        return finding["file"] == file and at >= line and self.is_one_entry(file, line, at)

    def is_one_entry(self, file, first, last):
        return not any(ENTRY.match(text) for text in self.lines(file)[first:last])


# What has no partner for a reason: the program or dialect, the subject (a page or a tree), the message or the rule, the reason.
UNMATCHED = [
    ("conf", "^assignment-in-entry bad", "syntax error|invalid statement", "the program stops at the line after the assignment, which is the cause"),
    (".", ".", "unmet direct dependencies|has direct dependencies .* currently being", "holds for the values of one configuration, not always"),
    (".", "^swupdate", "environment variable", "the tree's build sets it"),
    ("conf", "^linux", "_VERSION': number is invalid", "the default is what a command prints"),
    ("kconfiglib", ".", r"_VERSION .*has a non-int default", "the default is what a command prints, here always n"),
    ("kconfiglib", ".", "default value .* clamped to", "holds for the values of one configuration, not always"),
    ("kconfiglib", "^uclibc", "environment variable", "the tree's build sets it, and its own program needs the `option env`"),
    ("kconfiglib", "^crust", "not found \\(in", "the tree's own program looks beside the file, too"),
    ("kconfiglib", "^trailing-whitespace good", "whitespace in its prompt", "the blank is the value of a macro"),
    (".", "^(invalid|unused)-suppression good", ".", "a comment accepts it"),
    ("kconfiglib", "^u-boot", "quotes recommended around '", "the tree's own program takes one word without quotes silently"),
]
UNTOLD = [
    (".", ".", r"\[macro-message\]", "the program prints the text of $(info) without a place"),
    (".", ".", r"\[default-type-mismatch\].* means n$", "the program says nothing about defaults of bools"),
    (".", ".", r"\[unquoted-source\].* should have", "the program takes a bare word silently"),
    ("conf$|conf linux-6.1$|kconfiglib", ".", r"\[choice-member-depends-on-sibling\].* no member", "the program silently takes the entry for no member"),
    ("kconfiglib", ".", r"\[attribute-not-allowed\] `default`", "Kconfiglib takes a default in a menu silently"),
    ("conf", ".", r"\[prompt-whitespace\].* at the end", "the program looks at the start of a prompt only"),
    (".", ".", r"\[select-unmet-dependency\]", "the program says so of configurations that set the entry only"),
    ("kconfiglib", ".", r"\[unresolved-source-path\].* not known", "Kconfiglib takes a variable that is not set for an empty one"),
    ("kconfiglib", "^linux", r"\[undefined-symbol\].* here it always means n", "Kconfiglib does not look at conditions around a `source` or a block without entries"),
    ("kconfiglib", ".", r"\[invalid-encoding\]", "Kconfiglib is run here with the encoding of the file"),
    ("kconfiglib", ".", r"\[prompt-whitespace\]", "Kconfiglib looks at prompts of entries only"),
]


def reason(table, tool, subject, text):
    for tools, subjects, texts, why in table:
        if re.search(tools, tool) and re.search(subjects, subject) and re.search(texts, text):
            return why
    return None


def compare(tool, kind, subject, folder, report, messages, stopped):
    """The messages without a finding, and the findings without a message, each with the reason or None."""
    findings = Findings(folder, report)
    alone, explained = [], False
    for message in messages:
        row, match = next((row, match) for row in INDEX[kind] if (match := row.pattern.search(message.text)))
        syntax = row.rules[0] in SYNTAX.split()
        if findings.meets(message, row, match):
            explained |= syntax
            continue
        place = message.file if isinstance(message.file, str) else " ".join(f"{f}:{n}" for f, n in message.file or [])
        text = f"{place}{':' + str(message.line) if message.line else ''}: {message.text}"
        why = reason(UNMATCHED, tool, subject, text)
        if why is None and row.where == "reference" and findings.names(match):
            why = "told once, at the block that names it, and not for each entry below"
        alone.append((text, why, syntax))
    follow = "one of several errors that follow from one: only the cause is told"
    alone = [(text, why or (follow if syntax and explained else None)) for text, why, syntax in alone]
    told = {rule for row in INDEX[kind] for rule in row.certain} if not stopped else set()
    untold = []
    for i, finding in enumerate(findings.all):
        if i not in findings.met and finding["rule"] in told:
            text = f"{finding['file']}:{finding['range']['start']['line']}: [{finding['rule']}] {finding['message']}"
            untold.append((text, reason(UNTOLD, tool, subject, text)))
    return alone, untold


def content(text, options):
    text = text.replace("\n", "\r\n") if "crlf" in options else text
    text = text.rstrip() if "nonewline" in options else text
    text = "\ufeff" + text if "bom" in options else text
    return text.encode("latin-1" if "latin1" in options else "utf-8")


def pages(folder):
    """Writes the examples; gives the name and the folder of each."""
    for page in sorted(PAGES.glob("*.md")):
        for number, block in enumerate(BLOCK.finditer(page.read_text())):
            tree = folder / f"{page.stem}-{number + 1}"
            parts = re.split(r"(?m)^#file (\S+)\n", block[3])
            for name, body in [("Kconfig", parts[0]), *zip(parts[1::2], parts[2::2])]:
                if body:
                    (tree / name).parent.mkdir(parents=True, exist_ok=True)
                    (tree / name).write_bytes(content(body, block[2].split()))
            yield f"{page.stem} {block[1].lower()} {number + 1}", tree


def messages_of(program, folder, root, env):
    if program == "kconfiglib":
        return kconfiglib_messages(folder, root, env)
    return conf_messages(program, folder, root, env)


def compare_pages(dialect, program):
    kind = "kconfiglib" if program == "kconfiglib" else "conf"
    with tempfile.TemporaryDirectory() as scratch:
        examples = list(pages(pathlib.Path(scratch)))
        commands, environments = [], []
        for _, folder in examples:
            arch = ["--arch", "all"] if (folder / "arch").is_dir() and "linux" in dialect else []
            env = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": "/"}
            if (folder / "arch").is_dir():
                name = min(p.parent.name for p in folder.glob("arch/*/Kconfig"))
                env.update(ARCH=name, SRCARCH=name)
            environments.append(env)
            given = [option for name in ("ARCH", "SRCARCH") if name in env and not arch for option in ("--env", f"{name}={env[name]}")]
            commands.append(["check", "--dialect", dialect, *arch, *given, "--format", "json", "--fail-on", "never", "--no-progress", folder])
        counts, rows = collections.Counter(), []
        for (subject, folder), env, (status, out, err) in zip(examples, environments, many.run(commands)):
            if status:
                sys.exit(f"{subject}: {err}")
            plain = dict(env, KCONFIGLIB_PLAIN="y")
            root = "Kconfig" if (folder / "Kconfig").is_file() else None
            if root is None:
                continue
            messages, stopped = messages_of(program, folder, root, plain)
            rows.append((subject, len(messages), *compare(f"{kind} {dialect}", kind, subject, folder, json.loads(out), messages, stopped)))
    return rows


def compare_tree(tree, archs, program):
    kind = "kconfiglib" if program == "kconfiglib" else "conf"
    rows = []
    for arch in archs or [""]:
        env = environment(tree, arch)
        options = [option for name, value in env.items() for option in ("--env", f"{name}={value}")]
        shell = [] if kind == "kconfiglib" else ["--allow-shell"]
        name = ["--arch", arch.partition(":")[0]] if arch else []
        command = ["check", *shell, *name, *options, "--format", "json", "--fail-on", "never", "--no-progress", tree]
        done = subprocess.run([many.LAUNCHER, *command], env=env, capture_output=True, text=True, errors="replace")
        if done.returncode:
            sys.exit(f"{tree.name} {arch}: {done.stderr}")
        report = json.loads(done.stdout)
        messages, stopped = messages_of(program, tree, report["projects"][0]["root"], env)
        subject = f"{tree.name} {arch}".strip()
        rows.append((subject, len(messages), *compare(kind, kind, subject, tree, report, messages, stopped)))
    return rows


def table(tool, title, rows):
    """Prints the sum of the rows and what has no partner; gives the number of those without a reason."""
    printed = sum(count for _, count, _, _ in rows)
    alone = [(subject, *each) for subject, _, lone, _ in rows for each in lone]
    untold = [(subject, *each) for subject, _, _, more in rows for each in more]
    print(f"{tool} | {title} | {printed} printed | {printed - len(alone)} matched | {len(alone)} unmatched | {len(untold)} findings of these rules that it does not print")
    for label, entries in (("printed only", alone), ("found only", untold)):
        for subject, text, why in entries:
            print(f"  {label}: {subject}: {text}\n    {why or 'NO REASON'}", flush=True)
    return sum(why is None for _, _, why in alone + untold)


def main():
    unexplained = printed = 0
    for argument in sys.argv[1:]:
        subject, _, program = argument.partition("=")
        program = program if program == "kconfiglib" else os.path.abspath(program)
        tool = pathlib.Path(program).name
        if subject.startswith("pages:"):
            dialect = subject.partition(":")[2]
            rows, title = compare_pages(dialect, program), f"examples as {dialect}"
        else:
            path, _, archs = subject.partition(":")
            tree = pathlib.Path(path).resolve()
            rows, title = compare_tree(tree, [a for a in archs.split(",") if a], program), f"{tree.name} {archs}".strip()
        printed += sum(count for _, count, _, _ in rows)
        unexplained += table(tool, title, rows)
    print(f"{printed} messages, {unexplained} differences without a reason")
    sys.exit(bool(unexplained))


if __name__ == "__main__":
    main()
