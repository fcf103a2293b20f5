mod balance;
mod danish;
mod markdown;
mod number;
mod verbatim;
