//! The content of the static pages: shown until the app has started, and in browsers where it never does.
//!
//! The markup is that of `src/bin/app/components` and `src/bin/app/pages`, so that nothing moves when the app takes over; a
//! browser test compares the two. Texts of the app carry their other languages with them, for `src/early.js` to choose.

use siganpyo::messages::{Language, Messages};
use siganpyo::present::outline::{Outline, OutlineDay, Stretch};
use siganpyo::present::session_view::session_view;
use siganpyo::present::timetable::{Row, Slot, TrackMark, day_heading, slots};
use siganpyo::program::{Block, Inline, Program, Session};

/// Writes pages of an app that lives under one base, in one language.
pub struct Prerender<'a> {
    /// Begins and ends with a slash.
    pub base: &'a str,
    /// The language of the page until `src/early.js` knows better.
    pub language: Language,
}

/// The four places of the app: path, icon, name.
const TABS: [(&str, &str, Text); 4] = [
    ("", "program", |messages| messages.tab_program.to_owned()),
    ("plan", "plan", |messages| messages.tab_plan.to_owned()),
    ("wallpaper", "wallpaper", |messages| messages.tab_wallpaper.to_owned()),
    ("library", "library", |messages| messages.tab_library.to_owned()),
];

type Text = fn(&Messages) -> String;

