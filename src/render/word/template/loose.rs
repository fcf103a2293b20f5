//! Braces that begin or end a tag without their counterpart in the same paragraph.

use super::place::{Part, Spot};
use crate::finding::Finding;

/// The loose braces of a part, in the order in which they are read.
#[derive(Debug, Default)]
pub struct LooseEnds {
    ends: Vec<LooseEnd>,
    /// How many paragraphs with words have been read.
    paragraphs: usize,
}

#[derive(Debug)]
struct LooseEnd {
    opens: bool,
    words: String,
    spot: Spot,
    paragraph: usize,
}

impl LooseEnds {
    /// Told of every paragraph, so that it is known which stand next to one another.
    pub fn paragraph(&mut self, text: &[char]) {
        if text.iter().any(|letter| !letter.is_whitespace()) {
            self.paragraphs += 1;
        }
    }

    pub fn unclosed(&mut self, text: &[char], at: usize, spot: Spot) {
        self.push(true, excerpt(text, at, at + 30), spot);
    }

    pub fn unopened(&mut self, text: &[char], at: usize, spot: Spot) {
        self.push(false, excerpt(text, at.saturating_sub(28), at + 2), spot);
    }

    fn push(&mut self, opens: bool, words: String, spot: Spot) {
        self.ends.push(LooseEnd { opens, words, spot, paragraph: self.paragraphs });
    }

    /// One finding for each, or for the two halves of a tag that a line break has parted.
    pub fn findings(&self, part: &Part<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut ends = self.ends.iter().peekable();
        while let Some(end) = ends.next() {
            let other = ends.next_if(|next| end.parted_from(next));
            findings.push(match other {
                Some(other) => end.parted(other, part),
                None => end.alone(part),
            });
        }
        findings
    }
}

impl LooseEnd {
    fn parted_from(&self, next: &Self) -> bool {
        self.opens && !next.opens && next.paragraph == self.paragraph + 1
    }

    fn parted(&self, other: &Self, part: &Part<'_>) -> Finding {
        let message =
            format!("Et felt begynder i {}, men slutter først i {}.", self.spot.at, other.spot.at);
        Finding::fejl("felt-over-afsnit", part.place(&self.spot, &self.words), message)
            .hint(format!("Saml »{}« og »{}« i ét afsnit.", self.words, other.words))
    }

    fn alone(&self, part: &Part<'_>) -> Finding {
        let (code, message) = if self.opens {
            ("felt-ikke-lukket", "Et felt begynder med {{, men slutter ikke med }} i samme afsnit.")
        } else {
            ("felt-ikke-aabnet", "Et felt slutter med }}, men begynder ikke med {{ i samme afsnit.")
        };
        Finding::fejl(code, part.place(&self.spot, &self.words), message)
            .hint("Et felt skrives {{navn}}, og hele feltet skal stå i ét afsnit.")
    }
}

fn excerpt(text: &[char], from: usize, to: usize) -> String {
    text[from..to.min(text.len())].iter().collect::<String>().trim().to_owned()
}
