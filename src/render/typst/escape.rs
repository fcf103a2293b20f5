use std::fmt::Write;

/// A value in markup: a string in code, so that nothing in it is read as Typst.
///
/// The closing semicolon ends the expression; without it `#"A"(B)` would be a call.
pub(super) fn text(value: &str) -> String {
    format!("#{};", literal(value))
}

/// A value as a Typst string literal, for code.
pub fn literal(value: &str) -> String {
    let mut written = String::with_capacity(value.len() + 2);
    written.push('"');
    for letter in value.chars() {
        match letter {
            '\\' => written.push_str("\\\\"),
            '"' => written.push_str("\\\""),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            control if control.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(written, "\\u{{{:x}}}", control as u32);
            }
            other => written.push(other),
        }
    }
    written.push('"');
    written
}
