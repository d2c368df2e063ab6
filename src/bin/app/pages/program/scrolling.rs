//! What follows the scrolling of the list: the top line folds, and the button of the day that is read is marked.

use super::scrolled;
use crate::browser;
use crate::pages::finder::Finder;
use leptos::prelude::*;
use std::cell::Cell;
use web_sys::Element;

/// How far the list is scrolled one way before the top line is folded or comes back, in CSS pixels.
const FOLDS: f64 = 32.0;
/// How far below the buttons of the days a day counts as the one that is read, in CSS pixels.
const BELOW: f64 = 80.0;
/// The largest share of the window's height for a top line that stays over the list: where type is large and the window is small, it would
/// cover what the finger is about to tap.
const MOST: f64 = 0.25;
/// The height of its last row, which holds the buttons, in CSS pixels.
const LAST_ROW: f64 = 52.0;

thread_local! {
    /// Whether the next frame is waited for.
    static IS_WAITING: Cell<bool> = const { Cell::new(false) };
    /// Where the list was last scrolled the other way.
    static TURN: Cell<f64> = const { Cell::new(0.0) };
    /// How far the list was scrolled when a search took its place.
    static LEFT: Cell<f64> = const { Cell::new(0.0) };
}

/// Shows results from the first one on, and the list where it was once nothing is searched for any more.
pub fn return_after_search(finder: Finder) {
    Effect::new(move |before: Option<bool>| {
        let asks = finder.asks();
        let place = match before {
            // The page is shorter already, but the event that tells of it comes with the next frame.
            Some(false) if asks => {
                LEFT.set(scrolled());
                Some(0.0)
            }
            Some(true) if !asks => Some(LEFT.get()),
            // Opened with a search: there is no list to return to.
            None if !asks => {
                LEFT.set(0.0);
                None
            }
            _ => None,
        };
        if let Some(place) = place {
            // It is no way that a person has scrolled, for which the top line would be folded.
            TURN.set(place);
            request_animation_frame(move || browser::window().scroll_to_with_x_and_y(0.0, place));
        }
        asks
    });
}

/// Follows the scrolling for as long as the list is shown.
pub fn follow() {
    let look = || {
        // Once for each frame: there may be several events.
        if !IS_WAITING.replace(true) {
            request_animation_frame(|| {
                IS_WAITING.set(false);
                turn_top();
                mark_day();
            });
        }
    };
    look();
    let scroll = window_event_listener(leptos::ev::scroll, move |_| look());
    on_cleanup(move || {
        scroll.remove();
        fold_top(false);
        let _ = browser::root().style().set_property("--head", "");
    });
}

/// Folds the top line away while the list is scrolled down, and brings it back while it is scrolled up.
fn turn_top() {
    let place = browser::window().scroll_y().unwrap_or_default();
    let way = place - TURN.get();
    let is_folded = browser::root().dataset().get("top").is_some();
    if place < FOLDS || way.abs() > FOLDS {
        fold_top(place >= FOLDS && way > 0.0);
        TURN.set(place);
    } else if (way > 0.0) == is_folded {
        TURN.set(place);
    }
}

fn fold_top(is_folded: bool) {
    let data = browser::root().dataset();
    if is_folded {
        let _ = data.set("top", "folded");
    } else {
        data.delete("top");
    }
    tell_height(is_folded);
}

/// Tells the style sheet how high the top line is, below which days and times stay: it has more lines where type is large. Of one that is
/// too high only the buttons stay.
fn tell_height(is_folded: bool) {
    let full = browser::elements(".of-program").next().map(|top| top.get_bounding_client_rect().height().round());
    let window = browser::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let seen = full.filter(|_| !is_folded).map(|full| if full > window * MOST { LAST_ROW.min(full) } else { full });
    // As whole numbers: what writes others would be fetched for this alone.
    let length = |length: f64| format!("{}px", length as i32);
    let style = browser::root().style();
    let _ = style.set_property("--head", &seen.map(length).unwrap_or_default());
    let _ = style.set_property("--lift", &seen.zip(full).map(|(seen, full)| length(seen - full)).unwrap_or_default());
}

fn mark_day() {
    let Some(row) = browser::elements(".days").next() else { return };
    let line = row.get_bounding_client_rect().bottom() + BELOW;
    let has_begun = |section: &Element| section.get_bounding_client_rect().top() <= line;
    let read = browser::elements(".day").take_while(has_begun).count().saturating_sub(1);
    for (at, button) in browser::elements(".days > button:not([data-action])").enumerate() {
        let is_marked = button.has_attribute("aria-current");
        if at == read && !is_marked {
            let _ = button.set_attribute("aria-current", "date");
            show(&button, &row);
        } else if at != read && is_marked {
            let _ = button.remove_attribute("aria-current");
        }
    }
}

/// Scrolls the row of buttons, and nothing else, until the button is in it.
pub fn show(button: &Element, row: &Element) {
    let (inner, outer) = (button.get_bounding_client_rect(), row.get_bounding_client_rect());
    let beyond = (inner.right() - outer.right()).max(0.0) + (inner.left() - outer.left()).min(0.0);
    row.set_scroll_left(row.scroll_left() + beyond as i32);
}
