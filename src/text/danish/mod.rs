//! Danish conventions for what is printed: numbers, dates, quotation marks, non-breaking spaces.

mod date;
mod field_name;
mod list;
mod number;
mod personnavn;
mod personnummer;
mod typeset;
mod written_numbers;

pub use date::{date, parse_date};
pub use field_name::field_name;
pub use list::list;
pub use number::{amount, counted, in_words, kroner, number, parse_number};
pub use personnavn::personnavne;
pub use personnummer::{Personnummer, personnumre, without_personnumre};
pub use typeset::{NBSP, typeset, typeset_after};
pub use written_numbers::{WrittenNumber, written_numbers};
