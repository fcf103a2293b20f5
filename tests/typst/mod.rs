//! The PDF renderer: blocks as Typst source, and what stands in the finished PDF.

mod escape;
mod faults;
mod redline;
mod source;
mod verbatim;

use chrono::NaiveDate;
use socialaftale::finding::Findings;
use socialaftale::merge::{Context, Library};
use socialaftale::render::typst::{Pdf, TypstOptions, TypstSource, TypstTemplate, compile, merge};

use crate::word::sample;

const NAME: &str = "templates/typst/lille.typ";

fn options() -> TypstOptions {
    TypstOptions {
        title: "Lille".to_owned(),
        author: "Sekretariatet".to_owned(),
        subject: String::new(),
        ident: "lille".to_owned(),
        date: NaiveDate::from_ymd_opt(2020, 9, 14).expect("a date"),
    }
}

fn merged(source: &str, context: &Context, library: &dyn Library) -> Result<TypstSource, Findings> {
    let template = TypstTemplate { name: NAME, source, imports: &[] };
    let mut findings = Findings::new();
    let merged = merge(&template, context, library, &mut findings);
    findings.settle();
    merged.filter(|_| !findings.has_fejl()).ok_or(findings)
}

/// The Typst source of a template with the sample texts, in the words of `husstil.typ`.
fn written(source: &str, context: &Context) -> String {
    merged(source, context, &sample::shelf()).unwrap_or_else(|f| panic!("{f}")).main
}

fn pdf(source: &str, context: &Context) -> Result<Pdf, Findings> {
    let source = merged(source, context, &sample::shelf())?;
    let mut findings = Findings::new();
    let pdf = compile(&source, &options(), &mut findings);
    pdf.filter(|_| !findings.has_fejl()).ok_or(findings)
}
