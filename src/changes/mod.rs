//! What changed between two editions, told in the words of the agreement: a tree of typed changes
//! in reading order.
//!
//! Each subject is read from an edition as records known by key, and the records of the two are
//! compared, so a new number, order or title is a change of what has it, not a thing that went and
//! another that came. Nothing that is the same in both editions is listed.

mod aftale;
mod behandling;
mod bilag;
#[expect(clippy::module_inception, reason = "the room is named after what it gives")]
mod changes;
mod compare;
mod datoer;
mod difference;
mod document;
mod dokumenter;
mod emne;
mod filled;
mod fokusomraader;
mod kapitler;
mod kinds;
mod letters;
mod marked;
mod neutral;
mod order;
mod parter;
mod record;
mod section;
mod shown;
mod side;
mod summands;
mod tabeller;
mod takster;
mod tal;
mod tekster;
mod thing;
mod told;
mod topic;
mod walk;

pub use changes::Changes;
pub use compare::compare;
pub use difference::Difference;
pub use document::{Pair, document};
pub use emne::Emne;
pub use section::Section;
pub use side::Side;
pub use thing::{Fate, Thing};
pub use told::Told;
pub use topic::Topic;
