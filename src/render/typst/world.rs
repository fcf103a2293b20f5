use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;

use crate::fonts::FACES;

/// The files a document may read, by path below its root; there are no others.
pub(super) type VirtualFiles = BTreeMap<String, Vec<u8>>;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static FONTS: LazyLock<FontStore> = LazyLock::new(|| {
    let mut store = FontStore::new();
    for face in FACES {
        store.extend(Font::iter(Bytes::new(face)).map(|font| {
            let info = font.info().clone();
            (font, info)
        }));
    }
    store
});

/// What Typst sees: one document's files, the embedded fonts, no clock, no packages, no disk.
pub(super) struct Virtual {
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

impl Virtual {
    pub fn new(main: &str, files: &VirtualFiles) -> Self {
        let main_id = id("main.typ");
        let mut world = Self { main: main_id, sources: HashMap::new(), files: HashMap::new() };
        world.sources.insert(main_id, Source::new(main_id, main.to_owned()));
        for (path, bytes) in files {
            match std::str::from_utf8(bytes) {
                Ok(text) if path.ends_with(".typ") => {
                    world.sources.insert(id(path), Source::new(id(path), text.to_owned()));
                }
                _ => {
                    world.files.insert(id(path), Bytes::new(bytes.clone()));
                }
            }
        }
        world
    }

    /// The path of a file below the document's root.
    pub fn path(id: FileId) -> String {
        id.get().vpath().get_without_slash().to_owned()
    }
}

fn id(path: &str) -> FileId {
    // The names are this program's own and those of a project's files; should one be no path to
    // typst, a plain one stands in.
    let path = VirtualPath::new(path).or_else(|_| VirtualPath::new("fil"));
    let path = path.unwrap_or_else(|_| unreachable!("a plain name is a path"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for Virtual {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        FONTS.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if let Some(source) = self.sources.get(&id) {
            return Ok(Bytes::from_string(source.text().to_owned()));
        }
        self.files.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
