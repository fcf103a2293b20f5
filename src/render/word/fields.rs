//! The fields of a template: their instructions, and which of them Word is to count again.

use std::collections::HashMap;
use std::ops::Range;

use super::xml::Element;

/// Fields whose stored result counts something or repeats it.
const COUNTED: [&str; 4] = ["REF", "SEQ", "PAGEREF", "TOC"];

/// Marks the template's own cross-references and counts for Word to update; all others stay.
pub fn mark_stale(root: &mut Element) {
    let instructions = instructions(root);
    let mut stale = instructions.iter().map(|instruction| is_named(instruction, &COUNTED));
    root.visit_mut(&mut |element| {
        let is_stale = match (element.name.as_str(), element.get("w:fldCharType")) {
            ("w:fldSimple", _) => is_named(element.get("w:instr").unwrap_or_default(), &COUNTED),
            ("w:fldChar", Some("begin")) => stale.next().unwrap_or_default(),
            _ => false,
        };
        if is_stale {
            element.set("w:dirty", "true");
        }
    });
}

/// Gives the fields in runs other instructions, where there is another one for what a field has in
/// an element.
pub fn rewrite(root: &mut Element, other: &impl Fn(&str, &Element) -> Option<String>) {
    let mut fields = Fields::default();
    root.visit(&mut |element| fields.read(element));
    let mut changed: HashMap<usize, bool> = HashMap::new();
    let rewritten = fields.texts.iter().map(|(field, element)| {
        let Some(field) = field else {
            return other(&element.texts().collect::<String>(), element);
        };
        if let Some(changed) = changed.get(field) {
            // The first run of a field has the whole instruction.
            return changed.then(String::new);
        }
        let text = other(&fields.instructions[*field], element);
        changed.insert(*field, text.is_some());
        text
    });
    let mut rewritten = rewritten.collect::<Vec<_>>().into_iter();
    root.visit_mut(&mut |element| {
        if element.is("w:instrText")
            && let Some(text) = rewritten.next().flatten()
        {
            element.set("xml:space", "preserve");
            element.children = vec![text.into()];
        }
    });
}

/// The instructions of the fields of a part, in the order in which they begin.
#[derive(Default)]
struct Fields<'e> {
    instructions: Vec<String>,
    /// The fields under way, the innermost last.
    open: Vec<usize>,
    /// The texts that make up the instructions, each with the field under way.
    texts: Vec<(Option<usize>, &'e Element)>,
}

impl<'e> Fields<'e> {
    fn read(&mut self, element: &'e Element) {
        match (element.name.as_str(), element.get("w:fldCharType")) {
            ("w:fldChar", Some("begin")) => {
                self.open.push(self.instructions.len());
                self.instructions.push(String::new());
            }
            ("w:fldChar", Some("end")) => {
                self.open.pop();
            }
            ("w:instrText", _) => {
                let field = self.open.last().copied();
                self.texts.push((field, element));
                if let Some(field) = field {
                    self.instructions[field].extend(element.texts());
                }
            }
            _ => {}
        }
    }
}

/// The instructions of the fields of a part that stand in runs.
pub fn instructions(root: &Element) -> Vec<String> {
    let mut fields = Fields::default();
    root.visit(&mut |element| fields.read(element));
    fields.instructions
}

/// Whether the field of an instruction is one of those.
pub fn is_named(instruction: &str, names: &[&str]) -> bool {
    let first = words(instruction).into_iter().next().map(|range| &instruction[range]);
    first.is_some_and(|first| names.iter().any(|name| first.eq_ignore_ascii_case(name)))
}

/// Where the words of an instruction stand; what is in quotes is one word.
pub fn words(instruction: &str) -> Vec<Range<usize>> {
    let (mut words, mut start, mut quoted) = (Vec::new(), None, false);
    for (at, letter) in instruction.char_indices() {
        let quote = matches!(letter, '"' | '“' | '”');
        if quote || (letter.is_whitespace() && !quoted) {
            words.extend(start.take().map(|start| start..at));
            quoted ^= quote;
        } else {
            start.get_or_insert(at);
        }
    }
    words.extend(start.map(|start| start..instruction.len()));
    words
}
