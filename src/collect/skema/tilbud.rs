use rust_xlsxwriter::XlsxError;

use super::page::Page;
use crate::collect::form::Form;
use crate::collect::words::TILBUD;

/// Rows to fill in.
const ROWS: u32 = 15;

/// The letters that Excel has room for in a list of choices, commas counted in.
const LONGEST_LIST: usize = 255;

/// The tilbud used, with their users in each year.
pub(super) fn table(page: &mut Page<'_>, form: &Form<'_>) -> Result<(), XlsxError> {
    headings(page, form)?;
    page.sheet.set_freeze_panes(page.row, 1)?;
    rows(page, form)?;
    page.space();
    Ok(())
}

pub(super) fn widths(form: &Form<'_>) -> Vec<f64> {
    let years = form.aar().iter().map(|_| 8.0);
    [32.0, 24.0, 24.0, 11.0, 30.0].into_iter().chain(years).collect()
}

pub(super) fn question(form: &Form<'_>) -> String {
    let asked = match form.respondent.counts_citizens() {
        true => {
            "Hvilke højt specialiserede tilbud har I brugt til målgruppen, hvem driver dem, hvor ligger \
                 de, og hvor mange af jeres borgere har brugt dem i hvert år?"
        }
        false => {
            "Hvilke af jeres tilbud er brugt til målgruppen, og hvor mange har brugt dem i hvert år?"
        }
    };
    format!(
        "{asked} Er der ingen, så skriv det i feltet under tabellen; det samme gælder tilbud, der ikke \
         er plads til i de {ROWS} rækker."
    )
}

pub(super) fn headings(page: &mut Page<'_>, form: &Form<'_>) -> Result<(), XlsxError> {
    page.fit(TILBUD[0])?;
    for (column, heading) in (0..).zip(TILBUD) {
        page.sheet.write_with_format(page.row, column, heading, &page.look.heading)?;
    }
    for (column, aar) in (first_year()..).zip(form.aar()) {
        page.sheet.write_with_format(page.row, column, *aar, &page.look.year)?;
    }
    page.row += 1;
    Ok(())
}

fn first_year() -> u16 {
    TILBUD.len() as u16
}

/// Rows to fill in; a party's own tilbud stand there already.
fn rows(page: &mut Page<'_>, form: &Form<'_>) -> Result<(), XlsxError> {
    let first = page.row;
    let mut known = form.own_tilbud();
    for _ in 0..ROWS {
        let text = |value: Option<&crate::model::Sourced<String>>| {
            value.map_or_else(String::new, |value| value.value.clone())
        };
        page.fit("")?;
        let of = known.next();
        let words = [
            text(of.map(|of| &of.tilbud)),
            text(of.and_then(|of| of.driftsherre.as_ref())),
            text(of.and_then(|of| of.beliggenhed.as_ref())),
            String::new(),
            text(of.and_then(|of| of.anvendes_til.as_ref())),
        ];
        for (column, word) in (0..).zip(words) {
            page.sheet.write_with_format(page.row, column, word, &page.look.text)?;
        }
        for column in first_year()..=page.last_column() {
            page.sheet.write_blank(page.row, column, &page.look.number)?;
        }
        page.row += 1;
    }
    let offered = paragraffer(form);
    if !offered.is_empty() {
        page.choices(&offered, true, (first, 3), (page.row - 1, 3))?;
    }
    if form.aar().is_empty() {
        return Ok(());
    }
    let last = (page.row - 1, page.last_column());
    page.counts_only("Antal brugere", "i feltet under tabellen", (first, first_year()), last)
}

/// Offered, not demanded: the paragraphs that the agreement covers (K11), if there is room for them.
fn paragraffer<'p>(form: &Form<'p>) -> Vec<&'p str> {
    let regel = form.projekt.aftaleregel("K11");
    let covered = regel.map_or(&[][..], |regel| regel.list("tilladte"));
    let letters: usize = covered.iter().map(|paragraf| paragraf.chars().count() + 1).sum();
    match letters <= LONGEST_LIST {
        true => covered.iter().map(String::as_str).collect(),
        false => Vec::new(),
    }
}
