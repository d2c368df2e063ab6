//! Taking the picks along from Safari to the home screen of an iPhone.
//!
//! iOS stores the address of the page at the moment of adding, unless the manifest states a start. So while the guide is open, the
//! address holds program and picks, and the manifest is one without a start. `pages/shared/carried.rs` takes them in.

use crate::browser::{self, HOME};
use crate::components::element::{live, nothing, tag};
use crate::pages::place::Place;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::export::Picks;

/// The manifest without a start, see `publish/manifest.rs`.
const MANIFEST: &str = "/manifest-home.webmanifest";

/// What will come along, while it is in the address. `path` is where the app will start.
pub fn carried_home(path: &'static str, state: State) -> AnyView {
    let carried = RwSignal::new(None::<usize>);
    Effect::new(move || {
        let picks = state.plan.current.with(|plan| plan.picks().count());
        let Some(program) = state.program.get().filter(|_| picks > 0) else { return carried.set(None) };
        let hidden = state.hidden.current.get();
        let carries = state.plan.current.with(|plan| Picks::of(plan, &program, Some(&hidden)));
        spawn_local(async move {
            let link = Place::of(&program, state).await.whole_link(carries, state).await;
            let said = link.and_then(|link| put_into_address(path, &link)).map(|()| picks);
            // The page may have been left.
            let _ = carried.try_set(said);
        });
    });
    let messages = state.language().safety_messages();
    live(move || match carried.get() {
        Some(picks) => tag::p().action("carried").text((messages.install_carries)(picks)).into(),
        None => nothing(),
    })
}

fn put_into_address(path: &str, link: &str) -> Option<()> {
    let (_, content) = link.split_once('#')?;
    browser::replace_address(&format!("{path}?{HOME}=1&{content}"));
    browser::elements("link[rel=manifest]").next()?.set_attribute("href", &browser::link(MANIFEST)).ok()
}
