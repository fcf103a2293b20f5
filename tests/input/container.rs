//! Files that are called .xlsx and are something else, or worse.

use std::io::{Cursor, Write};

use socialaftale::package::Package;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::project::{Project, TAKSTER};

const SAVE: &str = "Åbn den i Excel, og gem den som .xlsx.";

fn with(bytes: impl Into<Vec<u8>>) -> Vec<String> {
    Project::shipped().with(TAKSTER, bytes).findings()
}

fn refused(message: &str, hint: &str) -> Vec<String> {
    vec![format!("fejl[fil-kan-ikke-laeses] inputs/takster.xlsx: Filen {message}. {hint}")]
}

/// A zip container by its entries; the names may be what no honest writer would use.
fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in entries {
        writer.start_file(*name, options).expect("an entry");
        writer.write_all(bytes).expect("an entry");
    }
    writer.finish().expect("a container").into_inner()
}

#[test]
fn what_is_no_workbook_is_named_for_what_it_is() {
    let ole = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600]].concat();
    let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [ole.as_slice(), &stream, &[0; 64]].concat();
    let password = "Åbn den i Office, fjern adgangskoden under Filer, Oplysninger, og gem den.";
    let cases: [(&[u8], &str, &str); 9] = [
        (b"", "er tom", "Er den en pladsholder fra OneDrive, så vent, til den er hentet ned."),
        (&ole, "er i det gamle Office-format", SAVE),
        (&locked, "er låst med adgangskode", password),
        (b"<html><table>", "er en webside", SAVE),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", "er en webside", SAVE),
        (b"<?xml version=\"1.0\"?>", "er XML og ikke et Office-dokument", SAVE),
        (b"{\\rtf1", "er RTF", SAVE),
        (
            b"%PDF-1.7",
            "er en PDF",
            "Brug det regneark, den er lavet af, eller bed afsenderen om det.",
        ),
        ("Nøgle;Tilbud".as_bytes(), "er ikke et Office-dokument", SAVE),
    ];
    for (bytes, message, hint) in cases {
        assert_eq!(with(bytes), refused(message, hint));
    }
}

#[test]
fn a_truncated_workbook_is_told() {
    let shipped = Project::shipped();
    let bytes = shipped.bytes(TAKSTER);
    for length in [4, 100, bytes.len() / 2, bytes.len() - 30] {
        assert_eq!(
            with(&bytes[..length]),
            refused(
                "er beskadiget eller afkortet",
                "Hent filen igen, eller gem den på ny fra Office."
            )
        );
    }
}

#[test]
fn a_workbook_cut_short_anywhere_or_with_a_flipped_bit_never_stops_the_program() {
    let shipped = Project::shipped();
    let bytes = shipped.bytes(TAKSTER);
    for at in (0..bytes.len()).step_by(bytes.len() / 12) {
        let mut flipped = bytes.to_vec();
        flipped[at] ^= 0x10;
        for bytes in [flipped, bytes[..at].to_vec()] {
            let found = with(bytes);
            assert!(found.iter().all(|finding| finding.contains(TAKSTER)), "{at}: {found:#?}");
        }
    }
}

#[test]
fn an_opendocument_sheet_is_named() {
    let ods = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", b"<x/>"),
    ]);
    assert_eq!(
        with(ods),
        [
            "fejl[fil-kan-ikke-laeses] inputs/takster.xlsx: Filen er i OpenDocument-format. Åbn den i \
          Office eller LibreOffice, og gem den som .docx eller .xlsx."
        ]
    );
}

#[test]
fn a_container_of_something_else_is_no_workbook() {
    assert_eq!(
        with(zipped(&[("[Content_Types].xml", b"<x/>"), ("ppt/presentation.xml", b"<x/>")])),
        [
            "fejl[excel-kan-ikke-laeses] inputs/takster.xlsx: Filen kan ikke læses som Excel-ark. Åbn \
          den i Excel, og gem den igen som .xlsx."
        ]
    );
}

#[test]
fn a_word_document_and_a_binary_workbook_are_named() {
    let cases = [
        (
            "word/document.xml",
            "er et Word-dokument og ikke et Excel-ark i formatet .xlsx. Sæt tallene ind i et \
             Excel-ark, og gem det som .xlsx.",
        ),
        (
            "xl/workbook.bin",
            "er en binær projektmappe (.xlsb) og ikke et Excel-ark i formatet .xlsx. Åbn den i \
             Excel, og gem den som .xlsx.",
        ),
    ];
    for (part, told) in cases {
        assert_eq!(
            with(zipped(&[("[Content_Types].xml", b"<x/>"), (part, b"<x/>")])),
            [format!("fejl[excel-kan-ikke-laeses] inputs/takster.xlsx: Filen {told}")]
        );
    }
}

#[test]
fn a_sheet_that_is_broken_xml_is_told() {
    let project =
        Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| xml[..3 * xml.len() / 4].to_owned());
    let found = project.findings();
    assert!(
        found[0].starts_with(
            "fejl[excel-kan-ikke-laeses] inputs/takster.xlsx: Filen kan ikke læses som Excel-ark."
        ),
        "{found:#?}"
    );
}

#[test]
fn a_zip_bomb_is_refused_before_it_is_unpacked() {
    let bomb = zipped(&[("xl/workbook.xml", &vec![b' '; 12 << 20])]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(
        with(bomb),
        [
            "fejl[fil-for-stor] inputs/takster.xlsx: Delen »xl/workbook.xml« fylder for meget udpakket. \
          Er filen rigtig, så fjern store billeder eller tomme ark, og gem den igen."
        ]
    );
}

#[test]
fn many_parts_are_refused_by_their_count() {
    let mut package = Package::new();
    (0..300).for_each(|part| package.set_part(format!("xl/{part}.xml"), b"<x/>".to_vec()));
    assert_eq!(
        with(package.write()),
        [
            "fejl[fil-for-stor] inputs/takster.xlsx: Filen rummer 300 dele; der må højst være 256. Er \
          filen rigtig, så fjern store billeder eller tomme ark, og gem den igen."
        ]
    );
}

#[test]
fn a_part_that_would_climb_out_of_its_folder_is_refused() {
    for name in ["../x.xml", "xl/../../x.xml", "/etc/x", "C:/x.xml", "xl\\x.xml"] {
        assert_eq!(
            with(zipped(&[(name, b"<x/>")])),
            [format!(
                "fejl[fil-usikker] inputs/takster.xlsx: Filen rummer en del med et utilladeligt \
                 navn: »{name}«. Filen er ikke gemt af Office. Åbn den i Office, og gem den på ny."
            )]
        );
    }
}

#[test]
fn a_part_that_stands_twice_is_refused() {
    let mut bytes = zipped(&[("xl/a.xml", b"<a/>"), ("xl/b.xml", b"<b/>")]);
    let at: Vec<usize> =
        (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"xl/b.xml")).collect();
    at.into_iter().for_each(|at| bytes[at + 3] = b'a');
    assert_eq!(
        with(bytes),
        [
            "fejl[fil-usikker] inputs/takster.xlsx: Filen rummer den samme del to gange. Filen er ikke \
          gemt af Office. Åbn den i Office, og gem den på ny."
        ]
    );
}
