use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error, ValueDeserializer};

use super::keys::{Keys, well_formed};
use crate::finding::{Finding, Findings, Place};
use crate::model::Sourced;

const A_DATE: &str = "Skriv datoen som 2020-09-14, uden anførselstegn.";

/// A TOML file read piece by piece, so that every piece's faults are told at once.
pub(super) struct TomlFile<'s> {
    file: String,
    source: &'s str,
    /// The file's line before the source's first one (front matter begins at 1).
    line_before: u32,
    table: DeTable<'s>,
}

impl<'s> TomlFile<'s> {
    pub fn parse(
        file: &str,
        source: &'s str,
        line_before: u32,
        findings: &mut Findings,
    ) -> Option<Self> {
        let (table, errors) = DeTable::parse_recoverable(source);
        let parsed = Self { file: file.to_owned(), source, line_before, table: table.into_inner() };
        let broken = !errors.is_empty();
        findings.extend(errors.iter().map(|error| parsed.syntax(error)));
        (!broken).then_some(parsed)
    }

    /// Tells of every key at the top that is not among `known`.
    pub fn only(&self, known: &[&str], findings: &mut Findings) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                findings.push(unknown(name, self.at(key.span().start), known.iter().copied()));
            }
        }
    }

    /// Reads what stands under a key; a missing key is a fejl.
    pub fn read<T: DeserializeOwned>(
        &self,
        key: &str,
        fields: &[&str],
        findings: &mut Findings,
    ) -> Option<T> {
        match self.table.get(key) {
            Some(value) => self.decode(key, value, fields, findings),
            None => {
                findings.push(
                    Finding::fejl(
                        "mangler-oplysning",
                        Place::file(&self.file),
                        format!("Oplysningen »{key}« mangler."),
                    )
                    .hint(format!("Skriv fx: {key} = …")),
                );
                None
            }
        }
    }

    /// Reads what stands under a key that may be left out.
    pub fn optional<T: DeserializeOwned>(
        &self,
        key: &str,
        fields: &[&str],
        findings: &mut Findings,
    ) -> Option<T> {
        let value = self.table.get(key)?;
        self.decode(key, value, fields, findings)
    }

    /// Reads a list of tables (`[[key]]`), each on its own; a missing list is empty.
    pub fn list<T: DeserializeOwned>(
        &self,
        key: &str,
        fields: &[&str],
        findings: &mut Findings,
    ) -> Vec<T> {
        self.placed_list(key, fields, findings).into_iter().map(|item| item.value).collect()
    }

    /// The same, each with the line it begins on.
    pub fn placed_list<T: DeserializeOwned>(
        &self,
        key: &str,
        fields: &[&str],
        findings: &mut Findings,
    ) -> Vec<Sourced<T>> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let at = |item: &Spanned<DeValue<'_>>| self.at(item.span().start);
        let Some(items) = value.get_ref().as_array() else {
            let message = format!("»{key}« skal være en liste.");
            let finding = Finding::fejl("forkert-slags", at(value), message);
            findings.push(finding.hint(format!("Skriv [[{key}]] over hver del.")));
            return Vec::new();
        };
        items
            .iter()
            .filter_map(|item| {
                let read = self.decode(key, item, fields, findings)?;
                Some(Sourced::new(read, at(item)))
            })
            .collect()
    }

    /// Tells of keys in a list of tables that stand twice or are none; `what` carries such a key.
    pub fn keys(&self, list: &str, what: &'static str, findings: &mut Findings) {
        let mut keys = Keys::of(what);
        let items = self.table.get(list).and_then(|value| value.get_ref().as_array());
        for item in items.into_iter().flatten() {
            let key = item.get_ref().as_table().and_then(|table| table.get("noegle"));
            let Some(value) = key else { continue };
            if let Some(key) = value.get_ref().as_str() {
                let at = self.at(value.span().start);
                well_formed(key, &at, findings);
                keys.unique(key, &at, findings);
            }
        }
    }

    /// Where every value stands, by dotted path.
    pub fn places(&self) -> BTreeMap<String, Place> {
        let mut places = BTreeMap::new();
        for (key, value) in &self.table {
            self.gather(key.get_ref(), value, &mut places);
        }
        places
    }

    fn gather(
        &self,
        path: &str,
        value: &Spanned<DeValue<'_>>,
        places: &mut BTreeMap<String, Place>,
    ) {
        places.insert(path.to_owned(), self.at(value.span().start));
        if let Some(table) = value.get_ref().as_table() {
            for (key, value) in table {
                self.gather(&format!("{path}.{}", key.get_ref()), value, places);
            }
        }
        if let Some(items) = value.get_ref().as_array() {
            for (index, value) in items.iter().enumerate() {
                self.gather(&format!("{path}.{index}"), value, places);
            }
        }
    }

    fn decode<T: DeserializeOwned>(
        &self,
        key: &str,
        value: &Spanned<DeValue<'s>>,
        fields: &[&str],
        findings: &mut Findings,
    ) -> Option<T> {
        let mut ignored = Vec::new();
        let deserializer = ValueDeserializer::from(value.clone());
        let read = serde_ignored::deserialize(deserializer, |path| ignored.push(path.to_string()));
        for path in &ignored {
            let name = path.rsplit('.').next().unwrap_or(path);
            let at = self.at(find(value, path).unwrap_or_else(|| value.span().start));
            findings.push(unknown(name, at, fields.iter().copied()));
        }
        match read {
            Ok(read) => Some(read),
            Err(error) => {
                findings.push(self.refused(key, &error, value));
                None
            }
        }
    }

    fn refused(&self, key: &str, error: &Error, value: &Spanned<DeValue<'_>>) -> Finding {
        let start = error.span().map_or(value.span().start, |span| span.start);
        let at = self.at(start);
        let reason = error.message();
        let quoted = |text: &str| text.split('`').nth(1).unwrap_or_default().to_owned();
        if reason.starts_with("missing field") {
            let field = quoted(reason);
            return Finding::fejl(
                "mangler-oplysning",
                at,
                format!("Oplysningen »{field}« mangler under »{key}«."),
            )
            .hint(format!("Skriv fx: {field} = …"));
        }
        if reason.starts_with("unknown variant") {
            let given = quoted(reason);
            let known: Vec<&str> = reason.split('`').skip(3).step_by(2).collect();
            return Finding::fejl(
                "ukendt-valg",
                at,
                format!("»{given}« kan ikke vælges under »{key}«."),
            )
            .hint(format!("Der kan vælges mellem: {}.", known.join(", ")));
        }
        let hint = if reason.contains("expected a date") || reason.contains("expected a TOML date")
        {
            A_DATE
        } else if reason.contains("expected a string") {
            "Her skal stå en tekst i anførselstegn."
        } else if reason.contains("expected a sequence") {
            "Her skal stå en liste i kantede klammer."
        } else if reason.contains("expected a boolean") {
            "Her skal stå true eller false."
        } else if reason.contains("expected u32") || reason.contains("expected u") {
            "Her skal stå et helt tal uden anførselstegn."
        } else {
            "Se beskrivelsen af filen i README."
        };
        Finding::fejl(
            "forkert-slags",
            at,
            format!("Oplysningen »{}« er af en forkert slags.", field(value, start).unwrap_or(key)),
        )
        .hint(hint)
    }

    fn syntax(&self, error: &Error) -> Finding {
        let start = error.span().map_or(0, |span| span.start);
        let at = self.at(start);
        if let Some((name, written)) = self.assigned(start)
            && is_nearly_date(written)
        {
            let message = format!("Oplysningen »{name}« er ikke en dato: »{written}«.");
            return Finding::fejl("toml-syntaks", at, message).hint(A_DATE);
        }
        Finding::fejl("toml-syntaks", at, "Linjen er ikke skrevet rigtigt.").hint(
            "En oplysning skrives: navn = \"værdi\". Se efter manglende anførselstegn og klammer.",
        )
    }

    /// The name and the bare value round an offset: what stands on each side of the nearest »=«.
    fn assigned(&self, offset: usize) -> Option<(&str, &str)> {
        let offset = (0..=offset.min(self.source.len()))
            .rev()
            .find(|offset| self.source.is_char_boundary(*offset))?;
        let start = self.source[..offset].rfind('\n').map_or(0, |at| at + 1);
        let line = self.source[start..].lines().next()?;
        let column = offset - start;
        let equals = line.match_indices('=').map(|(at, _)| at);
        let equals = equals.take_while(|at| *at <= column).last().or_else(|| line.find('='))?;
        let name = line[..equals].rsplit([',', '{']).next()?.trim();
        let written = line[equals + 1..].split([',', '}', '#']).next()?.trim();
        Some((name, written))
    }

    fn at(&self, offset: usize) -> Place {
        let before = self.source.get(..offset).unwrap_or(self.source);
        let line = 1 + before.matches('\n').count();
        let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Place::line(&self.file, self.line_before + count(line), count(column))
    }
}

