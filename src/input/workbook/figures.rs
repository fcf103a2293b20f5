use crate::package::Package;

/// Whether a cell of a workbook may hold as many figures as asked for, told from the XML of its
/// parts at a fraction of the cost of reading the cells.
///
/// In doubt it may.
pub(in crate::input) fn may_hold_figures(package: &Package, count: usize) -> bool {
    let parts = package.names().filter(|part| part.ends_with(".xml"));
    parts.filter_map(|part| package.part(part)).any(|xml| is_within(xml, count))
}

fn is_within(xml: &[u8], count: usize) -> bool {
    // Another encoding than UTF-8 has zeros.
    xml.contains(&0) || has_cells(xml) && holds(xml, count)
}

/// Whether a part is a sheet or the shared strings, by its first element, whatever it is called.
fn has_cells(xml: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&xml[..xml.len().min(1000)]);
    ["<worksheet", ":worksheet", "<sst", ":sst"].iter().any(|root| head.contains(root))
}

fn holds(xml: &[u8], count: usize) -> bool {
    let mut in_cell = 0;
    xml.split(|byte| *byte == b'<').any(|piece| {
        if begins_cell(piece) {
            in_cell = 0;
        }
        let end = piece.iter().position(|byte| *byte == b'>').map_or(0, |at| at + 1);
        let words = &piece[end..];
        in_cell += figures(words, count);
        in_cell >= count || piece.starts_with(b"![CDATA[") || is_written_otherwise(words)
    })
}

/// `<c …>` of a sheet, or `<si>` of the shared strings, whose text may be parted in runs.
fn begins_cell(piece: &[u8]) -> bool {
    let name = piece.iter().position(|byte| !(byte.is_ascii_alphabetic() || *byte == b':'));
    let name = &piece[..name.unwrap_or(piece.len())];
    let local = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
    local == b"c" || local == b"si"
}

/// How many figures some words have; of a number the decimals do not count.
fn figures(words: &[u8], count: usize) -> usize {
    let of = |words: &[u8]| words.iter().filter(|byte| byte.is_ascii_digit()).count();
    let all = of(words);
    if all < count {
        return all;
    }
    let number = std::str::from_utf8(words).ok().filter(|words| words.parse::<f64>().is_ok());
    number.and_then(|words| words.split('.').next()).map_or(all, |whole| of(whole.as_bytes()))
}

/// "1.007614285E9", or a figure as `&#48;`.
fn is_written_otherwise(words: &[u8]) -> bool {
    words.windows(3).any(|three| {
        let is_exponent = matches!(three[1], b'E' | b'e') && three[0].is_ascii_digit();
        three.starts_with(b"&#") || is_exponent && matches!(three[2], b'0'..=b'9' | b'+')
    })
}
