#!/usr/bin/env python3
"""Random patterns of paths: what Glob matches against what the original programs match.

Usage: fuzz_globs.py [PATTERNS] [SEED]
The judges: fnmatch(3), glob(3) and `case` of sh and bash for the C programs, Python's fnmatch and glob for Kconfiglib, git for .gitignore
(a few of the patterns, for each is a run), and the package `editorconfig` for .editorconfig, where Python has it. Prints each answer that differs.
"""
import ctypes
import fnmatch
import glob
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import many

SOURCE = many.REPOSITORY / "tests/src/test/java/kconfigls/trees/GlobMatches.java"
LIBC = ctypes.CDLL(None)
PATHNAME, PERIOD = 1, 4
PIECES = ["a", "b", "ab", "-", ".", "*", "*", "?", "**", "[", "]", "!", "^", "[a]", "[ab]", "[!a]", "[^a]", "[a-c]", "[]a]", "[!]a]", "[a-]",
          "[-a]", "[z-a]", "[!", "[!]", "[[:alpha:]]", "[![:digit:]b]", "[[:foo:]]", "[:alpha:]", "[a[:digit:]]", "\\*", "\\[", "\\a", "[\\]]",
          "1", "é", "[é]", "~", "/", "/", "{", ",", "}"]
NAMES = ["a", "b", "ab", "abc", "aab", "-", ".", ".a", "a.b", "[", "]", "!", "[!]", "^", "[a", "a]", "*", "**", "\\", "1", "9", "é", "é1", "z", "~", "A", "{a}",
         "bbbb", "[]", "ba", "-a", "a-", "a,b"]
BRACES = ["{a,b}", "{a}", "{}", "{,a}", "{a,{b,c}}", "{1..9}", "{-3..12}", "{a,b*}", "{ab,a?}", "{[ab],c}", "{1..}"]


def pattern(rnd, pieces):
    return "".join(rnd.choice(pieces) for _ in range(rnd.choice([1, 1, 2, 2, 3, 3, 4, 6])))


def path(rnd):
    return "/".join("".join(rnd.choice(NAMES) for _ in range(rnd.choice([1, 1, 1, 2]))) for _ in range(rnd.choice([1, 1, 1, 2, 3])))


def like(rnd, one):
    """A path that the pattern may well match."""
    text = re.sub(r"\[[^]/]*\]|\?", lambda _: rnd.choice("ab-c1z]"), re.sub(r"\*+", lambda _: rnd.choice(["", "a", "bb", ".a"]), one))
    return re.sub(r"\{[^}]*\}", lambda _: rnd.choice("ab19"), text).replace("\\", "").strip("/") or "a"


