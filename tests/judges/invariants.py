"""Our own rules over the XML of a .docx: what no validator knows, written apart from the program.

python tests/judges/invariants.py FOLDER
"""

import re
import sys
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import Element

import container
import tables
from docx import BODY, W, W14, WP, Docx, blocks, seen_once, text_of, val

MARK = re.compile("[\ue000-\ue00f]")
BRACES = re.compile(r"\{\{|\}\}|%7B%7B|%7D%7D", re.IGNORECASE)
SUMMONS = re.compile(r"\s*(INCLUDEPICTURE|INCLUDETEXT|LINK|DDE|DDEAUTO|IMPORT|DATABASE)\b")


def fields(docx: Docx):
    """A field begins and ends in the same cell, note or box."""
    for name, root in docx.stories.items():
        yield from (f"{name}: {fault}" for fault in field_faults(root))


ROOMS = {f"{W}{name}" for name in ("txbxContent", "footnote", "endnote", "comment", "tc")}


def field_faults(room: Element):
    steps, rooms = [], []
    walk_fields(room, steps, rooms)
    depth = []
    for step in steps:
        if step == "begin":
            depth.append("begin")
        elif not depth or (step == "separate" and depth[-1] == "separate"):
            yield f"a field's {step} comes without its begin"
        elif step == "separate":
            depth[-1] = "separate"
        else:
            depth.pop()
    if depth:
        yield "a field has no end"
    for inner in rooms:
        yield from field_faults(inner)


def walk_fields(element: Element, steps: list, rooms: list) -> None:
    for child in element:
        if child.tag in ROOMS:
            rooms.append(child)
            continue
        if child.tag == f"{W}fldChar":
            steps.append(val(child, "fldCharType"))
        walk_fields(child, steps, rooms)


# What a text shows as it is typed, and the contents, which repeat headings that are read themselves.
SHOWN = re.compile(r"Kode|Kodeblok|toc \d", re.IGNORECASE)


def shown_as_typed(docx: Docx) -> set[Element]:
    """What stands in paragraphs and runs of such styles."""
    styles = docx.root("word/styles.xml").iter(f"{W}style")
    ids = {
        style.get(f"{W}styleId") for style in styles if SHOWN.fullmatch(val(style.find(f"{W}name")))
    }
    found = set()
    for root in docx.stories.values():
        for tag, style in (("p", f"{W}pPr/{W}pStyle"), ("r", f"{W}rPr/{W}rStyle")):
            for element in root.iter(f"{W}{tag}"):
                if val(element.find(style)) in ids:
                    found.update(element.iter())
    return found


def tags_left(docx: Docx):
    shown = shown_as_typed(docx)
    for name, root in docx.roots.items():
        if name == "word/comments.xml":
            continue
        # What has been moved away in tracked changes is no longer there.
        shown |= {text for gone in root.iter(f"{W}moveFrom") for text in gone.iter(f"{W}t")}
        said = [
            "".join(text.text or "" for text in p.iter(f"{W}t") if text not in shown)
            for p in root.iter(f"{W}p")
        ]
        for element in root.iter():
            said += element.attrib.values()
            if element.tag != f"{W}delText" and element not in shown:
                said.append(element.text or "")
        for words in dict.fromkeys(said):
            if BRACES.search(words):
                yield f"{name}: a tag is left: {words.strip()[:80]}"


def marks_left(docx: Docx):
    for name, content in docx.parts.items():
        if name in docx.roots and MARK.search(content.decode(errors="replace")):
            yield f"{name}: a mark of the engine is left"


def unique_ids(docx: Docx):
    over_all: Counter = Counter()
    for root in docx.stories.values():
        for element in seen_once(root):
            over_all.update(identities(element))
    for (kind, value), count in over_all.items():
        if count > 1:
            yield f"{count} have the same {kind} {value}"


def identities(element: Element):
    if element.tag == f"{WP}docPr":
        yield "drawing id", element.get("id")
    elif element.tag == f"{W}bookmarkStart":
        yield "bookmark id", val(element, "id")
        yield "bookmark name", val(element, "name").lower()
    elif element.tag == f"{W}sdtPr" and element.find(f"{W}id") is not None:
        yield "control id", val(element.find(f"{W}id"))
    elif element.tag in (f"{W}footnote", f"{W}endnote", f"{W}comment"):
        yield f"{element.tag.removeprefix(W)} id", val(element, "id")
    if f"{W14}paraId" in element.attrib:
        yield "paragraph id", element.get(f"{W14}paraId")


