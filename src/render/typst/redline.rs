use super::escape::{literal, text};
use super::marking::Marking;
use super::merged::Merged;
use super::{TypstSource, TypstTemplate};
use crate::finding::Findings;
use crate::merge::{Context, Library};

/// One edition's side of a document.
pub struct Side<'a> {
    pub context: &'a Context,
    pub library: &'a dyn Library,
    /// How readers call the edition: "Udgave 0.1, 25. maj 2020".
    pub edition: &'a str,
}

/// A document with all that has changed since an older edition marked.
pub struct Redline {
    pub source: TypstSource,
    /// Whether anything has changed but how the edition is called.
    pub changed: bool,
}

/// What the redline of a document asks of `delt/rettelser.typ`.
const IMPORT: &str = "#import \"delt/rettelser.typ\": indsat, slettet, flyttet-hertil, \
                      flyttet-herfra, slettet-overskrift, figuren, rettelsesstreger, \
                      rettelser-forord, rettelser-slut\n";

/// Merges the new edition's template with both editions and marks what differs.
///
/// `known` are values that always differ, such as the edition's own name and date, old and new:
/// they are marked, but do not make a document a changed one.
pub fn redline(
    template: &TypstTemplate<'_>,
    title: &str,
    old: &Side<'_>,
    new: &Side<'_>,
    known: &[(String, String)],
    findings: &mut Findings,
) -> Option<Redline> {
    let before = Merged::new(template, old.context, old.library, findings);
    let after = Merged::new(template, new.context, new.library, findings);
    let (before, after) = (before?, after?);
    let Marking { writer, body, untold, changed, .. } = Marking::of(&before, &after, known);
    let told: String = untold.iter().map(|told| format!("[{}],", text(told))).collect();
    let main = format!(
        "{IMPORT}#set document(title: {title})\n#set text(lang: \"da\", region: \"DK\")\n\
         #set page(foreground: rettelsesstreger)\n#rettelser-forord({title}, {}, {})\n\
         {body}\n\n#rettelser-slut(({told}))\n",
        literal(old.edition),
        literal(new.edition),
        title = literal(title),
    );
    Some(Redline { source: TypstSource::new(template, main, writer), changed })
}
