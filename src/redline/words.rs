use std::borrow::Borrow;
use std::hash::Hash;

use super::key::{Key, keyed};
use crate::render::word::xml::Element;

/// The words of something, in order of their keys, to see how much of them stands elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(Vec<Key>);

impl Words {
    pub fn of(element: &Element) -> Self {
        let text = text(element);
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        Self::sorted(words.map(|word| keyed(|hasher| word.hash(hasher))).collect())
    }

    /// The words of several together.
    pub fn all(of: impl Iterator<Item = impl Borrow<Self>>) -> Self {
        Self::sorted(of.flat_map(|words| words.borrow().0.clone()).collect())
    }

    fn sorted(mut words: Vec<Key>) -> Self {
        words.sort_unstable();
        Self(words)
    }

    /// How many words two have in common, of a thousand in both.
    pub fn likeness(&self, other: &Self) -> usize {
        let (one, another) = (self.0.len(), other.0.len());
        if one + another == 0 {
            return 0;
        }
        2000 * self.common(other) / (one + another)
    }

    /// How many of these words stand in the other, of a thousand.
    pub fn share_in(&self, other: &Self) -> usize {
        if self.0.is_empty() { 0 } else { 1000 * self.common(other) / self.0.len() }
    }

    /// The most that the likeness can be, by number alone.
    pub fn most(&self, other: &Self) -> usize {
        let (one, another) = (self.0.len(), other.0.len());
        2000 * one.min(another) / (one + another).max(1)
    }

    /// These words without those of the other.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let mut left = Vec::new();
        let mut others = other.0.iter().peekable();
        for word in &self.0 {
            while others.next_if(|other| *other < word).is_some() {}
            if others.next_if(|other| *other == word).is_none() {
                left.push(*word);
            }
        }
        Self(left)
    }

    fn common(&self, other: &Self) -> usize {
        self.0.len() - self.without(other).0.len()
    }
}

/// The text of an element, its paragraphs and cells apart.
pub fn text(element: &Element) -> String {
    let mut text = String::new();
    element.visit(&mut |inner| match inner.name.as_str() {
        "w:t" => text.extend(inner.texts()),
        "w:p" | "w:tab" | "w:br" => text.push(' '),
        _ => {}
    });
    text
}
