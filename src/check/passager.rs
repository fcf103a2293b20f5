use crate::finding::Place;
use crate::input::{Files, plain_text};
use crate::text::markdown::verbatim;

/// A paragraph of a text, or a line of a TOML file, as typed but for line breaks.
pub(super) struct Passage {
    file: String,
    line: u32,
    /// As typed, to count the lines by.
    typed: String,
    /// Each kind of white space is one plain space, so that words are found across lines.
    pub words: String,
}

impl Passage {
    fn new(file: &str, line: u32, typed: &str) -> Self {
        // One space for one byte would move what follows, so wider spaces are widened.
        let space = |letter: char| match letter {
            '\n' | '\t' => " ".to_owned(),
            letter if letter.is_whitespace() => " ".repeat(letter.len_utf8()),
            letter => letter.to_string(),
        };
        let words = typed.chars().map(space).collect();
        Self { file: file.to_owned(), line, typed: typed.to_owned(), words }
    }

    /// The name of the file without folder and ending: the key of a text.
    pub fn key(&self) -> &str {
        let name = self.file.rsplit('/').next().unwrap_or(&self.file);
        name.rsplit_once('.').map_or(name, |(key, _)| key)
    }

    /// Whether it is of a text that documents are made of.
    pub fn is_of(&self, texts: &[String]) -> bool {
        self.file.ends_with(".md") && texts.iter().any(|text| text == self.key())
    }

    /// As typed, with spaces for its fields.
    pub fn without_fields(&self) -> String {
        let mut words = self.typed.clone();
        while let Some(start) = words.find("{{") {
            let end = words[start..].find("}}").map_or(words.len(), |end| start + end + 2);
            words.replace_range(start..end, &" ".repeat(end - start));
        }
        words
    }

    /// The line and column of a byte of the words.
    pub fn at(&self, offset: usize) -> Place {
        let before = self.typed.get(..offset).unwrap_or_default();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let line = self.line + count(before.matches('\n').count());
        let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
        Place::line(&self.file, line, count(column))
    }

    /// Where words stand, without regard to case.
    pub fn find_all(&self, words: &str) -> Vec<usize> {
        let lowered = self.words.to_lowercase();
        // A letter of another length in lower case would move what follows it.
        let text = if lowered.len() == self.words.len() { &lowered } else { &self.words };
        text.match_indices(&words.to_lowercase()).map(|(at, _)| at).collect()
    }
}

/// The running words of the texts and TOML files; what a text shows as an example, the heads of
/// texts, and comments are left out.
pub(super) fn passages(inputs: &Files) -> Vec<Passage> {
    let mut found = Vec::new();
    for name in inputs.names() {
        let Some(text) = inputs.get(name).and_then(|bytes| plain_text(bytes, name).ok()) else {
            continue;
        };
        if name.ends_with(".md") {
            paragraphs(name, &text, &mut found);
        } else if name.ends_with(".toml") && name != "inputs/regler.toml" {
            let lines = (1..).zip(text.lines());
            let lines = lines.filter(|(_, line)| !line.trim_start().starts_with('#'));
            found.extend(lines.map(|(number, line)| Passage::new(name, number, line)));
        }
    }
    found
}

fn paragraphs(name: &str, text: &str, found: &mut Vec<Passage>) {
    let shown = verbatim(text);
    let body = text.strip_prefix("+++\n").and_then(|rest| rest.find("\n+++\n"));
    let mut start = body.map_or(0, |end| "+++\n".len() + end + "\n+++\n".len());
    while start < text.len() {
        let rest = &text[start..];
        let length = rest.find("\n\n").map_or(rest.len(), |end| end + 2);
        let line = 1 + text[..start].matches('\n').count();
        let is_shown = shown.iter().any(|range| range.start < start + length && start < range.end);
        if !is_shown {
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            found.push(Passage::new(name, line, &rest[..length]));
        }
        start += length;
    }
}

/// Whether a key is one of some patterns; `*` at the end stands for anything.
pub(super) fn is_among(key: &str, patterns: &[String]) -> bool {
    patterns.iter().any(|pattern| match pattern.strip_suffix('*') {
        Some(start) => key.starts_with(start),
        None => key == pattern,
    })
}
