use crate::finding::Place;
use crate::model::Sourced;
use crate::text::tree::Standing;

/// What a cell of a table shows, with the cells of the inputs it is read or computed from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::assemble) struct Shown {
    pub text: String,
    pub cells: Vec<Place>,
    pub standing: Option<Standing>,
}

impl Shown {
    pub fn new(text: String, cells: &[Place]) -> Self {
        Self { text, cells: cells.to_vec(), standing: None }
    }

    /// A value as `print` prints it; what is not known has no cell.
    pub fn of<T>(
        value: Option<&Sourced<T>>,
        print: impl FnOnce(&T) -> String,
        unknown: impl FnOnce() -> String,
    ) -> Self {
        match value {
            Some(value) => Self::new(print(&value.value), std::slice::from_ref(&value.place)),
            None => unknown().into(),
        }
    }

    /// What is worked out of several values, from the cells of all of them.
    pub fn computed(text: String, from: &[&Self]) -> Self {
        let cells = from.iter().flat_map(|part| part.cells.clone()).collect();
        Self { text, cells, standing: None }
    }
}

/// What can stand in a table's cell.
pub(in crate::assemble) trait Showable {
    fn text(&self) -> &str;

    fn cells(&self) -> &[Place] {
        &[]
    }

    fn standing(&self) -> Option<Standing> {
        None
    }
}

impl Showable for Shown {
    fn text(&self) -> &str {
        &self.text
    }

    fn cells(&self) -> &[Place] {
        &self.cells
    }

    fn standing(&self) -> Option<Standing> {
        self.standing
    }
}

impl Showable for String {
    fn text(&self) -> &str {
        self
    }
}

impl Showable for Sourced<String> {
    fn text(&self) -> &str {
        &self.value
    }

    fn cells(&self) -> &[Place] {
        std::slice::from_ref(&self.place)
    }
}

impl From<&Sourced<String>> for Shown {
    fn from(words: &Sourced<String>) -> Self {
        Self::new(words.value.clone(), std::slice::from_ref(&words.place))
    }
}

impl From<String> for Shown {
    fn from(text: String) -> Self {
        Self::new(text, &[])
    }
}
