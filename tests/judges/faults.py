"""Judges the judges: documents with one fault each, which must be rejected for just that fault.

    python tests/judges/faults.py GOOD.docx

GOOD is the agreement that `byg` makes; it must pass every judge. Exit 1 with what was let through.
"""

import os
import re
import sys
import tempfile
import warnings
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from faulty import FAULTS, Fault
from word import FULL, judge


def made(good: Path, fault: Fault, folder: Path) -> Path:
    """The good file with one fault, the same bytes in every run."""
    with zipfile.ZipFile(good) as archive:
        entries = [(name, archive.read(name)) for name in archive.namelist()]
    entries = fault.make(entries)
    warnings.filterwarnings("ignore", "Duplicate name")
    path = folder / f"{fault.name.replace(' ', '-')}.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    if fault.cut:
        path.write_bytes(path.read_bytes()[: -fault.cut])
    return path


def let_through(good: Path, fault: Fault, folder: Path) -> list[str]:
    """Which of the judges that must see a fault have not, or have seen another."""
    try:
        path = made(good, fault, folder)
    except ValueError as error:
        return [f"{fault.name}: cannot be made: {error}"]
    asked = {name: FULL[name] for name in fault.seen_by}
    lines = []
    for name, found in judge(path, asked).items():
        if not any(re.search(fault.seen_by[name], line) for line in found):
            lines.append(f"{fault.name}: {name} says {found[:3] or 'nothing'}")
    return lines


def main() -> int:
    good = Path(sys.argv[1])
    lines = [
        f"the good file: {name}: {line}" for name, found in judge(good).items() for line in found
    ]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda fault: let_through(good, fault, Path(folder)), FAULTS)
        lines += [line for each in found for line in each]
    print("\n".join(lines) or f"{len(FAULTS)} faults, all rejected")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
