use std::collections::{BTreeMap, HashMap, HashSet};

use super::leaves::{Leaf, leaves};
use super::path::Path;
use super::tag::{COLUMNS, Kind, Tag};
use crate::render::word::marks;
use crate::render::word::tables;
use crate::render::word::xml::{Element, Node};

/// What happens round one paragraph or row.
#[derive(Debug, Default)]
pub struct Lift {
    pub before: Vec<usize>,
    pub after: Vec<usize>,
    /// It held nothing but the tags.
    pub vanishes: bool,
    /// It held nothing but a partial, which will stand where it is called.
    pub dissolves: bool,
}

/// Builds a part anew with its tags where they were lifted to.
pub struct Rebuild<'a> {
    pub lifts: &'a BTreeMap<Path, Lift>,
    pub moves: &'a HashMap<usize, Path>,
    pub tags: &'a [Tag],
    /// How many columns each loop over columns repeats.
    pub columns: &'a HashMap<usize, usize>,
    /// The tags at which one turn of a loop ends.
    pub ends: HashSet<usize>,
}

impl Rebuild<'_> {
    pub fn element(&self, element: &Element, here: &mut Path) -> Element {
        let mut built = Element {
            name: element.name.clone(),
            attributes: element.attributes.clone(),
            children: Vec::with_capacity(element.children.len()),
        };
        if let (true, Some(tag)) = (element.is("w:tbl"), self.first_of_rows(here)) {
            built.set(tables::LOOPED, tag.to_string());
        }
        let emptied = self.emptied(element, here);
        for (index, node) in element.children.iter().enumerate() {
            here.push(index);
            match node {
                Node::Element(line) if emptied.contains(&index) => {
                    bookmarks(line, &mut built.children);
                }
                _ => self.node(node, here, &mut built.children),
            }
            here.pop();
        }
        built
    }

    /// The paragraphs of a cell that hold tags alone which the cell or its row takes, as long as
    /// another one stays.
    fn emptied(&self, cell: &Element, here: &[usize]) -> Vec<usize> {
        if !cell.is("w:tc") {
            return Vec::new();
        }
        let lifted_out =
            |tag: &usize| self.moves.get(tag).is_some_and(|unit| unit.len() <= here.len());
        let is_emptied = |paragraph: &Element| {
            let leaves = leaves(paragraph);
            let mut lifted =
                leaves.iter().map(|leaf| matches!(leaf, Leaf::Tag(tag) if lifted_out(tag)));
            !leaves.is_empty() && lifted.all(|lifted| lifted)
        };
        let (emptied, stay): (Vec<_>, Vec<_>) = cell
            .children
            .iter()
            .enumerate()
            .filter_map(|(index, node)| Some((index, node.element()?)))
            .filter(|(_, child)| child.is("w:p"))
            .partition(|(_, paragraph)| is_emptied(paragraph));
        if stay.is_empty() {
            return Vec::new();
        }
        emptied.into_iter().map(|(index, _)| index).collect()
    }

    fn node(&self, node: &Node, here: &mut Path, out: &mut Vec<Node>) {
        match node {
            Node::Text(_) => out.push(node.clone()),
            Node::Tag(tag) if self.moves.contains_key(tag) => {}
            Node::Tag(_) => out.push(node.clone()),
            Node::Element(child) => {
                let lift = self.lifts.get(here.as_slice());
                self.tags(lift.map_or(&[][..], |lift| &lift.before), out);
                if lift.is_some_and(|lift| lift.vanishes) {
                    bookmarks(child, out);
                } else if lift.is_some_and(|lift| lift.dissolves) {
                    let built = self.element(child, here).children;
                    out.extend(built.into_iter().filter(|node| !node.is("w:pPr")));
                } else {
                    let built = self.element(child, here);
                    if !(child.is("w:r") && is_bare(&built) && !is_bare(child)) {
                        out.push(built.into());
                    }
                }
                self.tags(lift.map_or(&[][..], |lift| &lift.after), out);
            }
        }
    }

    /// The first tag that takes rows of the table here with it.
    fn first_of_rows(&self, here: &[usize]) -> Option<usize> {
        let rows = self.lifts.range(here.to_vec()..).take_while(|(unit, _)| unit.starts_with(here));
        rows.filter(|(unit, _)| unit.len() == here.len() + 1)
            .find_map(|(_, lift)| lift.before.first().copied())
    }

    fn tags(&self, lifted: &[usize], out: &mut Vec<Node>) {
        for tag in lifted {
            let turn = |mark: char| Node::Text(mark.to_string());
            if self.ends.contains(tag) {
                out.push(turn(marks::TURN.1));
            }
            if let Some(width) = self.columns.get(tag) {
                out.push(tables::begins(*tag, *width));
            }
            out.push(Node::Tag(*tag));
            if self.columns.contains_key(tag) {
                out.push(tables::turn());
            } else if self.tags[*tag].kind == Kind::Close(COLUMNS.to_owned()) {
                out.push(tables::ends());
            }
            if self.tags[*tag].opens("each") {
                out.push(turn(marks::TURN.0));
            }
        }
    }
}

/// Bookmarks may reach from what has vanished into what stays.
fn bookmarks(gone: &Element, out: &mut Vec<Node>) {
    gone.visit(&mut |element| {
        if element.is("w:bookmarkStart") || element.is("w:bookmarkEnd") {
            out.push(element.clone().into());
        }
    });
}

/// A run without anything to show.
fn is_bare(run: &Element) -> bool {
    run.elements().all(|child| child.is("w:rPr") || (child.is("w:t") && child.children.is_empty()))
}
