use super::fit::Bridge;
use crate::render::word::xml::Element;

impl Bridge<'_> {
    /// Lets a text name the redline's styles of the same names; those that it lacks are added.
    pub(super) fn fit_styles(&mut self, root: &mut Element) {
        root.visit_mut(&mut |element| {
            if ["w:pStyle", "w:rStyle", "w:tblStyle"].iter().any(|name| element.is(name)) {
                let here = element.get("w:val").and_then(|id| self.style(id));
                if let Some(here) = here {
                    element.set("w:val", here);
                }
            }
        });
    }

    /// The id in the redline of a style of the old document.
    fn style(&mut self, id: &str) -> Option<String> {
        if let Some(known) = self.named.get(id) {
            return Some(known.clone());
        }
        let mut style = self.old_styles.style(id)?.clone();
        if let Some(own) = self.styles.like(&style) {
            let own = own.to_owned();
            self.named.insert(id.to_owned(), own.clone());
            return Some(own);
        }
        let here = self.styles.free_id(id);
        self.named.insert(id.to_owned(), here.clone());
        style.set("w:styleId", here.as_str());
        style.attributes.retain(|(name, _)| name != "w:default");
        self.styles.adopt(style.clone());
        // Styles name each other in circles, so this one is known before the others are asked for.
        for name in ["w:basedOn", "w:next", "w:link"] {
            let other = style.property(name).map(str::to_owned).and_then(|id| self.style(&id));
            if let Some((link, other)) = style.find_mut(name).zip(other) {
                link.set("w:val", other);
            }
        }
        self.fit_lists(&mut style);
        self.styles.replace(style);
        Some(here)
    }
}
