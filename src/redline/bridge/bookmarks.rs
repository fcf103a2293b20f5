use std::collections::{BTreeSet, HashMap};

use crate::redline::simple::is_marker;
use crate::render::word::xml::Element;

/// The names of the bookmarks in a text, as Word compares them.
pub fn bookmark_names(root: &Element) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    root.visit(&mut |element| {
        if element.is("w:bookmarkStart") {
            names.extend(element.get("w:name").map(str::to_lowercase));
        }
    });
    names
}

/// How many bookmarks there are in a text.
pub fn count_bookmarks(root: &Element) -> usize {
    let mut count = 0;
    root.visit(&mut |element| count += usize::from(element.is("w:bookmarkStart")));
    count
}

/// Gives the start and end of each bookmark its name for an id, so that those of two texts can stand
/// in one, and takes away the marks that only the other text is to have: of these the bookmarks of
/// the same names, comments and permissions.
pub fn settle_bookmarks(root: &mut Element, of_other: Option<&BTreeSet<String>>) {
    let mut names: HashMap<String, String> = HashMap::new();
    root.visit_mut(&mut |element| {
        let id = element.get("w:id").unwrap_or_default().to_owned();
        match (element.name.as_str(), element.get("w:name").map(str::to_lowercase)) {
            ("w:bookmarkStart", Some(name)) => {
                names.insert(id, name.clone());
                element.set("w:id", name);
            }
            ("w:bookmarkEnd", _) => {
                if let Some(name) = names.get(&id) {
                    element.set("w:id", name.as_str());
                }
            }
            _ => {}
        }
    });
    if let Some(names) = of_other {
        drop_markers(root, names);
    }
}

fn drop_markers(root: &mut Element, names: &BTreeSet<String>) {
    root.children.retain_mut(|node| {
        let Some(child) = node.element_mut() else { return true };
        if is_marker(child) {
            let is_bookmark = child.is("w:bookmarkStart") || child.is("w:bookmarkEnd");
            return is_bookmark && !child.get("w:id").is_some_and(|id| names.contains(id));
        }
        drop_markers(child, names);
        !(child.is("w:r") && child.find("w:commentReference").is_some())
    });
}
