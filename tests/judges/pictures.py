"""Makes the pictures of the guide: each example as it is typed, and what the program makes of it.

    python3 tests/judges/pictures.py target/debug/socialaftale

Needs LibreOffice, poppler-utils and Pillow, and the fonts Carlito and Noto Sans Mono in place of
Calibri and Consolas. The templates stand in inputs/vejledning/eksempler/, the pictures in
inputs/vejledning/billeder/.
"""

import re
import subprocess
import sys
import tempfile
import textwrap
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, ImageChops, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "inputs/vejledning/eksempler"
PICTURES = ROOT / "inputs/vejledning/billeder"
BOLD, REGULAR = (ROOT / f"src/fonts/NotoSans-{face}.ttf" for face in ("Bold", "Regular"))

WIDTH = 1600
GAP = 40
MARGIN = 36
INK, LINE, PETROL, ROSE = (29, 43, 51), (160, 176, 184), (11, 79, 108), (196, 80, 80)

PARTY = "{{myndighed.noegle}}"
CASE = 'for = "myndighed:kommune"\n'
# Name, key of the document to build, how the catalogue lists it, whether the two stand side by side.
PAIRS = [
    ("brev", "brev-thisted", f'{CASE}noegle = "brev-{PARTY}"\nfilnavn = "brev-{PARTY}"', True),
    ("raekke", "raekke", 'noegle = "raekke"\nfilnavn = "raekke"', True),
    ("kolonner", "kolonner", 'noegle = "kolonner"\nfilnavn = "kolonner"', False),
    ("liste", "liste", 'noegle = "liste"\nfilnavn = "liste"', True),
    ("betingelse", "betingelse", 'noegle = "betingelse"\nfilnavn = "betingelse"', True),
]
EDITION = (
    'udgave = { betegnelse = "Udkast", dato = 2020-09-14, organ = "KKR Nordjylland", kladde = %s }'
)


def run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def project(program: str, folder: Path) -> Path:
    """A new project that builds the examples as documents of its own."""
    home = folder / "projekt"
    run(program, "ny", str(home))
    catalogue = home / "inputs/dokumenter.toml"
    lines = [catalogue.read_text()]
    for name, _, entry, _ in PAIRS:
        (home / f"templates/word/{name}.docx").write_bytes((EXAMPLES / f"{name}.docx").read_bytes())
        draft = "true" if name == "betingelse" else "false"
        rest = f'gruppe = "bilag"\ntitel = "Eksempel"\nskabelon = "{name}"\n{EDITION % draft}\n'
        lines.append(f"[[dokument]]\n{entry}\n{rest}")
    catalogue.write_text("\n".join(lines))
    return home


def page(docx: Path, folder: Path, width: int) -> Image.Image:
    """The first page of a document, as wide as asked for."""
    profile = f"-env:UserInstallation=file://{folder}/lo"
    filter_ = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"false"}}'
    run(
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        filter_,
        "--outdir",
        str(folder),
        str(docx),
    )
    pdf, stem = folder / f"{docx.stem}.pdf", folder / docx.stem
    size = ("-scale-to-x", str(width), "-scale-to-y", "-1")
    run("pdftoppm", *size, "-singlefile", "-png", str(pdf), str(stem))
    return Image.open(f"{stem}.png").convert("RGB")


def used(image: Image.Image) -> int:
    """How far down a page there is ink."""
    box = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()
    return min(image.height, box[3] + MARGIN)


def panel(image: Image.Image, title: str, height: int) -> Image.Image:
    """A page cut below its text, framed, with a title over it."""
    font = ImageFont.truetype(str(BOLD), 30)
    head = 52
    made = Image.new("RGB", (image.width, head + height), "white")
    made.paste(image.crop((0, 0, image.width, height)), (0, head))
    draw = ImageDraw.Draw(made)
    draw.text((0, 0), title, font=font, fill=PETROL)
    draw.rectangle((0, head, image.width - 1, head + height - 1), outline=LINE, width=2)
    return made


def save(image: Image.Image, name: str) -> None:
    """A few shades are enough for text and keep the file small."""
    path = PICTURES / f"{name}.png"
    image.quantize(24, dither=Image.Dither.NONE).save(path, optimize=True)
    print(
        f"{path.relative_to(ROOT)}: {image.width} x {image.height}, {path.stat().st_size // 1000} kB"
    )


