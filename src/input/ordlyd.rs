use quick_xml::Reader;
use quick_xml::events::Event;

use super::plain_text::plain_text;
use super::workbook::{Cell, grids, may_hold_figures};
use crate::finding::{Finding, Place};
use crate::package::{Kind, Limits, Package};

/// Calls `tell` with the words of a file that hold so many figures, each with its place: lines,
/// cells, paragraphs; words with fewer may come too.
///
/// Pictures have none; a file whose words cannot be read is told as such.
pub fn words_with_figures(
    name: &str,
    bytes: &[u8],
    figures: usize,
    tell: &mut dyn FnMut(Place, &str),
) -> Result<(), Finding> {
    let lowered = name.to_lowercase();
    if [".png", ".jpg", ".jpeg", ".svg", ".gif"].iter().any(|ending| lowered.ends_with(ending)) {
        return Ok(());
    }
    match Kind::of(bytes) {
        Kind::Zip => container(name, bytes, figures, tell),
        Kind::Ole if cells(name, bytes, tell) => {}
        _ => lines(name, &plain_text(bytes, name).map_err(|_| unsearched(name))?, tell),
    }
    Ok(())
}

fn unsearched(name: &str) -> Finding {
    let message = "Filen kan ikke gennemsøges for personnumre.";
    Finding::oplysning("ikke-gennemsoegt", Place::file(name), message)
        .hint("Se den selv igennem, eller gem den som .xlsx, .docx eller tekst.")
}

fn lines(name: &str, text: &str, tell: &mut dyn FnMut(Place, &str)) {
    (1..).zip(text.lines()).for_each(|(number, line)| tell(Place::line(name, number, 0), line));
}

/// The cells of a workbook, hidden ones too; whether the file is one.
fn cells(name: &str, bytes: &[u8], tell: &mut dyn FnMut(Place, &str)) -> bool {
    let Ok(sheets) = grids(name, bytes) else { return false };
    for (sheet, (at, cell)) in
        sheets.iter().flat_map(|one| one.cells().map(move |cell| (one, cell)))
    {
        match cell {
            Cell::Text(text) => tell(sheet.place(at), text),
            Cell::Number(number) => tell(sheet.place(at), &number.normalize().to_string()),
            _ => {}
        }
    }
    true
}

/// A workbook's cells, read only when they may hold what is looked for, and all other parts.
fn container(name: &str, bytes: &[u8], figures: usize, tell: &mut dyn FnMut(Place, &str)) {
    let package = Package::read(bytes, name, &Limits::DOCUMENT);
    // OpenDocument has numbers in attributes, and what is larger than a document has its own limits.
    let is_searched = package
        .as_ref()
        .is_ok_and(|package| !package.is_open_document() && !may_hold_figures(package, figures));
    if !is_searched {
        cells(name, bytes, tell);
    }
    if let Ok(package) = package {
        parts(name, &package, tell);
    }
}

/// The paragraphs of a container's parts; those of a workbook's cells are read as cells.
fn parts(name: &str, package: &Package, tell: &mut dyn FnMut(Place, &str)) {
    let is_cells =
        |part: &&str| part.starts_with("xl/worksheets/sheet") || *part == "xl/sharedStrings.xml";
    for part in package.names().filter(|part| part.ends_with(".xml")).filter(|part| !is_cells(part))
    {
        let xml = package.part(part).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let paragraphs = xml.map(paragraphs).unwrap_or_default();
        let file = name.to_owned();
        for (order, words) in paragraphs.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
            let spot = format!("afsnit {}", order + 1);
            let (heading, tag) = (String::new(), String::new());
            let part = format!("delen {part}");
            tell(Place::Word { file: file.clone(), part, heading, spot, tag, order }, words);
        }
    }
}

/// The elements whose ends part words from one another, in Word, Excel, drawings and OpenDocument.
const ENDS: [&str; 5] = ["p", "comment", "text", "si", "h"];

const SPACES: [&str; 4] = ["tab", "br", "cr", "line-break"];

fn paragraphs(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut done, mut words) = (Vec::new(), String::new());
    loop {
        match reader.read_event() {
            Ok(Event::Text(text)) => words.push_str(&text.xml10_content()),
            Ok(Event::CData(text)) => words.push_str(&text.xml10_content()),
            // A hyphen may be written as &#45;; a named one is no part of a number.
            Ok(Event::GeneralRef(one)) => {
                words.push(one.resolve_char_ref().ok().flatten().unwrap_or('&'))
            }
            // A tab or a break parts words; a bookmark may stand in the midst of a number.
            Ok(Event::Empty(one)) if SPACES.contains(&one.local_name().as_ref()) => words.push(' '),
            Ok(Event::End(end)) if ENDS.contains(&end.local_name().as_ref()) => {
                done.push(std::mem::take(&mut words));
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    done.push(words);
    done
}
