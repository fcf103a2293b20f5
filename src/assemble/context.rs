mod finansiering;
mod fordelt;
mod indsamling;
mod takster;
mod udvikling;

pub(super) use self::takster::pladser_i_alt;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::shown::Shown;
use super::tables::{NO_ANSWER, kommuner, shown_antal};
use crate::finding::Place;
use crate::merge::Context;
use crate::model::{
    Aftale, CentralUdmelding, Diskretion, Projekt, Sourced, Udgave, Udgavelinje, Yearly,
};
use crate::text::danish;
use crate::text::tree::plain_text;

pub(super) use self::udvikling::percent_of;

/// The fields that every document of a project may use.
pub fn project_context(projekt: &Projekt, places: &BTreeMap<String, Place>) -> Context {
    let mut context = Context::new();
    let sign = projekt.aftale.diskretion.i_tekst.as_str();
    let mut filling = Filling { context: &mut context, places, sign };
    filling.aftale(&projekt.aftale);
    filling.udgaver(&projekt.historik);
    filling.parties(projekt);
    filling.fokusomraader(projekt);
    for udmelding in &projekt.udmeldinger {
        filling.udmelding(&format!("cu.{}", udmelding.noegle), udmelding);
        filling.distributed(projekt, udmelding);
    }
    for noegletal in &projekt.noegletal {
        filling.number(&format!("noegletal.{}", noegletal.noegle), &noegletal.tal);
    }
    filling.indsamling(projekt);
    filling.takster(projekt);
    filling.aendringer(projekt);
    filling.takstregler(projekt);
    filling.overskud(projekt);
    filling.objektive(projekt);
    filling.udvikling(projekt);
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
    let mut filling = Filling { context, places: &places, sign: &diskretion.i_tekst };
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
pub(super) fn text_or_pending(value: Option<&Sourced<String>>, what: &str) -> Shown {
    Shown::of(value, String::clone, || pending(what))
}

pub(super) fn number_or_pending(value: Option<&Sourced<Decimal>>, what: &str) -> Shown {
    Shown::of(value, |number| danish::number(*number), || pending(what))
}

pub(super) fn date_or_pending(value: Option<&Sourced<NaiveDate>>, what: &str) -> Shown {
    Shown::of(value, |date| danish::date(*date), || pending(what))
}

/// Who decided, and when: "DAS, 25. maj 2020".
pub(super) fn decision(by: Option<&Sourced<String>>, on: Option<&Sourced<NaiveDate>>) -> Shown {
    let who = text_or_pending(by, "beslutning");
    match (by, on) {
        (Some(_), Some(_)) => {
            let on = date_or_pending(on, "dato");
            Shown::computed(format!("{}, {}", who.text, on.text), &[&who, &on])
        }
        _ => who,
    }
}

struct Filling<'a> {
    context: &'a mut Context,
    places: &'a BTreeMap<String, Place>,
    /// What stands for a hidden count in running text.
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
        let diskretion = &aftale.diskretion;
        for (name, words) in [("tegn", &diskretion.tegn), ("i_tekst", &diskretion.i_tekst)] {
            let path = format!("diskretion.{name}");
            self.set(&path, words.as_str(), &format!("aftale.{path}"));
        }
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

    /// The edition history; what nothing was said of has a dash.
    fn udgaver(&mut self, historik: &[Udgavelinje]) {
        let or_dash =
            |words: &str| if words.is_empty() { NO_ANSWER.into() } else { words.to_owned() };
        let lines: Vec<Value> = historik
            .iter()
            .map(|line| {
                json!({
                    "betegnelse": line.betegnelse(),
                    "dato": danish::date(line.dato),
                    "behandlet_i": or_dash(&line.behandlet_i),
                    "aendringer": or_dash(&line.aendringer),
                })
            })
            .collect();
        self.context.set("udgaver", lines);
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
            self.counted(&base, &gruppe.region, &udmelding.aar);
            self.context.set(&format!("{base}.mangler"), gruppe.mangler.to_string());
            self.context.set(&format!("{base}.mangler_svar"), kommuner(gruppe.mangler));
            let names = danish::list(&gruppe.mangler_navne);
            self.context.set(&format!("{base}.mangler_navne"), names);
        }
        self.context.set(&format!("{base}.periode"), udmelding.periode());
        self.counted(&format!("{base}.i_alt"), &udmelding.i_alt, &udmelding.aar);
        for landsdel in &udmelding.landsdele {
            let base = format!("{base}.landsdele.{}", landsdel.noegle);
            self.counted(&base, &landsdel.antal, &udmelding.aar);
        }
    }

    /// Sets the count of each year; one that is not known yet says so.
    fn counted(&mut self, base: &str, counts: &Yearly, years: &[u16]) {
        for year in years.iter().filter(|year| counts.get(**year).is_none()) {
            self.context.set(&format!("{base}.{year}"), pending(&format!("tal for {year}")));
        }
        for (year, count) in counts.iter() {
            let shown = shown_antal(count.antal, self.sign);
            self.context.set_computed(&format!("{base}.{year}"), shown, &count.celler);
        }
    }

    fn shown(&mut self, path: &str, shown: Shown) {
        self.context.set_computed(path, shown.text, &shown.cells);
    }

    fn number(&mut self, path: &str, number: &Sourced<Decimal>) {
        self.context.set_from(path, danish::number(number.value), &number.place);
    }

    fn belaegninger(&mut self, projekt: &Projekt) {
        for series in &projekt.belaegninger {
            let base = format!("belaegning.{}.{}", series.noegle, series.raekke);
            self.counted(&base, &series.tal, &[]);
        }
    }
}
