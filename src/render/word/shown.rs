use super::parts::{StyleKind, Styles};
use super::xml::Element;

/// The styles of words that a text shows as they stand: a tag in them is an example and none left
/// over. Entries of a table of contents repeat headings, which are read where they stand.
pub struct Shown {
    run: Option<String>,
    paragraphs: Vec<String>,
}

impl Shown {
    pub fn of(styles: &Styles) -> Self {
        let known = |kind, name: &str| styles.known(kind, name).map(str::to_owned);
        let entries = (1..=9).map(|level| format!("toc {level}"));
        let paragraphs = entries.chain(["Kodeblok".to_owned()]);
        Self {
            run: known(StyleKind::Character, "Kode"),
            paragraphs: paragraphs.filter_map(|name| known(StyleKind::Paragraph, &name)).collect(),
        }
    }

    /// Whether a run or a paragraph is such an example.
    pub fn has(&self, element: &Element) -> bool {
        let style = |properties, name| element.find(properties).and_then(|p| p.property(name));
        if element.is("w:r") {
            self.run.is_some() && style("w:rPr", "w:rStyle") == self.run.as_deref()
        } else {
            let style = style("w:pPr", "w:pStyle").filter(|_| element.is("w:p"));
            style.is_some_and(|id| self.paragraphs.iter().any(|known| known == id))
        }
    }
}
