use crate::finding::Findings;
use crate::input::workbook::Sheet;
use crate::model::{TILBUDSTYPER, Takst};

/// Reads the sheet `Takster`.
pub(super) fn read(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Takst>> {
    let names = [
        "Nøgle",
        "Tilbud",
        "Type",
        "Driftsherre",
        "Driftsform",
        "Beliggenhed",
        "Lov",
        "Paragraf",
        "Pladser",
        "Takst",
        "Enhed",
        "Belægningsprocent",
        "Gælder fra",
        "Besluttet af",
        "Besluttet",
        "Note",
        "Takstberegningsgrundlag",
        "Dage",
        "Omregnes til",
        "Omregnet takst",
    ];
    let [
        noegle,
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
    ] = sheet.columns(names, findings)?;
    let kinds = TILBUDSTYPER.map(str::to_owned).into();
    let mut read = Vec::new();
    for line in sheet.lines() {
        let key = line.key(noegle, findings);
        let tilbud = line.text(tilbud, findings);
        let art = line.choice(art, &kinds, "en type tilbud", findings);
        let mut text = |header| line.optional_text(header, findings);
        let (driftsherre, driftsform) = (text(driftsherre), text(driftsform));
        let (beliggenhed, lov, paragraf) = (text(beliggenhed), text(lov), text(paragraf));
        let (enhed, besluttet_af, note) = (text(enhed), text(besluttet_af), text(note));
        let pladser = line.count(pladser, findings);
        let mut number = |header| line.number(header, findings);
        let (takst, belaegning, grundlag) = (number(takst), number(belaegning), number(grundlag));
        let (omregnes_til, omregnet) = (number(omregnes_til), number(omregnet));
        let dage = line.count(dage, findings);
        let gaelder_fra = line.date(gaelder_fra, findings);
        let besluttet = line.date(besluttet, findings);
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
