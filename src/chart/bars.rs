use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::svg::{Anchor, Svg, width_of};
use super::{ASIDE, INK, LINE, MARKS, QUIET, WIDTH};
use crate::text::tree::{Picture, PictureFormat};

/// A bar: its name, its value and how the value is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub name: String,
    pub value: Decimal,
    pub shown: String,
    /// A value that is not in force yet, or counted in another way: set back.
    pub aside: bool,
}

const ROW: f32 = 26.0;
const THICK: f32 = 15.0;
const SIZE: f32 = 9.0;

/// Horizontal bars from zero, one row each, the value at the bar's end.
pub fn bars(bars: &[Bar]) -> Picture {
    let label =
        bars.iter().map(|bar| width_of(&bar.name, SIZE)).fold(0.0, f32::max).min(190.0) + 8.0;
    let value = bars.iter().map(|bar| width_of(&bar.shown, SIZE)).fold(0.0, f32::max) + 6.0;
    let room = WIDTH - label - value;
    let largest = bars.iter().map(|bar| number(bar.value)).fold(1.0, f32::max);
    let height = bars.len() as f32 * ROW + 6.0;
    let mut svg = Svg::new();
    for (index, bar) in bars.iter().enumerate() {
        let top = index as f32 * ROW + 5.0;
        let baseline = top + THICK / 2.0 + SIZE * 0.36;
        let length = room * number(bar.value) / largest;
        svg.text((label - 8.0, baseline), Anchor::End, SIZE, (INK, false), &bar.name);
        svg.rect(label, top, length, THICK, if bar.aside { ASIDE } else { MARKS[0] });
        let ink = if bar.aside { QUIET } else { INK };
        svg.text(
            (label + length + 5.0, baseline),
            Anchor::Start,
            SIZE,
            (ink, !bar.aside),
            &bar.shown,
        );
    }
    svg.line((label, 0.0), (label, height), LINE);
    Picture { format: PictureFormat::Svg, bytes: svg.finish(height).into(), width: WIDTH, height }
}

/// Drawing needs no exactness: a point is the finest that is seen.
pub(super) fn number(value: Decimal) -> f32 {
    value.to_f32().unwrap_or_default()
}
