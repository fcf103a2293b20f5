use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Options, Tree, fontdb};

/// Turns drawings into pixels, for readers that know no vectors.
pub struct Raster {
    fonts: Arc<fontdb::Database>,
    family: String,
}

/// Pixels for each point on the page: 192 to the inch.
const SCALE: f32 = 192.0 / 72.0;
const WIDEST: f32 = 4000.0;

impl Raster {
    pub fn new(fonts: &[&[u8]]) -> Self {
        let mut database = fontdb::Database::new();
        for font in fonts {
            database.load_font_data(font.to_vec());
        }
        let family = database
            .faces()
            .next()
            .and_then(|face| face.families.first())
            .map_or_else(String::new, |(name, _)| name.clone());
        Self { fonts: Arc::new(database), family }
    }

    /// A PNG of the drawing, or none if it is no drawing.
    pub fn png(&self, svg: &[u8], width: f32) -> Option<Vec<u8>> {
        let options = Options {
            fontdb: Arc::clone(&self.fonts),
            font_family: self.family.clone(),
            ..usvg::Options::default()
        };
        let tree = Tree::from_data(svg, &options).ok()?;
        let size = tree.size();
        let wide = (width * SCALE).clamp(1.0, WIDEST);
        let scale = wide / size.width();
        let high = (size.height() * scale).clamp(1.0, WIDEST);
        let mut pixels = Pixmap::new(wide.round() as u32, high.round() as u32)?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().ok()
    }
}
