"""Makes the returned workbooks of tests/collect/filer from a form that has been filled in.

    socialaftale skema --til skemaer
    python3 tests/judges/odd_returns.py skemaer tests/collect/filer

All hold Rebild's answer about spiseforstyrrelser: 0, 1, 2 for children and 3, 4, 5 for adults.
`regneark.*` are saved by LibreOffice in three formats; `omflyttet.xlsx` is what is left after
somebody has copied the answers into a workbook of their own.
"""

import pathlib
import subprocess
import sys
import tempfile

import openpyxl

from fill_returns import fill, save

ANSWER = {
    "tal": {"boern_unge": [0, 1, 2], "voksne": [3, 4, 5]},
    "brugt": [{"tilbud": "Botilbuddet Bakkely", "brugere": [0, 1, 2]}],
    "tekst": {"udfordringer": "Konstrueret svar.\nMed to linjer."},
}


def converted(source, ending, target):
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", ending,
             "--outdir", str(target), str(source)],
            check=True, capture_output=True,
        )


def moved(source, target):
    """No hidden keys, other sheet names and order, columns and rows in other places, one hidden."""
    old = openpyxl.load_workbook(source)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, name in enumerate(["2 Tilbud", "1 Målgruppen", "3 Udfordringer", "Forside"], start=1):
        sheet = book.create_sheet(f"Ark{number}")
        for row in old[name].iter_rows():
            for cell in row:
                if cell.value is not None:
                    sheet.cell(cell.row + 2, cell.column + 3).value = cell.value
    counts = book["Ark2"]
    for row in counts.iter_rows(min_row=6, max_row=9):
        years = [row[column].value for column in (4, 5, 6)]
        for column, value in zip((4, 5, 6), reversed(years)):
            row[column].value = value
    counts.row_dimensions[7].hidden = True
    book["Ark1"].sheet_state = "hidden"
    save(book, target)


def main(forms, target):
    target = pathlib.Path(target)
    book = openpyxl.load_workbook(pathlib.Path(forms) / "skema-spise-rebild.xlsx")
    fill(book, ANSWER)
    with tempfile.TemporaryDirectory() as folder:
        filled = pathlib.Path(folder) / "regneark.xlsx"
        save(book, filled)
        for ending in ("ods", "xls"):
            converted(filled, ending, target)
        converted(filled, "xlsx:Calc MS Excel 2007 XML", target)
        moved(filled, target / "omflyttet.xlsx")


if __name__ == "__main__":
    main(*sys.argv[1:])
