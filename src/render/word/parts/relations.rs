use std::collections::HashMap;

use crate::package::Package;
use crate::render::word::xml::{self, Element};

const NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// What a relationship leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Comments,
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
            Self::Comments => "comments",
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
        ["{{", "%7B%7B", "%7b%7b"].iter().any(|braces| self.target.contains(braces))
    }

    /// The target with its tags as they were typed; Word writes them with percent codes.
    pub fn readable(&self) -> String {
        let braced = [("%7B", "{"), ("%7b", "{"), ("%7D", "}"), ("%7d", "}")]
            .iter()
            .fold(self.target.clone(), |target, (code, brace)| target.replace(code, brace));
        let mut readable = String::new();
        let mut rest = braced.as_str();
        while let Some(start) = rest.find("{{")
            && let Some(length) = rest[start..].find("}}")
        {
            readable.push_str(&rest[..start]);
            readable.push_str(&decoded(&rest[start..start + length]));
            rest = &rest[start + length..];
        }
        readable + rest
    }
}

/// The relationships of one part.
#[derive(Debug, Clone)]
pub struct Relations {
    part: String,
    root: Element,
    changed: bool,
    /// The first id for each kind and target.
    ids: HashMap<(String, String), String>,
    /// Where the relationship of an id stands.
    places: HashMap<String, usize>,
    /// The number to try for the next id.
    next: u32,
}

impl Relations {
    pub fn load(package: &Package, of: &str) -> Self {
        let part = part_of(of);
        let known = package.part(&part).and_then(|bytes| xml::read(bytes).ok());
        known.map_or_else(|| Self::none(of), |root| Self::of(part, root))
    }

    fn of(part: String, root: Element) -> Self {
        let (ids, places) = (HashMap::new(), HashMap::new());
        let mut relations = Self { part, root, changed: false, ids, places, next: 1 };
        relations.index();
        relations
    }

    fn index(&mut self) {
        self.ids.clear();
        self.places.clear();
        for (place, node) in self.root.children.iter().enumerate() {
            let Some(known) = node.element() else { continue };
            let Some(id) = known.get("Id") else { continue };
            self.places.entry(id.to_owned()).or_insert(place);
            if let Some(relation) = read(known) {
                self.ids.entry((relation.kind, relation.target)).or_insert_with(|| id.to_owned());
            }
        }
        let numbers = self.places.keys().filter_map(|id| id.strip_prefix("rId")?.parse().ok());
        self.next = numbers.max().map_or(1, |highest: u32| highest.wrapping_add(1).max(1));
    }

    pub fn none(of: &str) -> Self {
        let root = Element::new("Relationships").attr("xmlns", NAMESPACE);
        Self::of(part_of(of), root)
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
        let says = (relation.kind.clone(), relation.target.clone());
        if let Some(id) = self.ids.get(&says) {
            return id.clone();
        }
        let id = self.free_id();
        let mut made = Element::new("Relationship")
            .attr("Id", id.as_str())
            .attr("Type", relation.kind.as_str())
            .attr("Target", relation.target.as_str());
        if relation.external {
            made.set("TargetMode", "External");
        }
        self.ids.insert(says, id.clone());
        self.places.insert(id.clone(), self.root.children.len());
        self.root.children.push(made.into());
        self.changed = true;
        id
    }

    /// Whether a target has tags to be merged.
    pub fn have_tags(&self) -> bool {
        self.root.elements().filter_map(read).any(|relation| relation.has_tag())
    }

    /// The targets that have tags, as they were typed.
    pub fn tagged_targets(&self) -> Vec<String> {
        let tagged = self.root.elements().filter_map(read).filter(Relation::has_tag);
        tagged.map(|relation| relation.readable()).collect()
    }

    /// Takes away the relationships whose targets have tags.
    pub fn forget_tags(&mut self) {
        if self.have_tags() {
            self.changed = true;
            self.root.children.retain(|node| {
                !node.element().and_then(read).is_some_and(|relation| relation.has_tag())
            });
            self.index();
        }
    }

    pub fn is_empty(&self) -> bool {
        self.root.children.is_empty()
    }

    pub fn get(&self, id: &str) -> Option<Relation> {
        read(self.root.children[*self.places.get(id)?].element()?)
    }

    /// Every relationship with its id.
    pub fn all(&self) -> impl Iterator<Item = (&str, Relation)> {
        self.root.elements().filter_map(|known| Some((known.get("Id")?, read(known)?)))
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
        self.index();
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
        self.index();
    }

    /// The target of the first relationship of a kind.
    pub fn target(&self, kind: Kind) -> Option<&str> {
        let full = format!("{OFFICE}{}", kind.name());
        let found = self.root.elements().find(|relation| relation.get("Type") == Some(&full))?;
        found.get("Target")
    }

    /// The part that they are written in.
    pub fn part(&self) -> &str {
        &self.part
    }

    /// The kind and target of what lies in the package.
    pub fn internal(&self) -> impl Iterator<Item = (&str, &str)> {
        let inside = |relation: &&Element| relation.get("TargetMode") != Some("External");
        self.root.elements().filter(inside).filter_map(|relation| {
            Some((relation.get("Type")?.rsplit('/').next()?, relation.get("Target")?))
        })
    }

    /// The kind and target of what lies outside the package, but for hyperlinks.
    pub fn external(&self) -> impl Iterator<Item = (&str, &str)> {
        let outside = |relation: &&Element| relation.get("TargetMode") == Some("External");
        self.root.elements().filter(outside).filter_map(|relation| {
            let kind = relation.get("Type")?.rsplit('/').next()?;
            (kind != "hyperlink").then_some((kind, relation.get("Target")?))
        })
    }

    /// An id that no relationship has; when the highest number has been used, there is a gap.
    fn free_id(&mut self) -> String {
        loop {
            let id = format!("rId{}", self.next);
            self.next = self.next.wrapping_add(1).max(1);
            if !self.places.contains_key(&id) {
                return id;
            }
        }
    }
}

/// Text without percent codes; as it is if they are no letters.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let code = tail.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
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

/// The name of the part that a relationship of another part leads to.
pub fn resolved(from: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// How a relationship of one part names another.
pub fn relative(from: &str, part: &str) -> String {
    let Some((folder, _)) = from.rsplit_once('/') else { return part.to_owned() };
    let below = part.strip_prefix(folder).and_then(|below| below.strip_prefix('/'));
    below.map_or_else(|| format!("/{part}"), str::to_owned)
}
