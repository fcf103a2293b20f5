//! Comments that an earlier check wrote, found so that they do not pile up.

use std::collections::BTreeSet;
use std::ops::Range;

use quick_xml::events::{BytesStart, Event};

use super::comment::AUTHOR;
use super::edits::Edits;
use super::walk::walk;

/// The elements of a part that an earlier check wrote, and the ids that are in use.
#[derive(Debug, Default)]
pub struct Own {
    pub ids: BTreeSet<String>,
    /// What of the part is to go.
    pub bytes: Vec<Range<usize>>,
    /// The highest id of anybody else's comments.
    pub highest: i64,
}

impl Own {
    /// Reads the part of comments; none when it is no XML.
    pub fn comments(xml: &str) -> Option<Self> {
        let mut own = Self::default();
        let mut open = None;
        walk(xml, |event, bytes| match event {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "w:comment" => {
                let id = attribute(tag, "w:id").unwrap_or_default();
                if attribute(tag, "w:author").as_deref() == Some(AUTHOR) {
                    open = Some(bytes.start);
                    own.ids.insert(id);
                } else {
                    own.keep_clear(&id);
                }
            }
            Event::End(tag) if tag.name().as_ref() == "w:comment" => {
                own.bytes.extend(open.take().map(|start| start..bytes.end));
            }
            _ => {}
        })?;
        Some(own)
    }

    /// Reads the marks of those comments in the body; none when it is no XML.
    pub fn marks(xml: &str, ids: &BTreeSet<String>) -> Option<Self> {
        let mut own = Self::default();
        let mut runs: Vec<Run> = Vec::new();
        let mut depth = 0_usize;
        walk(xml, |event, bytes| match event {
            Event::Start(tag) => {
                depth += 1;
                if tag.name().as_ref() == "w:r" {
                    runs.push(Run { start: bytes.start, depth, ..Run::default() });
                } else {
                    own.mark(tag, bytes, ids, runs.last_mut(), depth);
                }
            }
            Event::Empty(tag) => own.mark(tag, bytes, ids, runs.last_mut(), depth + 1),
            Event::End(_) => {
                if let Some(run) = runs.pop_if(|run| run.depth == depth) {
                    own.bytes.extend(run.own(bytes.end));
                }
                depth = depth.saturating_sub(1);
            }
            _ => {}
        })?;
        Some(own)
    }

    fn mark(
        &mut self,
        tag: &BytesStart<'_>,
        bytes: &Range<usize>,
        ids: &BTreeSet<String>,
        run: Option<&mut Run>,
        depth: usize,
    ) {
        let name = tag.name();
        let id = || attribute(tag, "w:id").unwrap_or_default();
        match name.as_ref() {
            "w:commentRangeStart" | "w:commentRangeEnd" => {
                if ids.contains(&id()) {
                    self.bytes.push(bytes.clone());
                } else {
                    self.keep_clear(&id());
                }
            }
            "w:commentReference" if ids.contains(&id()) => {
                if let Some(run) = run {
                    run.references.push(bytes.clone());
                }
            }
            name => {
                if let Some(run) = run.filter(|run| run.depth + 1 == depth && name != "w:rPr") {
                    run.holds_more = true;
                }
            }
        }
    }

    fn keep_clear(&mut self, id: &str) {
        self.highest = self.highest.max(id.parse().unwrap_or(0));
    }

    /// Takes away what an earlier check wrote.
    pub fn remove(&self, xml: &str) -> String {
        let mut edits = Edits::default();
        for bytes in &self.bytes {
            edits.replace(bytes.clone(), "");
        }
        edits.apply(xml)
    }
}

#[derive(Debug, Default)]
struct Run {
    start: usize,
    depth: usize,
    references: Vec<Range<usize>>,
    holds_more: bool,
}

impl Run {
    /// What is to go: the run with its reference, unless there is more in it.
    fn own(mut self, end: usize) -> Vec<Range<usize>> {
        if !self.holds_more && !self.references.is_empty() {
            self.references.clear();
            self.references.push(self.start..end);
        }
        self.references
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    let value = found.normalized_value(quick_xml::XmlVersion::Explicit1_0).ok()?;
    Some(value.into_owned())
}
