"""Rules over the package: what holds whatever the parts say."""

import re
from collections import Counter
from urllib.parse import urlsplit

from docx import BODY, R, Docx

TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def well_formed(docx: Docx):
    for name, error in docx.broken.items():
        yield f"{name} is no XML: {error}"
    for name, content in docx.parts.items():
        if b"<!DOCTYPE" in content[:2000]:
            yield f"{name} declares a document type"


def entries(docx: Docx):
    for name, count in Counter(name.lower() for name in docx.names).items():
        if count > 1:
            yield f"{name} stands there {count} times"
    for needed in ("[Content_Types].xml", "_rels/.rels", BODY):
        if needed not in docx.parts:
            yield f"{needed} is missing"


def content_types(docx: Docx):
    root = docx.root("[Content_Types].xml")
    endings = [each.get("Extension", "").lower() for each in root.iter(f"{TYPES}Default")]
    parts = [each.get("PartName", "").lstrip("/") for each in root.iter(f"{TYPES}Override")]
    for name, count in Counter(endings + parts).items():
        if count > 1:
            yield f"{name} is given a type {count} times"
    for part in parts:
        if part not in docx.parts:
            yield f"{part} has a type but does not exist"
    for name in docx.parts:
        ending = name.rsplit(".", 1)[-1].lower()
        if name != "[Content_Types].xml" and name not in parts and ending not in endings:
            yield f"{name} has no type"


def relations(docx: Docx):
    for name, root in docx.roots.items():
        if name.endswith(".rels"):
            ids = Counter(each.get("Id") for each in root.iter(f"{RELS}Relationship"))
            yield from (f"{name}: the id {id} is used {n} times" for id, n in ids.items() if n > 1)
    for part in ["", *docx.parts]:
        for relation in docx.relations(part):
            if not relation.external and relation.target not in docx.parts:
                yield f"{part or 'the package'} points to {relation.target}, which is missing"


def references(docx: Docx):
    """Every r:id, r:embed and r:link leads to a relationship."""
    for name, root in docx.roots.items():
        known = {relation.id for relation in docx.relations(name)}
        for element in root.iter():
            for attribute, value in element.attrib.items():
                if attribute.startswith(R) and value not in known:
                    yield f"{name}: {value} has no relationship"


def reachable(docx: Docx):
    found, ahead = set(), [relation.target for relation in docx.relations("")]
    while ahead:
        part = ahead.pop()
        if part in docx.parts and part not in found:
            found.add(part)
            ahead += [each.target for each in docx.relations(part) if not each.external]
    for name in docx.parts:
        if name != "[Content_Types].xml" and not name.endswith(".rels") and name not in found:
            yield f"nothing leads to {name}"


def stays_at_home(docx: Docx):
    """Nothing runs, and nothing is fetched from elsewhere; only links lead out."""
    for name in docx.parts:
        if re.search(r"vba|activeX|\.bin$", name, re.IGNORECASE):
            yield f"{name} can run"
    if b"macroEnabled" in docx.parts.get("[Content_Types].xml", b""):
        yield "the type is one with macros"
    for part in ["", *docx.parts]:
        for relation in docx.relations(part):
            scheme = urlsplit(relation.target).scheme
            link = relation.kind == "hyperlink" and scheme in ("http", "https", "mailto")
            if relation.external and not link:
                yield f"{part} fetches {relation.target}"


RULES = (
    well_formed,
    entries,
    content_types,
    relations,
    references,
    reachable,
    stays_at_home,
)