def bookmarks(docx: Docx):
    for name, root in docx.stories.items():
        starts = Counter(val(each, "id") for each in root.iter(f"{W}bookmarkStart"))
        ends = Counter(val(each, "id") for each in root.iter(f"{W}bookmarkEnd"))
        for id in (starts - ends) + (ends - starts):
            yield f"{name}: the bookmark {id} has not one start and one end"
        for start in root.iter(f"{W}bookmarkStart"):
            if not re.fullmatch(r"\w{1,40}", val(start, "name")):
                yield f"{name}: »{val(start, 'name')}« is no name for a bookmark"


def leads_somewhere(docx: Docx):
    """Links and references within the document find their bookmark, and fields fetch nothing."""
    known = {
        val(each, "name").lower()
        for root in docx.stories.values()
        for each in root.iter(f"{W}bookmarkStart")
    } | {"_top"}
    for name, root in docx.stories.items():
        asked = [val(each, "anchor") for each in root.iter(f"{W}hyperlink")]
        for words in instructions(root):
            asked += re.findall(r"^\s*(?:REF|PAGEREF|NOTEREF) +([^\s\\]+)", words)
            if SUMMONS.match(words):
                yield f"{name}: the field fetches something: {words}"
        for anchor in asked:
            if anchor and anchor.lower() not in known:
                yield f"{name}: there is no bookmark {anchor}"


def instructions(root: Element):
    """What each field does, its instruction joined from the runs that it is divided over."""
    yield from (val(each, "instr") for each in root.iter(f"{W}fldSimple"))
    open_ones: list[str] = []
    for element in root.iter():
        if element.tag == f"{W}fldChar" and val(element, "fldCharType") == "begin":
            open_ones.append("")
        elif element.tag == f"{W}instrText" and open_ones:
            open_ones[-1] += element.text or ""
        elif element.tag == f"{W}fldChar" and val(element, "fldCharType") == "end" and open_ones:
            yield open_ones.pop()


def notes(docx: Docx):
    for kind in ("footnote", "endnote", "comment"):
        known = {val(each, "id") for each in docx.root(f"word/{kind}s.xml").iter(f"{W}{kind}")}
        for name, root in docx.stories.items():
            for reference in root.iter(f"{W}{kind}Reference"):
                if val(reference, "id") not in known:
                    yield f"{name}: the {kind} {val(reference, 'id')} does not exist"


def styles_exist(docx: Docx):
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    known = Counter(
        (val(style, "type"), val(style, "styleId"))
        for style in docx.root("word/styles.xml").iter(f"{W}style")
    )
    for (kind, style), count in known.items():
        if count > 1:
            yield f"the {kind} style {style} is there {count} times"
    for name, root in docx.roots.items():
        for element in root.iter():
            kind = kinds.get(element.tag.removeprefix(W))
            if kind and (kind, val(element)) not in known:
                yield f"{name}: there is no {kind} style {val(element)}"


def lists_exist(docx: Docx):
    root = docx.root("word/numbering.xml")
    nums = Counter(val(num, "numId") for num in root.iter(f"{W}num"))
    kinds = Counter(val(each, "abstractNumId") for each in root.findall(f"{W}abstractNum"))
    for id, count in (nums + kinds).items():
        if max(nums[id], kinds[id]) > 1:
            yield f"the list {id} is there {count} times"
    for num in root.iter(f"{W}num"):
        if val(num.find(f"{W}abstractNumId")) not in kinds:
            yield f"the list {val(num, 'numId')} is of a kind that does not exist"
    for name in [*docx.stories, "word/styles.xml"]:
        for number in docx.root(name).iter(f"{W}numId"):
            # List 0 is the standard's own word for "no list" (ISO/IEC 29500-1, 17.9.18).
            if val(number) not in nums and val(number) != "0":
                yield f"{name}: there is no list {val(number)}"


def headings(docx: Docx):
    """The levels begin at 1 and go one down at a time."""
    levels = heading_styles(docx)
    above = 0
    for paragraph in docx.root(BODY).iter(f"{W}p"):
        level = levels.get(val(paragraph.find(f"{W}pPr/{W}pStyle")), 0)
        if level and text_of(paragraph).strip():
            if level > above + 1:
                yield f"after level {above} comes level {level}: {text_of(paragraph)}"
            above = level


