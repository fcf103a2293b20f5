use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::fit::Bridge;
use crate::redline::key::{Key, Keys, keyed};
use crate::redline::words::text;
use crate::render::word::parts::Numbering;
use crate::render::word::xml::Element;

impl Bridge<'_> {
    /// Finds which lists of the new document are those of the old one: a list is known by its looks
    /// and by the items that have stayed.
    pub fn pair_lists(&mut self, old: &Element, new: &Element) {
        let (olds, news) = (items(old, &self.old_numbering), items(new, &self.numbering));
        let keys = |items: &[(u32, Key)]| items.iter().map(|(_, key)| *key).collect::<Vec<Key>>();
        let mut taken = HashSet::new();
        for op in capture_diff_slices(Algorithm::Patience, &keys(&olds), &keys(&news)) {
            let DiffOp::Equal { old_index, new_index, len } = op else { continue };
            for step in 0..len {
                let (from, to) = (olds[old_index + step].0, news[new_index + step].0);
                if !self.lists.contains_key(&from) && taken.insert(to) {
                    self.lists.insert(from, to);
                }
            }
        }
        // A list all of whose items are rewritten is known by its number.
        for (id, _) in olds {
            let alike = || {
                let looks = list_key(&self.old_numbering, id);
                looks.is_some() && looks == list_key(&self.numbering, id)
            };
            if !self.lists.contains_key(&id) && !taken.contains(&id) && alike() {
                taken.insert(id);
                self.lists.insert(id, id);
            }
        }
    }

    /// Lets a text name the redline's lists; those that it lacks are added.
    pub(super) fn fit_lists(&mut self, root: &mut Element) {
        root.visit_mut(&mut |element| {
            let list = element.get("w:val").filter(|_| element.is("w:numId"));
            let here = list.and_then(|id| id.parse().ok()).and_then(|id| self.list(id));
            if let Some(here) = here {
                element.set("w:val", here.to_string());
            }
        });
    }

    fn list(&mut self, old: u32) -> Option<u32> {
        if let Some(known) = self.lists.get(&old) {
            return Some(*known);
        }
        let (id, looks, list) = self.old_numbering.list(old)?;
        let here = match self.looks.get(&id) {
            Some(known) => *known,
            None => self.numbering.adopt_looks(looks.clone()),
        };
        self.looks.insert(id, here);
        let list = self.numbering.adopt_list(list.clone(), here);
        self.lists.insert(old, list);
        Some(list)
    }
}

/// The items of all lists in the order in which they stand: their lists, and what they are known by.
fn items(root: &Element, numbering: &Numbering) -> Vec<(u32, Key)> {
    let mut looks: HashMap<u32, Option<Key>> = HashMap::new();
    let mut items = Vec::new();
    root.visit(&mut |element| {
        let list = element.find("w:pPr").and_then(|properties| properties.find("w:numPr"));
        let id = list.and_then(|list| list.property("w:numId")?.parse().ok());
        let Some(id) = id.filter(|_| element.is("w:p")) else { return };
        let looks = looks.entry(id).or_insert_with(|| list_key(numbering, id));
        items.push((id, keyed(|hasher| (*looks, text(element)).hash(hasher))));
    });
    items
}

/// What a list looks like, whatever its number is.
pub fn list_key(numbering: &Numbering, id: u32) -> Option<Key> {
    let (_, looks, list) = numbering.list(id)?;
    let keys = Keys::default();
    let told = |element: &Element| {
        let told = element.elements().filter(|child| {
            !["w:abstractNumId", "w:nsid", "w:tmpl"].iter().any(|name| child.is(name))
        });
        told.map(|child| keys.of(child)).collect::<Vec<Key>>()
    };
    Some(keyed(|hasher| (told(looks), told(list)).hash(hasher)))
}
