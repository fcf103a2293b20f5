//! The agreement of the shipped project before and after a meeting.

use super::compared::{compare, read, said};
use crate::built::{Project, socialaftale};

const TEXT: &str = "inputs/tekst/fokus-alderdom.md";
const AGREEMENT: &str = "output/socialaftale-2021-2022.docx";

fn built(project: &Project) -> Vec<u8> {
    let path = project.path().display().to_string();
    let ran = socialaftale(&["byg", "aftale", "--format", "docx", "--projekt", &path]);
    assert!(!ran.err.contains("fejl["), "{}", ran.err);
    project.read(AGREEMENT)
}

#[test]
fn the_agreement_comes_back_before_and_after_a_meeting() {
    let project = Project::new();
    let old = read(&built(&project));
    let text = String::from_utf8(project.read(TEXT)).unwrap();
    let at = text.find("Det stiller os ofte").unwrap();
    let (paragraph, rest) = text[at..].split_once("\n\n").unwrap();
    let moved = format!("{}{rest}\n\n{paragraph}\n", &text[..at]);
    let moved = moved.replace("Det er en glædelig udvikling", "Det er en god udvikling");
    project.write(TEXT, moved);
    let new = read(&built(&project));
    let done = compare(&old, &new);
    assert_eq!((done.summary.moved, done.summary.inserted, done.summary.deleted), (1, 1, 1));
    assert!(said(&read(&done.bytes)).contains("Det er en god udvikling"));
    assert!(done.findings.is_empty() && done.untracked.is_empty());
}
