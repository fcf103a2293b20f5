use super::entry::Entry;
use crate::render::word::parts::Styles;
use crate::render::word::xml::Element;

/// The paragraphs of a table of contents, with its field but for the end; there is at least one.
pub fn lines(entries: &[(usize, &Entry)], styles: &mut Styles, instruction: &str) -> Vec<Element> {
    let mut lines: Vec<Element> = entries
        .iter()
        .map(|(level, entry)| line(entry, &styles.paragraph(&format!("toc {level}"))))
        .collect();
    if lines.is_empty() {
        lines.push(Element::new("w:p"));
    }
    let opening = [
        run(character("begin").attr("w:dirty", "true")),
        run(instruct(instruction)),
        run(character("separate")),
    ];
    let at = usize::from(lines[0].find("w:pPr").is_some());
    lines[0].children.splice(at..at, opening.map(Into::into));
    lines
}

fn line(entry: &Entry, look: &str) -> Element {
    let mut link = Element::new("w:hyperlink")
        .attr("w:anchor", entry.bookmark.as_str())
        .attr("w:history", "1");
    if let Some(number) = &entry.number {
        link = link.child(run(text(number))).child(run(Element::new("w:tab")));
    }
    link = link.child(run(text(&entry.title))).child(run(Element::new("w:tab"))).with([
        run(character("begin").attr("w:dirty", "true")),
        run(instruct(&format!(" PAGEREF {} \\h ", entry.bookmark))),
        run(character("separate")),
        run(character("end")),
    ]);
    Element::new("w:p")
        .child(Element::new("w:pPr").child(Element::val("w:pStyle", look)))
        .child(link)
}

pub fn run(content: Element) -> Element {
    Element::new("w:r").child(content)
}

fn text(words: &str) -> Element {
    Element::new("w:t").attr("xml:space", "preserve").child(words)
}

pub fn character(kind: &str) -> Element {
    Element::new("w:fldChar").attr("w:fldCharType", kind)
}

fn instruct(instruction: &str) -> Element {
    Element::new("w:instrText").attr("xml:space", "preserve").child(instruction)
}
