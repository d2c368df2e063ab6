//! A session in a list. `src/bin/xtask/prerender.rs` writes the same markup into the static page.

use super::pick_button::PickButton;
use leptos::prelude::*;
use siganpyo::messages::Messages;
use siganpyo::present::timetable::{Row, TrackMark};

/// A session with its button.
#[component]
pub fn SessionRow(
    /// What it says.
    row: Row,
    /// Address of its page.
    href: String,
    /// Whether it is picked.
    picked: Signal<bool>,
    /// Called when its button is tapped.
    toggle: Callback<()>,
    /// The person's language.
    messages: &'static Messages,
) -> impl IntoView {
    let id = row.id.to_string();
    let (name, button) = (id.clone(), id.clone());
    view! {
        <li class="session" class:plenary=row.plenary class:called-off=row.cancelled data-session=name data-picked=move || picked.get().to_string()>
            <div class="what">
                <h4 id=format!("t-{id}")><a href=href>{row.title}</a></h4>
                {(!row.speakers.is_empty()).then(|| view! { <p class="who">{row.speakers}</p> })}
                <p class="meta">
                    {row.cancelled.then(|| view! { <span class="flag">{messages.cancelled}</span> })}
                    {(!row.rooms.is_empty()).then(|| view! { <span class="room">{row.rooms}</span> })}
                    <span>{row.when}</span>
                    {row.track.map(|track| view! { <Track track/> })}
                </p>
            </div>
            <PickButton id=button picked toggle/>
        </li>
    }
}

/// A track as a coloured mark with its name.
#[component]
pub fn Track(
    /// The mark.
    track: TrackMark,
) -> impl IntoView {
    view! { <span class="track" data-hue=track.hue>{track.name}</span> }
}
