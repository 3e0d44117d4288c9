#!/usr/bin/env python3
"""Runs Kconfiglib's own test suite and asks this project, at every check of the suite, for the values of all symbols.

Usage: kconfiglib_tests.py PACKAGE   the unpacked source package of Kconfiglib
The suite drives objects of Kconfiglib. Each state that it checks becomes a configuration file; where a new object of Kconfiglib makes
the same values of that file, `eval` must make them, too. A tree that Kconfiglib refuses must have a finding of severity error.
"""
import collections
import contextlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

LAUNCHER = pathlib.Path(__file__).resolve().parents[2] / "server/bin/kconfig-ls"
PACKAGE = pathlib.Path(sys.argv[1]).resolve()
sys.path.insert(0, str(PACKAGE))
import kconfiglib  # noqa: E402
import testsuite  # noqa: E402

Tree = collections.namedtuple("Tree", "root environment")
states = {}     # (tree, lines of a configuration) -> the values of all symbols
refused = {}    # tree -> Kconfiglib's message
checks = collections.Counter()
left_out = collections.Counter()
current = []


class Recorded(kconfiglib.Kconfig):
    def __init__(self, filename="Kconfig", **options):
        self.tree = Tree(filename, tuple(sorted(os.environ.items())))
        self.options = options
        current[:] = [self]
        try:
            super().__init__(filename, **options)
        except (kconfiglib.KconfigError, OSError) as error:
            current.clear()
            refused[self.tree] = str(error)
            raise


def values(kconfig):
    return {sym.name: (sym.str_value, kconfiglib.TRI_TO_STR[sym.visibility], sym.orig_type) for sym in kconfig.unique_defined_syms}


def wishes(kconfig):
    """The state as lines of a configuration: the symbols that the user set, what the choices selected last."""
    lines = [sym for sym in kconfig.unique_defined_syms if sym.user_value is not None]
    lines.sort(key=lambda sym: any(choice.user_selection is sym for choice in kconfig.unique_choices))
    return "".join(wish(sym) for sym in lines)


def wish(sym):
    if sym.orig_type in (kconfiglib.BOOL, kconfiglib.TRISTATE):
        value = kconfiglib.TRI_TO_STR[sym.user_value]
        return f"CONFIG_{sym.name}={value}\n" if value != "n" else f"# CONFIG_{sym.name} is not set\n"
    if sym.orig_type == kconfiglib.STRING:
        return f'CONFIG_{sym.name}="{kconfiglib.escape(sym.user_value)}"\n'
    return f"CONFIG_{sym.name}={sym.user_value}\n"


def note(_):
    checks["all"] += 1
    if not current:
        return
    kconfig = current[0]
    try:
        states.setdefault((kconfig.tree, wishes(kconfig)), (values(kconfig), kconfig.options))
    except AttributeError:
        checks["while a tree is read"] += 1


def record():
    """The suite with an eye on each of its checks."""
    verify, verify_equal = testsuite.verify, testsuite.verify_equal
    testsuite.Kconfig = Recorded
    testsuite.verify = lambda condition, message: (note(condition), verify(condition, message))
    testsuite.verify_equal = lambda x, y: (note(x), verify_equal(x, y))
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        testsuite.run_selftests()


@contextlib.contextmanager
def environment(tree):
    saved = dict(os.environ)
    os.environ.clear()
    os.environ.update(tree.environment)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(saved)


def same_from_file(tree, text, expected, options):
    """Whether a new object makes the same values of the file: an object may be in a state that no file leads to."""
    with environment(tree), tempfile.NamedTemporaryFile("w", suffix=".config") as file:
        file.write(text)
        file.flush()
        with contextlib.redirect_stderr(io.StringIO()):
            again = kconfiglib.Kconfig(tree.root, warn=False)
            again.load_config(file.name)
        return values(again) == expected


