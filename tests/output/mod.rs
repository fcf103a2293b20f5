mod documents;
mod folder;
mod trace;
mod word_partials;
