//! Takster: the rows of the workbook and all that is worked out from them, exact until it is shown.

mod exact;
mod fordeling;
mod forudsaetninger;
mod in_force;
mod krisecenter;
mod objektiv;
mod omregning;
mod regnskab;
#[expect(clippy::module_inception, reason = "the folder is named after its first type")]
mod takst;
mod takstaendring;
mod takstaendringer;
mod tilbudstype;
mod udvikling;

pub use exact::{Exact, exact, rounded, whole};
pub use fordeling::fordelt;
pub use forudsaetninger::Forudsaetninger;
pub use in_force::in_force;
pub use krisecenter::is_krisecenter;
pub use objektiv::{Befolkningstal, Finansieringsandel, ObjektivFinansiering, OplystAndel};
pub use omregning::omregnet;
pub use regnskab::{Overskud, Postart, Regnskab, Regnskabspost, regnskaber};
pub use takst::{TAKSTENHED, Takst};
pub use takstaendring::{Aendringsnote, Takstaendring};
pub use takstaendringer::{aendring_of, takstaendringer};
pub use tilbudstype::{KRISECENTER, TILBUDSTYPER};
pub use udvikling::{Tilbudsudvikling, Udvikling};
