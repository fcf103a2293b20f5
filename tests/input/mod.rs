mod container;
mod files;
mod plain_text;
mod tekst;
mod toml_file;
mod workbook;
mod years;
