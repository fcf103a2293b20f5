use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::{Filling, date_or_pending, decision, number_or_pending, pending, text_or_pending};
use crate::assemble::shown::Shown;
use crate::finding::Place;
use crate::model::{
    Projekt, Sourced, Takst, Takstaendring, aendring_of, in_force, is_krisecenter, whole,
};
use crate::text::danish;

impl Filling<'_> {
    pub(super) fn takster(&mut self, projekt: &Projekt) {
        self.takstdag(projekt);
        let current = in_force(&projekt.takster, projekt.takstdag());
        for takst in &current {
            self.takst(takst);
        }
        let rows: Vec<Value> = projekt
            .takster
            .iter()
            .map(|takst| {
                let fields = takst_fields(takst).into_iter();
                let mut row: Map<String, Value> =
                    fields.map(|(name, shown)| (name.to_owned(), shown.text.into())).collect();
                let is_current = current.iter().any(|other| std::ptr::eq(*other, takst));
                row.insert("gaeldende".to_owned(), is_current.into());
                Value::Object(row)
            })
            .collect();
        self.context.set("takster", rows);
        for (index, takst) in projekt.takster.iter().enumerate() {
            let base = format!("takster.{index}");
            self.context.note_origin(&base, &takst.tilbud.place);
            for (name, shown) in takst_fields(takst) {
                self.context.note_cells(&format!("{base}.{name}"), &shown.cells);
            }
        }
        self.krisecentre(current.into_iter().filter(|takst| is_krisecenter(takst)).collect());
    }

    fn krisecentre(&mut self, centres: Vec<&Takst>) {
        let rows: Vec<Place> = centres.iter().map(|takst| takst.tilbud.place.clone()).collect();
        self.context.set_count("krisecentre.antal", &rows);
        self.shown("krisecentre.pladser_i_alt", pladser_i_alt(&centres));
    }

    fn takst(&mut self, takst: &Takst) {
        for (name, shown) in takst_fields(takst) {
            self.shown(&format!("takst.{}.{name}", takst.noegle), shown);
        }
    }

    /// The day whose takster are shown; when none was asked for it is the edition's.
    fn takstdag(&mut self, projekt: &Projekt) {
        let day = danish::date(projekt.takstdag());
        match projekt.pr {
            Some(_) => self.context.set("pr.dato", day),
            None => self.set("pr.dato", day, "aftale.udgave.dato"),
        }
    }

    /// `aendring.<tilbud>` speaks of the change that [`aendring_of`] picks, and
    /// `aendring.<tilbud>.fra_2020_08_01` of the one from that day on, whatever day it is.
    pub(super) fn aendringer(&mut self, projekt: &Projekt) {
        let changes = projekt.takstaendringer();
        for change in &changes {
            let base = format!("aendring.{}", change.noegle);
            let picked = aendring_of(&changes, change.noegle, projekt.takstdag());
            if picked == Some(change) {
                self.aendring(projekt, &base, change);
            }
            let day = change.gaelder_fra.value.format("fra_%Y_%m_%d");
            self.aendring(projekt, &format!("{base}.{day}"), change);
        }
        let decided = projekt.besluttede_aendringer();
        self.context.set("aendringer.antal", decided.len().to_string());
        let last = decided.iter().map(|change| change.gaelder_fra).max_by_key(|from| from.value);
        self.shown("aendringer.sidste", date_or_pending(last, "dato for ændringer"));
    }

    fn aendring(&mut self, projekt: &Projekt, base: &str, change: &Takstaendring<'_>) {
        let path = |name: &str| format!("{base}.{name}");
        let tilbud = change.tilbud;
        self.context.set_from(&path("tilbud"), tilbud.value.clone(), &tilbud.place);
        for (name, amount, what) in [
            ("foer", change.foer().cloned(), "takst"),
            ("efter", change.efter(), "takst"),
            ("aendring", change.aendring(), "ændring"),
        ] {
            match amount {
                Some(amount) => self.number(&path(name), &amount),
                None => self.context.set(&path(name), pending(what)),
            }
        }
        self.context.note_cells(&path("aendring"), &change.aendringsceller());
        let dage = change.efter.or(change.foer).and_then(|row| projekt.betalingsdage(row));
        for (name, effect) in [
            ("virkning_om_aaret", dage.and_then(|dage| change.virkning_om_aaret(dage))),
            ("virkning_i_aaret", dage.and_then(|dage| change.virkning_i_aaret(dage))),
        ] {
            let shown = effect.and_then(|effect| whole(&effect)).map(danish::number);
            let shown = shown.unwrap_or_else(|| pending("beløb"));
            self.context.set_computed(&path(name), shown, &weighed(projekt, change));
        }
        let from = change.gaelder_fra;
        self.context.set_from(&path("gaelder_fra"), danish::date(from.value), &from.place);
        let by = text_or_pending(change.besluttet_af(), "hvem der har besluttet");
        self.shown(&path("besluttet_af"), by);
        let on = date_or_pending(change.besluttet(), "dato for beslutning");
        self.shown(&path("besluttet"), on);
        let reason = Shown::of(change.begrundelse(), String::clone, String::new);
        self.shown(&path("begrundelse"), reason);
    }
}

