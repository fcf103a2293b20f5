use crate::finding::Findings;
use crate::input::workbook::Sheet;
use crate::model::Aendringsnote;

/// Reads the sheet `Ændringer`.
pub(super) fn read(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Aendringsnote>> {
    let names =
        ["Nøgle", "Tilbud", "Ændring", "Gælder fra", "Besluttet af", "Besluttet", "Begrundelse"];
    let [noegle, tilbud, aendring, gaelder_fra, besluttet_af, besluttet, begrundelse] =
        sheet.columns(names, findings)?;
    let mut read = Vec::new();
    for line in sheet.lines() {
        let key = line.key(noegle, findings);
        let tilbud = line.text(tilbud, findings);
        let aendring = line.number(aendring, findings);
        let gaelder_fra = line.required_date(gaelder_fra, findings);
        let besluttet_af = line.optional_text(besluttet_af, findings);
        let besluttet = line.date(besluttet, findings);
        let begrundelse = line.optional_text(begrundelse, findings);
        read.extend((|| {
            Some(Aendringsnote {
                noegle: key?.value,
                tilbud: tilbud?,
                aendring,
                gaelder_fra: gaelder_fra?,
                besluttet_af,
                besluttet,
                begrundelse,
            })
        })());
    }
    Some(read)
}
