use rust_xlsxwriter::{Workbook, XlsxError};

use super::look::Look;
use super::page::Page;
use crate::collect::form::Form;
use crate::model::Tema;

/// A theme that is answered in words alone.
pub(super) fn write(
    book: &mut Workbook,
    form: &Form<'_>,
    tema: Tema,
    look: &Look,
) -> Result<(), XlsxError> {
    let name = form.sheet_name(tema);
    let mut page = Page::new(book.add_worksheet(), look, &name, &[110.0])?;
    page.title(&name)?;
    page.lead(question(tema))?;
    page.space();
    page.section(tema.prompt())?;
    page.box_of("", 300.0)
}

fn question(tema: Tema) -> &'static str {
    match tema {
        Tema::Udfordringer => {
            "Hvilke udfordringer oplever I i udbuddet af højt specialiserede indsatser og tilbud? Skriv \
             også gerne, hvis udbuddet er tilstrækkeligt."
        }
        Tema::Koordination => {
            "Hvordan tilrettelægger I indsatsen til målgruppen, og hvordan koordinerer I med andre \
             kommuner, regionen og tilbuddene?"
        }
        Tema::Maalgruppen | Tema::Tilbud | Tema::Bemaerkninger => {
            "Er der andet, sekretariatet skal vide, når svarene samles?"
        }
    }
}
