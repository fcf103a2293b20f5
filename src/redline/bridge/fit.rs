use std::collections::HashMap;

use super::relations::{Links, each_link};
use crate::package::Package;
use crate::redline::content::content;
use crate::render::word::parts::{
    Carry, ContentTypes, DOCUMENT, Media, Numbering, Relation, Relations, Styles, resolved,
};
use crate::render::word::xml::Element;

/// What stands before the relationships of page headers in the old document until it is known
/// whether their sections are still there.
pub const OLD: &str = "old:";

/// The way from the old document into the redline.
pub struct Bridge<'b> {
    pub old: &'b Package,
    pub old_types: ContentTypes,
    pub old_styles: Styles,
    pub old_numbering: Numbering,
    /// The redline: the new document, with what it comes to hold of the old one.
    pub package: Package,
    pub types: ContentTypes,
    pub styles: Styles,
    pub numbering: Numbering,
    media: Media,
    carried: HashMap<String, String>,
    pub(super) named: HashMap<String, String>,
    pub(super) lists: HashMap<u32, u32>,
    pub(super) looks: HashMap<u32, u32>,
}

impl<'b> Bridge<'b> {
    pub fn new(old: &'b Package, new: &Package) -> Self {
        Self {
            old,
            old_types: ContentTypes::load(old),
            old_styles: Styles::load(old),
            old_numbering: Numbering::load(old),
            types: ContentTypes::load(new),
            styles: Styles::load(new),
            numbering: Numbering::load(new),
            package: new.clone(),
            media: Media::default(),
            carried: HashMap::new(),
            named: HashMap::new(),
            lists: HashMap::new(),
            looks: HashMap::new(),
        }
    }

    /// Makes the texts of a part in both documents fit to stand in that part of the redline.
    pub fn pair(
        &mut self,
        old: &mut Element,
        new: &mut Element,
        (old_part, part): (&str, &str),
        from: &Relations,
        to: &mut Links,
    ) {
        to.settle(new, &self.package, part);
        self.fit(old, old_part, from, to);
    }

    fn fit(&mut self, root: &mut Element, part: &str, from: &Relations, to: &mut Links) {
        each_link(root, &mut |id| {
            let relation = from.get(id)?;
            let wanted = content(self.old, part, &relation);
            if let Some(known) = to.find(wanted) {
                return Some(known.to_owned());
            }
            let id = to.relations.add(&self.relation(part, relation)?);
            to.learn(wanted, &id);
            Some(id)
        });
        self.fit_styles(root);
        self.fit_lists(root);
        root.visit_mut(&mut |element| {
            let leads = element.is("w:headerReference") || element.is("w:footerReference");
            if let Some(id) = element.get("r:id").filter(|_| leads) {
                element.set("r:id", format!("{OLD}{id}"));
            }
        });
    }

    /// Lets the sections of the old document that are gone from the new keep their page headers.
    pub fn fit_headers(&mut self, root: &mut Element, from: &Relations, to: &mut Links) {
        root.visit_mut(&mut |element| {
            let id = element.get("r:id").and_then(|id| id.strip_prefix(OLD));
            let relation = id.and_then(|id| from.get(id));
            if let Some(relation) = relation.and_then(|relation| self.relation(DOCUMENT, relation))
            {
                element.set("r:id", to.relations.add(&relation));
            }
        });
    }

    fn relation(&mut self, part: &str, relation: Relation) -> Option<Relation> {
        if relation.external {
            return Some(relation);
        }
        let mut carry = Carry {
            from: self.old,
            from_types: &self.old_types,
            to: &mut self.package,
            types: &mut self.types,
            media: &mut self.media,
            known: &mut self.carried,
        };
        let target = carry.part(&resolved(part, &relation.target))?;
        Some(Relation { target, ..relation })
    }
}
