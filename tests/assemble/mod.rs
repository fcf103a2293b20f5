mod afrapportering;
mod catalogue;
mod context;
mod figures;
mod hidden;
mod indsamling;
mod no_copies;
mod tables;
