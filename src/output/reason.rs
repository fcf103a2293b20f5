/// Why a document must be made again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// In words: "dokumentet er nyt".
    Said(String),
    /// Something that is put into it has become another: "teksten »vision«", because these files
    /// have changed, or without any of its own.
    Changed { files: Vec<String>, what: String },
}

impl Reason {
    pub(super) fn said(words: impl Into<String>) -> Self {
        Self::Said(words.into())
    }

    /// Names of the files only those that have changed; a folder, of which that is not known, when
    /// no file has.
    pub(super) fn name_changed(&mut self, is_changed: impl Fn(&str) -> bool) {
        if let Self::Changed { files, .. } = self {
            let any = files.iter().any(|file| is_changed(file));
            files.retain(|file| is_changed(file) || !any && file.ends_with('/'));
        }
    }
}
