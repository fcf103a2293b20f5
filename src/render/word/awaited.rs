//! Marks what is awaited, `[afventer: …]`, where it comes in as a value or is typed in a template.

use std::ops::Range;

use super::parts::Styles;
use super::template::is_apart;
use super::xml::{Element, Node};

const OPEN: &str = "[afventer:";

/// Whether something awaited stands in a part.
pub fn awaits(root: &Element) -> bool {
    root.is("w:p") && !ranges(root).is_empty() || root.elements().any(awaits)
}

/// Gives every mark the style of what is awaited.
pub fn mark_awaited(root: &mut Element, styles: &mut Styles) {
    if root.is("w:p") && holds_bracket(root) {
        let ranges = ranges(root);
        if !ranges.is_empty() {
            let style = styles.character("Afventer");
            Marker { ranges: &ranges, at: 0, style: &style }.inside(root);
        }
    }
    for child in root.elements_mut() {
        mark_awaited(child, styles);
    }
}

/// Whether a mark may begin in an element; most paragraphs need not be read further.
fn holds_bracket(element: &Element) -> bool {
    element.children.iter().any(|node| match node {
        Node::Text(text) => text.contains('['),
        Node::Element(child) => holds_bracket(child),
        Node::Tag(_) => false,
    })
}

/// Where the marks stand in the text of a paragraph, in bytes.
fn ranges(paragraph: &Element) -> Vec<Range<usize>> {
    let mut text = String::new();
    gather(paragraph, &mut text);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(OPEN).map(|at| from + at)
        && let Some(length) = text[start..].find(']')
    {
        from = start + length + 1;
        found.push(start..from);
    }
    found
}

fn gather(element: &Element, text: &mut String) {
    for child in element.elements().filter(|child| !is_apart(&child.name)) {
        if child.is("w:r") {
            child.elements().filter_map(words).for_each(|words| text.push_str(&words));
        } else {
            gather(child, text);
        }
    }
}

fn words(element: &Element) -> Option<String> {
    let text = |node: &Node| match node {
        Node::Text(text) => Some(text.clone()),
        _ => None,
    };
    element.is("w:t").then(|| element.children.iter().filter_map(text).collect())
}

/// Walks a paragraph as [`gather`] does and divides the runs that hold marks.
struct Marker<'a> {
    ranges: &'a [Range<usize>],
    at: usize,
    style: &'a str,
}

impl Marker<'_> {
    fn inside(&mut self, element: &mut Element) {
        for node in std::mem::take(&mut element.children) {
            match node {
                Node::Element(run) if run.is("w:r") => {
                    element.children.extend(self.run(run).into_iter().map(Node::from));
                }
                Node::Element(mut child) if !is_apart(&child.name) => {
                    self.inside(&mut child);
                    element.children.push(child.into());
                }
                other => element.children.push(other),
            }
        }
    }

    fn run(&mut self, run: Element) -> Vec<Element> {
        let length = run.elements().filter_map(words).map(|words| words.len()).sum::<usize>();
        let whole = self.at..self.at + length;
        if !self.ranges.iter().any(|mark| mark.start < whole.end && whole.start < mark.end) {
            self.at = whole.end;
            return vec![run];
        }
        let mut host = Element { children: Vec::new(), ..run.clone() };
        let mut pieces: Vec<(bool, Element)> = Vec::new();
        for node in run.children {
            if node.is("w:rPr") {
                host.children.push(node);
                continue;
            }
            for (marked, node) in self.pieces(node) {
                match pieces.last_mut() {
                    Some((same, piece)) if *same == marked => piece.children.push(node),
                    _ => pieces.push((marked, host.clone().child(node))),
                }
            }
        }
        pieces
            .into_iter()
            .map(|(marked, piece)| if marked { self.styled(piece) } else { piece })
            .collect()
    }

    /// What stands in a run, its text divided at the edges of marks.
    fn pieces(&mut self, node: Node) -> Vec<(bool, Node)> {
        let text = node.element().and_then(words).filter(|words| !words.is_empty());
        let Some(text) = text else {
            let at = self.at;
            return vec![(self.ranges.iter().any(|mark| mark.start < at && at < mark.end), node)];
        };
        let whole = self.at..self.at + text.len();
        self.at = whole.end;
        let mut edges: Vec<usize> =
            self.ranges.iter().flat_map(|mark| [mark.start, mark.end]).collect();
        edges.retain(|edge| whole.start < *edge && *edge < whole.end);
        edges.insert(0, whole.start);
        edges.push(whole.end);
        let marked = |at: usize| self.ranges.iter().any(|mark| mark.contains(&at));
        if edges.len() == 2 {
            return vec![(marked(whole.start), node)];
        }
        edges
            .windows(2)
            .map(|edge| {
                let words = &text[edge[0] - whole.start..edge[1] - whole.start];
                let words = Element::new("w:t").attr("xml:space", "preserve").child(words);
                (marked(edge[0]), words.into())
            })
            .collect()
    }

    fn styled(&self, mut run: Element) -> Element {
        let format = run.require("w:rPr");
        format.children.retain(|node| !node.is("w:rStyle"));
        format.children.insert(0, Element::val("w:rStyle", self.style).into());
        run
    }
}
