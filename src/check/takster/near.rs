use rust_decimal::Decimal;

use crate::model::{Exact, exact};

/// Whether a stated number is as near to the computed one as is borne.
pub(super) fn near(stated: Decimal, computed: &Exact, tolerance: Decimal) -> bool {
    let gap = computed - exact(stated);
    let tolerance = exact(tolerance);
    gap <= tolerance && -gap <= tolerance
}
