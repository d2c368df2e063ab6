//! Integration tests of the library's edges and of the command line.

mod command_line;
mod programs;
