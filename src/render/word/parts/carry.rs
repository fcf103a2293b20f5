use std::collections::HashMap;

use super::content_types::ContentTypes;
use super::media::Media;
use super::relations::{Relations, resolved};
use crate::package::Package;

/// Parts that are copied from one package into another.
pub struct Carry<'c> {
    pub from: &'c Package,
    pub from_types: &'c ContentTypes,
    pub to: &'c mut Package,
    pub types: &'c mut ContentTypes,
    pub media: &'c mut Media,
    /// What has been copied, by its old name, with its new name as relationships write it.
    pub known: &'c mut HashMap<String, String>,
}

impl Carry<'_> {
    /// Copies a part with all that it leads to, and gives its new name as relationships write it.
    pub fn part(&mut self, part: &str) -> Option<String> {
        if let Some(known) = self.known.get(part) {
            return Some(known.clone());
        }
        let bytes = self.from.part(part)?.to_vec();
        let (stem, ending) = part.rsplit_once('.').unwrap_or((part, "bin"));
        if stem.starts_with("word/media/") {
            let ending = ending.to_lowercase();
            let name = self.media.store(self.to, self.types, &bytes, &ending);
            return Some(format!("/word/{name}"));
        }
        let stem = stem.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let free = |name: &String| self.to.part(name).is_none();
        let name = (1_u32..).map(|number| format!("{stem}{number}.{ending}")).find(free)?;
        let kind = self.from_types.kind(part).unwrap_or("application/octet-stream");
        self.types.part(&name, kind);
        self.to.set_part(name.as_str(), bytes);
        let target = format!("/{name}");
        // Parts may lead to each other in circles.
        self.known.insert(part.to_owned(), target.clone());
        let mut relations = Relations::load(self.from, part);
        if !relations.is_empty() {
            relations.redirect(&name, &mut |relation| self.part(&resolved(part, &relation.target)));
            relations.save(self.to);
        }
        Some(target)
    }
}
