//! Two small files compared, and what is read back from the redline.

use chrono::NaiveDate;
use socialaftale::finding::Findings;
use socialaftale::package::{Limits, Package};
use socialaftale::redline::{Author, Redline, Version, accept_all, redline, reject_all};

use super::kept::keep;
use crate::word::small::{part, template, text};
use crate::word::whole::whole;

pub fn author() -> Author {
    let date = NaiveDate::from_ymd_opt(2020, 11, 30).unwrap();
    Author { name: "Sekretariatet".to_owned(), date }
}

pub fn try_compare(old: &[u8], new: &[u8]) -> Result<Redline, Findings> {
    let old = Version { name: "gammel.docx", bytes: old };
    let new = Version { name: "ny.docx", bytes: new };
    redline(&old, &new, &author())
}

/// The redline of two files, whose texts must come back.
#[track_caller]
pub fn compare(old: &Package, new: &Package) -> Redline {
    let (old, new) = (whole(old), whole(new));
    let done = match try_compare(&old.write(), &new.write()) {
        Ok(done) => done,
        Err(findings) => panic!("{findings}"),
    };
    let accepted = accept_all(&done.bytes, "ud.docx").unwrap();
    let rejected = reject_all(&done.bytes, "ud.docx").unwrap();
    assert_eq!(said(&read(&accepted)), said(&new));
    assert_eq!(said(&read(&rejected)), said(&old));
    keep(&done.bytes, &accepted, &rejected);
    done
}

/// The text of the body.
pub fn said(package: &Package) -> String {
    text(&part(package, "word/document.xml"))
}

pub fn read(bytes: &[u8]) -> Package {
    Package::read(bytes, "ud.docx", &Limits::DOCUMENT).unwrap()
}

/// The XML inside the body of the redline of two bodies, without author and date.
#[track_caller]
pub fn body(old: &str, new: &str) -> String {
    inside(&compare(&template(old), &template(new)), "word/document.xml")
}

/// The XML inside a part of a redline, without author and date.
#[track_caller]
pub fn inside(done: &Redline, name: &str) -> String {
    let xml = part(&read(&done.bytes), name);
    let open = if name == "word/document.xml" { "<w:body>" } else { ">" };
    let (_, after) = xml.split_once("?>").unwrap().1.split_once(open).expect("a root");
    let end = after.rfind(if name == "word/document.xml" { "</w:body>" } else { "</" }).unwrap();
    plain(&after[..end])
}

/// XML without what is the same everywhere in it.
pub fn plain(xml: &str) -> String {
    xml.replace(" w:author=\"Sekretariatet\" w:date=\"2020-11-30T00:00:00Z\"", "")
        .replace(" xml:space=\"preserve\"", "")
}
