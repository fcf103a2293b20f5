mod documents;
mod folder;
mod incremental;
mod trace;
mod word_partials;