class Fuzz:
    def __init__(self, count, seed):
        self.rnd, self.count, self.failed = random.Random(seed), count, 0
        subprocess.run([many.LAUNCHER, "--version"], check=True, capture_output=True)  # builds if it has to
        self.java = many.jdk() / "bin"
        self.classes = tempfile.TemporaryDirectory()
        subprocess.run([self.java / "javac", "-d", self.classes.name, "-cp", many.JAR, SOURCE], check=True)

    def ours(self, questions):
        """Whether each pattern of a syntax matches the path."""
        run = subprocess.run([self.java / "java", "-cp", f"{many.JAR}:{self.classes.name}", "kconfigls.trees.GlobMatches"],
                             input="".join("\t".join(q) + "\n" for q in questions).encode(), stdout=subprocess.PIPE, check=True)
        return [line == "1" for line in run.stdout.decode().split()]

    def compare(self, title, questions, theirs):
        differing = [(q, t) for q, o, t in zip(questions, self.ours(questions), theirs, strict=True) if o != t]
        for (_, glob_, name), matches in differing[:20]:
            print(f"  {title}: {glob_!r} {'matches' if matches else 'does not match'} {name!r} there")
        print(f"{title}: {len(questions)} questions, {sum(theirs)} matches, {len(differing)} differ")
        self.failed += len(differing)

    def questions(self, syntax, pieces=PIECES, slashes=True):
        pairs = []
        while len(pairs) < self.count:
            one = pattern(self.rnd, pieces)
            name = like(self.rnd, one) if self.rnd.random() < 0.5 else path(self.rnd)
            if slashes or ("/" not in one and "/" not in name):
                pairs.append((syntax, one, name))
        return pairs

    def c_fnmatch(self):
        # a backslash in a bracket that does not end, and a collating element that does not
        questions = [q for q in self.questions("C") if not re.search(r"\[[^]]*\\[^]]*$|\[\[\.", q[1])]
        self.compare("fnmatch(3)", questions, [c_matches(p, n) for _, p, n in questions])

    def shell(self, program):
        questions = [q for q in self.questions("C", slashes=False) if is_plain(q)]
        questions = [q for q in questions if "[:foo:]" not in q[1]]  # for them a class that is unknown is text
        if program == "sh":  # dash has no [^...], and takes a range that does not end for text
            questions = [q for q in questions if "[^" not in q[1] and not re.search(r"\[[^]]*-$", q[1])]
        script = 'while IFS="$(printf "\\t")" read -r p n; do case "$n" in $p) echo 1;; *) echo 0;; esac; done'
        lines = "".join(f"{p}\t{n}\n" for _, p, n in questions)
        run = subprocess.run([program, "-c", script], input=lines.encode(), stdout=subprocess.PIPE, check=True, env={"LC_ALL": "C"})
        self.compare(program, questions, [line == "1" for line in run.stdout.decode().split()])

    def python_fnmatch(self):
        # where an empty range is left out, what is behind it may become the first: "[z-a!]" is negated there
        questions = [q for q in self.questions("PYTHON") if not re.search(r"\[[^]]-[^]]!", q[1])]
        self.compare("Python's fnmatch", questions, [python_matches(p, n) for _, p, n in questions])

    def folders(self, syntax, title, expand):
        """Patterns in a real folder: the files that they match."""
        with tempfile.TemporaryDirectory() as folder:
            paths = sorted({path(self.rnd) for _ in range(400)})
            for name in paths:
                file = pathlib.Path(folder, name)
                if ".." not in name.split("/") and "." not in name.split("/"):
                    try:
                        file.parent.mkdir(parents=True, exist_ok=True)
                        file.touch()
                    except OSError:
                        pass  # a folder here, a file there
            files = sorted(str(p.relative_to(folder)) for p in pathlib.Path(folder).rglob("*") if p.is_file())
            questions, theirs = [], []
            for _ in range(max(1, self.count // 200)):
                one = pattern(self.rnd, PIECES)
                if one.startswith("/") or one.endswith("/") or "//" in one or not any(c in one for c in "*?["):
                    continue
                found = expand(folder, one)
                questions += [(syntax, one, name) for name in files]
                theirs += [name in found for name in files]
            self.compare(title, questions, theirs)

    def editorconfig(self):
        try:
            from editorconfig.fnmatch import fnmatch as matches
        except ImportError:
            print("editorconfig: not installed")
            return
        pieces = ["a", "b", "c", "ab", ".", "*", "**", "?", "[ab]", "[!a]", "[a-c]", "/", "/", "/**/", "1", "12"] + BRACES
        questions = [q for q in self.questions("EDITORCONFIG", pieces) if "***" not in q[1] and "//" not in q[1] and not q[1].startswith("/**/")]
        questions = [q for q in questions if "." not in q[2].split("/")]
        # there [!a] may be a slash, and the digits behind a range of numbers belong to the number
        questions = [q for q in questions if not ("[!" in q[1] and "/" in q[2]) and not re.search(r"\.\.\d+\}[^/.a-c]", q[1])]
        self.compare("editorconfig", questions, [matches(n, anchored(p)) for _, p, n in questions])

    def git(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["git", "init", "-q", folder], check=True)
            files = sorted({name for name in (path(self.rnd) for _ in range(300)) if not any(p in (".", "..") or "\\" in p for p in name.split("/"))})
            kept = []
            for name in files:
                try:
                    pathlib.Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
                    pathlib.Path(folder, name).touch()
                    kept.append(name)
                except OSError:
                    pass
            questions, theirs = [], []
            for _ in range(min(2000, max(1, self.count // 50))):
                one = pattern(self.rnd, PIECES).strip("/")
                if not one or "//" in one or one.endswith("\\"):
                    continue
                run = subprocess.run(["git", "-C", folder, "ls-files", "-z", "-o", "-i", "--exclude=/" + one], stdout=subprocess.PIPE, check=True)
                found = set(run.stdout.decode().split("\0"))
                for name in kept:
                    parts = name.split("/")
                    if not any("/".join(parts[:i]) in found for i in range(1, len(parts))):
                        questions.append((one, name))
                        theirs.append(name in found)
            prefixes = [["/".join(name.split("/")[:i]) for i in range(1, name.count("/") + 2)] for _, name in questions]
            asked = self.ours([("GITIGNORE", one, prefix) for (one, _), all_ in zip(questions, prefixes) for prefix in all_])
            answers = iter(asked)
            ours = [any([next(answers) for _ in all_]) for all_ in prefixes]
            differing = [(q, t) for q, o, t in zip(questions, ours, theirs) if o != t]
            for (one, name), matches in differing[:20]:
                print(f"  git: {one!r} {'matches' if matches else 'does not match'} {name!r} there")
            print(f"git: {len(questions)} questions, {sum(theirs)} matches, {len(differing)} differ")
            self.failed += len(differing)


def c_matches(one, name):
    """As glob(3) does: part by part."""
    LIBC.setlocale(0, b"C")  # that of the C programs
    globs, parts = one.split("/"), name.split("/")
    return len(globs) == len(parts) and all(
        LIBC.fnmatch(g.encode(), p.encode(), PATHNAME | PERIOD) == 0 for g, p in zip(globs, parts))


def python_matches(one, name):
    globs, parts = one.split("/"), name.split("/")
    return len(globs) == len(parts) and all(
        fnmatch.fnmatchcase(p, g) and (not p.startswith(".") or g.startswith(".")) for g, p in zip(globs, parts))


def is_plain(question):
    """Whether a shell's `read` and `case` see the question as it is: no dot that is hidden elsewhere."""
    return not question[2].startswith(".") and not question[1].endswith("\\")


def anchored(one):
    return one.removeprefix("/") if "/" in one else "{**/,}" + one


class GlobResult(ctypes.Structure):
    _fields_ = [("count", ctypes.c_size_t), ("paths", ctypes.POINTER(ctypes.c_char_p)), ("rest", ctypes.c_char * 256)]


def c_glob(folder, one):
    result, before = GlobResult(), os.getcwd()
    os.chdir(folder)
    LIBC.setlocale(0, b"C")
    try:
        status = LIBC.glob(one.encode(), 0, None, ctypes.byref(result))
        return set() if status else {os.path.normpath(result.paths[i].decode()) for i in range(result.count)}
    finally:
        os.chdir(before)


def python_glob(folder, one):
    return {os.path.relpath(found, folder) for found in glob.glob(os.path.join(folder, one))}


def main():
    fuzz = Fuzz(int(sys.argv[1]) if len(sys.argv) > 1 else 2000, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    fuzz.c_fnmatch()
    for program in ("sh", "bash"):
        if shutil.which(program):
            fuzz.shell(program)
    fuzz.python_fnmatch()
    fuzz.folders("C", "glob(3)", c_glob)
    fuzz.folders("PYTHON", "Python's glob", python_glob)
    fuzz.editorconfig()
    fuzz.git()
    return 1 if fuzz.failed else 0


if __name__ == "__main__":
    sys.exit(main())
