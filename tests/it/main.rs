//! Tests of the library and of the repository as a whole, without a browser.

mod tidy;
