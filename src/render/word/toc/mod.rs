//! Writes the entries of a table of contents from the headings that the document has.

mod asked;
mod cut;
mod entry;
mod lines;
mod span;

use asked::Asked;
use entry::{Entry, Gather};
use lines::lines;
use span::Span;

use super::bookmarks::Bookmarks;
use super::fields::instructions;
use super::fragment::NUMBER;
use super::parts::Styles;
use super::xml::Element;

/// Fills every table of contents of the body; only the page numbers wait for Word.
pub fn toc(root: &mut Element, styles: &mut Styles, bookmarks: &mut Bookmarks) {
    let all = instructions(root);
    let asked: Vec<Asked> = all.iter().filter_map(|code| Asked::read(code, styles)).collect();
    if asked.is_empty() {
        return;
    }
    let mut gather = Gather::new(&asked, styles.outlines(), bookmarks);
    gather.below(root);
    fill(root, &gather.entries, styles);
}

/// Whether a table of contents stands in a part.
pub fn has_toc(root: &Element) -> bool {
    instructions(root).iter().any(|instruction| asked::is_toc(instruction))
}

/// Takes away the numbers that headings carry for a table of contents.
pub fn forget_number(element: &mut Element) {
    element.attributes.retain(|(name, _)| name != NUMBER);
}

fn fill(element: &mut Element, entries: &[Entry], styles: &mut Styles) {
    for child in element.elements_mut() {
        fill(child, entries, styles);
    }
    for (span, asked) in tables(element, styles).into_iter().rev() {
        let shown = entries.iter().filter_map(|entry| Some((asked.level(entry.look())?, entry)));
        let lines = lines(&shown.collect::<Vec<_>>(), styles, &span.instruction);
        span.replace(element, lines);
    }
}

/// The tables of contents among the children of an element, without those inside others.
fn tables(element: &Element, styles: &Styles) -> Vec<(Span, Asked)> {
    let mut tables: Vec<(Span, Asked)> = Vec::new();
    for span in Span::all(&element.children) {
        let inside = tables.last().is_some_and(|(before, _)| span.is_within(before));
        if let (false, Some(asked)) = (inside, Asked::read(&span.instruction, styles)) {
            tables.push((span, asked));
        }
    }
    tables
}
