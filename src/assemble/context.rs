use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::tables::shown_antal;
use crate::finding::Place;
use crate::merge::Context;
use crate::model::{
    Aftale, CentralUdmelding, Diskretion, Projekt, Sourced, Takst, Udgave, Yearly, in_force,
    is_krisecenter,
};
use crate::text::danish;
use crate::text::tree::plain_text;

/// The fields that every document of a project may use.
pub fn project_context(projekt: &Projekt, places: &BTreeMap<String, Place>) -> Context {
    let mut context = Context::new();
    let sign = projekt.aftale.diskretion.tegn.as_str();
    let mut filling = Filling { context: &mut context, places, sign };
    filling.aftale(&projekt.aftale);
    filling.parties(projekt);
    filling.fokusomraader(projekt);
    for udmelding in &projekt.udmeldinger {
        filling.udmelding(&format!("cu.{}", udmelding.noegle), udmelding);
    }
    filling.takster(projekt);
    filling.aendringer(projekt);
    filling.belaegninger(projekt);
    context
}

/// Adds what only the document on one central udmelding has: `udmelding.…`.
pub(super) fn add_udmelding(
    context: &mut Context,
    udmelding: &CentralUdmelding,
    diskretion: &Diskretion,
) {
    let places = BTreeMap::new();
    let mut filling = Filling { context, places: &places, sign: &diskretion.tegn };
    filling.udmelding("udmelding", udmelding);
    context.set("udmelding.noegle", udmelding.noegle.clone());
}

/// Sets the edition of a document that has one of its own.
pub(super) fn set_udgave(context: &mut Context, udgave: &Udgave) {
    Filling { context, places: &BTreeMap::new(), sign: "" }.udgave(udgave, "dokument.udgave");
}

/// What stands where a fact is not known.
pub(super) fn pending(what: &str) -> String {
    format!("[afventer: {what}]")
}

/// A value for print, or the mark that it is awaited.
pub(super) fn text_or_pending(value: Option<&Sourced<String>>, what: &str) -> String {
    value.map_or_else(|| pending(what), |value| value.value.clone())
}

pub(super) fn number_or_pending(value: Option<&Sourced<Decimal>>, what: &str) -> String {
    value.map_or_else(|| pending(what), |value| danish::number(value.value))
}

pub(super) fn date_or_pending(value: Option<&Sourced<NaiveDate>>, what: &str) -> String {
    value.map_or_else(|| pending(what), |value| danish::date(value.value))
}

struct Filling<'a> {
    context: &'a mut Context,
    places: &'a BTreeMap<String, Place>,
    /// What stands for a hidden count.
    sign: &'a str,
}

