"""Rules over tables: Word refuses some that every schema accepts."""

from xml.etree.ElementTree import Element

from docx import W, Docx, blocks, inside, val


def every_table(docx: Docx):
    for name, root in docx.stories.items():
        for number, table in enumerate(root.iter(f"{W}tbl"), 1):
            yield f"{name}, table {number}", table


def cells(docx: Docx):
    """Every cell ends in a paragraph, every row has a cell, every table a row and a grid."""
    for place, table in every_table(docx):
        rows = inside(table, "tr")
        if not rows:
            yield f"{place}: no row"
        for number, row in enumerate(rows, 1):
            found = inside(row, "tc")
            if not found:
                yield f"{place}: row {number} has no cell"
            for cell in found:
                held = blocks(cell)
                if not held or held[-1].tag != f"{W}p":
                    yield f"{place}: a cell in row {number} does not end in a paragraph"


def rooms_filled(docx: Docx):
    """A header, a footer, a note and a text box hold at least one paragraph."""
    rooms = {f"{W}{name}" for name in ("hdr", "ftr", "footnote", "endnote", "txbxContent")}
    for name, root in docx.stories.items():
        for room in root.iter():
            if room.tag in rooms and not blocks(room):
                yield f"{name}: {room.tag.removeprefix(W)} holds nothing"


def columns(row: Element) -> int:
    """How many columns of the grid a row takes."""
    skipped = [row.find(f"{W}trPr/{W}{name}") for name in ("gridBefore", "gridAfter")]
    spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in inside(row, "tc")]
    return sum(int(val(each) or 0) for each in skipped) + sum(int(val(each) or 1) for each in spans)


def grids(docx: Docx):
    for place, table in every_table(docx):
        grid = table.find(f"{W}tblGrid")
        wide = 0 if grid is None else len(grid.findall(f"{W}gridCol"))
        if not wide:
            yield f"{place}: the grid has no columns"
        for number, row in enumerate(inside(table, "tr"), 1):
            if wide and columns(row) != wide:
                yield f"{place}: row {number} takes {columns(row)} of {wide} columns"


def merged_down(docx: Docx):
    """A cell that goes on from the one above has one above to go on from."""
    for place, table in every_table(docx):
        above: set[tuple[int, int]] = set()
        for number, row in enumerate(inside(table, "tr"), 1):
            here = set()
            for at, span, merge in spans(row):
                if merge is not None and val(merge) != "restart" and (at, span) not in above:
                    yield f"{place}: row {number} goes on with a merged cell that never began"
                if merge is not None:
                    here.add((at, span))
            above = here


def spans(row: Element):
    """Of each cell its first column, its width in columns, and whether it is merged downwards."""
    at = int(val(row.find(f"{W}trPr/{W}gridBefore")) or 0)
    for cell in inside(row, "tc"):
        span = int(val(cell.find(f"{W}tcPr/{W}gridSpan")) or 1)
        yield at, span, cell.find(f"{W}tcPr/{W}vMerge")
        at += span


def header_rows(docx: Docx):
    """A table that looks as if it had a head has one, at its top."""
    for place, table in every_table(docx):
        heads = [is_head(row) for row in inside(table, "tr")]
        if heads and looks_headed(table) and not heads[0]:
            yield f"{place}: the first row is no header row"
        if any(later and not before for before, later in zip(heads, heads[1:])):
            yield f"{place}: a header row stands below another row"


def is_head(row: Element) -> bool:
    head = row.find(f"{W}trPr/{W}tblHeader")
    return head is not None and val(head) not in ("0", "false", "off")


def looks_headed(table: Element) -> bool:
    look = table.find(f"{W}tblPr/{W}tblLook")
    return val(look, "firstRow") in ("1", "true") or bool(int(val(look) or "0", 16) & 0x20)


def described(docx: Docx):
    """Every table says what it shows, and whether it has a head."""
    for place, table in every_table(docx):
        said = ("tblCaption", "tblDescription")
        for names in (("tblLook",), said):
            if all(table.find(f"{W}tblPr/{W}{name}") is None for name in names):
                yield f"{place}: no {names[0]}"


SOUND = (cells, rooms_filled, grids, merged_down, header_rows)
WELL_MADE = (described,)
