use std::collections::BTreeMap;

use super::aendring::Aendring;
use super::besvarelse::Besvarelse;
use super::choose::choose;
use super::indberetninger::{Ark, FILE, Indberetninger, sort};
use super::kept::Kept;
use super::merge::{Changed, merge};
use super::svar::{add_unanswered, svar};
use super::udfald::{Udfald, Udfaldsart};
use crate::check::civil_numbers_in;
use crate::finding::{Finding, Findings, Place};
use crate::input::Files;
use crate::model::Projekt;
use crate::output::digest;
use crate::text::danish::without_personnumre;

/// What a round of collecting gives: files to write, and what became of each returned file.
#[derive(Debug)]
pub struct Indsamling {
    /// By path in the project; none when nothing is new.
    pub files: Vec<(String, Vec<u8>)>,
    pub udfald: Vec<Udfald>,
    /// The answers that are not what they were the last time.
    pub aendringer: Vec<Aendring>,
    pub indberetninger: Indberetninger,
    /// Why returned files were neither taken nor kept, as fejl that do not hold the others back.
    pub afvist: Findings,
}

/// A returned file that could be read, with its bytes.
pub(super) struct Indkommet<'p> {
    pub file: String,
    pub bytes: Vec<u8>,
    pub digest: String,
    pub besvarelse: Besvarelse<'p>,
}

/// Reads what came back, by name below its folder, and brings the table of answers up to date.
pub fn indsaml(
    projekt: &Projekt,
    inputs: &Files,
    returned: &[(String, Vec<u8>)],
    findings: &mut Findings,
) -> Option<Indsamling> {
    let former = match inputs.get(FILE) {
        Some(bytes) => Indberetninger::read(bytes, findings)?,
        None => Indberetninger::default(),
    };
    let kept = Kept::of(inputs);
    let (mut udfald, mut afvist) = (Vec::new(), Findings::new());
    let returned = acceptable(returned, &mut udfald, &mut afvist, findings);
    let read = read_all(projekt, &returned, &mut udfald, findings);
    let taken = choose(read, &kept, &former, &mut udfald, findings);
    let fresh: Vec<&Besvarelse<'_>> = taken.iter().map(|one| &one.besvarelse).collect();
    let (mut table, changed) = merged(projekt, &former, &fresh);
    let stored = stored_names(&taken, &kept);
    table.set(Ark::Svar, svar(projekt, &table, &former, &taken, &stored));
    for one in &taken {
        findings.extend(one.besvarelse.findings.clone());
        udfald.push(Udfald::of_taken(one, &former, &table, &changed));
    }
    let mut files: Vec<_> = copies(&taken, &kept, &stored).collect();
    files.extend(workbook(projekt, inputs, &former, &table, findings));
    udfald.sort_by(|a, b| a.file.cmp(&b.file));
    let mut aendringer = changed.aendringer;
    aendringer.sort_by(|a, b| (&a.udmelding, &a.svar_fra).cmp(&(&b.udmelding, &b.svar_fra)));
    Some(Indsamling { files, udfald, aendringer, indberetninger: table, afvist })
}

/// The answers as they are after a round, and what has changed in them.
fn merged(
    projekt: &Projekt,
    former: &Indberetninger,
    fresh: &[&Besvarelse<'_>],
) -> (Indberetninger, Changed) {
    let (mut table, mut changed) = (Indberetninger::default(), Changed::default());
    for ark in Ark::ANSWERS {
        let mut rows = merge(ark, former.rows(ark), fresh, &mut changed);
        if ark == Ark::Tal {
            add_unanswered(projekt, &mut rows);
        }
        sort(ark, &mut rows, projekt);
        table.set(ark, rows);
    }
    (table, changed)
}

/// The returned files but for those with what looks like a CPR number, which must not be copied.
fn acceptable<'r>(
    returned: &'r [(String, Vec<u8>)],
    udfald: &mut Vec<Udfald>,
    afvist: &mut Findings,
    findings: &mut Findings,
) -> Vec<&'r (String, Vec<u8>)> {
    let mut accepted = Vec::new();
    for one in returned {
        let (file, bytes) = one;
        // A file that cannot be searched cannot be read either, which is told then.
        let found = civil_numbers_in(file, bytes).unwrap_or_default();
        if found.has_fejl() {
            afvist.extend(found.into_iter().map(rejected));
            udfald.push(Udfald::of_file(&without_personnumre(file), Udfaldsart::IkkeLaest));
        } else {
            findings.extend(found);
            accepted.push(one);
        }
    }
    accepted
}