impl Filling<'_> {
    /// Sets a value that stands in a TOML file under `source`.
    fn set(&mut self, path: &str, value: impl Into<Value>, source: &str) {
        match self.places.get(source) {
            Some(place) => self.context.set_from(path, value, place),
            None => self.context.set(path, value),
        }
    }

    fn aftale(&mut self, aftale: &Aftale) {
        for (name, value) in [
            ("titel", &aftale.titel),
            ("korttitel", &aftale.korttitel),
            ("undertitel", &aftale.undertitel),
            ("vision", &aftale.vision),
            ("udgiver", &aftale.udgiver),
        ] {
            let path = format!("aftale.{name}");
            self.set(&path, value.as_str(), &path);
        }
        self.context.set("aftale.periode", aftale.periode());
        self.set("aftale.fra", danish::date(aftale.fra), "aftale.fra");
        self.set("aftale.til", danish::date(aftale.til), "aftale.til");
        self.udgave(&aftale.udgave, "aftale.udgave");
        let kontakt = &aftale.kontakt;
        for (name, value) in [
            ("navn", &kontakt.navn),
            ("mail", &kontakt.mail),
            ("web", &kontakt.web),
            ("hjemsted", &kontakt.hjemsted),
        ] {
            self.set(&format!("kontakt.{name}"), value.as_str(), &format!("aftale.kontakt.{name}"));
        }
        let frister = &aftale.frister;
        for (name, date) in [
            ("politisk_behandling", frister.politisk_behandling),
            ("indsendelse", frister.indsendelse),
        ] {
            self.set(
                &format!("frister.{name}"),
                danish::date(date),
                &format!("aftale.frister.{name}"),
            );
        }
        let source = "aftale.diskretion.tegn";
        self.set("diskretion.tegn", aftale.diskretion.tegn.as_str(), source);
        self.registers(aftale);
    }

    fn udgave(&mut self, udgave: &Udgave, source: &str) {
        let from = |name: &str| format!("{source}.{name}");
        self.set("udgave.betegnelse", udgave.betegnelse.as_str(), &from("betegnelse"));
        self.set("udgave.dato", danish::date(udgave.dato), &from("dato"));
        self.set("udgave.organ", udgave.organ.as_str(), &from("organ"));
        self.set("udgave.kladde", udgave.kladde, &from("kladde"));
    }

    fn registers(&mut self, aftale: &Aftale) {
        let lovgrundlag: Vec<Value> = aftale
            .lovgrundlag
            .iter()
            .map(|law| json!({"lov": law.lov, "paragraf": law.paragraf, "tekst": law.tekst}))
            .collect();
        self.set("lovgrundlag", lovgrundlag, "aftale.lovgrundlag");
        let tidsplan: Vec<Value> = aftale
            .tidsplan
            .iter()
            .map(|step| json!({"tid": step.tid, "aktivitet": step.aktivitet}))
            .collect();
        self.set("tidsplan", tidsplan, "aftale.tidsplan");
        let bilag: Vec<Value> = aftale
            .bilag
            .iter()
            .map(|bilag| {
                json!({"noegle": bilag.noegle, "nummer": bilag.nummer.to_string(), "titel": bilag.titel})
            })
            .collect();
        self.set("bilag", bilag, "aftale.bilag");
    }

    fn parties(&mut self, projekt: &Projekt) {
        let parter: Vec<Value> = projekt
            .myndigheder
            .iter()
            .map(|party| json!({"noegle": party.noegle, "navn": party.navn, "raad": party.raad}))
            .collect();
        self.context.set("antal.parter", parter.len().to_string());
        self.context.set("antal.kommuner", projekt.kommuner().count().to_string());
        self.set("parter", parter, "myndighed.myndighed");
    }

    fn fokusomraader(&mut self, projekt: &Projekt) {
        let mut list = Vec::new();
        for tekst in projekt.fokusomraader() {
            let Some(fokus) = &tekst.fokus else { continue };
            let base = format!("fokus.{}", fokus.noegle);
            let titel = plain_text(&tekst.text.title);
            let place = &tekst.text.place;
            self.context.set_from(&format!("{base}.titel"), titel.clone(), place);
            self.context.set_from(&format!("{base}.nummer"), fokus.nummer.to_string(), place);
            self.context.set_from(&format!("{base}.maalgruppe"), fokus.maalgruppe.clone(), place);
            for earlier in &fokus.tidligere {
                let base = format!("{base}.tidligere.{}", earlier.udgave);
                self.context.set_from(&format!("{base}.titel"), earlier.titel.clone(), place);
                self.context.set_from(&format!("{base}.nummer"), earlier.nummer.to_string(), place);
            }
            list.push(json!({
                "noegle": fokus.noegle,
                "nummer": fokus.nummer.to_string(),
                "titel": titel,
                "maalgruppe": fokus.maalgruppe,
                "initiativer": fokus.initiativer,
                "laboratorier": fokus.laboratorier,
            }));
        }
        self.context.set("fokusomraader", list);
    }

    fn udmelding(&mut self, base: &str, udmelding: &CentralUdmelding) {
        let mut set = |name: &str, value: &Sourced<String>| {
            self.context.set_from(&format!("{base}.{name}"), value.value.clone(), &value.place);
        };
        set("titel", &udmelding.titel);
        set("kort", &udmelding.kort_titel);
        set("udsendt", &udmelding.udsendt);
        set("meldt_das", &udmelding.meldt_das);
        set("status", &udmelding.status);
        set("opgjort", &udmelding.opgjort);
        for gruppe in &udmelding.grupper {
            let base = format!("{base}.region.{}", gruppe.noegle);
            self.context.set_from(
                &format!("{base}.betegnelse"),
                gruppe.betegnelse.value.clone(),
                &gruppe.betegnelse.place,
            );
            self.yearly(&base, &gruppe.region);
            if let Some(mangler) = &gruppe.mangler {
                self.number(&format!("{base}.mangler"), mangler);
            }
        }
        self.context.set(&format!("{base}.periode"), udmelding.periode());
        self.yearly(&format!("{base}.i_alt"), &udmelding.i_alt);
        for landsdel in &udmelding.landsdele {
            self.yearly(&format!("{base}.landsdele.{}", landsdel.noegle), &landsdel.antal);
        }
    }

    fn yearly(&mut self, base: &str, counts: &Yearly) {
        for (year, count) in counts.iter() {
            let (path, shown) = (format!("{base}.{year}"), shown_antal(count.antal, self.sign));
            match count.celler.as_slice() {
                [cell] => self.context.set_from(&path, shown, cell),
                _ => self.context.set(&path, shown),
            }
        }
    }

    fn number(&mut self, path: &str, number: &Sourced<Decimal>) {
        self.context.set_from(path, danish::number(number.value), &number.place);
    }

    fn takster(&mut self, projekt: &Projekt) {
        let current = in_force(&projekt.takster, projekt.aftale.udgave.dato);
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

    fn aendringer(&mut self, projekt: &Projekt) {
        for change in &projekt.aendringer {
            let base = format!("aendring.{}", change.noegle);
            self.context.set_from(
                &format!("{base}.tilbud"),
                change.tilbud.value.clone(),
                &change.tilbud.place,
            );
            for (name, value) in [("foer", &change.foer), ("efter", &change.efter)] {
                let path = format!("{base}.{name}");
                match value {
                    Some(value) => self.number(&path, value),
                    None => self.context.set(&path, pending("takst")),
                }
            }
            self.number(&format!("{base}.aendring"), &change.aendring);
            self.context.set_from(
                &format!("{base}.gaelder_fra"),
                danish::date(change.gaelder_fra.value),
                &change.gaelder_fra.place,
            );
            self.context.set(
                &format!("{base}.besluttet_af"),
                text_or_pending(change.besluttet_af.as_ref(), "hvem der har besluttet"),
            );
            self.context.set(
                &format!("{base}.besluttet"),
                date_or_pending(change.besluttet.as_ref(), "dato for beslutning"),
            );
        }
    }

    fn belaegninger(&mut self, projekt: &Projekt) {
        for series in &projekt.belaegninger {
            self.yearly(&format!("belaegning.{}.{}", series.noegle, series.raekke), &series.tal);
        }
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
    set("note", optional(&takst.note));
    Value::Object(row)
}
