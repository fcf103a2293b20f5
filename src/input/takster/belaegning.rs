use crate::finding::Findings;
use crate::input::workbook::Sheet;
use crate::model::{Belaegning, Optaelling};

/// Reads the sheet `Belægning`.
pub(super) fn read(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Belaegning>> {
    let names = ["Nøgle", "Tilbud", "Række", "Betegnelse", "Enhed"];
    let [noegle, tilbud, raekke, betegnelse, enhed] = sheet.columns(names, findings)?;
    let years = sheet.years(findings);
    let mut read = Vec::new();
    for line in sheet.lines() {
        let (key, tilbud) = (line.key(noegle, findings), line.text(tilbud, findings));
        let (raekke, betegnelse) = (line.text(raekke, findings), line.text(betegnelse, findings));
        let enhed = line.optional_text(enhed, findings);
        let tal = years
            .iter()
            .filter_map(|(aar, header)| {
                Some((*aar, Optaelling::new(line.number(*header, findings)?, None)))
            })
            .collect();
        read.extend((|| {
            Some(Belaegning {
                noegle: key?.value,
                tilbud: tilbud?,
                raekke: raekke?.value,
                betegnelse: betegnelse?,
                enhed,
                tal,
            })
        })());
    }
    Some(read)
}
