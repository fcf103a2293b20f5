/// Between which values each unknown lies.
///
/// Held as `i64`, so that sums and differences of counts (`u32`) cannot overflow.
#[derive(Clone)]
pub(super) struct Bounds(Vec<(i64, i64)>);

/// No counts fit.
pub(super) struct Impossible;

impl Bounds {
    /// A hidden count is from 1 to the ceiling.
    pub fn hidden(unknowns: usize, ceiling: u32) -> Self {
        Self(vec![(1, i64::from(ceiling)); unknowns])
    }

    pub fn of(&self, unknown: usize) -> (i64, i64) {
        self.0[unknown]
    }

    /// Keeps to values from `low` to `high`; tells whether that left any out.
    pub fn narrow(&mut self, unknown: usize, low: i64, high: i64) -> Result<bool, Impossible> {
        let before = self.0[unknown];
        let after = (before.0.max(low), before.1.min(high));
        if after.0 > after.1 {
            return Err(Impossible);
        }
        self.0[unknown] = after;
        Ok(after != before)
    }

    /// The unknown with the fewest values left, of those that have several.
    pub fn open(&self) -> Option<usize> {
        let open = self.0.iter().enumerate().filter(|(_, (low, high))| low < high);
        open.min_by_key(|(_, (low, high))| high - low).map(|(unknown, _)| unknown)
    }
}
