//! Writes the entries of a table of contents from the headings that the document has.

use super::desk::Bookmarks;
use super::fragment::NUMBER;
use super::parts::{StyleKind, Styles};
use super::xml::{Element, Node};

struct Entry {
    level: usize,
    number: Option<String>,
    title: String,
    bookmark: String,
}

/// Fills every TOC field of the body; only the page numbers wait for Word.
pub fn toc(root: &mut Element, styles: &mut Styles, bookmarks: &mut Bookmarks) {
    let headings: Vec<(String, usize)> = (1..=9)
        .filter_map(|level| {
            let id = styles.known(StyleKind::Paragraph, &format!("heading {level}"))?;
            Some((id.to_owned(), level))
        })
        .collect();
    let mut entries = Vec::new();
    gather(root, &headings, bookmarks, &mut entries);
    let looks: Vec<String> =
        (1..=3).map(|level| styles.paragraph(&format!("toc {level}"))).collect();
    fill(root, &entries, &looks);
}

/// Whether a table of contents stands in a part.
pub fn has_toc(element: &Element) -> bool {
    toc_levels(element).is_some() || element.elements().any(has_toc)
}

/// The deepest level that the TOC field of a paragraph asks for.
fn toc_levels(paragraph: &Element) -> Option<usize> {
    if !paragraph.is("w:p") {
        return None;
    }
    let instruction = instruction(paragraph);
    let rest = instruction.trim_start().strip_prefix("TOC")?;
    let range = rest.split_once("\\o").and_then(|(_, after)| after.split('"').nth(1));
    let deepest = range.and_then(|range| range.split('-').nth(1)?.trim().parse().ok());
    Some(deepest.unwrap_or(3).clamp(1, 3))
}

fn instruction(element: &Element) -> String {
    let mut text = String::new();
    element.visit(&mut |inner| {
        if inner.is("w:instrText") {
            for node in &inner.children {
                if let Node::Text(words) = node {
                    text.push_str(words);
                }
            }
        }
    });
    text
}

/// Takes away the numbers that headings carry for a table of contents.
pub fn forget_number(element: &mut Element) {
    element.attributes.retain(|(name, _)| name != NUMBER);
}

fn gather(
    element: &mut Element,
    headings: &[(String, usize)],
    bookmarks: &mut Bookmarks,
    entries: &mut Vec<Entry>,
) {
    for child in element.elements_mut() {
        if child.is("w:p") {
            let style = child.find("w:pPr").and_then(|properties| properties.property("w:pStyle"));
            let level = headings.iter().find(|(id, _)| Some(id.as_str()) == style);
            if let Some((_, level)) = level {
                entries.extend(entry(child, *level, bookmarks, entries.len()));
            }
            forget_number(child);
        } else {
            gather(child, headings, bookmarks, entries);
        }
    }
}

fn entry(
    paragraph: &mut Element,
    level: usize,
    bookmarks: &mut Bookmarks,
    before: usize,
) -> Option<Entry> {
    let mut title = String::new();
    words(paragraph, &mut title);
    let title = title.trim().to_owned();
    if title.is_empty() {
        return None;
    }
    let number = paragraph.get(NUMBER).map(str::to_owned);
    let bookmark = format!("_Toc{:08}", before + 1);
    let id = bookmarks.id().to_string();
    let start =
        Element::new("w:bookmarkStart").attr("w:id", id.as_str()).attr("w:name", bookmark.as_str());
    let at = usize::from(paragraph.find("w:pPr").is_some());
    paragraph.children.insert(at, start.into());
    paragraph.children.push(Element::new("w:bookmarkEnd").attr("w:id", id).into());
    Some(Entry { level, number, title, bookmark })
}

fn words(element: &Element, text: &mut String) {
    for child in element.elements() {
        match child.name.as_str() {
            "w:t" => {
                for node in &child.children {
                    if let Node::Text(words) = node {
                        text.push_str(words);
                    }
                }
            }
            "w:br" | "w:tab" => text.push(' '),
            "w:del" | "w:p" | "w:instrText" => {}
            _ => words(child, text),
        }
    }
}

/// Replaces the paragraphs from the one where the field begins to the one where it ends.
fn fill(element: &mut Element, entries: &[Entry], looks: &[String]) {
    let first = element
        .children
        .iter()
        .position(|node| node.element().is_some_and(|paragraph| toc_levels(paragraph).is_some()));
    let Some(first) = first else {
        return element.elements_mut().for_each(|child| fill(child, entries, looks));
    };
    let mut depth = 0;
    let mut last = first;
    for (index, node) in element.children.iter().enumerate().skip(first) {
        last = index;
        depth += node.element().map_or(0, balance);
        if depth <= 0 {
            break;
        }
    }
    let Some(paragraph) = element.children[first].element() else { return };
    let instruction = instruction(paragraph);
    let deepest = toc_levels(paragraph).unwrap_or(2);
    let shown: Vec<&Entry> = entries.iter().filter(|entry| entry.level <= deepest).collect();
    let lines = lines(&shown, looks, &instruction);
    element.children.splice(first..=last, lines);
}

/// How many more fields begin in a paragraph than end.
fn balance(element: &Element) -> i32 {
    let mut balance = 0;
    element.visit(&mut |inner| {
        if inner.is("w:fldChar") {
            match inner.get("w:fldCharType") {
                Some("begin") => balance += 1,
                Some("end") => balance -= 1,
                _ => {}
            }
        }
    });
    balance
}

fn lines(entries: &[&Entry], looks: &[String], instruction: &str) -> Vec<Node> {
    let mut lines: Vec<Element> = entries.iter().map(|entry| line(entry, looks)).collect();
    if lines.is_empty() {
        lines.push(Element::new("w:p"));
    }
    let opening = [
        run(character("begin").attr("w:dirty", "true")),
        run(instruct(instruction)),
        run(character("separate")),
    ];
    let at = usize::from(lines[0].find("w:pPr").is_some());
    lines[0].children.splice(at..at, opening.map(Node::from));
    if let Some(last) = lines.last_mut() {
        last.children.push(run(character("end")).into());
    }
    lines.into_iter().map(Node::from).collect()
}

fn line(entry: &Entry, looks: &[String]) -> Element {
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
    let look = looks.get(entry.level - 1).map_or("", String::as_str);
    Element::new("w:p")
        .child(Element::new("w:pPr").child(Element::val("w:pStyle", look)))
        .child(link)
}

fn run(content: Element) -> Element {
    Element::new("w:r").child(content)
}

fn text(words: &str) -> Element {
    Element::new("w:t").attr("xml:space", "preserve").child(words)
}

fn character(kind: &str) -> Element {
    Element::new("w:fldChar").attr("w:fldCharType", kind)
}

fn instruct(instruction: &str) -> Element {
    Element::new("w:instrText").attr("xml:space", "preserve").child(instruction)
}
