use super::anchor::Anchor;
use super::edits::Edits;
use super::own::Own;
use super::paragraphs::{Paragraph, paragraphs};
use super::part::{Comments, text};
use crate::finding::Place;
use crate::package::Package;
use crate::render::word::parts::DOCUMENT;

/// The body of a template, without the marks of an earlier check.
#[derive(Debug)]
pub struct Body {
    pub xml: String,
    /// The highest id of a comment's mark.
    pub highest: i64,
    paragraphs: Vec<Paragraph>,
}

impl Body {
    /// None when the body is no XML or has no paragraph to set a comment at.
    pub fn read(package: &Package, comments: &Comments) -> Option<Self> {
        let xml = text(package.part(DOCUMENT)?)?;
        let own = Own::marks(xml, &comments.replaced)?;
        let mut xml = own.remove(xml);
        let mut found = paragraphs(&xml)?;
        let first = found.first()?;
        if first.is_empty_tag {
            let mut edits = Edits::default();
            edits.replace(first.content.end - "/>".len()..first.content.end, "></w:p>");
            xml = edits.apply(&xml);
            found = paragraphs(&xml)?;
        }
        Some(Self { xml, highest: own.highest, paragraphs: found })
    }

    /// Where a comment about a place is set; about the template as a whole, at its beginning.
    pub fn anchor(&self, place: &Place) -> Option<Anchor> {
        Anchor::of(place, &self.paragraphs)
    }
}
