/// One of two Word files to compare, and what findings call it.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
}
