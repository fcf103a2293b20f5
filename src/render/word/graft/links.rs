use super::transplant::Transplant;
use crate::render::word::hang::hung_targets;
use crate::render::word::parts::{NoteKind, Relation, Relations, resolved};
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
        if let Some(known) = self.known.parts.get(part) {
            return Some(known.clone());
        }
        let bytes = self.foreign.package.part(part)?.to_vec();
        let (stem, ending) = part.rsplit_once('.').unwrap_or((part, "bin"));
        if stem.starts_with("word/media/") {
            let desk = &mut *self.desk;
            let ending = ending.to_lowercase();
            let name = desk.media.store(&mut desk.package, &mut desk.types, &bytes, &ending);
            return Some(format!("/word/{name}"));
        }
        let stem = stem.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let free = |name: &String| self.desk.package.part(name).is_none();
        let name = (1_u32..).map(|number| format!("{stem}{number}.{ending}")).find(free)?;
        let kind = self.foreign.types.kind(part).unwrap_or("application/octet-stream");
        self.desk.types.part(&name, kind);
        self.desk.package.set_part(name.as_str(), bytes);
        let target = format!("/{name}");
        // Parts may lead to each other in circles.
        self.known.parts.insert(part.to_owned(), target.clone());
        let mut relations = Relations::load(&self.foreign.package, part);
        if !relations.is_empty() {
            relations.redirect(&name, &mut |relation| self.part(&resolved(part, &relation.target)));
            relations.save(&mut self.desk.package);
        }
        Some(target)
    }
}
