"""Asks esp-idf-kconfig what it writes for many small trees. Run by the Python that has it, with a line of JSON for each on standard input:
{"folder": the tree's, "parser": 1 or 2, "defaults": [files], "config": a sdkconfig or null, "environment": {}}.
Prints a line of JSON for each: {"lines": what is written, or null if it refuses the tree, "why": the refusal}.
"""
import contextlib
import io
import json
import os
import sys

from esp_pylib.logger import Verbosity, log
from kconfgen import core


def judge(case):
    names = ["IDF_TARGET", "IDF_VERSION", "COMPONENT_SDKCONFIG_RENAMES", *case.get("environment", {})]
    saved = {name: os.environ.pop(name, None) for name in names}
    os.environ.update(case.get("environment", {}), KCONFIG_PARSER_VERSION=str(case["parser"]), KCONFIG_REPORT_VERBOSITY="quiet")
    os.chdir(case["folder"])
    arguments = ["--dont-write-deprecated", "--kconfig", "Kconfig", "--output", "config", "result"]
    for name in case["defaults"]:
        arguments += ["--defaults", name]
    if case["config"]:
        arguments += ["--config", case["config"]]
    try:
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            core.main.main(arguments, standalone_mode=False)
        with open("result", encoding="utf-8") as result:
            return {"lines": result.read().splitlines(), "why": None}
    except (Exception, SystemExit) as error:
        return {"lines": None, "why": f"{type(error).__name__}: {error}"}
    finally:
        for name, value in saved.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


for line in sys.stdin:
    print(json.dumps(judge(json.loads(line))), flush=True)
