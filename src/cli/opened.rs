use std::path::Path;

use chrono::NaiveDate;

use super::Outcome;
use super::args::VisningValg;
use crate::assemble::{Job, project_context};
use crate::check::{
    Checked, Silenced, check, civil_numbers, misspelt_marks, not_final, typed_counts,
};
use crate::discretion::{Masked, masked, masked_pair};
use crate::edition::{self, Edition, History};
use crate::finding::{Finding, Findings, Place, Severity};
use crate::input::{Files, Records, read};
use crate::merge::Context;
use crate::model::{Modtager, Offentliggjort, SkjultTal};
use crate::output::ExceptionEntry;

/// A project folder as read and checked.
pub(super) struct Opened {
    pub inputs: Files,
    pub templates: Files,
    pub records: Records,
    pub context: Context,
    /// What a public edition publishes and hides of counts.
    pub offentlig: Option<Offentlig>,
    /// What only time can bring to a draft.
    pub open: Findings,
    /// What is excepted from the rules.
    pub silenced: Vec<Silenced>,
}

/// What is published of counts, to be kept with the edition, and what is hidden.
pub(super) struct Offentlig {
    pub tabeller: Offentliggjort,
    pub skjulte: Vec<SkjultTal>,
}

impl Opened {
    /// What is excepted from the rules, as a manifest tells it; what was silenced may quote counts
    /// that the public may not see.
    pub fn exceptions(&self) -> Vec<ExceptionEntry> {
        let one = |silenced: &Silenced| ExceptionEntry {
            regel: silenced.rule.clone(),
            begrundelse: silenced.reason.clone(),
            fund: match self.records.projekt.modtager {
                Modtager::Myndighed => silenced.findings.clone(),
                Modtager::Offentlig => Vec::new(),
            },
        };
        self.silenced.iter().map(one).collect()
    }
}

/// What a project is read from: its folder, or an edition that was frozen.
#[derive(Clone)]
pub(super) struct Sources {
    pub inputs: Files,
    pub templates: Files,
    pub history: History,
    /// Whether it is held to what a final edition must be.
    pub endelig: bool,
}

impl Sources {
    /// A project's folder; none when there are no inputs at all.
    pub fn of_project(project: &Path, findings: &mut Findings) -> Option<Self> {
        let inputs = Files::load(project, "inputs", findings);
        let templates = own_templates(project, findings);
        // A folder that is not there has been told; its files need not be told one by one.
        inputs.names().next()?;
        Some(Self { inputs, templates, history: History::of(project, findings), endelig: false })
    }

    /// What an edition was made from, with the history as it was then.
    pub fn of_edition(edition: &Edition) -> Self {
        let history = History::frozen(edition.about());
        Self { inputs: edition.inputs(), templates: edition.templates(), history, endelig: false }
    }

    /// Reads and checks it as its reader may see it, for the takster of the day asked for.
    pub fn open(self, pr: Option<NaiveDate>, til: Modtager, findings: &mut Findings) -> Opened {
        let Self { inputs, templates, history, endelig } = self;
        findings.extend(misspelt_marks(&inputs));
        let mut records = read(&inputs, findings);
        records.projekt.pr = pr;
        records.projekt.historik = history.lines(&records.projekt.aftale.udgave);
        findings.extend(civil_numbers(&inputs));
        let unfit = if endelig { made_final(&mut records) } else { Findings::new() };
        let Checked { findings: broken, open, silenced } = check(&records, &inputs);
        findings.extend_where_sound(broken);
        let offentlig = match til {
            Modtager::Myndighed => None,
            Modtager::Offentlig => Some(mask(&mut records, findings)),
        };
        // The files can be read whole, so what they break counts too.
        findings.extend(unfit);
        let context = project_context(&records.projekt, &records.places);
        Opened { inputs, templates, records, context, offentlig, open, silenced }
    }
}

/// Reads a project as its reader may see it, for the takster of the day asked for; none when there
/// are no inputs at all.
pub(super) fn open(
    project: &Path,
    visning: &VisningValg,
    findings: &mut Findings,
) -> Option<Opened> {
    let sources = Sources::of_project(project, findings)?;
    Some(sources.open(visning.pr, visning.modtager.til(), findings))
}

/// Lets no draft be left, so that rules and documents are as strict as in a final edition; gives
/// what such an edition may not be or hold.
fn made_final(records: &mut Records) -> Findings {
    let unfit = not_final(records);
    let projekt = &mut records.projekt;
    projekt.aftale.udgave.kladde = false;
    let own = projekt.dokumenter.iter_mut().filter_map(|dokument| dokument.udgave.as_mut());
    own.for_each(|udgave| udgave.kladde = false);
    unfit
}

