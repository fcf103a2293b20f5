//! Writers of finished documents, one room per format.

pub mod word;
