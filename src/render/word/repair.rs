//! Mends what an emptied block leaves behind and Word would refuse.

use super::columns::{MOST, columns};
use super::grid::rows;
use super::xml::{Element, Node};

/// Gives every cell its paragraph, takes empty rows, tables and controls away.
pub fn repair(element: &mut Element) {
    for child in element.elements_mut() {
        repair(child);
    }
    element.children.retain(|node| !node.element().is_some_and(is_hollow));
    part_tables(element);
    let needs = match element.name.as_str() {
        "w:tc" => !ends_in_paragraph(element),
        "w:hdr" | "w:ftr" | "w:footnote" | "w:endnote" | "w:txbxContent" => {
            !element.elements().any(is_block)
        }
        _ => false,
    };
    if needs {
        element.children.push(Element::new("w:p").into());
    }
    if element.is("w:tbl") {
        mend_grid(element);
    }
}

fn is_block(element: &Element) -> bool {
    ["w:p", "w:tbl", "w:sdt"].iter().any(|name| element.is(name))
}

fn is_hollow(element: &Element) -> bool {
    let without = |name: &str| !element.holds(name);
    match element.name.as_str() {
        "w:tr" => without("w:tc"),
        "w:tbl" => without("w:tr"),
        "w:sdt" => element.find("w:sdtContent").is_some_and(|content| content.children.is_empty()),
        _ => false,
    }
}

fn ends_in_paragraph(cell: &Element) -> bool {
    cell.elements().rfind(|child| is_block(child)).is_some_and(|last| {
        last.is("w:p")
            || (last.is("w:sdt")
                && last
                    .find("w:sdtContent")
                    .and_then(|content| content.elements().next_back())
                    .is_some_and(|last| last.is("w:p")))
    })
}

/// Two tables with nothing between them would become one.
fn part_tables(element: &mut Element) {
    let mut at = 1;
    while at < element.children.len() {
        if element.children[at].is("w:tbl") && element.children[at - 1].is("w:tbl") {
            element.children.insert(at, Element::new("w:p").into());
        }
        at += 1;
    }
}

/// A table must name as many columns as its widest row has.
fn mend_grid(table: &mut Element) {
    let widest = rows(table).into_iter().map(columns).max().unwrap_or(0).min(MOST);
    if table.find("w:tblGrid").is_none() {
        let at = table.children.iter().position(|node| node.is("w:tblPr")).map_or(0, |at| at + 1);
        table.children.insert(at, Element::new("w:tblGrid").into());
    }
    let Some(grid) = table.find_mut("w:tblGrid") else { return };
    let known = grid.elements().filter(|child| child.is("w:gridCol")).count();
    for _ in known..widest {
        grid.children.push(Node::from(Element::new("w:gridCol").attr("w:w", "1000")));
    }
}
