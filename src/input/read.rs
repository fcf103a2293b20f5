use std::collections::BTreeMap;
use std::sync::Arc;

use super::files::Files;
use super::indberetninger::Known;
use super::keys::Keys;
use super::plain_text::plain_text;
use super::toml_file::TomlFile;
use super::{
    aftale, centrale_udmeldinger, dokumenter, indberetninger, myndigheder, offentliggjort, picture,
    regler, takster, tekst,
};
use crate::finding::{Finding, Findings, Place};
use crate::model::{
    Indberetninger, Modtager, Myndighed, MyndighedType, Projekt, Regler, Tekst, Udgavelinje,
};
use crate::text::tree::Picture;

const FOLDER: &str = "inputs";

/// A project's inputs as records.
pub struct Records {
    pub projekt: Projekt,
    /// Where the values of the TOML files stand: "aftale.kontakt.mail", "myndighed.myndighed.0.navn".
    pub places: BTreeMap<String, Place>,
}

/// Reads every input, and tells all that is wrong in any of them; what cannot be read is empty.
pub fn read(files: &Files, findings: &mut Findings) -> Records {
    let mut places = BTreeMap::new();
    let aftale = toml(files, aftale::FILE, "aftale", &mut places, findings, aftale::read);
    let before = findings.len();
    let parties =
        toml(files, myndigheder::FILE, "myndighed", &mut places, findings, |file, findings| {
            Some(myndigheder::read(file, findings))
        });
    let all_parties = findings.len() == before;
    let dokumenter =
        toml(files, dokumenter::FILE, "dokument", &mut places, findings, |file, findings| {
            Some(dokumenter::read(file, findings))
        });
    let (myndigheder, layouts) = parties.unwrap_or_default();
    let before = findings.len();
    let (mut udmeldinger, noegletal) = required(files, centrale_udmeldinger::FILE, findings)
        .map(|bytes| centrale_udmeldinger::read(bytes, findings))
        .unwrap_or_default();
    let known = Known {
        udmeldinger: (findings.len() == before).then_some(&udmeldinger),
        myndigheder: all_parties.then_some(&myndigheder),
    };
    let indberetninger = answers(files, &known, findings);
    // Without all the parties the sums would be wrong.
    if let Some(indberetninger) = indberetninger.as_ref().filter(|_| all_parties) {
        let kommuner = myndigheder.iter().filter(|party| party.art == MyndighedType::Kommune);
        let kommuner: Vec<&Myndighed> = kommuner.collect();
        udmeldinger.iter_mut().for_each(|one| one.count(indberetninger, &kommuner));
    }
    let from_takster = required(files, takster::FILE, findings)
        .map(|bytes| takster::read(bytes, findings))
        .unwrap_or_default();
    let wordfiler = files
        .under(FOLDER)
        .filter(|(name, _)| name.to_lowercase().ends_with(".docx"))
        .map(|(name, bytes)| (under_inputs(name), Arc::from(bytes)))
        .collect();
    let aftale = aftale.unwrap_or_default();
    let mut projekt = Projekt {
        historik: vec![Udgavelinje::of(&aftale.udgave)],
        aftale,
        pr: None,
        myndigheder,
        layouts,
        dokumenter: dokumenter.unwrap_or_default(),
        tekster: texts(files, findings),
        udmeldinger,
        indberetninger: indberetninger.unwrap_or_default(),
        noegletal,
        takster: from_takster.takster,
        aendringer: from_takster.aendringer,
        belaegninger: from_takster.belaegninger,
        regnskabsposter: from_takster.regnskabsposter,
        objektive: from_takster.objektive,
        befolkning: from_takster.befolkning,
        oplyste_andele: from_takster.oplyste_andele,
        regler: rules(files, findings),
        billeder: pictures(files, findings),
        wordfiler,
        offentliggjort: offentliggjort::read(files, findings),
        udeladt: Vec::new(),
        modtager: Modtager::default(),
    };
    projekt.udregn_takster();
    Records { projekt, places }
}

