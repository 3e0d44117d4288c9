"""Checks the reports of a run against what their readers want.

reports.py FOLDER: reads sarif.json, gitlab.json, rdjson.json, json.json, checkstyle.xml, junit.xml and github.txt,
and says what is wrong; the number of findings must be the same in all. With .kconfig-ls.json files as further
arguments, checks them against the published schema.
"""

import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
GITHUB = re.compile(
    r"::(error|warning|notice) file=[^,:\n]+,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[^,:\n]+::.+"
)
TOOL = HERE / "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"


def settings(files):
    schema = json.loads((ROOT / "server/src/main/resources/kconfig-ls.schema.json").read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    for file in files:
        text = re.sub(r"^\s*//.*$", "", pathlib.Path(file).read_text(), flags=re.M)
        jsonschema.validate(json.loads(text), schema)
    print(f"{len(files)} settings files are valid")


def sarif(file):
    """GitHub's rules must find nothing; of the general ones only errors count."""
    TOOL.chmod(0o755)
    run = subprocess.run(
        [TOOL, "validate", file, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note"],
        capture_output=True,
        text=True,
    )
    bad = [line for line in run.stdout.splitlines() if re.search(r": error |: (warning|note) GH", line)]
    if bad or run.returncode:
        sys.exit("\n".join(bad[:20]) or run.stdout + run.stderr)
    print("sarif: valid, with GitHub's rules")


def main(folder, files):
    if files:
        settings(files)
    folder = pathlib.Path(folder)
    counts = {"json": len(json.loads((folder / "json.json").read_text())["findings"])}
    for name in ("gitlab", "rdjson"):
        report = json.loads((folder / f"{name}.json").read_text())
        jsonschema.validate(report, json.loads((HERE / f"schemas/{name}.json").read_text()))
        counts[name] = len(report if name == "gitlab" else report["diagnostics"])
    fingerprints = [issue["fingerprint"] for issue in json.loads((folder / "gitlab.json").read_text())]
    if len(set(fingerprints)) != len(fingerprints):
        sys.exit("gitlab: fingerprints are not unique")
    sarif(folder / "sarif.json")
    counts["sarif"] = len(json.loads((folder / "sarif.json").read_text())["runs"][0]["results"])
    counts["checkstyle"] = len(ElementTree.parse(folder / "checkstyle.xml").findall("file/error"))
    counts["junit"] = len(ElementTree.parse(folder / "junit.xml").findall("testsuite/testcase"))
    lines = (folder / "github.txt").read_text().splitlines()
    odd = [line for line in lines if not GITHUB.fullmatch(line)]
    if odd:
        sys.exit("github: " + odd[0])
    counts["github"] = len(lines)
    print("findings:", ", ".join(f"{name} {count}" for name, count in counts.items()))
    if len(set(counts.values())) != 1:
        sys.exit("the reports do not have the same findings")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
