//! Which counts the public may see, and the auditor that proves that no hidden one can be deduced.
//!
//! The suppressor chooses what to hide and asks the auditor; the auditor sees only what a reader
//! would ([`View`]) and knows nothing of the suppressor or of the hidden counts.

mod audit;
mod auditor;
mod cell;
mod earlier;
mod gather;
mod gathering;
mod hidden;
mod hide_alike;
mod look;
mod masked;
mod pair;
mod publish;
mod relation;
mod series;
mod suppress;
mod tables;
mod view;

pub use audit::audit;
pub use auditor::{Span, exposed, spans};
pub use cell::{Cell, Count};
pub use gather::gather;
pub use hide_alike::hide_alike;
pub use masked::{Masked, masked};
pub use pair::{MaskedPair, masked_pair};
pub use relation::Relation;
pub use suppress::suppress;
pub use tables::Tables;
pub use view::{Seen, View};
