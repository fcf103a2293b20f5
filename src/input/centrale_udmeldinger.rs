use std::collections::BTreeSet;

use super::keys::Keys;
use super::workbook::{Header, Line, Sheet, Workbook};
use crate::finding::{Finding, Findings};
use crate::model::{
    AnvendtTilbud, CentralUdmelding, Gruppe, Kontroltal, LandsdelAntal, Noegletal, Yearly,
};

pub(super) const FILE: &str = "inputs/centrale-udmeldinger.xlsx";

/// Reads the secretariat's own workbook; the counts of the parties come from their answers.
pub(super) fn read(
    bytes: &[u8],
    findings: &mut Findings,
) -> (Vec<CentralUdmelding>, Vec<Noegletal>) {
    let mut workbook = match Workbook::open(FILE, bytes) {
        Ok(workbook) => workbook,
        Err(finding) => {
            findings.push(finding);
            return (Vec::new(), Vec::new());
        }
    };
    let noegletal = workbook.sheet("Nøgletal", findings);
    let noegletal = noegletal.and_then(|sheet| read_noegletal(&sheet, findings));
    let noegletal = noegletal.unwrap_or_default();
    let mut sheet = |name: &str| workbook.sheet(name, findings);
    let sheets = ["Udmeldinger", "Grupper", "Kontroltal", "Landsdele", "Tilbud"].map(&mut sheet);
    let [Some(udmeldinger), Some(grupper), Some(kontroltal), Some(landsdele), Some(tilbud)] =
        sheets
    else {
        return (Vec::new(), noegletal);
    };
    let before = findings.len();
    let mut read = read_udmeldinger(&udmeldinger, findings).unwrap_or_default();
    let known: BTreeSet<String> = read.iter().map(|u| u.noegle.clone()).collect();
    let all_known = findings.len() == before;
    let mut table =
        Tables { read: &mut read, known: &known, all_known, all_groups_known: all_known };
    let before = findings.len();
    table.grupper(&grupper, findings);
    table.all_groups_known &= findings.len() == before;
    table.kontroltal(&kontroltal, findings);
    table.landsdele(&landsdele, findings);
    table.tilbud(&tilbud, findings);
    (read, noegletal)
}

fn read_noegletal(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Noegletal>> {
    let names = ["Nøgle", "Tal", "Enhed", "Betegnelse", "Status", "Kilde"];
    let [noegle, tal, enhed, betegnelse, status, kilde] = sheet.columns(names, findings)?;
    let (mut keys, mut read) = (Keys::of("Nøgletallet"), Vec::new());
    for line in sheet.lines() {
        let key = line.key(noegle, findings);
        if let Some(key) = &key {
            keys.unique(&key.value, &key.place, findings);
        }
        let tal = line.required_number(tal, findings);
        let enhed = line.optional_text(enhed, findings);
        let betegnelse = line.text(betegnelse, findings);
        let status = line.talstatus(status, findings);
        let kilde = line.text(kilde, findings);
        read.extend((|| {
            Some(Noegletal {
                noegle: key?.value,
                tal: tal?,
                enhed,
                betegnelse: betegnelse?,
                status,
                kilde: kilde?,
            })
        })());
    }
    Some(read)
}

fn read_udmeldinger(sheet: &Sheet, findings: &mut Findings) -> Option<Vec<CentralUdmelding>> {
    let names = [
        "Nøgle",
        "Titel",
        "Kort titel",
        "Udsendt",
        "Meldt i DAS",
        "Status",
        "Opgjort",
        "Fra år",
        "Til år",
        "Svarfrist",
        "Population",
        "Kilde",
    ];
    let [noegle, titel, kort, udsendt, meldt, status, opgjort, fra, til, frist, population, kilde] =
        sheet.columns(names, findings)?;
    let (mut keys, mut read) = (Keys::of("Udmeldingen"), Vec::new());
    for line in sheet.lines() {
        let key = line.key(noegle, findings);
        if let Some(key) = &key {
            keys.unique(&key.value, &key.place, findings);
        }
        let mut text = |header| line.text(header, findings);
        let (titel, kort_titel) = (text(titel), text(kort));
        let (udsendt, meldt_das) = (text(udsendt), text(meldt));
        let (status, opgjort) = (text(status), text(opgjort));
        let aar = years(&line, fra, til, findings);
        let svarfrist = line.date(frist, findings);
        let population = line.optional_text(population, findings);
        let kilde = line.optional_text(kilde, findings);
        read.extend((|| {
            Some(CentralUdmelding {
                noegle: key?.value,
                titel: titel?,
                kort_titel: kort_titel?,
                udsendt: udsendt?,
                meldt_das: meldt_das?,
                status: status?,
                opgjort: opgjort?,
                aar: aar?,
                svarfrist,
                population,
                kilde,
                grupper: Vec::new(),
                i_alt: Yearly::default(),
                landsdele: Vec::new(),
                tilbud: Vec::new(),
            })
        })());
    }
    Some(read)
}

/// The tables that hang on the udmeldinger, by their key in the first column.
struct Tables<'a> {
    read: &'a mut Vec<CentralUdmelding>,
    known: &'a BTreeSet<String>,
    /// Whether all keys could be read; else one that is not found is no fault of its own.
    all_known: bool,
    all_groups_known: bool,
}

