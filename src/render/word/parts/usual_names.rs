use std::collections::BTreeMap;

use super::DOCUMENT;
use super::content_types::ContentTypes;
use super::relations::{Relations, relative, resolved};
use crate::package::Package;

/// What the package leads to.
const OF_PACKAGE: [(&str, &str); 4] = [
    ("officeDocument", DOCUMENT),
    ("core-properties", "docProps/core.xml"),
    ("extended-properties", "docProps/app.xml"),
    ("custom-properties", "docProps/custom.xml"),
];

/// What the body leads to.
const OF_BODY: [(&str, &str); 5] = [
    ("styles", "word/styles.xml"),
    ("numbering", "word/numbering.xml"),
    ("settings", "word/settings.xml"),
    ("footnotes", "word/footnotes.xml"),
    ("endnotes", "word/endnotes.xml"),
];

/// Gives the parts of a Word file the names that Word on a desk gives them: other programs have
/// names of their own, and only relationships tell which part is which.
pub fn usual_names(package: &mut Package) {
    let mut names = Names::default();
    names.related(package, "", &OF_PACKAGE);
    let body = names.new.iter().find(|(_, new)| *new == DOCUMENT).map(|(old, _)| old.clone());
    let Some(body) = body else { return };
    let types = ContentTypes::load(package);
    if types.kind(&body).is_some_and(|kind| kind.contains("word")) {
        names.related(package, &body, &OF_BODY);
        if names.differ {
            names.apply(package, types);
        }
    }
}

/// The new name of each part by its old one.
#[derive(Default)]
struct Names {
    new: BTreeMap<String, String>,
    /// Whether any part has another name, or is led to in another way.
    differ: bool,
}

impl Names {
    fn related(&mut self, package: &Package, owner: &str, usual: &[(&str, &str)]) {
        let relations = Relations::load(package, owner);
        for (kind, target) in relations.internal() {
            let old = resolved(owner, target);
            let fixed = usual.iter().find(|(known, _)| *known == kind);
            let new = match (fixed, kind) {
                (Some((_, new)), _) => (*new).to_owned(),
                (None, "header" | "footer") => self.numbered(package, kind, &old),
                _ => continue,
            };
            if package.part(&old).is_some() {
                self.differ |= target != relative(owner, &new);
                self.new.insert(old, new);
            }
        }
    }

    /// The name of a header or footer, of which there may be many.
    fn numbered(&self, package: &Package, kind: &str, old: &str) -> String {
        let stem = format!("word/{kind}");
        if old.starts_with(&stem) && old.ends_with(".xml") {
            return old.to_owned();
        }
        let is_free = |name: &String| {
            package.part(name).is_none() && !self.new.values().any(|taken| taken == name)
        };
        let mut numbered = (1_u32..).map(|number| format!("{stem}{number}.xml"));
        numbered.find(is_free).unwrap_or_default()
    }

    fn apply(&self, package: &mut Package, mut types: ContentTypes) {
        self.redirect(package);
        let moved: Vec<(&String, &String)> =
            self.new.iter().filter(|(old, new)| old != new).collect();
        let mut taken = Vec::new();
        for (old, new) in moved {
            let kind = types.kind(old).map(str::to_owned);
            types.forget(old);
            taken.push((new, package.part(old).map(<[u8]>::to_vec), kind));
            package.remove_part(old);
        }
        for (new, bytes, kind) in taken {
            package.set_part(new.as_str(), bytes.unwrap_or_default());
            types.part(new, &kind.unwrap_or_default());
        }
        types.save(package);
    }

    /// Lets all relationships lead to the new names.
    fn redirect(&self, package: &mut Package) {
        let parts: Vec<String> = package.names().map(str::to_owned).collect();
        for old in std::iter::once(String::new()).chain(parts) {
            let mut relations = Relations::load(package, &old);
            if relations.is_empty() {
                continue;
            }
            let new = self.new.get(&old).unwrap_or(&old);
            package.remove_part(relations.part());
            relations.redirect(new, &mut |relation| {
                let target = resolved(&old, &relation.target);
                Some(match self.new.get(&target) {
                    Some(renamed) => relative(new, renamed),
                    None if *new == old => relation.target.clone(),
                    None => relative(new, &target),
                })
            });
            relations.save(package);
        }
    }
}
