//! A box for a refusal, and the text of an empty page.

use super::frame::actions;
use crate::components::element::{El, tag};
use leptos::prelude::AnyView;
use siganpyo::messages::Refusal;

/// What went wrong and what to do, with buttons below where there are any.
pub fn notice<const N: usize>(refusal: Refusal, buttons: [El; N]) -> AnyView {
    said(tag::div().class("notice").role("alert"), refusal, buttons)
}

/// What a page says when it has nothing to show, and the way on.
pub fn empty<const N: usize>(refusal: Refusal, buttons: [El; N]) -> AnyView {
    said(tag::div().class("empty"), refusal, buttons)
}

fn said<const N: usize>(place: El, refusal: Refusal, buttons: [El; N]) -> AnyView {
    let buttons = (N > 0).then(|| actions(buttons));
    place.child(tag::strong().text(refusal.message)).child(tag::p().text(refusal.hint)).children(buttons).into()
}
