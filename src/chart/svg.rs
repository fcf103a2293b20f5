use std::fmt::Write;

use super::WIDTH;

/// Where a text's anchor is.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// An SVG drawing under way; coordinates in points from the upper left corner.
pub(super) struct Svg {
    body: String,
}

impl Svg {
    pub fn new() -> Self {
        Self { body: String::new() }
    }

    pub fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, fill: &str) {
        // Writing to a string cannot fail.
        let _ = write!(
            self.body,
            r#"<rect x="{x:.2}" y="{y:.2}" width="{width:.2}" height="{height:.2}" fill="{fill}"/>"#
        );
    }

    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), stroke: &str) {
        let _ = write!(
            self.body,
            r#"<line x1="{:.2}" y1="{:.2}" x2="{:.2}" y2="{:.2}" stroke="{stroke}" stroke-width="0.75"/>"#,
            from.0, from.1, to.0, to.1
        );
    }

    pub fn text(
        &mut self,
        at: (f32, f32),
        anchor: Anchor,
        size: f32,
        style: (&str, bool),
        words: &str,
    ) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let (fill, bold) = style;
        let weight = if bold { 600 } else { 400 };
        let _ = write!(
            self.body,
            r#"<text x="{:.2}" y="{:.2}" text-anchor="{anchor}" font-family="Noto Sans" font-size="{size}" font-weight="{weight}" fill="{fill}">{}</text>"#,
            at.0,
            at.1,
            quick_xml::escape::escape(words)
        );
    }

    pub fn finish(self, height: f32) -> Vec<u8> {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}pt" height="{height}pt" viewBox="0 0 {WIDTH} {height}">{}</svg>"#,
            self.body
        )
        .into_bytes()
    }
}

/// About how wide words are in Noto Sans, in points: enough to place what stands beside them.
pub(super) fn width_of(words: &str, size: f32) -> f32 {
    words.chars().count() as f32 * size * 0.56
}
