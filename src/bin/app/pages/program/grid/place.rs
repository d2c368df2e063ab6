//! Where the grid is scrolled: at the present when it opens, and after Back where it was left.

use crate::browser;
use crate::pages::program::scrolling;
use leptos::prelude::*;
use siganpyo::program::{Date, ProgramId};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

thread_local! {
    /// Where the grid was left.
    static PLACE: RefCell<Option<Place>> = const { RefCell::new(None) };
}

/// What of a program is on the screen.
#[derive(Clone, PartialEq)]
pub struct Place {
    pub program: ProgramId,
    pub day: Date,
    pub density: usize,
    /// Scrolled by so much of the whole width and height, so that it is the same place in another density.
    left: f64,
    top: f64,
}

impl Place {
    /// The beginning of a day.
    pub fn new(program: ProgramId, day: Date, density: usize) -> Place {
        Place { program, day, density, left: 0.0, top: 0.0 }
    }

    /// Where the grid of this program was left.
    pub fn left(program: &ProgramId) -> Option<Place> {
        PLACE.with_borrow(|place| place.clone().filter(|place| place.program == *program))
    }

    /// Scrolls there once the grid is rendered. Another day than the one that was left opens at the present, or else at its
    /// beginning, and in the same rooms.
    pub fn open(self) {
        let left = Place::left(&self.program);
        request_animation_frame(move || {
            let Some(grid) = element(".grid") else { return };
            let (width, height) = (f64::from(grid.scroll_width()), f64::from(grid.scroll_height()));
            let is_same_day = left.as_ref().is_some_and(|left| left.day == self.day);
            let (x, y) = left.map_or((0.0, 0.0), |left| (left.left * width, left.top * height));
            grid.set_scroll_left(x.round() as i32);
            if is_same_day {
                grid.set_scroll_top(y.round() as i32);
            } else {
                go_to_line();
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
        let part = |scrolled: i32, whole: i32| f64::from(scrolled) / f64::from(whole.max(1));
        self.left = part(grid.scroll_left(), grid.scroll_width());
        self.top = part(grid.scroll_top(), grid.scroll_height());
        PLACE.set(Some(self));
    }
}

/// Scrolls the grid to the line of the present time, so that sessions that have just begun are visible too.
pub fn go_to_line() {
    if let Some((grid, line)) = element(".grid").zip(element(".grid .now")) {
        grid.set_scroll_top(line.offset_top() - grid.client_height() / 3);
    }
}

fn element(css: &str) -> Option<HtmlElement> {
    browser::document().query_selector(css).ok().flatten()?.dyn_into().ok()
}
