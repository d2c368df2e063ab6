//! Tests of the library's public functions, of the command line and of the repository as a whole, without a browser.

mod code;
mod command_line;
mod desk;
mod embed;
mod fixtures;
mod gate;
mod growth;
mod hostile;
mod pages;
mod pictures;
mod programs;
mod published;
mod reading;
mod small_app;
mod tidy;
mod versions;
mod wallpaper;