def ours(command, tree, *arguments):
    env = dict(tree.environment)
    srctree = pathlib.Path(env.get("srctree", "."))
    root = pathlib.Path(tree.root) if pathlib.Path(tree.root).exists() else srctree / tree.root
    return subprocess.run([LAUNCHER, command, "--root", root.absolute(), "--srctree", srctree.absolute(), "--dialect", "kconfiglib", "--allow-shell",
                           "--no-progress", *arguments, srctree.absolute()], env=env, capture_output=True, text=True)


def compare_states():
    by_tree = collections.defaultdict(list)
    for (tree, text), (expected, options) in states.items():
        if same_from_file(tree, text, expected, options):
            by_tree[tree].append((text, expected))
        else:
            left_out["states that no configuration file leads to"] += 1
    passed = failed = 0
    for tree, cases in by_tree.items():
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "out").mkdir()
            each = []
            for number, (text, _) in enumerate(cases):
                (folder / str(number)).write_text(text)
                each += ["--each", folder / str(number)]
            done = ours("eval", tree, "--format", "json", *each, "--into", folder / "out")
            for number, (text, expected) in enumerate(cases):
                result = folder / "out" / str(number)
                seen = json.loads(result.read_text()) if result.exists() and result.stat().st_size else {}
                rows = differences(seen, expected)
                passed, failed = passed + (not rows), failed + bool(rows)
                if rows:
                    print(f"{tree.root}: {len(rows)} symbols with {text.count(chr(10))} wishes {text.split()[:4]}: {'; '.join(rows[:4])} {done.stderr.strip()[:200] if not seen else ''}")
    return passed, failed


def differences(seen, expected):
    rows = []
    for name, (value, visible, type) in expected.items():  # nothing without a type is visible in a menu of ours
        mine = seen.get(name)
        if mine is None:
            rows.append(f"{name} is missing")
        elif mine["value"] is None:
            left_out["values that hang on a Python function"] += 1
        elif mine["value"] != value or (type != kconfiglib.UNKNOWN and mine["visible"] != visible):
            rows.append(f"{name} is {mine['value']!r}, visible {mine['visible']}, there {value!r}, {visible}")
    return rows


def compare_refused():
    passed = failed = 0
    for tree, message in refused.items():
        done = ours("check", tree, "--format", "json")
        findings = json.loads(done.stdout)["findings"] if done.returncode < 2 else []
        if "choice" in message and "Dependency loop" in message:
            left_out["loops through a choice, which is no node of our graph"] += 1
            continue
        if "Dependency loop" in message:  # it names the entries, we the line that closes the loop
            names = set(re.findall(r"(\w+) \(defined at", message))
            loops = [f for f in findings if f["severity"] == "error" and f["rule"] in ("recursive-dependency", "self-dependency")]
            told = any(names & set(re.findall(r"\w+", f["message"])) for f in loops)
            passed, failed = passed + told, failed + (not told)
            if not told:
                print(f"{tree.root}: no loop of {sorted(names)}")
            continue
        errors = {(pathlib.PurePath(f["file"]).name, f["range"]["start"]["line"]) for f in findings if f["severity"] == "error"}
        places = {(pathlib.PurePath(file).name, int(line)) for file, line in re.findall(r"([\w./-]+):(\d+)", message)}
        told = errors & places if places else errors or done.returncode == 2
        passed, failed = passed + bool(told), failed + (not told)
        if not told:
            print(f"{tree.root}: Kconfiglib says {message!r:.300}, we have {sorted(errors)}")
    return passed, failed


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.symlink(PACKAGE, "Kconfiglib")
        record()
        if not testsuite.all_passed:
            print("Kconfiglib's own suite fails in parts here")
        states_passed, states_failed = compare_states()
        refused_passed, refused_failed = compare_refused()
        os.chdir("/")
    for reason, count in left_out.items():
        print(f"left out: {count} {reason}")
    print(f"kconfiglib: {checks['all']} checks of the suite in {len(states)} states; {states_passed} states equal, {states_failed} differ; "
          f"refused trees: {refused_passed} told, {refused_failed} not")
    sys.exit(bool(states_failed or refused_failed) or not states_passed)


if __name__ == "__main__":
    main()
