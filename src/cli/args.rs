use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::model::{Format, Gruppenavn, Modtager};

const HELP: &str = "\
{about}

Brug: {usage}

{all-args}{after-help}";

const EXAMPLES: &str = "
Eksempler:
  socialaftale byg                     alle dokumenter i output/
  socialaftale byg aftale --format pdf kun aftalen, kun som PDF
  socialaftale byg --kun sager         sagerne til de tolv råd
  socialaftale byg --pr 2020-07-01     med de takster, der gælder den dag
  socialaftale byg --til offentlig     til offentligheden, med små tal skjult
  socialaftale tjek                    find fejl og åbne punkter uden at bygge
  socialaftale tjek --skabelon sag.docx  find fejl i en Word-skabelon
  socialaftale skema                   skemaer til parterne i output/skemaer/
  socialaftale indsaml svar            saml de udfyldte skemaer fra mappen svar
  socialaftale spor takstbilag         den celle, hvert tal i takstbilaget kommer fra
  socialaftale frys \"Udkast til DAS\"   gem udgaven, som den er nu
  socialaftale byg --udgave 0.2        dokumenterne i udgave 0.2, som de var
  socialaftale forskel 0.1             hvad der er ændret siden udgave 0.1
  socialaftale byg --status endelig    den endelige udgave, der offentliggøres
  socialaftale forskel gammel.docx ny.docx -o rettelser.docx  ændringerne som rettelser i Word
  socialaftale ny min-aftale           en ny projektmappe at gå ud fra";

/// Samler Nordjysk Socialaftale, dens bilag og tolv sager af tekster, fakta og Excel-ark, som PDF og Word.
#[derive(Debug, Parser)]
#[command(
    name = "socialaftale",
    version,
    help_template = HELP,
    override_usage = "socialaftale KOMMANDO [VALG]",
    subcommand_help_heading = "Kommandoer",
    subcommand_value_name = "KOMMANDO",
    next_help_heading = "Valg",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    after_help = EXAMPLES,
    max_term_width = 100
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Command,

    /// Vis hjælp (også efter en kommando)
    #[arg(long, short = 'h', alias = "hjælp", action = clap::ArgAction::Help, global = true)]
    help: Option<bool>,

    /// Vis programmets version
    #[arg(long, short = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Byg dokumenterne i projektets output-mappe
    #[command(alias = "build", help_template = HELP, override_usage = "socialaftale byg [DOKUMENT…] [VALG]")]
    Byg(ByggeValg),

    /// Find fejl og åbne punkter i inputs og skabeloner uden at skrive noget
    #[command(alias = "check", help_template = HELP, override_usage = "socialaftale tjek [DOKUMENT…] [VALG]")]
    Tjek(TjekValg),

    /// Vis, hvilke dokumenter der bliver lavet, og af hvad
    #[command(alias = "documents", help_template = HELP, override_usage = "socialaftale dokumenter [VALG]")]
    Dokumenter(DokumentValg),

    /// Vis de felter, en skabelon kan bruge, med værdi og oprindelse
    #[command(alias = "fields", help_template = HELP, override_usage = "socialaftale felter [DOKUMENT] [VALG]")]
    Felter(FeltValg),

    /// Vis, hvilken celle hvert tal i et dokument kommer fra, og hvilke dokumenter der bruger en celle
    #[command(alias = "trace", help_template = HELP, override_usage = "socialaftale spor [DOKUMENT…] [VALG]")]
    Spor(SporValg),

    /// Skriv de skemaer, som parterne udfylder til de centrale udmeldinger
    #[command(alias = "forms", help_template = HELP, override_usage = "socialaftale skema [VALG]")]
    Skema(SkemaValg),

    /// Saml de udfyldte skemaer ind i inputs/indberetninger.xlsx
    #[command(alias = "collect", help_template = HELP, override_usage = "socialaftale indsaml MAPPE [VALG]")]
    Indsaml(IndsamlValg),

    /// Vis, hvem der har svaret, og hvor lang tid der er til fristen
    #[command(alias = "board", help_template = HELP, override_usage = "socialaftale status [VALG]")]
    Status(StatusValg),

    /// Vis reglerne, som tjek prøver projektet mod, med kilde og år
    #[command(alias = "rules", help_template = HELP, override_usage = "socialaftale regler [VALG]")]
    Regler(ProjektValg),

    /// Gem en udgave, som den er nu, i inputs/udgaver; den bliver aldrig ændret
    #[command(alias = "freeze", help_template = HELP, override_usage = "socialaftale frys NAVN [VALG]")]
    Frys(FrysValg),

    /// Vis de frosne udgaver, og om de er hele
    #[command(alias = "editions", help_template = HELP, override_usage = "socialaftale udgaver [VALG]")]
    Udgaver(ProjektValg),

    /// Vis, hvad der er ændret mellem to udgaver, siden en udgave eller mellem to Word-filer
    #[command(aliases = ["diff", "compare"], help_template = HELP, override_usage = "socialaftale forskel [GAMMEL] [NY] [VALG]")]
    Forskel(ForskelValg),

    /// Lav en ny projektmappe med inputs og skabeloner
    #[command(alias = "new", help_template = HELP, override_usage = "socialaftale ny MAPPE")]
    Ny(NyValg),

    /// Skriv et script, der fuldfører kommandoer i terminalen
    #[command(alias = "completions", name = "fuldfør", help_template = HELP, override_usage = "socialaftale fuldfør SKAL")]
    Fuldfoer {
        /// bash, elvish, fish, powershell eller zsh
        #[arg(value_name = "SKAL", hide_possible_values = true, help_heading = "Valg")]
        shell: Shell,
    },
}

