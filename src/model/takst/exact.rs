use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;
use rust_decimal::Decimal;

/// A number as a fraction of whole numbers, so that nothing is lost before it is shown.
pub type Exact = BigRational;

pub fn exact(value: Decimal) -> Exact {
    Exact::new(value.mantissa().into(), BigInt::from(10).pow(value.scale()))
}

/// Rounds to whole kroner, half away from zero; none for what no amount can be.
pub fn whole(value: &Exact) -> Option<Decimal> {
    rounded(value, 0)
}

/// Rounds to some decimals, half away from zero; none for what no amount can be.
pub fn rounded(value: &Exact, decimals: u32) -> Option<Decimal> {
    let shifted = value * Exact::from_integer(BigInt::from(10).pow(decimals));
    let mantissa = shifted.round().to_integer().to_i128()?;
    Decimal::try_from_i128_with_scale(mantissa, decimals).ok()
}
