//! The buttons of the days: which one the list has been scrolled to.

use crate::browser;
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

/// How far below the buttons a day counts as the one that is read, in CSS pixels.
const BELOW: f64 = 80.0;

/// Marks the button of the day that is read, now and while the list is scrolled.
pub fn follow_scrolling() {
    thread_local! {
        static IS_WAITING: Cell<bool> = const { Cell::new(false) };
    }
    let look = || {
        // Once for each frame: there may be several events.
        if !IS_WAITING.replace(true) {
            request_animation_frame(|| {
                IS_WAITING.set(false);
                mark();
            });
        }
    };
    look();
    let scroll = window_event_listener(leptos::ev::scroll, move |_| look());
    on_cleanup(move || scroll.remove());
}

fn mark() {
    let [Some(sections), Some(buttons)] = [".day", ".days > button:not([data-action])"].map(all) else { return };
    let Ok(Some(line)) = browser::document().query_selector(".days") else { return };
    let line = line.get_bounding_client_rect().bottom() + BELOW;
    let has_begun = |section: &Element| section.get_bounding_client_rect().top() <= line;
    let read = elements(&sections).take_while(has_begun).count().saturating_sub(1);
    for (at, button) in elements(&buttons).enumerate() {
        let is_marked = button.has_attribute("aria-current");
        if at == read && !is_marked {
            let _ = button.set_attribute("aria-current", "date");
            show(&button);
        } else if at != read && is_marked {
            let _ = button.remove_attribute("aria-current");
        }
    }
}

/// Scrolls the row of buttons, and nothing else, until the button is in it.
fn show(button: &Element) {
    let Some(row) = button.parent_element() else { return };
    let (inner, outer) = (button.get_bounding_client_rect(), row.get_bounding_client_rect());
    let beyond = (inner.right() - outer.right()).max(0.0) + (inner.left() - outer.left()).min(0.0);
    row.set_scroll_left(row.scroll_left() + beyond as i32);
}

fn all(selector: &str) -> Option<NodeList> {
    browser::document().query_selector_all(selector).ok()
}

fn elements(list: &NodeList) -> impl Iterator<Item = Element> + '_ {
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok())
}
