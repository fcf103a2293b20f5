use super::bounds::{Bounds, Impossible};
use super::budget::{Budget, Spent};
use super::part::Part;
use super::span::Span;
use crate::discretion::view::View;

/// Far more than the cell of a table needs; one that takes more is not passed.
const STEPS: u32 = 200_000;

/// Finds the values that counts of one part may have.
pub(super) struct Search<'a> {
    part: &'a Part,
    start: Bounds,
    budget: Budget,
}

impl<'a> Search<'a> {
    /// None when no counts fit, or when that takes too long to find out.
    pub fn new(part: &'a Part, view: &View) -> Option<Self> {
        let start = Bounds::hidden(part.cells.len(), view.ceiling);
        let mut search = Self { part, start: start.clone(), budget: Budget::new(STEPS) };
        let fits = search.fits(start).ok()?;
        fits.then_some(search)
    }

    /// Halves its way to the least and the highest value that some fitting counts have.
    pub fn span(&mut self, unknown: usize) -> Result<Span, Spent> {
        self.budget = Budget::new(STEPS);
        let start = self.start.clone();
        let (low, high) = start.of(unknown);
        let (mut least, mut above) = (low, high);
        while least < above {
            let middle = least + (above - least) / 2;
            if self.fits_between(&start, unknown, low, middle)? {
                above = middle;
            } else {
                least = middle + 1;
            }
        }
        let (mut most, mut below) = (high, least);
        while below < most {
            let middle = most - (most - below) / 2;
            if self.fits_between(&start, unknown, middle, high)? {
                below = middle;
            } else {
                most = middle - 1;
            }
        }
        let count = |value: i64| u32::try_from(value).unwrap_or(u32::MAX);
        Ok(Span { least: count(least), most: count(most) })
    }

    fn fits_between(
        &mut self,
        start: &Bounds,
        unknown: usize,
        low: i64,
        high: i64,
    ) -> Result<bool, Spent> {
        let mut bounds = start.clone();
        match bounds.narrow(unknown, low, high) {
            Ok(_) => self.fits(bounds),
            Err(Impossible) => Ok(false),
        }
    }

    /// Whether any counts within the bounds fit: narrows them, then halves the narrowest.
    fn fits(&mut self, mut bounds: Bounds) -> Result<bool, Spent> {
        if !self.narrow(&mut bounds)? {
            return Ok(false);
        }
        let Some(unknown) = bounds.open() else { return Ok(true) };
        let (low, high) = bounds.of(unknown);
        let middle = low + (high - low) / 2;
        Ok(self.fits_between(&bounds, unknown, low, middle)?
            || self.fits_between(&bounds, unknown, middle + 1, high)?)
    }

    /// Narrows the bounds until no equation narrows them more; false when nothing fits.
    fn narrow(&mut self, bounds: &mut Bounds) -> Result<bool, Spent> {
        let mut again = true;
        while again {
            again = false;
            for equation in &self.part.equations {
                self.budget.spend()?;
                match equation.narrow(bounds) {
                    Ok(narrowed) => again |= narrowed,
                    Err(Impossible) => return Ok(false),
                }
            }
        }
        Ok(true)
    }
}
