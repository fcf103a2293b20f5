use std::collections::BTreeSet;

use super::comment::comment;
use super::own::Own;
use super::seal::{seal, unsealed};
use crate::package::Package;
use crate::render::word::parts::{ContentTypes, DOCUMENT, RelationKind, Relations, W};

const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// The part of a template that holds its comments, without those of an earlier check.
#[derive(Debug)]
pub struct Comments {
    pub part: String,
    xml: String,
    /// The ids of the comments that an earlier check wrote.
    pub replaced: BTreeSet<String>,
    highest: i64,
}

impl Comments {
    /// None when the part is no XML.
    pub fn read(package: &Package) -> Option<Self> {
        let relations = Relations::load(package, DOCUMENT);
        let target = relations.target(RelationKind::Comments).unwrap_or("comments.xml");
        let part = target.strip_prefix('/').map_or_else(|| format!("word/{target}"), str::to_owned);
        let Some(bytes) = package.part(&part) else {
            let xml = format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{W}\"></w:comments>"
            );
            return Some(Self { part, xml, replaced: BTreeSet::new(), highest: 0 });
        };
        let (xml, _) = unsealed(text(bytes)?);
        let own = Own::comments(xml)?;
        let xml = own.remove(xml);
        Some(Self { part, xml, replaced: own.ids, highest: own.highest })
    }

    /// Keeps clear of ids that are used in the body.
    pub fn keep_clear(&mut self, highest: i64) {
        self.highest = self.highest.max(highest);
    }

    /// Adds a comment with these lines and gives its id; none when there is no room for it.
    pub fn add(&mut self, lines: &[String]) -> Option<i64> {
        let id = self.highest.checked_add(1)?;
        let added = comment(id, lines);
        match self.xml.rfind("</w:comments>") {
            Some(end) => self.xml.insert_str(end, &added),
            None => {
                let end = self.xml.rfind("/>")?;
                self.xml.replace_range(end..end + 2, &format!(">{added}</w:comments>"));
            }
        }
        self.highest = id;
        Some(id)
    }

    /// Puts the part into the package, with its relationship and content type.
    pub fn save(self, package: &mut Package) {
        if package.part(&self.part).is_none() {
            let mut relations = Relations::load(package, DOCUMENT);
            relations.to(RelationKind::Comments, "comments.xml");
            relations.save(package);
            let mut types = ContentTypes::load(package);
            types.part(&self.part, CONTENT);
            types.save(package);
        }
        package.set_part(self.part.as_str(), self.xml.into_bytes());
        seal(package, &self.part);
    }
}

/// The text of a part, without the mark of its byte order.
pub fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok().map(|text| text.trim_start_matches('\u{feff}'))
}
