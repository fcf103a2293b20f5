use crate::finding::Finding;
use crate::package::Package;
use crate::render::word::open::open;

/// A Word file whose content templates may call by name: `{{> navn}}`.
#[derive(Debug, Clone, Copy)]
pub struct WordPartial<'a> {
    pub name: &'a str,
    /// What findings call the file.
    pub file: &'a str,
    pub bytes: &'a [u8],
}

impl WordPartial<'_> {
    pub fn package(&self) -> Result<Package, Finding> {
        open(self.bytes, self.file)
    }
}

/// The files that templates may call.
#[derive(Debug, Clone, Copy)]
pub struct Partials<'a>(pub &'a [WordPartial<'a>]);

impl<'a> Partials<'a> {
    pub fn find(&self, name: &str) -> Option<&'a WordPartial<'a>> {
        self.0.iter().find(|partial| partial.name == name)
    }
}
