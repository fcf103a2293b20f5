use super::transplant::Transplant;
use crate::render::word::hang::hung_targets;
use crate::render::word::parts::{Carry, NoteKind, Relation, resolved};
use crate::render::word::xml::Element;

impl Transplant<'_, '_> {
    /// Copies what an element's attributes lead to; false if one of them leads nowhere.
    pub fn links(&mut self, element: &mut Element) -> bool {
        let hung = hung_targets(element);
        for (name, id) in &mut element.attributes {
            if !name.starts_with("r:") || id.is_empty() {
                continue;
            }
            if let Some((_, relation)) = hung.iter().find(|(own, _)| own == name) {
                *id = self.relations.add(relation).into();
                continue;
            }
            let found = match self.inside {
                None => self.foreign.relations.get(id),
                Some(NoteKind::Footnote) => self.foreign.footnotes.relations.get(id),
                Some(NoteKind::Endnote) => self.foreign.endnotes.relations.get(id),
            };
            let Some(here) = found.and_then(|relation| self.relation(relation)) else {
                return false;
            };
            *id = here.into();
        }
        true
    }

    fn relation(&mut self, relation: Relation) -> Option<String> {
        if relation.external {
            return Some(self.relations.add(&relation));
        }
        let target = self.part(&resolved("word/document.xml", &relation.target))?;
        Some(self.relations.add(&Relation { target, ..relation }))
    }

    /// Copies a part with all that it leads to, and gives its new name as relationships write it.
    fn part(&mut self, part: &str) -> Option<String> {
        let desk = &mut *self.desk;
        let mut carry = Carry {
            from: &self.foreign.package,
            from_types: &self.foreign.types,
            to: &mut desk.package,
            types: &mut desk.types,
            media: &mut desk.media,
            known: &mut self.known.parts,
        };
        carry.part(part)
    }
}
