//! The content of the static pages: shown until the app has started, and in browsers where it never does.
//!
//! The markup of the program comes from `crate::markup`, as that of the app does, and the frame around it is that of the app's
//! components, so that nothing moves when the app takes over; a browser test compares the two. Texts of the app carry their other
//! languages with them, for `src/early.js` to choose.

mod alone;
pub mod calendars;
mod start;
pub mod text;

use crate::markup::pages::{TABS, Tab};
use crate::markup::{Element, Page, day_jump, day_section, rich_text, session_head, session_row, slot, stretch};
use crate::messages::{Language, Messages};
use crate::present::outline::{Outline, Stretch};
use crate::present::session_view::session_view;
use crate::present::timetable::slots;
use crate::program::{Program, Session, SessionId};
use crate::site::Site;
use text::Text;

/// Writes pages of an app that lives under one base, in one language.
pub struct Prerender<'a> {
    /// Begins and ends with a slash.
    pub base: &'a str,
    /// What the site is called, and its languages.
    pub site: &'a Site,
}

type Message = fn(&Messages) -> &'static str;

impl Page for Prerender<'_> {
    type Element = Text;

    fn message(&self, element: Text, text: &dyn Fn(&Messages) -> String) -> Text {
        self.translated(element, &|language| text(language.messages()))
    }

    fn searched(&self, element: Text, text: &str) -> Text {
        element.text(text)
    }

    fn session_address(&self, session: &SessionId) -> String {
        format!("{}session/{}", self.base, urlencoding::encode(session.as_str()))
    }

    fn pickable(&self, element: Text, button: Text, _: &SessionId) -> (Text, Text) {
        (element.attr("data-picked", "false"), button.attr("aria-pressed", "false"))
    }
}

