use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::regelvaerdi::Regelvaerdi;
use crate::finding::{Finding, Place, RuleRef, Severity};

/// A rule as it stands in a span of years: law, its own deadline and limits as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Regel {
    /// Stable; entries with one key hold different years.
    pub noegle: String,
    pub titel: String,
    /// Law and clause, or the paper that the rule is read from.
    pub kilde: String,
    pub gaelder_fra: Option<NaiveDate>,
    pub gaelder_til: Option<NaiveDate>,
    /// Why the rule's origin is uncertain, where it is.
    pub usikker: Option<String>,
    pub alvor: Severity,
    pub vaerdier: BTreeMap<String, Regelvaerdi>,
    pub place: Place,
}

/// The getters give none only for a parameter that may be left out: reading has told of others.
impl Regel {
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.gaelder_fra.is_none_or(|from| from <= day)
            && self.gaelder_til.is_none_or(|to| day <= to)
    }

    /// What breaks the rule, as serious as the rule is.
    pub fn broken(&self, code: &'static str, at: Place, message: impl Into<String>) -> Finding {
        let finding = match self.alvor {
            Severity::Fejl => Finding::fejl(code, at, message),
            _ => Finding::advarsel(code, at, message),
        };
        finding.rule(self.reference())
    }

    /// What the rule asks for that only time can bring: in a draft never more than an advarsel.
    pub fn awaited(
        &self,
        draft: bool,
        code: &'static str,
        at: Place,
        message: impl Into<String>,
    ) -> Finding {
        if draft {
            Finding::advarsel(code, at, message).rule(self.reference())
        } else {
            self.broken(code, at, message)
        }
    }

    pub fn reference(&self) -> RuleRef {
        RuleRef {
            key: self.noegle.clone(),
            source: self.kilde.clone(),
            uncertain: self.usikker.is_some(),
        }
    }

    pub fn decimal(&self, name: &str) -> Option<Decimal> {
        match self.vaerdier.get(name)? {
            Regelvaerdi::Tal(number) => Some(*number),
            _ => None,
        }
    }

    pub fn date(&self, name: &str) -> Option<NaiveDate> {
        match self.vaerdier.get(name)? {
            Regelvaerdi::Dato(date) => Some(*date),
            _ => None,
        }
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        match self.vaerdier.get(name)? {
            Regelvaerdi::Tekst(text) => Some(text),
            _ => None,
        }
    }

    pub fn list(&self, name: &str) -> &[String] {
        match self.vaerdier.get(name) {
            Some(Regelvaerdi::Liste(list)) => list,
            _ => &[],
        }
    }

    pub fn table(&self, name: &str) -> impl Iterator<Item = (&str, &[String])> {
        let table = match self.vaerdier.get(name) {
            Some(Regelvaerdi::Tabel(table)) => Some(table),
            _ => None,
        };
        table.into_iter().flatten().map(|(what, keys)| (what.as_str(), keys.as_slice()))
    }
}
