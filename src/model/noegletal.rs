use rust_decimal::Decimal;

use super::sourced::Sourced;
use super::talstatus::Talstatus;

/// A figure that texts use and no other table has.
#[derive(Debug, Clone, PartialEq)]
pub struct Noegletal {
    pub noegle: String,
    pub tal: Sourced<Decimal>,
    pub enhed: Option<Sourced<String>>,
    pub betegnelse: Sourced<String>,
    pub status: Option<Talstatus>,
    pub kilde: Sourced<String>,
}
