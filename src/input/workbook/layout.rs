use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::comments::{Comments, of_sheet};
use crate::package::Package;

const WORKBOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";

/// What a sheet's cells do not say: merged ranges, comments, and what cannot be seen in Excel.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub has_merges: bool,
    pub is_hidden: bool,
    pub is_filtered: bool,
    /// Counted from 0, as the cells are.
    pub rows: BTreeSet<u32>,
    pub columns: Vec<RangeInclusive<u32>>,
    pub comments: Comments,
}

impl Layout {
    /// The layouts of a workbook's sheets, by name; a sheet that cannot be found has none.
    pub fn of_sheets(package: &Package) -> BTreeMap<String, Self> {
        let mut targets = BTreeMap::new();
        each_element(package, RELATIONS, |element| {
            targets.extend(attribute(element, "Id").zip(attribute(element, "Target")));
        });
        let mut layouts = BTreeMap::new();
        each_element(package, WORKBOOK, |element| {
            if element.local_name().as_ref() != "sheet" {
                return;
            }
            let (name, id) = (attribute(element, "name"), attribute(element, "id"));
            let (Some(name), Some(target)) = (name, id.and_then(|id| targets.get(&id))) else {
                return;
            };
            let mut layout = Self::read(package, &part_of(target));
            layout.comments = of_sheet(package, &part_of(target));
            layout.is_hidden = attribute(element, "state").is_some_and(|state| state != "visible");
            layouts.insert(name, layout);
        });
        layouts
    }

    /// A long sheet is gone through only when it has anything of the kind.
    fn read(package: &Package, part: &str) -> Self {
        let xml = package.part(part).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let Some(xml) = xml else { return Self::default() };
        let mut layout = Self { has_merges: xml.contains("mergeCell "), ..Self::default() };
        if xml.contains(" hidden=") {
            let mut next = 0;
            each_element(package, part, |element| layout.note(element, &mut next));
        }
        layout
    }

    fn note(&mut self, element: &BytesStart<'_>, next: &mut u32) {
        let number = |name| attribute(element, name).and_then(|text| text.parse::<u32>().ok());
        let is_hidden = || matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"));
        match element.local_name().as_ref() {
            "row" => {
                let row = number("r").map_or(*next, |row| row.saturating_sub(1));
                *next = row.saturating_add(1);
                self.rows.extend(is_hidden().then_some(row));
            }
            "col" if is_hidden() => {
                let (Some(first), Some(last)) = (number("min"), number("max")) else { return };
                self.columns.push(first.saturating_sub(1)..=last.saturating_sub(1));
            }
            "filterColumn" => self.is_filtered = true,
            _ => {}
        }
    }
}

/// Goes through the elements of a part up to its first fault, which calamine tells of.
pub(super) fn each_element(package: &Package, part: &str, mut see: impl FnMut(&BytesStart<'_>)) {
    let xml = package.part(part).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let mut reader = Reader::from_str(xml.unwrap_or_default());
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => see(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|one| one.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Explicit1_0).ok().map(Into::into)
}

/// A relation's target is below `xl/` unless it begins at the container's root.
fn part_of(target: &str) -> String {
    target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned)
}
