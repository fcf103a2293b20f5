use rust_xlsxwriter::{Workbook, XlsxError};

use super::look::Look;
use super::page::Page;
use crate::collect::art::{ARTER, choice};
use crate::collect::form::Form;
use crate::collect::words::{
    AAR, ART, FILL_IN, FRIST, GUIDE, PART, REACHED, STEPS, SVARER, TO, UDMELDING, WRITER,
};
use crate::text::danish::date;

/// Who answers what to whom and when, and how the workbook is filled in.
pub(super) fn write(book: &mut Workbook, form: &Form<'_>, look: &Look) -> Result<(), XlsxError> {
    let mut page = Page::new(book.add_worksheet(), look, "Forside", &[24.0, 86.0])?;
    page.title(&form.titel())?;
    page.space();
    for (label, fact) in facts(form) {
        row(&mut page, label, &fact)?;
    }
    page.space();
    page.section(FILL_IN)?;
    let art = (page.row, 1);
    for label in [ART, WRITER, REACHED] {
        page.sheet.set_row_height(page.row, 20.0)?;
        page.sheet.write_with_format(page.row, 0, label, &look.label)?;
        page.sheet.write_with_format(page.row, 1, "", &look.text)?;
        page.row += 1;
    }
    page.choices(&ARTER.map(choice), false, art, art)?;
    page.space();
    page.section(GUIDE)?;
    for step in steps(form) {
        page.lead(&step)?;
    }
    page.sheet.set_selection(art.0, art.1, art.0, art.1)?;
    Ok(())
}

fn row(page: &mut Page<'_>, label: &str, fact: &str) -> Result<(), XlsxError> {
    page.sheet.set_row_height(page.row, if fact.chars().count() > 86 { 33.0 } else { 18.0 })?;
    page.sheet.write_with_format(page.row, 0, label, &page.look.label)?;
    page.sheet.write_with_format(page.row, 1, fact, &page.look.fact)?;
    page.row += 1;
    Ok(())
}

fn facts(form: &Form<'_>) -> Vec<(&'static str, String)> {
    let kontakt = &form.projekt.aftale.kontakt;
    let mut facts = vec![(PART, form.respondent.part.navn.clone())];
    if let Some(svarer) = form.respondent.svarer {
        facts.push((SVARER, svarer.navn.clone()));
    }
    let frist = form.svarfrist().map_or_else(|| "Sekretariatet oplyser fristen".to_owned(), date);
    facts.extend([
        (UDMELDING, form.udmelding.titel.value.clone()),
        (AAR, form.udmelding.periode()),
        (FRIST, frist),
        (TO, format!("{}, {}", kontakt.navn, kontakt.mail)),
    ]);
    facts
}

fn steps(form: &Form<'_>) -> Vec<String> {
    let counts = "Skriv antal som hele tal. Har I ingen, så skriv 0; et tomt felt læses som et \
                  ubesvaret spørgsmål. Forbehold som »ca.« skrives i kolonnen »Bemærkning«.";
    let tilbud = "Skriv en række for hvert tilbud med antallet af brugere i hvert år som hele tal. \
                  Har ingen brugt det, så skriv 0; et tomt felt læses som et ubesvaret spørgsmål.";
    let first = if form.respondent.counts_citizens() { counts } else { tilbud };
    let steps: [&str; STEPS] = [
        "Felter med gul bund er jeres; resten er låst. Arkene har numre og udfyldes i den \
         rækkefølge, der passer jer. Arket »Eksempel« viser et udfyldt skema.",
        first,
        "Skriv aldrig navne, cpr-numre eller andet, der kan føre til en bestemt borger.",
        "Gem filen, og send den som Excel-fil. Filens navn må gerne ændres. Kommer der nye tal, så \
         send hele skemaet igen; sekretariatet ser, hvad der er ændret.",
    ];
    steps.iter().zip(1..).map(|(step, number)| format!("{number}. {step}")).collect()
}
