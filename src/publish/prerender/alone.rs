//! Pages that stand alone: they need neither the app nor its styles, and nothing waits for them.

use super::Prerender;
use super::text::Text;
use crate::markup::Element;
use crate::messages::static_page::StaticPageMessages;

const STYLE: &str = "body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:40rem;margin:auto;padding:1rem}\
    li{list-style:none}ul{padding:0}li a{display:block;padding:.65rem 0;overflow-wrap:anywhere}li span{display:block;opacity:.75}\
    h1 img{height:3rem;max-width:50%;margin-right:.75rem;padding:4px;border-radius:6px;background:#fff;vertical-align:middle}";

impl Prerender<'_> {
    /// The whole page: its title, and what is in its body.
    pub(super) fn alone(&self, title: &str, main: Text, script: &str) -> String {
        let title = Text::new("title").text(&format!("{title} · {}", self.site.name)).finish();
        format!(
            "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
             <meta name=\"color-scheme\" content=\"light dark\">{title}<style>{STYLE}</style></head><body>{}{script}</body></html>\n",
            self.language().tag(),
            main.finish()
        )
    }

    /// A text in all languages of the site, as one line.
    pub fn in_all(&self, text: impl Fn(&StaticPageMessages) -> &'static str) -> String {
        let texts = self.site.languages.iter().map(|language| text(language.static_page_messages()));
        texts.collect::<Vec<_>>().join(" · ")
    }

    /// A text in all languages of the site, a paragraph each.
    pub(super) fn paragraphs(&self, text: impl Fn(&StaticPageMessages) -> &'static str) -> impl Iterator<Item = Text> {
        self.site
            .languages
            .iter()
            .map(move |language| Text::new("p").attr("lang", language.tag()).text(text(language.static_page_messages())))
    }
}