/// Hides what the public may not see of either of two editions from both.
pub(super) fn mask_pair(old: &mut Opened, new: &mut Opened, name: &str, findings: &mut Findings) {
    let pair = masked_pair(&old.records.projekt, &new.records.projekt, name);
    for (opened, masked) in [(old, pair.old), (new, pair.new)] {
        let Masked { projekt, tabeller, skjulte, findings: found } = masked;
        opened.context = project_context(&projekt, &opened.records.places);
        opened.records.projekt = projekt;
        opened.offentlig = Some(Offentlig { tabeller, skjulte });
        findings.extend(found);
    }
}

/// The edition that somebody calls by number or name; else how the run ends.
pub(super) fn edition(
    project: &Path,
    wanted: &str,
    findings: &mut Findings,
) -> Result<Edition, Outcome> {
    edition::open(project, wanted).map_err(|faults| {
        let unknown = faults.iter().any(|finding| finding.code == "ukendt-udgave");
        findings.extend(faults);
        if unknown { Outcome::Usage } else { Outcome::Findings }
    })
}

/// Hides what the public may not see from all that follows.
fn mask(records: &mut Records, findings: &mut Findings) -> Offentlig {
    let Masked { projekt, tabeller, skjulte, findings: found } = masked(&records.projekt);
    records.projekt = projekt;
    findings.extend_where_sound(found);
    Offentlig { tabeller, skjulte }
}

/// What the texts of documents have typed of the counts that an edition hides, if it is public.
pub(super) fn typed(opened: &Opened, jobs: &[Job<'_>]) -> Findings {
    let hidden = opened.offentlig.as_ref().map_or(&[][..], |one| &one.skjulte);
    typed_among(opened, jobs, hidden)
}

/// What the texts of documents have typed of some counts.
pub(super) fn typed_among(opened: &Opened, jobs: &[Job<'_>], hidden: &[SkjultTal]) -> Findings {
    let projekt = &opened.records.projekt;
    let is_public = |key: &&String| projekt.tekst(key).is_some_and(|text| !text.kun_myndighed);
    let texts: Vec<Vec<String>> =
        jobs.iter().map(|job| job.texts.iter().filter(is_public).cloned().collect()).collect();
    typed_counts(hidden, texts.iter().map(Vec::as_slice), &opened.inputs)
}

/// The templates of a project's own, if it has any.
pub(super) fn own_templates(project: &Path, findings: &mut Findings) -> Files {
    if project.join("templates").is_dir() {
        Files::load(project, "templates", findings)
    } else {
        Files::new()
    }
}

/// The fields and keys that come from a workbook or from the rules, by their first step.
const DRAWN_FROM: [(&str, &[&str]); 4] = [
    ("inputs/centrale-udmeldinger.xlsx", &["cu.", "udmelding.", "noegletal."]),
    ("inputs/indberetninger.xlsx", &["cu.", "udmelding."]),
    (
        "inputs/takster.xlsx",
        &[
            "takst.",
            "takster.",
            "aendring.",
            "aendringer.",
            "belaegning.",
            "krisecentre.",
            "udvikling.",
            "overskud.",
            "objektiv.",
        ],
    ),
    ("inputs/regler.toml", &["regel."]),
];

/// Adds what a trial found, but for what only follows from a workbook that could not be read whole.
pub(super) fn add_trial(trial: Findings, findings: &mut Findings) {
    let is_broken = |file: &str| {
        let mut fejl = findings.iter().filter(|finding| finding.severity == Severity::Fejl);
        fejl.any(|finding| finding.place.file_name() == Some(file))
    };
    let unread: Vec<String> = DRAWN_FROM
        .iter()
        .filter(|(file, _)| is_broken(file))
        .flat_map(|(_, roots)| roots.iter().map(|root| format!("»{root}")))
        .collect();
    let follows = |finding: &Finding| {
        let asks = ["ukendt-felt", "ukendt-tabel", "ukendt-figur", "henvisning-uden-maal"];
        asks.contains(&finding.code)
            && unread.iter().any(|root| {
                let said = finding.message.replace("»tabel:", "»").replace("»figur:", "»");
                said.contains(root.as_str())
            })
    };
    let kept: Vec<Finding> = trial.into_iter().filter(|finding| !follows(finding)).collect();
    findings.extend(kept);
}

/// The jobs of the documents named, or all; or which of the names there is no document for.
pub(super) fn named<'p>(jobs: Vec<Job<'p>>, names: &[String]) -> Result<Vec<Job<'p>>, Findings> {
    let is_known = |name: &&String| jobs.iter().any(|job| job.key == **name);
    let mut unknown = Findings::new();
    unknown.extend(
        names.iter().filter(|name| !is_known(name)).map(|name| unknown_document(name, &jobs)),
    );
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let is_named = |job: &Job<'_>| names.is_empty() || names.contains(&job.key);
    Ok(jobs.into_iter().filter(is_named).collect())
}

/// A document that was asked for by a key it does not have.
pub(super) fn unknown_document(key: &str, jobs: &[Job<'_>]) -> Finding {
    let message = format!("Der er intet dokument med nøglen »{key}«.");
    Finding::fejl("ukendt-dokument", Place::Command, message)
        .nearest(key, jobs.iter().map(|job| job.key.as_str()))
}
