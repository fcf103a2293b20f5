"""Judges that a document says the same in every format, and that LibreOffice shows its Word file.

    python tests/judges/rounds.py OUTPUT [GALLERI]

OUTPUT is what `byg` has made, GALLERI what the tests leave with SOCIALAFTALE_KEEP_DOCX, where each
document has beside it the text that it must show. pdftotext and soffice come from the system.
"""

import argparse
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


def printed(files: list[Path]) -> dict[Path, str]:
    """The words of each file as LibreOffice shows them, in one start of it."""
    with tempfile.TemporaryDirectory() as out:
        profile = f"-env:UserInstallation=file://{out}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", out]
        subprocess.run([*command, *map(str, files)], capture_output=True, timeout=600)
        # LibreOffice ends well even for a file it cannot read; only its PDF tells.
        made = {file: Path(out) / f"{file.stem}.pdf" for file in files}
        return {file: words_of_pdf(pdf) for file, pdf in made.items() if pdf.exists()}


def shows(file: Path, text: str) -> list[str]:
    """What LibreOffice must show: all of the text beside the file, or else its paragraphs."""
    beside = file.with_suffix(".txt")
    if beside.exists():
        expected = squeezed(beside.read_text())
        return [] if text == expected else [f"LibreOffice shows »{text}«, not »{expected}«"]
    lacking = [p for p in paragraphs(file) if not found_in(squeezed(p)[:60], text)]
    return [f"LibreOffice does not show: {p}" for p in lacking]


def opens(files: list[Path]) -> list[str]:
    texts = printed(files)
    return [
        f"{file.name}: {line}"
        for file in files
        for line in (
            shows(file, texts[file]) if file in texts else ["LibreOffice does not open it"]
        )
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description="Judges that documents say the same everywhere.")
    parser.add_argument("output", type=Path, help="what `byg` has made")
    parser.add_argument("galleri", type=Path, nargs="?", help="the gallery that the tests leave")
    asked = parser.parse_args()
    built = sorted(asked.output.glob("*.docx"))
    shown = sorted(asked.galleri.glob("*.docx")) if asked.galleri else []
    lines = [f"{file.name}: {line}" for file in built for line in said_in_both(file)]
    lines += opens(built + shown)
    print("\n".join(lines) or f"{len(built)} documents say the same in Word and PDF")
    if shown and not lines:
        print(f"{len(shown)} documents of the gallery show what they must")
    return 1 if lines or not built or (asked.galleri and not shown) else 0


if __name__ == "__main__":
    sys.exit(main())