fn rejected(finding: Finding) -> Finding {
    let hint = finding.hint.clone().unwrap_or_default();
    finding.hint(format!("Filen er hverken taget med eller gemt. {hint}"))
}

/// Reads each file once; the same bytes under two names are one answer.
fn read_all<'p>(
    projekt: &'p Projekt,
    returned: &[&(String, Vec<u8>)],
    udfald: &mut Vec<Udfald>,
    findings: &mut Findings,
) -> Vec<Indkommet<'p>> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut read = Vec::new();
    for (file, bytes) in returned {
        let digest = digest(bytes);
        if let Some(first) = seen.get(&digest) {
            findings.push(same_file(file, first));
            udfald.push(Udfald::of_file(file, Udfaldsart::Gengang));
            continue;
        }
        seen.insert(digest.clone(), file);
        match Besvarelse::read(projekt, file, bytes) {
            Ok(besvarelse) if besvarelse.is_blank() => {
                findings.push(blank(file));
                udfald.push(Udfald::of_form(file, &besvarelse.form, Udfaldsart::Tomt));
            }
            Ok(besvarelse) => {
                let (file, bytes) = (file.clone(), bytes.clone());
                read.push(Indkommet { file, bytes, digest, besvarelse });
            }
            Err(finding) => {
                findings.push(finding);
                udfald.push(Udfald::of_file(file, Udfaldsart::IkkeLaest));
            }
        }
    }
    read
}

/// What each file is called where it is kept: "spise-rebild.xlsx", and with a number the next time.
fn stored_names(taken: &[Indkommet<'_>], kept: &Kept) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for one in taken {
        let name = kept.name_of(&one.digest).map(str::to_owned);
        let form = &one.besvarelse.form;
        let stem = format!("{}-{}", form.udmelding.noegle, form.respondent.noegle());
        names.insert(one.digest.clone(), name.unwrap_or_else(|| kept.free_name(&stem, &one.file)));
    }
    names
}

fn copies<'t>(
    taken: &'t [Indkommet<'_>],
    kept: &'t Kept,
    stored: &'t BTreeMap<String, String>,
) -> impl Iterator<Item = (String, Vec<u8>)> + 't {
    let new = taken.iter().filter(|one| kept.name_of(&one.digest).is_none());
    new.filter_map(|one| Some((Kept::path(stored.get(&one.digest)?), one.bytes.clone())))
}

/// The table as a workbook, when it says anything new, and a copy of the one it takes the place of.
fn workbook(
    projekt: &Projekt,
    inputs: &Files,
    former: &Indberetninger,
    table: &Indberetninger,
    findings: &mut Findings,
) -> Vec<(String, Vec<u8>)> {
    let bytes = match table.write(&projekt.aftale) {
        Ok(bytes) => bytes,
        Err(error) => {
            findings.push(not_written(&error.to_string()));
            return Vec::new();
        }
    };
    let Some(old) = inputs.get(FILE) else { return vec![(FILE.to_owned(), bytes)] };
    // Compared as it will be read, since a text may lose spaces on the way.
    if Indberetninger::read(&bytes, findings).is_some_and(|table| table == *former) {
        return Vec::new();
    }
    vec![(Kept::earlier(inputs), old.to_vec()), (FILE.to_owned(), bytes)]
}

fn same_file(file: &str, first: &str) -> Finding {
    let message = format!("Filen er den samme som »{first}« og læses kun én gang.");
    Finding::oplysning("samme-fil", Place::file(file), message)
}

fn blank(file: &str) -> Finding {
    let message = "Skemaet er ikke udfyldt og er ikke taget med.";
    Finding::oplysning("tomt-skema", Place::file(file), message)
}

fn not_written(error: &str) -> Finding {
    let message = format!("De samlede svar kan ikke skrives: {error}.");
    Finding::fejl("indberetninger-ikke-skrevet", Place::file(FILE), message)
        .hint("Er en tekst meget lang, så bed om en kortere, eller del den.")
}
