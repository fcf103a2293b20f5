use std::collections::BTreeSet;

use super::W;
use super::content_types::ContentTypes;
use super::relations::{Kind, Relations};
use crate::package::Package;
use crate::render::word::xml::{self, Element};

const PART: &str = "word/numbering.xml";
const CONTENT: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";

/// The numbered and bulleted lists of a document.
#[derive(Debug, Clone)]
pub struct Numbering {
    root: Element,
    changed: bool,
    bullets: Option<u32>,
    decimal: Option<u32>,
    headings: Option<u32>,
}

impl Numbering {
    pub fn load(package: &Package) -> Self {
        let known = package.part(PART).and_then(|bytes| xml::read(bytes).ok());
        let root = known.unwrap_or_else(|| Element::new("w:numbering").attr("xmlns:w", W));
        Self { root, changed: false, bullets: None, decimal: None, headings: None }
    }

    pub fn save(&self, package: &mut Package, types: &mut ContentTypes, relations: &mut Relations) {
        if self.changed {
            package.set_part(PART, xml::write(&self.root));
            types.part(PART, CONTENT);
            relations.to(Kind::Numbering, "numbering.xml");
        }
    }

    /// A list like that of `num` that begins again, at `start` on its level.
    pub fn restarted(&mut self, num: u32, level: usize, start: u64) -> Option<u32> {
        let definition = self.definition(num)?;
        Some(self.add_num(definition, Some((level, start))))
    }

    /// Whether a list says how that level looks.
    pub fn reaches(&self, num: u32, level: usize) -> bool {
        let definition = self.definition(num).map(|id| id.to_string());
        let found = self.root.elements().find(|known| {
            known.is("w:abstractNum") && known.get("w:abstractNumId") == definition.as_deref()
        });
        found
            .is_some_and(|known| known.elements().filter(|child| child.is("w:lvl")).count() > level)
    }

    fn definition(&self, num: u32) -> Option<u32> {
        let found = self.root.elements().find(|known| is_num(known, num))?;
        found.property("w:abstractNumId")?.parse().ok()
    }

    /// A list of bullets for templates that have none of their own.
    pub fn bullets(&mut self) -> u32 {
        if let Some(num) = self.bullets {
            return num;
        }
        let definition = self.define((0..9).map(bullet_level));
        let num = self.add_num(definition, None);
        self.bullets = Some(num);
        num
    }

    /// A numbered list that begins at `start` on its level, for templates that have none of their own.
    pub fn decimal(&mut self, level: usize, start: u64) -> u32 {
        let definition = match self.decimal {
            Some(known) => known,
            None => self.define((0..9).map(decimal_level)),
        };
        self.decimal = Some(definition);
        self.add_num(definition, Some((level, start)))
    }

    /// Numbers for headings, for templates whose heading styles have none.
    pub fn headings(&mut self) -> u32 {
        if let Some(num) = self.headings {
            return num;
        }
        let definition = self.define((0..9).map(heading_level));
        let num = self.add_num(definition, None);
        self.headings = Some(num);
        num
    }

    pub fn has(&self, num: u32) -> bool {
        self.root.elements().any(|known| is_num(known, num))
    }

    /// The looks of a list, and the list itself with what it changes in them.
    pub fn list(&self, num: u32) -> Option<(u32, &Element, &Element)> {
        let definition = self.definition(num)?;
        let id = definition.to_string();
        let looks = self
            .root
            .elements()
            .find(|known| known.is("w:abstractNum") && known.get("w:abstractNumId") == Some(&id))?;
        let list = self.root.elements().find(|known| is_num(known, num))?;
        Some((definition, looks, list))
    }

    /// Takes in a list of another package that has looks of that id here.
    pub fn adopt_list(&mut self, mut list: Element, looks: u32) -> u32 {
        if let Some(reference) = list.find_mut("w:abstractNumId") {
            reference.set("w:val", looks.to_string());
        }
        self.insert_list(list)
    }

    /// Renames the styles that the looks of a list name.
    pub fn rename_styles(&mut self, looks: u32, names: &dyn Fn(&str) -> Option<String>) {
        let id = looks.to_string();
        let known = self
            .root
            .elements_mut()
            .find(|known| known.is("w:abstractNum") && known.get("w:abstractNumId") == Some(&id));
        let Some(known) = known else { return };
        known.visit_mut(&mut |element| {
            element.children.retain_mut(|node| {
                let Some(named) = node.element_mut().filter(|named| names_style(named)) else {
                    return true;
                };
                let here = named.get("w:val").and_then(names);
                here.map(|here| named.set("w:val", here)).is_some()
            });
        });
    }

