use rust_xlsxwriter::{Workbook, XlsxError};

use super::look::Look;
use super::page::Page;
use super::{maalgruppe, tilbud};
use crate::collect::form::Form;
use crate::model::Tema;

/// The sheet of a theme: what is asked, a table where there are counts, and a box for words.
pub(super) fn write(
    book: &mut Workbook,
    form: &Form<'_>,
    tema: Tema,
    look: &Look,
) -> Result<(), XlsxError> {
    let name = form.sheet_name(tema);
    let (widths, height) = match tema {
        Tema::Maalgruppen => (maalgruppe::widths(form), 120.0),
        Tema::Tilbud => (tilbud::widths(form), 120.0),
        _ => (vec![110.0], 300.0),
    };
    let mut page = Page::new(book.add_worksheet(), look, &name, &widths)?;
    page.title(&name)?;
    page.lead(&question(form, tema))?;
    page.space();
    match tema {
        Tema::Maalgruppen => maalgruppe::table(&mut page, form)?,
        Tema::Tilbud => tilbud::table(&mut page, form)?,
        _ => {}
    }
    page.section(tema.prompt())?;
    page.answer_box(height)
}

/// What is asked about a theme.
pub(in crate::collect) fn question(form: &Form<'_>, tema: Tema) -> String {
    let words = match tema {
        Tema::Maalgruppen => return maalgruppe::question(form),
        Tema::Tilbud => return tilbud::question(form),
        Tema::Udfordringer => {
            "Hvilke udfordringer oplever I i udbuddet af højt specialiserede indsatser og tilbud? Skriv \
             også gerne, hvis udbuddet er tilstrækkeligt."
        }
        Tema::Koordination => {
            "Hvordan tilrettelægger I indsatsen til målgruppen, og hvordan koordinerer I med andre \
             kommuner, regionen og tilbuddene?"
        }
        Tema::Bemaerkninger => "Er der andet, sekretariatet skal vide, når svarene samles?",
    };
    words.to_owned()
}
