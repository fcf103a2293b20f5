/// What a file is by its first bytes, whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Zip,
    Empty,
    /// Office before 2007.
    Ole,
    /// Office since 2007, locked with a password.
    Locked,
    Html,
    Xml,
    Rtf,
    Pdf,
    Other,
}

impl Kind {
    pub fn of(bytes: &[u8]) -> Self {
        let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        let begins = |text: &str| {
            start.get(..text.len()).is_some_and(|head| head.eq_ignore_ascii_case(text.as_bytes()))
        };
        match () {
            () if start.is_empty() => Self::Empty,
            () if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") => Self::Zip,
            () if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") => {
                match is_locked(bytes) {
                    true => Self::Locked,
                    false => Self::Ole,
                }
            }
            () if begins("<!doctype html") || begins("<html") => Self::Html,
            () if begins("<?xml") => Self::Xml,
            () if begins("{\\rtf") => Self::Rtf,
            () if begins("%PDF") => Self::Pdf,
            () => Self::Other,
        }
    }

    /// What the file is when it is no whole zip container, after "Filen".
    pub fn what(self) -> &'static str {
        match self {
            Self::Zip => "er beskadiget eller afkortet",
            Self::Empty => "er tom",
            Self::Ole => "er i det gamle Office-format",
            Self::Locked => "er låst med adgangskode",
            Self::Html => "er en webside",
            Self::Xml => "er XML og ikke et Office-dokument",
            Self::Rtf => "er RTF",
            Self::Pdf => "er en PDF",
            Self::Other => "er ikke et Office-dokument",
        }
    }

    /// What to do about it.
    pub(super) fn remedy(self) -> &'static str {
        match self {
            Self::Zip => "Hent filen igen, eller gem den på ny fra Office.",
            Self::Empty => "Er den en pladsholder fra OneDrive, så vent, til den er hentet ned.",
            Self::Locked => {
                "Åbn den i Office, fjern adgangskoden under Filer, Oplysninger, og gem den."
            }
            Self::Pdf => "Brug den oprindelige fil i stedet for PDF'en.",
            Self::Ole | Self::Html | Self::Xml | Self::Rtf | Self::Other => {
                "Åbn den i Office, og gem den som .docx eller .xlsx."
            }
        }
    }
}

/// Whether the old container holds a new document that is encrypted: its directory then names the
/// stream "EncryptedPackage" in UTF-16 ([MS-OFFCRYPTO] 2.3.4.4).
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}
