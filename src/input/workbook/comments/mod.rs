//! What readers have noted on cells.

mod office;
mod open_document;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use crate::package::Package;

pub(super) use office::of_sheet;
pub(super) use open_document::by_sheet;

/// The comments on a sheet's cells: the name of each cell, and the words.
pub(super) type Comments = Vec<(String, String)>;

/// Goes through a part up to its first fault.
fn each_event(package: &Package, part: &str, mut see: impl FnMut(&Event<'_>)) {
    let xml = package.part(part).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let mut reader = Reader::from_str(xml.unwrap_or_default());
    loop {
        match reader.read_event() {
            Ok(Event::Eof) | Err(_) => return,
            Ok(event) => see(&event),
        }
    }
}

/// Adds the words of an event to the last comment.
fn add_words(event: &Event<'_>, comments: &mut Comments) {
    let Some((_, words)) = comments.last_mut() else { return };
    match event {
        Event::Text(text) => words.push_str(&text.xml10_content()),
        Event::GeneralRef(one) => match one.resolve_char_ref() {
            Ok(Some(letter)) => words.push(letter),
            _ => words.push_str(resolve_predefined_entity(one).unwrap_or_default()),
        },
        _ => {}
    }
}
