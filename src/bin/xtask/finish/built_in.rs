//! Which program is built in: src/index.html names it, and the build adds the name of its short form.

use super::markup;
use crate::disk;
use crate::failure::Failure;
use lol_html::element;
use std::path::Path;

/// The attribute that names the built-in program without abstracts.
pub const INDEX: &str = "data-index";

/// The path of the built-in program below public/, as the repository names it.
pub fn named_in(root: &Path) -> Result<String, Failure> {
    program_path(&disk::read_text(&root.join("src/index.html"))?)
}

/// The path of the built-in program that this page names.
pub fn program_path(html: &str) -> Result<String, Failure> {
    let paths = markup::attributes(html, "meta[name='siganpyo-program']", "content")?;
    paths.into_iter().next().ok_or_else(|| {
        markup::broken("it names no built-in program", "add <meta name=\"siganpyo-program\" content=\"programs/….json\">")
    })
}

/// The path of the file that the app loads first: the built-in program without abstracts, if it has any.
pub fn first_program_path(html: &str) -> Result<String, Failure> {
    let index = markup::attributes(html, "meta[name='siganpyo-program']", INDEX)?;
    index.into_iter().next().map_or_else(|| program_path(html), Ok)
}

/// The page with the path of the program without abstracts added.
pub fn name_index(html: &str, path: &str) -> Result<String, Failure> {
    markup::rewrite(html, vec![element!("meta[name='siganpyo-program']", |element| Ok(element.set_attribute(INDEX, path)?))])
}
