//! Data → one drawing with its alternative text, used by every format.
//!
//! A drawing is SVG in points, with text in Noto Sans; colours keep 4.5:1 for text and 3:1 for
//! marks, and every value stands in figures beside its mark, so that nothing hangs on colour.

mod bars;
mod columns;
mod svg;

pub use bars::{Bar, bars};
pub use columns::{Mark, Series, columns};

/// The width of a drawing: the text width of an A4 page with 25 mm margins, in points.
pub const WIDTH: f32 = 453.0;

const INK: &str = "#1d2b33";
const QUIET: &str = "#55656e";
const LINE: &str = "#c9d3d8";
const MARKS: [&str; 4] = ["#0b4f6c", "#4a90a4", "#c0762b", "#7a5c86"];
/// For what stands beside the group itself.
const ASIDE: &str = "#87949b";
