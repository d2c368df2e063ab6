//! An address that leads nowhere.

use crate::components::frame::TopLine;
use crate::components::notice::Empty;
use crate::page::link;
use crate::state::{use_messages, use_state};
use leptos::prelude::*;

#[component]
pub fn NotFound() -> impl IntoView {
    let (state, messages) = (use_state(), use_messages());
    view! {
        <TopLine heading=messages.app_name.to_owned() save=state.save messages settings=link("/settings")/>
        <main id="main">
            <Empty refusal=(messages.not_found)()>
                <a class="button main" href=link("/")>{messages.to_program}</a>
            </Empty>
        </main>
    }
}
