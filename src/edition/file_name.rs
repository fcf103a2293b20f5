//! What the files of editions are called: "0.2-das-25-maj-2020.udgave.zip".

use super::ENDING;
use super::nummer::Nummer;

/// A file's name without its ending.
pub(super) fn stem(nummer: &Nummer, navn: &str) -> String {
    match slug(navn) {
        words if words.is_empty() => nummer.to_string(),
        words => format!("{nummer}-{words}"),
    }
}

/// The number that an edition's file is named by, by its path.
pub(super) fn number(file: &str) -> Option<Nummer> {
    Nummer::parse(parts(file)?.0)
}

/// Whether an edition's file is named by what somebody calls it, number or name.
pub(super) fn is_of(file: &str, wanted: &str) -> bool {
    let wanted_number = Nummer::parse(wanted);
    let Some((_, words)) = parts(file) else { return false };
    wanted_number.is_some() && number(file) == wanted_number
        || !words.is_empty() && slug(wanted) == words
}

/// Whether somebody calls a name as files have it: "das-25-maj-2020".
pub(super) fn is_slug_of(wanted: &str, navn: &str) -> bool {
    let words = slug(navn);
    !words.is_empty() && words == wanted
}

fn parts(file: &str) -> Option<(&str, &str)> {
    let name = file.rsplit('/').next()?.strip_suffix(ENDING)?;
    Some(name.split_once('-').unwrap_or((name, "")))
}

/// Words as they can stand in a file name that is sent between systems.
fn slug(name: &str) -> String {
    let words: Vec<String> = name.split(|c: char| !c.is_alphanumeric()).map(ascii).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|w| !w.is_empty()).collect();
    words.join("-")
}

fn ascii(word: &str) -> String {
    let letters = word.to_lowercase().replace('æ', "ae").replace('ø', "oe").replace('å', "aa");
    letters.chars().filter(char::is_ascii_alphanumeric).collect()
}
