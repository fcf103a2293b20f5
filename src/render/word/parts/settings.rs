use super::W;
use super::content_types::ContentTypes;
use super::relations::{Kind, Relations};
use crate::package::Package;
use crate::render::word::xml::{self, Element, Node};

const PART: &str = "word/settings.xml";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml";

/// Takes out of the settings what tells of the template's own making.
pub fn settle_settings(package: &mut Package) {
    let Some(mut root) = package.part(PART).and_then(|bytes| xml::read(bytes).ok()) else { return };
    let before = root.children.len();
    root.children.retain(|node| {
        !["w:rsids", "w:attachedTemplate", "w:mailMerge", "w:docVars", "w:proofState"]
            .iter()
            .any(|name| node.is(name))
    });
    if root.children.len() != before {
        package.set_part(PART, xml::write(&root));
    }
}

/// Has Word update all fields when it opens the document, which it asks the reader about first.
pub fn update_fields(package: &mut Package, types: &mut ContentTypes, relations: &mut Relations) {
    // The schema has these after it, and extensions last.
    const AFTER: [&str; 13] = [
        "w:hdrShapeDefaults",
        "w:footnotePr",
        "w:endnotePr",
        "w:compat",
        "w:docVars",
        "w:rsids",
        "m:mathPr",
        "w:attachedSchema",
        "w:themeFontLang",
        "w:clrSchemeMapping",
        "w:shapeDefaults",
        "w:decimalSymbol",
        "w:listSeparator",
    ];
    let known = package.part(PART).and_then(|bytes| xml::read(bytes).ok());
    let mut root = known.unwrap_or_else(|| Element::new("w:settings").attr("xmlns:w", W));
    root.children.retain(|node| !node.is("w:updateFields"));
    let follows = |node: &Node| {
        AFTER.iter().any(|name| node.is(name))
            || node.element().is_some_and(|extension| !extension.name.starts_with("w:"))
    };
    let at = root.children.iter().position(follows).unwrap_or(root.children.len());
    root.children.insert(at, Element::val("w:updateFields", "true").into());
    package.set_part(PART, xml::write(&root));
    types.part(PART, CONTENT);
    relations.to(Kind::Settings, "settings.xml");
}
