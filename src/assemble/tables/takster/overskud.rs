use rust_decimal::Decimal;

use crate::assemble::context::pending;
use crate::assemble::shown::Shown;
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
    let grundlag = added(costs().map(|post| &post.budget), regnskab.grundlag());
    let income = added(incomes.map(|post| &post.regnskab), regnskab.indtaegter());
    let spent = added(costs().map(|post| &post.regnskab), regnskab.omkostninger());
    for (name, [parts, total]) in [
        ("Takstberegningsgrundlag", &grundlag),
        ("Indtægter i regnskabet", &income),
        ("Omkostninger i regnskabet", &spent),
    ] {
        push(&mut table, &[&name.to_owned(), parts, total]);
    }
    let ([_, income], [_, spent]) = (income, spent);
    let difference = format!("{} − {}", income.text, spent.text);
    let from = |text: String| Shown::computed(text, &[&income, &spent]);
    match regnskab.resultat() {
        Some(result) if result < Decimal::ZERO => {
            push_row(
                &mut table,
                &[
                    "Underskud".to_owned().into(),
                    from(difference),
                    from(kroner(Some(result.abs()))),
                ],
                RowEmphasis::Total,
            );
            let cells =
                ["Dækning af underskud".to_owned(), String::new(), pending("reglen om underskud")];
            push_row(&mut table, &cells, RowEmphasis::Plain);
        }
        result => {
            let result = from(kroner(result));
            let cells = ["Overskud".to_owned().into(), from(difference), result.clone()];
            push_row(&mut table, &cells, RowEmphasis::Total);
            parted(&mut table, regnskab, rule, [&grundlag[1], &result]);
        }
    }
    table.notes.extend(until(regnskab, rule));
    table.notes.extend(origin(regnskab));
    table
}

/// The rows on what may be set aside and what goes into the takst.
fn parted(
    table: &mut Table,
    regnskab: &Regnskab<'_>,
    rule: Option<&Regel>,
    [grundlag, result]: [&Shown; 2],
) {
    let percent = rule.and_then(|rule| rule.decimal("procent"));
    let parts = percent.and_then(|percent| regnskab.overskud(percent / Decimal::ONE_HUNDRED));
    let most = percent.map_or_else(
        || pending("reglen om overskud"),
        |percent| format!("højst {} % af {}", number(percent), grundlag.text),
    );
    let from = |text: String| Shown::computed(text, &[grundlag, result]);
    let kept = from(kroner(parts.map(|parts| parts.til_side)));
    let left = from(format!("{} − {}", result.text, kept.text));
    let most = Shown::computed(most, &[grundlag]);
    push(table, &[&"Kan lægges til side".to_owned(), &most, &kept]);
    let returned = from(kroner(parts.map(|parts| parts.i_taksten)));
    push(table, &[&"Føres tilbage i taksten".to_owned(), &left, &returned]);
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

/// "6.500.000 + 675.000", how a sum of several amounts comes about, and the sum.
fn added<'p>(
    amounts: impl Iterator<Item = &'p Option<Sourced<Decimal>>>,
    total: Option<Decimal>,
) -> [Shown; 2] {
    let parts: Vec<Shown> = amounts
        .map(|amount| Shown::of(amount.as_ref(), |kr| kroner(Some(*kr)), || kroner(None)))
        .collect();
    let all: Vec<&Shown> = parts.iter().collect();
    let terms: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    let terms = if terms.len() < 2 { String::new() } else { terms.join(" + ") };
    [Shown::computed(terms, &all), Shown::computed(kroner(total), &all)]
}

fn kroner(amount: Option<Decimal>) -> String {
    amount.map_or_else(|| pending("beløb"), danish::amount)
}