impl Prerender<'_> {
    /// The whole program.
    pub fn program(&self, program: &Program) -> String {
        let outline = Outline::new(program, None);
        // Of a big program only the beginning: the rest would be most of the page's bytes, and the app brings it.
        let first = outline.first();
        let is_cut = outline.stretches().count() > first;
        let mut numbers = 0..first;
        let days = outline.days.iter().filter_map(|day| {
            let numbered: Vec<_> = day.stretches.iter().zip(numbers.by_ref()).collect();
            let stretches = numbered.iter().map(|(part, number)| self.stretch(program, part, *number));
            (!numbered.is_empty()).then(|| day_section(program, day, self).children(stretches))
        });
        let jumps = outline.days.iter().map(|day| day_jump(program, day, self));
        let rest = |language: Language| language.static_page_messages().rest_loading.to_owned();
        let rest = is_cut.then(|| self.translated(Text::new("p").class("lead"), &rest));
        let main = Text::new("main")
            .attr("id", "main")
            .attr("data-program", program.id.as_str())
            .child(self.labelled(Text::new("nav").class("days"), |messages| messages.days).children(jumps))
            .children(days)
            .children(rest);
        self.frame("", self.top_of_program(program), main)
    }

    /// Name and venue with the search field in one line.
    fn top_of_program(&self, program: &Program) -> Text {
        let venue = program.venue.as_ref().map(|venue| Text::new("p").class("where").text(venue));
        let below = Text::new("div").class("sub").children(venue).child(Text::new("p").class("save"));
        let name = Text::new("div").class("name").child(Text::new("h1").text(&program.title)).child(below);
        let top = Text::new("header").class("top of-program").child(name);
        top.children(self.search_field()).child(self.to_settings())
    }

    /// One session.
    pub fn session(&self, program: &Program, session: &Session) -> String {
        let view = session_view(session, program, self.language().messages(), self.language().find_messages());
        let speakers = (!view.speakers.is_empty()).then(|| Text::new("p").class("who").text(&view.speakers.join(", ")));
        let about = (!view.about.is_empty()).then(|| rich_text(Text::new("div").class("about"), &view.about));
        let head = session_head(session.id.as_str(), &view, None, self);
        let article = Text::new("article").children(head).children(speakers).children(about);
        let main = Text::new("main").attr("id", "main").class("talk").child(article);
        let back = Text::new("a").class("round back").attr("href", self.base);
        let back = self.labelled(back, |messages| messages.back).child(icon("back"));
        let top = Text::new("header").class("top").child(back).child(Text::new("span").class("brand"));
        self.frame("session", top, main)
    }

    /// A page of the app that has nothing to show before the app is there.
    pub fn waiting(&self, path: &str) -> String {
        let heading = Text::new("h1");
        let heading = match TABS.iter().find(|tab| tab.path == path) {
            Some(tab) => self.said(heading, tab.label),
            None => heading.text(&self.site.name),
        };
        let waiting = self.said(Text::new("p").class("lead"), |messages| messages.loading);
        let main = Text::new("main").attr("id", "main").child(waiting);
        self.frame(path, self.top_line(heading), main)
    }

    fn frame(&self, path: &str, top: Text, main: Text) -> String {
        let unsupported = |language: Language| language.static_page_messages().app_unsupported.to_owned();
        let unsupported = self.translated(Text::new("p"), &unsupported);
        let unsupported = Text::new("div").class("notice unsupported").child(unsupported);
        let notices = Text::new("div").class("frame-notices").child(unsupported);
        let skip = |to: &str, label: Message| self.said(Text::new("a").class("skip").attr("href", to), label);
        let skip = [skip("#main", |messages| messages.skip_to_content), skip("#search", |messages| messages.search)];
        let word = Text::new("span").class("unseen").attr("hidden", "").attr("id", "pick-word");
        let word = self.said(word, |messages| messages.pick);
        let parts = [word].into_iter().chain(skip).chain([self.tabs(path), notices, top, main]);
        parts.map(Text::finish).collect()
    }

    fn top_line(&self, heading: Text) -> Text {
        Text::new("header").class("top").child(heading).child(Text::new("p").class("save")).child(self.to_settings())
    }

    fn to_settings(&self) -> Text {
        let settings = Text::new("a").class("round").attr("href", &format!("{}settings", self.base));
        self.labelled(settings, |messages| messages.settings).child(icon("settings"))
    }

    fn tabs(&self, current: &str) -> Text {
        let tab = |Tab { path, icon: name, label }: &Tab| {
            let tab = Text::new("a").attr("href", &format!("{}{path}", self.base));
            let tab = if *path == current { tab.attr("aria-current", "page") } else { tab };
            tab.child(icon(name)).child(self.said(Text::new("span"), *label))
        };
        Text::new("nav").class("tabs").children(TABS.iter().map(tab))
    }

    /// The field, and the buttons for filters and for rooms by time.
    fn search_field(&self) -> [Text; 3] {
        let input = Text::new("input")
            .attr("type", "search")
            .attr("role", "searchbox")
            .attr("id", "search")
            .attr("autocomplete", "off")
            .attr("enterkeyhint", "search")
            .attr("placeholder", self.language().messages().search);
        let button = |state: &'static str, label: Message, name: &'static str| {
            self.labelled(Text::new("button").class("round").attr(state, "false"), label).child(icon(name))
        };
        let input = self.labelled(input, |messages| messages.search);
        [
            Text::new("div").class("find").child(icon("search")).child(input),
            button("aria-expanded", |messages| messages.filters, "filter"),
            button("aria-pressed", |messages| messages.rooms_by_time, "grid"),
        ]
    }

    fn stretch(&self, program: &Program, part: &Stretch, number: usize) -> Text {
        let slots = slots(program, part, self.language().messages());
        let slots = slots.iter().map(|time| slot(&time.clock, time.rows.iter().map(|row| session_row(row, self))));
        stretch::<Text>(number).children(slots)
    }

    /// With a text in all languages.
    fn translated(&self, element: Text, text: &dyn Fn(Language) -> String) -> Text {
        let others = self.others().fold(element, |element, other| element.data(other.tag(), &text(other)));
        others.text(&text(self.language()))
    }

    /// With a text of the app in all languages.
    fn said(&self, element: Text, text: Message) -> Text {
        self.message(element, &|messages| text(messages).to_owned())
    }

    /// With an accessible name in all languages; where there is a placeholder, it says the same.
    fn labelled(&self, element: Text, text: Message) -> Text {
        let own = element.attr("aria-label", text(self.language().messages()));
        self.others().fold(own, |element, other| element.data(&format!("{}-label", other.tag()), text(other.messages())))
    }

    fn others(&self) -> impl Iterator<Item = Language> + '_ {
        self.site.languages.iter().copied().filter(|language| *language != self.language())
    }

    /// The language of the page until `src/early.js` knows better.
    fn language(&self) -> Language {
        self.site.language()
    }
}

fn icon(name: &str) -> Text {
    let sign = Text::new("use").attr("href", &format!("#i-{name}"));
    Text::new("svg").class("icon").attr("aria-hidden", "true").child(sign)
}
