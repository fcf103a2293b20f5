use serde_json::{Value, json};

use super::context::{add_udmelding, set_udgave};
use super::shelf::Shelf;
use crate::finding::{Finding, Findings, Place};
use crate::merge::{Context, Escape, Library, Merger, TemplateSource};
use crate::model::{
    CentralUdmelding, Dokument, ForHver, Format, Gruppenavn, Maade, Myndighed, MyndighedType,
    Projekt, Sagsfelt, Sagslayout, Udgave,
};
use crate::text::danish;

const FILE: &str = "inputs/dokumenter.toml";

/// What a field of a case can hold besides a text.
const SPECIAL: [&str; 3] = ["behandling", "beslutning", "bilag"];

/// One document to be made.
#[derive(Debug, Clone)]
pub struct Job<'p> {
    pub key: String,
    pub group: Gruppenavn,
    pub title: String,
    /// Template names without folder and extension; the first that exists in a format is used.
    pub templates: Vec<String>,
    /// The file's name without extension.
    pub file_name: String,
    pub formats: Vec<Format>,
    /// For whom the document is, where its two editions differ; every page of it says so.
    pub reader: Option<&'static str>,
    /// The agreement's edition, or the document's own.
    pub udgave: Udgave,
    /// The keys of the texts it is made of, in order.
    pub texts: Vec<String>,
    pub context: Context,
    pub myndighed: Option<&'p Myndighed>,
}

/// Every document that the catalogue asks for, in its order.
pub fn catalogue<'p>(
    projekt: &'p Projekt,
    context: &Context,
    shelf: &Shelf<'p>,
    findings: &mut Findings,
) -> Vec<Job<'p>> {
    let mut jobs: Vec<Job<'p>> = Vec::new();
    for dokument in &projekt.dokumenter {
        let mut make = |udmelding, myndighed| {
            let maker = Maker { projekt, shelf, dokument, udmelding, myndighed };
            match maker.job(context.clone(), findings) {
                Ok(job) => jobs.push(job),
                Err(faults) => findings.extend(faults),
            }
        };
        let of = |art| projekt.myndigheder.iter().filter(move |party| party.art == art);
        match dokument.for_hver {
            None => make(None, None),
            Some(ForHver::CentralUdmelding) => {
                projekt.udmeldinger.iter().for_each(|udmelding| make(Some(udmelding), None));
            }
            Some(ForHver::Myndighed) => {
                projekt.myndigheder.iter().for_each(|party| make(None, Some(party)));
            }
            Some(ForHver::Kommune) => {
                of(MyndighedType::Kommune).for_each(|party| make(None, Some(party)));
            }
            Some(ForHver::Region) => {
                of(MyndighedType::Region).for_each(|party| make(None, Some(party)));
            }
        }
    }
    same_file_twice(&jobs, findings);
    bilag_without_document(projekt, &jobs, findings);
    jobs
}

