use std::collections::HashMap;

use super::W;
use super::content_types::ContentTypes;
use crate::package::Package;
use crate::render::word::xml::{self, Element, Node, read_fragment};

const PART: &str = "word/styles.xml";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";

/// Styles of a damaged file may be based on each other in a circle.
const MOST_BASES: usize = 32;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StyleKind {
    Paragraph,
    Character,
    Table,
    Numbering,
}

impl StyleKind {
    fn of(style: &Element) -> Option<Self> {
        Some(match style.get("w:type") {
            Some("character") => Self::Character,
            Some("table") => Self::Table,
            Some("numbering") => Self::Numbering,
            Some("paragraph") | None => Self::Paragraph,
            Some(_) => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Character => "character",
            Self::Table => "table",
            Self::Numbering => "numbering",
        }
    }
}

/// The styles of a template, found by the names that Word shows, since it localises their ids.
#[derive(Debug, Clone)]
pub struct Styles {
    root: Element,
    ids: HashMap<(StyleKind, String), String>,
    changed: bool,
}

impl Styles {
    pub fn load(package: &Package) -> Self {
        let known = package.part(PART).and_then(|bytes| xml::read(bytes).ok());
        let root = known.unwrap_or_else(|| Element::new("w:styles").attr("xmlns:w", W));
        let mut styles = Self { root, ids: HashMap::new(), changed: false };
        styles.index();
        styles
    }

    pub fn save(&self, package: &mut Package, types: &mut ContentTypes) {
        if self.changed {
            package.set_part(PART, xml::write(&self.root));
            types.part(PART, CONTENT);
        }
    }

    fn index(&mut self) {
        for style in self.root.elements().filter(|child| child.is("w:style")) {
            let (Some(kind), Some(id), Some(name)) =
                (StyleKind::of(style), style.get("w:styleId"), style.property("w:name"))
            else {
                continue;
            };
            self.ids.entry((kind, name.to_lowercase())).or_insert_with(|| id.to_owned());
        }
    }

    pub fn known(&self, kind: StyleKind, name: &str) -> Option<&str> {
        self.ids.get(&(kind, name.to_lowercase())).map(String::as_str)
    }

    /// The id of a paragraph style by name; one that the template lacks is added in plain form.
    pub fn paragraph(&mut self, name: &str) -> String {
        self.require(StyleKind::Paragraph, name)
    }

    pub fn character(&mut self, name: &str) -> String {
        self.require(StyleKind::Character, name)
    }

    /// The table style of the template: its own if it has one, else Word's plain grid.
    pub fn table(&mut self) -> String {
        let own = self.root.elements().find(|style| {
            style.is("w:style")
                && style.get("w:type") == Some("table")
                && style.get("w:customStyle") == Some("1")
        });
        match own.and_then(|style| style.get("w:styleId")) {
            Some(id) => id.to_owned(),
            None => self.require(StyleKind::Table, "Table Grid"),
        }
    }

    /// The ids of the styles of headings, which Word gives in the language it was installed in.
    pub fn headings(&self) -> Vec<&str> {
        let names = (1..=9).map(|level| format!("heading {level}")).chain(["title".to_owned()]);
        names.filter_map(|name| self.known(StyleKind::Paragraph, &name)).collect()
    }

    /// The list that a paragraph style belongs to.
    pub fn numbering(&self, id: &str) -> Option<u32> {
        self.chain(id).find_map(|style| list(style)?.property("w:numId")?.parse().ok())
    }

    /// The level that a paragraph style says it has in its list.
    pub fn list_level(&self, id: &str) -> Option<usize> {
        self.chain(id).find_map(|style| list(style)?.property("w:ilvl")?.parse().ok())
    }

    /// How a style sets its paragraphs in, unless it leaves that to its list.
    pub fn indent(&self, id: &str) -> Option<&Element> {
        let own = self.chain(id).find(|style| indent(style).is_some() || list(style).is_some())?;
        indent(own)
    }

