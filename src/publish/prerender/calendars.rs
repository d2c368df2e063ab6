//! The page of the calendars to subscribe to.

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

/// Without a domain the build does not know where the files will be, and the page does.
const SCRIPT: &str = "for(const a of document.querySelectorAll('li a'))a.href='webcal://'+location.host+a.pathname";

impl Prerender<'_> {
    /// The whole page. Links lead to a calendar on the phone (`webcal:`), or to the file where scripts are switched off.
    pub fn calendars(&self, program: &Program, groups: &[Group]) -> String {
        let site = self.site;
        let folder = site.domain.as_ref().map(|domain| format!("webcal://{domain}{}calendar/", self.base)).unwrap_or_default();
        // The way back, which an app on the home screen of an iPhone has nowhere else.
        let title = Text::new("a").attr("href", self.base).text(&program.title);
        let main = Text::new("main").child(Text::new("h1").child(title)).children(self.paragraphs(|texts| texts.calendars_about));
        let main = groups.iter().fold(main, |main, group| {
            let heading = group.heading.map(|heading| Text::new("h2").text(&self.in_all(heading)));
            let link = |(name, path): &(String, String)| {
                Text::new("li").child(Text::new("a").attr("href", &format!("{folder}{}", urlencoding::encode(path))).text(name))
            };
            main.children(heading).child(Text::new("ul").children(group.links.iter().map(link)))
        });
        let script = if site.domain.is_some() { String::new() } else { format!("<script>{SCRIPT}</script>") };
        self.alone(&self.in_all(|texts| texts.calendars), main, &script)
    }
}
