use std::collections::BTreeMap;

use handlebars::{Helper, RenderError, RenderErrorReason};

use super::examine::Locate;
use super::helpers;
use super::slot::Role;
use super::stamp::{STAMP, unstamp};
use crate::finding::{Finding, Place};

/// What a helper asked to have put in.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub role: Role,
    /// The words after the helper's name.
    pub key: String,
    pub more: Option<String>,
    /// The level that the text's own title would have.
    pub level: u8,
    pub options: BTreeMap<String, String>,
    /// Where it was asked for.
    pub place: Place,
}

impl Request {
    pub fn read(role: Role, helper: &Helper<'_>) -> Result<Self, RenderError> {
        let word = |index| {
            let param = helper.param(index).filter(|param| !param.is_value_missing());
            param.map(|param| helpers::shown(param.value()))
        };
        let key = match word(0) {
            None if role.needs_key() => {
                return Err(RenderErrorReason::MissingVariable(None).into());
            }
            key => key.unwrap_or_default(),
        };
        let options: BTreeMap<String, String> = helper
            .hash()
            .iter()
            .map(|(name, value)| ((*name).to_owned(), helpers::shown(value.value())))
            .collect();
        let level = options.get("niveau").and_then(|level| level.parse().ok()).unwrap_or(1);
        Ok(Self { role, key, more: word(1), level, options, place: Place::Command })
    }

    /// Turns the stamp that the request was made with into a place.
    pub fn settle(&mut self, locate: Locate<'_>) {
        let stamp = self.options.remove(STAMP).unwrap_or_default();
        let (line, column) = unstamp(&stamp);
        self.place = locate(line, column);
    }

    /// An option that says something.
    pub fn option(&self, name: &str) -> Option<&str> {
        self.options.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }
}

/// A picture must say what it shows.
pub(super) fn without_alt(request: &Request) -> Option<Finding> {
    request.option("alt").is_none().then(|| {
        let message = format!(
            "Billedet »{}« mangler en beskrivelse til dem, der ikke kan se det.",
            request.key
        );
        Finding::fejl("billede-uden-beskrivelse", request.place.clone(), message).hint(
            "Skriv den i de kantede klammer: ![beskrivelse](sti), eller i mærket: alt=\"beskrivelse\".",
        )
    })
}