/// The project's own rules, or else those that travel in the program.
fn rules(files: &Files, findings: &mut Findings) -> Regler {
    let Some(bytes) = files.get(regler::FILE) else {
        findings.push(
            Finding::oplysning(
                "regler-fra-programmet",
                Place::file(regler::FILE),
                "Projektet har ingen regler, så programmets egne er brugt.",
            )
            .hint("Lav en ny projektmappe med »socialaftale ny«, og tag filen derfra, hvis de skal rettes."),
        );
        return parse_rules(regler::BUILT_IN, findings);
    };
    match plain_text(bytes, regler::FILE) {
        Ok(source) => parse_rules(&source, findings),
        Err(finding) => {
            findings.push(finding);
            Regler::default()
        }
    }
}

fn parse_rules(source: &str, findings: &mut Findings) -> Regler {
    let file = TomlFile::parse(regler::FILE, source, 0, findings);
    file.map(|file| regler::read(&file, findings)).unwrap_or_default()
}

/// What was collected; none when it could not all be read, since its sums would be wrong.
fn answers(files: &Files, known: &Known<'_>, findings: &mut Findings) -> Option<Indberetninger> {
    let Some(bytes) = files.get(indberetninger::FILE) else {
        let message = "Filen findes ikke, så ingen af kommunerne har svaret.";
        let finding =
            Finding::advarsel("ingen-indberetninger", Place::file(indberetninger::FILE), message);
        findings.push(finding.hint("Saml svarene ind, eller hent filen fra en sikkerhedskopi."));
        return Some(Indberetninger::default());
    };
    let before = findings.len();
    let read = indberetninger::read(bytes, known, findings);
    (findings.len() == before).then_some(read)
}

/// The texts of every folder that has them; a key stands once over all of them.
fn texts(files: &Files, findings: &mut Findings) -> Vec<Tekst> {
    let mut areas = Keys::of("Fokusområdet");
    let tekster: Vec<Tekst> = tekst::FOLDERS
        .iter()
        .flat_map(|folder| files.under(folder))
        .filter(|(name, _)| name.ends_with(".md"))
        .filter_map(|(name, bytes)| tekst::read(name, bytes, &mut areas, findings))
        .collect();
    let mut keys = Keys::of("Teksten");
    for tekst in &tekster {
        keys.unique(&tekst.text.key, &tekst.text.place, findings);
    }
    tekster
}

fn pictures(files: &Files, findings: &mut Findings) -> Vec<(String, Picture)> {
    let mut billeder = Vec::new();
    for (name, bytes) in picture::FOLDERS.iter().flat_map(|folder| files.under(folder)) {
        match picture::read(name, bytes) {
            Ok(picture) => billeder.push((under_inputs(name), picture)),
            Err(finding) => findings.push(finding),
        }
    }
    billeder
}

/// A file's path as texts and templates name it.
fn under_inputs(name: &str) -> String {
    name.trim_start_matches(FOLDER).trim_start_matches('/').to_owned()
}

fn required<'f>(files: &'f Files, name: &str, findings: &mut Findings) -> Option<&'f [u8]> {
    let found = files.get(name);
    if found.is_none() {
        let hint = match saved_otherwise(files, name) {
            Some(other) => format!("Åbn »{other}« i Excel, og gem den som {name}."),
            None => "Læg den i inputs/, eller hent den fra en sikkerhedskopi.".to_owned(),
        };
        findings
            .push(Finding::fejl("fil-mangler", Place::file(name), "Filen findes ikke.").hint(hint));
    }
    found
}

/// A workbook of that name in another format than .xlsx.
fn saved_otherwise<'f>(files: &'f Files, name: &str) -> Option<&'f str> {
    let stem = name.strip_suffix("xlsx")?;
    files.names().find(|other| {
        let ending = other.strip_prefix(stem).map(str::to_lowercase);
        ending
            .is_some_and(|ending| ["xls", "xlsm", "xlsb", "ods", "csv"].contains(&ending.as_str()))
    })
}

fn toml<T>(
    files: &Files,
    name: &str,
    prefix: &str,
    places: &mut BTreeMap<String, Place>,
    findings: &mut Findings,
    read: impl FnOnce(&TomlFile<'_>, &mut Findings) -> Option<T>,
) -> Option<T> {
    let bytes = required(files, name, findings)?;
    let source = match plain_text(bytes, name) {
        Ok(source) => source,
        Err(finding) => {
            findings.push(finding);
            return None;
        }
    };
    let file = TomlFile::parse(name, &source, 0, findings)?;
    places
        .extend(file.places().into_iter().map(|(path, place)| (format!("{prefix}.{path}"), place)));
    read(&file, findings)
}
