"""Judges that a document says the same in every format, and that LibreOffice opens its Word file.

    pdftotext and soffice from the system; the folder is one that `byg` has written
"""

import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words_of_pdf(path: Path) -> str:
    """The words in the order in which they were set, so that a table's rows stay together."""
    command = ["pdftotext", "-raw", str(path), "-"]
    return squeezed(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def squeezed(text: str) -> str:
    """Text without what line breaks and page breaks bring."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


def controls(path: Path):
    """What comes from the texts: the content controls that carry a key."""
    body = ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    for control in body.iter(f"{W}sdt"):
        if control.find(f"{W}sdtPr/{W}tag") is not None:
            yield control


def text_of(element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def paragraphs(path: Path) -> list[str]:
    found = [text_of(p) for control in controls(path) for p in control.iter(f"{W}p")]
    return [text for text in found if text.strip()]


def rows(path: Path) -> list[str]:
    """Each row of each table as its cells in order."""
    return [
        " ".join(text_of(cell) for cell in row.iter(f"{W}tc"))
        for control in controls(path)
        for row in control.iter(f"{W}tr")
    ]


def said_in_both(docx: Path) -> list[str]:
    pdf = docx.with_suffix(".pdf")
    if not pdf.exists():
        return ["there is no PDF beside it"]
    text = words_of_pdf(pdf)
    said = paragraphs(docx)
    lines = []
    for paragraph in said:
        for sentence in re.split(r"(?<=[.:;])\s", paragraph):
            if not found_in(squeezed(sentence), text):
                lines.append(f"the PDF lacks: {sentence}")
    for row in rows(docx):
        if not found_in(squeezed(row), text, 2):
            lines.append(f"the PDF lacks the row: {row}")
    return lines


def found_in(sentence: str, text: str, pieces: int = 3) -> bool:
    """Whether a sentence stands there, whole or divided by a footnote's mark or a page's foot."""
    if sentence in text:
        return True
    if pieces == 1:
        return False
    for cut in range(len(sentence) - 1, 1, -1):
        at = text.find(sentence[:cut])
        while at >= 0:
            # Only a mark, or a page's foot with its notes and the next head, may stand between.
            after = text[at + cut : at + len(sentence) + 700]
            if found_in(sentence[cut:], after, pieces - 1):
                return True
            at = text.find(sentence[:cut], at + 1)
    return False


def opens(folder: Path, files: list[Path]) -> list[str]:
    """LibreOffice ends well even for a file it cannot read; only its PDF tells."""
    with tempfile.TemporaryDirectory() as out:
        profile = f"-env:UserInstallation=file://{out}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", out]
        subprocess.run([*command, *map(str, files)], capture_output=True, timeout=600)
        lines = []
        for file in files:
            made = Path(out) / f"{file.stem}.pdf"
            if not made.exists():
                lines.append(f"{file.name}: LibreOffice does not open it")
                continue
            text = words_of_pdf(made)
            lacking = [p for p in paragraphs(file) if not found_in(squeezed(p)[:60], text)]
            lines += [f"{file.name}: LibreOffice does not show: {p}" for p in lacking]
        return lines


def main() -> int:
    folder = Path(sys.argv[1])
    files = sorted(folder.glob("*.docx"))
    lines = [f"{file.name}: {line}" for file in files for line in said_in_both(file)]
    lines += opens(folder, files)
    print("\n".join(lines) or f"{len(files)} documents say the same in Word and PDF")
    return 1 if lines or not files else 0


if __name__ == "__main__":
    sys.exit(main())
