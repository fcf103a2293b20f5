use std::collections::HashMap;

use super::content_types::ContentTypes;
use crate::package::Package;

/// Pictures put into the package; the same bytes are stored once.
#[derive(Debug, Default)]
pub struct Media {
    stored: HashMap<Vec<u8>, String>,
}

impl Media {
    /// Stores a picture and gives its name as the body's relationships write it.
    pub fn store(
        &mut self,
        package: &mut Package,
        types: &mut ContentTypes,
        bytes: &[u8],
        extension: &str,
    ) -> String {
        if let Some(name) = self.stored.get(bytes) {
            return name.clone();
        }
        let mut number = self.stored.len() + 1;
        while package.part(&format!("word/media/figur{number}.{extension}")).is_some() {
            number += 1;
        }
        let name = format!("media/figur{number}.{extension}");
        types.extension(extension, content_type(extension));
        package.set_part(format!("word/{name}"), bytes);
        self.stored.insert(bytes.to_vec(), name.clone());
        name
    }
}

fn content_type(extension: &str) -> &'static str {
    match extension {
        "svg" => "image/svg+xml",
        "jpeg" | "jpg" => "image/jpeg",
        "gif" => "image/gif",
        "bmp" => "image/bmp",
        "tif" | "tiff" => "image/tiff",
        "emf" => "image/x-emf",
        "wmf" => "image/x-wmf",
        _ => "image/png",
    }
}
