//! The page of the app in the extension: the page of the site, without inline scripts, which no browser lets extensions have, and with
//! addresses in its query, since there is no server that knows paths.

use super::FOLDER;
use crate::publish::{Files, PublishError, policy, rewrite};
use lol_html::element;
use lol_html::html_content::{ContentType, Element};
use std::cell::RefCell;

/// What stands before each path of the app.
const BASE: &str = "/index.html?/";

/// Returns the page and the scripts that stood in it. `start` stands before the script that starts the app; `web` is where the app is on
/// the web.
pub(super) fn of_extension(html: &str, start: &str, web: Option<&str>) -> Result<Files, PublishError> {
    let (html, scripts) = without_inline_scripts(html)?;
    let html = policy::add(&at_its_place(&html, web)?)?;
    let mut files = Files::default();
    files.put("index.html", html);
    for (name, text) in scripts {
        files.put(format!("{FOLDER}{name}"), if name == STARTS_APP { format!("{start}\n{text}") } else { text });
    }
    Ok(files)
}

/// The script that starts the app, and `src/early.js`.
const STARTS_APP: &str = "start.js";
const EARLY: &str = "early.js";

/// A script, with the name of its file.
type Script = (&'static str, String);

/// Puts each script that stands in the page into a file.
fn without_inline_scripts(html: &str) -> Result<(String, [Script; 2]), PublishError> {
    let texts = RefCell::new(Vec::new());
    let taken = rewrite::whole_text("script:not([src])", |text| {
        texts.borrow_mut().push(text.to_owned());
        String::new()
    });
    let named = element!("script:not([src])", |script| {
        let is_module = script.get_attribute("type").as_deref() == Some("module");
        let name = if is_module { STARTS_APP } else { EARLY };
        script.set_attribute("src", &format!("/{FOLDER}{name}"))?;
        Ok(())
    });
    let html = rewrite::rewrite(&rewrite::rewrite(html, vec![taken])?, vec![named])?;
    match <[String; 2]>::try_from(texts.into_inner()) {
        Ok([start, early]) => Ok((html, [(STARTS_APP, start), (EARLY, early)])),
        Err(texts) => Err(rewrite::broken(
            &format!("it has {} inline scripts", texts.len()),
            "the extension expects the one that starts the app and early.js",
        )),
    }
}

fn at_its_place(html: &str, web: Option<&str>) -> Result<String, PublishError> {
    let to_page = |link: &mut Element<'_, '_>| -> rewrite::Rewritten {
        if let Some(path) = link.get_attribute("href").and_then(|href| href.strip_prefix('/').map(str::to_owned)) {
            link.set_attribute("href", &format!("{BASE}{path}"))?;
        }
        Ok(())
    };
    let gone = |element: &mut Element<'_, '_>| -> rewrite::Rewritten {
        element.remove();
        Ok(())
    };
    let handlers = vec![
        element!("html", |element| {
            element.set_attribute("data-base", BASE)?;
            web.map_or(Ok(()), |web| Ok(element.set_attribute("data-web", web)?))
        }),
        element!("meta[http-equiv]", gone),
        element!("link[rel=manifest]", gone),
        // Before all else that runs: it is what a host and its service worker are elsewhere.
        element!("title", |title| {
            let head = format!("<script src=\"/{FOLDER}app.js\"></script><link rel=\"stylesheet\" href=\"/{FOLDER}app.css\">");
            title.before(&head, ContentType::Html);
            Ok(())
        }),
        element!("a[href]", to_page),
    ];
    rewrite::rewrite(html, handlers)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "<html data-base=\"/\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"x\">
        <title>T</title><link rel=\"manifest\" href=\"/m\"><style>b{}</style><script type=\"module\">go('/a.js')</script></head>
        <body><a href=\"/session/1\">1</a><a href=\"https://example.org/\">2</a><script>early()</script></body></html>";

    #[test]
    fn no_script_stands_in_the_page_and_paths_stand_in_the_query() {
        let page = of_extension(PAGE, "await taken;", Some("https://t.example.org/")).expect("a page");
        let html = page.text("index.html").expect("the page");
        for kept in [
            "data-base=\"/index.html?/\" data-web=\"https://t.example.org/\"",
            "<script src=\"/extension/app.js\"></script>",
            "<script type=\"module\" src=\"/extension/start.js\"></script>",
            "<script src=\"/extension/early.js\"></script>",
            "href=\"/index.html?/session/1\"",
            "href=\"https://example.org/\"",
            "script-src 'self' 'wasm-unsafe-eval';",
        ] {
            assert!(html.contains(kept), "{kept} in {html}");
        }
        assert!(!html.contains("rel=\"manifest\""), "{html}");
        assert_eq!(page.text("extension/start.js").ok(), Some("await taken;\ngo('/a.js')"));
        assert_eq!(page.text("extension/early.js").ok(), Some("early()"));
    }
}
