//! The commands: thin, and the only room that prints.

mod aendringer;
mod args;
mod byg;
mod celle;
mod collecting;
mod compared;
mod dokumenter;
mod endelig;
mod felter;
mod foelg;
mod forskel;
mod frys;
mod grunde;
mod hvorfor;
mod indsaml;
mod making;
mod marked_lines;
mod ny;
mod opened;
mod program;
mod regler;
mod rettelser;
mod show;
mod skema;
mod spor;
mod sporliste;
mod status;
mod tjek;
mod tjek_skabelon;
mod udgave;
mod udgaveforskel;
mod udgaver;
mod unreadable;
mod usage;
mod uses;
mod whole;

use std::ffi::OsString;
use std::io::{self, Write};

use clap::{CommandFactory, Parser};

use self::args::{Arguments, Command, Udgavestatus};

/// How a run ended; the number is the process's exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Fine; there may be advarsler.
    Fine = 0,
    /// At least one fejl in inputs or templates.
    Findings = 1,
    /// The command line was not understood.
    Usage = 2,
    /// Anything else.
    Failure = 3,
}

/// The command that a command line calls, if there is one of that name.
fn called(arguments: &[OsString]) -> Option<&str> {
    let name = arguments.get(1)?.to_str()?;
    Arguments::command().find_subcommand(name).map(|_| name)
}

/// Runs one command line; `arguments` begins with the program's name.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Outcome {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let parsed = match Arguments::try_parse_from(&arguments) {
        Ok(parsed) => parsed,
        Err(error) => return usage::tell(&error, called(&arguments), out, err),
    };
    let done = match parsed.command {
        Command::Byg(choice) => match (&choice.udgave, &choice.rettelser) {
            _ if choice.status == Some(Udgavestatus::Endelig) => endelig::run(&choice, out, err),
            (Some(wanted), _) => udgave::run(wanted, &choice, out, err),
            (_, Some(wanted)) => rettelser::run(wanted, &choice, out, err),
            _ if choice.foelg => foelg::run(&choice, out, err),
            _ => byg::run(&choice, out, err),
        },
        Command::Tjek(choice) if choice.skabelon.is_empty() => tjek::run(&choice, out),
        Command::Tjek(choice) => tjek_skabelon::run(&choice, out),
        Command::Dokumenter(choice) => dokumenter::run(&choice, out, err),
        Command::Felter(choice) => felter::run(&choice, out, err),
        Command::Spor(choice) => spor::run(&choice, out, err),
        Command::Skema(choice) => skema::run(&choice, out, err),
        Command::Indsaml(choice) => indsaml::run(&choice, out, err),
        Command::Status(choice) => status::run(&choice, out, err),
        Command::Regler(choice) => regler::run(&choice, out, err),
        Command::Frys(choice) => frys::run(&choice, out, err),
        Command::Udgaver(choice) => udgaver::run(&choice, out, err),
        Command::Forskel(choice) if choice.names_word_files() => forskel::run(&choice, out, err),
        Command::Forskel(choice) => udgaveforskel::run(&choice, out, err),
        Command::Ny(choice) => ny::run(&choice, out, err),
        Command::Fuldfoer { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "socialaftale", &mut script);
            out.write_all(&script).map(|()| Outcome::Fine)
        }
    };
    done.unwrap_or_else(|error| ended_early(&error))
}

/// A reader that went away (`| head`) is no failure.
fn ended_early(error: &io::Error) -> Outcome {
    if error.kind() == io::ErrorKind::BrokenPipe { Outcome::Fine } else { Outcome::Failure }
}
