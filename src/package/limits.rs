/// How much a container may hold before it is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    pub entries: usize,
    pub entry_bytes: u64,
    pub total_bytes: u64,
    /// Unpacked to packed, once an entry has passed `grace_bytes`.
    pub ratio: u64,
    pub grace_bytes: u64,
}

impl Limits {
    const MEGABYTE: u64 = 1024 * 1024;

    /// Word documents may hold many pictures.
    pub const DOCUMENT: Self = Self { entries: 1000, ..Self::WORKBOOK };

    /// An edition holds a whole project: inputs, templates and documents for two readers.
    pub const EDITION: Self =
        Self { entries: 10_000, total_bytes: 1024 * Self::MEGABYTE, ratio: 1000, ..Self::WORKBOOK };

    pub const WORKBOOK: Self = Self {
        entries: 256,
        entry_bytes: 64 * Self::MEGABYTE,
        total_bytes: 200 * Self::MEGABYTE,
        ratio: 100,
        grace_bytes: 100 * 1024,
    };
}