#[derive(Debug, Args)]
pub(super) struct ProjektValg {
    /// Projektmappen; ellers den mappe, du står i
    #[arg(
        long,
        value_name = "MAPPE",
        default_value = ".",
        hide_default_value = true,
        help_heading = "Valg"
    )]
    pub projekt: PathBuf,
}

/// Which day's takster are shown, and to whom.
#[derive(Debug, Args)]
pub(super) struct VisningValg {
    /// Vis de takster, der gælder den dag (fx 2020-09-01); ellers udgavens dato
    #[arg(long, value_name = "DATO", value_parser = day, help_heading = "Valg")]
    pub pr: Option<NaiveDate>,

    #[command(flatten)]
    pub modtager: ModtagerValg,
}

/// Who reads what is made.
#[derive(Debug, Args)]
pub(super) struct ModtagerValg {
    /// Hvem det er til: myndighed (alle tal) eller offentlig (små tal er skjult)
    #[arg(long, value_name = "MODTAGER", hide_possible_values = true, help_heading = "Valg")]
    pub til: Option<Til>,
}

impl ModtagerValg {
    /// The reader asked for, else the authorities.
    pub fn til(&self) -> Modtager {
        self.til.map_or(Modtager::Myndighed, Til::modtager)
    }
}

/// In which formats documents are made.
#[derive(Debug, Args)]
pub(super) struct FormatValg {
    /// Kun nogle formater: pdf, docx (med komma imellem)
    #[arg(
        long,
        value_name = "FORMATER",
        value_delimiter = ',',
        hide_possible_values = true,
        help_heading = "Valg"
    )]
    pub format: Vec<Filformat>,
}

impl FormatValg {
    /// The formats asked for; every one when none is.
    pub fn formats(&self) -> Vec<Format> {
        match self.format.as_slice() {
            [] => vec![Format::Pdf, Format::Docx],
            some => some.iter().map(|format| format.format()).collect(),
        }
    }
}

/// Reads a date as it is sorted, 2020-09-01, or as it is spoken, 1-9-2020 or 1.9.2020.
fn day(typed: &str) -> Result<NaiveDate, String> {
    ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"]
        .iter()
        .find_map(|order| NaiveDate::parse_from_str(typed, order).ok())
        .ok_or_else(|| "skriv en dato som 2020-09-01 eller 1.9.2020".to_owned())
}

