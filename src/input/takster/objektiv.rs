use crate::finding::Findings;
use crate::input::workbook::Sheet;
use crate::model::ObjektivFinansiering;

/// Reads the sheet `Objektiv finansiering`.
pub(super) fn read(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<ObjektivFinansiering>> {
    let names = ["Nøgle", "Tilbud", "År", "Beløb", "Befolkning"];
    let [noegle, tilbud, aar, beloeb, befolkning] = sheet.columns(names, findings)?;
    let mut read = Vec::new();
    for line in sheet.lines() {
        let (key, tilbud) = (line.key(noegle, findings), line.text(tilbud, findings));
        let aar = line.year(aar, findings);
        let beloeb = line.required_number(beloeb, findings);
        let befolkning = line.text(befolkning, findings);
        read.extend((|| {
            Some(ObjektivFinansiering {
                noegle: key?.value,
                tilbud: tilbud?,
                aar: aar?,
                beloeb: beloeb?,
                befolkning: befolkning?,
            })
        })());
    }
    Some(read)
}
