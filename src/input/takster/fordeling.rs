use crate::finding::Findings;
use crate::input::workbook::Sheet;
use crate::model::OplystAndel;

/// Reads the sheet `Oplyst fordeling`.
pub(super) fn read(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<OplystAndel>> {
    let names = ["Nøgle", "År", "Kommune", "Beløb"];
    let [noegle, aar, kommune, beloeb] = sheet.columns(names, findings)?;
    let mut read = Vec::new();
    for line in sheet.lines() {
        let key = line.key(noegle, findings);
        let aar = line.year(aar, findings);
        let kommune = line.text(kommune, findings);
        let beloeb = line.required_number(beloeb, findings);
        read.extend((|| {
            Some(OplystAndel {
                noegle: key?.value,
                aar: aar?.value,
                kommune: kommune?,
                beloeb: beloeb?,
            })
        })());
    }
    Some(read)
}
