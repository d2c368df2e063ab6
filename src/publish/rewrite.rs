//! Reads and rewrites HTML pages.

use super::PublishError;
use lol_html::errors::RewritingError;
use lol_html::html_content::{ContentType, TextChunk};
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str, text};
use std::borrow::Cow;
use std::cell::RefCell;

/// A selector and what happens to what it matches.
pub type Handler<'h> = (Cow<'h, Selector>, ElementContentHandlers<'h>);

/// What a handler answers.
pub type Rewritten = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// The values of the attribute in all elements that match the selector.
pub fn attributes(html: &str, selector: &str, attribute: &str) -> Result<Vec<String>, PublishError> {
    let found = RefCell::new(Vec::new());
    let handler = element!(selector, |element| {
        found.borrow_mut().extend(element.get_attribute(attribute));
        Ok(())
    });
    rewrite(html, vec![handler])?;
    Ok(found.into_inner())
}

/// The same, but only addresses of our own files, made relative to the app's base.
pub fn own_files(html: &str, selector: &str, attribute: &str) -> Result<Vec<String>, PublishError> {
    let base = attributes(html, "html", "data-base")?.concat();
    let addresses = attributes(html, selector, attribute)?;
    Ok(addresses.iter().filter_map(|address| address.strip_prefix(&base)).map(str::to_owned).collect())
}

/// Runs the handlers over the page. It can only fail because of what is in src/index.html.
pub fn rewrite(html: &str, handlers: Vec<Handler<'_>>) -> Result<String, PublishError> {
    let settings = handlers.into_iter().fold(RewriteStrSettings::new(), RewriteStrSettings::append_element_content_handler);
    rewrite_str(html, settings).map_err(|error: RewritingError| broken(&error.to_string(), "check its markup"))
}

/// Calls the function with the whole text of each element that matches, which lol_html hands out in pieces.
pub fn whole_text<'a>(selector: &'a str, mut change: impl FnMut(&str) -> String + 'a) -> Handler<'a> {
    let mut whole = String::new();
    text!(selector, move |chunk: &mut TextChunk<'_>| {
        whole.push_str(chunk.as_str());
        if chunk.last_in_text_node() {
            chunk.replace(&change(&whole), ContentType::Html);
            whole.clear();
        } else {
            chunk.remove();
        }
        Ok(())
    })
}

/// A failure that is the fault of src/index.html.
pub fn broken(problem: &str, hint: &str) -> PublishError {
    PublishError::template(format!("src/index.html cannot be finished: {problem}"), hint)
}
