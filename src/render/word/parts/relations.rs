use crate::package::Package;
use crate::render::word::xml::{self, Element};

const NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// What a relationship leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Comments,
    Footnotes,
    Header,
    Hyperlink,
    Image,
    Numbering,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Comments => "comments",
            Self::Footnotes => "footnotes",
            Self::Header => "header",
            Self::Hyperlink => "hyperlink",
            Self::Image => "image",
            Self::Numbering => "numbering",
        }
    }
}

/// The relationships of one part.
#[derive(Debug, Clone)]
pub struct Relations {
    part: String,
    root: Element,
    changed: bool,
}

impl Relations {
    pub fn load(package: &Package, of: &str) -> Self {
        let part = part_of(of);
        let known = package.part(&part).and_then(|bytes| xml::read(bytes).ok());
        let root = known.unwrap_or_else(|| Element::new("Relationships").attr("xmlns", NAMESPACE));
        Self { part, root, changed: false }
    }

    pub fn save(&self, package: &mut Package) {
        if self.changed {
            package.set_part(self.part.as_str(), xml::write(&self.root));
        }
    }

    /// The id of a relationship to that target, made if there is none yet.
    pub fn to(&mut self, kind: Kind, target: &str) -> String {
        let full = format!("{OFFICE}{}", kind.name());
        let same = |relation: &&Element| {
            relation.get("Type") == Some(&full) && relation.get("Target") == Some(target)
        };
        if let Some(id) = self.root.elements().find(same).and_then(|relation| relation.get("Id")) {
            return id.to_owned();
        }
        let id = self.free_id();
        let mut relation = Element::new("Relationship")
            .attr("Id", id.as_str())
            .attr("Type", full)
            .attr("Target", target);
        if kind == Kind::Hyperlink {
            relation.set("TargetMode", "External");
        }
        self.root.children.push(relation.into());
        self.changed = true;
        id
    }

    /// Takes away the relationships of a kind.
    pub fn forget(&mut self, kind: &str) {
        let ends = format!("/{kind}");
        self.root.children.retain(|node| {
            !node
                .element()
                .and_then(|relation| relation.get("Type"))
                .is_some_and(|name| name.ends_with(&ends))
        });
        self.changed = true;
    }

    /// The target of the first relationship of a kind.
    pub fn target(&self, kind: Kind) -> Option<&str> {
        let full = format!("{OFFICE}{}", kind.name());
        let found = self.root.elements().find(|relation| relation.get("Type") == Some(&full))?;
        found.get("Target")
    }

    /// The kind and target of what lies outside the package, but for hyperlinks.
    pub fn external(&self) -> impl Iterator<Item = (&str, &str)> {
        let outside = |relation: &&Element| relation.get("TargetMode") == Some("External");
        self.root.elements().filter(outside).filter_map(|relation| {
            let kind = relation.get("Type")?.rsplit('/').next()?;
            (kind != "hyperlink").then_some((kind, relation.get("Target")?))
        })
    }

    fn free_id(&self) -> String {
        let highest = self
            .root
            .elements()
            .filter_map(|relation| relation.get("Id")?.strip_prefix("rId")?.parse::<u32>().ok())
            .max();
        format!("rId{}", highest.unwrap_or(0) + 1)
    }
}

/// `word/document.xml` → `word/_rels/document.xml.rels`.
fn part_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    if folder.is_empty() {
        format!("_rels/{name}.rels")
    } else {
        format!("{folder}/_rels/{name}.rels")
    }
}
