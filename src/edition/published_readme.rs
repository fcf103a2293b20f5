use super::about::About;
use super::checksums::CHECKSUMS;
use super::published::groups;
use super::readme::head;
use crate::model::{Format, Gruppenavn, Modtager};
use crate::output::{Entry, MANIFEST, Manifest, OutputEntry, TABELLER};
use crate::text::danish::counted;

/// What stands beside the files that a reader is given, and tells what each of them is.
pub(super) fn published_readme(til: Modtager, about: &About, manifest: &Manifest) -> String {
    let lists: String = groups(til).iter().map(|group| list(*group, manifest)).collect();
    let (reader, tables) = match til {
        Modtager::Myndighed => (
            "Filerne er til myndighederne og rådene. De har alle tal og må ikke offentliggøres.",
            String::new(),
        ),
        Modtager::Offentlig => (
            "Filerne er til offentligheden. Små tal er skjult.",
            format!("  {TABELLER}: de tal, der kan ses i filerne\n"),
        ),
    };
    format!(
        "{}\nDet er den endelige udgave. {reader}\n\n{lists}Om filerne\n{tables}  {MANIFEST}: hvad \
         hver fil er lavet af\n  {CHECKSUMS}: fingeraftrykket (SHA-256) af hver fil\n\nSe, om \
         filerne er, som de blev lavet, med:  sha256sum -c {CHECKSUMS}\n",
        head(about)
    )
}

/// The documents of a group, file by file; nothing if there are none.
fn list(group: Gruppenavn, manifest: &Manifest) -> String {
    let of_group = manifest.dokumenter.iter().filter(|entry| entry.gruppe == group.name());
    let lines: String =
        of_group.flat_map(|entry| entry.filer.iter().map(move |file| line(entry, file))).collect();
    if lines.is_empty() { lines } else { format!("{}\n{lines}\n", heading(group)) }
}

fn heading(group: Gruppenavn) -> &'static str {
    match group {
        Gruppenavn::Aftale => "Aftalen",
        Gruppenavn::Bilag => "Bilag",
        Gruppenavn::Sager => "Sager til rådene",
        Gruppenavn::Oplaeg => "Oplæg",
        Gruppenavn::Vejledning => "Vejledning",
        Gruppenavn::Arbejdspapirer => "Arbejdspapirer",
    }
}

/// "  aftale.pdf: Nordjysk Socialaftale (oplæsningsvenlig PDF, 24 sider)".
fn line(entry: &Entry, file: &OutputEntry) -> String {
    let kind =
        if file.format == Format::Pdf.extension() { "oplæsningsvenlig PDF" } else { "Word" };
    let pages = file.sider.map(|pages| format!(", {}", counted(pages, "side", "sider")));
    format!("  {}: {} ({kind}{})\n", file.fil, entry.titel, pages.unwrap_or_default())
}
