//! A text that was typed, pasted, scanned or shared: an address, a link of ours, or the content of a file.

use super::fetching::fetch;
use super::opening::Opening;
use super::raw::Raw;
use super::step::Distant;
use crate::browser;
use siganpyo::export::Link;

/// Opens an address that was typed or pasted: of a file, or a link of ours. On iOS a link opens the browser and never the app on the
/// home screen, so there it can be pasted.
pub fn open_address(text: &str, opening: Opening) {
    if let Some(link) = Link::read(text) {
        return browser::set_fragment(link.write("").trim_start_matches('#'));
    }
    fetch(Distant { address: text.trim().to_owned(), ..Distant::default() }, opening);
}

/// Text is the content of a file, unless it is nothing but an address.
pub fn read_text(text: &str, opening: Opening) {
    let text = text.trim();
    let is_line = !text.contains('\n');
    // A messenger shares a link with words around it.
    if is_line && text.contains("://") && Link::read(text).is_some()
        || text.starts_with("http") && !text.contains(char::is_whitespace)
    {
        return open_address(text, opening);
    }
    opening.read(Raw::of(js_sys::Uint8Array::from(text.as_bytes()).buffer()));
}

/// A code leads to a program or to somebody's picks; any other text is none of ours.
pub fn scanned(text: &str, opening: Opening) {
    if text.trim().starts_with("http") {
        return read_text(text, opening);
    }
    opening.refuse(opening.begin(), (opening.sharing_messages().foreign_code)(), None);
}
