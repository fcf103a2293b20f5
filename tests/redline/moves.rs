//! Paragraphs that stand elsewhere: moved is told from rewritten.

use super::compared::{body, compare};
use crate::word::small::{p, template};

const A: &str = "Kommunerne samarbejder om de mest specialiserede tilbud.";
const B: &str = "Regionen deltager i arbejdet med at udvikle dem.";
const C: &str = "Aftalen gælder i to år fra januar.";
const D: &str = "Parterne mødes hvert kvartal og følger op.";

#[test]
fn a_moved_paragraph_has_an_old_place_and_a_new_one() {
    assert_eq!(
        body(&(p(A) + &p(B) + &p(C) + &p(D)), &(p(B) + &p(C) + &p(A) + &p(D))),
        r#"<w:p><w:pPr><w:rPr><w:moveFrom w:id="1"/></w:rPr></w:pPr><w:moveFromRangeStart w:id="3" w:name="flytning1"/><w:moveFrom w:id="2"><w:r><w:t>Kommunerne samarbejder om de mest specialiserede tilbud.</w:t></w:r></w:moveFrom></w:p><w:moveFromRangeEnd w:id="3"/><w:p><w:r><w:t>Regionen deltager i arbejdet med at udvikle dem.</w:t></w:r></w:p><w:p><w:r><w:t>Aftalen gælder i to år fra januar.</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:moveTo w:id="4"/></w:rPr></w:pPr><w:moveToRangeStart w:id="6" w:name="flytning1"/><w:moveTo w:id="5"><w:r><w:t>Kommunerne samarbejder om de mest specialiserede tilbud.</w:t></w:r></w:moveTo></w:p><w:moveToRangeEnd w:id="6"/><w:p><w:r><w:t>Parterne mødes hvert kvartal og følger op.</w:t></w:r></w:p>"#
    );
}

#[test]
fn paragraphs_that_are_moved_together_are_one_move() {
    let old = [A, B, C, D, "En helt ny afslutning."].map(p).concat();
    let new = [C, D, A, B, "En helt ny afslutning."].map(p).concat();
    let done = body(&old, &new);
    assert_eq!(done.matches("w:moveFromRangeStart").count(), 1);
    assert_eq!(done.matches("w:moveToRangeStart").count(), 1);
    let done = compare(&template(&old), &template(&new));
    assert_eq!((done.summary.moved, done.summary.inserted, done.summary.deleted), (2, 0, 0));
}

#[test]
fn a_paragraph_that_is_rewritten_too_is_not_moved() {
    let rewritten = "Regionen deltager ikke i noget arbejde med at udvikle dem længere.";
    let old = [A, B, C, D].map(p).concat();
    let new = [A, C, D, rewritten, "Slut."].map(p).concat();
    let done = compare(&template(&(old + &p("Slut."))), &template(&new));
    assert_eq!(done.summary.moved, 0);
}

#[test]
fn short_words_stand_elsewhere_by_chance() {
    let old = ["Ja.", A, B, C].map(p).concat();
    let new = [A, B, "Ja.", C].map(p).concat();
    assert_eq!(compare(&template(&old), &template(&new)).summary.moved, 0);
}
