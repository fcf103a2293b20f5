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
    lines = []
    for paragraph in paragraphs(docx):
        # A footnote's mark, a page break or a footer may stand within; its sentences do not change.
        for sentence in re.split(r"(?<=[.:;])\s", paragraph):
            if len(sentence) > 25 and not found_in(squeezed(sentence), text):
                lines.append(f"the PDF lacks: {sentence}")
    return lines


def found_in(sentence: str, text: str, pieces: int = 3) -> bool:
    """Whether a sentence stands there, whole or divided by a footnote's mark or a page's foot."""
    if sentence in text:
        return True
    if pieces == 1:
        return False
    longest = next((cut for cut in range(len(sentence) - 1, 0, -1) if sentence[:cut] in text), 0)
    return longest > 0 and found_in(sentence[longest:], text, pieces - 1)


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
