//! What the public may read of two editions: no count that either of them hides, on any side.

use socialaftale::assemble::project_context;
use socialaftale::changes::{Changes, Side, compare};
use socialaftale::discretion::{MaskedPair, masked_pair};
use socialaftale::finding::Findings;

use super::facts;
use crate::project::{AFTALE, Cell, DOKUMENTER, Project, UDMELDINGER, listed};

const VISION: &str = "inputs/tekst/vision.md";

/// What the public reads when the shipped project is the older one, or why it may read nothing.
fn public(new: &Project) -> Result<Changes, Vec<String>> {
    between(&Project::shipped(), new)
}

fn between(old: &Project, new: &Project) -> Result<Changes, Vec<String>> {
    let (old, new) = (old.assembled(), new.assembled());
    let pair = masked_pair(old.projekt(), new.projekt(), "udgave 0.1");
    let MaskedPair { old: before, new: after } = pair;
    let mut findings = before.findings;
    findings.extend(after.findings);
    if findings.has_fejl() {
        findings.settle();
        return Err(listed(findings));
    }
    let (before, after) = (before.projekt, after.projekt);
    let mut faults = Findings::new();
    let contexts = [(&before, &old), (&after, &new)]
        .map(|(projekt, of)| project_context(projekt, &of.records.places));
    let sides = [
        Side::new(&before, &contexts[0], &mut faults),
        Side::new(&after, &contexts[1], &mut faults),
    ];
    assert!(!faults.has_fejl(), "{faults}");
    Ok(compare(&sides[0], &sides[1]))
}

fn landsdel(cells: &[(&str, &str)]) -> Project {
    cells.iter().fold(Project::shipped(), |project, (cell, number)| {
        project.workbook_cell(UDMELDINGER, "Landsdele", cell, Cell::Number(number))
    })
}

#[test]
fn an_edition_has_no_public_changes_since_itself() {
    assert_eq!(public(&Project::shipped()), Ok(Changes::default()));
}

#[test]
fn a_count_that_either_edition_hides_is_told_on_no_side() {
    // In 2019 the shipped table has 2, 4, 0, 3, 0 and 9 in all; 2 and 3 are hidden.
    let new = landsdel(&[("G2", "14"), ("G3", "16"), ("G7", "33")]);
    let told = [
        "Tal | Tabellen »Antal borgere i hele landet: gravide med et skadeligt rusmiddelbrug« | \
         Midtjylland, 2019: 4 → 16",
        "Tal | Tabellen »Antal borgere i hele landet: gravide med et skadeligt rusmiddelbrug« | \
         I alt, 2019: 9 → 33",
    ];
    assert_eq!(facts(&public(&new).expect("a list")), told);
    // The other way round 4 is hidden as well, since the older edition would show 14 and 3.
    let back = between(&new, &Project::shipped()).expect("a list");
    assert_eq!(facts(&back), [told[1].replace("9 → 33", "33 → 9")]);
}

#[test]
fn both_are_masked_by_the_higher_threshold_and_one_sign() {
    let new = landsdel(&[("G3", "6"), ("G7", "11")])
        .append(AFTALE, "\n[diskretion]\ntaerskel = 5\ntegn = \"**\"\n");
    // Of 6 the older edition has 4, which it shows by its own threshold of 3.
    let told = facts(&public(&new).expect("a list"));
    assert_eq!(told.iter().filter(|line| line.contains("4 → ")).count(), 0, "{told:?}");
    assert_eq!(told.iter().filter(|line| line.contains("skjult")).count(), 0, "{told:?}");
}

#[test]
fn texts_and_documents_for_authorities_in_either_are_left_out() {
    let words = "Kun for myndigheder.";
    let with_words = Project::shipped().append(VISION, &format!("\n{words}\n"));
    let closed = Project::shipped()
        .replace(VISION, "+++\nnoegle", "+++\nkun_myndighed = true\nnoegle")
        .replace(DOKUMENTER, "noegle = \"llt\"", "noegle = \"llt\"\nkun_myndighed = true");
    for (old, new) in [(&with_words, &closed), (&closed, &with_words)] {
        let told = between(old, new).expect("a list");
        assert_eq!(told, Changes::default());
    }
}

#[test]
fn no_cell_is_told_of_to_the_public() {
    let told = public(&landsdel(&[("G3", "6"), ("G7", "11")])).expect("a list");
    let things = told.topics.iter().flat_map(|topic| &topic.things);
    let differences: Vec<_> = things.flat_map(|thing| &thing.differences).collect();
    assert_eq!(differences.len(), 2, "{differences:?}");
    assert!(differences.iter().all(|one| one.cells().is_empty()), "{differences:?}");
}
