use std::collections::BTreeSet;

use crate::finding::Findings;
use crate::input::workbook::Sheet;
use crate::model::{Postart, Regnskabspost};

/// Reads the sheet `Regnskab`.
pub(super) fn read(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Regnskabspost>> {
    let names = ["Nøgle", "Tilbud", "År", "Post", "Art", "Budget", "Regnskab", "Status"];
    let [noegle, tilbud, aar, post, art, budget, regnskab, status] =
        sheet.columns(names, findings)?;
    let arts = BTreeSet::from(["omkostning".to_owned(), "indtægt".to_owned()]);
    let mut read = Vec::new();
    for line in sheet.lines() {
        let (key, tilbud) = (line.key(noegle, findings), line.text(tilbud, findings));
        let post = line.text(post, findings);
        let aar = line.is_filled(aar).then(|| line.year(aar, findings));
        let art = line.choice(art, &arts, "en art post", findings);
        let (budget, regnskab) = (line.number(budget, findings), line.number(regnskab, findings));
        let status = line.optional_text(status, findings);
        read.extend((|| {
            Some(Regnskabspost {
                noegle: key?.value,
                tilbud: tilbud?,
                aar: aar.flatten(),
                post: post?,
                art: match art?.value.as_str() {
                    "omkostning" => Postart::Omkostning,
                    _ => Postart::Indtaegt,
                },
                budget,
                regnskab,
                status,
            })
        })());
    }
    Some(read)
}
