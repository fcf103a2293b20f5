//! The figures drawn from data, by key.

use std::collections::BTreeMap;

use super::tables::{NO_ANSWER, Stand, hidden_note, shown_antal};
use crate::chart::{Bar, Mark, Series, bars, columns};
use crate::model::{
    Antal, CentralUdmelding, Optaelling, Projekt, Takst, Yearly, in_force, is_krisecenter,
};
use crate::text::danish::{self, NBSP};
use crate::text::running;
use crate::text::tree::{Figure, Traced};

pub(super) fn figures(projekt: &Projekt) -> BTreeMap<String, Figure> {
    let mut figures = BTreeMap::new();
    let mut put = |figure: Figure, key: String| {
        figures.insert(key.clone(), Figure { key: Some(key), ..figure });
    };
    put(krisecentre(projekt), "takster.krisecentre".into());
    for udmelding in &projekt.udmeldinger {
        put(counts(projekt, udmelding), format!("cu.{}", udmelding.noegle));
    }
    figures
}

fn krisecentre(projekt: &Projekt) -> Figure {
    let day = projekt.takstdag();
    let current = in_force(&projekt.takster, day);
    let centres = current.into_iter().filter(|takst| is_krisecenter(takst));
    let (shown, traced): (Vec<Bar>, Vec<Traced>) = centres.filter_map(bar).unzip();
    let listed: Vec<String> =
        shown.iter().map(|bar| format!("{} {}", bar.name, bar.shown)).collect();
    let caption = format!(
        "Takst pr. døgn på krisecentrene pr. {}, kr. (belægningsprocent)",
        danish::date(day)
    );
    Figure {
        key: None,
        number: None,
        caption: running(&caption),
        alt: format!(
            "Liggende søjler: takst pr. døgn, belægningsprocent i parentes. {}.",
            listed.join("; ")
        ),
        picture: bars(&shown),
        notes: Vec::new(),
        traced,
    }
}

/// A takst as a bar, with the cells that it is drawn from.
fn bar(takst: &Takst) -> Option<(Bar, Traced)> {
    let kroner = takst.takst.as_ref()?;
    let percent = takst.belaegning.as_ref();
    let with_percent =
        percent.map(|percent| format!(" ({}{NBSP}%)", danish::number(percent.value)));
    let shown =
        format!("{}{NBSP}kr.{}", danish::number(kroner.value), with_percent.unwrap_or_default());
    let name = takst.tilbud.value.clone();
    let traced = Traced {
        shown: shown.clone(),
        spot: format!("søjlen »{name}«"),
        cells: [Some(kroner), percent].into_iter().flatten().map(|one| one.place.clone()).collect(),
        standing: None,
    };
    Some((Bar { name, value: kroner.value, shown, aside: false }, traced))
}

/// Where the columns of a series come from.
fn drawn_counts(one: &Counted<'_>, sign: &str) -> Vec<Traced> {
    let traced = |(aar, count): (u16, &Optaelling)| Traced {
        shown: shown_antal(count.antal, sign),
        spot: format!("søjlen »{}«, {aar}", one.name),
        cells: count.celler.clone(),
        standing: None,
    };
    one.counts.iter().map(traced).collect()
}

/// A group's counts, to be drawn and told.
struct Counted<'p> {
    name: &'p str,
    counts: &'p Yearly,
    aside: bool,
}

/// The counts year by year: by landsdel where there is a national table, else by group.
fn counts(projekt: &Projekt, udmelding: &CentralUdmelding) -> Figure {
    let national = !udmelding.landsdele.is_empty();
    let counted = if national { by_landsdel(udmelding) } else { by_group(udmelding) };
    let sign = &projekt.aftale.diskretion.tegn;
    let years: Vec<String> = udmelding.aar.iter().map(ToString::to_string).collect();
    let series: Vec<Series> = counted
        .iter()
        .map(|one| Series {
            name: one.name.to_owned(),
            marks: udmelding.aar.iter().map(|aar| mark(one.counts.get(*aar), sign)).collect(),
            aside: one.aside,
        })
        .collect();
    let place = if national { "hele landet" } else { projekt.landsdel() };
    let caption = format!(
        "Antal borgere i {place} {}: {} ({})",
        udmelding.periode(),
        udmelding.kort_titel.value,
        Stand::of(counted.iter().map(|one| one.counts), udmelding).words()
    );
    Figure {
        key: None,
        number: None,
        caption: running(&caption),
        alt: format!("Søjler år for år. {}", described(&counted, &udmelding.aar, sign)),
        picture: columns(&years, &series),
        notes: hidden_note(counted.iter().map(|one| one.counts), sign).into_iter().collect(),
        traced: counted.iter().flat_map(|one| drawn_counts(one, sign)).collect(),
    }
}

fn by_landsdel(udmelding: &CentralUdmelding) -> Vec<Counted<'_>> {
    let parts = udmelding.landsdele.iter().filter(|landsdel| landsdel.noegle != "i_alt");
    parts
        .map(|landsdel| Counted {
            name: &landsdel.betegnelse.value,
            counts: &landsdel.antal,
            aside: false,
        })
        .collect()
}

fn by_group(udmelding: &CentralUdmelding) -> Vec<Counted<'_>> {
    let groups = udmelding.grupper.iter();
    groups
        .map(|gruppe| Counted {
            name: &gruppe.betegnelse.value,
            counts: &gruppe.region,
            aside: !gruppe.i_maalgruppen,
        })
        .collect()
}

fn mark(count: Option<&Optaelling>, sign: &str) -> Mark {
    match count.map(|count| count.antal) {
        Some(Antal::Tal(number)) => Mark::Column(number, danish::number(number)),
        Some(Antal::Skjult) => Mark::Sign(sign.to_owned()),
        None => Mark::Sign(NO_ANSWER.to_owned()),
    }
}

fn described(counted: &[Counted<'_>], years: &[u16], sign: &str) -> String {
    let told = |one: &Counted<'_>, aar: u16| match one.counts.get(aar) {
        Some(count) => format!("{} i {aar}", shown_antal(count.antal, sign)),
        None => format!("ikke oplyst i {aar}"),
    };
    counted
        .iter()
        .map(|one| {
            let counts: Vec<String> = years.iter().map(|aar| told(one, *aar)).collect();
            format!("{}: {}.", one.name, counts.join(", "))
        })
        .collect::<Vec<_>>()
        .join(" ")
}
