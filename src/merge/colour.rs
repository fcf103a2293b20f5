/// A colour of a surface that text stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(u8, u8, u8);

/// Soft tints, on which black text stands out.
pub(super) const NAMES: [(&str, Colour); 6] = [
    ("rød", Colour(0xF6, 0xD5, 0xD5)),
    ("gul", Colour(0xFF, 0xF2, 0xBF)),
    ("grøn", Colour(0xD8, 0xEC, 0xD8)),
    ("blå", Colour(0xD5, 0xE5, 0xF4)),
    ("grå", Colour(0xE6, 0xE8, 0xEB)),
    ("hvid", Colour(0xFF, 0xFF, 0xFF)),
];

impl Colour {
    /// Reads a Danish name, or six hexadecimal digits with or without `#`.
    pub(super) fn read(written: &str) -> Option<Self> {
        let written = written.trim().to_lowercase();
        if let Some((_, colour)) = NAMES.iter().find(|(name, _)| *name == written) {
            return Some(*colour);
        }
        let digits = written.strip_prefix('#').unwrap_or(&written);
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self(part(0)?, part(2)?, part(4)?))
    }

    /// "F3F6F7".
    pub fn hex(self) -> String {
        format!("{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }

    /// Whether white text stands out more than black.
    pub fn is_dark(self) -> bool {
        // Contrast is (lighter + 0.05) / (darker + 0.05), by WCAG 2.1.
        let luminance = self.luminance();
        1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}
