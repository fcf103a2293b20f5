use rust_xlsxwriter::{Formula, XlsxError};

use super::page::Page;
use crate::collect::form::Form;
use crate::collect::words::{BEMAERKNING, GRUPPE, OUTSIDE, SUM};
use crate::model::Gruppe;

const WIDE: f64 = 46.0;
const YEAR: f64 = 10.0;

/// Counts by group and year; the groups outside the målgruppe stand apart below the sum.
pub(super) fn table(page: &mut Page<'_>, form: &Form<'_>) -> Result<(), XlsxError> {
    headings(page, form)?;
    page.sheet.set_freeze_panes(page.row, 1)?;
    let (inside, outside): (Vec<&Gruppe>, Vec<&Gruppe>) =
        form.udmelding.grupper.iter().partition(|gruppe| gruppe.i_maalgruppen);
    let first = page.row;
    groups(page, form, &inside)?;
    if inside.len() > 1 {
        sum(page, form, first)?;
    }
    if !outside.is_empty() {
        page.space();
        page.section(OUTSIDE)?;
        groups(page, form, &outside)?;
    }
    page.space();
    Ok(())
}

pub(super) fn widths(form: &Form<'_>) -> Vec<f64> {
    let years = form.aar().iter().map(|_| YEAR);
    [WIDE].into_iter().chain(years).chain([WIDE]).collect()
}

pub(super) fn question(form: &Form<'_>) -> String {
    let asked = format!(
        "Hvor mange borgere har {} haft i målgruppen i hvert af årene {}?",
        form.respondent.navn(),
        form.udmelding.periode()
    );
    match &form.udmelding.population {
        Some(population) => format!("{asked}\nMålgruppen: {}.", population.value),
        None => asked,
    }
}

/// The row of headings: group, years, comment.
fn headings(page: &mut Page<'_>, form: &Form<'_>) -> Result<(), XlsxError> {
    page.fit(GRUPPE)?;
    page.sheet.write_with_format(page.row, 0, GRUPPE, &page.look.heading)?;
    for (column, aar) in (1..).zip(form.aar()) {
        page.sheet.write_with_format(page.row, column, *aar, &page.look.year)?;
    }
    let last = page.last_column();
    page.sheet.write_with_format(page.row, last, BEMAERKNING, &page.look.heading)?;
    page.row += 1;
    Ok(())
}

fn groups(page: &mut Page<'_>, form: &Form<'_>, groups: &[&Gruppe]) -> Result<(), XlsxError> {
    if groups.is_empty() || form.aar().is_empty() {
        return Ok(());
    }
    let (first, last) = (page.row, page.last_column());
    for gruppe in groups {
        page.fit(&gruppe.betegnelse.value)?;
        page.sheet.write_with_format(page.row, 0, &gruppe.betegnelse.value, &page.look.row)?;
        for column in 1..last {
            page.sheet.write_blank(page.row, column, &page.look.number)?;
        }
        page.sheet.write_blank(page.row, last, &page.look.text)?;
        page.row += 1;
    }
    let elsewhere = format!("under »{BEMAERKNING}«");
    page.counts_only("Antal borgere", &elsewhere, (first, 1), (page.row - 1, last - 1))
}

/// The sum over the målgruppe alone, from `first` to the row above.
fn sum(page: &mut Page<'_>, form: &Form<'_>, first: u32) -> Result<(), XlsxError> {
    page.fit(SUM)?;
    page.sheet.write_with_format(page.row, 0, SUM, &page.look.sum)?;
    for (column, _) in (1..).zip(form.aar()) {
        let from = rust_xlsxwriter::utility::row_col_to_cell(first, column);
        let to = rust_xlsxwriter::utility::row_col_to_cell(page.row - 1, column);
        let formula = Formula::new(format!("=SUM({from}:{to})"));
        page.sheet.write_formula_with_format(page.row, column, formula, &page.look.summed)?;
    }
    page.sheet.write_blank(page.row, page.last_column(), &page.look.sum)?;
    page.row += 1;
    Ok(())
}
