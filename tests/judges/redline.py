"""Judges folders of redlines: Word's own schema, and LibreOffice's reading of the tracked changes.

    python tests/judges/redline.py FOLDER…

Each redline NAME.rettelser.docx has beside it NAME.godtaget.docx and NAME.afvist.docx: what it must
say when all its changes are accepted, and when all are rejected. LibreOffice does both by itself.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.sax.saxutils import escape

import word

# One start of LibreOffice reads all files: each line is a file, what to do in it, and where to write.
MACRO = """
Sub Decide(listed As String)
  Dim number As Integer, line As String, parts
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  plain(0).Name = "FilterName" : plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions" : plain(1).Value = "UTF8"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  number = FreeFile
  Open listed For Input As #number
  While Not Eof(number)
    Line Input #number, line
    parts = Split(line, "|")
    document = StarDesktop.loadComponentFromURL(ConvertToURL(parts(0)), "_blank", 0, hidden())
    If Not IsNull(document) Then
      If parts(1) <> "" Then
        dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" & parts(1), "", 0, Array())
      End If
      document.storeToURL(ConvertToURL(parts(2)), plain())
      document.close(True)
    End If
  Wend
  Close #number
End Sub
"""

MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"'
    ' script:language="StarBasic">{}</script:module>'
)
LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    ' library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Module1"/></library:library>'
)
DECISIONS = {"AcceptAllTrackedChanges": "godtaget", "RejectAllTrackedChanges": "afvist"}


def texts(tasks: list[tuple[Path, str]]) -> list[str | None]:
    """What LibreOffice reads in each file after a command; nothing where it cannot."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        library = room / "profile/user/basic/Standard"
        library.mkdir(parents=True)
        (library / "Module1.xba").write_text(MODULE.format(escape(MACRO)))
        (library / "script.xlb").write_text(LIBRARY)
        outputs = [room / f"{number}.txt" for number in range(len(tasks))]
        lines = [f"{file.resolve()}|{do}|{out}" for (file, do), out in zip(tasks, outputs)]
        (room / "tasks").write_text("\n".join(lines) + "\n")
        macro = f'macro:///Standard.Module1.Decide("{room / "tasks"}")'
        profile = f"-env:UserInstallation=file://{room}/profile"
        subprocess.run(["soffice", profile, "--headless", macro], capture_output=True, timeout=1800)
        return [out.read_text("utf-8-sig") if out.exists() else None for out in outputs]


def said(text: str | None) -> str | None:
    """Lines without the spaces at their edges; LibreOffice keeps an empty one where a table was."""
    return text and "\n".join(line.strip() for line in text.splitlines() if line.strip())


def beside(redline: Path, what: str) -> Path:
    return redline.with_name(redline.name.replace(".rettelser.", f".{what}."))


def read_alike(redlines: list[Path]) -> list[str]:
    tasks = [
        task
        for redline in redlines
        for do, what in DECISIONS.items()
        for task in ((redline, do), (beside(redline, what), ""))
    ]
    read = [said(text) for text in texts(tasks)]
    return [
        f"{file.name}: {do}: LibreOffice reads »{own}«, not »{expected}«"
        for (file, do), own, expected in zip(tasks[::2], read[::2], read[1::2])
        if own is None or own != expected
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description="Judges redlines.")
    parser.add_argument("folders", type=Path, nargs="+")
    asked = parser.parse_args()
    redlines = sorted(f for folder in asked.folders for f in folder.rglob("*.rettelser.docx"))
    judges = {"Open XML SDK": word.sdk}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = pool.map(lambda file: word.judge(file, judges), redlines)
        lines = [
            f"{file.name}: {name}: {line}"
            for file, answer in zip(redlines, answers)
            for name, found in answer.items()
            for line in found
        ]
    lines += read_alike(redlines)
    print("\n".join(lines) or f"{len(redlines)} redlines, no findings")
    return 1 if lines or not redlines else 0


if __name__ == "__main__":
    sys.exit(main())
