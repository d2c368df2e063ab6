//! The list of sessions. What is on the screen comes first, and of a long list only what is near the screen stays on the page.
//!
//! Each stretch of the [`Outline`] is an element of its own. While it is empty, it is as high as it was when it was last in the
//! viewport, or as high as estimated; an observer fills it, and in a long list empties it far from the viewport. A stretch above
//! the viewport that turns out higher or lower is compensated by scrolling, so that nothing jumps (WebKit has no scroll anchoring,
//! so the page uses it nowhere).
//! Only stretches in the viewport are filled before the page answers; the rest follows one at a time, so that a tap need not wait.

use crate::browser;
use crate::components::element::{El, all, nothing};
use crate::pages::live_page::LivePage;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use siganpyo::markup::{self, day_section, session_row};
use siganpyo::present::outline::{Outline, Stretch};
use siganpyo::present::timetable::{Slot, slots};
use siganpyo::program::Program;
use std::cell::RefCell;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, IntersectionObserverEntry};

/// How far from the viewport stretches of a long list are filled, in CSS pixels: what a hard fling crosses in a quarter of a second.
const MARGIN: u32 = 1_800;
/// The same for other lists: farther than any of them is high, so that they are filled to their ends and stay so, for the browser's own
/// search and for paper.
const EVERYWHERE: u32 = 1_000_000;
/// From this width on sessions stand beside each other, in CSS pixels. As in style/program.css, where a media query cannot have it
/// from a variable; a wrong value only makes the estimates worse.
const WIDE: u32 = 900;

thread_local! {
    /// How high the stretches of the static page were.
    static STATIC: RefCell<Vec<f64>> = const { RefCell::new(Vec::new()) };
}

/// Measures the static page's stretches, before the app takes its place.
pub fn learn_heights() {
    let heights = stretches().map(|element| element.get_bounding_client_rect().height());
    STATIC.set(heights.collect());
}

/// Heights of all stretches of one list, in CSS pixels.
struct Heights {
    /// Program, width of the page and number of stretches: what else they depend on.
    of: (usize, u32, usize),
    pixels: Vec<f64>,
}

thread_local! {
    /// Those of the list that was shown last, so that Back finds everything where it was.
    static HEIGHTS: RefCell<Option<Heights>> = const { RefCell::new(None) };
}

/// The list of an outline's sessions, for a page that is about to be scrolled so far. `now` is the place of the first session to come.
pub fn list(program: &Arc<Program>, outline: &Outline, now: RwSignal<Option<usize>>, scrolled: f64, state: State) -> AnyView {
    prepare_heights(program, outline);
    let here = |number: usize| RwSignal::new(is_on_screen(number, scrolled));
    let here: Vec<RwSignal<bool>> = (0..outline.stretches().count()).map(here).collect();
    let (watched, margin) = (here.clone(), if outline.is_long() { MARGIN } else { EVERYWHERE });
    Effect::new(move || watch(&watched, margin));
    let mut numbers = 0..;
    let days: Vec<El> = outline
        .days
        .iter()
        .map(|day| {
            let stretches = day.stretches.iter().zip(numbers.by_ref()).map(|(stretch, number)| {
                let (program, stretch, here): (_, Stretch, _) = (program.clone(), stretch.clone(), here[number]);
                let filled = move || {
                    let slots = slots(&program, &stretch, state.messages());
                    all(slots.iter().zip(&stretch).map(|(time, places)| slot(time, places.clone(), now, state)))
                };
                markup::stretch::<El>(number).live_child(move || if here.get() { filled() } else { nothing() })
            });
            day_section(program, day, &LivePage::new(state)).children(stretches.collect::<Vec<_>>())
        })
        .collect();
    all(days)
}

fn slot(slot: &Slot, places: Vec<usize>, now: RwSignal<Option<usize>>, state: State) -> El {
    let is_next = move || now.get().is_some_and(|next| places.contains(&next)).then(|| "time".to_owned());
    let page = LivePage::new(state);
    markup::slot(&slot.clock, slot.rows.iter().map(|row| session_row(row, &page))).live("aria-current", is_next)
}

/// Takes the heights of the last list if they are those of this one too, else guesses them.
fn prepare_heights(program: &Arc<Program>, outline: &Outline) {
    let width = browser::root().client_width().unsigned_abs();
    let of = (Arc::as_ptr(program) as usize, width, outline.stretches().count());
    HEIGHTS.with_borrow_mut(|kept| {
        if kept.as_ref().is_none_or(|kept| kept.of != of) {
            let mut pixels: Vec<f64> = outline.stretches().map(|stretch| f64::from(guess(program, stretch, width))).collect();
            let seen = STATIC.take();
            let known = seen.len().min(pixels.len());
            pixels[..known].copy_from_slice(&seen[..known]);
            *kept = Some(Heights { of, pixels });
        }
    });
}

