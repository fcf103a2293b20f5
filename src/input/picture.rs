use std::sync::Arc;

use crate::finding::{Finding, Place};
use crate::text::tree::{Picture, PictureFormat};

pub(super) const FOLDER: &str = "inputs/billeder";

/// A picture is set at 150 dots per inch.
const POINTS_PER_DOT: f32 = 72.0 / 150.0;

/// Reads a picture's kind from its first bytes and its size from its header.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Picture, Finding> {
    let size = imagesize::blob_size(bytes).map_err(|_| unknown(name))?;
    let format = match imagesize::image_type(bytes) {
        Ok(imagesize::ImageType::Png) => PictureFormat::Png,
        Ok(imagesize::ImageType::Jpeg) => PictureFormat::Jpeg,
        _ => return Err(unknown(name)),
    };
    Ok(Picture {
        format,
        bytes: Arc::from(bytes),
        width: size.width as f32 * POINTS_PER_DOT,
        height: size.height as f32 * POINTS_PER_DOT,
    })
}

fn unknown(name: &str) -> Finding {
    Finding::fejl(
        "billede-kan-ikke-laeses",
        Place::file(name),
        "Filen er ikke et PNG- eller JPEG-billede.",
    )
    .hint("Gem billedet som .png eller .jpg.")
}
