use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::Event;

/// Calls for every event with its bytes; none when the text is no XML.
pub fn walk<'x>(xml: &'x str, mut visit: impl FnMut(&Event<'x>, &Range<usize>)) -> Option<()> {
    let mut reader = Reader::from_str(xml);
    loop {
        let start = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let end = usize::try_from(reader.buffer_position()).ok()?;
        if matches!(event, Event::Eof) {
            return Some(());
        }
        visit(&event, &(start..end));
    }
}
