use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::{Filling, date_or_pending, decision, number_or_pending, pending, text_or_pending};
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
                let mut row = takst_row(takst);
                row["gaeldende"] = current.iter().any(|other| std::ptr::eq(*other, takst)).into();
                row
            })
            .collect();
        self.context.set("takster", rows);
        for (index, takst) in projekt.takster.iter().enumerate() {
            self.context.note_origin(&format!("takster.{index}"), &takst.tilbud.place);
        }
        let centres: Vec<&&Takst> = current.iter().filter(|takst| is_krisecenter(takst)).collect();
        self.context.set("krisecentre.antal", centres.len().to_string());
        let places: Option<Decimal> =
            centres.iter().map(|takst| takst.pladser.as_ref().map(|pladser| pladser.value)).sum();
        let places = places.map_or_else(|| pending("antal pladser"), danish::number);
        self.context.set("krisecentre.pladser_i_alt", places);
    }

    fn takst(&mut self, takst: &Takst) {
        let base = format!("takst.{}", takst.noegle);
        let Value::Object(row) = takst_row(takst) else { return };
        let origins: [(&str, Option<&Place>); 9] = [
            ("tilbud", Some(&takst.tilbud.place)),
            ("driftsherre", takst.driftsherre.as_ref().map(|cell| &cell.place)),
            ("driftsform", takst.driftsform.as_ref().map(|cell| &cell.place)),
            ("beliggenhed", takst.beliggenhed.as_ref().map(|cell| &cell.place)),
            ("paragraf", takst.paragraf.as_ref().map(|cell| &cell.place)),
            ("pladser", takst.pladser.as_ref().map(|cell| &cell.place)),
            ("takst", takst.takst.as_ref().map(|cell| &cell.place)),
            ("belaegning", takst.belaegning.as_ref().map(|cell| &cell.place)),
            ("gaelder_fra", takst.gaelder_fra.as_ref().map(|cell| &cell.place)),
        ];
        for (name, value) in row {
            let path = format!("{base}.{name}");
            match origins.iter().find(|(known, _)| *known == name) {
                Some((_, Some(place))) => self.context.set_from(&path, value, place),
                _ => self.context.set(&path, value),
            }
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
        self.context.set("aendringer.sidste", date_or_pending(last, "dato for ændringer"));
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
        let dage = change.efter.or(change.foer).and_then(|row| projekt.betalingsdage(row));
        for (name, effect) in [
            ("virkning_om_aaret", dage.and_then(|dage| change.virkning_om_aaret(dage))),
            ("virkning_i_aaret", dage.and_then(|dage| change.virkning_i_aaret(dage))),
        ] {
            let shown = effect.and_then(|effect| whole(&effect)).map(danish::number);
            self.context.set(&path(name), shown.unwrap_or_else(|| pending("beløb")));
        }
        let from = change.gaelder_fra;
        self.context.set_from(&path("gaelder_fra"), danish::date(from.value), &from.place);
        let by = text_or_pending(change.besluttet_af(), "hvem der har besluttet");
        self.context.set(&path("besluttet_af"), by);
        let on = date_or_pending(change.besluttet(), "dato for beslutning");
        self.context.set(&path("besluttet"), on);
        self.context.set(
            &path("begrundelse"),
            change.begrundelse().map_or_else(String::new, |words| words.value.clone()),
        );
    }
}

/// A takst as the rows of `takster` and the fields of `takst.<tilbud>`.
fn takst_row(takst: &Takst) -> Value {
    let mut row = Map::new();
    let mut set = |name: &str, value: String| row.insert(name.to_owned(), value.into());
    let optional = |value: &Option<Sourced<String>>| {
        value.as_ref().map(|value| value.value.clone()).unwrap_or_default()
    };
    set("noegle", takst.noegle.clone());
    set("tilbud", takst.tilbud.value.clone());
    set("type", takst.art.value.clone());
    set("driftsherre", text_or_pending(takst.driftsherre.as_ref(), "driftsherre"));
    set("driftsform", text_or_pending(takst.driftsform.as_ref(), "driftsform"));
    set("beliggenhed", text_or_pending(takst.beliggenhed.as_ref(), "beliggenhed"));
    set("lov", text_or_pending(takst.lov.as_ref(), "lov"));
    set("paragraf", text_or_pending(takst.paragraf.as_ref(), "paragraf"));
    set("pladser", number_or_pending(takst.pladser.as_ref(), "pladser"));
    set("takst", number_or_pending(takst.takst.as_ref(), "takst"));
    set("enhed", optional(&takst.enhed));
    set("belaegning", number_or_pending(takst.belaegning.as_ref(), "procent"));
    set("gaelder_fra", date_or_pending(takst.gaelder_fra.as_ref(), "dato"));
    set("besluttet_af", text_or_pending(takst.besluttet_af.as_ref(), "hvem"));
    set("beslutning", decision(takst.besluttet_af.as_ref(), takst.besluttet.as_ref()));
    set("note", optional(&takst.note));
    Value::Object(row)
}