#[derive(Debug, Args)]
pub(super) struct DokumentValg {
    #[command(flatten)]
    pub visning: VisningValg,

    #[command(flatten)]
    pub projekt: ProjektValg,
}

#[derive(Debug, Args)]
pub(super) struct TjekValg {
    /// Nøgler på de dokumenter, der skal tjekkes; ellers alle (se »socialaftale dokumenter«)
    #[arg(value_name = "DOKUMENT", help_heading = "Valg")]
    pub dokumenter: Vec<String>,

    /// Vis hvert åbent punkt (»afventer«) med sit sted; ellers kun, hvor mange hver fil har
    #[arg(long, alias = "all", help_heading = "Valg")]
    pub alle: bool,

    /// Tjek denne Word-skabelon og vis, hvad den bruger; uden DOKUMENT skal der intet projekt til
    #[arg(long, value_name = "SKABELON", alias = "template", help_heading = "Valg")]
    pub skabelon: Vec<PathBuf>,

    /// Skriv en kopi af skabelonen med en Word-kommentar ved hver fejl
    #[arg(
        long,
        value_name = "KOPI",
        alias = "comments",
        requires = "skabelon",
        help_heading = "Valg"
    )]
    pub kommentarer: Option<PathBuf>,

    #[command(flatten)]
    pub visning: VisningValg,

    #[command(flatten)]
    pub projekt: ProjektValg,
}

#[derive(Debug, Args)]
pub(super) struct ByggeValg {
    /// Nøgler på de dokumenter, der skal bygges; ellers alle (se »socialaftale dokumenter«)
    #[arg(value_name = "DOKUMENT", help_heading = "Valg")]
    pub dokumenter: Vec<String>,

    /// Kun nogle grupper: aftale, bilag, sager, oplaeg, vejledning, arbejdspapirer (med komma imellem)
    #[arg(
        long,
        value_name = "GRUPPER",
        value_delimiter = ',',
        hide_possible_values = true,
        help_heading = "Valg"
    )]
    pub kun: Vec<Gruppe>,

    #[command(flatten)]
    pub format: FormatValg,

    /// Byg igen, hver gang inputs eller skabeloner gemmes, indtil du stopper med Ctrl+C
    #[arg(long = "følg", visible_alias = "watch", alias = "foelg", help_heading = "Valg")]
    pub foelg: bool,

    /// Lav alle dokumenter igen, også dem, hvor intet er ændret
    #[arg(long, visible_alias = "all", help_heading = "Valg")]
    pub alt: bool,

    /// Hent dokumenterne i en frossen udgave (0.2 eller dens navn) frem i output/udgaver/
    #[arg(
        long,
        value_name = "UDGAVE",
        alias = "edition",
        conflicts_with_all = ["dokumenter", "kun", "format", "pr", "foelg", "alt"],
        help_heading = "Valg"
    )]
    pub udgave: Option<String>,

    /// Byg udgaven igen af det, der er gemt i den, og vis, hvad der er blevet anderledes
    #[arg(long, alias = "rebuild", requires = "udgave", help_heading = "Valg")]
    pub genbyg: bool,

    /// Vis rettelserne siden en frossen udgave (0.1 eller dens navn) i PDF og Word, i output/rettelser/
    #[arg(
        long,
        value_name = "UDGAVE",
        alias = "redline",
        conflicts_with_all = ["udgave", "foelg", "alt", "status", "pr"],
        help_heading = "Valg"
    )]
    pub rettelser: Option<String>,
    /// kladde, eller endelig: prøv, at intet mangler, skriv det, der offentliggøres, i output/endelig/, og frys udgaven
    #[arg(long, value_name = "STATUS", hide_possible_values = true, help_heading = "Valg")]
    pub status: Option<Udgavestatus>,

    /// Den endelige udgaves navn; ellers udgavens betegnelse i inputs/aftale.toml
    #[arg(long, value_name = "NAVN", alias = "name", requires = "status", help_heading = "Valg")]
    pub navn: Option<String>,

    /// Den endelige udgaves nummer, fx 1.0; ellers det næste efter den nyeste
    #[arg(
        long,
        value_name = "NUMMER",
        alias = "number",
        requires = "status",
        help_heading = "Valg"
    )]
    pub nummer: Option<String>,

    #[command(flatten)]
    pub visning: VisningValg,

    #[command(flatten)]
    pub projekt: ProjektValg,
}

