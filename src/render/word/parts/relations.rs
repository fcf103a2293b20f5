use crate::package::Package;
use crate::render::word::xml::{self, Element};

const NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// What a relationship leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Endnotes,
    Footnotes,
    Header,
    Hyperlink,
    Image,
    Numbering,
    Settings,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Endnotes => "endnotes",
            Self::Footnotes => "footnotes",
            Self::Header => "header",
            Self::Hyperlink => "hyperlink",
            Self::Image => "image",
            Self::Numbering => "numbering",
            Self::Settings => "settings",
        }
    }
}

/// What one relationship says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The full name of its type.
    pub kind: String,
    pub target: String,
    /// Whether the target lies outside the package.
    pub external: bool,
}

impl Relation {
    pub fn has_tag(&self) -> bool {
        self.target.contains("{{") || self.target.contains("%7B%7B")
    }

    /// The target with the braces of tags, which Word writes as percent codes.
    pub fn readable(&self) -> String {
        if self.has_tag() {
            self.target.replace("%7B", "{").replace("%7D", "}").replace("%20", " ")
        } else {
            self.target.clone()
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
        known.map_or_else(|| Self::none(of), |root| Self { part, root, changed: false })
    }

    pub fn none(of: &str) -> Self {
        let root = Element::new("Relationships").attr("xmlns", NAMESPACE);
        Self { part: part_of(of), root, changed: false }
    }

    pub fn save(&self, package: &mut Package) {
        if self.changed {
            package.set_part(self.part.as_str(), xml::write(&self.root));
        }
    }

    /// The id of a relationship to that target, made if there is none yet.
    pub fn to(&mut self, kind: Kind, target: &str) -> String {
        self.add(&Relation {
            kind: format!("{OFFICE}{}", kind.name()),
            target: target.to_owned(),
            external: kind == Kind::Hyperlink,
        })
    }

    /// The id of a relationship that says this, made if there is none yet.
    pub fn add(&mut self, relation: &Relation) -> String {
        let same = |known: &&Element| {
            known.get("Type") == Some(&relation.kind)
                && known.get("Target") == Some(&relation.target)
        };
        if let Some(id) = self.root.elements().find(same).and_then(|known| known.get("Id")) {
            return id.to_owned();
        }
        let id = self.free_id();
        let mut made = Element::new("Relationship")
            .attr("Id", id.as_str())
            .attr("Type", relation.kind.as_str())
            .attr("Target", relation.target.as_str());
        if relation.external {
            made.set("TargetMode", "External");
        }
        self.root.children.push(made.into());
        self.changed = true;
        id
    }

    /// Whether a target has tags to be merged.
    pub fn have_tags(&self) -> bool {
        self.root.elements().filter_map(read).any(|relation| relation.has_tag())
    }

    /// Takes away the relationships whose targets have tags.
    pub fn forget_tags(&mut self) {
        if self.have_tags() {
            self.changed = true;
            self.root.children.retain(|node| {
                !node.element().and_then(read).is_some_and(|relation| relation.has_tag())
            });
        }
    }

    pub fn is_empty(&self) -> bool {
        self.root.children.is_empty()
    }

    pub fn get(&self, id: &str) -> Option<Relation> {
        let known = self.root.elements().find(|known| known.get("Id") == Some(id))?;
        read(known)
    }

    /// Replaces every target inside the package.
    pub fn redirect(&mut self, part: &str, to: &mut dyn FnMut(&Relation) -> Option<String>) {
        self.part = part_of(part);
        self.changed = true;
        self.root.children.retain_mut(|node| {
            let Some(known) = node.element_mut() else { return false };
            match read(known) {
                Some(relation) if relation.external => true,
                Some(relation) => to(&relation).map(|target| known.set("Target", target)).is_some(),
                None => false,
            }
        });
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

    fn free_id(&self) -> String {
        let highest = self
            .root
            .elements()
            .filter_map(|relation| relation.get("Id")?.strip_prefix("rId")?.parse::<u32>().ok())
            .max();
        match highest.unwrap_or(0).checked_add(1) {
            Some(next) => format!("rId{next}"),
            None => self.gap(),
        }
    }

    /// A number that no relationship has, when the last one there is has been used.
    fn gap(&self) -> String {
        let free = |id: &String| !self.root.elements().any(|known| known.get("Id") == Some(id));
        (1_u32..).map(|number| format!("rId{number}")).find(free).unwrap_or_default()
    }
}

fn read(known: &Element) -> Option<Relation> {
    Some(Relation {
        kind: known.get("Type")?.to_owned(),
        target: known.get("Target")?.to_owned(),
        external: known.get("TargetMode") == Some("External"),
    })
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
