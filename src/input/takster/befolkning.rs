use crate::finding::Findings;
use crate::input::workbook::Sheet;
use crate::model::Befolkningstal;

/// Reads the sheet `Befolkning`.
pub(super) fn read(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Befolkningstal>> {
    let names = ["Befolkning", "År", "Kommune", "Antal"];
    let [befolkning, aar, kommune, antal] = sheet.columns(names, findings)?;
    let mut read = Vec::new();
    for line in sheet.lines() {
        let befolkning = line.text(befolkning, findings);
        let aar = line.year(aar, findings);
        let kommune = line.text(kommune, findings);
        let antal = line.required_count(antal, findings);
        read.extend((|| {
            Some(Befolkningstal {
                befolkning: befolkning?,
                aar: aar?.value,
                kommune: kommune?,
                antal: antal?,
            })
        })());
    }
    Some(read)
}
