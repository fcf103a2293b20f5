//! A project folder on disk, and the command run in it.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use socialaftale::cli::{Outcome, run};
use socialaftale::output::{Manifest, place_folder};
use socialaftale::package::{Limits, Package};
use socialaftale::template::shipped_files;
use tempfile::TempDir;

/// What a command printed and how it ended.
#[derive(Debug)]
pub struct Ran {
    pub outcome: Outcome,
    pub out: String,
    pub err: String,
}

/// Runs the program as from a shell.
pub fn socialaftale(arguments: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let line = std::iter::once("socialaftale").chain(arguments.iter().copied());
    let outcome = run(line.map(OsString::from), &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
    Ran { outcome, out: text(out), err: text(err) }
}

/// The shipped project in a folder of its own.
pub struct Project {
    folder: TempDir,
}

impl Project {
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        place_folder(folder.path(), "projekt", &shipped_files())
            .expect("the shipped project is written");
        Self { folder }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.file(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        fs::write(self.file(name), bytes).expect("a file is written");
        self
    }

    pub fn remove(&self, name: &str) -> &Self {
        fs::remove_file(self.file(name)).expect("a file is removed");
        self
    }

    /// Replaces words that stand in a text file.
    pub fn replace(&self, name: &str, old: &str, new: &str) -> &Self {
        let text = String::from_utf8(self.read(name)).expect("a text file");
        assert!(text.contains(old), "{name} has no »{old}«");
        self.write(name, text.replace(old, new))
    }

    /// Replaces words in a part of a workbook or a Word file.
    pub fn replace_part(&self, name: &str, part: &str, old: &str, new: &str) -> &Self {
        let mut package =
            Package::read(&self.read(name), name, &Limits::WORKBOOK).expect("a container");
        let text = String::from_utf8(package.part(part).expect("the part").to_vec()).expect("XML");
        assert!(text.contains(old), "{part} of {name} has no »{old}«");
        package.set_part(part, text.replace(old, new).into_bytes());
        self.write(name, package.write())
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        let path = self.path().to_str().expect("a temporary path is UTF-8");
        let line: Vec<&str> = arguments.iter().copied().chain(["--projekt", path]).collect();
        socialaftale(&line)
    }

    /// Every document in `output/` with its bytes.
    pub fn output(&self) -> BTreeMap<String, Vec<u8>> {
        fs::read_dir(self.file("output"))
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.file_name().into_string().expect("a UTF-8 name"))
            .filter(|name| !name.starts_with('.'))
            .map(|name| (name.clone(), self.read(&format!("output/{name}"))))
            .collect()
    }

    pub fn manifest(&self) -> Manifest {
        serde_json::from_slice(&self.read("output/manifest.json")).expect("a manifest")
    }
}

/// The shipped project, built once for all tests that only look.
pub fn built() -> &'static (Project, Ran) {
    static BUILT: OnceLock<(Project, Ran)> = OnceLock::new();
    BUILT.get_or_init(|| {
        let project = Project::new();
        let ran = project.run(&["byg"]);
        (project, ran)
    })
}

/// The words of a PDF in reading order.
pub fn pdf_text(bytes: &[u8]) -> String {
    let document = lopdf::Document::load_mem(bytes).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).expect("text")
}

/// Words without the spaces and hyphens that line breaks bring.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !"-\u{ad}".contains(*letter)).collect()
}
