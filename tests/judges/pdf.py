"""Judges a folder of PDFs: PDF/UA-1, PDF/A-2a, and what those standards leave open. Exit 1 with findings.

    pip install -r tests/judges/requirements.txt; qpdf and poppler-utils from the system
"""

import re
import subprocess
import sys
from pathlib import Path

import page
import pikepdf


def standards(path: Path) -> list[str]:
    found = []
    for profile in ("ua1", "2a"):
        report = page.validate_pdf(str(path), profile=profile)
        found += [f"{profile}: {failure}" for failure in report.failures]
    return found


def own_rules(path: Path) -> list[str]:
    """What a reader needs and no standard checks."""
    found = []
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        if not str(root.get("/Lang", "")).startswith("da"):
            found.append("the language is not Danish")
        headings, tables = [], []
        for element in elements(root.StructTreeRoot):
            kind = str(element.get("/S", ""))
            if re.fullmatch(r"/H\d?", kind):
                headings.append(kind)
            if kind == "/Table":
                tables.append(element)
            if kind == "/Figure" and re.search(r"\.\w{3,4}$", str(element.get("/Alt", ""))):
                found.append("an alternative text is a file name")
        if len(headings) > 1 and "/Outlines" not in root:
            found.append("there are headings but no bookmarks")
        for table in tables:
            heads = [e for e in elements(table) if str(e.get("/S", "")) == "/TH"]
            if not heads:
                found.append("a table has no header cell")
            if any("/Scope" not in str(head.get("/A", "")) and not scoped(head) for head in heads):
                found.append("a header cell has no scope")
        with pdf.open_metadata(update_docinfo=False, set_pikepdf_as_editor=False) as meta:
            if str(pdf.docinfo.get("/Title", "")) != meta.get("dc:title"):
                found.append("the two titles differ")
    return found


def scoped(head) -> bool:
    attributes = head.get("/A")
    if isinstance(attributes, pikepdf.Array):
        return any("/Scope" in attribute for attribute in attributes)
    return attributes is not None and "/Scope" in attributes


def elements(node):
    """The structure elements below a node, in reading order."""
    kids = node.get("/K")
    if kids is None:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def container(path: Path) -> list[str]:
    found = []
    check = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    if check.returncode != 0:
        found.append(f"qpdf: {check.stdout}{check.stderr}")
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True).stdout
    for line in fonts.splitlines()[2:]:
        if line.split()[-5] != "yes":
            found.append(f"a font is not embedded: {line}")
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True).stdout
    # The guide shows tags as words.
    tag = not path.stem.startswith("vejledning") and ("{{" in text or "}}" in text)
    if tag or "�" in text:
        found.append("a tag or an unreadable character is left in the text")
    return found


def main() -> int:
    files = sorted(Path(sys.argv[1]).rglob("*.pdf"))
    lines = [
        f"{path.name}: {line}"
        for path in files
        for judge in (standards, own_rules, container)
        for line in judge(path)
    ]
    print("\n".join(lines) or f"{len(files)} PDFs, no findings")
    return 1 if lines or not files else 0


if __name__ == "__main__":
    sys.exit(main())
