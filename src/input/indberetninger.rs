use std::collections::{BTreeMap, BTreeSet};

use super::keys::Keys;
use super::workbook::{Header, Line, Sheet, Workbook};
use crate::finding::{Finding, Findings};
use crate::model::{
    Afsender, CentralUdmelding, Indberetninger, IndberettetTal, IndberettetTekst,
    IndberettetTilbud, Myndighed, MyndighedType, Oprindelse, Sourced, Svar, Svarstand, Svarstatus,
    Tema,
};

/// Where the table of answers lies in a project.
pub const FILE: &str = "inputs/indberetninger.xlsx";

/// The names that an answer may use; none where they could not all be read.
pub(super) struct Known<'a> {
    pub udmeldinger: Option<&'a [CentralUdmelding]>,
    pub myndigheder: Option<&'a [Myndighed]>,
}

/// Reads what was collected.
pub(super) fn read(bytes: &[u8], known: &Known<'_>, findings: &mut Findings) -> Indberetninger {
    let mut workbook = match Workbook::open(FILE, bytes) {
        Ok(workbook) => workbook,
        Err(finding) => {
            findings.push(finding);
            return Indberetninger::default();
        }
    };
    let names = Names::of(known);
    let tekster = workbook.sheet_of_texts("Tekster", findings);
    let mut sheet = |name: &str| workbook.sheet(name, findings);
    let [tal, tilbud, svar] = ["Tal", "Tilbud", "Svar"].map(&mut sheet);
    Indberetninger {
        tal: tal.and_then(|sheet| names.tal(&sheet, findings)).unwrap_or_default(),
        tekster: tekster.and_then(|sheet| names.tekster(&sheet, findings)).unwrap_or_default(),
        tilbud: tilbud.and_then(|sheet| names.tilbud(&sheet, findings)).unwrap_or_default(),
        svar: svar.and_then(|sheet| names.svar(&sheet, findings)).unwrap_or_default(),
    }
}

/// The known names, as the cells are compared with them.
struct Names {
    udmeldinger: Option<BTreeSet<String>>,
    /// The groups and the years of each udmelding.
    counted: BTreeMap<String, (BTreeSet<String>, Vec<u16>)>,
    parter: Option<BTreeSet<String>>,
    kommuner: Option<BTreeSet<String>>,
    /// Those who may answer apart for each party.
    svarer: BTreeMap<String, BTreeSet<String>>,
    statuses: BTreeSet<String>,
}

/// The columns that say who answered.
type Sender = [Header; 3];
const SENDER: [&str; 3] = ["Udmelding", "Part", "Svarer for"];

/// The columns that say where an answer comes from and what became of it.
type Origin = [Header; 6];
const ORIGIN: [&str; 6] = ["Status", "Fil", "Ark", "Celle", "Begrundelse", "Før"];

impl Names {
    fn of(known: &Known<'_>) -> Self {
        let groups = |udmelding: &CentralUdmelding| {
            udmelding.grupper.iter().map(|gruppe| gruppe.noegle.clone()).collect()
        };
        let counted = |one: &CentralUdmelding| (one.noegle.clone(), (groups(one), one.aar.clone()));
        let parts = |party: &Myndighed| party.svarer.iter().map(|part| part.navn.clone()).collect();
        let is_kommune = |party: &&Myndighed| party.art == MyndighedType::Kommune;
        let name = |party: &Myndighed| party.navn.clone();
        let (udmeldinger, parties) = (known.udmeldinger, known.myndigheder);
        Self {
            udmeldinger: udmeldinger.map(|all| all.iter().map(|one| one.noegle.clone()).collect()),
            counted: udmeldinger.unwrap_or_default().iter().map(counted).collect(),
            parter: parties.map(|all| all.iter().map(name).collect()),
            kommuner: parties.map(|all| all.iter().filter(is_kommune).map(name).collect()),
            svarer: parties
                .unwrap_or_default()
                .iter()
                .map(|party| (name(party), parts(party)))
                .collect(),
            statuses: Svarstatus::NAMES.map(str::to_owned).into(),
        }
    }

