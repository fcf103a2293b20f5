//! Which paragraphs are items of lists, themselves or by their styles.

use std::collections::HashMap;

use super::fragment::settle;
use super::parts::{Level, Numbering, Styles};
use super::xml::Element;

/// The items of a part, as its styles and lists have them.
pub struct Items<'a> {
    styles: &'a Styles,
    by_style: HashMap<String, Style>,
    counts: HashMap<u32, Counts>,
}

/// An item of a list.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    pub num: u32,
    /// Whether its list has numbers that may have to begin anew.
    pub counts: bool,
}

/// What a style makes of its paragraphs.
#[derive(Debug)]
enum Style {
    Heading,
    Item(Styled),
    Plain,
}

/// The place in a list that a style gives.
#[derive(Debug)]
struct Styled {
    num: u32,
    level: usize,
    indent: Option<Element>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counts {
    Items,
    Chapters,
    Nothing,
}

impl<'a> Items<'a> {
    pub fn new(styles: &'a Styles) -> Self {
        Self { styles, by_style: HashMap::new(), counts: HashMap::new() }
    }

    /// The item that a paragraph is; chapters are none.
    pub fn of(&mut self, paragraph: &Element, numbering: &Numbering) -> Option<Item> {
        let properties = paragraph.find("w:pPr")?;
        let own = properties.find("w:numPr").and_then(|list| list.property("w:numId"));
        let style = properties.property("w:pStyle").map(|style| self.style(style, numbering));
        let num = match (own, style) {
            (_, Some(Style::Heading)) => return None,
            (Some(own), _) => own.parse().ok()?,
            (None, Some(Style::Item(styled))) => styled.num,
            (None, _) => return None,
        };
        let counts = self.counts(num, numbering);
        let is_item = num != 0 && counts != Counts::Chapters;
        is_item.then_some(Item { num, counts: counts == Counts::Items })
    }

    /// Puts an item into another list that is like its own.
    pub fn put(&self, paragraph: &mut Element, num: u32) {
        let Some(properties) = paragraph.find_mut("w:pPr") else { return };
        let own = properties.find_mut("w:numPr").and_then(|list| list.find_mut("w:numId"));
        if let Some(own) = own {
            return own.set("w:val", num.to_string());
        }
        let style = properties.property("w:pStyle").and_then(|style| self.by_style.get(style));
        let Some(Style::Item(styled)) = style else { return };
        // A list that a paragraph names itself goes before its style in how far it is set in.
        if let (None, Some(indent)) = (properties.find("w:ind"), &styled.indent) {
            properties.children.push(indent.clone().into());
        }
        let known = properties.find("w:numPr").and_then(|list| list.property("w:ilvl"));
        let level = known.map_or_else(|| styled.level.to_string(), str::to_owned);
        let list = Element::new("w:numPr")
            .child(Element::val("w:ilvl", level))
            .child(Element::val("w:numId", num.to_string()));
        properties.children.retain(|node| !node.is("w:numPr"));
        properties.children.push(list.into());
        settle(properties);
    }

    fn style(&mut self, id: &str, numbering: &Numbering) -> &Style {
        let styles = self.styles;
        // Paragraphs are many and their styles few: a name is kept only when it is new.
        if !self.by_style.contains_key(id) {
            self.by_style.insert(id.to_owned(), Style::read(id, styles, numbering));
        }
        &self.by_style[id]
    }

    fn counts(&mut self, num: u32, numbering: &Numbering) -> Counts {
        *self.counts.entry(num).or_insert_with(|| {
            let is_heading =
                |level: Level<'_>| level.style().is_some_and(|id| self.styles.is_heading(id));
            if numbering.levels(num).any(is_heading) {
                Counts::Chapters
            } else if numbering.levels(num).all(|level| level.is_bullet()) {
                Counts::Nothing
            } else {
                Counts::Items
            }
        })
    }
}

impl Style {
    fn read(id: &str, styles: &Styles, numbering: &Numbering) -> Self {
        if styles.is_heading(id) {
            return Self::Heading;
        }
        let Some(num) = styles.numbering(id) else { return Self::Plain };
        let is_own =
            |level: &Level<'_>| level.style().is_some_and(|own| styles.is_made_from(id, own));
        let linked = numbering.levels(num).find(is_own).map(|level| level.number);
        let level = linked.or_else(|| styles.list_level(id)).unwrap_or(0);
        Self::Item(Styled { num, level, indent: styles.indent(id).cloned() })
    }
}
