use super::transplant::Transplant;
use crate::render::word::xml::Element;

impl Transplant<'_, '_> {
    /// The document's style of the same name, or else a copy.
    pub fn style(&mut self, id: &str) -> Option<String> {
        if let Some(known) = self.known.styles.get(id) {
            return Some(known.clone());
        }
        let style = self.foreign.styles.style(id)?.clone();
        let own = self.desk.styles.like(&style).map(str::to_owned);
        let here = own.clone().unwrap_or_else(|| self.desk.styles.free_id(id));
        // Styles name each other in circles.
        self.known.styles.insert(id.to_owned(), here.clone());
        if own.is_none() {
            self.known.copied.insert(here.clone());
            self.copy_style(style, &here);
        }
        Some(here)
    }

    fn copy_style(&mut self, mut style: Element, here: &str) {
        style.attributes.retain(|(name, _)| name != "w:default");
        style.set("w:styleId", here);
        // The id is taken before the styles that this one names are copied.
        self.desk.styles.adopt(style.clone());
        style.children.retain_mut(|node| {
            let Some(child) = node.element_mut() else { return true };
            let is_link = child.is("w:link");
            if !(is_link || child.is("w:basedOn") || child.is("w:next")) {
                return true;
            }
            let named = child.get("w:val").map(str::to_owned).and_then(|id| self.style(&id));
            // A style of the document's own has its pair already.
            let named = named.filter(|id| !is_link || self.known.copied.contains(id));
            named.map(|id| child.set("w:val", id)).is_some()
        });
        let list = style.find("w:pPr").and_then(|properties| properties.find("w:numPr"));
        if let Some(num) = list.and_then(|list| list.property("w:numId")?.parse().ok()) {
            let num = self.style_list(num);
            style.visit_mut(&mut |element| {
                if element.is("w:numPr") {
                    element.children.retain_mut(|node| match (node.element_mut(), num) {
                        (Some(id), Some(num)) if id.is("w:numId") => {
                            id.set("w:val", num.to_string());
                            true
                        }
                        (Some(id), None) => !id.is("w:numId"),
                        _ => true,
                    });
                }
            });
        }
        self.desk.styles.replace(style);
    }
}
