use chrono::Datelike;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::diagnostics::Diagnosis;
use super::world::Virtual;
use super::{TypstOptions, TypstSource};
use crate::finding::{Finding, Findings, Place};

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: usize,
}

/// Lays out a merged document and writes it as PDF/UA-1 and PDF/A-2a.
///
/// A warning of Typst's (an unknown font, say) is a fejl: the page would not look as meant.
pub fn compile(
    source: &TypstSource,
    options: &TypstOptions,
    findings: &mut Findings,
) -> Option<Pdf> {
    let world = Virtual::new(&source.main, &source.files);
    let diagnosis = Diagnosis { world: &world, template: &source.name };
    let compiled = typst::compile::<PagedDocument>(&world);
    findings.extend(compiled.warnings.iter().map(|warning| diagnosis.finding(warning)));
    let document = match compiled.output {
        Ok(document) => document,
        Err(errors) => {
            findings.extend(errors.iter().map(|error| diagnosis.finding(error)));
            return None;
        }
    };
    let options = pdf_options(options, &source.name, findings)?;
    match typst_pdf::pdf(&document, &options) {
        Ok(mut bytes) => {
            super::streams::settle(&mut bytes);
            Some(Pdf { bytes, pages: document.pages().len() })
        }
        Err(errors) => {
            findings.extend(errors.iter().map(|error| diagnosis.finding(error)));
            None
        }
    }
}

fn pdf_options(
    options: &TypstOptions,
    template: &str,
    findings: &mut Findings,
) -> Option<PdfOptions> {
    let standards = match PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]) {
        Ok(standards) => standards,
        Err(reason) => {
            findings.push(Finding::fejl(
                "pdf-standard",
                Place::file(template),
                format!("PDF'en kan ikke skrives efter standarden: {}", reason.message()),
            ));
            return None;
        }
    };
    let day = options.date;
    let month = u8::try_from(day.month()).unwrap_or(1);
    let date =
        Datetime::from_ymd_hms(day.year(), month, u8::try_from(day.day()).unwrap_or(1), 0, 0, 0);
    Some(PdfOptions {
        ident: Smart::Custom(options.ident.clone()),
        creator: Smart::Custom(Some(format!("socialaftale {}", env!("CARGO_PKG_VERSION")))),
        timestamp: date.map(Timestamp::new_utc),
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    })
}
