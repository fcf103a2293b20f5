//! Return workbooks out and returned workbooks in: who answers what, what came back, what is missing.

mod about;
mod aendring;
mod art;
mod besvarelse;
mod choose;
mod conflict;
mod earlier;
mod form;
mod indberetninger;
mod indsamling;
mod kept;
mod kontrol;
mod merge;
mod properties;
mod short;
mod skema;
mod status;
mod svar;
mod tavle;
mod tema;
mod udfald;
mod words;

pub use aendring::Aendring;
pub use indberetninger::{Ark, FILE, Indberetninger, Raekke, Vaerdi};
pub use indsamling::{Indsamling, indsaml};
pub use kontrol::deviations;
pub use skema::{Skema, is_untouched, skemaer};
pub use tavle::Tavle;
pub use udfald::{Udfald, Udfaldsart};
