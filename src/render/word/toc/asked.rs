use std::ops::RangeInclusive;

use crate::render::word::fields::{is_named, words};
use crate::render::word::parts::{StyleKind, Styles};

const ALL: RangeInclusive<usize> = 1..=9;

/// What makes a paragraph a heading.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    pub style: Option<&'a str>,
    pub outline: Option<usize>,
}

/// Which headings a table of contents asks for.
#[derive(Debug, Default)]
pub struct Asked {
    /// Ids of paragraph styles, with the levels of their entries.
    styles: Vec<(String, usize)>,
    /// The outline levels whose paragraphs are listed, whatever their style.
    outline: Option<RangeInclusive<usize>>,
}

impl Asked {
    /// None if the instruction is no table of contents, or one of something else than headings.
    pub fn read(instruction: &str, styles: &Styles) -> Option<Self> {
        let switches = switches(instruction)?;
        let find = |letter| switches.iter().find(|(name, _)| *name == letter);
        if ['a', 'b', 'c', 'f'].into_iter().any(|letter| find(letter).is_some()) {
            return None;
        }
        let own = find('t').map(|(_, list)| own_styles(list, styles)).unwrap_or_default();
        let (headings, outline) = (find('o').map(|(_, range)| levels(range)), find('u'));
        let plain = headings.is_none() && outline.is_none() && find('t').is_none();
        let within = headings.clone().unwrap_or(ALL);
        let mut asked = Self { styles: own, outline: outline.map(|_| within.clone()) };
        if headings.is_some() || plain {
            asked.styles.extend(within.filter_map(|level| heading(level, styles)));
        }
        Some(asked)
    }

    /// The level of the entry that a paragraph of that look has.
    pub fn level(&self, look: Look<'_>) -> Option<usize> {
        let style = self.styles.iter().find(|(id, _)| Some(id.as_str()) == look.style);
        let within = |level: &usize| self.outline.as_ref().is_some_and(|all| all.contains(level));
        style.map(|(_, level)| *level).or(look.outline.filter(within))
    }
}

pub fn is_toc(instruction: &str) -> bool {
    is_named(instruction, &["TOC"])
}

/// The switches of a table of contents, with what follows each.
fn switches(instruction: &str) -> Option<Vec<(char, &str)>> {
    if !is_toc(instruction) {
        return None;
    }
    let mut switches: Vec<(char, &str)> = Vec::new();
    for word in words(instruction).into_iter().skip(1).map(|range| &instruction[range]) {
        match (word.strip_prefix('\\').and_then(|rest| rest.chars().next()), switches.last_mut()) {
            (Some(letter), _) => switches.push((letter.to_ascii_lowercase(), "")),
            (None, Some((_, argument))) if argument.is_empty() => *argument = word,
            (None, _) => {}
        }
    }
    Some(switches)
}

/// "2-3"; all levels if none are named.
fn levels(range: &str) -> RangeInclusive<usize> {
    let number = |text: &str| text.trim().parse().ok();
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    match (number(first), number(last)) {
        (Some(first), Some(last)) => first..=usize::min(last, *ALL.end()),
        _ => ALL,
    }
}

fn heading(level: usize, styles: &Styles) -> Option<(String, usize)> {
    let id = styles.known(StyleKind::Paragraph, &format!("heading {level}"))?;
    Some((id.to_owned(), level))
}

/// "Egen overskrift;1;Bilag;2", with the sign that parts lists where the template was made.
fn own_styles(list: &str, styles: &Styles) -> Vec<(String, usize)> {
    let parts: Vec<&str> = list.split(if list.contains(';') { ';' } else { ',' }).collect();
    let pairs = parts.chunks_exact(2).filter_map(|pair| {
        let level = pair[1].trim().parse().ok().filter(|level| ALL.contains(level))?;
        Some((own_style(pair[0].trim(), styles)?, level))
    });
    pairs.collect()
}

fn own_style(name: &str, styles: &Styles) -> Option<String> {
    // Word shows its own styles by localised names, which only their ids tell.
    let id = name.replace(' ', "");
    let known = styles.known(StyleKind::Paragraph, name).map(str::to_owned);
    known.or_else(|| Some(id).filter(|id| styles.has(id)))
}
