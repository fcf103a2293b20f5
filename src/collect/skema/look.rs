use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const PETROL: Color = Color::RGB(0x0B_4F6C);
const SAND: Color = Color::RGB(0xF3_F6F7);
const LINE: Color = Color::RGB(0xC9_D3D8);
const GREY: Color = Color::RGB(0x55_656E);
/// What may be filled in has this colour, and nothing else has.
const FILL_IN: Color = Color::RGB(0xFD_F0D5);

/// The formats of a return workbook.
pub(super) struct Look {
    pub title: Format,
    pub section: Format,
    pub lead: Format,
    pub label: Format,
    pub fact: Format,
    pub heading: Format,
    pub year: Format,
    pub row: Format,
    pub sum: Format,
    pub summed: Format,
    pub number: Format,
    pub text: Format,
    pub writing: Format,
    pub shown_number: Format,
    pub warning: Format,
}

impl Look {
    pub fn new() -> Self {
        let plain = Format::new().set_font_name("Calibri").set_font_size(11);
        let wrapped = plain.clone().set_text_wrap().set_align(FormatAlign::Top);
        let boxed = wrapped.clone().set_border(FormatBorder::Thin).set_border_color(LINE);
        let heading = boxed.clone().set_bold().set_font_color(Color::White);
        let heading = heading.set_background_color(PETROL).set_align(FormatAlign::VerticalCenter);
        let boxed = boxed.set_align(FormatAlign::VerticalCenter);
        let open = boxed.clone().set_background_color(FILL_IN).set_unlocked();
        // Indented, so that a number does not run into the words that begin in the next column.
        let right = |format: &Format| {
            format.clone().unset_text_wrap().set_align(FormatAlign::Right).set_indent(1)
        };
        let sum = boxed.clone().set_bold().set_background_color(SAND);
        let bold = plain.clone().set_bold();
        Self {
            title: bold.clone().set_font_size(18).set_font_color(PETROL),
            section: bold.clone().set_font_size(13).set_font_color(PETROL),
            lead: wrapped.clone().set_font_color(GREY),
            label: bold.clone().set_align(FormatAlign::VerticalCenter),
            fact: wrapped.set_align(FormatAlign::VerticalCenter),
            year: right(&heading),
            heading,
            summed: right(&sum),
            sum,
            shown_number: right(&boxed).set_num_format("0"),
            row: boxed,
            number: right(&open).set_num_format("0"),
            text: open.clone().set_num_format("@"),
            writing: open.set_num_format("@").set_align(FormatAlign::Top),
            warning: bold.set_font_color(Color::RGB(0x8A_4B08)),
        }
    }
}
