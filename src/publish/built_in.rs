//! Which program is built in: `site.toml` names it, and the finished page says it to the app, with the name of its short form.

use super::PublishError;
use super::rewrite;
use lol_html::element;

/// The attribute that names the built-in program without abstracts.
pub const INDEX: &str = "data-index";

/// The path of the built-in program in a finished page.
pub fn program_path(html: &str) -> Result<String, PublishError> {
    let paths = rewrite::attributes(html, "meta[name='siganpyo-program']", "content")?;
    paths.into_iter().next().ok_or_else(|| rewrite::broken("it names no built-in program", "build it again"))
}

/// The path of the file that the app loads first: the built-in program without abstracts, if it has any.
pub fn first_program_path(html: &str) -> Result<String, PublishError> {
    let index = rewrite::attributes(html, "meta[name='siganpyo-program']", INDEX)?;
    index.into_iter().next().map_or_else(|| program_path(html), Ok)
}

/// The page with the path of the program without abstracts added.
pub fn name_index(html: &str, path: &str) -> Result<String, PublishError> {
    rewrite::rewrite(html, vec![element!("meta[name='siganpyo-program']", |element| Ok(element.set_attribute(INDEX, path)?))])
}