    /// Whether a style is that one, or made from it.
    pub fn is_made_from(&self, id: &str, base: &str) -> bool {
        self.chain(id).any(|style| style.get("w:styleId") == Some(base))
    }

    /// Whether a paragraph style is one of the headings, or made from one.
    pub fn is_heading(&self, id: &str) -> bool {
        let mut names = self.chain(id).filter_map(|style| style.property("w:name"));
        names.any(|name| {
            let level = name.to_lowercase();
            level.strip_prefix("heading ").is_some_and(|level| level.parse::<u32>().is_ok())
        })
    }

    /// A style with those that it is based on.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Element> {
        let based = |style: &&Element| self.style(style.property("w:basedOn")?);
        std::iter::successors(self.style(id), based).take(MOST_BASES)
    }

    /// The outline levels, from 1, that paragraph styles have or inherit, by their ids.
    pub fn outlines(&self) -> HashMap<String, usize> {
        let styles = self.root.elements().filter(|child| child.is("w:style"));
        let by_id: HashMap<&str, &Element> =
            styles.filter_map(|style| Some((style.get("w:styleId")?, style))).collect();
        let level = |id: &str| {
            let mut next = by_id.get(id);
            // Styles may be based on each other in circles.
            for _ in 0..by_id.len() {
                let properties = next?.find("w:pPr");
                if let Some(level) = properties.and_then(|own| own.property("w:outlineLvl")) {
                    return level.parse::<usize>().ok()?.checked_add(1);
                }
                next = by_id.get(next?.property("w:basedOn")?);
            }
            None
        };
        by_id.keys().filter_map(|id| Some(((*id).to_owned(), level(id)?))).collect()
    }

    pub fn has(&self, id: &str) -> bool {
        self.style(id).is_some()
    }

    /// The id of the style that goes by the same name as this one.
    pub fn like(&self, style: &Element) -> Option<&str> {
        self.known(StyleKind::of(style)?, style.property("w:name")?)
    }

    /// An id that no style has yet, that one if it is free.
    pub fn free_id(&self, wanted: &str) -> String {
        let numbered = (2_usize..).map(|number| format!("{wanted}{number}"));
        let mut ids = std::iter::once(wanted.to_owned()).chain(numbered);
        ids.find(|id| !self.has(id)).unwrap_or_default()
    }

    /// Takes in a style of another package, whose references are settled already.
    pub fn adopt(&mut self, style: Element) {
        if let (Some(kind), Some(id), Some(name)) =
            (StyleKind::of(&style), style.get("w:styleId"), style.property("w:name"))
        {
            self.ids.insert((kind, name.to_lowercase()), id.to_owned());
        }
        self.root.children.push(style.into());
        self.changed = true;
    }

    /// Puts a style in the place of the one with its id.
    pub fn replace(&mut self, style: Element) {
        let id = style.get("w:styleId").map(str::to_owned);
        let same =
            |known: &&mut Element| known.is("w:style") && known.get("w:styleId") == id.as_deref();
        if let Some(known) = self.root.elements_mut().find(same) {
            *known = style;
            self.changed = true;
        }
    }

    pub fn style(&self, id: &str) -> Option<&Element> {
        self.root.elements().find(|style| style.is("w:style") && style.get("w:styleId") == Some(id))
    }

    /// Sets the language of all text that names none.
    pub fn set_language(&mut self, language: &str) {
        let defaults = self.root.require("w:docDefaults");
        let run = defaults.require("w:rPrDefault").require("w:rPr");
        let old = run.children.iter().position(|node| node.is("w:lang"));
        if let Some(at) = old {
            if run.children[at].element().and_then(|lang| lang.get("w:val")) == Some(language) {
                return;
            }
            run.children.remove(at);
        }
        run.children.push(Element::val("w:lang", language).into());
        self.changed = true;
    }

