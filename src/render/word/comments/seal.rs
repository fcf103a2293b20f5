//! The seal on a copy: it holds as long as nothing in the copy has been changed.

use sha2::{Digest, Sha256};

use crate::package::Package;

const BEFORE: &str = "<?socialaftale ";
const AFTER: &str = "?>";

/// Seals a part with a digest of the whole package, itself included.
pub fn seal(package: &mut Package, part: &str) {
    let digest = digest(package);
    let mut bytes = package.part(part).unwrap_or_default().to_vec();
    bytes.extend_from_slice(format!("{BEFORE}{digest}{AFTER}").as_bytes());
    package.set_part(part, bytes);
}

/// A sealed text without its seal, and the digest in that.
pub fn unsealed(xml: &str) -> (&str, Option<&str>) {
    let sealed = xml.trim_end().strip_suffix(AFTER).and_then(|xml| xml.rsplit_once(BEFORE));
    sealed.map_or((xml, None), |(xml, digest)| (xml, Some(digest)))
}

/// Whether a package is as it was when that part was sealed.
pub fn is_unbroken(package: &Package, part: &str) -> bool {
    let text = package.part(part).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let Some((xml, Some(sealed))) = text.map(unsealed) else { return false };
    let mut before = package.clone();
    before.set_part(part, xml.as_bytes());
    digest(&before) == sealed
}

fn digest(package: &Package) -> String {
    let mut hash = Sha256::new();
    for name in package.names() {
        let bytes = package.part(name).unwrap_or_default();
        hash.update(format!("{name} {}\n", bytes.len()));
        hash.update(bytes);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