    fn define(&mut self, levels: impl Iterator<Item = Element>) -> u32 {
        let looks = Element::new("w:abstractNum")
            .child(Element::val("w:multiLevelType", "multilevel"))
            .with(levels);
        self.adopt_looks(looks)
    }

    /// Takes in the looks of a list, and gives their id here.
    pub fn adopt_looks(&mut self, mut definition: Element) -> u32 {
        let id = self.free("w:abstractNum", "w:abstractNumId");
        definition.set("w:abstractNumId", id.to_string());
        // All definitions stand before the lists that use them.
        let at = self.root.children.iter().position(|node| node.is("w:num"));
        let at = at.unwrap_or(self.root.children.len());
        self.root.children.insert(at, definition.into());
        self.changed = true;
        id
    }

    fn add_num(&mut self, definition: u32, start: Option<(usize, u64)>) -> u32 {
        let mut num =
            Element::new("w:num").child(Element::val("w:abstractNumId", definition.to_string()));
        if let Some((at, start)) = start {
            num = num.with((0..9).map(|level| {
                let first = if level == at { start } else { 1 };
                Element::new("w:lvlOverride")
                    .attr("w:ilvl", level.to_string())
                    .child(Element::val("w:startOverride", first.to_string()))
            }));
        }
        self.insert_list(num)
    }

    fn insert_list(&mut self, mut num: Element) -> u32 {
        let id = self.free("w:num", "w:numId").max(1);
        num.set("w:numId", id.to_string());
        let after = self.root.children.iter().rposition(|node| node.is("w:num"));
        let at = after.map_or(self.root.children.len(), |at| at + 1);
        self.root.children.insert(at, num.into());
        self.changed = true;
        id
    }

    fn free(&self, element: &str, attribute: &str) -> u32 {
        let used = self
            .root
            .elements()
            .filter(|known| known.is(element))
            .filter_map(|known| known.get(attribute)?.parse::<u32>().ok());
        let used: BTreeSet<u32> = used.collect();
        let next = used.last().map_or(Some(0), |highest| highest.checked_add(1));
        // Only when the highest number there is has been used is there a gap to look for.
        next.or_else(|| (1..u32::MAX).find(|id| !used.contains(id))).unwrap_or_default()
    }
}

/// Whether an element in the looks of a list names a style.
pub fn names_style(element: &Element) -> bool {
    ["w:pStyle", "w:styleLink", "w:numStyleLink"].iter().any(|name| element.is(name))
}

fn is_num(element: &Element, num: u32) -> bool {
    element.is("w:num") && element.get("w:numId").and_then(|id| id.parse().ok()) == Some(num)
}

fn level(number: u32, format: &str, text: &str, left: u32, hanging: u32) -> Element {
    let indent = Element::new("w:ind")
        .attr("w:left", left.to_string())
        .attr("w:hanging", hanging.to_string());
    Element::new("w:lvl")
        .attr("w:ilvl", number.to_string())
        .child(Element::val("w:start", "1"))
        .child(Element::val("w:numFmt", format))
        .child(Element::val("w:lvlText", text))
        .child(Element::val("w:lvlJc", "left"))
        .child(Element::new("w:pPr").child(indent))
}

fn bullet_level(number: u32) -> Element {
    let mark = if number.is_multiple_of(2) { "•" } else { "–" };
    level(number, "bullet", mark, 357 * (number + 1), 357)
}

fn decimal_level(number: u32) -> Element {
    let (format, text) = match number % 3 {
        0 => ("decimal", format!("%{}.", number + 1)),
        1 => ("lowerLetter", format!("%{}.", number + 1)),
        _ => ("lowerRoman", format!("%{}.", number + 1)),
    };
    level(number, format, &text, 357 * (number + 1), 357)
}

fn heading_level(number: u32) -> Element {
    let text = (1..=number + 1).map(|n| format!("%{n}")).collect::<Vec<_>>().join(".");
    level(number, "decimal", &text, 680, 680)
}
