//! Frozen editions: kept whole in one file each, listed, opened and held against a rebuilding.
//!
//! An edition holds inputs, templates, documents and manifests as they were, with the digest of
//! each. Its file is written once and never replaced; one that is not whole does not count. A final
//! edition is also laid out as it is published.

mod about;
mod checksums;
mod claim;
mod contents;
mod damaged;
mod difference;
#[expect(clippy::module_inception, reason = "the room is named after its first type")]
mod edition;
mod file_name;
mod found;
mod freeze;
mod history;
mod lines;
mod list;
mod nummer;
mod open;
mod published;
mod published_readme;
mod readme;

pub use about::About;
pub use claim::{Claim, Wanted, claim};
pub use contents::Contents;
pub use difference::{Difference, differences};
pub use edition::Edition;
pub use freeze::freeze;
pub use history::History;
pub use list::list;
pub use nummer::Nummer;
pub use open::open;
pub use published::{PUBLISHED, Published};

/// Where a project keeps its editions.
const FOLDER: &str = "inputs/udgaver";
/// How their files end; the last part lets them be opened as the folders they are.
const ENDING: &str = ".udgave.zip";
/// The part of an edition that tells of the others.
const ABOUT: &str = "udgave.json";
