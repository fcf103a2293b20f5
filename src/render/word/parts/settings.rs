use super::relations::Relations;
use crate::package::Package;
use crate::render::word::xml;

const PART: &str = "word/settings.xml";

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
    if package.part("word/_rels/settings.xml.rels").is_some() {
        let mut relations = Relations::load(package, PART);
        for kind in ["attachedTemplate", "mailMergeSource", "mailMergeHeaderSource"] {
            relations.forget(kind);
        }
        relations.save(package);
    }
}
