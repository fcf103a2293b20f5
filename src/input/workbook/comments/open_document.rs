use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::{Comments, add_words, each_event};
use crate::input::workbook::layout::attribute;
use crate::input::workbook::sheet::address;
use crate::package::Package;

/// The comments of an OpenDocument workbook, by the names of its sheets.
pub(in crate::input::workbook) fn by_sheet(package: &Package) -> BTreeMap<String, Comments> {
    let mut place = Place::default();
    let mut found: BTreeMap<String, Comments> = BTreeMap::new();
    each_event(package, "content.xml", |event| {
        match event {
            Event::Start(element) => place.begin(element),
            Event::Empty(element) => {
                place.begin(element);
                place.end(element.local_name().as_ref());
            }
            Event::End(element) => place.end(element.local_name().as_ref()),
            event if place.in_words => {
                add_words(event, found.entry(place.sheet.clone()).or_default())
            }
            _ => {}
        }
        if std::mem::take(&mut place.begins_comment) {
            let comment = (address(place.cell), String::new());
            found.entry(place.sheet.clone()).or_default().push(comment);
        }
    });
    found
}

/// How far the reading has come.
#[derive(Default)]
struct Place {
    sheet: String,
    cell: (u32, u32),
    /// How many rows and columns the present ones stand for.
    stands_for: (u32, u32),
    begins_comment: bool,
    in_comment: bool,
    in_words: bool,
}

impl Place {
    fn begin(&mut self, element: &BytesStart<'_>) {
        let times =
            |name| attribute(element, name).and_then(|times| times.parse().ok()).unwrap_or(1);
        match element.local_name().as_ref() {
            "table" => {
                self.sheet = attribute(element, "name").unwrap_or_default();
                self.cell = (0, 0);
            }
            "table-row" => {
                self.stands_for.0 = times("number-rows-repeated");
                self.cell.1 = 0;
            }
            "table-cell" | "covered-table-cell" => {
                self.stands_for.1 = times("number-columns-repeated");
            }
            "annotation" => (self.begins_comment, self.in_comment) = (true, true),
            "p" => self.in_words = self.in_comment,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table-row" => self.cell.0 = self.cell.0.saturating_add(self.stands_for.0),
            "table-cell" | "covered-table-cell" => {
                self.cell.1 = self.cell.1.saturating_add(self.stands_for.1);
            }
            "annotation" => self.in_comment = false,
            "p" => self.in_words = false,
            _ => {}
        }
    }
}
