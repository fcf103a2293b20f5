use rust_decimal::Decimal;

use super::exact::{Exact, exact};

/// What a takst is worked out under: so many places, for so many days, so full.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forudsaetninger {
    pladser: Decimal,
    dage: Decimal,
    belaegning: Decimal,
}

impl Forudsaetninger {
    /// Takes the belægning in percent (90 is 90 %); none unless all three are above 0.
    pub fn new(pladser: Decimal, dage: Decimal, belaegning: Decimal) -> Option<Self> {
        let are_there = [pladser, dage, belaegning].iter().all(|value| *value > Decimal::ZERO);
        are_there.then_some(Self { pladser, dage, belaegning })
    }

    /// The same over another number of days, such as those left of a year.
    #[must_use]
    pub fn over(self, dage: Decimal) -> Self {
        Self { dage, ..self }
    }

    /// The days that are paid for in all: places × days × belægning.
    fn betalte_doegn(self) -> Exact {
        let full = exact(self.pladser) * exact(self.dage);
        full * exact(self.belaegning) / exact(Decimal::ONE_HUNDRED)
    }

    /// The takst that covers a takstberegningsgrundlag: kroner for each paid day.
    pub fn takst(self, grundlag: Decimal) -> Exact {
        exact(grundlag) / self.betalte_doegn()
    }

    /// What a takst, or a change of one, brings in over all paid days: kroner.
    pub fn indtaegt(self, takst: Decimal) -> Exact {
        exact(takst) * self.betalte_doegn()
    }
}
