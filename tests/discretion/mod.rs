mod auditor;
mod brute_force;
mod masked;
mod suppress;
mod tables;
