"""Runs many commands of this project in one Java process. Needs a JDK of 21 or newer, as building does."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
LAUNCHER = REPOSITORY / "server/bin/kconfig-ls"
JAR = REPOSITORY / "server/target/kconfig-ls.jar"
SOURCE = REPOSITORY / "tests/src/test/java/kconfigls/cli/ManyRuns.java"


def jdk():
    """The newest JDK of the usual places."""
    onpath = [pathlib.Path(shutil.which("javac")).resolve().parents[1]] if shutil.which("javac") else []
    named = [pathlib.Path(os.environ[name]) for name in ("KCONFIG_LS_JAVA_HOME", "JAVA_HOME") if name in os.environ]
    homes = named + onpath + list(pathlib.Path("/usr/lib/jvm").glob("*")) + list(pathlib.Path("/opt").glob("*jdk*"))
    found = []
    for home in homes:
        release = home / "release"
        match = re.search(r'JAVA_VERSION="(\d+)', release.read_text()) if release.is_file() else None
        if match and (home / "bin/javac").is_file():
            found.append((int(match[1]), home))
    if not found or max(found)[0] < 21:
        sys.exit("no JDK of 21 or newer was found: set JAVA_HOME")
    return max(found)[1]


def run(commands):
    """The exit status, output and errors of each command; a command is a list of arguments."""
    subprocess.run([LAUNCHER, "--version"], check=True, capture_output=True)  # builds if it has to
    java = jdk()
    with tempfile.TemporaryDirectory() as classes:
        subprocess.run([java / "bin/javac", "-d", classes, "-cp", JAR, SOURCE], check=True)
        lines = "".join("\t".join(map(str, command)) + "\n" for command in commands)
        done = subprocess.run([java / "bin/java", "-XX:+UseSerialGC", "-Xss4m", "-cp", f"{JAR}:{classes}", "kconfigls.cli.ManyRuns"],
                              input=lines.encode(), stdout=subprocess.PIPE, check=True)
    answers, rest = [], done.stdout
    while rest:
        head, _, rest = rest.partition(b"\n")
        status, out, err = map(int, head.split())
        answers.append((status, rest[:out].decode(), rest[out:out + err].decode()))
        rest = rest[out + err:]
    assert len(answers) == len(commands), "a command has no answer"
    return answers
