//! Two Word files → one with real tracked changes.
//!
//! ```text
//!  old ┐                 ┌ bridge ─┐
//!      ├─ open, simplify ┤         ├─ plan ── write ── prove ──▶ redline
//!  new ┘                 └─────────┘
//! ```
//!
//! The old document is brought into the new one's package (`bridge`); what has become of each block
//! is found before anything is written (`plan`), words inside blocks while they are (`inline`,
//! `write`); and no redline is handed out that does not give both documents back (`prove`).

mod author;
mod bridge;
mod compare;
mod content;
mod decision;
mod desk;
mod identity;
mod inline;
mod key;
mod opened;
mod plan;
mod prove;

mod resolve;
mod simple;
mod stories;
mod summary;
mod untracked;
mod version;
mod words;
mod write;

pub use author::{Author, saved_by};
pub use compare::{Redline, redline};
pub use resolve::{accept_all, reject_all};
pub use summary::Summary;
pub use version::Version;
