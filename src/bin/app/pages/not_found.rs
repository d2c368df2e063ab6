//! An address that leads nowhere.

use super::page_named;
use crate::browser::{self, link};
use crate::components::frame::main_link;
use crate::components::notice::empty;
use crate::state::State;
use leptos::prelude::AnyView;

pub fn not_found(state: State) -> AnyView {
    let messages = state.messages();
    page_named(browser::site_name, state, empty((messages.not_found)(), [main_link(link("/"), messages.to_program)]))
}
