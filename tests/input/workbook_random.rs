//! Workbooks damaged at random: each is a project or findings, never a panic, and soon.

use proptest::prelude::*;
use proptest::sample::Index;
use socialaftale::package::{Limits, Package};

use crate::project::{Project, TAKSTER};

/// What each line of the findings must name, since only this workbook is damaged.
fn only_told_of_the_workbook(bytes: Vec<u8>) {
    let found = Project::shipped().with(TAKSTER, bytes).findings();
    let of_others = |finding: &&String| !finding.contains(TAKSTER);
    assert_eq!(found.iter().find(of_others), None);
}

const PARTS: [&str; 5] = [
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
];

/// Pieces that mean something to a reader of workbooks, to be put where they do not belong.
const PIECES: [&str; 14] = [
    r#"<row r="4294967295" hidden="1">"#,
    r#"<c r="XFD1048576" t="s"><v>99999</v></c>"#,
    r#"<c r="A0" t="n"><v>1e400</v></c>"#,
    r#"<mergeCells><mergeCell ref="A1:"/></mergeCells>"#,
    r#"<mergeCells><mergeCell ref="ZZZZZZ9:A1"/></mergeCells>"#,
    r#"<col min="0" max="4294967295" hidden="1"/>"#,
    r#"<f t="shared" ref="A1:XFD9" si="4294967295">A1</f>"#,
    r#" state="hidden""#,
    r#"<!DOCTYPE x [<!ENTITY a "a">]>"#,
    "&a;",
    "</sheetData>",
    "<sheetData>",
    "\u{0}",
    "<",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bytes(flips in prop::collection::vec((any::<Index>(), 1..=255u8), 1..6)) {
        let mut bytes = Project::shipped().bytes(TAKSTER).to_vec();
        for (at, change) in flips {
            let at = at.index(bytes.len());
            bytes[at] ^= change;
        }
        only_told_of_the_workbook(bytes);
    }

    #[test]
    fn misplaced_pieces(
        edits in prop::collection::vec((0..PARTS.len(), any::<Index>(), 0..PIECES.len(), 0..40usize), 1..4),
    ) {
        let shipped = Project::shipped();
        let mut package = shipped.package(TAKSTER);
        for (part, at, piece, removed) in edits {
            let Some(bytes) = package.part(PARTS[part]) else { continue };
            let mut bytes = bytes.to_vec();
            let at = at.index(bytes.len() + 1);
            let end = (at + removed).min(bytes.len());
            bytes.splice(at..end, PIECES[piece].bytes());
            package.set_part(PARTS[part], bytes);
        }
        only_told_of_the_workbook(package.write());
    }
}

#[test]
fn a_workbook_without_any_one_of_its_parts_is_told_or_read() {
    let shipped = Project::shipped();
    let package = shipped.package(TAKSTER);
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    assert!(names.len() > 5, "{names:?}");
    for name in names {
        let mut without: Package =
            Package::read(shipped.bytes(TAKSTER), TAKSTER, &Limits::WORKBOOK).expect("a container");
        without.remove_part(&name);
        only_told_of_the_workbook(without.write());
    }
}
