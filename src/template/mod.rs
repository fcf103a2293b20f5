//! Templates by name: the ones that travel in the program, and a project's own, which win.

use std::collections::BTreeSet;

use include_dir::{Dir, include_dir};

use crate::finding::{Finding, Place};
use crate::input::{Files, plain_text};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static SHIPPED_INPUTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/inputs");

const TYPST_FOLDER: &str = "templates/typst";
const WORD_FOLDER: &str = "templates/word";

/// What Word saves documents and templates as, without macros and with.
const WORD_ENDINGS: [&str; 4] = [".docx", ".dotx", ".docm", ".dotm"];

/// The templates that a project can use.
pub struct Templates<'f> {
    own: &'f Files,
}

impl<'f> Templates<'f> {
    /// `own` are the files of the project's `templates/` folder.
    pub fn new(own: &'f Files) -> Self {
        Self { own }
    }

    /// The text of the first Typst template there is of some names, and the path to call it by.
    pub fn typst(&self, names: &[String]) -> Result<(String, String), Finding> {
        let (path, bytes) = self.first(names, TYPST_FOLDER, &[".typ"])?;
        let text = plain_text(bytes, &path)?;
        Ok((path, text))
    }

    /// What Typst templates may import or show, by path: everything in `delt/`.
    pub fn typst_imports(&self) -> Result<Vec<(String, Vec<u8>)>, Finding> {
        self.shared(TYPST_FOLDER, "typst/delt")
            .map(|(path, bytes)| {
                let bytes = if path.ends_with(".typ") {
                    plain_text(bytes, &path)?.into_bytes()
                } else {
                    bytes.to_vec()
                };
                Ok((path, bytes))
            })
            .collect()
    }

    /// What Word templates may call by name: the files in `delt/`, each with its name and path.
    pub fn word_partials(&self) -> Vec<(String, String, &[u8])> {
        let files = self.shared(WORD_FOLDER, "word/delt");
        files
            .filter_map(|(path, bytes)| {
                let file = path.rsplit_once('/').map_or(path.as_str(), |(_, file)| file);
                Some((file.strip_suffix(".docx")?.to_owned(), path, bytes))
            })
            .collect()
    }

    /// The files of a folder's `delt/` by path, built in or the project's own.
    fn shared(&self, folder: &str, built_in: &str) -> impl Iterator<Item = (String, &[u8])> {
        let built_in = BUILT_IN
            .get_dir(built_in)
            .into_iter()
            .flat_map(Dir::files)
            .filter_map(|file| Some(format!("templates/{}", file.path().to_str()?)));
        let folder = format!("{folder}/delt");
        let own = self.own.under(&folder).map(|(name, _)| name.to_owned());
        let paths: BTreeSet<String> = built_in.chain(own).collect();
        paths.into_iter().filter_map(|path| self.find(&path).map(|bytes| (path, bytes)))
    }

    /// The bytes of the first Word template there is of some names, and the path to call it by.
    pub fn word(&self, names: &[String]) -> Result<(String, &[u8]), Finding> {
        self.first(names, WORD_FOLDER, &WORD_ENDINGS)
    }

    /// Finds the first template of some names; a name that is in no format at all is a fejl.
    fn first(
        &self,
        names: &[String],
        folder: &str,
        endings: &[&str],
    ) -> Result<(String, &[u8]), Finding> {
        let mut wanted = String::new();
        for name in names {
            // A name may be written with the ending that the file is seen with.
            let written = WORD_ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
            let name = written.unwrap_or(name);
            if let Some(found) = self.any(&format!("{folder}/{name}"), endings) {
                return Ok(found);
            }
            wanted = name.to_owned();
            let elsewhere = [(TYPST_FOLDER, &[".typ"][..]), (WORD_FOLDER, &WORD_ENDINGS)];
            if !elsewhere.iter().any(|(at, e)| self.any(&format!("{at}/{name}"), e).is_some()) {
                break;
            }
        }
        let ending = endings.first().copied().unwrap_or_default();
        Err(self.missing(&format!("{folder}/{wanted}{ending}"), ending))
    }

    /// The template with any of the endings; the project's own wins, whatever its ending.
    fn any(&self, stem: &str, endings: &[&str]) -> Option<(String, &[u8])> {
        let paths: Vec<String> = endings.iter().map(|ending| format!("{stem}{ending}")).collect();
        let own = paths.iter().find(|path| self.own.get(path).is_some());
        let path = own.or_else(|| paths.iter().find(|path| self.find(path).is_some()))?;
        Some((path.clone(), self.find(path)?))
    }

    /// The bytes of a template or of what it calls, by path: "templates/typst/aftale.typ".
    pub fn find(&self, path: &str) -> Option<&[u8]> {
        let built_in = || BUILT_IN.get_file(path.trim_start_matches("templates/"));
        self.own.get(path).or_else(|| built_in().map(|file| file.contents()))
    }

    fn missing(&self, path: &str, ending: &str) -> Finding {
        let folder = path.rsplit_once('/').map_or(path, |(folder, _)| folder);
        let built_in = BUILT_IN.get_dir(folder.trim_start_matches("templates/"));
        let built_in = built_in
            .into_iter()
            .flat_map(Dir::files)
            .filter_map(|file| file.path().to_str().map(|path| format!("templates/{path}")));
        let own = self.own.under(folder).map(|(name, _)| name.to_owned());
        let known: Vec<String> =
            built_in.chain(own).filter(|name| name.ends_with(ending)).collect();
        Finding::fejl("skabelon-mangler", Place::file(path), "Skabelonen findes ikke.")
            .nearest(path, known.iter().map(String::as_str))
    }
}

/// The files of a new project: the shipped inputs and templates, by path below the project.
pub fn shipped_files() -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    gather(&SHIPPED_INPUTS, "inputs", &mut files);
    gather(&BUILT_IN, "templates", &mut files);
    // The parts that the Word templates are put together from are of no use without the tests.
    files.retain(|(name, _)| !name.starts_with("templates/word/dele/"));
    files
}

fn gather(folder: &Dir<'static>, root: &str, files: &mut Vec<(String, &'static [u8])>) {
    for file in folder.files() {
        if let Some(path) = file.path().to_str() {
            files.push((format!("{root}/{path}"), file.contents()));
        }
    }
    for inner in folder.dirs() {
        gather(inner, root, files);
    }
}