/// Each bilag of the register is a document of the catalogue, else none would carry its number.
fn bilag_without_document(projekt: &Projekt, jobs: &[Job<'_>], findings: &mut Findings) {
    // A document that could not be listed has been told already.
    if findings.has_fejl() {
        return;
    }
    for bilag in &projekt.aftale.bilag {
        if !jobs.iter().any(|job| job.key == bilag.dokument) {
            findings.push(
                Finding::fejl(
                    "ukendt-dokument",
                    Place::file("inputs/aftale.toml"),
                    format!(
                        "Bilaget »{}« er dokumentet »{}«, som ikke findes.",
                        bilag.noegle, bilag.dokument
                    ),
                )
                .nearest(&bilag.dokument, jobs.iter().map(|job| job.key.as_str())),
            );
        }
    }
}

/// A file name that would lead out of the output folder, or that Windows cannot hold.
fn bad_file_name(key: &str, name: &str) -> Option<Finding> {
    const LONGEST: usize = 120;
    let forbidden = |letter: char| letter.is_control() || "/\\:*?\"<>|".contains(letter);
    let bad = name.is_empty()
        || name.starts_with('.')
        || name.ends_with([' ', '.'])
        || name.chars().count() > LONGEST
        || name.contains(forbidden);
    bad.then(|| {
        Finding::fejl(
            "filnavn",
            Place::file(FILE),
            format!("Dokumentet »{key}« kan ikke gemmes under navnet »{name}«."),
        )
        .hint(
            "Brug bogstaver, tal og bindestreger; ingen skråstreger, kolon eller punktum forrest.",
        )
    })
}

fn same_file_twice(jobs: &[Job<'_>], findings: &mut Findings) {
    for (index, job) in jobs.iter().enumerate() {
        let same =
            |other: &&Job<'_>| other.file_name.to_lowercase() == job.file_name.to_lowercase();
        if let Some(other) = jobs[..index].iter().find(same) {
            findings.push(
                Finding::fejl(
                    "filnavn-to-gange",
                    Place::file(FILE),
                    format!(
                        "Dokumenterne »{}« og »{}« vil begge hedde »{}«.",
                        other.key, job.key, job.file_name
                    ),
                )
                .hint("Giv dem hver sit filnavn, fx med {{myndighed.noegle}} i navnet."),
            );
        }
    }
}

struct Maker<'a, 'p> {
    projekt: &'p Projekt,
    shelf: &'a Shelf<'p>,
    dokument: &'a Dokument,
    udmelding: Option<&'p CentralUdmelding>,
    myndighed: Option<&'p Myndighed>,
}

impl<'p> Maker<'_, 'p> {
    fn job(&self, mut context: Context, findings: &mut Findings) -> Result<Job<'p>, Findings> {
        if let Some(udmelding) = self.udmelding {
            add_udmelding(&mut context, udmelding, &self.projekt.aftale.diskretion);
        }
        if let Some(myndighed) = self.myndighed {
            add_myndighed(&mut context, myndighed);
            for group in ["myndighed", "sag"] {
                context.note_origin(group, &Place::file("inputs/myndigheder.toml"));
            }
        }
        context.note_origin("dokument", &Place::file(FILE));
        let dokument = self.dokument;
        if let Some(udgave) = &dokument.udgave {
            set_udgave(&mut context, udgave);
        }
        let key = self.words(&context, &dokument.noegle)?;
        let title = self.words(&context, &dokument.titel)?;
        let subtitle = self.words(&context, &dokument.undertitel)?;
        let file_name = self.words(&context, &dokument.filnavn)? + self.projekt.modtager.ending();
        if let Some(fault) = bad_file_name(&key, &file_name) {
            return Err(fault.into());
        }
        let chapters = self.chapters(&context, findings)?;
        let reader = self.reader();
        context.set("udgave.modtager", reader.unwrap_or_default());
        context.set("dokument.noegle", key.clone());
        context.set("dokument.gruppe", dokument.gruppe.name());
        context.set("dokument.titel", danish::typeset(&title));
        context.set("dokument.undertitel", danish::typeset(&subtitle));
        let bilag = self.projekt.aftale.bilag.iter().find(|bilag| bilag.dokument == key);
        let label = bilag.map(|bilag| format!("Bilag{}{}", danish::NBSP, bilag.nummer));
        context.set("dokument.bilag", label.unwrap_or_default());
        let list: Vec<Value> = chapters
            .iter()
            .map(|(tekst, level)| json!({"tekst": tekst, "niveau": level.to_string()}))
            .collect();
        context.set("dokument.kapitler", list);
        let mut texts: Vec<String> = chapters.into_iter().map(|(tekst, _)| tekst).collect();
        if let Some(myndighed) = self.myndighed {
            texts.extend(self.add_case(&mut context, myndighed, &title, findings));
        }
        Ok(Job {
            key,
            group: dokument.gruppe,
            title,
            templates: self.templates(),
            file_name,
            formats: dokument.formater.clone(),
            reader,
            udgave: dokument.udgave.clone().unwrap_or_else(|| self.projekt.aftale.udgave.clone()),
            texts,
            context,
            myndighed: self.myndighed,
        })
    }

    fn reader(&self) -> Option<&'static str> {
        let taerskel = self.projekt.aftale.diskretion.taerskel;
        let has_small = self.udmelding.is_some_and(|one| one.has_below(taerskel));
        self.projekt.modtager.on_pages(has_small)
    }

    /// The authority's own template wins, in the formats that it has one for.
    fn templates(&self) -> Vec<String> {
        let own = self.myndighed.and_then(|party| party.skabelon.clone());
        own.into_iter().chain([self.dokument.skabelon.clone()]).collect()
    }

    fn words(&self, context: &Context, source: &str) -> Result<String, Findings> {
        if !source.contains("{{") {
            return Ok(source.to_owned());
        }
        let plain = Escape { text: str::to_owned, literal: str::to_owned };
        let locate = |_, _| Place::file(FILE);
        let merger = Merger::new(context, self.shelf, plain);
        merger.render(&TemplateSource { name: FILE, source, locate: &locate })
    }

    /// The chapters in order with their level; `fokus:*` stands for every fokusområde.
    fn chapters(
        &self,
        context: &Context,
        findings: &mut Findings,
    ) -> Result<Vec<(String, u8)>, Findings> {
        let mut found = Vec::new();
        for kapitel in &self.dokument.kapitler {
            self.chapter(context, &kapitel.tekst, 1, &mut found)?;
            for tekst in &kapitel.under {
                self.chapter(context, tekst, 2, &mut found)?;
            }
        }
        found.retain(|(key, _)| self.is_known(key, findings));
        Ok(found)
    }

    fn chapter(
        &self,
        context: &Context,
        tekst: &str,
        level: u8,
        found: &mut Vec<(String, u8)>,
    ) -> Result<(), Findings> {
        if tekst == "fokus:*" {
            let areas = self.projekt.fokusomraader();
            found.extend(areas.iter().map(|area| (area.text.key.clone(), level)));
        } else {
            found.push((self.words(context, tekst)?, level));
        }
        Ok(())
    }

    fn is_known(&self, key: &str, findings: &mut Findings) -> bool {
        let known = self.shelf.text(key).is_some();
        if !known && !self.projekt.udeladt.iter().any(|left_out| left_out == key) {
            findings.push(
                Finding::fejl(
                    "ukendt-tekst",
                    Place::file(FILE),
                    format!(
                        "Dokumentet »{}« har kapitlet »{key}«, men der er ingen tekst med den nøgle.",
                        self.dokument.noegle
                    ),
                )
                .nearest(key, self.shelf.text_keys()),
            );
        }
        known
    }

    /// The case's headings in the authority's own order, each with the texts under it; gives the
    /// keys of those texts.
    fn add_case(
        &self,
        context: &mut Context,
        myndighed: &Myndighed,
        title: &str,
        findings: &mut Findings,
    ) -> Vec<String> {
        context.set("sag.titel", danish::typeset(title));
        let Some(layout) = self.projekt.layout(&myndighed.layout) else {
            let known = self.projekt.layouts.iter().map(|layout| layout.noegle.as_str());
            findings.push(
                Finding::fejl(
                    "ukendt-layout",
                    Place::file("inputs/myndigheder.toml"),
                    format!(
                        "{} har layoutet »{}«, som ikke findes.",
                        myndighed.navn, myndighed.layout
                    ),
                )
                .nearest(&myndighed.layout, known),
            );
            return Vec::new();
        };
        self.misplaced_texts(myndighed, &layout.felt, findings);
        self.unknown_texts(myndighed, layout, findings);
        let felter: Vec<Value> = layout
            .felt
            .iter()
            .map(|felt| {
                let special = SPECIAL.contains(&felt.indhold.as_str());
                json!({
                    "overskrift": felt.overskrift,
                    "tekster": self.texts_of(myndighed, felt),
                    "tom": without_text(felt, myndighed),
                    "saerlig": if special { felt.indhold.as_str() } else { "" },
                })
            })
            .collect();
        context.set("sag.felter", felter);
        layout.felt.iter().flat_map(|felt| self.texts_of(myndighed, felt)).collect()
    }

    /// The common text of a slot with the authority's own before, after or instead of it.
    fn texts_of(&self, myndighed: &Myndighed, felt: &Sagsfelt) -> Vec<String> {
        let mut texts: Vec<String> = self
            .projekt
            .tekst(&felt.indhold)
            .map(|tekst| tekst.text.key.clone())
            .into_iter()
            .collect();
        for local in myndighed.lokal.iter().filter(|local| local.plads == felt.indhold) {
            match local.maade {
                Maade::Foer => texts.insert(0, local.tekst.clone()),
                Maade::Efter => texts.push(local.tekst.clone()),
                Maade::IStedet => texts = vec![local.tekst.clone()],
            }
        }
        texts
    }

    /// A field's text must exist unless `tom` says what stands instead; a local text always must.
    fn unknown_texts(&self, myndighed: &Myndighed, layout: &Sagslayout, findings: &mut Findings) {
        let place = || Place::file("inputs/myndigheder.toml");
        let known = |key: &str| self.projekt.tekst(key).is_some();
        let is_local = |felt: &Sagsfelt| myndighed.lokal.iter().any(|l| l.plads == felt.indhold);
        for felt in &layout.felt {
            let key = felt.indhold.as_str();
            let special = SPECIAL.contains(&key);
            if !special && felt.tom.is_none() && !known(key) && !is_local(felt) {
                findings.push(
                    Finding::fejl(
                        "ukendt-tekst",
                        place(),
                        format!(
                            "Layoutet »{}« har teksten »{key}« under »{}«, men den findes ikke.",
                            layout.noegle, felt.overskrift
                        ),
                    )
                    .nearest(key, self.shelf.text_keys().into_iter().chain(SPECIAL)),
                );
            }
        }
        for local in myndighed.lokal.iter().filter(|local| !known(&local.tekst)) {
            findings.push(
                Finding::fejl(
                    "ukendt-tekst",
                    place(),
                    format!(
                        "{} vil sætte teksten »{}« ind, men den findes ikke.",
                        myndighed.navn, local.tekst
                    ),
                )
                .nearest(&local.tekst, self.shelf.text_keys()),
            );
        }
    }

    fn misplaced_texts(&self, myndighed: &Myndighed, felter: &[Sagsfelt], findings: &mut Findings) {
        for local in &myndighed.lokal {
            if !felter.iter().any(|felt| felt.indhold == local.plads) {
                findings.push(
                    Finding::fejl(
                        "ukendt-plads",
                        Place::file("inputs/myndigheder.toml"),
                        format!(
                            "{} vil sætte teksten »{}« ind ved »{}«, men layoutet har ikke den plads.",
                            myndighed.navn, local.tekst, local.plads
                        ),
                    )
                    .nearest(&local.plads, felter.iter().map(|felt| felt.indhold.as_str())),
                );
            }
        }
    }
}

