//! A box to check, with its label.

use super::element::{El, tag};
use crate::browser;
use crate::browser::rules::rules;
use leptos::prelude::event_target_checked;

const STYLE: &str = rules!("check.css");

/// The box called `field`; `change` gets whether it is checked.
pub fn check(field: &str, label: impl Into<String>, is_checked: bool, change: impl Fn(bool) + 'static) -> El {
    browser::adopt_style("check", STYLE);
    let input = tag::input().input_type("checkbox").attr("data-field", field);
    let input = input.maybe_attr("checked", is_checked.then_some(""));
    let input = input.on("change", move |event| change(event_target_checked(&event)));
    tag::label().class("check").child(input).child(tag::span().text(label.into()))
}
