use super::prepared::part_name;
use super::xml;
use crate::package::{Limits, Package};

/// Whether a finished document says some words on a page, letters drawn across it among them.
pub fn says(bytes: &[u8], words: &str) -> bool {
    let Ok(package) = Package::read(bytes, "docx", &Limits::DOCUMENT) else { return false };
    let parts = package.names().filter(|path| part_name(path).is_some());
    let mut parts = parts.filter_map(|path| xml::read(package.part(path)?).ok());
    parts.any(|root| {
        let mut said = String::new();
        root.visit(&mut |element| match element.name.as_str() {
            "w:t" => said.extend(element.texts()),
            "v:textpath" => said.push_str(element.get("string").unwrap_or_default()),
            _ => {}
        });
        said.contains(words)
    })
}
