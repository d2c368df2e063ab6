//! The page that Trunk wrote as a template: one shell, many pages.

use super::PublishError;
use super::built_in;
use super::policy;
use super::rewrite;
use lol_html::html_content::{ContentType, Element};
use lol_html::{comments, element};
use std::cell::RefCell;

/// The common part of all pages.
pub struct Shell(String);

/// What differs between pages. None leaves what src/index.html says.
#[derive(Default)]
pub struct Page {
    /// Stands before the app's name in the title.
    pub title: Option<String>,
    /// For search engines and link previews.
    pub description: Option<String>,
    /// Markup for the element with `data-prerender`, readable before and without the app.
    pub body: String,
}

impl Shell {
    /// Makes Trunk's page independent of its depth, tells it its base and squeezes it.
    pub fn new(html: &str, base: &str) -> Result<Shell, PublishError> {
        squeeze(&rebase(html, base)?).map(Shell)
    }

    /// The same with the security policy.
    pub fn guarded(self) -> Result<Shell, PublishError> {
        policy::add(&self.0).map(Shell)
    }

    /// One page.
    pub fn page(&self, page: &Page) -> Result<String, PublishError> {
        policy::check_markup(&page.body)?;
        let mounts = RefCell::new(0);
        let handlers = vec![
            element!("title", |element| {
                if let Some(title) = &page.title {
                    element.prepend(&format!("{title} · "), ContentType::Text);
                }
                Ok(())
            }),
            element!("meta[property='og:title']", |element| set_content(element, page.title.as_deref())),
            element!("meta[property='og:description'], meta[name='description']", |element| {
                set_content(element, page.description.as_deref())
            }),
            element!("[data-prerender]", |element| {
                *mounts.borrow_mut() += 1;
                element.remove_attribute("data-prerender");
                element.set_inner_content(&page.body, ContentType::Html);
                Ok(())
            }),
        ];
        let html = rewrite::rewrite(&self.0, handlers)?;
        match mounts.into_inner() {
            1 => Ok(html),
            count => {
                Err(rewrite::broken(&format!("it has {count} elements with data-prerender"), "give it to exactly one element"))
            }
        }
    }
}

/// Relative addresses become absolute, and `<html data-base>` tells the app where it lives.
fn rebase(html: &str, base: &str) -> Result<String, PublishError> {
    let absolute = |element: &mut Element<'_, '_>, name: &str| -> rewrite::Rewritten {
        if let Some(address) = element.get_attribute(name).filter(|address| is_relative(address)) {
            element.set_attribute(name, &format!("{base}{}", address.trim_start_matches("./")))?;
        }
        Ok(())
    };
    let handlers = vec![
        element!("html", |element| Ok(element.set_attribute("data-base", base)?)),
        // The app will ask for its program as soon as it runs; by then it should be on its way.
        element!("meta[name='siganpyo-program']", |element| {
            let path = element.get_attribute(built_in::INDEX).or(element.get_attribute("content")).unwrap_or_default();
            element.after(&format!("<link rel=\"preload\" href=\"{base}{path}\" as=\"fetch\" crossorigin>"), ContentType::Html);
            Ok(())
        }),
        element!("[href]", |element| absolute(element, "href")),
        element!("[src]", |element| absolute(element, "src")),
        // No browser checks it there yet; Chromium complains to the console instead.
        element!("link[rel='preload'][as='fetch']", |element| {
            element.remove_attribute("integrity");
            Ok(())
        }),
    ];
    rewrite::rewrite(html, handlers)
}

fn is_relative(address: &str) -> bool {
    !address.starts_with(['/', '#']) && !address.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'))
}

fn set_content(element: &mut Element<'_, '_>, text: Option<&str>) -> rewrite::Rewritten {
    if let Some(text) = text {
        element.set_attribute("content", text)?;
    }
    Ok(())
}

/// Comments and indentation are for readers of the source, not for phones.
fn squeeze(html: &str) -> Result<String, PublishError> {
    let without_comments = comments!("*", |comment| {
        comment.remove();
        Ok(())
    });
    let handlers =
        vec![without_comments, rewrite::whole_text("style", squeeze_style), rewrite::whole_text("script", squeeze_script)];
    let html = rewrite::rewrite(html, handlers)?;
    let lines = html.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(lines.collect::<Vec<_>>().join("\n") + "\n")
}

fn squeeze_style(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

/// Only comments with a line of their own: what stands elsewhere may be part of a string.
fn squeeze_script(script: &str) -> String {
    script.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const RAW: &str = "<!doctype html>
        <html>
          <head>
            <meta charset=\"utf-8\"><!-- for readers of the source -->
            <title>App</title>
            <meta name=\"description\" content=\"An app\">
            <link rel=\"manifest\" href=\"./manifest.webmanifest\"><link rel=\"me\" href=\"mailto:a@b\">
            <style>a /* why */ {}</style>
            <script>
              // why
              go('//');
            </script>
          </head>
          <body><main data-prerender>old</main><a href=\"#top\">top</a><img src=\"/x.png\"></body>
        </html>";

    fn page(title: Option<&str>, body: &str) -> String {
        let page = Page { title: title.map(str::to_owned), description: title.map(str::to_owned), body: body.to_owned() };
        Shell::new(RAW, "/deep/er/").and_then(Shell::guarded).and_then(|shell| shell.page(&page)).expect("a page")
    }

    #[test]
    fn a_page_works_at_any_depth() {
        let html = page(None, "");
        for kept in [
            " data-base=\"/deep/er/\">",
            "href=\"/deep/er/manifest.webmanifest\"",
            "href=\"#top\"",
            "mailto:a@b",
            "src=\"/x.png\"",
        ] {
            assert!(html.contains(kept), "{kept} in {html}");
        }
        assert_eq!(rewrite::own_files(&html, "link", "href").expect("links"), ["manifest.webmanifest"]);
    }

    #[test]
    fn a_page_has_its_own_head_and_body() {
        let html = page(Some("<Q> & \"A\""), "<p>hi</p>");
        for kept in ["<title>&lt;Q&gt; &amp; \"A\" · App</title>", "content=\"<Q> & &quot;A&quot;\"", "<main><p>hi</p></main>"] {
            assert!(html.contains(kept), "{kept} in {html}");
        }
        assert!(page(None, "").contains("<title>App</title>"));
    }

    #[test]
    fn what_only_readers_need_is_left_out() {
        let html = page(None, "");
        assert!(
            html.contains("<style>a  {}</style>")
                && html.contains("go('//');")
                && !html.contains("why")
                && !html.contains("readers"),
            "{html}"
        );
    }
}
