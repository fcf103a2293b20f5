//! Tables of takster, their changes, and how full the tilbud were.

mod aendringer;
mod alle;
mod belaegning;
mod cells;
mod krisecentre;
mod notes;
mod objektiv;
mod overskud;
mod udvikling;

pub(super) use self::aendringer::aendringer;
pub(super) use self::alle::alle_takster;
pub(super) use self::belaegning::{belaegning, belaegning_keys};
pub(super) use self::krisecentre::krisecentre;
pub(super) use self::objektiv::objektiv;
pub(super) use self::overskud::overskud;
pub(super) use self::udvikling::udvikling;
