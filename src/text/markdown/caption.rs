use crate::text::tree::{Block, Inline};

const LEAD: &str = "Tabel:";

/// Gives each table the caption paragraph that stands right before it: `Tabel: Ord {#noegle}`.
pub(super) fn attach(blocks: Vec<Block>) -> Vec<Block> {
    let mut attached: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match (attached.pop(), block) {
            (Some(Block::Paragraph(words)), Block::Table(mut table)) if is_caption(&words) => {
                (table.caption, table.key) = split(words);
                attached.push(Block::Table(table));
            }
            (before, block) => {
                attached.extend(before);
                attached.push(block);
            }
        }
    }
    attached
}

fn is_caption(words: &[Inline]) -> bool {
    match words.first() {
        Some(Inline::Text(text)) => text.starts_with(LEAD),
        Some(Inline::Field(field)) => field.source.starts_with(LEAD),
        _ => false,
    }
}

fn split(mut words: Vec<Inline>) -> (Vec<Inline>, Option<String>) {
    if let Some(first) = words.first_mut().and_then(text_of) {
        *first = first[LEAD.len()..].trim_start().to_owned();
    }
    let key = words.last_mut().and_then(text_of).and_then(take_key);
    (words, key)
}

fn text_of(inline: &mut Inline) -> Option<&mut String> {
    match inline {
        Inline::Text(text) => Some(text),
        Inline::Field(field) => Some(&mut field.source),
        _ => None,
    }
}

fn take_key(text: &mut String) -> Option<String> {
    let before = text.trim_end().strip_suffix('}')?;
    let (caption, key) = before.rsplit_once("{#")?;
    let key = key.to_owned();
    *text = caption.trim_end().to_owned();
    Some(key)
}
