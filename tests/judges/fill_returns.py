"""Fills in return workbooks with the made-up answers that the project ships.

    socialaftale skema --til skemaer
    python3 tests/judges/fill_returns.py skemaer tests/collect/proevesvar.toml inputs/besvarelser

An answer that is not in the list is not returned. The same forms and answers give the same bytes.
"""

import datetime
import pathlib
import re
import sys
import tomllib
import zipfile

import openpyxl

WHEN = datetime.datetime(2020, 5, 25)
PROMPTS = {
    "målgruppen": "Jeres bemærkninger til målgruppen",
    "tilbud": "Jeres bemærkninger til tilbuddene",
    "udfordringer": "Jeres svar om udfordringer",
    "koordination": "Jeres svar om tilrettelæggelse og koordination",
    "bemærkninger": "Jeres øvrige bemærkninger",
}


def cell_saying(book, words):
    """The sheet and cell that say just these words, outside the example."""
    for sheet in book.worksheets:
        if sheet.title in ("Eksempel", "socialaftale"):
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == words:
                    return sheet, cell
    raise SystemExit(f"no cell says »{words}«")


def fill(book, answer):
    sheet, art = cell_saying(book, "Svarets art")
    sheet.cell(art.row, art.column + 1).value = "prøvesvar med konstruerede tal"
    labels = {row[1].value: row[2].value for row in book["socialaftale"].iter_rows(min_row=5, max_col=3)}
    for group, counts in answer.get("tal", {}).items():
        sheet, label = cell_saying(book, labels[group])
        for offset, count in enumerate(counts, start=1):
            sheet.cell(label.row, label.column + offset).value = count
    if answer.get("brugt"):
        sheet, heading = cell_saying(book, "Driftsherre")
        for row, used in enumerate(answer["brugt"], start=heading.row + 1):
            values = [used["tilbud"], used.get("driftsherre"), used.get("beliggenhed"), None, used.get("til")]
            for column, value in enumerate([*values, *used["brugere"]], start=1):
                sheet.cell(row, column).value = value
    for theme, text in answer.get("tekst", {}).items():
        sheet, prompt = cell_saying(book, PROMPTS[theme])
        sheet.cell(prompt.row + 1, 1).value = text


def save(book, target):
    """Saves with fixed dates: openpyxl writes the clock into the properties and the container."""
    draft = target.with_suffix(".draft")
    book.save(draft)
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                stamp = WHEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
            new.writestr(zipfile.ZipInfo(name, WHEN.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    draft.unlink()


def main(forms, answers, target):
    target = pathlib.Path(target)
    target.mkdir(parents=True, exist_ok=True)
    for answer in tomllib.loads(pathlib.Path(answers).read_text(encoding="utf-8"))["svar"]:
        name = f"{answer['udmelding']}-{answer['fra']}.xlsx"
        book = openpyxl.load_workbook(pathlib.Path(forms) / f"skema-{name}")
        fill(book, answer)
        save(book, target / name)


if __name__ == "__main__":
    main(*sys.argv[1:])
