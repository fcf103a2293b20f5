mod catalogue;
mod context;
mod figures;
mod no_copies;
mod tables;
