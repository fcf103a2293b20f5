use std::collections::HashMap;

use super::asked::{Asked, Look};
use super::forget_number;
use crate::render::word::bookmarks::Bookmarks;
use crate::render::word::fragment::NUMBER;
use crate::render::word::xml::Element;

/// A heading that some table of contents lists.
pub struct Entry {
    style: Option<String>,
    outline: Option<usize>,
    pub number: Option<String>,
    pub title: String,
    pub bookmark: String,
}

impl Entry {
    pub fn look(&self) -> Look<'_> {
        Look { style: self.style.as_deref(), outline: self.outline }
    }
}

/// Gathers the headings of a body and sets bookmarks round them.
pub struct Gather<'g> {
    asked: &'g [Asked],
    /// The outline levels of styles, by id.
    outlines: HashMap<String, usize>,
    bookmarks: &'g mut Bookmarks,
    pub entries: Vec<Entry>,
}

impl<'g> Gather<'g> {
    pub fn new(
        asked: &'g [Asked],
        outlines: HashMap<String, usize>,
        bookmarks: &'g mut Bookmarks,
    ) -> Self {
        Self { asked, outlines, bookmarks, entries: Vec::new() }
    }

    pub fn below(&mut self, element: &mut Element) {
        for child in element.elements_mut() {
            if child.is("w:p") {
                self.paragraph(child);
            } else {
                self.below(child);
            }
        }
    }

    fn paragraph(&mut self, paragraph: &mut Element) {
        let properties = paragraph.find("w:pPr");
        let style = properties.and_then(|properties| properties.property("w:pStyle"));
        let own = properties.and_then(|properties| properties.property("w:outlineLvl"));
        let outline = match own {
            Some(level) => level.parse::<usize>().ok().map(|level| level + 1),
            None => style.and_then(|style| self.outlines.get(style).copied()),
        };
        let look = Look { style, outline };
        if self.asked.iter().any(|asked| asked.level(look).is_some()) {
            let style = style.map(str::to_owned);
            let entry = self.entry(paragraph, style, outline);
            self.entries.extend(entry);
        }
        forget_number(paragraph);
    }

    fn entry(
        &mut self,
        paragraph: &mut Element,
        style: Option<String>,
        outline: Option<usize>,
    ) -> Option<Entry> {
        let mut title = String::new();
        words(paragraph, &mut title);
        let title = title.trim().to_owned();
        if title.is_empty() {
            return None;
        }
        let number = paragraph.get(NUMBER).map(str::to_owned);
        let next = self.entries.len() + 1;
        let bookmark = self.bookmarks.fresh(next, |number| format!("_Toc{number:08}"));
        let id = self.bookmarks.id().to_string();
        let start = Element::new("w:bookmarkStart")
            .attr("w:id", id.as_str())
            .attr("w:name", bookmark.as_str());
        let at = usize::from(paragraph.find("w:pPr").is_some());
        paragraph.children.insert(at, start.into());
        paragraph.children.push(Element::new("w:bookmarkEnd").attr("w:id", id).into());
        Some(Entry { style, outline, number, title, bookmark })
    }
}

fn words(element: &Element, text: &mut String) {
    for child in element.elements() {
        match child.name.as_str() {
            "w:t" => text.extend(child.texts()),
            "w:br" | "w:tab" => text.push(' '),
            "w:del" | "w:moveFrom" | "w:p" | "w:instrText" => {}
            _ => words(child, text),
        }
    }
}
