//! Native integration tests: the library from outside, on whole inputs.

mod wallpaper;
