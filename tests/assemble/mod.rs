mod afrapportering;
mod catalogue;
mod context;
mod figures;
mod hidden;
mod no_copies;
mod tables;
