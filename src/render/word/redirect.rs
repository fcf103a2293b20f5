//! Lets what refers to bookmarks follow when they get other names.

use std::collections::HashMap;

use super::bookmarks::Bookmarks;
use super::fields::{is_named, rewrite, words};
use super::xml::Element;

/// Fields whose instructions name bookmarks.
const REFERRING: [&str; 5] = ["REF", "PAGEREF", "NOTEREF", "HYPERLINK", "TOC"];

/// Gives the bookmarks of a body names that no other has, and what refers to them with them.
pub fn rename_bookmarks(body: &mut Element, prefix: &str, bookmarks: &mut Bookmarks) {
    let mut names: HashMap<String, String> = HashMap::new();
    body.visit_mut(&mut |element| {
        let Some(name) = element.get("w:name").filter(|_| element.is("w:bookmarkStart")) else {
            return;
        };
        let next = names.len() + 1;
        let fresh = || bookmarks.fresh(next, |number| format!("{prefix}_{number}"));
        let name = names.entry(name.to_lowercase()).or_insert_with(fresh).as_str();
        element.set("w:name", name);
    });
    redirect(body, &|name, _| names.get(&name.to_lowercase()).cloned());
}

/// Changes the names of bookmarks that links and fields lead to, where there is another one for a
/// name in an element.
pub fn redirect(root: &mut Element, renamed: &impl Fn(&str, &Element) -> Option<String>) {
    rewrite(root, &|instruction, element| redirected(instruction, |name| renamed(name, element)));
    root.visit_mut(&mut |element| {
        let other = |name: &str| renamed(name, element);
        let (attribute, value) = match element.name.as_str() {
            "w:hyperlink" => ("w:anchor", element.get("w:anchor").and_then(other)),
            "w:fldSimple" => {
                let instruction = element.get("w:instr");
                ("w:instr", instruction.and_then(|instruction| redirected(instruction, other)))
            }
            _ => return,
        };
        if let Some(value) = value {
            element.set(attribute, value);
        }
    });
}

fn redirected(instruction: &str, renamed: impl Fn(&str) -> Option<String>) -> Option<String> {
    if !is_named(instruction, &REFERRING) {
        return None;
    }
    let mut changed = instruction.to_owned();
    for range in words(instruction).into_iter().skip(1).rev() {
        if let Some(name) = renamed(&instruction[range.clone()]) {
            changed.replace_range(range, &name);
        }
    }
    (changed != instruction).then_some(changed)
}
