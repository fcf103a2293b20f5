use super::status::Status;
use super::writer::Writer;
use crate::render::word::xml::Element;

impl Writer<'_> {
    /// An element that tells of a tracked change, with its number, author and date.
    pub(super) fn revision(&mut self, name: &str) -> Element {
        let element = Element::new(name).attr("w:id", self.next.to_string());
        self.next += 1;
        element.attr("w:author", self.by.name.as_str()).attr("w:date", self.date.as_str())
    }

    /// The mark in properties that says what becomes of a paragraph or a row.
    pub(super) fn mark(&mut self, status: Status) -> Option<Element> {
        status.element().map(|name| self.revision(name))
    }
}
