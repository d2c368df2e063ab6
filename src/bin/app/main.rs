//! Placeholder: mounts a line of text, registers the service worker and asks it whether everything is there.

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(inline_js = "
export function offline(base) {
  const page = document.documentElement;
  const worker = new Worker(base + 'worker_loader.js', { type: 'module' });
  worker.onmessage = (event) => { page.dataset.worker = event.data; };
  navigator.serviceWorker.register(base + 'sw.js', { updateViaCache: 'none' });
  navigator.serviceWorker.ready.then((registration) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => { page.dataset.offline = event.data.ready ? 'ready' : 'failed'; };
    registration.active.postMessage({ type: 'check' }, [channel.port2]);
  });
}")]
extern "C" {
    fn offline(base: &str);
}

fn main() {
    console_error_panic_hook::set_once();
    let page = document().document_element().expect("an html element");
    let app = document().get_element_by_id("app").expect("the mount point");
    app.set_inner_html("");
    page.set_attribute("data-app", "ready").expect("an attribute");
    offline(&page.get_attribute("data-base").expect("written by cargo xtask finish"));
    mount_to_body(|| view! { <h1>"Siganpyo"</h1> });
}
