//! Makes the end of every stream plain to readers that look for it instead of counting.

const END: &[u8] = b"\nendstream";
const BEGIN: &[u8] = b">>\nstream\n";

/// Where a stream's last byte is a carriage return, the line feed after it would make the two look
/// like one line end, and a strict reader finds the stream a byte short (ISO 19005-2, 6.1.7.1).
///
/// The line feed before `stream`, which need not be there, gives its byte for a carriage return
/// before `endstream`; nothing else moves.
pub(super) fn settle(pdf: &mut [u8]) {
    let mut from = 0;
    while let Some(at) = find(pdf, END, from) {
        from = at + END.len();
        let Some(begin) = rfind(&pdf[..at], BEGIN) else { continue };
        let data = begin + BEGIN.len();
        if pdf[at - 1] != b'\r' || length(&pdf[..begin]) != Some(at - data) {
            continue;
        }
        pdf.copy_within(begin + 3..at, begin + 2);
        pdf[at - 1] = b'\r';
    }
}

/// The `/Length` of the dictionary that ends here.
fn length(before: &[u8]) -> Option<usize> {
    let dictionary = &before[rfind(before, b" obj")?..];
    let digits = &dictionary[rfind(dictionary, b"/Length ")? + b"/Length ".len()..];
    let end = digits.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(digits.len());
    std::str::from_utf8(&digits[..end]).ok()?.parse().ok()
}

fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let found = bytes.get(from..)?.windows(wanted.len()).position(|window| window == wanted)?;
    Some(from + found)
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::settle;

    #[test]
    fn a_stream_that_ends_in_a_carriage_return_gets_a_line_end_of_its_own() {
        let mut pdf = b"1 0 obj\n<</Length 3/Filter/X>>\nstream\nab\r\nendstream\nendobj".to_vec();
        let size = pdf.len();
        settle(&mut pdf);
        assert_eq!(pdf.len(), size);
        assert_eq!(pdf, b"1 0 obj\n<</Length 3/Filter/X>>stream\nab\r\r\nendstream\nendobj");
    }

    #[test]
    fn other_streams_stay_as_they_are() {
        for pdf in [
            b"1 0 obj\n<</Length 3>>\nstream\nabc\nendstream\nendobj".as_slice(),
            b"1 0 obj\n<</Length 2>>\nstream\nab\r\nendstream\nendobj",
        ] {
            let mut settled = pdf.to_vec();
            settle(&mut settled);
            assert_eq!(settled, pdf);
        }
    }
}
