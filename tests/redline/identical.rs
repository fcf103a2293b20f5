//! Files that say the same.

use socialaftale::redline::Summary;

use super::compared::{compare, read, said, try_compare};
use crate::word::small::{p, part, template};

#[test]
fn a_file_and_itself_have_no_changes() {
    let file = template(&(p("Forord") + &p("Slut")));
    let done = compare(&file, &file);
    assert_eq!(done.summary, Summary::default());
    assert_eq!(part(&read(&done.bytes), "word/document.xml"), part(&file, "word/document.xml"));
    assert!(done.untracked.is_empty() && done.findings.is_empty());
}

#[test]
fn the_same_two_files_give_the_same_bytes() {
    let (old, new) =
        (template(&p("Der er 9 borgere.")).write(), template(&p("Der er 12 borgere.")).write());
    let (one, other) = (try_compare(&old, &new).unwrap(), try_compare(&old, &new).unwrap());
    assert_eq!(one, other);
    assert_eq!(said(&read(&one.bytes)), "Der er 12 borgere.\n");
}

#[test]
fn what_word_writes_anew_at_every_save_is_no_change() {
    let old = "<w:p w:rsidR=\"00A1\" w14:paraId=\"11111111\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w:proofErr w:type=\"spellStart\"/><w:r><w:t>Forord</w:t></w:r></w:p>";
    let new = "<w:p w:rsidR=\"00B2\" w14:paraId=\"22222222\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w:r><w:lastRenderedPageBreak/><w:t>Forord</w:t></w:r></w:p>";
    assert_eq!(compare(&template(old), &template(new)).summary, Summary::default());
}
