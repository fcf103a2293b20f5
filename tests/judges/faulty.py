"""The faults that a judge must see, each made in one place of a good document."""

import re
from collections.abc import Callable
from dataclasses import dataclass

SDK, AUDIT, INTEGRITY, OURS = "Open XML SDK", "openxml-audit", "ooxml-integrity", "invariants"

BODY = "word/document.xml"
STYLES = "word/styles.xml"
LINKS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
CORE = "docProps/core.xml"

Entries = list[tuple[str, bytes]]


@dataclass(frozen=True)
class Fault:
    name: str
    make: Callable[[Entries], Entries]
    # What each judge that must see it says, as a pattern.
    seen_by: dict[str, str]
    # How many bytes are cut off the file's end.
    cut: int = 0


def swap(part: str, pattern: str, new: str):
    """Changes the first place in a part that the pattern fits."""

    def make(entries: Entries) -> Entries:
        text = dict(entries)[part].decode()
        changed, count = re.subn(pattern, new, text, count=1, flags=re.DOTALL)
        if not count or changed == text:
            raise ValueError(f"»{pattern}« fits nowhere in {part}")
        return [(name, changed.encode() if name == part else old) for name, old in entries]

    return make


def add(name: str, content: bytes):
    return lambda entries: [*entries, (name, content)]


def drop(name: str):
    return lambda entries: [entry for entry in entries if entry[0] != name]


def both(*steps):
    def make(entries: Entries) -> Entries:
        for step in steps:
            entries = step(entries)
        return entries

    return make


def at_end(xml: str):
    """Puts something at the end of the body, before its last section."""
    return swap(BODY, r"(<w:sectPr>(?:(?!<w:sectPr>).)*</w:body>)", f"{xml}\\1")


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def relationship(id: str, kind: str, target: str, mode: str = "") -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    entry = f'<Relationship Id="{id}" Type="{office}/{kind}" Target="{target}"{mode}/>'
    return f"{entry}</Relationships>"