#[derive(Debug, Args)]
pub(super) struct FrysValg {
    /// Udgavens navn, fx "DAS 25. maj 2020"
    #[arg(value_name = "NAVN", help_heading = "Valg")]
    pub navn: String,

    /// Udgavens nummer; ellers det næste efter den nyeste
    #[arg(long, value_name = "NUMMER", alias = "number", help_heading = "Valg")]
    pub nummer: Option<String>,

    /// Hvem der har behandlet udgaven; ellers det organ, der står i inputs/aftale.toml
    #[arg(long, value_name = "ORGAN", alias = "body", help_heading = "Valg")]
    pub behandlet_i: Option<String>,

    /// Hvad der er ændret siden sidst; ellers det, der står i inputs/aftale.toml
    #[arg(
        long = "ændringer",
        value_name = "TEKST",
        aliases = ["aendringer", "changes"],
        help_heading = "Valg"
    )]
    pub aendringer: Option<String>,

    /// Gem kun dokumenterne til myndighederne, ikke dem til offentligheden
    #[arg(long, alias = "authorities-only", help_heading = "Valg")]
    pub kun_myndighed: bool,

    #[command(flatten)]
    pub projekt: ProjektValg,
}

#[derive(Debug, Args)]
pub(super) struct ForskelValg {
    /// Den gamle udgave (0.1 eller dens navn), ellers den nyeste, der er frosset; eller den gamle Word-fil
    #[arg(value_name = "GAMMEL", help_heading = "Valg")]
    pub gammel: Option<String>,

    /// Den nye udgave, ellers inputs, som de er nu; eller den nye Word-fil
    #[arg(value_name = "NY", help_heading = "Valg")]
    pub ny: Option<String>,

    #[command(flatten)]
    pub format: FormatValg,

    #[command(flatten)]
    pub modtager: ModtagerValg,

    /// Skriv ændringerne mellem to Word-filer som rettelser i en ny Word-fil
    #[arg(short = 'o', long = "output", value_name = "RETTELSER", help_heading = "Valg")]
    pub output: Option<PathBuf>,

    /// Den, som rettelserne i Word er af; ellers den, der sidst gemte den nye fil
    #[arg(long, value_name = "NAVN", alias = "author", help_heading = "Valg")]
    pub forfatter: Option<String>,

    /// Dagen, rettelserne i Word er fra (fx 2020-11-30); ellers den, hvor den nye fil sidst blev gemt
    #[arg(long, value_name = "DATO", alias = "date", value_parser = day, help_heading = "Valg")]
    pub dato: Option<NaiveDate>,

    #[command(flatten)]
    pub projekt: ProjektValg,
}

impl ForskelValg {
    /// Whether two Word files are meant, and not two editions.
    pub fn names_word_files(&self) -> bool {
        let named = [&self.gammel, &self.ny].into_iter().flatten();
        self.output.is_some() || named.into_iter().any(|name| is_word(name))
    }
}

/// Whether a file is one of Word's by its name.
pub(super) fn is_word(name: &str) -> bool {
    let ending = Path::new(name).extension().map(|ending| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ["docx", "docm", "dotx", "dotm"].iter().any(|one| ending == *one))
}

#[derive(Debug, Args)]
pub(super) struct FeltValg {
    /// Dokumentets nøgle; uden den vises de felter, alle dokumenter har
    #[arg(value_name = "DOKUMENT", help_heading = "Valg")]
    pub dokument: Option<String>,

