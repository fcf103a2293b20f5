use crate::finding::Findings;
use crate::input::workbook::Sheet;
use crate::model::{TILBUDSTYPER, Takst};

const TEXTS: [&str; 8] = [
    "Driftsherre",
    "Driftsform",
    "Beliggenhed",
    "Lov",
    "Paragraf",
    "Enhed",
    "Besluttet af",
    "Note",
];
const NUMBERS: [&str; 5] =
    ["Takst", "Belægningsprocent", "Takstberegningsgrundlag", "Omregnes til", "Omregnet takst"];

/// Reads the sheet `Takster`.
pub(super) fn read(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Takst>> {
    let names = sheet.columns(["Nøgle", "Tilbud", "Type"], findings);
    let texts = sheet.columns(TEXTS, findings);
    let numbers = sheet.columns(NUMBERS, findings);
    let counts = sheet.columns(["Pladser", "Dage"], findings);
    let dates = sheet.columns(["Gælder fra", "Besluttet"], findings);
    let [noegle, tilbud, art] = names?;
    let (texts, numbers, counts, dates) = (texts?, numbers?, counts?, dates?);
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
        let [pladser, dage] = counts.map(|header| line.count(header, findings));
        let [gaelder_fra, besluttet] = dates.map(|header| line.date(header, findings));
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
