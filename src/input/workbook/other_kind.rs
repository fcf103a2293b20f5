use crate::finding::{Finding, Place};
use crate::package::{Kind, Package};

/// What a file is that no workbook can be in, and how to get one of it.
pub(super) fn no_container(file: &str, kind: Kind) -> Option<Finding> {
    let hint = match kind {
        // A container may still be read, and these have remedies of their own.
        Kind::Zip | Kind::Empty | Kind::Locked => return None,
        Kind::Pdf => "Brug det regneark, den er lavet af, eller bed afsenderen om det.",
        Kind::Ole | Kind::Html | Kind::Xml | Kind::Rtf | Kind::Other => {
            "Åbn den i Excel, og gem den som .xlsx."
        }
    };
    let message = format!("Filen {}.", kind.what());
    Some(Finding::fejl("fil-kan-ikke-laeses", Place::file(file), message).hint(hint))
}

/// What a container that is no .xlsx workbook is, when it can be told from its parts.
pub(super) fn other_kind(file: &str, package: &Package) -> Option<Finding> {
    let has = |part: &str| package.part(part).is_some();
    let (what, hint) = match () {
        () if has("xl/workbook.bin") => {
            ("er en binær projektmappe (.xlsb)", "Åbn den i Excel, og gem den som .xlsx.")
        }
        () if has("word/document.xml") => {
            ("er et Word-dokument", "Sæt tallene ind i et Excel-ark, og gem det som .xlsx.")
        }
        () if !has("[Content_Types].xml") => {
            ("er en zip-fil", "Pak den ud, og brug regnearkene i den.")
        }
        () => return None,
    };
    let message = format!("Filen {what} og ikke et Excel-ark i formatet .xlsx.");
    Some(Finding::fejl("excel-kan-ikke-laeses", Place::file(file), message).hint(hint))
}
