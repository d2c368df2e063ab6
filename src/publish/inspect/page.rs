//! What a page says of itself.

use crate::program::line;
use crate::publish::built_in;
use crate::publish::rewrite;

/// Whether it is a page of this app.
pub fn is_ours(html: &str) -> bool {
    base(html).is_some() && built_in::program_path(html).is_ok()
}

/// The path for which it was made.
pub fn base(html: &str) -> Option<String> {
    rewrite::attributes(html, "html", "data-base").ok()?.into_iter().next()
}

/// The folders of the code that it starts.
pub fn places_of_code(html: &str) -> Vec<String> {
    let code = rewrite::attributes(html, "link[rel='modulepreload'], link[rel='preload'][type='application/wasm']", "href");
    let folder = |address: &String| Some(address[..=address.rfind('/')?].to_owned());
    code.unwrap_or_default().iter().filter_map(folder).collect()
}

/// Whether it begins as pages do.
pub fn is_page(text: &str) -> bool {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let begins = |with: &str| start.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with));
    begins("<!doctype html") || begins("<html")
}

/// Its title, shortened.
pub fn title(html: &str) -> String {
    let small = html.to_ascii_lowercase();
    let within = small.find("<title>").and_then(|start| {
        let end = small[start..].find("</title>")?;
        html.get(start + "<title>".len()..start + end)
    });
    line::excerpt(&html_escape::decode_html_entities(within.unwrap_or_default().trim()))
}

/// A path below the base that an address in a file there means; none if it leads elsewhere.
pub fn below<'a>(base: &str, address: &'a str) -> Option<&'a str> {
    let path = match address.strip_prefix('/') {
        Some(_) => address.strip_prefix(base)?,
        None => address.strip_prefix("./").unwrap_or(address),
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    (!path.contains(':') && !path.split('/').any(|part| part == "..")).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_and_read() {
        assert!(is_ours(r#"<html data-base="/a/"><meta name="siganpyo-program" content="p.json"></html>"#));
        assert!(!is_ours("<html><title>Login</title></html>") && !is_ours("") && !is_ours("{}"));
        assert_eq!(title("<!DOCTYPE html><TITLE> Log &amp; in</TITLE>"), "Log & in");
        assert!(is_page("\u{FEFF}\n<HTML>") && !is_page("{\"a\": \"<html>\"}"));
    }

    #[test]
    fn an_address_is_below_the_base_or_not() {
        for (address, path) in
            [("./", Some("")), ("icons/a.png", Some("icons/a.png")), ("/a/b?c", Some("b")), ("./plan", Some("plan"))]
        {
            assert_eq!(below("/a/", address), path, "{address}");
        }
        for outside in ["/", "/b/", "https://a.example/", "../a", "//a.example/"] {
            assert_eq!(below("/a/", outside), None, "{outside}");
        }
    }
}