/// What stands under a heading that has no text: the council's decision when it has made one, else
/// the heading's own words for that.
fn without_text(felt: &Sagsfelt, myndighed: &Myndighed) -> String {
    let decision = || myndighed.behandling.last().and_then(|step| step.beslutning.clone());
    let decided = (felt.indhold == "beslutning").then(decision).flatten();
    decided.or_else(|| felt.tom.clone()).unwrap_or_else(|| match felt.indhold.as_str() {
        "behandling" | "bilag" => String::new(),
        _ => super::context::pending(&felt.overskrift.to_lowercase()),
    })
}

fn add_myndighed(context: &mut Context, myndighed: &Myndighed) {
    let or_pending = |value: &Option<String>, what: &str| {
        value.clone().unwrap_or_else(|| super::context::pending(what))
    };
    context.set("myndighed.noegle", myndighed.noegle.clone());
    context.set("myndighed.navn", myndighed.navn.clone());
    context.set("myndighed.raad", myndighed.raad.clone());
    context.set("myndighed.raad_bestemt", myndighed.raad_i_tekst());
    context.set("myndighed.indstiller", myndighed.indstiller.clone());
    context.set("myndighed.journalnummer", or_pending(&myndighed.journalnummer, "journalnummer"));
    context.set("myndighed.kontakt", or_pending(&myndighed.kontakt, "kontakt"));
    let steps: Vec<Value> = myndighed
        .behandling
        .iter()
        .map(|step| {
            json!({
                "organ": step.organ,
                "dato": step.dato.map_or_else(|| super::context::pending("mødedato"), danish::date),
                "tid": step.tid.clone().unwrap_or_default(),
                "punkt": step.punkt.map(|item| item.to_string()).unwrap_or_default(),
                "beslutning": or_pending(&step.beslutning, "beslutning"),
            })
        })
        .collect();
    if let Some(last) = steps.last() {
        context.set("myndighed.sidste", last.clone());
    }
    context.set("sag.behandling", steps);
}
