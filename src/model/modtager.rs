/// For whom documents are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Modtager {
    /// The authorities and Socialstyrelsen, who see all counts.
    #[default]
    Myndighed,
    /// Anyone: small counts are hidden, and what is of one kommune is left out.
    Offentlig,
}
