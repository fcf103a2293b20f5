use rust_decimal::Decimal;

use super::exact::{Exact, exact};

/// Restates a takst at another belægningsprocent: the same costs over other paid days.
///
/// None unless both percentages are above 0.
pub fn omregnet(takst: Decimal, fra: Decimal, til: Decimal) -> Option<Exact> {
    let above_zero = fra > Decimal::ZERO && til > Decimal::ZERO;
    above_zero.then(|| exact(takst) * exact(fra) / exact(til))
}
