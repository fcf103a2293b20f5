use super::docx::settle;
use super::inlines::Look;
use super::raster::Raster;
use super::scribe::Scribe;
use crate::render::word::marks::plain;
use crate::render::word::parts::RelationKind;
use crate::render::word::xml::{Element, Node, read_fragment};
use crate::text::tree::{Figure, Picture, PictureFormat};

/// English metric units to a point and to a twentieth of one.
const POINT: f32 = 12_700.0;
const TWENTIETH: u32 = 635;

impl Scribe<'_, '_> {
    pub fn figure(&mut self, figure: &Figure) -> Vec<Node> {
        let style = self.desk.styles.paragraph("Figur");
        let mut paragraph = self.styled(Some(&style), &[], Look::default());
        paragraph.children.extend(self.picture(figure).map(Node::from));
        let mut nodes = vec![paragraph.into()];
        if let Some(number) = figure.number {
            let target = figure.key.as_ref().map(|key| format!("figur:{key}"));
            let mut caption = self.caption("Figur", number, target.as_deref(), &figure.caption);
            // A figure's caption stands below it, so nothing below need follow.
            let stays = Element::val("w:keepNext", if figure.notes.is_empty() { "0" } else { "1" });
            let properties = caption.require("w:pPr");
            properties.children.push(stays.into());
            if figure.notes.is_empty() {
                let room = Element::new("w:spacing").attr("w:before", "60").attr("w:after", "280");
                properties.children.push(room.into());
            }
            settle(properties);
            nodes.push(caption.into());
        }
        nodes.extend(self.notes_below(&figure.notes));
        nodes
    }

    /// A run that shows the picture of a figure alone.
    pub fn picture(&mut self, figure: &Figure) -> Option<Element> {
        let drawing = self.drawing(&figure.picture, &figure.alt)?;
        Some(Element::new("w:r").child(drawing))
    }

    fn drawing(&mut self, picture: &Picture, alt: &str) -> Option<Element> {
        let (shown, vector) = match picture.format {
            PictureFormat::Png => (self.stored(&picture.bytes, "png"), None),
            PictureFormat::Jpeg => (self.stored(&picture.bytes, "jpeg"), None),
            PictureFormat::Svg => {
                let png = self.raster().png(&picture.bytes, picture.width)?;
                let shown = self.stored(&png, "png");
                (shown, Some(self.stored(&picture.bytes, "svg")))
            }
        };
        let (width, height) = self.size(picture);
        let mut drawing = read_fragment(&inline(width, height, &shown)).ok()?;
        drawing.visit_mut(&mut |element| {
            if element.is("wp:docPr") {
                element.set("descr", plain(alt));
            }
            if let (true, Some(vector)) = (element.is("a:blip"), &vector) {
                element.children.push(svg_extension(vector).into());
            }
        });
        Some(drawing)
    }

    fn raster(&mut self) -> &Raster {
        let fonts = self.desk.fonts;
        self.desk.raster.get_or_insert_with(|| Raster::new(fonts))
    }

    fn stored(&mut self, bytes: &[u8], extension: &str) -> String {
        let desk = &mut *self.desk;
        let target = desk.media.store(&mut desk.package, &mut desk.types, bytes, extension);
        self.relations.to(RelationKind::Image, &target)
    }

    /// As wide as it says, but no wider than the text.
    fn size(&self, picture: &Picture) -> (u64, u64) {
        let most = (self.width * TWENTIETH) as f32;
        let wide = (picture.width * POINT).max(1.0);
        let scale = (most / wide).min(1.0);
        ((wide * scale) as u64, (picture.height * POINT * scale).max(1.0) as u64)
    }
}

fn svg_extension(relation: &str) -> Element {
    let blip = Element::new("asvg:svgBlip")
        .attr("xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main")
        .attr("r:embed", relation);
    let extension =
        Element::new("a:ext").attr("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}").child(blip);
    Element::new("a:extLst").child(extension)
}

/// A picture in line with the text; ids are settled when the part is done.
fn inline(width: u64, height: u64, relation: &str) -> String {
    format!(
        r#"<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="0" name=""/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"#
    )
}
