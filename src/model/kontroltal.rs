use rust_decimal::Decimal;

use super::sourced::Sourced;
use super::yearly::Yearly;

/// A group's totals as they were told before: what the sums of the answers are compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Kontroltal {
    pub antal: Yearly,
    /// How many kommuner had not answered then.
    pub mangler: Option<Sourced<Decimal>>,
    pub kilde: Option<Sourced<String>>,
}
