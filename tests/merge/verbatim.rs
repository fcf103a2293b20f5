//! Words shown as they stand come through the filling unchanged.

use socialaftale::text::tree::{Block, Inline};

use super::slots;

#[test]
fn nothing_in_them_is_filled_or_set_the_danish_way() {
    let source = "Feltet `{{aftale.titel}}` og `\"x\" [afventer: y] 95 %` \"her\".\n\n```\n{{#each x}}\n```\n";
    let (filled, findings) = slots("{{tekst \"a\"}}", &[("a", source)]);
    assert_eq!(findings, Vec::<String>::new());
    let words = |text: &str| Inline::Text(text.to_owned());
    let shown = |text: &str| Inline::Verbatim(text.to_owned());
    assert_eq!(
        filled[0].blocks,
        [
            Block::Paragraph(vec![
                words("Feltet "),
                shown("{{aftale.titel}}"),
                words(" og "),
                shown("\"x\" [afventer: y] 95 %"),
                words(" »her«."),
            ]),
            Block::Verbatim("{{#each x}}".to_owned()),
        ]
    );
}
