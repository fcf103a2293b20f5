use crate::redline::words::text;
use crate::render::word::xml::{Element, Node};

/// The text near the first difference of two trees; none when they are the same.
pub fn first_difference(one: &Element, other: &Element) -> Option<String> {
    if one == other {
        return None;
    }
    let deeper = one.children.iter().zip(&other.children).find(|(a, b)| a != b);
    let deeper = deeper.and_then(|(a, b)| a.element().zip(b.element()));
    let near = deeper.and_then(|(a, b)| first_difference(a, b)).filter(|near| !near.is_empty());
    let own = || {
        let differing = |node: &Node| node.element().map(text).unwrap_or_default();
        let at = one.children.iter().zip(&other.children).position(|(a, b)| a != b);
        let at = at.unwrap_or(one.children.len().min(other.children.len()));
        let node = one.children.get(at).or_else(|| other.children.get(at));
        node.map(differing).unwrap_or_default().trim().to_owned()
    };
    Some(near.unwrap_or_else(own))
}
