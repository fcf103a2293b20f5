use rust_decimal::Decimal;

use crate::assemble::context::pending;
use crate::assemble::tables::drawing::{build, flush_right, push, push_row};
use crate::model::{Postart, Projekt, Regel, Regnskab, Sourced};
use crate::text::danish::{self, number};
use crate::text::running;
use crate::text::tree::{Inline, RowEmphasis, Table};

/// How a tilbud's overskud is parted, with the calculation in words.
pub(in crate::assemble::tables) fn overskud(projekt: &Projekt, regnskab: &Regnskab<'_>) -> Table {
    let rule = projekt.takstregel("T01");
    let mut table = build(&caption(regnskab), &[("Post", 5), ("Udregning", 6), ("Kroner", 0)]);
    flush_right(&mut table, 2..);
    let costs = || regnskab.of_art(Postart::Omkostning);
    let incomes = regnskab.of_art(Postart::Indtaegt);
    for (name, cells, total) in [
        ("Takstberegningsgrundlag", added(costs().map(|p| &p.budget)), regnskab.grundlag()),
        ("Indtægter i regnskabet", added(incomes.map(|p| &p.regnskab)), regnskab.indtaegter()),
        ("Omkostninger i regnskabet", added(costs().map(|p| &p.regnskab)), regnskab.omkostninger()),
    ] {
        push(&mut table, &[name, &cells, &kroner(total)]);
    }
    let difference =
        format!("{} − {}", kroner(regnskab.indtaegter()), kroner(regnskab.omkostninger()));
    match regnskab.resultat() {
        Some(result) if result < Decimal::ZERO => {
            push_row(
                &mut table,
                &["Underskud".to_owned(), difference, kroner(Some(result.abs()))],
                RowEmphasis::Total,
            );
            push(&mut table, &["Dækning af underskud", "", &pending("reglen om underskud")]);
        }
        result => {
            let cells = ["Overskud".to_owned(), difference, kroner(result)];
            push_row(&mut table, &cells, RowEmphasis::Total);
            parted(&mut table, regnskab, rule);
        }
    }
    table.notes.extend(until(regnskab, rule));
    table.notes.extend(origin(regnskab));
    table
}

/// The rows on what may be set aside and what goes into the takst.
fn parted(table: &mut Table, regnskab: &Regnskab<'_>, rule: Option<&Regel>) {
    let percent = rule.and_then(|rule| rule.decimal("procent"));
    let parts = percent.and_then(|percent| regnskab.overskud(percent / Decimal::ONE_HUNDRED));
    let most = percent.map_or_else(
        || pending("reglen om overskud"),
        |percent| format!("højst {} % af {}", number(percent), kroner(regnskab.grundlag())),
    );
    let kept = kroner(parts.map(|parts| parts.til_side));
    let left = format!("{} − {kept}", kroner(regnskab.resultat()));
    push(table, &["Kan lægges til side", &most, &kept]);
    push(table, &["Føres tilbage i taksten", &left, &kroner(parts.map(|parts| parts.i_taksten))]);
}

fn caption(regnskab: &Regnskab<'_>) -> String {
    match regnskab.aar {
        Some(aar) => format!("Overskud på {} i {aar}", regnskab.tilbud.value),
        None => format!("Regneeksempel om overskud ({})", regnskab.tilbud.value),
    }
}

/// By when what is set aside must be used.
fn until(regnskab: &Regnskab<'_>, rule: Option<&Regel>) -> Option<Vec<Inline>> {
    let years = rule?.decimal("aar")?;
    let aar = regnskab.aar?;
    let last = Decimal::from(aar) + years;
    Some(running(&format!("Det, der lægges til side, skal være brugt senest i {last}.")))
}

/// What the amounts are, where they are not a tilbud's own.
fn origin(regnskab: &Regnskab<'_>) -> Option<Vec<Inline>> {
    let status = regnskab.poster.iter().find_map(|post| post.status.as_ref())?;
    Some(running(match status.value.as_str() {
        "eksempel" => "Tallene er aftalebestemmelsens eget eksempel og ikke et tilbuds regnskab.",
        "konstrueret" => "Tallene er konstruerede.",
        _ => return None,
    }))
}

/// "6.500.000 + 675.000": how a sum of several amounts comes about.
fn added<'p>(cells: impl Iterator<Item = &'p Option<Sourced<Decimal>>>) -> String {
    let parts: Vec<String> =
        cells.map(|cell| kroner(cell.as_ref().map(|cell| cell.value))).collect();
    if parts.len() < 2 { String::new() } else { parts.join(" + ") }
}

fn kroner(amount: Option<Decimal>) -> String {
    amount.map_or_else(|| pending("beløb"), danish::amount)
}
