//! Files that cannot be compared, and why: the faults of both at once.

use super::compared::try_compare;
use crate::word::small::{p, template};

#[track_caller]
fn refused(old: &[u8], new: &[u8]) -> String {
    try_compare(old, new).unwrap_err().to_string()
}

#[test]
fn what_is_no_word_file_is_refused() {
    let good = template(&p("Forord")).write();
    assert_eq!(
        refused(b"%PDF-1.7", &good),
        "fejl[fil-kan-ikke-laeses] gammel.docx: Filen er en PDF. Brug den oprindelige fil i stedet for PDF'en.\n"
    );
    assert_eq!(
        refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b""),
        "fejl[fil-kan-ikke-laeses] gammel.docx: Filen er i det gamle Office-format. Åbn den i Office, og gem den som .docx eller .xlsx.\nfejl[fil-kan-ikke-laeses] ny.docx: Filen er tom. Er den en pladsholder fra OneDrive, så vent, til den er hentet ned.\n"
    );
}

#[test]
fn a_damaged_part_is_refused() {
    let mut broken = template(&p("Forord"));
    broken.set_part("word/document.xml", &b"<w:document"[..]);
    assert_eq!(
        refused(&template(&p("Forord")).write(), &broken.write()),
        "fejl[fil-kan-ikke-laeses] ny.docx: Filen er beskadiget. Åbn den i Word, og gem den på ny som .docx.\n"
    );
}

#[test]
fn macros_are_left_out_and_that_is_said() {
    let mut macros = template(&p("Forord"));
    macros.set_part("word/vbaProject.bin", &b"x"[..]);
    let done = try_compare(&macros.write(), &template(&p("Forord")).write()).unwrap();
    assert_eq!(
        done.findings.to_string(),
        "oplysning[makroer-udeladt] gammel.docx: Filens makroer kommer ikke med i rettelserne; de bliver aldrig kørt.\n"
    );
}
