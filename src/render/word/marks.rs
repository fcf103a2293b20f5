//! Private-use characters that stand for something while a part is merged. They are dropped from
//! every value as it is written and from every part of a template before it is read for tags, so
//! neither can forge one.

/// A line break in a value.
pub const BREAK: char = '\u{e002}';
/// A tab in a value.
pub const TAB: char = '\u{e003}';

pub const LITERAL: (char, char) = ('\u{e004}', '\u{e005}');
/// Around each copy that a loop or a call of a partial makes.
pub const COPY: (char, char) = ('\u{e006}', '\u{e007}');
/// Where the trail of a copy is to stand.
pub const HERE: char = '\u{e00c}';
/// Around each turn of a loop over paragraphs or rows.
pub const TURN: (char, char) = ('\u{e008}', '\u{e009}');
/// The place of a tag in a template.
pub const TAG: (char, char) = ('\u{e00a}', '\u{e00b}');
/// The engine's own tokens for slots.
pub const SLOT: (char, char) = ('\u{e000}', '\u{e001}');

pub fn is_mark(letter: char) -> bool {
    ('\u{e000}'..='\u{e00f}').contains(&letter)
}

/// Whether any mark stands in a text.
pub fn marked(text: &str) -> bool {
    // All marks begin with the same byte, which few texts have at all.
    text.as_bytes().contains(&0xee) && text.contains(is_mark)
}

/// Whether anything stands in a merged part that is to be put in: rich text, line breaks, tabs.
pub fn asks(xml: &str) -> bool {
    marked(xml) && xml.contains([SLOT.0, BREAK, TAB])
}

/// Whether XML 1.0 lets a character stand in a document.
pub fn is_legal(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Writes a value into XML: reserved characters as references, illegal ones dropped, line breaks
/// and tabs as marks that become elements.
pub fn escape(value: &str) -> String {
    // Line separators begin with the byte e2, marks and what is illegal with ee or more.
    let plain = |byte: u8| (0x20..0xee).contains(&byte) && !b"&<>\"\xe2".contains(&byte);
    if value.bytes().all(plain) {
        return value.to_owned();
    }
    let mut out = String::with_capacity(value.len());
    for letter in letters(value) {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter => out.push(letter),
        }
    }
    out
}

/// What a document can hold of a value, line breaks and tabs as marks.
pub fn letters(value: &str) -> impl Iterator<Item = char> {
    let mut letters = value.chars().peekable();
    std::iter::from_fn(move || {
        loop {
            match letters.next()? {
                '\r' if letters.peek() == Some(&'\n') => {}
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => return Some(BREAK),
                '\t' => return Some(TAB),
                letter if is_mark(letter) || !is_legal(letter) => {}
                letter => return Some(letter),
            }
        }
    })
}

/// A value where only plain words can stand: line breaks and tabs are spaces there.
pub fn plain(value: &str) -> String {
    letters(value).map(|letter| if matches!(letter, BREAK | TAB) { ' ' } else { letter }).collect()
}

/// Splits text at numbered marks: what stands before each, its number, and what is left.
pub fn split(text: &str, mark: (char, char)) -> Vec<Stretch<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(mark.0) {
        let Some((number, tail)) = after.split_once(mark.1) else { break };
        if !before.is_empty() {
            found.push(Stretch::Text(before));
        }
        if let Ok(number) = number.parse() {
            found.push(Stretch::Mark(number));
        }
        rest = tail;
    }
    if !rest.is_empty() {
        found.push(Stretch::Text(rest));
    }
    found
}

/// Writes a numbered mark.
pub fn push(mark: (char, char), number: usize, out: &mut String) {
    out.push(mark.0);
    out.push_str(&number.to_string());
    out.push(mark.1);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch<'a> {
    Text(&'a str),
    Mark(usize),
}
