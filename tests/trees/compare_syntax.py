#!/usr/bin/env python3
"""Compares which Kconfig files a Python program refuses with those in which `check` finds an error, each file for itself, sources left out.

Usage: compare_syntax.py DIALECT PYTHON MODULE FOLDER [MUTANTS [EVERY]]
for instance compare_syntax.py zephyr venv/bin/python kconfiglib /path/to/zephyr 1
MODULE is what the Python has: kconfiglib (kconfiglib:FOLDER for another kconfiglib.py), or esp:1 or esp:2 for a parser of esp-idf-kconfig. MUTANTS of each file are asked about, too (0 if not given), and
only every EVERYth file. Prints the files that one side refuses, with the line and the reason, and a sum; a difference fails.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import many

JUDGE = """
import contextlib, io, json, os, sys
kind = sys.argv[1]
empty = sys.argv[2]
if kind.startswith("kconfiglib"):
    sys.path[:0] = kind.split(":")[1:]
    import kconfiglib
    kconfiglib.iglob = lambda pattern: iter([empty])
    errors = kconfiglib.KconfigError
    stub = lambda kconf, name, *arguments: "1" if name.endswith(("_int", "_hex")) or name in ("add", "sub", "mul", "div") else "n"
    # a name that is given in another file is something
    value = kconfiglib.Kconfig._fn_val
    kconfiglib.Kconfig._fn_val = lambda kconf, arguments: value(kconf, arguments) or "Z"
    def load(path):
        kconfiglib.Kconfig(path, warn_to_stderr=False)
    class Functions:
        functions = {name: (stub, 0, None) for name in sys.argv[3].split(",")}
    sys.modules["kconfigfunctions"] = Functions
else:
    from esp_kconfiglib import core, kconfig_parser
    resolve = lambda prefix, pattern: [empty]
    core._resolve_source_pattern = resolve
    kconfig_parser._resolve_source_pattern = resolve
    errors = core.KconfigError
    def load(path):
        core.Kconfig(path, parser_version=int(kind[-1]))
for path in sys.stdin.read().splitlines():
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            load(path)
        print(json.dumps(None))
    except errors as error:
        print(json.dumps(str(error)))
    except Exception as error:
        print(json.dumps(f"{type(error).__name__}: {error}"))
"""
FUNCTIONS = ("dt_has_compat dt_compat_enabled dt_compat_on_bus dt_compat_any_has_prop dt_chosen_label dt_chosen_enabled dt_chosen_path dt_chosen_has_compat dt_path_enabled "
             "dt_alias_enabled dt_nodelabel_enabled dt_nodelabel_enabled_with_compat dt_chosen_reg_addr_int dt_chosen_reg_addr_hex dt_chosen_reg_size_int "
             "dt_chosen_reg_size_hex dt_node_reg_addr_int dt_node_reg_addr_hex dt_node_reg_size_int dt_node_reg_size_hex dt_node_bool_prop dt_chosen_bool_prop "
             "dt_node_has_prop dt_nodelabel_has_prop dt_node_int_prop_int dt_node_int_prop_hex dt_nodelabel_has_compat dt_node_has_compat dt_nodelabel_path "
             "dt_chosen_partition_addr_int dt_chosen_partition_addr_hex normalize_upper shields_list_contains substring add sub mul div inc dec min max").split()
# about files that are not here, and about style
NOT_SYNTAX = {"missing-source-file", "recursive-source", "glob-without-match", "source-outside-tree", "source-is-directory", "source-file-name", "common-prefix", "symbol-name-style",
              "name-too-long"}
SHOWN = 40


def mutants(text, seed, count):
    """The text with one or two mistakes of people who write Kconfig."""
    lines = text.split("\n")
    for number in range(count):
        r = random.Random(f"{seed} {number}")
        changed = list(lines)
        for _ in range(r.choice([1, 1, 2])):
            at = r.randrange(len(changed))
            words = changed[at].split(" ")
            kind = r.randrange(9)
            if kind == 0:
                del changed[at]
            elif kind == 1:
                changed[at] = changed[at].replace('"', "", 1)
            elif kind == 2:
                del words[r.randrange(len(words))]
                changed[at] = " ".join(words)
            elif kind == 3:
                changed[at] += r.choice([" if", " && X", " X", " (", " )", ' "', " = y", " \\", " # remark", " ||"])
            elif kind == 4:
                changed.insert(at, r.choice(["endif", "endmenu", "endchoice", "if X", "menu \"m\"", "choice", "\tdefault y", "\tselect A if", "\tbool", "config", "X = $(Y)", "\trange 1"]))
            elif kind == 5:
                changed[at] = changed[at].lstrip()
            elif kind == 6:
                changed[at] = changed[at].replace("depends on", r.choice(["depends", "depend on", "depends on on"]))
            elif kind == 7:
                changed[at] = changed[at].replace("bool", r.choice(["boolean", "Bool", "tristate", "def_bool", "bool X"]), 1)
            else:
                changed[at] = changed[at].replace("config", r.choice(["config ", "Config", "menuconfig", "config-"]), 1)
            changed = changed or [""]
        yield "\n".join(changed)


def judged(python, module, files, folder):
    (folder / "empty").touch()
    done = subprocess.run([python, "-B", "-c", JUDGE, module, folder / "empty", ",".join(FUNCTIONS)], input="\n".join(map(str, files)), capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr[-500:])
    return [json.loads(line) for line in done.stdout.splitlines()]


def main():
    dialect, python, module, folder = sys.argv[1], sys.argv[2], sys.argv[3], pathlib.Path(sys.argv[4])
    count = int(sys.argv[5]) if len(sys.argv) > 5 else 0
    every = int(sys.argv[6]) if len(sys.argv) > 6 else 1
    originals = sorted(path for path in folder.rglob("*Kconfig*") if path.is_file())[::every]
    with tempfile.TemporaryDirectory() as copies:
        copies = pathlib.Path(copies)
        files = []
        for number, path in enumerate(originals):
            text = path.read_text(encoding="utf-8", errors="replace")
            for variant, content in enumerate([text, *mutants(text, number, count)]):
                copy = copies / f"{number}-{variant}" / path.name
                copy.parent.mkdir()
                copy.write_text(content)
                files.append((path, copy))
        refusals = judged(python, module, [copy for _, copy in files], copies)
        answers = many.run([["check", "--root", copy, "--dialect", dialect, "--format", "json", "--fail-on", "never"] for _, copy in files])
        refused = different = 0
        for (path, copy), refusal, (status, out, err) in zip(files, refusals, answers):
            if status not in (0, 1):
                sys.exit(f"{path} ({copy.parent.name}): {err}")
            errors = [finding for finding in json.loads(out)["findings"] if finding["severity"] == "error" and finding["rule"] not in NOT_SYNTAX]
            refused += refusal is not None
            if (refusal is not None) != bool(errors):
                different += 1
                if different <= SHOWN:
                    ours = f"{errors[0]['range']['start']['line']}: {errors[0]['rule']}: {errors[0]['message']}" if errors else "no error"
                    theirs = (refusal or "accepted").replace(str(copy), "").replace("\n", " ")[:150]
                    print(f"{path.relative_to(folder)} ({copy.parent.name}): program: {theirs}; check: {ours}")
    print(f"{dialect} {module}: {len(files)} files, {refused} that the program refuses, {different} judged otherwise")
    sys.exit(bool(different) or not files)


if __name__ == "__main__":
    main()
