use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};
use rust_decimal::Decimal;

use super::exact::{Exact, exact};

/// Splits an amount by weights so that the parts add up to it, by the largest remainder.
///
/// Each part is a multiple of the amount's last decimal: whole kroner of whole kroner, øre of
/// øre. Parts are rounded down, and what is left goes, a unit each, to those that lost the most;
/// where two lost the same, to the larger weight, then to the first name, so the order of the
/// names decides nothing. None for an amount or a weight below 0, or when all weights are 0.
pub fn fordelt<N: Ord>(i_alt: Decimal, weights: &[(N, Decimal)]) -> Option<Vec<Decimal>> {
    let sum: Exact = weights.iter().map(|(_, weight)| exact(*weight)).sum();
    let is_below = i_alt < Decimal::ZERO || weights.iter().any(|(_, w)| *w < Decimal::ZERO);
    if is_below || sum.is_zero() {
        return None;
    }
    let i_alt = i_alt.normalize();
    let units = BigInt::from(i_alt.mantissa());
    let shares: Vec<Exact> = weights
        .iter()
        .map(|(_, weight)| Exact::from_integer(units.clone()) * exact(*weight) / &sum)
        .collect();
    let mut parts: Vec<BigInt> = shares.iter().map(|share| share.floor().to_integer()).collect();
    let left = (units - parts.iter().sum::<BigInt>()).to_usize()?;
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|&a, &b| {
        let by_loss = shares[b].fract().cmp(&shares[a].fract());
        let by_weight = weights[b].1.cmp(&weights[a].1);
        by_loss.then(by_weight).then_with(|| weights[a].0.cmp(&weights[b].0))
    });
    for &index in &order[..left] {
        parts[index] += 1;
    }
    let part =
        |part: &BigInt| Decimal::try_from_i128_with_scale(part.to_i128()?, i_alt.scale()).ok();
    parts.iter().map(part).collect()
}
