mod auditor;
mod brute_force;
mod suppress;
mod tables;
