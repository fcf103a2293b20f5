mod container;
mod plain_text;
mod tekst;
mod toml_file;
mod workbook;
