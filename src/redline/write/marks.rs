use super::status::Status;
use super::writer::Writer;
use crate::render::word::xml::{Element, Node};

impl Writer<'_> {
    /// The properties of a paragraph whose mark stands in both texts.
    pub(super) fn kept_mark(&mut self, old: &Element, new: &Element) -> Option<Element> {
        let (old, new) = (old.find("w:pPr"), new.find("w:pPr"));
        let inner = |properties: Option<&Element>, name: &str| properties?.find(name).cloned();
        let (runs, section) = (inner(new, "w:rPr"), inner(new, "w:sectPr"));
        let runs = self.tracked("w:rPr", inner(old, "w:rPr").as_ref(), runs.as_ref(), &[]);
        let section = match (inner(old, "w:sectPr"), section) {
            (Some(old), Some(new)) => Some(self.section(&old, &new)),
            (_, new) => new,
        };
        let properties = self.tracked("w:pPr", old, new, &["w:rPr", "w:sectPr"]);
        let mut properties = properties.or_else(|| runs.as_ref().map(|_| Element::new("w:pPr")))?;
        properties.children.retain(|node| !node.is("w:rPr") && !node.is("w:sectPr"));
        let is_change = |node: &Node| node.is("w:pPrChange");
        let at = properties.children.iter().position(is_change);
        let at = at.unwrap_or(properties.children.len());
        let own = [runs, section].into_iter().flatten().map(Node::from);
        properties.children.splice(at..at, own);
        Some(properties)
    }

    /// The properties of a paragraph whose mark stands in one text alone.
    pub(super) fn lone_mark(&mut self, paragraph: &Element, status: Status) -> Option<Element> {
        let known = paragraph.find("w:pPr").cloned();
        let Some(mark) = self.mark(status) else { return known };
        let mut properties = known.unwrap_or_else(|| Element::new("w:pPr"));
        let at = properties.children.iter().position(|node| node.is("w:rPr"));
        let at = at.unwrap_or_else(|| {
            let section = properties.children.iter().position(|node| node.is("w:sectPr"));
            let at = section.unwrap_or(properties.children.len());
            properties.children.insert(at, Element::new("w:rPr").into());
            at
        });
        if let Some(runs) = properties.children[at].element_mut() {
            runs.children.insert(0, mark.into());
        }
        Some(properties)
    }
}
