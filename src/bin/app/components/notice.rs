//! A refusal in a box, and an empty page in words.

use leptos::prelude::*;
use siganpyo::messages::Refusal;

/// What went wrong and what to do, with buttons below where there are any.
#[component]
pub fn Notice(
    /// The words.
    refusal: Refusal,
    /// Buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="notice" role="alert">
            <strong>{refusal.message}</strong>
            <p>{refusal.hint}</p>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}

/// What a page says when it has nothing to show, and the way on.
#[component]
pub fn Empty(
    /// The words.
    refusal: Refusal,
    /// Buttons or links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <strong>{refusal.message}</strong>
            <p>{refusal.hint}</p>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}
