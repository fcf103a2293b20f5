use super::W;
use super::content_types::ContentTypes;
use super::numbered::Numbered;
use super::relations::{Kind, Relations};
use crate::package::Package;
use crate::render::word::xml::{self, Element, Node};

const PART: &str = "word/numbering.xml";
const CONTENT: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";

/// The numbered and bulleted lists of a document.
#[derive(Debug, Clone)]
pub struct Numbering {
    /// What else the part holds.
    rest: Element,
    looks: Numbered,
    lists: Numbered,
    changed: bool,
    bullets: Option<u32>,
    decimal: Option<u32>,
    headings: Option<u32>,
}

/// How one level of a list counts.
pub struct Level<'a> {
    pub number: usize,
    look: &'a Element,
    /// The number of its first item.
    pub start: u64,
}

impl Level<'_> {
    /// The paragraph style that has this level.
    pub fn style(&self) -> Option<&str> {
        self.look.property("w:pStyle")
    }

    pub fn is_bullet(&self) -> bool {
        matches!(self.look.property("w:numFmt"), Some("bullet" | "none"))
    }
}

impl Numbering {
    pub fn load(package: &Package) -> Self {
        let known = package.part(PART).and_then(|bytes| xml::read(bytes).ok());
        let mut rest = known.unwrap_or_else(|| Element::new("w:numbering").attr("xmlns:w", W));
        let looks = Numbered::take(&mut rest, "w:abstractNum", "w:abstractNumId", 0);
        let lists = Numbered::take(&mut rest, "w:num", "w:numId", 1);
        Self { rest, looks, lists, changed: false, bullets: None, decimal: None, headings: None }
    }

    pub fn save(&self, package: &mut Package, types: &mut ContentTypes, relations: &mut Relations) {
        if self.changed {
            package.set_part(PART, xml::write(&self.root()));
            types.part(PART, CONTENT);
            relations.to(Kind::Numbering, "numbering.xml");
        }
    }

    /// The whole part: pictures for bullets, all looks, and the lists that use them.
    fn root(&self) -> Element {
        let mut root = self.rest.clone();
        let at = root.children.iter().position(|node| node.is("w:numIdMacAtCleanup"));
        let at = at.unwrap_or(root.children.len());
        let own = self.looks.iter().chain(self.lists.iter()).cloned().map(Node::from);
        root.children.splice(at..at, own);
        root
    }

    /// A list like that of `num` that begins again, one level of it at another number than its own.
    pub fn restarted(&mut self, num: u32, first: Option<(usize, u64)>) -> Option<u32> {
        let mut list = self.lists.get(num)?.clone();
        // Its other attributes tell it apart from all lists.
        list.attributes.clear();
        Some(self.add_restarted(list, first))
    }

    /// Whether a list says how that level looks.
    pub fn reaches(&self, num: u32, level: usize) -> bool {
        self.levels(num).count() > level
    }

    /// The levels that a list has.
    pub fn levels(&self, num: u32) -> impl Iterator<Item = Level<'_>> {
        self.lists.get(num).into_iter().flat_map(|list| self.levels_of(list))
    }

    fn levels_of<'a>(&'a self, list: &'a Element) -> impl Iterator<Item = Level<'a>> {
        let looks = self.looks_of(list).into_iter().flat_map(Element::elements);
        looks.filter(|look| look.is("w:lvl")).filter_map(|look| {
            let number = look.get("w:ilvl")?.parse().ok()?;
            let own = list.elements().find(|own| overrides(own, number));
            let look = own.and_then(|own| own.find("w:lvl")).unwrap_or(look);
            let start = own.and_then(|own| own.property("w:startOverride"));
            let start = start.or_else(|| look.property("w:start"));
            // A level that does not say where it begins does so at zero.
            Some(Level { number, look, start: start.and_then(|n| n.parse().ok()).unwrap_or(0) })
        })
    }

    fn looks_of(&self, list: &Element) -> Option<&Element> {
        let looks = self.looks.get(definition(list)?)?;
        match looks.property("w:numStyleLink") {
            None => Some(looks),
            style => self.looks.iter().find(|known| known.property("w:styleLink") == style),
        }
    }

    /// A list of bullets for templates that have none of their own.
    pub fn bullets(&mut self) -> u32 {
        if let Some(num) = self.bullets {
            return num;
        }
        let definition = self.define((0..9).map(bullet_level));
        let num = self.add(list_of(definition));
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
        self.add_restarted(list_of(definition), Some((level, start)))
    }

    /// Numbers for headings, for templates whose heading styles have none.
    pub fn headings(&mut self) -> u32 {
        if let Some(num) = self.headings {
            return num;
        }
        let definition = self.define((0..9).map(heading_level));
        let num = self.add(list_of(definition));
        self.headings = Some(num);
        num
    }

    pub fn has(&self, num: u32) -> bool {
        self.lists.get(num).is_some()
    }

    /// The looks of a list, and the list itself with what it changes in them.
    pub fn list(&self, num: u32) -> Option<(u32, &Element, &Element)> {
        let list = self.lists.get(num)?;
        let looks = definition(list)?;
        Some((looks, self.looks.get(looks)?, list))
    }

    /// Takes in a list of another package that has looks of that id here.
    pub fn adopt_list(&mut self, mut list: Element, looks: u32) -> u32 {
        if let Some(reference) = list.find_mut("w:abstractNumId") {
            reference.set("w:val", looks.to_string());
        }
        self.add(list)
    }

    /// Renames the styles that the looks of a list name.
    pub fn rename_styles(&mut self, looks: u32, names: &dyn Fn(&str) -> Option<String>) {
        let Some(known) = self.looks.get_mut(looks) else { return };
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
    pub fn adopt_looks(&mut self, definition: Element) -> u32 {
        self.changed = true;
        self.looks.add(definition)
    }

    /// Adds a list that begins again at the first numbers of its levels, or at that one.
    fn add_restarted(&mut self, mut list: Element, first: Option<(usize, u64)>) -> u32 {
        let own: Vec<(usize, u64)> =
            self.levels_of(&list).map(|level| (level.number, level.start)).collect();
        for (level, start) in own {
            let start = first.filter(|(at, _)| *at == level).map_or(start, |(_, start)| start);
            begin(&mut list, level, start);
        }
        self.add(list)
    }

    fn add(&mut self, list: Element) -> u32 {
        self.changed = true;
        self.lists.add(list)
    }
}

fn list_of(looks: u32) -> Element {
    Element::new("w:num").child(Element::val("w:abstractNumId", looks.to_string()))
}

fn definition(list: &Element) -> Option<u32> {
    list.property("w:abstractNumId")?.parse().ok()
}

/// Whether an element says what a list changes in that level of its looks.
fn overrides(element: &Element, level: usize) -> bool {
    element.is("w:lvlOverride") && element.get("w:ilvl").and_then(|l| l.parse().ok()) == Some(level)
}

/// Lets a level of a list begin at a number.
fn begin(list: &mut Element, level: usize, start: u64) {
    let start = Element::val("w:startOverride", start.to_string());
    let Some(own) = list.elements_mut().find(|own| overrides(own, level)) else {
        let own = Element::new("w:lvlOverride").attr("w:ilvl", level.to_string()).child(start);
        return list.children.push(own.into());
    };
    own.children.retain(|node| !node.is("w:startOverride"));
    own.children.insert(0, start.into());
}

/// Whether an element in the looks of a list names a style.
pub fn names_style(element: &Element) -> bool {
    ["w:pStyle", "w:styleLink", "w:numStyleLink"].iter().any(|name| element.is(name))
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
