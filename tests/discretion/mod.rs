mod auditor;
mod brute_force;
mod hide_alike;
mod masked;
mod suppress;
mod tables;
