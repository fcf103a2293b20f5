use super::bookmarks::Bookmarks;
use super::fragment::Raster;
use super::parts::{ContentTypes, DOCUMENT, Media, NoteKind, Notes, Numbering, Relations, Styles};
use crate::package::Package;

/// Everything of a package that the writing of rich text reads and adds to.
pub struct Desk<'a> {
    pub package: Package,
    pub types: ContentTypes,
    pub styles: Styles,
    pub numbering: Numbering,
    pub notes: Notes,
    pub endnotes: Notes,
    pub media: Media,
    pub bookmarks: Bookmarks,
    pub fonts: &'a [&'a [u8]],
    /// Made when the first drawing asks for it, since fonts take time to read.
    pub raster: Option<Raster>,
}

impl Desk<'static> {
    /// The desk as a template leaves it; no document is written on it.
    pub fn new(package: Package, styles: Styles) -> Self {
        Self {
            types: ContentTypes::load(&package),
            styles,
            numbering: Numbering::load(&package),
            notes: Notes::load(&package, NoteKind::Footnote),
            endnotes: Notes::load(&package, NoteKind::Endnote),
            media: Media::default(),
            bookmarks: Bookmarks::default(),
            fonts: &[],
            raster: None,
            package,
        }
    }
}

impl Desk<'_> {
    /// A desk like this one, for one document.
    pub fn again<'a>(&self, fonts: &'a [&'a [u8]]) -> Desk<'a> {
        Desk {
            package: self.package.clone(),
            types: self.types.clone(),
            styles: self.styles.clone(),
            numbering: self.numbering.clone(),
            notes: self.notes.clone(),
            endnotes: self.endnotes.clone(),
            media: Media::default(),
            bookmarks: self.bookmarks.again(),
            fonts,
            raster: None,
        }
    }

    pub fn notes(&mut self, kind: NoteKind) -> &mut Notes {
        match kind {
            NoteKind::Footnote => &mut self.notes,
            NoteKind::Endnote => &mut self.endnotes,
        }
    }

    /// Puts all that was added back into the package.
    pub fn clear(mut self, mut body: Relations) -> Package {
        let package = &mut self.package;
        self.styles.save(package, &mut self.types);
        self.numbering.save(package, &mut self.types, &mut body);
        self.notes.save(package, &mut self.types, &mut body);
        self.endnotes.save(package, &mut self.types, &mut body);
        body.save(package);
        debug_assert!(package.part(DOCUMENT).is_some());
        self.types.save(package);
        self.package
    }
}
