//! Model → what templates use: the context, the data tables and figures, the list of documents.

mod catalogue;
mod context;
mod figures;
mod shelf;
mod shown;
mod svar;
mod tables;

pub use catalogue::{Job, catalogue};
pub use context::project_context;
pub use shelf::Shelf;
