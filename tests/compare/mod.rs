//! The comparison of two editions.

mod blocks;
mod both_ways;
mod random_blocks;
