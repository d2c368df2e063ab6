//! The page of the calendars to subscribe to. It stands alone: it needs neither the app nor its styles, and nothing waits for it.

use super::Prerender;
use super::text::Text;
use crate::markup::Element;
use crate::messages::static_page::StaticPageMessages;
use crate::program::Program;

/// Calendars of one kind: what they are called and where they are, relative to the page.
pub struct Group {
    pub heading: Option<fn(&StaticPageMessages) -> &'static str>,
    pub links: Vec<(String, String)>,
}

const STYLE: &str = "body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:40rem;margin:auto;padding:1rem}\
    li{list-style:none}ul{padding:0}li a{display:block;padding:.65rem 0;overflow-wrap:anywhere}";

/// Without a domain the build does not know where the files will be, and the page does.
const SCRIPT: &str = "for(const a of document.querySelectorAll('li a'))a.href='webcal://'+location.host+a.pathname";

impl Prerender<'_> {
    /// The whole page. Links lead to a calendar on the phone (`webcal:`), or to the file where scripts are switched off.
    pub fn calendars(&self, program: &Program, groups: &[Group]) -> String {
        let site = self.site;
        let folder = site.domain.as_ref().map(|domain| format!("webcal://{domain}{}calendar/", self.base)).unwrap_or_default();
        let about = site.languages.iter().map(|language| {
            let text = language.static_page_messages().calendars_about;
            Text::new("p").attr("lang", language.tag()).text(text)
        });
        // The way back, which an app on the home screen of an iPhone has nowhere else.
        let title = Text::new("a").attr("href", self.base).text(&program.title);
        let main = Text::new("main").child(Text::new("h1").child(title)).children(about);
        let main = groups.iter().fold(main, |main, group| {
            let heading = group.heading.map(|heading| Text::new("h2").text(&self.in_all(heading)));
            let link = |(name, path): &(String, String)| {
                Text::new("li").child(Text::new("a").attr("href", &format!("{folder}{}", urlencoding::encode(path))).text(name))
            };
            main.children(heading).child(Text::new("ul").children(group.links.iter().map(link)))
        });
        let title = Text::new("title").text(&format!("{} · {}", self.in_all(|texts| texts.calendars), site.name)).finish();
        let script = if site.domain.is_some() { String::new() } else { format!("<script>{SCRIPT}</script>") };
        format!(
            "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
             <meta name=\"color-scheme\" content=\"light dark\">{title}<style>{STYLE}</style></head><body>{}{script}</body></html>\n",
            self.language().tag(),
            main.finish()
        )
    }

    /// A text in all languages of the site.
    pub fn in_all(&self, text: impl Fn(&StaticPageMessages) -> &'static str) -> String {
        let texts = self.site.languages.iter().map(|language| text(language.static_page_messages()));
        texts.collect::<Vec<_>>().join(" · ")
    }
}
