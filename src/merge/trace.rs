use super::context::Context;
use super::helpers;
use super::printed::Printed;
use crate::finding::Place;
use crate::text::tree::Traced;

/// A value that a document shows, where in the document, and the cells it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// As it stands in the data.
    pub shown: String,
    /// The title of the text; empty for what the template itself puts in.
    pub chapter: String,
    /// Where in the chapter or the template: a line, or a table with its row.
    pub spot: String,
    pub cells: Vec<Place>,
    /// Whether it is how many the cells are, not what they say.
    pub counted: bool,
}

impl Trace {
    /// The trace of a printed value, if it comes from cells.
    pub(super) fn of(
        printed: &Printed,
        context: &Context,
        chapter: &str,
        spot: String,
    ) -> Option<Self> {
        let cells = context.cells(&printed.path).to_vec();
        let shown = helpers::shown(context.get(&printed.path)?);
        let counted = context.is_counted(&printed.path);
        let chapter = chapter.to_owned();
        (!cells.is_empty()).then_some(Self { shown, chapter, spot, cells, counted })
    }

    /// The trace of a figure in a table or drawing that stands in a chapter.
    pub(super) fn within(traced: Traced, chapter: &str, what: &str) -> Self {
        let Traced { shown, spot, cells, .. } = traced;
        let (chapter, spot) = (chapter.to_owned(), format!("{what}, {spot}"));
        Self { shown, chapter, spot, cells, counted: false }
    }
}