    #[command(flatten)]
    pub visning: VisningValg,

    #[command(flatten)]
    pub projekt: ProjektValg,
}

#[derive(Debug, Args)]
pub(super) struct SkemaValg {
    /// Mappen, som skemaerne skrives i; ellers output/skemaer
    #[arg(long, value_name = "MAPPE", alias = "to", help_heading = "Valg")]
    pub til: Option<PathBuf>,

    /// Kun til denne udmelding; ellers til alle
    #[arg(long, value_name = "NØGLE", help_heading = "Valg")]
    pub udmelding: Option<String>,

    #[command(flatten)]
    pub projekt: ProjektValg,
}

#[derive(Debug, Args)]
pub(super) struct IndsamlValg {
    /// Mappen med det, der er kommet tilbage, eller en enkelt fil
    #[arg(value_name = "MAPPE", help_heading = "Valg")]
    pub mappe: PathBuf,

    /// Vis kun, hvad der ville ske; skriv intet
    #[arg(long, alias = "dry-run", help_heading = "Valg")]
    pub vis: bool,

    #[command(flatten)]
    pub projekt: ProjektValg,
}

#[derive(Debug, Args)]
pub(super) struct StatusValg {
    /// Regn dagene til fristen fra denne dato (2020-06-01); ellers fra i dag
    #[arg(long, value_name = "DATO", alias = "date", value_parser = day, help_heading = "Valg")]
    pub dato: Option<NaiveDate>,

    #[command(flatten)]
    pub projekt: ProjektValg,
}

#[derive(Debug, Args)]
pub(super) struct SporValg {
    /// Nøgler på dokumenterne; ellers alle (se »socialaftale dokumenter«)
    #[arg(value_name = "DOKUMENT", help_heading = "Valg")]
    pub dokumenter: Vec<String>,

    /// Vis kun, hvor tallet i denne celle bruges: takster.xlsx:J7 eller "takster.xlsx, Takster, J7"
    #[arg(long, value_name = "CELLE", alias = "cell", help_heading = "Valg")]
    pub celle: Option<String>,

    /// Skriv listen som CSV med semikolon, til Excel
    #[arg(long, conflicts_with = "json", help_heading = "Valg")]
    pub csv: bool,

    /// Skriv listen som JSON, til andre programmer
    #[arg(long, help_heading = "Valg")]
    pub json: bool,

    #[command(flatten)]
    pub visning: VisningValg,

    #[command(flatten)]
    pub projekt: ProjektValg,
}

#[derive(Debug, Args)]
pub(super) struct NyValg {
    /// Den nye mappe; den må ikke findes i forvejen
    #[arg(value_name = "MAPPE", help_heading = "Valg")]
    pub mappe: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Til {
    Myndighed,
    Offentlig,
}

impl Til {
    pub fn modtager(self) -> Modtager {
        match self {
            Self::Myndighed => Modtager::Myndighed,
            Self::Offentlig => Modtager::Offentlig,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Udgavestatus {
    #[value(alias = "draft")]
    Kladde,
    #[value(alias = "final")]
    Endelig,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Gruppe {
    Aftale,
    Bilag,
    Sager,
    Oplaeg,
    Vejledning,
    Arbejdspapirer,
}

impl Gruppe {
    pub fn name(self) -> Gruppenavn {
        match self {
            Self::Aftale => Gruppenavn::Aftale,
            Self::Bilag => Gruppenavn::Bilag,
            Self::Sager => Gruppenavn::Sager,
            Self::Oplaeg => Gruppenavn::Oplaeg,
            Self::Vejledning => Gruppenavn::Vejledning,
            Self::Arbejdspapirer => Gruppenavn::Arbejdspapirer,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Filformat {
    Pdf,
    Docx,
}

impl Filformat {
    pub fn format(self) -> Format {
        match self {
            Self::Pdf => Format::Pdf,
            Self::Docx => Format::Docx,
        }
    }
}
