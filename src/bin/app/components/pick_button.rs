//! The button that picks a session.

use leptos::prelude::*;

/// A round toggle, named "Pick" and the session's title by the elements `pick-word` and `t-<id>` of the page.
#[component]
pub fn PickButton(
    /// The session's id.
    id: String,
    /// Whether it is picked.
    picked: Signal<bool>,
    /// Called at a tap.
    toggle: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            class="pick"
            data-action="pick"
            aria-pressed=move || picked.get().to_string()
            aria-labelledby=format!("pick-word t-{id}")
            on:click=move |_| toggle.run(())
        ></button>
    }
}
