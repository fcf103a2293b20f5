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

/// Counts paragraphs, tables, rows and cells on the way through a part. What stands in a text box
/// is said to be where the box is.
#[derive(Debug, Default)]
pub struct Counter {
    heading: String,
    paragraphs: u32,
    tables: u32,
    /// Row and cell of each table that is open, the outermost first.
    open: Vec<(u32, u32)>,
    /// How many text boxes are open inside one another.
    boxes: u32,
    order: usize,
    /// The order before each choice that is open: what comes in its stead for older programs
    /// stands in the same place.
    before: Vec<usize>,
}

impl Counter {
    pub fn enter(&mut self, element: &str) {
        match element {
            "w:txbxContent" => self.boxes += 1,
            "mc:AlternateContent" => self.before.push(self.order),
            "mc:Fallback" => {
                self.order = self.before.last().copied().unwrap_or(self.order);
            }
            _ => {}
        }
        self.order += usize::from(matches!(element, "w:p" | "w:tr" | "w:tc"));
        if self.boxes == 0 {
            self.count(element);
        }
    }

    fn count(&mut self, element: &str) {
        match element {
            "w:tbl" => {
                self.tables += u32::from(self.open.is_empty());
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
        match element {
            "w:txbxContent" => self.boxes = self.boxes.saturating_sub(1),
            "mc:AlternateContent" => {
                self.before.pop();
            }
            "w:tbl" if self.boxes == 0 => {
                self.open.pop();
            }
            _ => {}
        }
    }

    pub fn heading(&mut self, words: &str) {
        if self.open.is_empty() && self.boxes == 0 && !words.trim().is_empty() {
            self.heading = words.trim().to_owned();
        }
    }

    pub fn spot(&self) -> Spot {
        let around = if self.boxes > 0 { "tekstboks i " } else { "" };
        let at = match self.open.split_first() {
            Some((outer, inner)) => {
                let inner =
                    inner.iter().map(|cell| format!(", indre tabel {}", row_and_cell(cell)));
                let inner: String = inner.collect();
                format!("{around}tabel {}, {}{inner}", self.tables, row_and_cell(outer))
            }
            None if self.paragraphs == 0 => String::new(),
            None => format!("{around}afsnit {}", self.paragraphs),
        };
        Spot { heading: self.heading.clone(), at, order: self.order }
    }
}

fn row_and_cell((row, cell): &(u32, u32)) -> String {
    match cell {
        0 => format!("række {row}"),
        cell => format!("række {row}, celle {cell}"),
    }
}