    fn require(&mut self, kind: StyleKind, name: &str) -> String {
        if let Some(id) = self.known(kind, name) {
            return id.to_owned();
        }
        let id: String = name.split(' ').map(capital).collect();
        let style = plain(kind, name, &id);
        self.root.children.push(style);
        self.ids.insert((kind, name.to_lowercase()), id.clone());
        self.changed = true;
        id
    }
}

fn list(style: &Element) -> Option<&Element> {
    style.find("w:pPr")?.find("w:numPr")
}

fn indent(style: &Element) -> Option<&Element> {
    style.find("w:pPr")?.find("w:ind")
}

fn capital(word: &str) -> String {
    let mut letters = word.chars().filter(char::is_ascii_alphanumeric);
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters.by_ref()).collect())
}

/// A style in plain form, for templates that lack it.
fn plain(kind: StyleKind, name: &str, id: &str) -> Node {
    let base = match kind {
        StyleKind::Paragraph if name != "Normal" => "<w:basedOn w:val=\"Normal\"/>",
        _ => "",
    };
    let xml = format!(
        "<w:style w:type=\"{}\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{base}{}</w:style>",
        kind.name(),
        formats(name)
    );
    // The text is made from constants and names of this program, so it is always well-formed.
    read_fragment(&xml).unwrap_or_default().into()
}

fn formats(name: &str) -> String {
    let fixed = match name {
        "caption" => {
            "<w:pPr><w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/></w:pPr><w:rPr><w:b/></w:rPr>"
        }
        "footnote text" => {
            "<w:pPr><w:spacing w:after=\"40\"/></w:pPr><w:rPr><w:sz w:val=\"18\"/></w:rPr>"
        }
        "footnote reference" => "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>",
        "Hyperlink" => "<w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr>",
        "Quote" => "<w:pPr><w:ind w:left=\"567\" w:right=\"567\"/></w:pPr><w:rPr><w:i/></w:rPr>",
        "Afventer" => "<w:rPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFF2A8\"/></w:rPr>",
        "Kode" => {
            "<w:rPr><w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/><w:noProof/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDF2F4\"/></w:rPr>"
        }
        "Kodeblok" => {
            "<w:pPr><w:keepLines/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDF2F4\"/><w:spacing w:before=\"80\" w:after=\"160\" w:line=\"264\" w:lineRule=\"auto\"/><w:ind w:left=\"170\" w:right=\"170\"/></w:pPr><w:rPr><w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/><w:noProof/></w:rPr>"
        }
        "Tabeltekst" => "<w:pPr><w:spacing w:before=\"40\" w:after=\"40\"/></w:pPr>",
        "Tabelhoved" => {
            "<w:pPr><w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/></w:pPr><w:rPr><w:b/></w:rPr>"
        }
        "Tabelnote" => {
            "<w:pPr><w:spacing w:before=\"60\" w:after=\"200\"/></w:pPr><w:rPr><w:sz w:val=\"18\"/></w:rPr>"
        }
        "Figur" => "<w:pPr><w:keepNext/><w:spacing w:before=\"160\" w:after=\"80\"/></w:pPr>",
        "Table Grid" => TABLE_GRID,
        _ => "",
    };
    if !fixed.is_empty() {
        return fixed.to_owned();
    }
    let level = |stem: &str| name.strip_prefix(stem).and_then(|rest| rest.parse::<u32>().ok());
    if let Some(level) = level("heading ") {
        let size = [32, 28, 26, 24, 22, 22].get(level as usize - 1).copied().unwrap_or(22);
        return format!(
            "<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"{}\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"{size}\"/></w:rPr>",
            level.saturating_sub(1)
        );
    }
    if let Some(level) = level("toc ") {
        return format!(
            "<w:pPr><w:spacing w:after=\"60\"/><w:ind w:left=\"{}\"/></w:pPr>",
            level.saturating_sub(1) * 240
        );
    }
    String::new()
}

const TABLE_GRID: &str = "<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tblBorders></w:tblPr>";
