use super::graft::GRAFT;
use super::hang::{NOTE, TARGET};
use super::ranges::ranges;
use super::tables::{BEGINS, LOOPED};
use super::template::Source;

/// What is to be done to a merged part, by what stands in its template; the rest is not looked for.
#[derive(Debug, Clone, Copy)]
pub struct Needs {
    /// Something awaited is typed in it.
    pub awaits: bool,
    /// It has a table of contents.
    pub contents: bool,
    /// It calls files.
    pub grafts: bool,
    /// Notes or targets hang in it.
    pub hanging: bool,
    /// It has tables whose rows or columns are repeated.
    pub tables: bool,
    /// It has bookmarks, comments or the like.
    pub ranges: bool,
}

impl Needs {
    pub fn of(source: &Source, awaits: bool, contents: bool) -> Self {
        let grafts = source.mentions(GRAFT);
        Self {
            awaits,
            contents,
            grafts,
            hanging: source.mentions(NOTE) || source.mentions(TARGET),
            tables: source.mentions(LOOPED) || source.mentions(BEGINS),
            ranges: grafts || ranges().any(|name| source.mentions(name)),
        }
    }
}
