use crate::finding::{Finding, Place};

/// An edition's file that is not whole, or not as it was written.
pub(super) fn damaged(file: &str, what: &str) -> Finding {
    let message = format!("Udgaven tæller ikke med, for {what}.");
    Finding::fejl("udgave-beskadiget", Place::file(file), message)
        .hint("Hent filen fra en sikkerhedskopi. Slet den kun, hvis udgaven ikke skal bruges mere.")
}

/// An edition that a later version of the program has kept.
pub(super) fn too_new(file: &str, program: &str) -> Finding {
    let message = format!("Udgaven er gemt af et nyere program ({program}) og kan ikke læses her.");
    Finding::fejl("udgave-fra-nyere-program", Place::file(file), message)
        .hint("Brug en nyere version af socialaftale.")
}

/// Two files that say they are the same edition.
pub(super) fn twice(file: &str, other: &str, name: &str) -> Finding {
    let message = format!("Udgave {name} ligger her to gange; »{other}« er den, der bruges.");
    Finding::fejl("udgave-to-gange", Place::file(file), message)
        .hint("Flyt den ene af filerne ud af mappen.")
}
