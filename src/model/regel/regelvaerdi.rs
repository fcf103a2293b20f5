use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A parameter of a rule.
#[derive(Debug, Clone, PartialEq)]
pub enum Regelvaerdi {
    Tal(Decimal),
    Dato(NaiveDate),
    Tekst(String),
    Liste(Vec<String>),
    /// What must be there, and the keys or words that stand for it.
    Tabel(BTreeMap<String, Vec<String>>),
}
