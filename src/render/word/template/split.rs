//! Lets the tags of a block inside a paragraph stand between runs, so that what the block takes
//! with it is whole runs: a copy keeps its format, and no link is cut in half.

use std::collections::HashMap;

use super::block::Block;
use super::field_spans::FieldSpans;
use super::path::{Path, around, follow, nearest, paths};
use super::role::{Role, role};
use super::tag::{Kind, Tag};
use crate::finding::{Finding, Findings};
use crate::render::word::xml::{Element, Node};

/// What can be divided in two without harm.
const DIVISIBLE: [&str; 10] = [
    "w:t",
    "w:instrText",
    "w:r",
    "w:hyperlink",
    "w:ins",
    "w:moveTo",
    "w:smartTag",
    "w:customXml",
    "w:bdo",
    "w:dir",
];

/// How deep in the tree each tag is to stand.
type Depths = HashMap<usize, usize>;

pub fn split(root: Element, tags: &[Tag], blocks: &[Block], findings: &mut Findings) -> Element {
    let paths = paths(&root);
    let mut depths = Depths::new();
    let fields = FieldSpans::of(&root);
    for block in blocks {
        if let Some(amiss) = block.tags().find(|tag| !fields.agree(block.open, *tag)) {
            findings.push(crossing(&tags[block.open], &tags[amiss]));
            continue;
        }
        if let Some(depth) = depth(&root, &around(&paths, block), tags[block.open].is_partial()) {
            match block.tags().find(|tag| !divisible(&root, &paths[tag], depth)) {
                Some(amiss) => findings.push(crossing(&tags[block.open], &tags[amiss])),
                None => depths.extend(block.tags().map(|tag| (tag, depth))),
            }
        }
    }
    for (tag, path) in &paths {
        if let (Kind::Call(_), Some(run)) = (&tags[*tag].kind, nearest(&root, path, "w:r")) {
            depths.insert(*tag, run.len() - 1);
        }
    }
    if depths.is_empty() {
        return root;
    }
    Element { children: inside(&root, 0, &depths), ..root }
}

/// How deep the tags of a block are to stand that has this element around it; None if it can stay.
fn depth(root: &Element, around: &Path, whole_runs: bool) -> Option<usize> {
    for length in (0..=around.len()).rev() {
        let element = follow(root, &around[..length]);
        if element.is("w:r") {
            // In one run, all that a block takes has one format.
            return if whole_runs { length.checked_sub(1) } else { None };
        }
        if element.is("w:p") {
            return Some(around.len());
        }
        if role(element) != Role::Inline {
            return None;
        }
    }
    None
}

fn divisible(root: &Element, path: &Path, depth: usize) -> bool {
    (depth + 1..path.len())
        .all(|length| DIVISIBLE.contains(&follow(root, &path[..length]).name.as_str()))
}

fn crossing(open: &Tag, amiss: &Tag) -> Finding {
    let message = format!(
        "Blokken {} ({}) går ind i eller ud af et tekstfelt, en indholdskontrol eller et felt.",
        open.typed, open.spot.at
    );
    Finding::fejl("blok-skaev", amiss.place.clone(), message)
        .hint("Sæt blokkens begyndelse og slutning enten begge inden for eller begge uden for.")
}

/// The children of an element, those divided that hold tags which belong further out.
fn inside(element: &Element, depth: usize, depths: &Depths) -> Vec<Node> {
    let children = element.children.iter();
    children
        .flat_map(|node| match node {
            Node::Element(child) => divide(child, depth + 1, depths),
            other => vec![other.clone()],
        })
        .collect()
}

fn divide(element: &Element, depth: usize, depths: &Depths) -> Vec<Node> {
    let leaves = |node: &Node| match node {
        Node::Tag(tag) => depths.get(tag).is_some_and(|wanted| *wanted < depth),
        _ => false,
    };
    let children = inside(element, depth, depths);
    if !children.iter().any(leaves) {
        return vec![Element { children, ..element.clone() }.into()];
    }
    let properties = element.elements().next().filter(|first| first.name.ends_with("Pr"));
    let shell = || Element {
        name: element.name.clone(),
        attributes: element.attributes.clone(),
        children: Vec::new(),
    };
    let mut pieces = Vec::new();
    let mut piece = shell();
    for node in children {
        if leaves(&node) {
            pieces.extend(filled(std::mem::replace(&mut piece, shell()), properties));
            pieces.push(node);
        } else {
            piece.children.push(node);
        }
    }
    pieces.extend(filled(piece, properties));
    pieces
}

/// A piece of what was divided, with the properties of the whole; None if nothing is in it.
fn filled(mut piece: Element, properties: Option<&Element>) -> Option<Node> {
    let own = |node: &Node| properties.is_some() && node.element() == properties;
    if piece.children.iter().all(own) {
        return None;
    }
    if let (Some(properties), false) = (properties, piece.children.first().is_some_and(own)) {
        piece.children.insert(0, properties.clone().into());
    }
    Some(piece.into())
}
