use std::collections::HashMap;

use super::redirect::redirect;
use super::template::TRAIL;
use super::xml::Element;

/// The names that the bookmarks of a part have got in the copies that loops and calls make.
#[derive(Debug, Default)]
pub struct Copies {
    /// The first bookmark of a name, as Word compares names, within each copy.
    names: HashMap<(String, String), String>,
}

impl Copies {
    pub fn learn(&mut self, bookmark: &Element, old: &str) {
        let (Some(trail), Some(name)) = (bookmark.get(TRAIL), bookmark.get("w:name")) else {
            return;
        };
        for trail in outwards(trail) {
            let place = (old.to_lowercase(), trail.to_owned());
            self.names.entry(place).or_insert_with(|| name.to_owned());
        }
    }

    /// Leads what refers to a bookmark to the one in the same copy, or the nearest copy around it.
    pub fn follow(&self, root: &mut Element) {
        redirect(root, &|name, element| {
            let name = name.to_lowercase();
            outwards(element.get(TRAIL)?)
                .find_map(|trail| self.names.get(&(name.clone(), trail.to_owned())).cloned())
        });
        root.visit_mut(&mut |element| element.attributes.retain(|(name, _)| name != TRAIL));
    }
}

/// A trail, those of the copies around it, and that of the part itself.
fn outwards(trail: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(trail), |inner| match inner.rsplit_once(' ') {
        Some((outer, _)) => Some(outer),
        None => Some("").filter(|_| !inner.is_empty()),
    })
}
