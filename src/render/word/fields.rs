//! Asks Word to count a template's own fields again, where merging may have made them wrong.

use super::xml::{Element, Node};

/// Fields whose stored result counts something or repeats it.
const COUNTED: [&str; 3] = ["REF", "SEQ", "PAGEREF"];

/// Marks the template's own cross-references and counts for Word to update; all others stay.
pub fn mark_stale(root: &mut Element) {
    let mut fields = Fields::default();
    root.visit(&mut |element| fields.read(element));
    let mut stale = fields.instructions.iter().map(|instruction| is_counted(instruction));
    root.visit_mut(&mut |element| {
        let is_stale = match (element.name.as_str(), element.get("w:fldCharType")) {
            ("w:fldSimple", _) => is_counted(element.get("w:instr").unwrap_or_default()),
            ("w:fldChar", Some("begin")) => stale.next().unwrap_or_default(),
            _ => false,
        };
        if is_stale {
            element.set("w:dirty", "true");
        }
    });
}

/// The instructions of the fields of a part, in the order in which they begin.
#[derive(Default)]
struct Fields {
    instructions: Vec<String>,
    /// The fields under way, the innermost last.
    open: Vec<usize>,
}

impl Fields {
    fn read(&mut self, element: &Element) {
        match (element.name.as_str(), element.get("w:fldCharType")) {
            ("w:fldChar", Some("begin")) => {
                self.open.push(self.instructions.len());
                self.instructions.push(String::new());
            }
            ("w:fldChar", Some("end")) => {
                self.open.pop();
            }
            ("w:instrText", _) => {
                let Some(field) = self.open.last() else { return };
                let words = element.children.iter().filter_map(|node| match node {
                    Node::Text(words) => Some(words.as_str()),
                    _ => None,
                });
                self.instructions[*field].extend(words);
            }
            _ => {}
        }
    }
}

fn is_counted(instruction: &str) -> bool {
    let name = instruction.split_whitespace().next().unwrap_or_default();
    COUNTED.iter().any(|counted| name.eq_ignore_ascii_case(counted))
}
