use super::aendring::Aendring;
use super::besvarelse::Besvarelse;
use super::earlier::Earlier;
use super::form::Form;
use super::indberetninger::{Ark, Raekke};
use crate::model::Svarstatus;

/// Which answers differ from the last time.
#[derive(Debug, Default)]
pub(super) struct Changed {
    rows: Vec<Raekke>,
    /// Those that had been answered before.
    pub aendringer: Vec<Aendring>,
}

impl Changed {
    /// How many answers of one return have changed.
    pub fn count(&self, form: &Form<'_>) -> usize {
        let answer = form.row();
        self.rows.iter().filter(|row| row.answers_for(&answer)).count()
    }

    fn note(&mut self, form: &Form<'_>, ark: Ark, row: &Raekke, before: &str) {
        self.rows.push(row.clone());
        if !before.is_empty() {
            self.aendringer.push(Aendring::of(form, ark, row, before));
        }
    }
}

/// Puts new answers in the place of earlier ones: the secretariat's columns stay, an earlier answer
/// that differs is kept beside the new one, and what others have answered is left alone.
pub(super) fn merge(
    ark: Ark,
    former: &[Raekke],
    fresh: &[&Besvarelse<'_>],
    changed: &mut Changed,
) -> Vec<Raekke> {
    let mut merged = Vec::new();
    for besvarelse in fresh {
        let (form, answer) = (&besvarelse.form, besvarelse.form.row());
        let new = besvarelse.rows.get(&ark).map_or(&[][..], Vec::as_slice);
        let old: Vec<&Raekke> = former.iter().filter(|row| row.answers_for(&answer)).collect();
        let earlier = Earlier::new(ark, &old, new);
        merged.extend(new.iter().map(|row| match earlier.of(row) {
            Some(old) => renewed(form, ark, old, row.clone(), changed),
            None => row.clone(),
        }));
        merged.extend(earlier.left(new).filter_map(|old| withdrawn(form, ark, old, changed)));
    }
    let answers: Vec<Raekke> = fresh.iter().map(|one| one.form.row()).collect();
    let is_returned = |row: &Raekke| answers.iter().any(|answer| row.answers_for(answer));
    merged.extend(former.iter().filter(|row| !is_returned(row)).cloned());
    merged
}

fn renewed(
    form: &Form<'_>,
    ark: Ark,
    old: &Raekke,
    mut new: Raekke,
    changed: &mut Changed,
) -> Raekke {
    for column in ["Rettelse", "Begrundelse", "Før"] {
        new.set(column, old.get(column).cloned());
    }
    let before = old.answer(ark);
    if before == new.answer(ark) {
        return new;
    }
    changed.note(form, ark, &new, &before);
    match before.is_empty() {
        true => new,
        false => new.with("Før", before),
    }
}

/// An answer that is not in the new return: it is kept as what stood before.
fn withdrawn(form: &Form<'_>, ark: Ark, old: &Raekke, changed: &mut Changed) -> Option<Raekke> {
    let before = old.answer(ark);
    if before.is_empty() {
        let is_kept = ["Rettelse", "Før"].iter().any(|column| old.get(column).is_some());
        return is_kept.then(|| old.clone());
    }
    let mut blank = old.clone().with("Status", Svarstatus::Ubesvaret.name());
    blank.set(ark.answer(), None);
    changed.note(form, ark, &blank, &before);
    Some(blank.with("Før", before))
}
