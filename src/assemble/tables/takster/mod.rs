//! Tables of takster, their changes, and how full the tilbud were.

mod aendringer;
mod alle;
mod belaegning;
mod cells;
mod krisecentre;
mod notes;

pub(super) use self::aendringer::aendringer;
pub(super) use self::alle::alle_takster;
pub(super) use self::belaegning::{belaegning, belaegning_keys};
pub(super) use self::krisecentre::krisecentre;
