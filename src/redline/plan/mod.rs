//! What has become of each block of a text: found before anything is written.

mod align;
mod block;
mod blocks;
mod close;
mod divide;
mod moves;
mod op;
mod pairing;
mod rows;

pub use blocks::Planner;
pub use moves::find_moves;
pub use op::{Move, Op, RowOp};
