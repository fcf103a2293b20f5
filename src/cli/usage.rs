use std::error::Error;
use std::io::Write;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Outcome;

/// Shows help and version, or tells in Danish what of the command line was not understood.
///
/// `command` is the one that was called, if it is known.
pub(super) fn tell(
    error: &clap::Error,
    command: Option<&str>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Outcome {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A reader that went away wants no more help.
            let _ = write!(out, "{}", error.render());
            return Outcome::Fine;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(err, "{}", error.render());
            return Outcome::Usage;
        }
        _ => {}
    }
    let _ = writeln!(err, "fejl[kommandolinje]: {}", sentence(error));
    if let Some(near) = suggestion(error) {
        let _ = writeln!(err, "  Mente du »{near}«?");
    }
    let command = command.map_or_else(String::new, |command| format!(" {command}"));
    let _ = writeln!(err, "  Se »socialaftale{command} --help«.");
    Outcome::Usage
}

fn sentence(error: &clap::Error) -> String {
    let given = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = given(ContextKind::InvalidArg);
    let value = given(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!(
                "Der er ingen kommando, der hedder »{}«.",
                given(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::UnknownArgument => format!("»{argument}« kendes ikke her."),
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("»{}« mangler en værdi.", bare(&argument))
        }
        ErrorKind::InvalidValue => {
            let known = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(known)) => known.join(", "),
                _ => String::new(),
            };
            format!("»{value}« kan ikke vælges ved »{}«; vælg mellem {known}.", bare(&argument))
        }
        ErrorKind::ValueValidation => {
            let why = error.source().map_or_else(String::new, ToString::to_string);
            format!("»{value}« kan ikke bruges ved »{}«; {why}.", bare(&argument))
        }
        ErrorKind::MissingRequiredArgument => format!("{} mangler.", bare(&argument)),
        ErrorKind::MissingSubcommand => "Kommandoen mangler.".to_owned(),
        ErrorKind::ArgumentConflict => match given(ContextKind::PriorArg) {
            other if other.is_empty() || other == argument => {
                format!("»{}« er angivet to gange.", bare(&argument))
            }
            other => {
                format!("»{}« og »{}« kan ikke bruges sammen.", flag(&argument), flag(&other))
            }
        },
        ErrorKind::TooManyValues => format!("Der er for mange værdier ved »{}«.", bare(&argument)),
        ErrorKind::InvalidUtf8 => "Kommandolinjen rummer tegn, der ikke kan læses.".to_owned(),
        _ => "Kommandolinjen kan ikke forstås.".to_owned(),
    }
}

/// An argument's name without the brackets that help texts put round it.
fn bare(argument: &str) -> String {
    argument.replace(['<', '>', '[', ']'], "").trim_end_matches('…').to_owned()
}

/// An option without its value: "--kun".
fn flag(argument: &str) -> String {
    bare(argument.split(' ').next().unwrap_or(argument))
}

fn suggestion(error: &clap::Error) -> Option<String> {
    [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| match error.get(kind)? {
            ContextValue::String(text) => Some(text.clone()),
            ContextValue::Strings(texts) => texts.first().cloned(),
            _ => None,
        })
}
