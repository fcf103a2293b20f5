mod commands;
mod foelg;
mod forskel;
mod spor;
mod til_offentlig;
mod tjek_skabelon;
mod udgaveforskel;
mod usage;
