"""Judges a folder of .docx: Open XML SDK, openxml-audit, ooxml-integrity. Exit 1 with findings.

Install once, outside the repository or in CI's cache:
    pip install -r tests/judges/requirements.txt
    cp tests/judges/package.json DIR && npm install --prefix DIR
    export OOXML_VALIDATOR=DIR/node_modules/.bin/ooxml-validator
"""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=120).stdout


def sdk(path: Path) -> list[str]:
    validator = os.environ.get("OOXML_VALIDATOR", "ooxml-validator")
    report = json.loads(run(validator, str(path)))
    # The program exits 0 for an invalid file too; only "ok" tells.
    return [] if report["ok"] else [json.dumps(error) for error in report["errors"]]


def audit(path: Path) -> list[str]:
    report = json.loads(run("openxml-audit", "-f", "microsoft365", "-o", "json", str(path)))
    errors = [error for file in report for error in file["errors"]]
    # List 0 is the standard's own word for "no list" (ISO/IEC 29500-1, 17.9.18).
    known = "Numbering definition '0' referenced but not found"
    return [json.dumps(error) for error in errors if error["description"] != known]


def integrity(path: Path) -> list[str]:
    report = json.loads(run("ooxml-integrity", "check", "--json", str(path)))
    return [json.dumps(found) for file in report["files"] for found in file["findings"]]


JUDGES = {"Open XML SDK": sdk, "openxml-audit": audit, "ooxml-integrity": integrity}


def judge(path: Path) -> list[str]:
    lines = []
    for name, ask in JUDGES.items():
        try:
            lines += [f"{path.name}: {name}: {found}" for found in ask(path)]
        except (OSError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
            lines.append(f"{path.name}: {name} gave no answer: {error!r}")
    return lines


def main() -> int:
    folder = Path(sys.argv[1])
    files = sorted(folder.rglob("*.docx"))
    with ThreadPoolExecutor(2) as pool:
        lines = [line for found in pool.map(judge, files) for line in found]
    print("\n".join(lines) or f"{len(files)} documents, no findings")
    return 1 if lines or not files else 0


if __name__ == "__main__":
    sys.exit(main())