impl Tables<'_> {
    fn udmelding(
        &mut self,
        line: &Line<'_>,
        header: Header,
        findings: &mut Findings,
    ) -> Option<&mut CentralUdmelding> {
        let known = self.all_known.then_some(self.known);
        let key = line.known(header, known, "en central udmelding", findings)?.value;
        self.read.iter_mut().find(|udmelding| udmelding.noegle == key)
    }

    /// A group with its key and that of its udmelding: "spise/voksne".
    fn gruppe(
        &mut self,
        line: &Line<'_>,
        udmelding: Header,
        gruppe: Header,
        findings: &mut Findings,
    ) -> Option<(String, &mut Gruppe)> {
        let all_known = self.all_groups_known;
        let udmelding = self.udmelding(line, udmelding, findings)?;
        let known = udmelding.grupper.iter().map(|gruppe| gruppe.noegle.clone()).collect();
        let known = all_known.then_some(&known);
        let key = line.known(gruppe, known, "en gruppe", findings)?.value;
        let row = format!("{}/{key}", udmelding.noegle);
        let found = udmelding.grupper.iter_mut().find(|gruppe| gruppe.noegle == key)?;
        Some((row, found))
    }

    fn grupper(&mut self, sheet: &Sheet, findings: &mut Findings) -> Option<()> {
        let names = ["Udmelding", "Gruppe", "Betegnelse", "I målgruppen", "Note"];
        let [udmelding, gruppe, betegnelse, inside, note] = sheet.columns(names, findings)?;
        let answers = ["ja", "nej"].map(str::to_owned).into();
        let mut keys = Keys::of("Gruppen");
        for line in sheet.lines() {
            let key = line.key(gruppe, findings);
            let betegnelse = line.text(betegnelse, findings);
            let inside = line.choice(inside, &answers, "ja eller nej", findings);
            let note = line.optional_text(note, findings);
            let Some(of) = self.udmelding(&line, udmelding, findings) else { continue };
            if let Some(key) = &key {
                keys.unique(&format!("{}/{}", of.noegle, key.value), &key.place, findings);
            }
            of.grupper.extend((|| {
                Some(Gruppe {
                    noegle: key?.value,
                    betegnelse: betegnelse?,
                    i_maalgruppen: inside?.value == "ja",
                    note,
                    region: Yearly::default(),
                    mangler: 0,
                    mangler_navne: Vec::new(),
                    kommuner: Vec::new(),
                    kontroltal: None,
                })
            })());
        }
        Some(())
    }

    fn kontroltal(&mut self, sheet: &Sheet, findings: &mut Findings) -> Option<()> {
        let names = ["Udmelding", "Gruppe", "Mangler svar", "Status", "Kilde"];
        let [udmelding, gruppe, mangler, status, kilde] = sheet.columns(names, findings)?;
        let years = sheet.years(findings);
        let mut rows = Keys::of("Rækken for");
        for line in sheet.lines() {
            let antal = line.counts(&years, line.talstatus(status, findings), findings);
            let mangler = line.count(mangler, findings);
            let kilde = line.optional_text(kilde, findings);
            let at = line.place(gruppe);
            let found = self.gruppe(&line, udmelding, gruppe, findings);
            let Some((row, gruppe)) = found else { continue };
            rows.unique(&row, &at, findings);
            gruppe.kontroltal = Some(Kontroltal { antal, mangler, kilde });
        }
        Some(())
    }

    fn landsdele(&mut self, sheet: &Sheet, findings: &mut Findings) -> Option<()> {
        let names = ["Udmelding", "Landsdel", "Betegnelse", "Befolkning (mio.)", "Status"];
        let [udmelding, landsdel, betegnelse, befolkning, status] =
            sheet.columns(names, findings)?;
        let years = sheet.years(findings);
        let (mut keys, mut counted) = (Keys::of("Landsdelen"), BTreeSet::new());
        for line in sheet.lines() {
            let antal = line.counts(&years, line.talstatus(status, findings), findings);
            let key = line.key(landsdel, findings);
            let betegnelse = line.text(betegnelse, findings);
            let befolkning = line.number(befolkning, findings);
            let Some(of) = self.udmelding(&line, udmelding, findings) else { continue };
            counted.extend(&of.aar);
            let (Some(key), Some(betegnelse)) = (key, betegnelse) else { continue };
            keys.unique(&format!("{}/{}", of.noegle, key.value), &key.place, findings);
            of.landsdele.push(LandsdelAntal { noegle: key.value, betegnelse, befolkning, antal });
        }
        sheet.missing_years(&counted, findings);
        Some(())
    }

    fn tilbud(&mut self, sheet: &Sheet, findings: &mut Findings) -> Option<()> {
        let names = [
            "Udmelding",
            "Tilbud",
            "Driftsherre",
            "Beliggenhed",
            "Anvendes til",
            "I regionen",
            "Note",
        ];
        let [udmelding, tilbud, driftsherre, beliggenhed, anvendes, regionen, note] =
            sheet.columns(names, findings)?;
        for line in sheet.lines() {
            let tilbud = line.text(tilbud, findings);
            let mut text = |header| line.optional_text(header, findings);
            let (driftsherre, beliggenhed) = (text(driftsherre), text(beliggenhed));
            let (anvendes_til, i_regionen, note) = (text(anvendes), text(regionen), text(note));
            let Some(of) = self.udmelding(&line, udmelding, findings) else { continue };
            let Some(tilbud) = tilbud else { continue };
            of.tilbud.push(AnvendtTilbud {
                tilbud,
                driftsherre,
                beliggenhed,
                anvendes_til,
                i_regionen,
                note,
                brugere: Yearly::default(),
            });
        }
        Some(())
    }
}

/// The years from the first to the last that an udmelding counts.
fn years(line: &Line<'_>, fra: Header, til: Header, findings: &mut Findings) -> Option<Vec<u16>> {
    let (fra, til) = (line.year(fra, findings), line.year(til, findings));
    let (fra, til) = (fra?, til?);
    if fra.value > til.value {
        findings.push(
            Finding::fejl(
                "aar-i-forkert-orden",
                til.place,
                format!("Der tælles fra {}, men kun til {}.", fra.value, til.value),
            )
            .hint("Ret »Fra år« eller »Til år«."),
        );
        return None;
    }
    Some((fra.value..=til.value).collect())
}
