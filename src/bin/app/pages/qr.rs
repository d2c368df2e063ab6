//! A QR code on the screen, for the camera of somebody who stands beside.

use crate::browser::awake::stay_awake;
use crate::components::element::{live, nothing, tag};
use crate::workers;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::sharing::SharingMessages;

/// The code of a link, while the screen stays awake; a sentence where the link is too long for one.
pub fn qr(link: &str, messages: &'static SharingMessages) -> AnyView {
    stay_awake();
    let drawn = RwSignal::new(None);
    let link = link.to_owned();
    spawn_local(async move {
        let code = workers::code(&link).await;
        // The sheet may be closed by now.
        let _ = drawn.try_set(Some(code));
    });
    live(move || match drawn.get() {
        None => nothing(),
        Some(None) => tag::p().class("fine").text(messages.too_long_for_code).into(),
        Some(Some((side, path))) => {
            let frame = format!("0 0 {side} {side}");
            // Not a [`tag`], since those are HTML and this is SVG.
            let drawing =
                view! { <svg class="qr" viewBox=frame role="img" aria-label=messages.code_of_link><path d=path></path></svg> };
            tag::div().class("qr-place").child(drawing.into_any()).child(tag::p().class("fine").text(messages.scan_this)).into()
        }
    })
}
