use rust_decimal::Decimal;

use super::exact::{Exact, exact};
use super::fordeling::fordelt;
use crate::model::Sourced;

/// What the parties pay for a tilbud in a year by their population, whoever uses it.
#[derive(Debug, Clone, PartialEq)]
pub struct ObjektivFinansiering {
    pub noegle: String,
    pub tilbud: Sourced<String>,
    pub aar: Sourced<u16>,
    /// Kroner in all.
    pub beloeb: Sourced<Decimal>,
    /// The population that the tilbud is split by: "0-17-årige".
    pub befolkning: Sourced<String>,
}

/// How many of a population live in a kommune in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Befolkningstal {
    pub befolkning: Sourced<String>,
    pub aar: u16,
    pub kommune: Sourced<String>,
    pub antal: Sourced<Decimal>,
}

/// What a kommune is said to pay, as it was published.
#[derive(Debug, Clone, PartialEq)]
pub struct OplystAndel {
    pub noegle: String,
    pub aar: u16,
    pub kommune: Sourced<String>,
    /// Kroner.
    pub beloeb: Sourced<Decimal>,
}

/// A kommune's part of an objektiv finansiering.
#[derive(Debug, Clone, PartialEq)]
pub struct Finansieringsandel<'p> {
    pub kommune: &'p str,
    pub antal: &'p Sourced<Decimal>,
    /// Of the whole population.
    pub andel: Exact,
    /// Kroner, so that all parts add up to the whole.
    pub beloeb: Decimal,
}

impl ObjektivFinansiering {
    /// How tables and fields name it: "sikret.2021".
    pub fn key(&self) -> String {
        format!("{}.{}", self.noegle, self.aar.value)
    }

    /// The parts by population; none while the population is not known.
    pub fn fordelt<'p>(&self, tal: &'p [Befolkningstal]) -> Option<Vec<Finansieringsandel<'p>>> {
        let names_it = |row: &&Befolkningstal| {
            row.aar == self.aar.value && row.befolkning.value == self.befolkning.value
        };
        let rows: Vec<&Befolkningstal> = tal.iter().filter(names_it).collect();
        let weights: Vec<(&str, Decimal)> =
            rows.iter().map(|row| (row.kommune.value.as_str(), row.antal.value)).collect();
        let parts = fordelt(self.beloeb.value, &weights)?;
        let people: Exact = weights.iter().map(|(_, antal)| exact(*antal)).sum();
        let part = |(row, beloeb): (&&'p Befolkningstal, Decimal)| Finansieringsandel {
            kommune: &row.kommune.value,
            antal: &row.antal,
            andel: exact(row.antal.value) / &people,
            beloeb,
        };
        Some(rows.iter().zip(parts).map(part).collect())
    }
}
