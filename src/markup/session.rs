//! A session: its button, its track, and the beginning of its page.

use super::list::cancelled;
use super::{Element, Page, maybe_said, said};
use crate::present::session_view::SessionView;
use crate::present::timetable::TrackMark;

/// Returns the toggle button of a session. Its name is "Pick" and the session's title, from the elements `pick-word` and
/// `t-<id>` of the page.
pub fn pick_button<E: Element>(class: &str, id: &str) -> E {
    E::new("button").class(class).attr("data-action", "pick").attr("aria-labelledby", &format!("pick-word t-{id}"))
}

/// Returns a track as a coloured mark with its name.
pub fn track<E: Element>(track: &TrackMark) -> E {
    said::<E>("span", "track", &track.name).attr("data-hue", &track.hue.to_string())
}

/// Adds the beginning of a session's page: title, time and rooms. `phone_time` is the time in the phone's time zone, if that
/// is another one.
pub fn session_head<P: Page>(
    id: &str,
    view: &SessionView,
    phone_time: Option<P::Element>,
    page: &P,
) -> impl Iterator<Item = P::Element> + use<P> {
    let title = said::<P::Element>("h1", "title", &view.title).attr("id", &format!("t-{id}"));
    let subtitle = maybe_said("p", "subtitle", view.subtitle.as_deref().unwrap_or_default());
    let flag = view.cancelled.then(|| cancelled("p", page));
    let when = said("p", "when", &view.when);
    let room = maybe_said("p", "room", &view.rooms);
    [Some(title), subtitle, flag, Some(when), phone_time, room].into_iter().flatten()
}
