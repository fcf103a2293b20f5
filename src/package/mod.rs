//! Zip containers, read with limits and written with fixed order and dates.
//!
//! Nothing here knows what is inside: .docx, .xlsx and the rest are all parts by name.

mod kind;
mod limits;
mod read;
mod write;

use std::collections::BTreeMap;
use std::sync::Arc;

use write::Packed;

pub use kind::Kind;
pub use limits::Limits;

use crate::finding::Finding;

/// The parts of a zip container by name.
#[derive(Debug, Clone, Default)]
pub struct Package {
    parts: BTreeMap<String, Arc<[u8]>>,
    packed: Option<Arc<Packed>>,
}

impl PartialEq for Package {
    fn eq(&self, other: &Self) -> bool {
        self.parts == other.parts
    }
}

impl Eq for Package {}

impl Package {
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a container; `name` is what the findings call the file.
    pub fn read(bytes: &[u8], name: &str, limits: &Limits) -> Result<Self, Finding> {
        read::read(bytes, name, limits).map(|parts| Self { parts, packed: None })
    }

    /// Reads a container that may be OpenDocument too.
    pub fn read_any(bytes: &[u8], name: &str, limits: &Limits) -> Result<Self, Finding> {
        read::read_any(bytes, name, limits).map(|parts| Self { parts, packed: None })
    }

    /// Reads one part of any container and leaves the others packed; none when there is no such
    /// part.
    pub fn read_part(
        bytes: &[u8],
        name: &str,
        part: &str,
        limits: &Limits,
    ) -> Result<Option<Vec<u8>>, Finding> {
        read::read_part(bytes, name, part, limits)
    }

    pub fn is_open_document(&self) -> bool {
        read::is_open_document(&self.parts)
    }

    pub fn part(&self, name: &str) -> Option<&[u8]> {
        self.parts.get(name).map(AsRef::as_ref)
    }

    pub fn set_part(&mut self, name: impl Into<String>, bytes: impl Into<Arc<[u8]>>) {
        self.parts.insert(name.into(), bytes.into());
    }

    pub fn remove_part(&mut self, name: &str) {
        self.parts.remove(name);
    }

    /// Whether a part is the very same in another package, neither having changed it.
    pub fn shares(&self, other: &Self, name: &str) -> bool {
        match (self.parts.get(name), other.parts.get(name)) {
            (Some(one), Some(another)) => Arc::ptr_eq(one, another),
            _ => false,
        }
    }

    /// The names in the order in which the parts are written.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// The container as bytes; the same parts give the same bytes.
    pub fn write(&self) -> Vec<u8> {
        write::write(&self.parts, self.packed.as_deref())
    }

    /// The container with its parts as they are, for a reader in the same program.
    pub fn write_stored(&self) -> Vec<u8> {
        write::write_stored(&self.parts)
    }

    /// Compresses every part, so that copies of this package need only compress what they change.
    pub fn pack(&mut self) {
        self.packed = Some(Arc::new(Packed::new(&self.parts)));
    }
}
