use super::write::Status;

/// How many changes of each kind are tracked in a redline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Places where something is inserted, and where something is deleted.
    pub inserted: usize,
    pub deleted: usize,
    /// Paragraphs that stand elsewhere.
    pub moved: usize,
    /// Things that have got another look.
    pub formats: usize,
    pub inserted_rows: usize,
    pub deleted_rows: usize,
}

impl Summary {
    pub(super) fn count(&mut self, status: Status) {
        match status {
            Status::Inserted => self.inserted += 1,
            Status::Deleted => self.deleted += 1,
            Status::Kept | Status::MovedFrom | Status::MovedTo => {}
        }
    }

    pub(super) fn count_row(&mut self, status: Status) {
        match status.plain() {
            Status::Inserted => self.inserted_rows += 1,
            Status::Deleted => self.deleted_rows += 1,
            Status::Kept | Status::MovedFrom | Status::MovedTo => {}
        }
    }
}
