use std::iter::Sum;

use rust_decimal::Decimal;

use crate::model::Sourced;

/// Whether a post of the accounts is money spent or earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Postart {
    Omkostning,
    Indtaegt,
}

/// A post of a tilbud's budget and accounts, in kroner.
#[derive(Debug, Clone, PartialEq)]
pub struct Regnskabspost {
    pub noegle: String,
    pub tilbud: Sourced<String>,
    /// None for an example that names no year.
    pub aar: Option<Sourced<u16>>,
    pub post: Sourced<String>,
    pub art: Postart,
    pub budget: Option<Sourced<Decimal>>,
    pub regnskab: Option<Sourced<Decimal>>,
    /// "eksempel" or "konstrueret" where the amounts are not a tilbud's own.
    pub status: Option<Sourced<String>>,
}

/// The posts of one tilbud in one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Regnskab<'p> {
    pub noegle: &'p str,
    pub tilbud: &'p Sourced<String>,
    pub aar: Option<u16>,
    pub poster: Vec<&'p Regnskabspost>,
}

/// What is done with what a tilbud has earned beyond its costs, in kroner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overskud {
    pub overskud: Decimal,
    /// What may be set aside.
    pub til_side: Decimal,
    /// What goes back to the buyers through the takst.
    pub i_taksten: Decimal,
}

/// The accounts by tilbud and year, in the workbook's order.
pub fn regnskaber(poster: &[Regnskabspost]) -> Vec<Regnskab<'_>> {
    let mut found: Vec<Regnskab<'_>> = Vec::new();
    for post in poster {
        let aar = post.aar.as_ref().map(|aar| aar.value);
        match found.iter_mut().find(|one| one.noegle == post.noegle && one.aar == aar) {
            Some(one) => one.poster.push(post),
            None => found.push(Regnskab {
                noegle: &post.noegle,
                tilbud: &post.tilbud,
                aar,
                poster: vec![post],
            }),
        }
    }
    found
}

impl<'p> Regnskab<'p> {
    /// How tables and fields name it: "hobro.2019", or "eksempel" for one without a year.
    pub fn key(&self) -> String {
        match self.aar {
            Some(aar) => format!("{}.{aar}", self.noegle),
            None => self.noegle.to_owned(),
        }
    }

    pub fn of_art(&self, art: Postart) -> impl Iterator<Item = &'p Regnskabspost> {
        self.poster.iter().copied().filter(move |post| post.art == art)
    }

    /// The takstberegningsgrundlag: the budgeted costs; none when one is not known.
    pub fn grundlag(&self) -> Option<Decimal> {
        total(self.of_art(Postart::Omkostning).map(|post| post.budget.as_ref()))
    }

    pub fn omkostninger(&self) -> Option<Decimal> {
        total(self.of_art(Postart::Omkostning).map(|post| post.regnskab.as_ref()))
    }

    pub fn indtaegter(&self) -> Option<Decimal> {
        total(self.of_art(Postart::Indtaegt).map(|post| post.regnskab.as_ref()))
    }

    /// Income less costs; below 0 it is an underskud.
    pub fn resultat(&self) -> Option<Decimal> {
        Some(self.indtaegter()? - self.omkostninger()?)
    }

    /// How an overskud is parted when `andel` of the grundlag (0.05 is 5 %) may be set aside;
    /// none for an underskud, for which no rule is known.
    pub fn overskud(&self, andel: Decimal) -> Option<Overskud> {
        let overskud = self.resultat().filter(|result| *result >= Decimal::ZERO)?;
        let most = self.grundlag()? * andel;
        let til_side = overskud.min(most);
        Some(Overskud { overskud, til_side, i_taksten: overskud - til_side })
    }
}

/// The sum of amounts that are all known; none of no amounts.
fn total<'p>(amounts: impl Iterator<Item = Option<&'p Sourced<Decimal>>>) -> Option<Decimal> {
    let known: Option<Vec<Decimal>> = amounts.map(|cell| cell.map(|cell| cell.value)).collect();
    known.filter(|known| !known.is_empty()).map(|known| Decimal::sum(known.into_iter()))
}
