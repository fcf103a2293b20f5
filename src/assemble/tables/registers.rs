//! Tables of what the TOML files list: parties, bilag, the process, the way of a case.

use super::drawing::{build, push};
use crate::model::{Myndighed, Projekt};
use crate::text::danish;
use crate::text::running;
use crate::text::tree::{Table, plain_text};

/// The bodies that treat an authority's case, in order.
pub(in crate::assemble) fn behandling(myndighed: &Myndighed) -> Table {
    let mut table = build("Behandling af sagen", &[("Organ", 4), ("Møde", 4), ("Beslutning", 4)]);
    for step in &myndighed.behandling {
        let day = step.dato.map_or_else(
            || "[afventer: mødedato]".to_owned(),
            |day| {
                let time = step.tid.as_ref().map(|time| format!(" {time}")).unwrap_or_default();
                let item = step.punkt.map(|item| format!(", punkt {item}")).unwrap_or_default();
                format!("{}{time}{item}", danish::date(day))
            },
        );
        let decided = step.beslutning.clone().unwrap_or("[afventer: beslutning]".into());
        push(&mut table, &[&step.organ, &day, &decided]);
    }
    table.key = Some("behandling".into());
    table
}

pub(super) fn tidsplan(projekt: &Projekt) -> Table {
    let caption = format!("Proces for {}", projekt.aftale.titel);
    let mut table = build(&caption, &[("Tid", 3), ("Aktivitet", 8)]);
    for step in &projekt.aftale.tidsplan {
        push(&mut table, &[&step.tid, &step.aktivitet]);
    }
    table
}

pub(super) fn parter(projekt: &Projekt) -> Table {
    let mut table = build("Aftalens parter", &[("Part", 5), ("Godkendes af", 5)]);
    for party in &projekt.myndigheder {
        push(&mut table, &[&party.navn, &party.raad]);
    }
    table
}

pub(super) fn bilag(projekt: &Projekt) -> Table {
    let caption = format!("Bilag til {}", projekt.aftale.titel);
    let mut table = build(&caption, &[("Bilag", 2), ("Titel", 10)]);
    let mut register: Vec<_> = projekt.aftale.bilag.iter().collect();
    register.sort_by_key(|bilag| bilag.nummer);
    for bilag in register {
        push(&mut table, &[&format!("Bilag {}", bilag.nummer), &bilag.titel]);
    }
    table
}

pub(super) fn fokusomraader(projekt: &Projekt) -> Table {
    let mut table = build("", &[("Nr.", 1), ("Fokusområde", 5), ("Målgruppe", 8)]);
    let areas = projekt.fokusomraader();
    table.caption = running(&format!("Fokusområderne i {}", projekt.aftale.titel));
    for tekst in areas {
        let Some(fokus) = &tekst.fokus else { continue };
        let titel = plain_text(&tekst.text.title);
        push(&mut table, &[&fokus.nummer.to_string(), &titel, &fokus.maalgruppe]);
    }
    table
}
