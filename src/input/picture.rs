use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use resvg::usvg::{ImageHrefResolver, Options, Tree};

use crate::finding::{Finding, Place};
use crate::text::tree::{Picture, PictureFormat};

pub(super) const FOLDERS: [&str; 2] = ["inputs/billeder", "inputs/vejledning/billeder"];

/// A picture is set at 150 dots per inch.
const POINTS_PER_DOT: f32 = 72.0 / 150.0;

/// Reads a picture's kind from its first bytes and its size from its header.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Picture, Finding> {
    if name.to_lowercase().ends_with(".svg") {
        return drawing(name, bytes);
    }
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

/// Reads a drawing, which must hold all that it shows; its size is told in dots of 96 to the inch.
fn drawing(name: &str, bytes: &[u8]) -> Result<Picture, Finding> {
    const POINTS: f32 = 72.0 / 96.0;
    let leans = Arc::new(AtomicBool::new(false));
    let noted = Arc::clone(&leans);
    let resolver = ImageHrefResolver {
        resolve_string: Box::new(move |_, _| {
            noted.store(true, Ordering::Relaxed);
            None
        }),
        ..ImageHrefResolver::default()
    };
    let options = Options { image_href_resolver: resolver, ..Options::default() };
    let size = Tree::from_data(bytes, &options).map_err(|_| unknown(name))?.size();
    if leans.load(Ordering::Relaxed) {
        return Err(leaning(name));
    }
    Ok(Picture {
        format: PictureFormat::Svg,
        bytes: Arc::from(bytes),
        width: size.width() * POINTS,
        height: size.height() * POINTS,
    })
}

fn leaning(name: &str) -> Finding {
    let message = "Tegningen viser billeder, der ligger uden for filen.";
    Finding::fejl("billede-kan-ikke-laeses", Place::file(name), message)
        .hint("Gem tegningen med billederne indlejret, eller gem den som .png.")
}

fn unknown(name: &str) -> Finding {
    Finding::fejl(
        "billede-kan-ikke-laeses",
        Place::file(name),
        "Filen er ikke et PNG-, JPEG- eller SVG-billede.",
    )
    .hint("Gem billedet som .png, .jpg eller .svg.")
}
