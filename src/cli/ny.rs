use std::io::{self, Write};

use super::Outcome;
use super::args::NyValg;
use super::show;
use crate::finding::Findings;
use crate::output::place_folder;
use crate::template::shipped_files;

/// Makes a project folder of one's own from the shipped inputs and templates.
pub(super) fn run(
    choice: &NyValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let files = shipped_files();
    let shown = choice.mappe.display().to_string();
    if let Err(finding) = place_folder(&choice.mappe, &shown, &files) {
        show::findings(&Findings::from(finding), err)?;
        return Ok(Outcome::Usage);
    }
    writeln!(out, "Projektmappen »{shown}« er klar med {} filer.", files.len())?;
    writeln!(out, "Ret i inputs/, og byg så:  socialaftale byg --projekt \"{shown}\"")?;
    Ok(Outcome::Fine)
}
