use docx_rs::{
    BreakType, FieldCharType, FootnoteReference, Hyperlink, HyperlinkData, InstrText, Paragraph,
    ParagraphChild, Run, RunChild,
};

use super::scribe::Scribe;
use crate::render::word::marks;
use crate::render::word::parts::RelationKind;
use crate::text::tree::{Inline, Reference, plain_text};

/// The colours of what only the new and only the old of two compared editions has.
const NEW: &str = "1B5E20";
const OLD: &str = "9B1C1C";

/// How a stretch of text looks beside its style.
#[derive(Debug, Clone, Copy, Default)]
pub struct Look {
    pub strong: bool,
    pub emphasis: bool,
    link: bool,
}

impl Look {
    pub const STRONG: Self = Self { strong: true, emphasis: false, link: false };
    pub const EMPHASIS: Self = Self { strong: false, emphasis: true, link: false };
}

impl Scribe<'_, '_> {
    /// Adds running text to a paragraph.
    pub fn fill(&mut self, paragraph: Paragraph, content: &[Inline], look: Look) -> Paragraph {
        let mut paragraph = paragraph;
        for child in self.inlines(content, look) {
            paragraph = match child {
                ParagraphChild::Run(run) => paragraph.add_run(*run),
                ParagraphChild::Hyperlink(link) => paragraph.add_hyperlink(link),
                _ => paragraph,
            };
        }
        paragraph
    }

    fn inlines(&mut self, content: &[Inline], look: Look) -> Vec<ParagraphChild> {
        content.iter().flat_map(|inline| self.inline(inline, look)).collect()
    }

    fn inline(&mut self, inline: &Inline, look: Look) -> Vec<ParagraphChild> {
        match inline {
            Inline::Text(text) => vec![child(self.run(text, look))],
            Inline::Emphasis(inner) => {
                // Emphasis within emphasis stands upright again.
                self.inlines(inner, Look { emphasis: !look.emphasis, ..look })
            }
            Inline::Strong(inner) => self.inlines(inner, Look { strong: true, ..look }),
            Inline::Link { url, content, .. } => self.link(url, content, look),
            Inline::Reference(reference) => self.reference(reference, look),
            Inline::Footnote(blocks) => {
                let id = self.footnote(blocks);
                let style = self.desk.styles.character("footnote reference");
                let mut run = Run::new().style(&style);
                run.children.push(RunChild::FootnoteReference(FootnoteReference::new(id)));
                vec![child(run)]
            }
            Inline::Verbatim(text) => {
                let style = self.desk.styles.character("Kode");
                vec![child(words(Run::new().style(&style), text))]
            }
            Inline::LineBreak => vec![child(Run::new().add_break(BreakType::TextWrapping))],
            Inline::Pending(what) => {
                let style = self.desk.styles.character("Afventer");
                vec![child(words(Run::new().style(&style), &format!("[afventer: {what}]")))]
            }
            Inline::Field(_) => Vec::new(),
            Inline::Marked(mark, inner) => {
                self.with_mark(*mark, |scribe| scribe.inlines(inner, look))
            }
        }
    }

    fn run(&mut self, text: &str, look: Look) -> Run {
        let mut run = Run::new();
        if look.link {
            run = run.style(&self.desk.styles.character("Hyperlink"));
        }
        if look.strong {
            run = run.bold();
        }
        if look.emphasis {
            run = run.italic();
        }
        words(self.told_apart(run), text)
    }

    fn told_apart(&self, run: Run) -> Run {
        match self.mark {
            None => run,
            Some(mark) if mark.is_new() => run.underline("single").color(NEW),
            Some(_) => run.strike().color(OLD),
        }
    }

    fn link(&mut self, url: &str, content: &[Inline], look: Look) -> Vec<ParagraphChild> {
        let target: String = marks::plain(url).chars().filter(|c| !c.is_whitespace()).collect();
        if target.is_empty() {
            return self.inlines(content, look);
        }
        let rid = self.relations.to(RelationKind::Hyperlink, &target);
        let link = HyperlinkData::External { rid, path: String::new() };
        self.hyperlink(link, content, Look { link: true, ..look })
    }

    fn reference(&mut self, reference: &Reference, look: Look) -> Vec<ParagraphChild> {
        if !reference.internal {
            return self.inlines(&reference.content, look);
        }
        let anchor = self.desk.bookmarks.name(&reference.target);
        let link = HyperlinkData::Anchor { anchor: anchor.clone() };
        let Some(number) = &reference.number else {
            return self.hyperlink(link, &reference.content, look);
        };
        let words = plain_text(&reference.content);
        let before = words.strip_suffix(number.as_str()).unwrap_or_default();
        // A chapter's number is that of its paragraph, a table's stands in its caption.
        let paragraph = if reference.target.starts_with("kapitel:") { "\\r " } else { "" };
        let mut children = vec![child(self.run(before, look))];
        let instruction = format!(" REF {anchor} {paragraph}\\h ");
        children.extend(self.field(&instruction, number, look).map(child));
        vec![ParagraphChild::Hyperlink(Hyperlink { link, history: Some(1), children })]
    }

    /// A field that Word can count again, with its result.
    fn field(&mut self, instruction: &str, result: &str, look: Look) -> [Run; 5] {
        let character = |kind| Run::new().add_field_char(kind, false);
        [
            character(FieldCharType::Begin),
            Run::new().add_instr_text(InstrText::Unsupported(instruction.to_owned())),
            character(FieldCharType::Separate),
            self.run(result, look),
            character(FieldCharType::End),
        ]
    }

    /// A link holds runs only; what else stands in its words stays beside it.
    fn hyperlink(
        &mut self,
        link: HyperlinkData,
        content: &[Inline],
        look: Look,
    ) -> Vec<ParagraphChild> {
        let mut hyperlink = Hyperlink { link, history: Some(1), children: Vec::new() };
        let mut beside = Vec::new();
        for child in self.inlines(content, look) {
            match child {
                ParagraphChild::Run(_) => hyperlink.children.push(child),
                other => beside.push(other),
            }
        }
        let mut found = vec![ParagraphChild::Hyperlink(hyperlink)];
        found.extend(beside);
        found
    }
}

fn child(run: Run) -> ParagraphChild {
    ParagraphChild::Run(Box::new(run))
}

/// Adds text to a run, line breaks and tabs as elements, without what XML forbids.
pub fn words(run: Run, text: &str) -> Run {
    let mut run = run;
    let legal: String = marks::letters(text).collect();
    for (index, line) in legal.split(marks::BREAK).enumerate() {
        if index > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (index, stretch) in line.split(marks::TAB).enumerate() {
            if index > 0 {
                run = run.add_tab();
            }
            if !stretch.is_empty() {
                run = run.add_text(stretch);
            }
        }
    }
    run
}
