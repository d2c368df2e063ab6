//! One file for each route. Pages read the state and call its actions; they know neither storage nor network.

pub mod library;
pub mod not_found;
pub mod plan;
pub mod program;
pub mod session;
pub mod settings;
pub mod wallpaper;

use crate::components::notice::Empty;
use crate::page::link;
use crate::state::{Shown, use_messages, use_state};
use leptos::prelude::*;
use siganpyo::program::Program;
use std::sync::Arc;

/// What a page shows once there is a program, and what it says until then.
fn with_program<V: IntoView + 'static>(content: impl Fn(Arc<Program>) -> V + Send + 'static) -> impl IntoView {
    let (state, messages) = (use_state(), use_messages());
    move || match state.shown.get() {
        Shown::Loading => view! { <p class="lead" role="status">{messages.loading}</p> }.into_any(),
        Shown::Missing => view! {
            <Empty refusal=(messages.program_missing)()>
                <a class="button main" href=link("/library")>{messages.tab_library}</a>
            </Empty>
        }
        .into_any(),
        Shown::Program(program) => content(program).into_any(),
    }
}