/// Estimates the height of a stretch on a page of this width, after style/program.css.
fn guess(program: &Program, stretch: &Stretch, width: u32) -> u32 {
    if width >= WIDE {
        let columns = (width.min(1_160) - 124) / 262;
        return stretch.iter().map(|slot| 21 + 160 * (slot.len() as u32).div_ceil(columns)).sum();
    }
    let line = (width - 85).max(1);
    // Bytes stand for letters: a Korean letter has three bytes and is twice as wide as a Latin one.
    let lines = |text: &str, size: u32| (text.len() as u32 * size).div_ceil(line);
    let session = |place: &usize| {
        let session = &program.sessions[*place];
        let who: u32 = session.speakers.iter().map(|name| name.len() as u32 + 2).sum();
        49 + lines(&session.title, 8) * 23 + (who * 7).div_ceil(line) * 22
    };
    stretch.iter().map(|slot| 39 + slot.iter().map(session).sum::<u32>()).sum()
}

/// Whether a stretch will be on the screen, or perhaps: what stands above the list and between days is not counted.
fn is_on_screen(number: usize, scrolled: f64) -> bool {
    let screen = f64::from(browser::root().client_height());
    HEIGHTS.with_borrow(|kept| {
        let pixels = kept.as_ref().map_or(&[][..], |kept| &kept.pixels);
        let top: f64 = pixels.iter().take(number).sum();
        let bottom = top + pixels.get(number).copied().unwrap_or_default();
        bottom > scrolled - screen && top < scrolled + screen
    })
}

/// Gives empty stretches their heights, and fills and empties them from now on.
fn watch(here: &[RwSignal<bool>], margin: u32) {
    for element in stretches() {
        let number = number_of(&element);
        if here.get(number).is_some_and(|here| !here.get_untracked()) {
            set_height(&element, height(number));
        }
    }
    let shown = here.to_vec();
    let elements = stretches().map(JsCast::unchecked_into);
    if !browser::watch_near(elements, &format!("{margin}px 0px"), move |entries| follow(entries, &shown)) {
        // Without an observer everything is filled at once, which is slow but complete.
        here.iter().for_each(|here| here.set(true));
    }
}

fn number_of(element: &HtmlElement) -> usize {
    element.dataset().get("stretch").and_then(|number| number.parse().ok()).unwrap_or(usize::MAX)
}

fn height(number: usize) -> Option<f64> {
    HEIGHTS.with_borrow(|kept| kept.as_ref()?.pixels.get(number).copied())
}

fn set_height(element: &HtmlElement, height: Option<f64>) {
    let _ = match height {
        // Whole pixels: printing others costs four kilobytes.
        Some(height) => element.style().set_property("height", &format!("{}px", height.round() as u32)),
        None => element.style().set_property("height", ""),
    };
}

/// The stretches on the page.
fn stretches() -> impl Iterator<Item = HtmlElement> {
    browser::elements("[data-stretch]").map(JsCast::unchecked_into)
}

/// A stretch that came near the viewport or left it.
struct Move {
    element: HtmlElement,
    number: usize,
    near: bool,
    /// Of the stretch, in CSS pixels.
    height: f64,
    /// From its middle to that of the screen, in CSS pixels.
    distance: f64,
}

/// Fills stretches that came near, nearest first, and empties those that left, without moving what is in the viewport.
fn follow(entries: Vec<IntersectionObserverEntry>, here: &[RwSignal<bool>]) {
    let focused = browser::document().active_element();
    let mut moves: Vec<Move> = Vec::new();
    for entry in entries {
        let (element, near) = (entry.target().unchecked_into::<HtmlElement>(), entry.is_intersecting());
        let number = number_of(&element);
        let is_change = here.get(number).is_some_and(|here| here.try_get_untracked() == Some(!near));
        // A stretch with the focus stays, or the keyboard focus would go back to the start of the page.
        if is_change && (near || !element.contains(focused.as_deref())) {
            let place = entry.bounding_client_rect();
            let distance = (place.top() + place.bottom() - f64::from(browser::root().client_height())).abs() / 2.0;
            moves.push(Move { element, number, near, height: place.height(), distance });
        }
    }
    moves.sort_by(|one, other| one.distance.total_cmp(&other.distance));
    let here = here.to_vec();
    spawn_local(async move {
        for Move { element, number, near, height, .. } in moves {
            if near {
                fill(&element, number, here[number]).await;
                // The next tap or frame comes first.
                let _ = JsFuture::from(browser::after(0)).await;
            } else {
                set_height(&element, Some(height));
                let _ = here[number].try_set(false);
            }
        }
    });
}

async fn fill(element: &HtmlElement, number: usize, here: RwSignal<bool>) {
    let place = element.get_bounding_client_rect();
    if here.try_set(true).is_some() || !element.is_connected() {
        return;
    }
    // Waits until the signal has updated the page.
    tick().await;
    set_height(element, None);
    let height = element.get_bounding_client_rect().height();
    HEIGHTS.with_borrow_mut(|kept| {
        if let Some(known) = kept.as_mut().and_then(|kept| kept.pixels.get_mut(number)) {
            *known = height;
        }
    });
    let grown = height - place.height();
    if place.bottom() <= 0.0 && grown != 0.0 {
        browser::window().scroll_by_with_x_and_y(0.0, grown);
    }
}