/// The cells that the effect of a change is worked out from.
fn weighed(projekt: &Projekt, change: &Takstaendring<'_>) -> Vec<Place> {
    let row = change.efter.or(change.foer);
    let amounts = row.into_iter().flat_map(|row| [&row.pladser, &row.belaegning]).flatten();
    let days = row.and_then(|row| projekt.dageregel(row)).map(|regel| regel.place.clone());
    let amounts = amounts.map(|amount| amount.place.clone());
    change.aendringsceller().into_iter().chain(amounts).chain(days).collect()
}

/// The sum of the places of some tilbud, which must all be known.
pub(in crate::assemble) fn pladser_i_alt(tilbud: &[&Takst]) -> Shown {
    let places: Option<Vec<&Sourced<Decimal>>> =
        tilbud.iter().map(|takst| takst.pladser.as_ref()).collect();
    let Some(places) = places else { return pending("antal pladser").into() };
    let sum = places.iter().map(|place| place.value).sum();
    let cells: Vec<Place> = places.iter().map(|one| one.place.clone()).collect();
    Shown::new(danish::number(sum), &cells)
}

/// A takst as the rows of `takster` and the fields of `takst.<tilbud>`.
fn takst_fields(takst: &Takst) -> [(&'static str, Shown); 16] {
    let text = |value: &Option<Sourced<String>>, what| text_or_pending(value.as_ref(), what);
    let optional =
        |value: &Option<Sourced<String>>| Shown::of(value.as_ref(), String::clone, String::new);
    let number = |value: &Option<Sourced<Decimal>>, what| number_or_pending(value.as_ref(), what);
    [
        ("noegle", takst.noegle.clone().into()),
        ("tilbud", (&takst.tilbud).into()),
        ("type", (&takst.art).into()),
        ("driftsherre", text(&takst.driftsherre, "driftsherre")),
        ("driftsform", text(&takst.driftsform, "driftsform")),
        ("beliggenhed", text(&takst.beliggenhed, "beliggenhed")),
        ("lov", text(&takst.lov, "lov")),
        ("paragraf", text(&takst.paragraf, "paragraf")),
        ("pladser", number(&takst.pladser, "pladser")),
        ("takst", number(&takst.takst, "takst")),
        ("enhed", optional(&takst.enhed)),
        ("belaegning", number(&takst.belaegning, "procent")),
        ("gaelder_fra", date_or_pending(takst.gaelder_fra.as_ref(), "dato")),
        ("besluttet_af", text(&takst.besluttet_af, "hvem")),
        ("beslutning", decision(takst.besluttet_af.as_ref(), takst.besluttet.as_ref())),
        ("note", optional(&takst.note)),
    ]
}
