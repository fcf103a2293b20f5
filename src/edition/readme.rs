use super::about::About;
use crate::text::danish::date;

pub(super) const README: &str = "LÆSMIG.txt";

/// What stands in an edition for somebody who opens it without the program.
pub(super) fn readme(about: &About) -> String {
    let offentlig = match &about.uden_offentlig {
        None => "output/offentlig/ har dokumenterne til offentligheden, med små tal skjult.".into(),
        Some(why) => format!("Der er ingen dokumenter til offentligheden: {why}"),
    };
    format!(
        "{head}\n\
         Filen er en frosset udgave. Den bliver aldrig ændret.\n\n\
         output/ har dokumenterne med alle tal, til myndighederne.\n\
         {offentlig}\n\
         inputs/ har de tekster, oplysninger og regneark, de er lavet af.\n\
         templates/ har de skabeloner, de er lavet med.\n\
         udgave.json har fingeraftrykket (SHA-256) af hver fil.\n\n\
         Hent dokumenterne frem igen med:  socialaftale byg --udgave {nummer}\n",
        head = head(about),
        nummer = about.nummer,
    )
}

/// Which edition it is, when, for whom, and what made it.
pub(super) fn head(about: &About) -> String {
    let or_none = |words: &str| if words.is_empty() { "–".to_owned() } else { words.to_owned() };
    format!(
        "{aftale}\n\
         Udgave {nummer}: {navn}\n\n\
         Dato:         {dato}\n\
         Behandlet i:  {organ}\n\
         Ændringer:    {aendringer}\n\
         Lavet med:    {program}\n",
        aftale = about.aftale,
        nummer = about.nummer,
        navn = about.navn,
        dato = date(about.dato),
        organ = or_none(&about.behandlet_i),
        aendringer = or_none(&about.aendringer),
        program = about.program,
    )
}
