//! The card that says where to go now.

use crate::browser::rules::rules;
use crate::browser::{self, link, session_link};
use crate::components::element::{El, tag};
use crate::components::frame::actions;
use crate::state::State;
use crate::state::pictures;
use leptos::prelude::*;
use siganpyo::messages::now::NowMessages;
use siganpyo::plan::EntryId;
use siganpyo::present::now::Phase;
use siganpyo::present::now_card::{CardLine, NowCard, NowWords, now_card};
use siganpyo::program::Program;
use siganpyo::wire::picture_choices::PictureChoices;
use std::sync::Arc;

const STYLE: &str = rules!("now.css");
/// The class of the card above the list of sessions, and of that above the timetable.
pub const OF_PROGRAM: &str = "now-card short";
pub const OF_PLAN: &str = "now-card stays";
/// The one above the rooms, which need the height.
pub const OF_GRID: &str = "now-card short bare";
/// Rooms with longer names are written smaller; in characters.
const LONG_ROOM: usize = 8;

/// The card of the present moment, in seconds since 1970.
pub fn follow(program: Arc<Program>, now: RwSignal<i64>, state: State) -> Memo<Option<NowCard>> {
    browser::adopt_style("now", STYLE);
    Memo::new(move |_| {
        let words = NowWords { messages: state.messages(), now: state.language().now_messages() };
        let shown = state.hidden.in_sight(&program);
        state.plan.current.with(|plan| now_card(plan, &program, &shown, now.get(), state.settings.walking(), words))
    })
}

/// The card; `ways` are the ways on from it, besides that to a wallpaper.
pub fn view(class: &str, card: &NowCard, ways: impl IntoIterator<Item = El>, state: State) -> El {
    let messages = state.language().now_messages();
    let session = card.lines.first().or(card.elsewhere.first()).map(|line| line.id.as_str().to_owned());
    // With nothing of one's own, the list below it says what is on.
    let is_beside_list = class != OF_PLAN && card.lines.is_empty();
    let elsewhere = (!card.elsewhere.is_empty() && !is_beside_list)
        .then(|| tag::ul().class("elsewhere").children(card.elsewhere.iter().map(|session| line(session, true))));
    let lines =
        (!card.lines.is_empty()).then(|| tag::ul().class("lines").children(card.lines.iter().map(|entry| line(entry, false))));
    tag::section()
        .class(class)
        .attr("data-role", "now")
        .attr("data-phase", phase_word(card.phase))
        .maybe_attr("data-session", session)
        .aria_label(messages.heading)
        .children(card.said.as_ref().map(|said| tag::p().class("said").text(said.as_str())))
        .children(lines)
        .children(elsewhere)
        .children(
            (card.phase == Phase::During && !card.lines.is_empty()).then(|| actions([wallpaper(card, messages)]).children(ways)),
        )
}

fn phase_word(phase: Phase) -> &'static str {
    match phase {
        Phase::Before => "before",
        Phase::During => "during",
        Phase::After => "after",
    }
}

fn line(CardLine { id, has_page, label, title, when, rooms, notes, is_urgent }: &CardLine, quiet: bool) -> El {
    let name = match id {
        EntryId::Pick(session) if *has_page => tag::a().href(session_link(session.as_str())).text(title.as_str()),
        _ => tag::span().text(title.as_str()),
    };
    let size = if rooms.chars().count() > LONG_ROOM { "where-to long" } else { "where-to" };
    let class = match (quiet, is_urgent) {
        (true, _) => "now-line-of quiet",
        (false, true) => "now-line-of urgent",
        (false, false) => "now-line-of",
    };
    let note = |note: &String| tag::span().class("note").text(note.as_str());
    let when = tag::p()
        .class("when")
        .children((!label.is_empty()).then(|| tag::span().class("label").text(*label)))
        .child(tag::span().text(when.as_str()))
        .children(notes.iter().map(note));
    let rooms = (!rooms.is_empty()).then(|| tag::p().class(size).text(rooms.as_str()));
    let what = tag::div().class("what").child(when).child(tag::p().class("title").child(name));
    tag::li().class(class).child(what).children(rooms)
}

/// The way to a wallpaper from now on: of today, if something is left of it.
fn wallpaper(card: &NowCard, messages: &NowMessages) -> El {
    let today = card.lines.iter().any(|line| line.label != messages.tomorrow);
    let choose = move || {
        let choices = pictures::choices();
        pictures::remember_choices(&PictureChoices { other: None, from_now: true, today, ..choices });
    };
    tag::a().href(link("/wallpaper")).action("wallpaper-from-now").text(messages.wallpaper).on_click(choose)
}
