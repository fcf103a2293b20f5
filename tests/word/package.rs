//! Containers: what is refused, and with which words.

use socialaftale::package::{Limits, Package};

#[track_caller]
fn refused(bytes: &[u8]) -> String {
    Package::read(bytes, "skabelon.docx", &Limits::DOCUMENT).unwrap_err().to_string()
}

fn small() -> Package {
    let mut package = Package::new();
    package.set_part("[Content_Types].xml", "<Types/>".as_bytes());
    package.set_part("a.xml", "<a/>".as_bytes());
    package
}

#[test]
fn what_is_written_is_read_back_and_is_the_same_every_time() {
    let package = small();
    let bytes = package.write();
    assert_eq!(bytes, package.write());
    assert!(Package::read(&bytes, "a", &Limits::DOCUMENT).unwrap() == package);
}

#[test]
fn other_files_are_named_for_what_they_are() {
    for (bytes, said) in [
        (&b""[..], "Filen er tom."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "det gamle Office-format"),
        (b"<!DOCTYPE html><html>", "Filen er en webside."),
        (b"{\\rtf1", "Filen er RTF."),
        (b"%PDF-1.7", "Filen er en PDF."),
        (b"hej", "Filen er ikke et Office-dokument."),
    ] {
        let finding = refused(bytes);
        assert!(finding.contains(said), "{finding}");
    }
    let mut package = Package::new();
    package.set_part("mimetype", "application/vnd.oasis.opendocument.text".as_bytes());
    assert!(refused(&package.write()).contains("OpenDocument"));
}

#[test]
fn a_truncated_file_is_refused() {
    let bytes = small().write();
    assert!(refused(&bytes[..bytes.len() / 2]).contains("beskadiget eller afkortet"));
}

#[test]
fn a_bomb_is_refused() {
    let mut package = small();
    package.set_part("b.xml", vec![b' '; 30 * 1024 * 1024]);
    assert!(refused(&package.write()).contains("Delen »b.xml« fylder for meget udpakket."));
}

#[test]
fn too_many_entries_are_refused() {
    let mut package = Package::new();
    for number in 0..1001 {
        package.set_part(format!("{number}.xml"), "<a/>".as_bytes());
    }
    assert!(refused(&package.write()).contains("Filen rummer 1001 dele"));
}

#[test]
fn names_that_reach_outside_are_refused() {
    for name in ["../x", "/x", "a\\b", "c:x"] {
        let mut package = small();
        package.set_part(name, "x".as_bytes());
        assert!(refused(&package.write()).contains("fil-usikker"), "{name}");
    }
}

#[test]
fn the_same_name_twice_is_refused() {
    let mut package = small();
    package.set_part("b.xml", "<b/>".as_bytes());
    let mut bytes = package.write();
    let places: Vec<usize> =
        (0..bytes.len() - 5).filter(|at| &bytes[*at..*at + 5] == b"b.xml").collect();
    for at in places {
        bytes[at] = b'a';
    }
    assert!(refused(&bytes).contains("den samme del to gange"));
}

#[test]
fn damage_anywhere_never_panics() {
    let bytes = small().write();
    for at in 0..bytes.len() {
        for value in [0, 0xff, bytes[at] ^ 1] {
            let mut damaged = bytes.clone();
            damaged[at] = value;
            let _ = Package::read(&damaged, "x", &Limits::DOCUMENT);
        }
    }
}
