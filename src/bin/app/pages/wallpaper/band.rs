//! The editor for a custom band: moved and resized over the outline of a lock screen, by dragging and with buttons.

use super::wanted::Wanted;
use crate::components::element::{El, button, live, nothing, tag};
use crate::state::State;
use leptos::prelude::*;
use siganpyo::wallpaper::zone::{Fractions, Zone};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

/// How far a button moves the band, and how finely a finger can, in thousandths of the screen's height.
const STEP: i32 = 20;
const GRAIN: f64 = 5.0;

/// The nearer a finger is to an edge of the band, in thousandths, the more likely it wants to move that edge alone.
const REACH: i32 = 45;

/// What a finger moves.
#[derive(Clone, Copy)]
struct Drag {
    /// Whether the upper and the lower edge move.
    edges: (bool, bool),
    /// Where the finger was put down, in pixels of the page.
    start: i32,
    band: Fractions,
    /// Pixels of the page in a thousandth of the outline.
    scale: f64,
}

/// The band in the middle of what the zone leaves free.
pub fn as_band(zone: Zone) -> Fractions {
    let (top, bottom, _) = zone.fractions();
    Fractions::new((top * 1000.0) as u16, (bottom * 1000.0) as u16)
}

/// The editor, while the zone is a band of one's own.
pub fn band_editor(wanted: RwSignal<Wanted>, state: State) -> AnyView {
    let is_own = Memo::new(move |_| matches!(wanted.read().zone, Zone::Band(_)) && wanted.read().paper.is_none());
    live(move || if is_own.get() { editor(wanted, state) } else { nothing() })
}

fn editor(wanted: RwSignal<Wanted>, state: State) -> AnyView {
    let messages = state.language().studio_messages();
    // The band while the finger moves it; the picture is drawn when the finger is lifted.
    let draft = RwSignal::new(as_band(wanted.read_untracked().zone));
    Effect::new(move || draft.set(as_band(wanted.read().zone)));
    let settle = move |band: Fractions| {
        draft.set(band);
        if wanted.read_untracked().zone != Zone::Band(band) {
            wanted.update(|wanted| wanted.zone = Zone::Band(band));
            wanted.read_untracked().remember(state);
        }
    };
    let button = |name: &'static str, label: &str, (top, bottom): (i32, i32)| {
        let act = move || settle(moved(draft.get_untracked(), top * STEP, bottom * STEP));
        button(name, label).class("button").on_click(act)
    };
    let buttons = tag::div().class("actions").children([
        button("band-up", messages.up, (-1, -1)),
        button("band-down", messages.down, (1, 1)),
        button("band-taller", messages.taller, (0, 1)),
        button("band-shorter", messages.shorter, (0, -1)),
    ]);
    let position = move || {
        let band = draft.get();
        (messages.band_is)(band.top() / 10, band.bottom() / 10)
    };
    let text = tag::div().class("band-words").child(tag::p().text(messages.band_about));
    let text = text.child(tag::p().class("fine").role("status").live_text(position)).child(buttons);
    let screen = wanted.read_untracked().screen;
    let outline =
        outline(draft, settle).live_property("style", move || format!("aspect-ratio:{}/{}", screen.width, screen.height));
    tag::div().class("band").role("group").aria_label(messages.band).child(outline).child(text).into()
}

/// A lock screen with clock and buttons, and the band in it, which follows the finger.
fn outline(draft: RwSignal<Fractions>, settle: impl Fn(Fractions) + Copy + 'static) -> El {
    let drag = RwSignal::new(None::<Drag>);
    let style = move || {
        let band = draft.get();
        let percent = |thousandths: u16| format!("{}.{}%", thousandths / 10, thousandths % 10);
        format!("top:{};bottom:{}", percent(band.top()), percent(1000 - band.bottom()))
    };
    let lock = tag::div().class("lock").child(tag::span().class("clock").text("9:41")).child(tag::i()).child(tag::i());
    let band = tag::div().class("free").live_property("style", style);
    let start = move |event: Event| {
        let event: PointerEvent = event.unchecked_into();
        let Some(place) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let _ = place.set_pointer_capture(event.pointer_id());
        let (area, band) = (place.get_bounding_client_rect(), draft.get_untracked());
        let scale = (area.height() / 1000.0).max(0.01);
        let at = ((f64::from(event.client_y()) - area.top()) / scale) as i32;
        let near = |edge: u16| (at - i32::from(edge)).abs() < REACH;
        let edges = match (near(band.top()), near(band.bottom())) {
            (false, false) => (true, true),
            edges => edges,
        };
        drag.set(Some(Drag { edges, start: event.client_y(), band, scale }));
    };
    let follow = move |event: Event| {
        let Some(Drag { edges, start, band, scale }) = drag.get_untracked() else { return };
        let way = f64::from(event.unchecked_into::<PointerEvent>().client_y() - start) / scale;
        let way = ((way / GRAIN).round() * GRAIN) as i32;
        draft.set(moved(band, if edges.0 { way } else { 0 }, if edges.1 { way } else { 0 }));
    };
    let end = move |_: Event| {
        if drag.get_untracked().is_some() {
            drag.set(None);
            settle(draft.get_untracked());
        }
    };
    let outline = tag::div().class("silhouette").attr("aria-hidden", "true").child(lock).child(band);
    outline.on("pointerdown", start).on("pointermove", follow).on("pointerup", end).on("pointercancel", end)
}

/// The band with its edges moved by so many thousandths; both together keep their distance.
fn moved(band: Fractions, top: i32, bottom: i32) -> Fractions {
    let (upper, lower) = (i32::from(band.top()), i32::from(band.bottom()));
    let (top, bottom) = if top == bottom {
        let way = top.clamp(-upper, 1000 - lower);
        (way, way)
    } else {
        (top, bottom)
    };
    let edge = |edge: i32| edge.clamp(0, 1000) as u16;
    Fractions::new(edge(upper + top), edge(lower + bottom))
}
