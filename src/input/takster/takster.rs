use crate::finding::Findings;
use crate::input::workbook::Sheet;
use crate::model::{TILBUDSTYPER, Takst};

const COLUMNS: [&str; 20] = [
    "Nøgle",
    "Tilbud",
    "Type",
    "Pladser",
    "Dage",
    "Gælder fra",
    "Besluttet",
    "Takst",
    "Belægningsprocent",
    "Takstberegningsgrundlag",
    "Omregnes til",
    "Omregnet takst",
    "Driftsherre",
    "Driftsform",
    "Beliggenhed",
    "Lov",
    "Paragraf",
    "Enhed",
    "Besluttet af",
    "Note",
];

/// Reads the sheet `Takster`.
pub(super) fn read(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Takst>> {
    let [noegle, tilbud, art, places, days, from, decided, rest @ ..] =
        sheet.columns(COLUMNS, findings)?;
    let [charge, percent, basis, other, restated, texts @ ..] = rest;
    let numbers = [charge, percent, basis, other, restated];
    let kinds = TILBUDSTYPER.map(str::to_owned).into();
    let mut read = Vec::new();
    for line in sheet.lines() {
        let key = line.key(noegle, findings);
        let tilbud = line.text(tilbud, findings);
        let art = line.choice(art, &kinds, "en type tilbud", findings);
        let [driftsherre, driftsform, beliggenhed, lov, paragraf, enhed, besluttet_af, note] =
            texts.map(|header| line.optional_text(header, findings));
        let [takst, belaegning, grundlag, omregnes_til, omregnet] =
            numbers.map(|header| line.number(header, findings));
        let [pladser, dage] = [places, days].map(|header| line.count(header, findings));
        let [gaelder_fra, besluttet] = [from, decided].map(|header| line.date(header, findings));
        let (Some(key), Some(tilbud), Some(art)) = (key, tilbud, art) else { continue };
        read.push(Takst {
            noegle: key.value,
            tilbud,
            art,
            driftsherre,
            driftsform,
            beliggenhed,
            lov,
            paragraf,
            pladser,
            takst,
            enhed,
            belaegning,
            gaelder_fra,
            besluttet_af,
            besluttet,
            note,
            grundlag,
            dage,
            omregnes_til,
            omregnet,
        });
    }
    Some(read)
}
