mod documents;
mod folder;
mod word_partials;
