use super::hidden::{hidden_keys, hide};
use crate::model::Projekt;

/// Hides in each of two public editions what is hidden in the other, so that a comparison of them
/// shows no count that either hides.
pub fn hide_alike(one: &mut Projekt, other: &mut Projekt) {
    let mut hidden = hidden_keys(one);
    hidden.extend(hidden_keys(other));
    hide(one, &hidden);
    hide(other, &hidden);
}
