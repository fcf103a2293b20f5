"""Judges .xlsx by the Open XML SDK, one by one or in folders. Exit 1 with findings.

    python tests/judges/excel.py PATH…

For what `skema` and `indsaml` write; OOXML_VALIDATOR names the SDK, as in word.py.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from word import judge, sdk


def workbooks(given: Path) -> list[Path]:
    return list(given.rglob("*.xlsx")) if given.is_dir() else [given]


def main() -> int:
    files = sorted(path for given in map(Path, sys.argv[1:]) for path in workbooks(given))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = pool.map(lambda path: judge(path, {"Open XML SDK": sdk}), files)
        lines = [
            f"{path.name}: {line}"
            for path, answer in zip(files, answers)
            for found in answer.values()
            for line in found
        ]
    print("\n".join(lines) or f"{len(files)} workbooks, no findings")
    return 1 if lines or not files else 0


if __name__ == "__main__":
    sys.exit(main())