impl Prerender<'_> {
    /// The whole program.
    pub fn program(&self, program: &Program) -> String {
        let outline = Outline::new(program, None);
        let heading = |day: &OutlineDay| day_heading(program, day.date, self.messages());
        let others = |day: &OutlineDay| -> String {
            let other = |language: Language| attribute(language.tag(), &day_heading(program, day.date, language.messages()));
            self.others().map(other).collect()
        };
        let button = |day: &OutlineDay| format!("<button{}>{}</button>", others(day), escape(&heading(day)));
        let buttons: String = outline.days.iter().map(button).collect();
        // Of a big program only the beginning: the rest would be most of the page's bytes, and the app brings it.
        let first = outline.first();
        let is_cut = outline.stretches().count() > first;
        let mut numbers = 0..first;
        let mut sections = String::new();
        for day in &outline.days {
            let numbered = day.stretches.iter().zip(numbers.by_ref());
            let stretches: String =
                numbered.map(|(stretch, number)| self.stretch(program, stretch, is_cut.then_some(number))).collect();
            if !stretches.is_empty() {
                sections += &section(day, &heading(day), &others(day), &stretches);
            }
        }
        let rest = if is_cut { self.said("p", "lead", |messages| messages.rest_loading.to_owned()) } else { String::new() };
        let venue = program.venue.iter().map(|venue| format!("<p class=\"where\">{}</p>", escape(venue))).collect::<String>();
        let search = self.label(|messages| messages.search.to_owned());
        let main = format!(
            "<main id=\"main\" data-program=\"{id}\">{venue}\
             <div class=\"find\">{icon}<input type=\"search\" role=\"searchbox\" autocomplete=\"off\" enterkeyhint=\"search\" placeholder=\"{placeholder}\"{search}>\
             <button class=\"round\" aria-expanded=\"false\"{filters}>{filter}</button>\
             <button class=\"round\" aria-pressed=\"false\"{layout}>{grid}</button></div>\
             <nav class=\"days\"{nav}>{buttons}</nav>{sections}{rest}</main>",
            id = escape(program.id.as_str()),
            icon = icon("search"),
            filter = icon("filter"),
            grid = icon("grid"),
            layout = self.label(|messages| messages.rooms_by_time.to_owned()),
            filters = self.label(|messages| messages.filters.to_owned()),
            nav = self.label(|messages| messages.days.to_owned()),
            placeholder = escape(self.messages().search),
        );
        self.frame("", &self.top_line(&format!("<h1>{}</h1>", escape(&program.title))), &main)
    }

    /// One session.
    pub fn session(&self, program: &Program, session: &Session) -> String {
        let view = session_view(session, program, self.messages());
        let line = |class: &str, text: &str| {
            if text.is_empty() { String::new() } else { format!("<p class=\"{class}\">{}</p>", escape(text)) }
        };
        let about =
            if view.about.is_empty() { String::new() } else { format!("<div class=\"about\">{}</div>", blocks(&view.about)) };
        let main = format!(
            "<main id=\"main\" class=\"talk\"><article><h1 class=\"title\">{}</h1>{}{}{}{}{about}</article></main>",
            escape(&view.title),
            line("subtitle", view.subtitle.as_deref().unwrap_or_default()),
            line("when", &view.when),
            line("room", &view.rooms),
            line("who", &view.speakers.join(", ")),
        );
        let back = format!(
            "<a class=\"round back\" href=\"{}\"{}>{}</a>",
            self.base,
            self.label(|messages| messages.back.to_owned()),
            icon("back")
        );
        self.frame("session", &format!("<header class=\"top\">{back}<span class=\"brand\"></span></header>"), &main)
    }

    /// A page of the app that has nothing to show before the app is there.
    pub fn waiting(&self, path: &str) -> String {
        let heading: Text = TABS.iter().find(|tab| tab.0 == path).map_or(|messages| messages.app_name.to_owned(), |tab| tab.2);
        let main = format!("<main id=\"main\">{}</main>", self.said("p", "lead", |messages| messages.loading.to_owned()));
        self.frame(path, &self.top_line(&self.said("h1", "", heading)), &main)
    }

    fn frame(&self, path: &str, top: &str, main: &str) -> String {
        let unsupported = format!(
            "<div class=\"frame-notices\"><div class=\"notice unsupported\">{}</div></div>",
            self.said("p", "", |messages| messages.app_unsupported.to_owned())
        );
        let skip = self.said("a", "skip\" href=\"#main", |messages| messages.skip_to_content.to_owned());
        let word = self.said("span", "unseen\" hidden id=\"pick-word", |messages| messages.pick.to_owned());
        format!("{word}{skip}{unsupported}{top}{main}{}", self.tabs(path))
    }

    fn top_line(&self, heading: &str) -> String {
        let settings = format!(
            "<a class=\"round\" href=\"{}settings\"{}>{}</a>",
            self.base,
            self.label(|messages| messages.settings.to_owned()),
            icon("settings")
        );
        format!("<header class=\"top\">{heading}<p class=\"save\"></p>{settings}</header>")
    }

    fn tabs(&self, current: &str) -> String {
        let tab = |(path, name, text): &(&str, &str, Text)| {
            let here = if *path == current { " aria-current=\"page\"" } else { "" };
            format!("<a href=\"{}{path}\"{here}>{}{}</a>", self.base, icon(name), self.said("span", "", *text))
        };
        format!("<nav class=\"tabs\">{}</nav>", TABS.iter().map(tab).collect::<String>())
    }

    /// Stretches of a big program are numbered, see `src/bin/app/pages/program/list.rs`.
    fn stretch(&self, program: &Program, stretch: &Stretch, number: Option<usize>) -> String {
        let slots: String = slots(program, stretch, self.messages()).iter().map(|slot| self.slot(slot)).collect();
        let number = number.map(|number| attribute("stretch", &number.to_string())).unwrap_or_default();
        format!("<ol{number}>{slots}</ol>")
    }

    fn slot(&self, slot: &Slot) -> String {
        let rows: String = slot.rows.iter().map(|row| self.row(row)).collect();
        format!("<li class=\"slot\"><h3>{}</h3><ul class=\"sessions\">{rows}</ul></li>", slot.clock)
    }

    fn row(&self, row: &Row) -> String {
        let id = escape(row.id.as_str());
        let href = format!("{}session/{}", self.base, urlencoding::encode(row.id.as_str()));
        let plenary = if row.plenary { " plenary" } else { "" };
        let called_off = if row.cancelled { " called-off" } else { "" };
        let who = if row.speakers.is_empty() { String::new() } else { format!("<p class=\"who\">{}</p>", escape(&row.speakers)) };
        let flag =
            if row.cancelled { self.said("span", "flag", |messages| messages.cancelled.to_owned()) } else { String::new() };
        let room =
            if row.rooms.is_empty() { String::new() } else { format!("<span class=\"room\">{}</span>", escape(&row.rooms)) };
        format!(
            "<li class=\"session{plenary}{called_off}\" data-session=\"{id}\" data-picked=\"false\"><div class=\"what\">\
             <h4 id=\"t-{id}\"><a href=\"{href}\">{title}</a></h4>{who}<p class=\"meta\">{flag}{room}<span>{when}</span>{track}</p></div>\
             <button class=\"pick\" data-action=\"pick\" aria-pressed=\"false\" aria-labelledby=\"pick-word t-{id}\"></button></li>",
            title = escape(&row.title),
            when = escape(&row.when),
            track = row.track.iter().map(track).collect::<String>(),
        )
    }

    /// An element with a text of the app in all languages.
    fn said(&self, element: &str, class: &str, text: Text) -> String {
        let others: String = self.others().map(|language| attribute(language.tag(), &text(language.messages()))).collect();
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        format!("<{element}{class}{others}>{}</{element}>", escape(&text(self.messages())))
    }

    /// An accessible name in all languages; where there is a placeholder, it says the same.
    fn label(&self, text: Text) -> String {
        let others: String =
            self.others().map(|language| attribute(&format!("{}-label", language.tag()), &text(language.messages()))).collect();
        format!(" aria-label=\"{}\"{others}", escape(&text(self.messages())))
    }

    fn messages(&self) -> &'static Messages {
        self.language.messages()
    }

    fn others(&self) -> impl Iterator<Item = Language> + '_ {
        Language::ALL.into_iter().filter(|language| *language != self.language)
    }
}

