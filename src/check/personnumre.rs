use crate::finding::{Finding, Findings, Place};
use crate::input::{Files, words_with_figures};
use crate::text::danish::{personnumre, without_personnumre};

/// A CPR number without its first 0.
const LEAST: usize = 9;

/// No input holds what looks like a CPR number (P01); nothing can be excepted from it.
pub fn civil_numbers(inputs: &Files) -> Findings {
    let mut findings = Findings::new();
    for name in inputs.names() {
        match civil_numbers_in(name, inputs.get(name).unwrap_or_default()) {
            Ok(found) => findings.extend(found),
            Err(unsearched) => findings.push(unsearched),
        }
    }
    findings
}

/// What looks like a CPR number in a file or its name; or that the file cannot be searched.
///
/// The number itself is never shown, only where it stands.
pub fn civil_numbers_in(name: &str, bytes: &[u8]) -> Result<Findings, Finding> {
    let mut found = Findings::new();
    if !personnumre(name).is_empty() {
        let place = Place::file(without_personnumre(name));
        let message = "Filens navn har et tal, der ligner et personnummer.";
        found.push(Finding::fejl("personnummer", place, message).hint("Omdøb filen."));
    }
    words_with_figures(name, bytes, LEAST, &mut |place, words| {
        found.extend(personnumre(words).first().map(|number| told(place.clone(), number.checks)));
        found.extend(shortened(&place, words));
    })?;
    Ok(found)
}

fn told(place: Place, checks: bool) -> Finding {
    let message = if checks {
        "Her står et tal, der ligner et personnummer, og kontrolcifferet passer."
    } else {
        "Her står et tal, der ligner et personnummer."
    };
    let hint = hint(place.file_name().unwrap_or_default());
    Finding::fejl("personnummer", place, message).hint(hint)
}

/// What to do about it: what is kept as it came, or from before, is not to be written in.
fn hint(file: &str) -> &'static str {
    if file.starts_with("inputs/besvarelser/") {
        "Bed afsenderen om et skema uden nummeret, saml det ind, og slet så filen her."
    } else if file.starts_with("inputs/tidligere/") {
        "Det er en kopi af tabellen fra før en indsamling. Slet filen, hvis rettelserne i den ikke \
         skal bruges, ellers kun nummeret."
    } else {
        "Slet det. Er det et andet nummer, så skriv det med mellemrum for hvert andet ciffer: \
         12 34 56 78 90."
    }
}

/// Excel drops a 0 in front of a number, so one of nine figures may be a CPR number too.
fn shortened(place: &Place, words: &str) -> Option<Finding> {
    let is_cell = matches!(place, Place::Cell { .. });
    let is_short = words.len() == 9 && words.bytes().all(|byte| byte.is_ascii_digit());
    let full = (is_cell && is_short).then(|| format!("0{words}"))?;
    let message = "Her står et tal, der ligner et personnummer uden sit første 0.";
    let checks = personnumre(&full).first().is_some_and(|number| number.checks);
    checks.then(|| {
        Finding::advarsel("personnummer", place.clone(), message)
            .hint("Slet det, hvis det er et personnummer.")
    })
}
