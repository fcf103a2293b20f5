//! One binary for all integration tests; its modules mirror the rooms of the library.

mod word;
