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
    return squeezed(subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True).stdout)


def squeezed(text: str) -> str:
    """Text without what line breaks and page breaks bring."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


def paragraphs(path: Path) -> list[str]:
    """The paragraphs that come from the texts: what stands in content controls with a key."""
    body = ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    found = []
    for control in body.iter(f"{W}sdt"):
        if control.find(f"{W}sdtPr/{W}tag") is None:
            continue
        for paragraph in control.iter(f"{W}p"):
            text = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
            if text.strip():
                found.append(text)
    return found


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
    # A sentence may be found in another place; its figures must be there as often as they are said.
    all_said = squeezed(" ".join(said))
    for number in sorted(set(re.findall(r"\d[\d.,]*\d", " ".join(said)))):
        number = squeezed(number)
        if text.count(number) < all_said.count(number):
            lines.append(f"the PDF has {number} {text.count(number)} times, not {all_said.count(number)}")
    return lines


def found_in(sentence: str, text: str, pieces: int = 3) -> bool:
    """Whether a sentence stands there, whole or divided by a footnote's mark or a page's foot."""
    if sentence in text:
        return True
    if pieces == 1:
        return False
    for cut in range(len(sentence) - 1, 3, -1):
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
