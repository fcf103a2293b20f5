use rust_decimal::prelude::ToPrimitive;

use crate::text::danish;

/// A length as typed ("8 cm", "8,5 cm", "80 mm"), in points.
pub(super) fn length(written: &str) -> Option<f32> {
    const CENTIMETRE: f32 = 72.0 / 2.54;
    let written = written.trim();
    let (number, unit) = match (written.strip_suffix("cm"), written.strip_suffix("mm")) {
        (Some(number), _) => (number, CENTIMETRE),
        (_, Some(number)) => (number, CENTIMETRE / 10.0),
        _ => return None,
    };
    let number = danish::parse_number(number.trim())?.to_f32()?;
    (number > 0.0).then_some(number * unit)
}
