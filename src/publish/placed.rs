//! Where the page finds the code of the app: below the path of the site, whatever path the app was built for.

use super::Files;
use super::hosting::rules::has_hash;

/// The quotes between which addresses stand, in markup and in scripts.
const QUOTES: [char; 3] = ['"', '\'', '`'];

/// The page with the addresses of its code below this base. Their names hold a hash, so nothing else in a page is like them.
pub(super) fn at(base: &str, html: &str, files: &Files) -> String {
    let code = files.paths().filter(|path| !path.contains('/') && has_hash(path));
    code.fold(html.to_owned(), |html, name| below(base, &html, name))
}

fn below(base: &str, html: &str, name: &str) -> String {
    let mut parts = html.split(name);
    let mut placed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let start = placed.rfind(QUOTES).map_or(0, |quote| quote + 1);
        // A longer name that ends like this one is another file.
        if placed[start..].is_empty() || placed.ends_with('/') {
            placed.truncate(start);
            placed.push_str(base);
        }
        placed.push_str(name);
        placed.push_str(part);
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_found_below_the_base_whatever_the_page_was_built_for() {
        let files = Files::from_iter([("app-0123456789abcdef.js", ""), ("app-0123456789abcdef_bg.wasm", ""), ("sw.js", "")]);
        let page = |base: &str| {
            format!(
                "<link href=\"{base}app-0123456789abcdef.js\"><a href=\"/sw.js\"></a>\
                 <script>import a from'{base}app-0123456789abcdef.js';a(\"{base}app-0123456789abcdef_bg.wasm\")</script>"
            )
        };
        for built_for in ["/", "/deep/er/", "./", ""] {
            assert_eq!(at("/2027/", &page(built_for), &files), page("/2027/"), "{built_for}");
        }
    }
}
