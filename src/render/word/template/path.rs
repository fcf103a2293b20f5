//! The way from the root of a part to the places of its tags.

use std::collections::HashMap;

use super::block::Block;
use crate::render::word::xml::{Element, Node};

/// The number of a child at each step from the root.
pub type Path = Vec<usize>;

/// Where each tag stands.
pub fn paths(root: &Element) -> HashMap<usize, Path> {
    fn gather(element: &Element, here: &mut Path, paths: &mut HashMap<usize, Path>) {
        for (index, node) in element.children.iter().enumerate() {
            here.push(index);
            match node {
                Node::Tag(tag) => {
                    paths.insert(*tag, here.clone());
                }
                Node::Element(child) => gather(child, here, paths),
                Node::Text(_) => {}
            }
            here.pop();
        }
    }
    let mut paths_of = HashMap::new();
    gather(root, &mut Vec::new(), &mut paths_of);
    paths_of
}

pub fn follow<'a>(root: &'a Element, path: &[usize]) -> &'a Element {
    let mut here = root;
    for step in path {
        match here.children.get(*step) {
            Some(Node::Element(child)) => here = child,
            _ => return here,
        }
    }
    here
}

/// The innermost element of that name on the way to a place.
pub fn nearest(root: &Element, path: &[usize], name: &str) -> Option<Path> {
    let depth = (0..path.len()).rev().find(|depth| follow(root, &path[..*depth]).is(name))?;
    Some(path[..depth].to_vec())
}

/// The path of the innermost element that holds all tags of a block.
pub fn around(paths: &HashMap<usize, Path>, block: &Block) -> Path {
    let mut paths = block.tags().filter_map(|tag| paths.get(&tag)).map(Vec::as_slice);
    let first = paths.next().unwrap_or_default();
    let mut common = first.len().saturating_sub(1);
    for path in paths {
        let same = first.iter().zip(path).take_while(|(a, b)| a == b).count();
        common = common.min(same);
    }
    first[..common].to_vec()
}
