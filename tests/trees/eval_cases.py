#!/usr/bin/env python3
"""Runs the cases of tests/src/test/resources/eval through the original programs: the expectations are the programs' own.

Usage: eval_cases.py RELEASE CONF [MERGE]   for instance eval_cases.py linux-6.1 /path/to/conf linux/scripts/kconfig/merge_config.sh
       eval_cases.py kconfiglib kconfiglib
       eval_cases.py esp-idf /path/to/python:1   the Python has esp-idf-kconfig (judges.sh), the number is that of its parser
MERGE is needed by cases with several configuration files. What is told about the files is not compared.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SECTION = re.compile(r"(?m)^(?=#(?:dialect|env|file|config|expect|unknown|refused|messages)(?: .*)?$)")
OPTIONS = {"crlf", "bom", "nonewline", "latin1", "escapes"}


def content(body, options):
    text = ("\ufeff" if "bom" in options else "") + body
    text = text.replace("\n", "\r\n") if "crlf" in options else text
    text = text.rstrip() if "nonewline" in options else text
    data = text.encode("latin-1" if "latin1" in options else "utf-8")
    return re.sub(rb"\\x([0-9a-f]{2})", lambda m: bytes([int(m[1], 16)]), data) if "escapes" in options else data


def parse(case):
    """The dialects, the files of the tree, the configuration files in order, and what is expected."""
    dialects, files, configs, expected, environment = [], {}, {}, [], {}
    for section in SECTION.split(case.read_text()):
        head, _, body = section.partition("\n")
        kind, *words = head.split(" ")
        if kind == "#dialect":
            dialects, files["Kconfig"] = words, body.encode()
        elif kind == "#env":
            environment.update(word.split("=", 1) for word in words)
        elif kind == "#file":
            files[words[0]] = body.encode()
        elif kind == "#config":
            name = words[0] if words and words[0] not in OPTIONS else "config"
            configs[name] = content(body, words)
        elif kind == "#expect":
            expected = content(body, words).splitlines()
    return dialects, files, configs, expected, environment


def with_conf(conf, merge, folder, configs):
    if len(configs) > 1:
        env = dict(os.environ, KCONFIG_CONFIG=".config")
        subprocess.run(["sh", merge, "-m", *configs], cwd=folder, env=env, capture_output=True, check=True)
    else:
        (folder / ".config").write_bytes(b"".join((folder / name).read_bytes() for name in configs))
    subprocess.run([conf, "--olddefconfig", "Kconfig"], cwd=folder, capture_output=True, check=True)


def with_kconfiglib(folder, configs):
    import kconfiglib
    kconf = kconfiglib.Kconfig(str(folder / "Kconfig"), warn=False)
    for name in configs:
        kconf.load_config(str(folder / name), replace=False)
    kconf.write_config(str(folder / ".config"))


def with_esp_idf_kconfig(program, folder, files, configs, environment):
    python, _, parser = program.partition(":")
    defaults = [name for name in configs if name != "sdkconfig"]
    defaults += [name for name in files if name == f"sdkconfig.defaults.{environment.get('IDF_TARGET')}"]
    renames = [name for name in files if re.search(r"(^|/)sdkconfig\.rename(\.%s)?$" % environment.get("IDF_TARGET"), name)]
    environment = dict(environment, COMPONENT_SDKCONFIG_RENAMES=" ".join(renames))
    job = {"folder": str(folder), "parser": int(parser), "defaults": defaults, "config": "sdkconfig" if "sdkconfig" in configs else None, "environment": environment}
    judge = pathlib.Path(__file__).parent / "esp_judge.py"
    done = subprocess.run([python, "-B", judge], input=json.dumps(job), capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    (folder / ".config").write_text("".join(line + "\n" for line in answer["lines"] or [answer["why"]]))


def main():
    release, conf = sys.argv[1], sys.argv[2]
    merge = os.path.abspath(sys.argv[3]) if len(sys.argv) > 3 else None
    cases = pathlib.Path(__file__).resolve().parents[1] / "src/test/resources/eval"
    run = failed = 0
    for case in sorted(cases.glob("*.txt")):
        dialects, files, configs, expected, environment = parse(case)
        if release not in dialects or re.search(r"(?m)^#(unknown|refused)$", case.read_text()):
            continue
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            for name, data in {**files, **configs}.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(data)
            if conf == "kconfiglib":
                with_kconfiglib(folder, configs)
            elif ":" in conf:
                with_esp_idf_kconfig(conf, folder, files, configs, environment)
            else:
                with_conf(os.path.abspath(conf), merge, folder, configs)
            lines = (folder / ".config").read_bytes().splitlines()
        seen = [line for line in lines if re.match(rb"CONFIG_|# CONFIG_\w+ is not set", line)]
        run += 1
        if seen != expected:
            failed += 1
            print(f"{case.name}: {conf} says\n  " + "\n  ".join(line.decode(errors="replace") for line in seen))
    print(f"{release}: {run} cases, {failed} that the program sees otherwise")
    sys.exit(bool(failed) or not run)


if __name__ == "__main__":
    main()