fn section(day: &OutlineDay, heading: &str, others: &str, stretches: &str) -> String {
    format!("<section class=\"day\" id=\"day-{}\"><h2{others}>{}</h2>{stretches}</section>", day.date, escape(heading))
}

fn attribute(name: &str, text: &str) -> String {
    format!(" data-{name}=\"{}\"", escape(text))
}

fn track(track: &TrackMark) -> String {
    format!("<span class=\"track\" data-hue=\"{}\">{}</span>", track.hue, escape(&track.name))
}

fn icon(name: &str) -> String {
    format!("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#i-{name}\"></use></svg>")
}

fn blocks(content: &[Block]) -> String {
    content.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    let items = |items: &[Vec<Block>]| items.iter().map(|item| format!("<li>{}</li>", blocks(item))).collect::<String>();
    match block {
        Block::Paragraph(content) => format!("<p>{}</p>", inlines(content)),
        Block::List { ordered: true, items: list } => format!("<ol>{}</ol>", items(list)),
        Block::List { ordered: false, items: list } => format!("<ul>{}</ul>", items(list)),
        Block::Code(code) => format!("<pre>{}</pre>", escape(code)),
        Block::Quote(content) => format!("<blockquote>{}</blockquote>", blocks(content)),
    }
}

fn inlines(content: &[Inline]) -> String {
    let inline = |inline: &Inline| match inline {
        Inline::Text(text) => escape(text),
        Inline::Emphasis(content) => format!("<em>{}</em>", inlines(content)),
        Inline::Strong(content) => format!("<strong>{}</strong>", inlines(content)),
        Inline::Code(code) => format!("<code>{}</code>", escape(code)),
        Inline::Link { href, content } => {
            format!("<a href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\">{}</a>", escape(href), inlines(content))
        }
        Inline::Break => "<br>".to_owned(),
    };
    content.iter().map(inline).collect()
}

fn escape(text: &str) -> String {
    html_escape::encode_double_quoted_attribute(text).into_owned()
}
