//! Calls outside the body of files that have notes, which Word has at the foot of the body alone.

use super::calls::Call;
use super::piece::Piece;
use super::place::BODY;
use crate::finding::{Finding, Findings, Place};
use crate::render::word::parts::NoteKind;

/// Tells of every such call, the file itself or one that it calls having the note.
pub fn noted(pieces: &[Piece], findings: &mut Findings) {
    let calls = pieces.iter().flat_map(|piece| piece.calls.iter());
    for call in calls.filter(|call| is_outside(&call.place)) {
        if brings_note(call, pieces) {
            let message = format!(
                "Det, som {} sætter ind, har en note, men den kan kun stå i brødteksten.",
                call.typed
            );
            findings.push(
                Finding::fejl("note-forkert-sted", call.place.clone(), message)
                    .hint("Sæt teksten ind i brødteksten, eller fjern noten."),
            );
        }
    }
}

fn is_outside(place: &Place) -> bool {
    matches!(place, Place::Word { part, .. } if part != BODY)
}

fn brings_note(call: &Call, pieces: &[Piece]) -> bool {
    let mut called = vec![call.name.as_str()];
    let mut next = 0;
    while let Some(name) = called.get(next) {
        let file = pieces.iter().find(|piece| piece.name.as_deref() == Some(name));
        if let Some(file) = file {
            if NoteKind::ALL.iter().any(|kind| file.root.holds(kind.reference())) {
                return true;
            }
            for name in file.calls.names() {
                if !called.contains(&name) {
                    called.push(name);
                }
            }
        }
        next += 1;
    }
    false
}
