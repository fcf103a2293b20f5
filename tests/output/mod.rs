mod documents;
mod folder;
mod incremental;
mod killed;
mod trace;
mod word_partials;
