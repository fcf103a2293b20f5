use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::sync::Arc;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Names that readers expect first; everything else follows in order of name.
const FIRST: [&str; 2] = ["[Content_Types].xml", "_rels/.rels"];

type Parts = BTreeMap<String, Arc<[u8]>>;

/// Parts as they stand compressed in a container of our own.
#[derive(Debug)]
pub(super) struct Packed {
    container: Vec<u8>,
    parts: Parts,
}

impl Packed {
    pub fn new(parts: &Parts) -> Self {
        Self { container: write(parts, None), parts: parts.clone() }
    }

    fn holds(&self, name: &str, bytes: &Arc<[u8]>) -> bool {
        self.parts.get(name).is_some_and(|known| Arc::ptr_eq(known, bytes))
    }
}

pub(super) fn write(parts: &Parts, packed: Option<&Packed>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut archive = packed.and_then(|p| ZipArchive::new(Cursor::new(&p.container)).ok());
    let first = FIRST.iter().filter_map(|name| parts.get_key_value(*name));
    let rest = parts.iter().filter(|(name, _)| !FIRST.contains(&name.as_str()));
    // Writing to memory cannot fail, and the limits keep every part far below 4 GB.
    for (name, bytes) in first.chain(rest) {
        let ready = archive.as_mut().filter(|_| packed.is_some_and(|p| p.holds(name, bytes)));
        if let Some(Ok(entry)) = ready.map(|archive| archive.by_name(name)) {
            let _ = writer.raw_copy_file(entry);
            continue;
        }
        let _ = writer.start_file(name.as_str(), options());
        let _ = writer.write_all(bytes);
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

pub(super) fn write_stored(parts: &Parts) -> Vec<u8> {
    // Each part stands with its name twice, and some fields of fixed size.
    let sizes = parts.iter().map(|(name, bytes)| bytes.len() + 2 * name.len() + 256);
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(sizes.sum())));
    let options = options().compression_method(CompressionMethod::Stored).compression_level(None);
    for (name, bytes) in parts {
        let _ = writer.start_file(name.as_str(), options);
        let _ = writer.write_all(bytes);
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// Always 1 January 1980, so that the same parts give the same bytes.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}
