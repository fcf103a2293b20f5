//! The agreement and all that hangs on it: what the inputs say, free of files and formats.

mod aftale;
mod antal;
mod central_udmelding;
mod diskretion;
mod dokument;
mod indberetning;
mod kontroltal;
mod maaling;
mod modtager;
mod myndighed;
mod noegletal;
mod offentliggjort;
mod opgoerelse;
mod optaelling;
mod projekt;
mod regel;
mod respondent;
mod skjult_tal;
mod sourced;
mod takst;
mod talstatus;
mod tekst;
mod udgavelinje;
mod yearly;

pub use aftale::{
    Aftale, Bilag, Frister, Indsendelse, Kontakt, Lovgrundlag, Offentliggoerelse, Tidspunkt,
    Udgave, Word,
};
pub use antal::Antal;
pub use central_udmelding::{AnvendtTilbud, CentralUdmelding, Gruppe, KommuneAntal, LandsdelAntal};
pub use diskretion::Diskretion;
pub use dokument::{Dokument, ForHver, Format, Gruppenavn, Kapitel};
pub(crate) use dokument::{date, optional_date};
pub use indberetning::{
    Afsender, Indberetninger, IndberettetTal, IndberettetTekst, IndberettetTilbud, Oprindelse,
    Svar, Svarstand, Svarstatus, Tema,
};
pub use kontroltal::Kontroltal;
pub use maaling::Belaegning;
pub use modtager::Modtager;
pub use myndighed::{
    Behandling, LokalTekst, Maade, Myndighed, MyndighedType, RAAD, Sagsfelt, Sagslayout, Svarer,
};
pub use noegletal::Noegletal;
pub use offentliggjort::{Offentliggjort, Sum};
pub use optaelling::Optaelling;
pub use projekt::Projekt;
pub use regel::{
    FASTE_REGLER, KENDTE_REGLER, Parameterslags, Regel, Regelparameter, Regelvaerdi, Regler,
    Undtagelse,
};
pub use respondent::Respondent;
pub use skjult_tal::SkjultTal;
pub use sourced::Sourced;
pub use takst::{
    Aendringsnote, Befolkningstal, Exact, Finansieringsandel, Forudsaetninger, KRISECENTER,
    ObjektivFinansiering, OplystAndel, Overskud, Postart, Regnskab, Regnskabspost, TAKSTENHED,
    TILBUDSTYPER, Takst, Takstaendring, Tilbudsudvikling, Udvikling, aendring_of, exact, fordelt,
    in_force, is_krisecenter, omregnet, regnskaber, rounded, takstaendringer, whole,
};
pub use talstatus::Talstatus;
pub use tekst::{Fokus, Tekst, TidligereFokus};
pub use udgavelinje::Udgavelinje;
pub use yearly::Yearly;
