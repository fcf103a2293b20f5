use super::bounds::{Bounds, Impossible};

/// The hidden parts of a sum less a hidden total give a figure that the reader knows.
pub(super) struct Equation {
    /// Unknowns with their factor: how often it is a part, less 1 where it is the total.
    pub terms: Vec<(usize, i64)>,
    pub constant: i64,
}

impl Equation {
    /// Narrows the bounds to what the equation allows; tells whether any became narrower.
    pub fn narrow(&self, bounds: &mut Bounds) -> Result<bool, Impossible> {
        if self.terms.is_empty() && self.constant != 0 {
            return Err(Impossible);
        }
        let (least, most) = self.terms.iter().fold((0, 0), |(least, most), (unknown, factor)| {
            let (low, high) = times(bounds.of(*unknown), *factor);
            (least + low, most + high)
        });
        let mut narrowed = false;
        for (unknown, factor) in &self.terms {
            // Bounds that an earlier term has narrowed are counted in the next time round.
            let (low, high) = times(bounds.of(*unknown), *factor);
            let (low, high) = (self.constant - (most - high), self.constant - (least - low));
            let (low, high) = if *factor < 0 { (-high, -low) } else { (low, high) };
            let times = factor.abs();
            // Rounded inwards: a count is whole.
            let low = low.div_euclid(times) + i64::from(low.rem_euclid(times) > 0);
            narrowed |= bounds.narrow(*unknown, low, high.div_euclid(times))?;
        }
        Ok(narrowed)
    }
}

fn times((low, high): (i64, i64), factor: i64) -> (i64, i64) {
    let (one, other) = (low * factor, high * factor);
    (one.min(other), one.max(other))
}
