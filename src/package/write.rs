use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::sync::Arc;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Names that readers expect first; everything else follows in order of name.
const FIRST: [&str; 2] = ["[Content_Types].xml", "_rels/.rels"];

pub(super) fn write(parts: &BTreeMap<String, Arc<[u8]>>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let first = FIRST.iter().filter_map(|name| parts.get_key_value(*name));
    let rest = parts.iter().filter(|(name, _)| !FIRST.contains(&name.as_str()));
    // Writing to memory cannot fail, and the limits keep every part far below 4 GB.
    for (name, bytes) in first.chain(rest) {
        let _ = writer.start_file(name.as_str(), options());
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
