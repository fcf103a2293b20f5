use super::content_types::ContentTypes;
use super::relations::Relations;
use crate::package::Package;

/// The macros, what they keep, and the keys and tool bars that call them.
const PARTS: [&str; 10] = [
    "word/vbaProject.bin",
    "word/_rels/vbaProject.bin.rels",
    "word/vbaData.xml",
    "word/vbaProjectSignature.bin",
    "word/vbaProjectSignatureAgile.bin",
    "word/vbaProjectSignatureV3.bin",
    "word/customizations.xml",
    "word/_rels/customizations.xml.rels",
    "word/attachedToolbars.bin",
    "word/keymap.xml",
];

const PROJECT: &str = "application/vnd.ms-office.vbaProject";

pub fn has_macros(package: &Package) -> bool {
    PARTS.iter().any(|part| package.part(part).is_some())
}

/// Takes macros out of the package.
pub fn drop_macros(package: &mut Package, types: &mut ContentTypes, body: &mut Relations) {
    if !has_macros(package) {
        return;
    }
    for part in PARTS {
        package.remove_part(part);
        types.forget(part);
    }
    if !package.names().any(|name| name.ends_with(".bin")) {
        types.forget_kind(PROJECT);
    }
    body.forget("vbaProject");
    body.forget("keyMapCustomizations");
}
