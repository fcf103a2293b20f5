"""A .docx as the judges read it: its parts, their XML and their relationships."""

import posixpath
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

BODY = "word/document.xml"
STORIES = re.compile(r"word/(document|header\w*|footer\w*|footnotes|endnotes|comments)\.xml")


@dataclass(frozen=True)
class Relation:
    id: str
    kind: str
    target: str
    external: bool


class Docx:
    """Reads everything at once; a part that is no XML is told of by the rule for that."""

    def __init__(self, path: Path):
        with zipfile.ZipFile(path) as archive:
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}
        self.roots: dict[str, Element] = {}
        self.broken: dict[str, str] = {}
        for name, content in self.parts.items():
            if name.endswith((".xml", ".rels")):
                self._parse(name, content)

    def _parse(self, name: str, content: bytes) -> None:
        try:
            self.roots[name] = ElementTree.fromstring(content)
        except (ElementTree.ParseError, ValueError) as error:
            self.broken[name] = str(error)

    def root(self, name: str) -> Element:
        """A part's XML; an empty element where there is none."""
        return self.roots.get(name, Element("none"))

    @cached_property
    def stories(self) -> dict[str, Element]:
        """The parts with text that a reader sees, the body first."""
        names = [name for name in self.roots if STORIES.fullmatch(name)]
        return {name: self.roots[name] for name in sorted(names, key=lambda n: (n != BODY, n))}

    def relations(self, part: str) -> list[Relation]:
        folder, file = posixpath.split(part)
        rels = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
        return [
            Relation(
                each.get("Id", ""),
                each.get("Type", "").rsplit("/", 1)[-1],
                resolved(folder, each.get("Target", ""), each.get("TargetMode") == "External"),
                each.get("TargetMode") == "External",
            )
            for each in rels
        ]


def resolved(folder: str, target: str, external: bool) -> str:
    if external:
        return target
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")


def seen_once(root: Element):
    """Every element, without the second copies that Word keeps for older programs."""
    yield root
    for child in root:
        if child.tag != f"{MC}Fallback":
            yield from seen_once(child)


def blocks(element: Element) -> list[Element]:
    """The paragraphs and tables that stand directly in something, controls looked through."""
    found = []
    for child in element:
        if child.tag in (f"{W}p", f"{W}tbl"):
            found.append(child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            found += blocks(child)
    return found


def inside(element: Element, tag: str) -> list[Element]:
    """The rows of a table or the cells of a row, controls looked through."""
    found = []
    for child in element:
        if child.tag == f"{W}{tag}":
            found.append(child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            found += inside(child, tag)
    return found


def val(element: Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(f"{W}{name}", "")


def text_of(element: Element) -> str:
    """What is seen of a paragraph, deleted text left out."""
    return "".join(t.text or "" for t in element.iter(f"{W}t"))
