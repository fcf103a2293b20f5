use super::writer::Writer;
use crate::render::word::xml::{Element, Node};

impl Writer<'_> {
    /// The new properties of something with a tracked change that holds the old ones, if they
    /// differ; `apart` are those that a change never tells of.
    pub(super) fn tracked(
        &mut self,
        name: &str,
        old: Option<&Element>,
        new: Option<&Element>,
        apart: &[&str],
    ) -> Option<Element> {
        let told = |properties: Option<&Element>| -> Vec<Node> {
            let children = properties.map_or(&[][..], |properties| &properties.children);
            let is_told = |node: &&Node| !apart.iter().any(|name| node.is(name));
            children.iter().filter(is_told).cloned().collect()
        };
        let before = told(old);
        if before == told(new) {
            return new.cloned();
        }
        let mut properties = new.cloned().unwrap_or_else(|| Element::new(name));
        let change = self.change(name).child(Element::new(name).with(before));
        properties.children.push(change.into());
        Some(properties)
    }

    fn change(&mut self, name: &str) -> Element {
        self.summary.formats += 1;
        let mut change = self.revision(&format!("{name}Change"));
        if name == "w:tblGrid" {
            // The only one of them without author and date (ISO/IEC 29500-1, 17.13.5.33).
            change.attributes.truncate(1);
        }
        change
    }
}
