use std::collections::BTreeMap;

use chrono::Datelike;
use num_traits::Zero;
use rust_decimal::Decimal;

use super::exact::{Exact, exact};
use super::takst::Takst;
use crate::finding::Place;
use crate::model::Sourced;

/// The takster of each tilbud year by year, as far as rows tell of the years.
#[derive(Debug, Clone, PartialEq)]
pub struct Udvikling<'p> {
    /// The years in which a row with a takst begins, in order.
    pub aar: Vec<i32>,
    pub tilbud: Vec<Tilbudsudvikling<'p>>,
}

/// One tilbud's takst by year: of the row that begins first in the year.
#[derive(Debug, Clone, PartialEq)]
pub struct Tilbudsudvikling<'p> {
    pub noegle: &'p str,
    pub tilbud: &'p Sourced<String>,
    raekker: BTreeMap<i32, &'p Takst>,
}

impl<'p> Tilbudsudvikling<'p> {
    /// The year's takst; none for a year that no row begins in, since the takst may have changed.
    pub fn takst(&self, aar: i32) -> Option<&'p Sourced<Decimal>> {
        self.raekker.get(&aar)?.takst.as_ref()
    }

    fn pladser(&self, aar: i32) -> Option<&'p Sourced<Decimal>> {
        self.raekker.get(&aar)?.pladser.as_ref()
    }

    /// The cells that the change is worked out from.
    pub fn aendringsceller(&self, fra: i32, til: i32) -> Vec<Place> {
        let takster = [fra, til].map(|aar| self.takst(aar));
        takster.into_iter().flatten().map(|takst| takst.place.clone()).collect()
    }

    /// The change from one year to another, as a part of the first: 0.1 is 10 %.
    pub fn aendring(&self, fra: i32, til: i32) -> Option<Exact> {
        growth(&exact(self.takst(fra)?.value), &exact(self.takst(til)?.value))
    }
}

impl<'p> Udvikling<'p> {
    pub fn new(takster: &'p [Takst]) -> Self {
        let mut tilbud: Vec<Tilbudsudvikling<'p>> = Vec::new();
        for row in takster.iter().filter(|row| row.takst.is_some()) {
            let Some(begins) = row.begins() else { continue };
            let at = tilbud.iter().position(|one| one.noegle == row.noegle);
            let at = at.unwrap_or_else(|| {
                tilbud.push(Tilbudsudvikling {
                    noegle: &row.noegle,
                    tilbud: &row.tilbud,
                    raekker: BTreeMap::new(),
                });
                tilbud.len() - 1
            });
            let first = tilbud[at].raekker.entry(begins.year()).or_insert(row);
            if row.begins() < first.begins() {
                *first = row;
            }
        }
        let mut aar: Vec<i32> = tilbud.iter().flat_map(|one| one.raekker.keys().copied()).collect();
        aar.sort_unstable();
        aar.dedup();
        Self { aar, tilbud }
    }

    /// The last two years that are known, between which a change can be told.
    pub fn last_two(&self) -> Option<(i32, i32)> {
        match self.aar.as_slice() {
            [.., before, last] => Some((*before, *last)),
            _ => None,
        }
    }

    /// The cells that the change in all is worked out from: the takster and the weights.
    pub fn celler_i_alt(&self, fra: i32, til: i32) -> Vec<Place> {
        let weighted = self.tilbud.iter().filter_map(|one| {
            let pladser = one.pladser(til)?;
            let both = one.takst(fra).is_some() && one.takst(til).is_some();
            let cells = one.aendringsceller(fra, til).into_iter().chain([pladser.place.clone()]);
            both.then_some(cells)
        });
        weighted.flatten().collect()
    }

    /// The change in all, as a part of the first year, over the tilbud whose takst is known in
    /// both: each takst counts by the places of the later year in both, so that new places and new
    /// tilbud move nothing.
    pub fn i_alt(&self, fra: i32, til: i32) -> Option<Exact> {
        let weighted = |one: &Tilbudsudvikling<'p>| {
            let pladser = exact(one.pladser(til)?.value);
            let before = exact(one.takst(fra)?.value) * &pladser;
            Some((before, exact(one.takst(til)?.value) * pladser))
        };
        let (before, after): (Vec<Exact>, Vec<Exact>) =
            self.tilbud.iter().filter_map(weighted).unzip();
        growth(&before.iter().sum(), &after.iter().sum())
    }
}

fn growth(before: &Exact, after: &Exact) -> Option<Exact> {
    (!before.is_zero()).then(|| (after - before) / before)
}
