use super::workbook::{Sheet, Workbook};
use crate::finding::Findings;
use crate::model::{Belaegning, Omregning, TILBUDSTYPER, Takst, Takstaendring};

pub(super) const FILE: &str = "inputs/takster.xlsx";

/// What `takster.xlsx` holds.
#[derive(Default)]
pub(super) struct Takster {
    pub takster: Vec<Takst>,
    pub aendringer: Vec<Takstaendring>,
    pub omregninger: Vec<Omregning>,
    pub belaegninger: Vec<Belaegning>,
}

pub(super) fn read(bytes: &[u8], findings: &mut Findings) -> Takster {
    let mut workbook = match Workbook::open(FILE, bytes) {
        Ok(workbook) => workbook,
        Err(finding) => {
            findings.push(finding);
            return Takster::default();
        }
    };
    let mut sheet = |name: &str| workbook.sheet(name, findings);
    let [takster, aendringer, omregning, belaegning] =
        ["Takster", "Ændringer", "Omregning", "Belægning"].map(&mut sheet);
    Takster {
        takster: takster.and_then(|sheet| read_takster(&sheet, findings)).unwrap_or_default(),
        aendringer: aendringer
            .and_then(|sheet| read_aendringer(&sheet, findings))
            .unwrap_or_default(),
        omregninger: omregning
            .and_then(|sheet| read_omregninger(&sheet, findings))
            .unwrap_or_default(),
        belaegninger: belaegning
            .and_then(|sheet| read_belaegninger(&sheet, findings))
            .unwrap_or_default(),
    }
}

fn read_takster(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Takst>> {
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
        let takst = line.number(takst, findings);
        let belaegning = line.number(belaegning, findings);
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
        });
    }
    Some(read)
}

fn read_aendringer(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Takstaendring>> {
    let names = [
        "Nøgle",
        "Tilbud",
        "Før",
        "Efter",
        "Ændring",
        "Gælder fra",
        "Besluttet af",
        "Besluttet",
        "Begrundelse",
    ];
    let [noegle, tilbud, foer, efter, aendring, gaelder_fra, besluttet_af, besluttet, begrundelse] =
        sheet.columns(names, findings)?;
    let mut read = Vec::new();
    for line in sheet.lines() {
        let key = line.key(noegle, findings);
        let tilbud = line.text(tilbud, findings);
        let (foer, efter) = (line.number(foer, findings), line.number(efter, findings));
        let aendring = line.required_number(aendring, findings);
        let gaelder_fra = line.required_date(gaelder_fra, findings);
        let besluttet_af = line.optional_text(besluttet_af, findings);
        let besluttet = line.date(besluttet, findings);
        let begrundelse = line.optional_text(begrundelse, findings);
        read.extend((|| {
            Some(Takstaendring {
                noegle: key?.value,
                tilbud: tilbud?,
                foer,
                efter,
                aendring: aendring?,
                gaelder_fra: gaelder_fra?,
                besluttet_af,
                besluttet,
                begrundelse,
            })
        })());
    }
    Some(read)
}

fn read_omregninger(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Omregning>> {
    let names = ["Nøgle", "Takst", "Belægningsprocent", "Omregnet til", "Omregnet takst"];
    let [noegle, takst, belaegning, til, omregnet] = sheet.columns(names, findings)?;
    let mut read = Vec::new();
    for line in sheet.lines() {
        let key = line.key(noegle, findings);
        let mut number = |header| line.required_number(header, findings);
        let (takst, belaegning) = (number(takst), number(belaegning));
        let (til, omregnet) = (number(til), number(omregnet));
        read.extend((|| {
            Some(Omregning {
                noegle: key?.value,
                takst: takst?,
                belaegning: belaegning?,
                omregnet_til: til?,
                omregnet_takst: omregnet?,
            })
        })());
    }
    Some(read)
}

fn read_belaegninger(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Belaegning>> {
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
            .filter_map(|(aar, header)| Some((*aar, line.number(*header, findings)?.into())))
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
