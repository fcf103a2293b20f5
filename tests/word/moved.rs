//! Words that tracked changes have moved away count as little as deleted ones.

use super::small::{body, text};

fn moved(words: &str) -> String {
    format!(
        "<w:p><w:moveFrom w:id=\"1\" w:author=\"a\"><w:r><w:t>{words}</w:t></w:r></w:moveFrom></w:p>"
    )
}

#[test]
fn a_tag_that_has_been_moved_is_read_where_it_went() {
    let to =
        "<w:p><w:moveTo w:id=\"2\" w:author=\"a\"><w:r><w:t>{{navn}}</w:t></w:r></w:moveTo></w:p>";
    let xml = body(&format!("{}{to}", moved("{{navn}}")));
    assert_eq!(text(&xml), "{{navn}}\nBirken\n");
}

#[test]
fn moved_words_hold_no_paragraph_of_a_block() {
    let opens = moved("Væk").replace("</w:p>", "<w:r><w:t>{{#if ja}}</w:t></w:r></w:p>");
    let xml = body(&format!(
        "{opens}<w:p><w:r><w:t>x</w:t></w:r></w:p><w:p><w:r><w:t>{{{{/if}}}}</w:t></w:r></w:p>"
    ));
    assert_eq!(text(&xml), "x\n");
}

#[test]
fn what_is_awaited_in_moved_words_is_not_marked() {
    assert!(!body(&moved("[afventer: svar]")).contains("w:rStyle"));
}