fn unknown<'a>(name: &str, at: Place, known: impl Iterator<Item = &'a str>) -> Finding {
    Finding::fejl("ukendt-noegle", at, format!("Oplysningen »{name}« kendes ikke her."))
        .nearest(name, known)
}

/// The innermost key whose value holds a byte.
fn field<'v>(value: &'v Spanned<DeValue<'_>>, offset: usize) -> Option<&'v str> {
    match value.get_ref() {
        DeValue::Table(table) => table.iter().find_map(|(key, inner)| {
            let own = || {
                let is_group = inner.get_ref().is_table();
                (!is_group && inner.span().contains(&offset)).then(|| key.get_ref().as_ref())
            };
            field(inner, offset)
                .or_else(own)
                .or_else(|| (inner.span().start == offset).then(|| key.get_ref().as_ref()))
        }),
        DeValue::Array(items) => items.iter().find_map(|item| field(item, offset)),
        _ => None,
    }
}

/// Whether bare words are figures as in a date: "2020-09-31", "14.09.2020".
fn is_nearly_date(written: &str) -> bool {
    let figures = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = written.split(['-', '.', '/']).map(str::trim).collect();
    parts.len() == 3 && parts.into_iter().all(figures)
}

/// The byte at which the key of a dotted path stands.
fn find(value: &Spanned<DeValue<'_>>, path: &str) -> Option<usize> {
    let mut here = value;
    let mut start = value.span().start;
    for step in path.split('.').filter(|step| *step != "?") {
        match here.get_ref() {
            DeValue::Table(table) => {
                let (key, inner) = table.iter().find(|(key, _)| key.get_ref() == step)?;
                start = key.span().start;
                here = inner;
            }
            DeValue::Array(items) => {
                here = items.get(step.parse::<usize>().ok()?)?;
                start = here.span().start;
            }
            _ => return None,
        }
    }
    Some(start)
}
