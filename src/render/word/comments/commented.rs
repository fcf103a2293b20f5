use super::body::Body;
use super::comment::lines;
use super::edits::Edits;
use super::part::Comments;
use super::seal::is_unbroken;
use crate::finding::{Finding, Findings, Place};
use crate::render::word::open::open;
use crate::render::word::parts::DOCUMENT;
use crate::render::word::prepared::{WordTemplate, broken};
use crate::render::word::template::{BODY, Part};

/// What stands in a copy of a template without faults, so that it can be told from other files.
const FAULTLESS: &str = "socialaftale fandt ingen fejl i skabelonen.";

/// A copy of a template with a Word comment at each finding that is about it.
pub fn commented(template: &WordTemplate<'_>, findings: &Findings) -> Result<Vec<u8>, Finding> {
    let damaged = |name| broken(&Part { file: template.name, name });
    let mut package = open(template.bytes, template.name)?;
    let mut comments = Comments::read(&package).ok_or_else(|| damaged("kommentarer"))?;
    let body = Body::read(&package, &comments).ok_or_else(|| damaged(BODY))?;
    comments.keep_clear(body.highest);
    let mut edits = Edits::default();
    for (place, lines) in notes(template.name, findings) {
        let id = comments.add(&lines).ok_or_else(|| damaged("kommentarer"))?;
        body.anchor(&place).ok_or_else(|| damaged(BODY))?.mark(id, &mut edits);
    }
    package.set_part(DOCUMENT, edits.apply(&body.xml).into_bytes());
    comments.save(&mut package);
    Ok(package.write())
}

/// Whether a file is a copy that has been given comments here and not been worked in since.
pub fn is_commented(bytes: &[u8]) -> bool {
    let Ok(package) = open(bytes, "") else { return false };
    let comments = Comments::read(&package).filter(|comments| !comments.replaced.is_empty());
    comments.is_some_and(|comments| is_unbroken(&package, &comments.part))
}

/// What there is to say, and where; there is always something.
fn notes(file: &str, findings: &Findings) -> Vec<(Place, Vec<String>)> {
    let notes: Vec<(Place, Vec<String>)> = findings
        .iter()
        .filter(|finding| finding.place.file_name() == Some(file))
        .map(|finding| (finding.place.clone(), lines(finding)))
        .collect();
    if notes.is_empty() {
        return vec![(Place::file(file), vec![FAULTLESS.to_owned()])];
    }
    notes
}
