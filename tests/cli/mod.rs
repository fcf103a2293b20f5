mod commands;
mod foelg;
mod forskel;
mod rettelser;
mod spor;
mod til_offentlig;
mod tjek_skabelon;
mod usage;