    fn tal(&self, sheet: &Sheet, findings: &mut Findings) -> Option<Vec<IndberettetTal>> {
        let sender = sheet.columns(SENDER, findings);
        let origin = sheet.columns(ORIGIN, findings);
        let names = ["Gruppe", "År", "Værdi", "Bemærkning", "Rettelse"];
        let [gruppe, aar, vaerdi, bemaerkning, rettelse] = sheet.columns(names, findings)?;
        let (sender, origin) = (sender?, origin?);
        let (mut read, mut rows) = (Vec::new(), Keys::of("Svaret"));
        for line in sheet.lines() {
            let afsender =
                self.afsender(&line, sender, self.kommuner.as_ref(), "en kommune", findings);
            let oprindelse = self.oprindelse(&line, origin, Some(bemaerkning), findings);
            let aar = line.year(aar, findings);
            let is_number = line.is_filled(vaerdi);
            let vaerdi = line.count(vaerdi, findings);
            let rettelse = line.count(rettelse, findings);
            let (Some(afsender), Some(oprindelse), Some(aar)) = (afsender, oprindelse, aar) else {
                continue;
            };
            self.counted(&afsender, &aar, findings);
            let groups = self.counted.get(&afsender.udmelding).map(|(groups, _)| groups);
            let Some(gruppe) = line.known(gruppe, groups, "en gruppe", findings) else { continue };
            let key = told(&afsender, &[&gruppe.value, &aar.value.to_string()]);
            rows.unique(&key, &aar.place, findings);
            findings.extend(misfit(&line, is_number, oprindelse.status, origin[0]));
            let aar = aar.value;
            read.push(IndberettetTal { afsender, gruppe, aar, vaerdi, rettelse, oprindelse });
        }
        Some(read)
    }

    fn tekster(&self, sheet: &Sheet, findings: &mut Findings) -> Option<Vec<IndberettetTekst>> {
        let sender = sheet.columns(SENDER, findings);
        let origin = sheet.columns(ORIGIN, findings);
        let [tema, tekst, rettelse] = sheet.columns(["Tema", "Tekst", "Rettelse"], findings)?;
        let (sender, origin) = (sender?, origin?);
        let themes = Tema::ALL.map(|tema| tema.name().to_owned()).into();
        let (mut read, mut rows) = (Vec::new(), Keys::of("Svaret"));
        for line in sheet.lines() {
            let afsender = self.afsender(&line, sender, self.parter.as_ref(), "en part", findings);
            let oprindelse = self.oprindelse(&line, origin, None, findings);
            let given = line.choice(tema, &themes, "et tema", findings);
            let tekst = line.optional_text(tekst, findings);
            let rettelse = line.optional_text(rettelse, findings);
            let (Some(afsender), Some(oprindelse), Some(given)) = (afsender, oprindelse, given)
            else {
                continue;
            };
            rows.unique(&told(&afsender, &[&given.value]), &given.place, findings);
            let Some(tema) = Tema::from_name(&given.value) else { continue };
            read.push(IndberettetTekst { afsender, tema, tekst, rettelse, oprindelse });
        }
        Some(read)
    }

    fn tilbud(&self, sheet: &Sheet, findings: &mut Findings) -> Option<Vec<IndberettetTilbud>> {
        let sender = sheet.columns(SENDER, findings);
        let origin = sheet.columns(ORIGIN, findings);
        let about = ["Tilbud", "Driftsherre", "Beliggenhed", "Paragraf", "Anvendes til"];
        let about = sheet.columns(about, findings);
        let names = ["År", "Brugere", "Bemærkning", "Rettelse"];
        let [aar, brugere, bemaerkning, rettelse] = sheet.columns(names, findings)?;
        let (sender, origin) = (sender?, origin?);
        let [tilbud, driftsherre, beliggenhed, paragraf, anvendes_til] = about?;
        let (mut read, mut rows) = (Vec::new(), Keys::of("Svaret"));
        for line in sheet.lines() {
            let afsender = self.afsender(&line, sender, self.parter.as_ref(), "en part", findings);
            let oprindelse = self.oprindelse(&line, origin, Some(bemaerkning), findings);
            let (tilbud, aar) = (line.text(tilbud, findings), line.year(aar, findings));
            let brugere = line.count(brugere, findings);
            let rettelse = line.count(rettelse, findings);
            let [driftsherre, beliggenhed, paragraf, anvendes_til] =
                [driftsherre, beliggenhed, paragraf, anvendes_til]
                    .map(|header| line.optional_text(header, findings));
            let (Some(afsender), Some(oprindelse)) = (afsender, oprindelse) else { continue };
            let (Some(tilbud), Some(aar)) = (tilbud, aar) else { continue };
            self.counted(&afsender, &aar, findings);
            let used_for = anvendes_til.as_ref().map_or("", |words| words.value.as_str());
            let key = told(&afsender, &[&tilbud.value, used_for, &aar.value.to_string()]);
            rows.unique(&key, &tilbud.place, findings);
            read.push(IndberettetTilbud {
                afsender,
                tilbud,
                driftsherre,
                beliggenhed,
                paragraf,
                anvendes_til,
                aar: aar.value,
                brugere,
                rettelse,
                oprindelse,
            });
        }
        Some(read)
    }

