use super::dokumenter;
use super::filled::Filled;
use super::marked::{marks, only_marked};
use super::neutral::{Wordings, gather, own_words, reword};
use super::section::Section;
use super::side::Side;
use crate::assemble::Job;
use crate::compare::blocks;
use crate::text::tree::{Block, Mark};

/// The chapters that both editions have in a document, where their words differ. A chapter that
/// stands in several documents and changed alike is told of once.
pub(super) fn changed(old: &Side<'_>, new: &Side<'_>) -> Vec<Section> {
    let mut found: Vec<Found> = Vec::new();
    for job in &new.jobs {
        let mut after: Vec<Filled> = new.chapters_of(&job.key).cloned().collect();
        let mut wordings = Wordings::new();
        after.iter_mut().for_each(|chapter| gather(&mut chapter.blocks, &mut wordings));
        for chapter in &after {
            let before = old.chapters_of(&job.key).find(|one| one.key == chapter.key);
            let Some(before) = before else { continue };
            let blocks = words(old, new, before, chapter, &wordings);
            if !blocks.is_empty() {
                add(&mut found, job, chapter, blocks);
            }
        }
    }
    found.into_iter().map(|one| one.section).collect()
}

/// A chapter that changed, by its text's key and by what is marked.
struct Found {
    key: String,
    marks: Vec<(Mark, String)>,
    section: Section,
}

fn words(
    old: &Side<'_>,
    new: &Side<'_>,
    before: &Filled,
    after: &Filled,
    wordings: &Wordings,
) -> Vec<Block> {
    let mut before = own_words(old, new, &before.blocks);
    reword(&mut before, wordings);
    only_marked(blocks(&before, &own_words(new, new, &after.blocks)))
}

/// Cases of different parties have other words around the same change.
fn add(found: &mut Vec<Found>, job: &Job<'_>, chapter: &Filled, blocks: Vec<Block>) {
    let (name, key, marks) = (dokumenter::name(job), chapter.key.clone(), marks(&blocks));
    match found.iter_mut().find(|one| one.key == key && one.marks == marks) {
        Some(same) => same.section.documents.push(name),
        None => {
            let (documents, title) = (vec![name], chapter.title.clone());
            found.push(Found { key, marks, section: Section { documents, title, blocks } });
        }
    }
}
