//! The ids in parts that stay as they are, which nothing else in the document may have.

use std::collections::HashSet;

use super::xml::Element;

/// What it is that no two of may have the same id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Drawing,
    Bookmark,
    BookmarkName,
    Control,
    Paragraph,
}

#[derive(Debug, Default)]
pub struct Taken(HashSet<(Kind, String)>);

impl Taken {
    /// Takes the ids of a part; none of them, when one is there twice or is taken already.
    pub fn take(&mut self, root: &Element) -> bool {
        let mut own = HashSet::new();
        let mut clashes = false;
        root.visit(&mut |element| {
            for (kind, id) in ids(element) {
                let taken = self.has(kind, &id) || !own.insert((kind, id));
                // Word itself gives both copies of a text box the same paragraph ids.
                clashes |= taken && kind != Kind::Paragraph;
            }
        });
        if !clashes {
            self.0.extend(own);
        }
        !clashes
    }

    /// The names of the bookmarks.
    pub fn bookmarks(&self) -> impl Iterator<Item = &str> {
        let names = self.0.iter().filter(|(kind, _)| *kind == Kind::BookmarkName);
        names.map(|(_, name)| name.as_str())
    }

    pub fn has(&self, kind: Kind, id: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&(kind, id.to_owned()))
    }
}

fn ids(element: &Element) -> Vec<(Kind, String)> {
    let number =
        |id: Option<&str>| id.and_then(|id| id.parse::<i64>().ok()).map(|id| id.to_string());
    let word = |id: Option<&str>| id.map(str::to_lowercase);
    let mut found = vec![(Kind::Paragraph, element.get("w14:paraId").map(str::to_owned))];
    match element.name.as_str() {
        "wp:docPr" => found.push((Kind::Drawing, number(element.get("id")))),
        "w:sdtPr" => found.push((Kind::Control, number(element.property("w:id")))),
        "w:bookmarkStart" => {
            found.push((Kind::Bookmark, number(element.get("w:id"))));
            found.push((Kind::BookmarkName, word(element.get("w:name"))));
        }
        _ => {}
    }
    found.into_iter().filter_map(|(kind, id)| Some((kind, id?))).collect()
}
