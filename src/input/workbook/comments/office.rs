use quick_xml::events::Event;

use super::{Comments, add_words, each_event};
use crate::input::workbook::layout::{attribute, each_element};
use crate::package::Package;

/// The comments on a sheet of an Office workbook, which stand in a part that the sheet's relations
/// name.
pub(in crate::input::workbook) fn of_sheet(package: &Package, sheet: &str) -> Comments {
    let (folder, name) = sheet.rsplit_once('/').unwrap_or(("", sheet));
    let mut targets = Vec::new();
    each_element(package, &format!("{folder}/_rels/{name}.rels"), |element| {
        let is_comments = attribute(element, "Type").is_some_and(|of| of.ends_with("/comments"));
        targets.extend(attribute(element, "Target").filter(|_| is_comments));
    });
    let mut comments = Comments::new();
    for target in targets {
        read(package, &part_of(folder, &target), &mut comments);
    }
    comments
}

/// A target is below the sheet's folder, beside it ("../comments1.xml"), or from the root.
fn part_of(folder: &str, target: &str) -> String {
    match (target.strip_prefix("../"), target.strip_prefix('/')) {
        (Some(beside), _) => {
            folder.rsplit_once('/').map_or(beside.into(), |(above, _)| format!("{above}/{beside}"))
        }
        (_, Some(from_root)) => from_root.to_owned(),
        _ => format!("{folder}/{target}"),
    }
}

fn read(package: &Package, part: &str, comments: &mut Comments) {
    let mut in_words = false;
    each_event(package, part, |event| match event {
        Event::Start(element) => {
            let name = element.local_name();
            in_words = name.as_ref() == "t";
            if name.as_ref() == "comment" {
                comments.extend(attribute(element, "ref").map(|cell| (cell, String::new())));
            }
        }
        Event::End(_) => in_words = false,
        event if in_words => add_words(event, comments),
        _ => {}
    });
}
