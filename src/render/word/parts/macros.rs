use super::content_types::ContentTypes;
use super::relations::Relations;
use crate::package::Package;

/// Takes macros out of the package; tells whether there were any.
pub fn drop_macros(package: &mut Package, types: &mut ContentTypes, body: &mut Relations) -> bool {
    const PROJECT: &str = "word/vbaProject.bin";
    if package.part(PROJECT).is_none() {
        return false;
    }
    for part in [PROJECT, "word/vbaData.xml", "word/_rels/vbaProject.bin.rels"] {
        package.remove_part(part);
        types.forget(part);
    }
    body.forget("vbaProject");
    true
}
