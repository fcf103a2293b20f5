use crate::finding::{Finding, Place};
use crate::render::word::template::BODY;
use crate::render::word::xml::{Element, Node, write_node};

/// Who writes the comments, and so which of them may be taken away again.
pub const AUTHOR: &str = "socialaftale";

/// Always the same, so that the same template gives the same bytes.
const DATE: &str = "2000-01-01T00:00:00Z";

/// A comment with some lines, as it stands in the part of comments.
pub fn comment(id: i64, lines: &[String]) -> String {
    let mark = Element::new("w:r").child(Element::new("w:annotationRef"));
    let paragraphs = lines.iter().enumerate().map(|(nth, line)| {
        let words = Element::new("w:t").attr("xml:space", "preserve").child(line.as_str());
        let run = Element::new("w:r").child(words);
        let marks = (nth == 0).then(|| mark.clone());
        Element::new("w:p").with(marks).child(run)
    });
    let comment = Element::new("w:comment")
        .attr("w:id", id.to_string())
        .attr("w:author", AUTHOR)
        .attr("w:date", DATE)
        .attr("w:initials", "sa")
        .with(paragraphs);
    let mut xml = String::new();
    write_node(&Node::Element(comment), &mut xml);
    xml
}

/// What a comment says of a finding: the message, and what to do.
pub fn lines(finding: &Finding) -> Vec<String> {
    let message = match &finding.place {
        Place::Word { part, .. } if part != BODY => {
            format!("{} i {}: {}", finding.severity, finding.place.within(), finding.message)
        }
        Place::Word { tag, .. } if !tag.is_empty() && !finding.message.contains(tag) => {
            format!("{} i {tag}: {}", finding.severity, finding.message)
        }
        _ => format!("{}: {}", finding.severity, finding.message),
    };
    std::iter::once(capital(&message)).chain(finding.hint.clone()).collect()
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