def heading_styles(docx: Docx) -> dict[str, int]:
    """The level of each style that makes a heading, by its built-in name or its outline level."""
    found = {}
    for style in docx.root("word/styles.xml").iter(f"{W}style"):
        named = re.fullmatch(r"heading (\d)", val(style.find(f"{W}name")), re.IGNORECASE)
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        if named:
            found[val(style, "styleId")] = int(named[1])
        elif outline is not None:
            found[val(style, "styleId")] = int(val(outline)) + 1
    return found


def says_what_it_is(docx: Docx):
    defaults = f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"
    if val(docx.root("word/styles.xml").find(defaults)) != "da-DK":
        yield "the language of the text is not Danish"
    core = docx.root("docProps/core.xml")
    for name in ("title", "language"):
        said = core.find(f"{{http://purl.org/dc/elements/1.1/}}{name}")
        if said is None or not (said.text or "").strip():
            yield f"the properties have no {name}"


def alt_texts(docx: Docx):
    for name, root in docx.stories.items():
        for drawing in (each for each in seen_once(root) if each.tag == f"{WP}docPr"):
            words = drawing.get("descr", "").strip()
            if not words:
                yield f"{name}: the drawing {drawing.get('id')} has no alternative text"
            elif re.search(r"\.\w{3,4}$", words) and " " not in words:
                yield f"{name}: an alternative text is a file name: {words}"


def spaces_kept(docx: Docx):
    """Word drops spaces at the edge of a text that does not say that they count."""
    for name, root in docx.stories.items():
        for t in root.iter(f"{W}t"):
            words = t.text or ""
            preserved = t.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            if words != words.strip(" \t\n") and not preserved:
                yield f"{name}: spaces are lost in »{words[:40]}«"


def no_blanks_for_looks(docx: Docx):
    """Distance is made by styles, not by empty paragraphs or runs of spaces."""
    for name, root in docx.stories.items():
        for room in root.iter():
            around = [is_blank(block) for block in blocks(room)] if holds_blocks(room) else []
            if any(a and b for a, b in zip(around, around[1:])):
                yield f"{name}: empty paragraphs stand in for distance"
        for paragraph in root.iter(f"{W}p"):
            if "   " in text_of(paragraph):
                yield f"{name}: spaces stand in for distance: {text_of(paragraph)[:60]}"


def holds_blocks(room: Element) -> bool:
    return room.tag in {f"{W}body", f"{W}hdr", f"{W}ftr", *ROOMS}


def is_blank(block: Element) -> bool:
    """A paragraph without text, picture, break or field, that ends no section."""
    shown = {
        f"{W}{name}"
        for name in (
            "t",
            "delText",
            "drawing",
            "pict",
            "object",
            "br",
            "fldChar",
            "fldSimple",
            "sectPr",
            "sym",
            "tbl",
            "footnoteRef",
            "endnoteRef",
            "separator",
            "continuationSeparator",
        )
    }
    return not any(
        each.tag in shown and (each.tag != f"{W}t" or (each.text or "").strip())
        for each in block.iter()
    )


# What must hold for every document that the engine makes, from whatever template.
SOUND = (
    *container.RULES,
    fields,
    tags_left,
    marks_left,
    unique_ids,
    bookmarks,
    leads_somewhere,
    notes,
    styles_exist,
    lists_exist,
    headings,
    says_what_it_is,
    alt_texts,
    spaces_kept,
    *tables.SOUND,
)
# What a template's maker answers for, and the shipped ones keep.
WELL_MADE = (no_blanks_for_looks, *tables.WELL_MADE)


def judge(path: Path, rules=SOUND + WELL_MADE) -> list[str]:
    try:
        docx = Docx(path)
    except (zipfile.BadZipFile, OSError, EOFError) as error:
        return [f"opens: {error}"]
    return [f"{rule.__name__}: {fault}" for rule in rules for fault in dict.fromkeys(rule(docx))]


def main() -> int:
    files = sorted(Path(sys.argv[1]).rglob("*.docx"))
    lines = [f"{path.name}: {line}" for path in files for line in judge(path)]
    print("\n".join(lines) or f"{len(files)} documents, no findings")
    return 1 if lines or not files else 0


if __name__ == "__main__":
    sys.exit(main())
