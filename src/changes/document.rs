use serde_json::{Value, json};

use super::changes::Changes;
use super::letters::letters;
use super::side::Side;
use crate::assemble::Job;
use crate::merge::Context;
use crate::model::{Format, Gruppenavn, Udgave};
use crate::text::danish;
use crate::text::tree::Text;

/// What the two editions are called, in running text and in file names.
pub struct Pair<'a> {
    pub old: &'a str,
    /// None for inputs that are not frozen.
    pub new: Option<&'a str>,
    pub old_slug: &'a str,
    pub new_slug: &'a str,
}

/// The document that tells of the changes, with the texts that it is written of.
///
/// `context` is that of the new edition.
pub fn document<'p>(
    changes: &Changes,
    pair: &Pair<'_>,
    (old, new): (&Side<'_>, &Side<'_>),
    context: &Context,
) -> (Job<'p>, Vec<Text>) {
    let texts = letters(changes);
    let key = format!("aendringer-fra-{}-til-{}", pair.old_slug, pair.new_slug);
    let title = format!("Ændringer siden {}", pair.old);
    let reader = reader(old, new);
    let ending = new.projekt.modtager.ending();
    let udgave = new.projekt.aftale.udgave.clone();
    let mut context = context.clone();
    context.set("udgave.modtager", reader.unwrap_or_default());
    context.set("dokument.noegle", key.clone());
    context.set("dokument.titel", danish::typeset(&title));
    context.set("dokument.undertitel", "");
    context.set("dokument.bilag", "");
    let chapters: Vec<Value> =
        texts.iter().map(|text| json!({"tekst": text.key, "niveau": "1"})).collect();
    context.set("dokument.kapitler", chapters);
    context.set("forskel.foer", called(Some(pair.old), &old.projekt.aftale.udgave));
    context.set("forskel.nu", called(pair.new, &udgave));
    let job = Job {
        file_name: format!("{key}{ending}"),
        key,
        group: Gruppenavn::Arbejdspapirer,
        title,
        templates: vec!["aendringer".to_owned()],
        formats: vec![Format::Pdf, Format::Docx],
        reader,
        udgave,
        texts: texts.iter().map(|text| text.key.clone()).collect(),
        context,
        myndighed: None,
    };
    (job, texts)
}

fn called(name: Option<&str>, udgave: &Udgave) -> String {
    let own = format!("{}, {}", udgave.betegnelse, danish::date(udgave.dato));
    danish::typeset(&name.map_or_else(|| own.clone(), |name| format!("{name} ({own})")))
}

fn reader(old: &Side<'_>, new: &Side<'_>) -> Option<&'static str> {
    let has_small = |side: &Side<'_>| {
        let taerskel = side.projekt.aftale.diskretion.taerskel;
        side.projekt.udmeldinger.iter().any(|one| one.has_below(taerskel))
    };
    new.projekt.modtager.on_pages([old, new].into_iter().any(has_small))
}
