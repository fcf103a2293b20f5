use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::Arc;

use zip::ZipArchive;
use zip::result::ZipError;

use super::kind::Kind;
use super::limits::Limits;
use crate::finding::{Finding, Place};

type Parts = BTreeMap<String, Arc<[u8]>>;

/// Reads a container of Office; OpenDocument is refused.
pub(super) fn read(bytes: &[u8], name: &str, limits: &Limits) -> Result<Parts, Finding> {
    let parts = read_any(bytes, name, limits)?;
    if is_open_document(&parts) {
        return Err(Reader { name, limits }.open_document());
    }
    Ok(parts)
}

pub(super) fn is_open_document(parts: &Parts) -> bool {
    parts.contains_key("mimetype") && !parts.contains_key("[Content_Types].xml")
}

/// Reads any container, OpenDocument too.
pub(super) fn read_any(bytes: &[u8], name: &str, limits: &Limits) -> Result<Parts, Finding> {
    let reader = Reader { name, limits };
    reader.parts(&mut reader.open(bytes)?)
}

/// Reads one part of a container and leaves the others packed; none when it has no such part.
pub(super) fn read_part(
    bytes: &[u8],
    name: &str,
    part: &str,
    limits: &Limits,
) -> Result<Option<Vec<u8>>, Finding> {
    let reader = Reader { name, limits };
    let mut archive = reader.open(bytes)?;
    let Some(index) = archive.index_for_name(part) else { return Ok(None) };
    let entry = archive.by_index(index).map_err(|error| reader.unreadable(&error))?;
    let sizes = (entry.compressed_size(), entry.size());
    reader.inflate(entry, part, sizes, 0).map(Some)
}

/// The number of entries in the end record, before anything is allocated for them.
fn declared_entries(bytes: &[u8]) -> Option<usize> {
    let at = bytes.windows(4).rposition(|four| four == b"PK\x05\x06")?;
    let count = bytes.get(at + 10..at + 12)?;
    Some(usize::from(u16::from_le_bytes([count[0], count[1]])))
}

struct Reader<'a> {
    name: &'a str,
    limits: &'a Limits,
}

impl Reader<'_> {
    fn open<'b>(&self, bytes: &'b [u8]) -> Result<ZipArchive<Cursor<&'b [u8]>>, Finding> {
        let kind = Kind::of(bytes);
        if kind != Kind::Zip {
            return Err(self.wrong_kind(kind));
        }
        let declared = declared_entries(bytes).ok_or_else(|| self.wrong_kind(Kind::Zip))?;
        if declared > self.limits.entries {
            return Err(self.too_big(format!(
                "Filen rummer {declared} dele; der må højst være {}.",
                self.limits.entries
            )));
        }
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| self.wrong_kind(Kind::Zip))?;
        if archive.len() != declared {
            // The library keeps the last of two entries with one name.
            return Err(self.unsafe_part("Filen rummer den samme del to gange."));
        }
        Ok(archive)
    }

    fn parts(&self, archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Parts, Finding> {
        let mut parts = Parts::new();
        let mut total = 0;
        for index in 0..archive.len() {
            let entry = archive.by_index(index).map_err(|error| self.unreadable(&error))?;
            let part = entry.name().to_owned();
            self.safe_name(&part, entry.is_symlink())?;
            if entry.is_dir() {
                continue;
            }
            let packed = entry.compressed_size();
            let size = entry.size();
            let bytes = self.inflate(entry, &part, (packed, size), total)?;
            total += bytes.len() as u64;
            if parts.insert(part, bytes.into()).is_some() {
                return Err(self.unsafe_part("Filen rummer den samme del to gange."));
            }
        }
        Ok(parts)
    }

    fn safe_name(&self, part: &str, symlink: bool) -> Result<(), Finding> {
        let climbs = part.split('/').any(|step| step == "..");
        let absolute = part.starts_with('/') || part.contains(':');
        if climbs || absolute || symlink || part.contains(['\\', '\0']) {
            let message = format!("Filen rummer en del med et utilladeligt navn: »{part}«.");
            return Err(self.unsafe_part(&message));
        }
        Ok(())
    }

    /// Counts what really comes out, since the sizes in the directory may lie.
    fn inflate(
        &self,
        entry: impl Read,
        part: &str,
        (packed, size): (u64, u64),
        total: u64,
    ) -> Result<Vec<u8>, Finding> {
        let limits = self.limits;
        let by_ratio = limits.grace_bytes.max(packed.saturating_mul(limits.ratio));
        let most = limits.entry_bytes.min(by_ratio).min(limits.total_bytes.saturating_sub(total));
        let room = usize::try_from(size.min(most)).unwrap_or_default();
        let mut bytes = Vec::with_capacity(room);
        entry.take(most + 1).read_to_end(&mut bytes).map_err(|_| self.wrong_kind(Kind::Zip))?;
        if bytes.len() as u64 > most {
            return Err(self.too_big(format!("Delen »{part}« fylder for meget udpakket.")));
        }
        Ok(bytes)
    }

    fn place(&self) -> Place {
        Place::file(self.name)
    }

    fn wrong_kind(&self, kind: Kind) -> Finding {
        let message = format!("Filen {}.", kind.what());
        Finding::fejl("fil-kan-ikke-laeses", self.place(), message).hint(kind.remedy())
    }

    fn open_document(&self) -> Finding {
        Finding::fejl("fil-kan-ikke-laeses", self.place(), "Filen er i OpenDocument-format.")
            .hint("Åbn den i Office eller LibreOffice, og gem den som .docx eller .xlsx.")
    }

    fn unreadable(&self, error: &ZipError) -> Finding {
        match error {
            ZipError::UnsupportedArchive(_) => Finding::fejl(
                "fil-kan-ikke-laeses",
                self.place(),
                "Filen er låst med adgangskode eller pakket på en måde, der ikke kan læses.",
            )
            .hint("Gem den på ny fra Office uden adgangskode."),
            _ => self.wrong_kind(Kind::Zip),
        }
    }

    fn too_big(&self, message: String) -> Finding {
        Finding::fejl("fil-for-stor", self.place(), message)
            .hint("Er filen rigtig, så fjern store billeder eller tomme ark, og gem den igen.")
    }

    fn unsafe_part(&self, message: &str) -> Finding {
        Finding::fejl("fil-usikker", self.place(), message)
            .hint("Filen er ikke gemt af Office. Åbn den i Office, og gem den på ny.")
    }
}
