//! Files of other sites.

use super::opening::Opening;
use super::raw::{Raw, RawFile};
use super::step::{Distant, Step};
use crate::network;
use crate::workers;
use js_sys::ArrayBuffer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use siganpyo::messages::Refusal;
use siganpyo::program::link;
use siganpyo::wire::library_card::Source;

/// The time limit for each form of a program that a page names besides itself, in milliseconds. The page is there to be read.
const BRIEFLY: f64 = 8_000.0;

/// Fetches a file from another site, where that site allows it; of a web page what it names as a better form of its program.
pub fn fetch(file: Distant, opening: Opening) {
    let messages = opening.messages();
    let number = opening.begin();
    let url = web_sys::Url::new(&file.address).ok().filter(|url| matches!(url.protocol().as_str(), "https:" | "http:"));
    let Some(url) = url else { return opening.refuse(number, (messages.not_an_address)(&file.address), None) };
    opening.step.set(Step::Fetching { kilobytes: 0 });
    let host = url.host();
    spawn_local(async move {
        let progress = move |bytes: u32| opening.finish(number, Step::Fetching { kilobytes: bytes / 1024 });
        let still_wanted = move || opening.is_latest(number);
        let fetched = network::fetch_far(&file.address, network::WAITED_FOR, &progress, &still_wanted).await;
        let refuse = |refusal: Refusal| opening.refuse(number, refusal, Some(file.address.clone()));
        match fetched {
            Ok(bytes) => {
                let page = file.clone().raw(bytes);
                let raw = better(&file, &page, opening, &still_wanted).await.unwrap_or(page);
                if opening.is_latest(number) {
                    opening.read(raw);
                }
            }
            Err(network::Far::Refused(status)) => refuse((messages.address_refused)(&host, status)),
            Err(network::Far::Late) => refuse((messages.address_late)(&host)),
            Err(network::Far::TooLarge) => refuse(opening.too_large(network::MAX_BYTES as usize + 1)),
            Err(network::Far::Silent) => {
                opening.finish(number, Step::Forbidden { refusal: (messages.address_silent)(&host), file });
            }
        }
    });
}

/// What the page names as another form of its program, if that can be fetched and read: a file says more than a table does.
async fn better(file: &Distant, page: &Raw, opening: Opening, still_wanted: &dyn Fn() -> bool) -> Option<Raw> {
    for address in workers::better_sources(file.address.clone(), page.buffers().pop()?).await {
        let fetched = network::fetch_far(&address, BRIEFLY, &|_| (), still_wanted).await;
        let other = fetched.map(|bytes| Distant { address, ..file.clone() }.raw(bytes));
        if let Ok(other) = other
            && opening.is_readable(&other).await
        {
            return Some(other);
        }
    }
    None
}

impl Distant {
    /// What it holds, once it is here.
    fn raw(self, bytes: ArrayBuffer) -> Raw {
        let name = self.address.rsplit('/').next().unwrap_or_default().to_owned();
        let (title, bytes) = (link::name(&self.address), SendWrapper::new(bytes));
        let source = Source { address: Some(self.address), ..self.source };
        Raw { files: vec![RawFile { name, bytes }], name: title, source, picks: self.picks }
    }
}
