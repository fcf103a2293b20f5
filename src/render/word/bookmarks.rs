use std::collections::HashMap;

use super::xml::{Element, Node};

/// Gives the bookmarks of a body names that no other has, and what refers to them with them.
pub fn rename_bookmarks(body: &mut Element, prefix: &str) {
    let mut names: HashMap<String, String> = HashMap::new();
    body.visit(&mut |element| {
        if let Some(name) = element.get("w:name").filter(|_| element.is("w:bookmarkStart")) {
            let next = format!("{prefix}_{}", names.len() + 1);
            names.entry(name.to_owned()).or_insert(next);
        }
    });
    let renamed = |instruction: &str| -> String {
        let words = instruction.split(' ');
        words.map(|word| names.get(word).map_or(word, String::as_str)).collect::<Vec<_>>().join(" ")
    };
    body.visit_mut(&mut |element| {
        let attribute = match element.name.as_str() {
            "w:bookmarkStart" => "w:name",
            "w:hyperlink" => "w:anchor",
            "w:fldSimple" => "w:instr",
            _ => "",
        };
        if let Some(value) = element.get(attribute).map(renamed) {
            element.set(attribute, value);
        }
        if element.is("w:instrText") {
            for node in &mut element.children {
                if let Node::Text(instruction) = node {
                    *instruction = renamed(instruction);
                }
            }
        }
    });
}
