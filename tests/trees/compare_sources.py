#!/usr/bin/env python3
"""The symbols that sources name and nothing defines, compared both ways with the kernel's own
scripts/checkkconfigsymbols.py. Usage: compare_sources.py LINUX_TREE

That script takes every word CONFIG_X of every file, also where it cannot be a symbol. For each of its answers
that the program does not give, a rough look at the lines has to find the reason; conditions have none."""
import collections
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
root = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
program = os.environ.get("KCONFIG_LS", os.path.join(root, "server/bin/kconfig-ls")).split()
tree = os.path.realpath(sys.argv[1])


def theirs():
    """symbol -> files, by the script's own functions; git's list of files is that of the folder"""
    with tempfile.TemporaryDirectory() as folder:
        git = os.path.join(folder, "git")
        with open(git, "w", encoding="utf-8") as out:
            out.write("#!/bin/sh\nfind . -type f | sed 's,^\\./,,'\n")
        os.chmod(git, 0o755)
        os.environ["PATH"] = folder + ":" + os.environ["PATH"]
        script = os.path.join(tree, "scripts/checkkconfigsymbols.py")
        spec = importlib.util.spec_from_file_location("checkkconfigsymbols", script)
        module = importlib.util.module_from_spec(spec)
        sys.modules["checkkconfigsymbols"] = module
        spec.loader.exec_module(module)
        os.chdir(tree)
        undefined, _ = module.check_symbols(None)
        return {(name, path) for name, paths in undefined.items() for path in paths}


def ours():
    """(symbol, file) -> severity"""
    run = subprocess.run(
        program + ["check", "--sources", "--arch", "all", "--format", "json", "--fail-on", "never", tree],
        stdout=subprocess.PIPE, check=True)
    return {
        (finding["symbol"], finding["file"]): finding["severity"]
        for finding in json.loads(run.stdout)["findings"]
        if finding["rule"] == "undefined-config-in-source"}


def lines(name, path, before=r"(?<!\w)"):
    word = re.compile(before + "D?CONFIG_" + name + r"(?!\w)")
    with open(os.path.join(tree, path), encoding="utf-8", errors="replace") as text:
        return [line.rstrip("\n") for line in joined(text) if word.search(line)]


def joined(text):
    """lines that a backslash continues are one"""
    whole = ""
    for line in text:
        whole += line
        if not line.endswith("\\\n"):
            yield whole
            whole = ""


def made_in(sources):
    """names that a source defines, as grep finds them"""
    run = subprocess.run(
        ["grep", "-rhoE", r"(#[ \t]*define[ \t]+|-D|^(export )?)CONFIG_\w+([ \t]*[:?+]?=)?", "--include=*.[chS]",
         "--include=Makefile*", "--include=Kbuild*", "--exclude-dir=tools", sources],
        stdout=subprocess.PIPE, text=True, errors="replace", check=False)
    return set(re.findall(r"(?:define[ \t]+|-D)CONFIG_(\w+)", run.stdout)) | set(
        re.findall(r"^(?:export )?CONFIG_(\w+)[ \t]*[:?+]?=", run.stdout, re.M))


def is_condition(name, path, line):
    """whether a line decides what is built, with nothing commented out or put together"""
    word = r"\bCONFIG_" + name + r"\b(?!\s*##|[*${\[(@]|\.[.*+\[])"
    base = os.path.basename(path)
    if re.match(r"Makefile|Kbuild|Platform", base):
        code = line.split("#")[0]
        return bool(re.search(r"\$[({]" + word + r"|^\s*(else\s+)?if\w*def\s+" + word, code))
    if not re.search(r"\.([chSl]|lds|dtsi?|cc|y)$|\.lds\.S$", base):
        return False
    code = re.sub(r"/\*.*?\*/|//.*|/\*.*|\"[^\"]*\"", "", line, flags=re.S)
    if re.match(r"\s*\*", line):
        return False
    check = r"\b(IS_ENABLED|IS_BUILTIN|IS_MODULE|IS_REACHABLE)\s*\(\s*" + word
    return bool(re.search(check, code) or (re.match(r"\s*#\s*(el)?if", code) and re.search(word, code)))


def reason(name, path, made, found):
    """why the program may be silent; None if there is no reason"""
    base = os.path.basename(path)
    if re.match(r".*Kconfig[\w.+-]*$", path):
        return "in Kconfig: undefined-symbol tells"
    if re.search(r"defconfig$|\.config$|^config$|/configs/", path):
        return "a configuration file"
    if name in made:
        return "a source defines it"
    if re.search(r"(^|_)(FOO|BAR|BAZ|X+|YYY)(_|$)", name, re.I):
        return "a placeholder"
    if name.endswith("_MODULE") and (name[:-7], path) in found:
        return "its symbol is told"
    if any(is_condition(name, path, line) for line in lines(name, path)):
        return None
    if re.search(r"\.(rst|txt|md)$|^Documentation/|^MAINTAINERS|README", path) and "." in base + ".":
        return "a document, no name like it"
    if re.search(r"\.(sh|pl|py|awk)$|^scripts/", path):
        return "a script"
    return "no condition: text, or code that would not compile without another meaning"


def main():
    told, found = theirs(), ours()
    made = made_in(tree)
    reasons, wrong = collections.Counter(), []
    for name, path in sorted(told - set(found)):
        why = reason(name, path, made, found)
        reasons[why] += 1
        if why is None:
            wrong.append(f"{path}: CONFIG_{name}: told by checkkconfigsymbols.py only")
    for name, path in sorted(set(found) - told):
        if not any(re.search(r"[^\x00-\x7f]CONFIG_" + name, line) for line in lines(name, path, "")):
            # to the script, a letter of another script before the name belongs to it
            wrong.append(f"{path}: CONFIG_{name}: told by the program only")
    print(f"{os.path.basename(tree)}: checkkconfigsymbols.py {len(told)} names in files, the program {len(found)}"
          f" ({sum(s == 'warning' for s in found.values())} warnings), both {len(told & set(found))}")
    for why, count in reasons.most_common():
        print(f"  {count:5} of the script only: {why}")
    for line in wrong:
        print("  " + line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
