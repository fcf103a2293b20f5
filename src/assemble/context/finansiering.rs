use rust_decimal::Decimal;

use super::{Filling, pending};
use crate::finding::Place;
use crate::model::{Postart, Projekt, Regelvaerdi, Regnskab, Sourced, regnskaber};
use crate::text::danish;

impl Filling<'_> {
    /// The numbers of the rules about takster as they hold on the day: `regel.T01.procent`.
    pub(super) fn takstregler(&mut self, projekt: &Projekt) {
        let day = projekt.takstdag();
        let rules = projekt.regler.regler.iter();
        for rule in rules.filter(|rule| rule.noegle.starts_with('T') && rule.holds(day)) {
            for (name, value) in &rule.vaerdier {
                let Regelvaerdi::Tal(number) = value else { continue };
                let path = format!("regel.{}.{name}", rule.noegle);
                self.context.set_from(&path, danish::number(*number), &rule.place);
            }
        }
    }

    pub(super) fn overskud(&mut self, projekt: &Projekt) {
        let percent = projekt.takstregel("T01").and_then(|rule| rule.decimal("procent"));
        for regnskab in regnskaber(&projekt.regnskabsposter) {
            self.regnskab(&regnskab, percent);
        }
    }

    fn regnskab(&mut self, regnskab: &Regnskab<'_>, percent: Option<Decimal>) {
        let parts = percent.and_then(|percent| regnskab.overskud(percent / Decimal::ONE_HUNDRED));
        let costs = || regnskab.of_art(Postart::Omkostning);
        let incomes = regnskab.of_art(Postart::Indtaegt);
        let grundlag = places(costs().map(|post| &post.budget));
        let income = places(incomes.map(|post| &post.regnskab));
        let spent = places(costs().map(|post| &post.regnskab));
        let result = [income.clone(), spent.clone()].concat();
        let parted = [grundlag.clone(), result.clone()].concat();
        for (name, amount, cells) in [
            ("grundlag", regnskab.grundlag(), grundlag),
            ("indtaegter", regnskab.indtaegter(), income),
            ("omkostninger", regnskab.omkostninger(), spent),
            ("resultat", regnskab.resultat(), result),
            ("til_side", parts.map(|parts| parts.til_side), parted.clone()),
            ("i_taksten", parts.map(|parts| parts.i_taksten), parted),
        ] {
            let shown = amount.map_or_else(|| pending("beløb"), danish::amount);
            let path = format!("overskud.{}.{name}", regnskab.key());
            self.context.set_computed(&path, shown, &cells);
        }
    }

    /// `objektiv.<tilbud>.<år>.i_alt`, and what each kommune pays under its key.
    pub(super) fn objektive(&mut self, projekt: &Projekt) {
        for finansiering in &projekt.objektive {
            let base = format!("objektiv.{}", finansiering.key());
            self.number(&format!("{base}.i_alt"), &finansiering.beloeb);
            for part in finansiering.fordelt(&projekt.befolkning).iter().flatten() {
                let party = projekt.kommuner().find(|party| party.navn == part.kommune);
                let Some(party) = party else { continue };
                self.number(&format!("{base}.befolkning.{}", party.noegle), part.antal);
                let path = format!("{base}.{}", party.noegle);
                let cells = [part.antal.place.clone(), finansiering.beloeb.place.clone()];
                self.context.set_computed(&path, danish::amount(part.beloeb), &cells);
            }
        }
    }
}

fn places<'p>(amounts: impl Iterator<Item = &'p Option<Sourced<Decimal>>>) -> Vec<Place> {
    amounts.flatten().map(|amount| amount.place.clone()).collect()
}
