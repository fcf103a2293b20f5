use chrono::{Datelike, NaiveDate, Weekday};

use super::basis::Basis;
use crate::finding::Findings;
use crate::text::danish::{date, parse_date};

const DAYS: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

/// A date that is written with its weekday is on that day (R07).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("R07") else { return };
    for passage in basis.passages {
        for name in DAYS {
            for at in passage.find_all(name) {
                let inside = passage.words[..at].ends_with(char::is_alphanumeric);
                let day = date_after(&passage.words[at + name.len()..]).filter(|_| !inside);
                let Some(day) = day else { continue };
                let actual = weekday(day);
                if actual != name {
                    let message = format!("Her står {name}, men den {} er en {actual}.", date(day));
                    let finding = regel.broken("ugedag-passer-ikke", passage.at(at), message);
                    findings.push(finding.hint("Ret ugedagen eller datoen."));
                }
            }
        }
    }
}

/// The Danish name of a date's weekday.
pub fn weekday(day: NaiveDate) -> &'static str {
    let from_monday = |day: Weekday| day.num_days_from_monday() as usize;
    DAYS[from_monday(day.weekday())]
}

/// The date that follows a weekday: " den 25. maj 2020", " d. 25. maj 2020", " 25. maj 2020".
fn date_after(words: &str) -> Option<NaiveDate> {
    let mut words = words.strip_prefix(' ')?.split_whitespace().peekable();
    words.next_if(|word| ["den", "d."].contains(word));
    let [day, month, year] = [words.next()?, words.next()?, words.next()?];
    let year = year.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    parse_date(&format!("{day} {month} {year}"))
}