def pair(typed: Image.Image, made: Image.Image, beside: bool) -> Image.Image:
    if beside:
        height = max(used(typed), used(made))
        left, right = (
            panel(typed, "Sådan skriver du", height),
            panel(made, "Sådan bliver det", height),
        )
        whole = Image.new("RGB", (WIDTH, left.height), "white")
        whole.paste(left, (0, 0))
        whole.paste(right, (WIDTH - right.width, 0))
        return whole
    upper = panel(typed, "Sådan skriver du", used(typed))
    lower = panel(made, "Sådan bliver det", used(made))
    whole = Image.new("RGB", (WIDTH, upper.height + GAP + lower.height), "white")
    whole.paste(upper, (0, 0))
    whole.paste(lower, (0, upper.height + GAP))
    return whole


def comments(docx: Path) -> list[list[str]]:
    """The paragraphs of each comment of a document."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(docx) as package:
        root = ElementTree.fromstring(package.read("word/comments.xml"))
    return [["".join(text.itertext()) for text in comment.iter(f"{space}p")] for comment in root]


def words(pdf: Path, width: int) -> list[tuple[str, tuple[int, ...]]]:
    """Each word of the first page and where it stands on a picture of that width."""
    command = ["pdftotext", "-bbox", "-l", "1", str(pdf), "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    scale = width / float(re.search(r'<page width="([\d.]+)"', told)[1])
    found = re.findall(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', told
    )
    return [(word, tuple(round(float(side) * scale) for side in box)) for *box, word in found]


def balloon(image: Image.Image, top: int, comment: list[str]) -> tuple[int, int, int, int]:
    """Draws a comment in the right half, as Word does in the margin; LibreOffice prints none."""
    title, text = (ImageFont.truetype(str(font), 25) for font in (BOLD, REGULAR))
    lines = ["socialaftale"] + [
        line for paragraph in comment for line in textwrap.wrap(paragraph, 42)
    ]
    box = (image.width // 2 + GAP, top, image.width - 4, top + 24 + 36 * len(lines))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle(box, 10, fill=(253, 243, 243), outline=ROSE, width=2)
    for number, line in enumerate(lines):
        draw.text(
            (box[0] + 18, top + 8 + 36 * number), line, font=text if number else title, fill=INK
        )
    return box


def commented(program: str, home: Path, folder: Path) -> Image.Image:
    """The example with faults, the program's comments beside it."""
    copy = folder / "kommentarer.docx"
    files = ["--skabelon", str(EXAMPLES / "fejl.docx"), "--kommentarer", str(copy)]
    command = [program, "tjek", "sag-thisted", *files, "--projekt", str(home)]
    told = subprocess.run(command, stdout=subprocess.DEVNULL)
    assert told.returncode == 1, "the example has faults"
    width = (WIDTH - GAP) // 2
    typed = page(copy, folder, width)
    image = Image.new("RGB", (WIDTH, typed.height), "white")
    image.paste(typed, (0, 0))
    below = MARGIN
    for comment in comments(copy):
        name = re.search("»(.*?)«", comment[0])[1]
        place = next(box for word, box in words(folder / "kommentarer.pdf", width) if name in word)
        tint = Image.new("RGB", (place[2] - place[0], place[3] - place[1]), (252, 222, 222))
        image.paste(ImageChops.multiply(image.crop(place), tint), place)
        box = balloon(image, max(below, place[1] - 12), comment)
        ImageDraw.Draw(image).line(
            (place[2], place[3], width, place[3], box[0], box[1] + 24), fill=ROSE, width=2
        )
        below = box[3] + 20
    return panel(image, "Sådan ser fejlene ud i kopien", used(image))


def main(program: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        home = project(program, folder)
        keys = (key for _, key, _, _ in PAIRS)
        run(program, "byg", *keys, "--format", "docx", "--projekt", str(home))
        for name, key, _, beside in PAIRS:
            width = (WIDTH - GAP) // 2 if beside else WIDTH
            typed = page(EXAMPLES / f"{name}.docx", folder, width)
            built = folder / f"{name}-faerdig.docx"
            built.write_bytes((home / f"output/{key}.docx").read_bytes())
            save(pair(typed, page(built, folder, width), beside), name)
        save(commented(program, home, folder), "kommentarer")


if __name__ == "__main__":
    main(str(Path(sys.argv[1]).resolve()))
