//! The program as a list: days, times, sessions.

use super::{Element, Page, maybe_said, pick_button, track};
use crate::messages::Messages;
use crate::present::outline::OutlineDay;
use crate::present::timetable::{Row, day_text};
use crate::program::{Date, Program};

/// Returns a function from a catalogue to the name of a day in its language, with the year where it stands alone.
fn day_said(program: &Program, date: Date, has_year: bool) -> impl Fn(&Messages) -> String {
    move |messages| day_text(program, date, has_year, messages)
}

/// Returns a button that scrolls to a day.
pub fn day_jump<P: Page>(program: &Program, day: &OutlineDay, page: &P) -> P::Element {
    page.message(Element::new("button"), &day_said(program, day.date, false))
}

/// Returns the id of a day's section, such as `day-2018-08-18`.
pub fn day_anchor(date: Date) -> String {
    format!("day-{date}")
}

/// Returns the section of a day with its heading, without stretches.
pub fn day_section<P: Page>(program: &Program, day: &OutlineDay, page: &P) -> P::Element {
    let heading = page.message(Element::new("h2"), &day_said(program, day.date, true));
    P::Element::new("section").class("day").attr("id", &day_anchor(day.date)).child(heading)
}

/// Returns a part of a day with its number among all parts, without slots.
pub fn stretch<E: Element>(number: usize) -> E {
    E::new("ol").attr("data-stretch", &number.to_string())
}

/// Returns the sessions that start at the same time.
pub fn slot<E: Element>(clock: &str, rows: impl IntoIterator<Item = E>) -> E {
    let rows = E::new("ul").class("sessions").children(rows);
    E::new("li").class("slot").child(E::new("h3").text(clock)).child(rows)
}

/// Returns a session with its button.
pub fn session_row<P: Page>(row: &Row, page: &P) -> P::Element {
    let id = row.id.as_str();
    let link = P::Element::new("a").attr("href", &page.session_address(&row.id));
    let title = P::Element::new("h4").attr("id", &format!("t-{id}")).child(page.searched(link, &row.title));
    let speakers = (!row.speakers.is_empty()).then(|| page.searched(P::Element::new("p").class("who"), &row.speakers));
    let flag = row.cancelled.then(|| cancelled("span", page));
    let meta = P::Element::new("p")
        .class("meta")
        .children(flag)
        .children(maybe_said("span", "room", &row.rooms))
        .children((!row.when.is_empty()).then(|| P::Element::new("span").text(&row.when)))
        .children(row.track.as_ref().map(track));
    let what = P::Element::new("div").class("what").child(title).children(speakers).child(meta);
    let plenary = if row.plenary { " plenary" } else { "" };
    let called_off = if row.cancelled { " called-off" } else { "" };
    let element = P::Element::new("li").class(&format!("session{plenary}{called_off}")).attr("data-session", id);
    let (element, button) = page.pickable(element, pick_button("pick", id), &row.id);
    element.child(what).child(button)
}

/// Returns the note that a session is cancelled.
pub(super) fn cancelled<P: Page>(tag: &'static str, page: &P) -> P::Element {
    page.message(P::Element::new(tag).class("flag"), &|messages| messages.cancelled.to_owned())
}
