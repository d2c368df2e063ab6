//! Where the grid is scrolled: at the present and at what was picked when it opens, and after Back where it was left.

use crate::browser;
use crate::pages::program::scrolling;
use leptos::prelude::*;
use siganpyo::present::grid::Block;
use siganpyo::program::{Date, ProgramId};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

thread_local! {
    /// Where the grid was left.
    static PLACE: RefCell<Option<Place>> = const { RefCell::new(None) };
}

/// Says that the grid does not come to rest at columns.
const HELD: &str = "data-held";

/// What of a program is on the screen.
#[derive(Clone, PartialEq)]
pub struct Place {
    pub program: ProgramId,
    pub day: Date,
    pub density: usize,
    /// Where the left edge and the middle are, as parts of the whole width and height: about the same place in another density.
    left: f64,
    middle: f64,
}

impl Place {
    /// The beginning of a day.
    pub fn new(program: ProgramId, day: Date, density: usize) -> Place {
        Place { program, day, density, left: 0.0, middle: 0.0 }
    }

    /// Where the grid of this program was left.
    pub fn left(program: &ProgramId) -> Option<Place> {
        PLACE.with_borrow(|place| place.clone().filter(|place| place.program == *program))
    }

    /// Scrolls there once the grid is rendered. Another day than the one that was left opens at the present and at this block, which is
    /// at this place among all; without one in the same rooms.
    pub fn open(self, aim: Option<(usize, Block)>) {
        let left = Place::left(&self.program);
        request_animation_frame(move || {
            let Some(grid) = element(".grid") else { return };
            let x = left.as_ref().map_or(0.0, |left| left.left * size(&grid, "scrollWidth"));
            match left.filter(|left| left.day == self.day) {
                Some(left) => {
                    hold(&grid, left.density == self.density);
                    let top = left.middle * size(&grid, "scrollHeight") - size(&grid, "clientHeight") / 2.0;
                    scroll(&grid, x, top);
                }
                None => {
                    let (x, top) = aim.and_then(place_of).unwrap_or((x, 0.0));
                    scroll(&grid, x, top);
                    go_to_line();
                }
            }
            self.keep();
            if let Some((row, day)) = element(".days").zip(element(".days [aria-pressed=true]")) {
                scrolling::show(&day, &row);
            }
        });
    }

    /// Remembers where the grid is scrolled now.
    pub fn keep(mut self) {
        let Some(grid) = element(".grid") else { return };
        self.left = size(&grid, "scrollLeft") / size(&grid, "scrollWidth").max(1.0);
        let middle = size(&grid, "scrollTop") + size(&grid, "clientHeight") / 2.0;
        self.middle = middle / size(&grid, "scrollHeight").max(1.0);
        PLACE.set(Some(self));
    }
}

/// Scrolls the grid to the line of the present time, so that sessions that have just begun are visible too.
pub fn go_to_line() {
    if let Some((grid, line)) = element(".grid").zip(element(".grid .now")) {
        grid.set_scroll_top(line.offset_top() - grid.client_height() / 3);
    }
}

/// Whether it stays where it is put, between columns too, until it is scrolled by hand: it may have come to rest there.
fn hold(grid: &HtmlElement, is_held: bool) {
    let _ = browser::call(grid, "toggleAttribute", &[&HELD.into(), &is_held.into()]);
}

/// Lets it come to rest at columns again.
pub fn release() {
    if let Some(grid) = element(".grid") {
        hold(&grid, false);
    }
}

fn scroll(grid: &HtmlElement, left: f64, top: f64) {
    browser::attempt(grid, "scrollTo", &[&left.into(), &top.into()]);
}

/// Where to scroll for a block: its room beside the times, and itself a third below the top.
fn place_of((at, block): (usize, Block)) -> Option<(f64, f64)> {
    let (grid, times) = (element(".grid")?, element(".times")?);
    let room = element(&format!(".rooms h3:nth-child({})", block.column + 1))?;
    let cell = element(&format!("#b-{at}"))?.closest(".cell").ok()??.unchecked_into();
    let left = size(&room, "offsetLeft") - size(&times, "offsetWidth");
    Some((left, size(&cell, "offsetTop") - size(&grid, "clientHeight") / 3.0))
}

/// A length of an element in CSS pixels. By its name, since each property that is named in the code costs the critical path
/// bytes, and these are asked for nowhere else.
fn size(element: &HtmlElement, name: &str) -> f64 {
    js_sys::Reflect::get(element, &name.into()).ok().and_then(|size| size.as_f64()).unwrap_or_default()
}

fn element(css: &str) -> Option<HtmlElement> {
    browser::document().query_selector(css).ok().flatten()?.dyn_into().ok()
}
