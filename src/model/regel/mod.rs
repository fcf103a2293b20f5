//! The rules as dated data, and what is excepted from them.

#[expect(clippy::module_inception, reason = "the folder is named after its first type")]
mod regel;
mod regelparameter;
mod regelvaerdi;
mod regler;
mod undtagelse;

pub use self::regel::Regel;
pub use self::regelparameter::{FASTE_REGLER, KENDTE_REGLER, Parameterslags, Regelparameter};
pub use self::regelvaerdi::Regelvaerdi;
pub use self::regler::Regler;
pub use self::undtagelse::Undtagelse;
