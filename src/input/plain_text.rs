use unicode_normalization::UnicodeNormalization;

use crate::finding::{Finding, Place};

/// Reads a text file: UTF-8 with or without BOM, any line ends, composed or decomposed letters.
pub fn plain_text(bytes: &[u8], file: &str) -> Result<String, Finding> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Finding::fejl("tegnsaet", Place::file(file), "Filen er gemt som UTF-16.")
            .hint("Gem den igen med tegnsættet UTF-8."));
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let column = 1 + String::from_utf8_lossy(&before[start..]).chars().count();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Finding::fejl(
            "tegnsaet",
            Place::line(file, count(line), count(column)),
            "Her står et tegn, der ikke er UTF-8; filen er formentlig gemt som Windows-1252 eller Latin-1.",
        )
        .hint("Gem den igen med tegnsættet UTF-8.")
    })?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if let Some((at, letter)) = text.char_indices().find(|(_, letter)| is_forbidden(*letter)) {
        let line = 1 + text[..at].matches('\n').count();
        return Err(Finding::fejl(
            "usynligt-tegn",
            Place::line(file, u32::try_from(line).unwrap_or(u32::MAX), 0),
            format!(
                "Linjen rummer et usynligt tegn (U+{:04X}), som Word ikke kan læse.",
                letter as u32
            ),
        )
        .hint("Slet linjen og skriv den igen."));
    }
    Ok(text.nfc().collect())
}

/// What XML 1.0 cannot hold, and the private-use marks that the merge engine uses itself.
fn is_forbidden(letter: char) -> bool {
    matches!(letter, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
        || ('\u{e000}'..='\u{f8ff}').contains(&letter)
}
