use super::basis::Basis;
use crate::finding::Findings;
use crate::model::Regel;

/// What is made anew each year bears its year (K18).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K18") else { return };
    let yearly = regel.list("bilag");
    let register = basis.aftale().bilag.iter().enumerate();
    for (index, bilag) in register.filter(|(_, bilag)| yearly.contains(&bilag.noegle)) {
        let at = |field: &str| basis.in_aftale(&format!("bilag.{index}.{field}"));
        let (place, message) = match bilag.aar {
            None => (
                at("noegle"),
                format!("Bilaget »{}« gælder et år ad gangen, men har intet »aar«.", bilag.noegle),
            ),
            Some(year) if !bilag.titel.contains(&year.to_string()) => (
                at("titel"),
                format!("Bilaget »{}« er for {year}, men året står ikke i titlen.", bilag.titel),
            ),
            Some(_) => continue,
        };
        let finding = regel.broken("k18-aar", place, message);
        findings.push(finding.hint("Skriv året som »aar« og i titlen."));
    }
    documents(basis, regel, findings);
}

/// A yearly document has the same year in its title and its file name.
fn documents(basis: &Basis<'_>, regel: &Regel, findings: &mut Findings) {
    for (index, dokument) in basis.projekt.dokumenter.iter().enumerate() {
        if !regel.list("dokumenter").contains(&dokument.noegle) {
            continue;
        }
        let year = year_in(&dokument.titel);
        let message = match year {
            None => {
                format!("»{}« gælder et år ad gangen, men året står ikke i titlen.", dokument.titel)
            }
            Some(year) if !dokument.filnavn.contains(year) => format!(
                "»{}« har et andet år i titlen end i filnavnet »{}« ({}).",
                dokument.titel,
                dokument.filnavn,
                basis.in_dokumenter(&format!("dokument.{index}.filnavn"))
            ),
            Some(_) => continue,
        };
        let place = basis.in_dokumenter(&format!("dokument.{index}.titel"));
        let finding = regel.broken("k18-aar", place, message);
        findings.push(finding.hint("Skriv samme år i titlen og i filnavnet."));
    }
}

fn year_in(title: &str) -> Option<&str> {
    let mut words = title.split(|letter: char| !letter.is_ascii_digit());
    words.find(|word| word.len() == 4)
}
