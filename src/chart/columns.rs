use rust_decimal::Decimal;

use super::bars::number;
use super::svg::{Anchor, Svg, width_of};
use super::{ASIDE, INK, LINE, MARKS, QUIET, WIDTH};
use crate::text::tree::{Picture, PictureFormat};

/// What stands at a category.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A value and how it is printed.
    Column(Decimal, String),
    /// A sign where there is no value to show.
    Sign(String),
}

/// A series of columns, one mark for each category.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub name: String,
    pub marks: Vec<Mark>,
    /// A series outside the group that the others belong to.
    pub aside: bool,
}

const PLOT: f32 = 118.0;
const TOP: f32 = 16.0;
const SIZE: f32 = 9.0;
const LEGEND_ROW: f32 = 15.0;

/// Columns grouped by category, the value above each, with a legend below.
pub fn columns(categories: &[String], series: &[Series]) -> Picture {
    let mut svg = Svg::new();
    let base = TOP + PLOT;
    let largest = series
        .iter()
        .flat_map(|one| &one.marks)
        .filter_map(
            |mark| if let Mark::Column(value, _) = mark { Some(number(*value)) } else { None },
        )
        .fold(1.0, f32::max);
    let group = WIDTH / categories.len().max(1) as f32;
    let thick = (group * 0.62 / series.len().max(1) as f32).min(42.0);
    for (at, category) in categories.iter().enumerate() {
        let middle = group * (at as f32 + 0.5);
        let left = middle - thick * series.len() as f32 / 2.0;
        for (index, one) in series.iter().enumerate() {
            let x = left + thick * index as f32;
            draw_column(&mut svg, one, at, (x, thick), (base, largest), colour(one, index));
        }
        svg.text((middle, base + 13.0), Anchor::Middle, SIZE, (INK, true), category);
    }
    svg.line((0.0, base), (WIDTH, base), LINE);
    let height = legend(&mut svg, series, base + 34.0);
    Picture { format: PictureFormat::Svg, bytes: svg.finish(height).into(), width: WIDTH, height }
}

fn draw_column(
    svg: &mut Svg,
    series: &Series,
    category: usize,
    (x, thick): (f32, f32),
    (base, largest): (f32, f32),
    fill: &str,
) {
    let middle = x + thick / 2.0;
    match series.marks.get(category) {
        Some(Mark::Column(value, shown)) => {
            let tall = PLOT * number(*value) / largest;
            svg.rect(x + 1.5, base - tall, thick - 3.0, tall, fill);
            svg.text((middle, base - tall - 4.0), Anchor::Middle, SIZE, (INK, false), shown);
        }
        Some(Mark::Sign(sign)) => {
            svg.text((middle, base - 4.0), Anchor::Middle, SIZE, (QUIET, false), sign);
        }
        None => {}
    }
}

fn legend(svg: &mut Svg, series: &[Series], top: f32) -> f32 {
    let (mut x, mut y) = (0.0, top);
    for (index, one) in series.iter().enumerate() {
        let wide = 14.0 + width_of(&one.name, SIZE) + 16.0;
        if x > 0.0 && x + wide > WIDTH {
            (x, y) = (0.0, y + LEGEND_ROW);
        }
        svg.rect(x, y - 8.0, 9.0, 9.0, colour(one, index));
        svg.text((x + 14.0, y), Anchor::Start, SIZE, (INK, false), &one.name);
        x += wide;
    }
    y + 6.0
}

fn colour(series: &Series, index: usize) -> &'static str {
    if series.aside { ASIDE } else { MARKS[index % MARKS.len()] }
}