    fn svar(&self, sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Svar>> {
        let sender = sheet.columns(SENDER, findings);
        let names = ["Status", "Fil", "Kontrolsum", "Frist"];
        let [status, fil, kontrolsum, frist] = sheet.columns(names, findings)?;
        let (sender, stands) =
            (sender?, Svarstand::ALL.map(|stand| stand.name().to_owned()).into());
        let (mut read, mut rows) = (Vec::new(), Keys::of("Svaret"));
        for line in sheet.lines() {
            let afsender = self.afsender(&line, sender, self.parter.as_ref(), "en part", findings);
            let stand = line.choice(status, &stands, "en status", findings);
            let [fil, kontrolsum] = [fil, kontrolsum].map(|header| plain(&line, header, findings));
            let frist = line.date(frist, findings);
            let (Some(afsender), Some(stand)) = (afsender, stand) else { continue };
            rows.unique(&told(&afsender, &[]), &stand.place, findings);
            let Some(stand) = Svarstand::from_name(&stand.value) else { continue };
            read.push(Svar { afsender, stand, fil, kontrolsum, frist });
        }
        Some(read)
    }

    fn afsender(
        &self,
        line: &Line<'_>,
        [udmelding, part, svarer_for]: Sender,
        parties: Option<&BTreeSet<String>>,
        what: &str,
        findings: &mut Findings,
    ) -> Option<Afsender> {
        let udmeldinger = self.udmeldinger.as_ref();
        let udmelding = line.known(udmelding, udmeldinger, "en central udmelding", findings);
        let part = line.known(part, parties, what, findings);
        let is_whole = !line.is_filled(svarer_for);
        let (udmelding, part) = (udmelding?.value, part?.value);
        if is_whole {
            return Some(Afsender { udmelding, part, svarer_for: None });
        }
        let what = format!("en, der svarer for {part}");
        let svarer_for = line.known(svarer_for, self.svarer.get(&part), &what, findings)?.value;
        Some(Afsender { udmelding, part, svarer_for: Some(svarer_for) })
    }

    fn oprindelse(
        &self,
        line: &Line<'_>,
        [status, fil, ark, celle, begrundelse, foer]: Origin,
        bemaerkning: Option<Header>,
        findings: &mut Findings,
    ) -> Option<Oprindelse> {
        let status = line.choice(status, &self.statuses, "en status", findings);
        let bemaerkning = bemaerkning.and_then(|header| line.optional_text(header, findings));
        let [fil, ark, celle, begrundelse, foer] =
            [fil, ark, celle, begrundelse, foer].map(|header| plain(line, header, findings));
        let status = Svarstatus::from_name(&status?.value)?;
        Some(Oprindelse { status, bemaerkning, fil, ark, celle, begrundelse, foer })
    }

    /// An udmelding is answered for the years that it counts.
    fn counted(&self, afsender: &Afsender, aar: &Sourced<u16>, findings: &mut Findings) {
        let counted = self.counted.get(&afsender.udmelding);
        if counted.is_some_and(|(_, years)| !years.contains(&aar.value)) {
            findings.push(
                Finding::fejl(
                    "aar-uden-for-udmeldingen",
                    aar.place.clone(),
                    format!("Udmeldingen »{}« tæller ikke {}.", afsender.udmelding, aar.value),
                )
                .hint("Ret året, eller »Fra år« og »Til år« i centrale-udmeldinger.xlsx."),
            );
        }
    }
}

fn plain(line: &Line<'_>, header: Header, findings: &mut Findings) -> Option<String> {
    line.optional_text(header, findings).map(|text| text.value)
}

/// A row's key, as it is told when it stands twice.
fn told(afsender: &Afsender, more: &[&str]) -> String {
    let Afsender { udmelding, part, svarer_for } = afsender;
    let senders = [udmelding.as_str(), part].into_iter().chain(svarer_for.as_deref());
    let words = senders.chain(more.iter().copied()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(", ")
}

/// A value and its status say the same: there is a number, or there is none.
fn misfit(line: &Line<'_>, is_number: bool, status: Svarstatus, header: Header) -> Option<Finding> {
    let (stands, hint) = match (is_number, status) {
        (true, Svarstatus::Uklar | Svarstatus::Ubesvaret) => {
            ("et tal", "Skriv foreløbig eller endelig under »Status«.")
        }
        (false, Svarstatus::Tal(_)) => ("intet tal", "Skriv ubesvaret under »Status«."),
        _ => return None,
    };
    let message = format!("Der står {stands} under »Værdi«, men status er »{}«.", status.name());
    Some(Finding::fejl("status-passer-ikke", line.place(header), message).hint(hint))
}
