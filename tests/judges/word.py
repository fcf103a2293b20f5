"""Judges folders of .docx. Exit 1 with findings.

    python tests/judges/word.py --full FOLDER…    every judge: for what `byg` makes, and the gallery
    python tests/judges/word.py --light FOLDER…   the fast ones: for every document of the tests

Needs tests/judges/requirements.txt, and the Open XML SDK in OOXML_VALIDATOR; README tells how.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import invariants


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=120).stdout


def sdk(path: Path) -> list[str]:
    validator = os.environ.get("OOXML_VALIDATOR", "ooxml-validator")
    with tempfile.TemporaryDirectory() as folder:
        # It mends faulty addresses in the very file that it reads, so it gets one of its own.
        copy = shutil.copy(path, folder)
        report = json.loads(run(validator, str(copy)))
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


def sound(path: Path) -> list[str]:
    return invariants.judge(path, invariants.SOUND)


LIGHT = {"Open XML SDK": sdk, "invariants": sound}
FULL = {
    "Open XML SDK": sdk,
    "openxml-audit": audit,
    "ooxml-integrity": integrity,
    "invariants": invariants.judge,
}


def judge(path: Path, judges=FULL) -> dict[str, list[str]]:
    """What each judge has against a document; no answer is a finding too."""
    found = {}
    for name, ask in judges.items():
        try:
            found[name] = ask(path)
        except (OSError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
            found[name] = [f"gave no answer: {error!r}"]
    return found


def unlike(folders: list[Path]) -> list[Path]:
    """The documents in the folders; of those that are the same to the byte only the first."""
    files = sorted(path for folder in folders for path in folder.rglob("*.docx"))
    by_content = {hashlib.sha256(path.read_bytes()).digest(): path for path in reversed(files)}
    return sorted(by_content.values())


def main() -> int:
    parser = argparse.ArgumentParser(description="Judges folders of .docx.")
    level = parser.add_mutually_exclusive_group(required=True)
    level.add_argument("--full", dest="judges", action="store_const", const=FULL)
    level.add_argument("--light", dest="judges", action="store_const", const=LIGHT)
    parser.add_argument("folders", type=Path, nargs="+")
    asked = parser.parse_args()
    files = unlike(asked.folders)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = pool.map(lambda path: judge(path, asked.judges), files)
        lines = [
            f"{path.name}: {name}: {line}"
            for path, answer in zip(files, answers)
            for name, found in answer.items()
            for line in found
        ]
    print("\n".join(lines) or f"{len(files)} documents, no findings")
    return 1 if lines or not files else 0


if __name__ == "__main__":
    sys.exit(main())
