mod documents;
mod folder;
