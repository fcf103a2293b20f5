//! The figures drawn from data, by key.

use std::collections::BTreeMap;

use super::tables::{charted, figures_of};
use crate::chart::{Bar, Series, bars, columns};
use crate::model::{CentralUdmelding, Projekt, YEARS, in_force, is_krisecenter};
use crate::text::danish::{self, NBSP};
use crate::text::running;
use crate::text::tree::Figure;

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
    let day = projekt.aftale.udgave.dato;
    let shown: Vec<Bar> = in_force(&projekt.takster, day)
        .into_iter()
        .filter(|takst| is_krisecenter(takst))
        .filter_map(|takst| {
            let kroner = takst.takst.as_ref()?;
            let percent = takst.belaegning.as_ref().map(|percent| danish::number(percent.value));
            Some(Bar {
                name: takst.tilbud.value.clone(),
                value: kroner.value,
                shown: match percent {
                    Some(percent) => {
                        format!("{}{NBSP}kr. ({percent}{NBSP}%)", danish::number(kroner.value))
                    }
                    None => format!("{}{NBSP}kr.", danish::number(kroner.value)),
                },
                aside: false,
            })
        })
        .collect();
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
    }
}

/// The counts year by year: by landsdel where there is a national table, else by group.
fn counts(projekt: &Projekt, udmelding: &CentralUdmelding) -> Figure {
    let national = !udmelding.landsdele.is_empty();
    let series: Vec<Series> = if national {
        udmelding
            .landsdele
            .iter()
            .filter(|landsdel| landsdel.noegle != "i_alt")
            .map(|landsdel| Series {
                name: landsdel.betegnelse.value.clone(),
                values: charted(&landsdel.antal),
                aside: false,
            })
            .collect()
    } else {
        udmelding
            .grupper
            .iter()
            .map(|gruppe| Series {
                name: gruppe.betegnelse.value.clone(),
                values: charted(&gruppe.region),
                aside: !gruppe.i_maalgruppen,
            })
            .collect()
    };
    let years: Vec<String> = YEARS.iter().map(ToString::to_string).collect();
    let place = if national { "hele landet" } else { projekt.landsdel() };
    let caption = format!(
        "Antal borgere i {place} 2017-2019: {} ({})",
        udmelding.kort_titel.value,
        figures_of(&udmelding.status.value).to_lowercase()
    );
    Figure {
        key: None,
        number: None,
        caption: running(&caption),
        alt: format!("Søjler år for år. {}", described(&series, &years)),
        picture: columns(&years, &series),
        notes: Vec::new(),
    }
}

fn described(series: &[Series], years: &[String]) -> String {
    series
        .iter()
        .map(|one| {
            let counts: Vec<String> = years
                .iter()
                .zip(&one.values)
                .map(|(year, value)| match value {
                    Some((_, shown)) => format!("{shown} i {year}"),
                    None => format!("ikke oplyst i {year}"),
                })
                .collect();
            format!("{}: {}.", one.name, counts.join(", "))
        })
        .collect::<Vec<_>>()
        .join(" ")
}
