use std::collections::HashMap;

use super::transplant::Transplant;
use crate::render::word::parts::names_style;
use crate::render::word::xml::Element;

impl Transplant<'_, '_> {
    /// The list that stands for one of the file's in this graft: a copy, which begins anew each time.
    pub fn list(&mut self, num: u32) -> Option<u32> {
        if let Some(begun) = self.known.begun.get(&num) {
            return Some(*begun);
        }
        let copy = self.style_list(num)?;
        let again = !self.known.used.insert(num);
        let list = if again { self.desk.numbering.restarted(copy, None)? } else { copy };
        self.known.begun.insert(num, list);
        Some(list)
    }

    /// The copy of a list that styles belong to: there is one of it.
    pub fn style_list(&mut self, num: u32) -> Option<u32> {
        if let Some(known) = self.known.lists.get(&num) {
            return Some(*known);
        }
        let (id, looks, list) = self.foreign.numbering.list(num)?;
        let (looks, list) = (looks.clone(), list.clone());
        let copied = self.known.looks.get(&id).copied();
        let here = copied.unwrap_or_else(|| self.desk.numbering.adopt_looks(fit(&looks)));
        self.known.looks.insert(id, here);
        let made = self.desk.numbering.adopt_list(fit(&list), here);
        self.known.lists.insert(num, made);
        if copied.is_none() {
            self.rename_looks(&looks, here);
        }
        Some(made)
    }

    fn rename_looks(&mut self, looks: &Element, here: u32) {
        let mut named = Vec::new();
        looks.visit(&mut |element| {
            if names_style(element) {
                named.extend(element.get("w:val").map(str::to_owned));
            }
        });
        let names: HashMap<String, String> =
            named.into_iter().filter_map(|id| self.style(&id).map(|own| (id, own))).collect();
        self.desk.numbering.rename_styles(here, &|id| names.get(id).cloned());
    }
}

/// Without what only its own file understands: pictures for bullets, and the mark by which Word
/// tells lists of one file apart.
fn fit(looks: &Element) -> Element {
    let mut looks = looks.clone();
    looks.attributes.retain(|(name, _)| name.starts_with("w:"));
    looks.visit_mut(&mut |element| {
        element.attributes.retain(|(name, _)| name.starts_with("w:"));
        element.children.retain(|node| {
            !(node.is("w:lvlPicBulletId") || node.is("w:nsid"))
                && node.element().is_none_or(|child| child.name.starts_with("w:"))
        });
    });
    looks
}
