use crate::finding::Place;

/// What findings call the body, the only part in which Word allows notes and comments.
pub const BODY: &str = "brødtekst";

/// A part of a template, as its maker knows it.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    pub file: &'a str,
    /// "brødtekst", "sidehoved" …
    pub name: &'a str,
}

/// Where in a part something stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spot {
    /// The nearest heading before it.
    pub heading: String,
    /// "afsnit 4" or "tabel 1, række 2, celle 3".
    pub at: String,
    /// How many paragraphs, rows and cells have begun before it.
    pub order: usize,
}

impl Part<'_> {
    pub fn place(&self, spot: &Spot, tag: &str) -> Place {
        Place::Word {
            file: self.file.to_owned(),
            part: self.name.to_owned(),
            heading: spot.heading.clone(),
            spot: spot.at.clone(),
            tag: tag.to_owned(),
            order: spot.order,
        }
    }

    pub fn whole(&self) -> Place {
        self.place(&Spot::default(), "")
    }
}

/// Counts paragraphs, tables, rows and cells on the way through a part.
#[derive(Debug, Default)]
pub struct Counter {
    heading: String,
    paragraphs: u32,
    tables: u32,
    /// Row and cell of each table that is open, the outermost first.
    open: Vec<(u32, u32)>,
    order: usize,
}

impl Counter {
    pub fn enter(&mut self, element: &str) {
        self.order += usize::from(matches!(element, "w:p" | "w:tr" | "w:tc"));
        match element {
            "w:tbl" => {
                if self.open.is_empty() {
                    self.tables += 1;
                }
                self.open.push((0, 0));
            }
            "w:tr" => {
                if let Some((row, cell)) = self.open.last_mut() {
                    (*row, *cell) = (*row + 1, 0);
                }
            }
            "w:tc" => {
                if let Some((_, cell)) = self.open.last_mut() {
                    *cell += 1;
                }
            }
            "w:p" if self.open.is_empty() => self.paragraphs += 1,
            _ => {}
        }
    }

    pub fn leave(&mut self, element: &str) {
        if element == "w:tbl" {
            self.open.pop();
        }
    }

    pub fn heading(&mut self, words: &str) {
        if self.open.is_empty() && !words.trim().is_empty() {
            self.heading = words.trim().to_owned();
        }
    }

    pub fn spot(&self) -> Spot {
        let at = match self.open.first() {
            Some((row, 0)) => format!("tabel {}, række {row}", self.tables),
            Some((row, cell)) => format!("tabel {}, række {row}, celle {cell}", self.tables),
            None if self.paragraphs == 0 => String::new(),
            None => format!("afsnit {}", self.paragraphs),
        };
        Spot { heading: self.heading.clone(), at, order: self.order }
    }
}