def table(rows: str, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    looks = '<w:tblPr><w:tblLook w:firstRow="0"/><w:tblCaption w:val="x"/></w:tblPr>'
    return f"<w:tbl>{looks}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{paragraph('')}"


def cell(inside: str = "<w:p/>", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


HEAD = "<w:trPr><w:tblHeader/></w:trPr>"
EXTERNAL = ' TargetMode="External"'

# The structure that Word refuses, in part unseen by every schema.
STRUCTURE = [
    Fault(
        "run in body", at_end(run("x")), {SDK: "invalid child element.*:r'", AUDIT: "element 'r'"}
    ),
    Fault(
        "paragraph after section",
        swap(BODY, "</w:body>", f"{paragraph('')}</w:body>"),
        {SDK: "unexpected child element.*:p'", AUDIT: "element 'p'"},
    ),
    Fault(
        "paragraph in paragraph",
        at_end(paragraph(paragraph(""))),
        {SDK: "invalid child element.*:p'", AUDIT: "element 'p'"},
    ),
    Fault("unknown element", at_end("<w:ukendt/>"), {SDK: "ukendt", AUDIT: "ukendt"}),
    Fault(
        "properties in wrong order",
        at_end(paragraph("<w:r><w:rPr><w:sz w:val='20'/><w:b/></w:rPr></w:r>")),
        {SDK: "unexpected child.*:b'", AUDIT: "element 'b'"},
    ),
    Fault(
        "value outside the list",
        at_end(paragraph("<w:pPr><w:jc w:val='midt'/></w:pPr>")),
        {SDK: "midt", AUDIT: "midt"},
    ),
    Fault(
        "header row with a value",
        swap(BODY, "<w:tblHeader/>", '<w:tblHeader w:val="true"/>'),
        {SDK: "value 'true'", AUDIT: "Value 'true'"},
    ),
    Fault(
        "cell without paragraph",
        at_end(table(row(cell(""), cell()))),
        {AUDIT: "Required sequence content is missing", OURS: "^cells: .*does not end"},
    ),
    Fault(
        "cell that ends in a table",
        at_end(table(row(cell(table(row(cell()), 1).removesuffix("<w:p></w:p>"))), 1)),
        {OURS: "^cells: .*does not end"},
    ),
    Fault(
        "row without cell",
        at_end(table(row(cell(), cell()) + row())),
        {
            AUDIT: "Required sequence content is missing",
            INTEGRITY: "TBL002",
            OURS: "^cells: .*no cell",
        },
    ),
    Fault("table without row", at_end(table("")), {OURS: "^cells: .*no row"}),
    Fault(
        "grid without columns",
        at_end(table(row(cell()), 0)),
        {INTEGRITY: "TBL002", OURS: "^grids: .*no columns"},
    ),
    Fault(
        "row too wide for its grid",
        at_end(table(row(cell(properties='<w:gridSpan w:val="3"/>')))),
        {INTEGRITY: "TBL002", OURS: "^grids: .*takes 3 of 2"},
    ),
    Fault(
        "row too narrow for its grid",
        at_end(table(row(cell()))),
        {INTEGRITY: "TBL002", OURS: "^grids: .*takes 1 of 2"},
    ),
    Fault(
        "merged cell without beginning",
        at_end(table(row(cell(properties="<w:vMerge/>")), 1)),
        {OURS: "^merged_down"},
    ),
    Fault(
        "empty footnote",
        swap("word/footnotes.xml", r'(<w:footnote w:id="1">).*?(</w:footnote>)', r"\1\2"),
        {OURS: "^rooms_filled"},
    ),
    Fault(
        "empty header",
        swap("word/header1.xml", r"(<w:hdr[^>]*>).*(</w:hdr>)", r"\1\2"),
        {OURS: "^rooms_filled"},
    ),
    Fault(
        "field without end",
        at_end(paragraph(field("begin") + field("separate"))),
        {OURS: "^fields: .*no end"},
    ),
    Fault(
        "field without begin",
        at_end(paragraph(field("end"))),
        {OURS: "^fields: .*without its begin"},
    ),
    Fault(
        "field over two cells",
        at_end(table(row(cell(paragraph(field("begin"))), cell(paragraph(field("end")))))),
        {OURS: "^fields"},
    ),
]

# What does not lead anywhere, or is there twice.
REFERENCES = [
    Fault(
        "relationship of a picture missing",
        swap(LINKS, r'<Relationship Id="[^"]*" Type="[^"]*/image"[^>]*/>', ""),
        {
            SDK: "rId2.*does not exist",
            AUDIT: "rId2.*does not exist",
            INTEGRITY: "REL001",
            OURS: "^references",
        },
    ),
    Fault(
        "link without relationship",
        at_end(paragraph(f'<w:hyperlink r:id="rIdIngen">{run("x")}</w:hyperlink>')),
        {
            SDK: "rIdIngen",
            AUDIT: "rIdIngen",
            INTEGRITY: "rIdIngen",
            OURS: "^references: .*rIdIngen",
        },
    ),
    Fault(
        "picture missing",
        drop("word/media/figur1.png"),
        {
            SDK: "figur1.png doesn't exist",
            AUDIT: "figur1",
            INTEGRITY: "figur1",
            OURS: "^relations: .*figur1",
        },
    ),
    Fault(
        "same drawing id",
        swap(BODY, '<wp:docPr id="2"', '<wp:docPr id="1"'),
        {SDK: "unique value.*'1'", OURS: "^unique_ids: .*drawing id 1"},
    ),
    Fault(
        "same bookmark id",
        swap(
            BODY,
            r'<w:bookmarkStart w:id="1"(.*?)<w:bookmarkEnd w:id="1"',
            r'<w:bookmarkStart w:id="0"\1<w:bookmarkEnd w:id="0"',
        ),
        {
            SDK: "unique value.*'0'",
            AUDIT: "unique value.*'0'",
            OURS: "^unique_ids: .*bookmark id 0",
        },
    ),
    Fault(
        "same bookmark name",
        at_end(
            paragraph(
                '<w:bookmarkStart w:id="999" w:name="_Toc00000001"/><w:bookmarkEnd w:id="999"/>'
            )
        ),
        {OURS: "^unique_ids: .*bookmark name"},
    ),
    Fault(
        "bookmark without end", swap(BODY, '<w:bookmarkEnd w:id="0"/>', ""), {OURS: "^bookmarks"}
    ),
    Fault(
        "same paragraph id",
        at_end(
            f'<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="00000001">{run("x")}</w:p>'
            * 2
        ),
        {OURS: "^unique_ids: .*paragraph id"},
    ),
    Fault(
        "same control id",
        swap(BODY, r'(</?w:alias[^>]*/><w:tag[^>]*/><w:id w:val=)"2"', r'\1"1"'),
        {OURS: "^unique_ids: .*control id"},
    ),
    Fault(
        "same relationship id",
        swap(LINKS, "</Relationships>", relationship("rIdLister", "settings", "settings.xml")),
        {SDK: "rIdLister", INTEGRITY: "REL004", OURS: "^relations: .*rIdLister"},
    ),
    Fault(
        "unknown paragraph style",
        at_end(paragraph('<w:pPr><w:pStyle w:val="Ukendt"/></w:pPr>')),
        {AUDIT: "Ukendt", INTEGRITY: "Ukendt", OURS: "^styles_exist: .*Ukendt"},
    ),
    Fault(
        "unknown list",
        at_end(
            paragraph('<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="777"/></w:numPr></w:pPr>')
        ),
        {AUDIT: "777", INTEGRITY: "777", OURS: "^lists_exist: .*777"},
    ),
    Fault(
        "list of no kind",
        swap(
            "word/numbering.xml", r'(<w:num w:numId="2".*?<w:abstractNumId w:val=)"\d+"', r'\1"777"'
        ),
        {AUDIT: "777", INTEGRITY: "NUM003", OURS: "^lists_exist: .*kind"},
    ),
    Fault(
        "footnote that does not exist",
        swap(BODY, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="777"/>'),
        {
            SDK: "w:footnote.*does not exist",
            AUDIT: "777",
            INTEGRITY: "FTN001",
            OURS: "^notes: .*777",
        },
    ),
    Fault(
        "link to no bookmark",
        swap(BODY, 'w:anchor="_Toc00000001"', 'w:anchor="_Toc99999999"'),
        {OURS: "^leads_somewhere: .*_Toc99999999"},
    ),
    Fault(
        "reference to no bookmark",
        at_end(paragraph('<w:fldSimple w:instr=" REF ingen \\\\\\\\h "/>')),
        {OURS: "^leads_somewhere: .*ingen"},
    ),
    Fault(
        "field that fetches",
        at_end(
            paragraph(
                field("begin")
                + "<w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT c:/x</w:instrText></w:r>"
                + field("end")
            )
        ),
        {OURS: "^leads_somewhere: .*fetches"},
    ),
]

# The package itself.
PACKAGE = [
    Fault(
        "same entry twice",
        lambda entries: [*entries, next(e for e in entries if e[0] == BODY)],
        {SDK: "Format error in package", INTEGRITY: "PKG008", OURS: "^entries"},
    ),
    Fault(
        "picture without type",
        swap(TYPES, r'<Default Extension="png"[^>]*/>', ""),
        {SDK: "figur1", INTEGRITY: "PKG005", OURS: "^content_types: .*png"},
    ),
    Fault(
        "type without part",
        drop("word/fontTable.xml"),
        {
            SDK: "fontTable",
            AUDIT: "fontTable",
            INTEGRITY: "REL002",
            OURS: "^content_types: .*fontTable",
        },
    ),
    Fault(
        "not well formed",
        swap(BODY, "</w:body>", ""),
        {SDK: "start tag", AUDIT: "Cannot parse", INTEGRITY: "XML001", OURS: "^well_formed"},
    ),
    Fault(
        "bare ampersand",
        at_end(paragraph(run("a & b"))),
        {SDK: "EntityName", AUDIT: "Cannot parse", INTEGRITY: "XML001", OURS: "^well_formed"},
    ),
    Fault(
        "control character",
        at_end(paragraph(run("\x0b"))),
        {
            SDK: "invalid character",
            AUDIT: "Cannot parse",
            INTEGRITY: "XML001",
            OURS: "^well_formed",
        },
    ),
    Fault(
        "document type declared",
        swap(BODY, r"(<w:document)", r"<!DOCTYPE x>\1"),
        {SDK: "DTD is prohibited", INTEGRITY: "DOCTYPE", OURS: "^well_formed: .*document type"},
    ),
    Fault(
        "document missing",
        drop(BODY),
        {
            SDK: "document.xml doesn't exist",
            AUDIT: "Main document part not found",
            INTEGRITY: "PKG006",
            OURS: "^entries: .*missing",
        },
    ),
    Fault(
        "file cut off",
        lambda entries: entries,
        {SDK: "corrupted", AUDIT: "not a valid ZIP", INTEGRITY: "PKG002", OURS: "^opens"},
        cut=500,
    ),
    Fault(
        "part that nothing leads to",
        add("word/header9.xml", b"<x/>"),
        {OURS: "^reachable: .*header9"},
    ),
    Fault(
        "macros",
        both(
            add("word/vbaProject.bin", b"x"),
            swap(
                LINKS, "</Relationships>", relationship("rIdMakro", "vbaProject", "vbaProject.bin")
            ),
        ),
        {OURS: "^stays_at_home: .*vbaProject"},
    ),
    Fault(
        "picture from the net",
        swap(
            LINKS,
            "</Relationships>",
            relationship("rIdNet", "image", "https://example.dk/x.png", EXTERNAL),
        ),
        {OURS: "^stays_at_home: .*fetches"},
    ),
    Fault(
        "link that runs",
        swap(
            LINKS, "</Relationships>", relationship("rIdNet", "hyperlink", "javascript:x", EXTERNAL)
        ),
        {OURS: "^stays_at_home: .*javascript"},
    ),
]

# What the engine must never leave behind.
LEFT_OVER = [
    Fault("tag left", at_end(paragraph(run("{{aftale.titel}}"))), {OURS: "^tags_left"}),
    Fault("tag left over two runs", at_end(paragraph(run("{") + run("{x"))), {OURS: "^tags_left"}),
    Fault(
        "tag left in a footer",
        swap("word/footer1.xml", r"(<w:t[^>]*>)", r"\1}}"),
        {OURS: "^tags_left: .*footer1"},
    ),
    Fault(
        "tag left in an alternative text",
        swap(BODY, 'descr="', 'descr="{{x}} '),
        {OURS: "^tags_left"},
    ),
    Fault(
        "tag left in the title",
        swap(CORE, "<dc:title>", "<dc:title>{{x}}"),
        {OURS: "^tags_left: .*core"},
    ),
    Fault(
        "tag left in a link",
        swap(LINKS, 'Target="http', 'Target="http://%7B%7Bx%7D%7D'),
        {OURS: "^tags_left: .*rels"},
    ),
    Fault("mark left", at_end(paragraph(run("\ue003"))), {OURS: "^marks_left"}),
    Fault("spaces lost", at_end(paragraph("<w:r><w:t>x </w:t></w:r>")), {OURS: "^spaces_kept"}),
]

# What a reader who cannot see the page needs, and what keeps a document in order.
READABLE = [
    Fault(
        "header row lost", swap(BODY, "<w:tblHeader/>", ""), {OURS: "^header_rows: .*no header row"}
    ),
    Fault(
        "header row below",
        at_end(table(row(cell()) + row(cell(), properties=HEAD), 1)),
        {OURS: "^header_rows: .*below"},
    ),
    Fault(
        "heading level left out",
        swap(BODY, r'(.*)"Overskrift2"', r'\1"Overskrift4"'),
        {OURS: "^headings"},
    ),
    Fault(
        "first heading below level 1",
        swap(BODY, r'"Overskrift1"', '"Overskrift2"'),
        {OURS: "^headings: after level 0"},
    ),
    Fault(
        "no alternative text",
        swap(BODY, r' descr="[^"]*"', ""),
        {OURS: "^alt_texts: .*no alternative"},
    ),
    Fault(
        "alternative text is a file name",
        swap(BODY, r' descr="[^"]*"', ' descr="figur1.png"'),
        {OURS: "^alt_texts: .*file name"},
    ),
    Fault(
        "no language",
        swap(STYLES, r"<w:lang [^>]*/>", ""),
        {OURS: "^says_what_it_is: .*language of the text"},
    ),
    Fault(
        "another language",
        swap(STYLES, r'<w:lang w:val="da-DK"', '<w:lang w:val="en-US"'),
        {OURS: "^says_what_it_is: .*language of the text"},
    ),
    Fault(
        "no title",
        swap(CORE, r"<dc:title>.*?</dc:title>", "<dc:title/>"),
        {OURS: "^says_what_it_is: .*no title"},
    ),
    Fault(
        "empty paragraphs for distance",
        at_end("<w:p/><w:p/>"),
        {OURS: "^no_blanks_for_looks: .*empty"},
    ),
    Fault(
        "spaces for distance",
        at_end(paragraph(run("a    b"))),
        {OURS: "^no_blanks_for_looks: .*spaces"},
    ),
    Fault(
        "table that says nothing", swap(BODY, r"<w:tblCaption [^>]*/>(<w:tblDescription [^>]*/>)?", ""), {OURS: "^described"}
    ),
]

FAULTS = STRUCTURE + REFERENCES + PACKAGE + LEFT_OVER + READABLE
