//! Keeps the marks that stand at both ends of something in pairs: bookmarks, comments, moves.

use std::collections::HashSet;

use super::xml::Element;

/// What has a mark at each end, and whether it may stand in a document more than once.
const FAMILIES: [(&str, &str, bool); 5] = [
    ("w:bookmarkStart", "w:bookmarkEnd", true),
    ("w:commentRangeStart", "w:commentRangeEnd", false),
    ("w:permStart", "w:permEnd", false),
    ("w:moveFromRangeStart", "w:moveFromRangeEnd", false),
    ("w:moveToRangeStart", "w:moveToRangeEnd", false),
];

/// The names of all such marks.
pub fn ranges() -> impl Iterator<Item = &'static str> {
    FAMILIES.iter().flat_map(|(start, end, _)| [*start, *end]).chain([COMMENT])
}

/// Takes out the marks that a loop or a block has left without the other end, and all but the
/// first copy of what may stand only once.
pub fn pair_ranges(root: &mut Element) {
    let mut marks = Vec::new();
    root.visit(&mut |element| marks.extend(mark(element)));
    let mut stays = paired(&marks).into_iter();
    if marks.is_empty() && !root.holds(COMMENT) {
        return;
    }
    let mut comments = HashSet::new();
    keep(root, &mut |element| {
        if element.is(COMMENT) {
            return comments.insert(element.get("w:id").map(str::to_owned));
        }
        mark(element).is_none() || stays.next().unwrap_or(true)
    });
}

/// The place that a comment hangs at.
pub const COMMENT: &str = "w:commentReference";

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Mark {
    family: usize,
    begins: bool,
    id: String,
}

fn mark(element: &Element) -> Option<Mark> {
    let family =
        FAMILIES.iter().position(|(start, end, _)| element.is(start) || element.is(end))?;
    let id = element.get("w:id").unwrap_or_default().to_owned();
    Some(Mark { family, begins: element.is(FAMILIES[family].0), id })
}

/// Which of the marks stay.
fn paired(marks: &[Mark]) -> Vec<bool> {
    let mut stays = vec![false; marks.len()];
    let mut done: HashSet<(usize, &str)> = HashSet::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        let same =
            |start: &usize| marks[*start].family == mark.family && marks[*start].id == mark.id;
        let started = open.iter().position(same);
        let again = FAMILIES[mark.family].2 || !done.contains(&(mark.family, mark.id.as_str()));
        match started {
            None if mark.begins && again => open.push(at),
            Some(place) if !mark.begins => {
                stays[open.swap_remove(place)] = true;
                stays[at] = true;
                done.insert((mark.family, mark.id.as_str()));
            }
            _ => {}
        }
    }
    stays
}

fn keep(element: &mut Element, stays: &mut dyn FnMut(&Element) -> bool) {
    element.children.retain_mut(|node| match node.element_mut() {
        Some(child) => {
            let kept = stays(child);
            if kept {
                keep(child, stays);
            }
            kept
        }
        None => true,
    });
}
