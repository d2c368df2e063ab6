//! The reader: the Web Worker for program files. A message in, a call of the library, a message out; `siganpyo::wire::job` says what
//! the messages are.
//!
//! Apart from the worker that paints, since it is as large again and not needed at the venue: it is fetched when the first file is
//! opened and stays on the device from then on.

mod code;
mod import;
mod program;

#[path = "../frame/mod.rs"]
mod frame;

use js_sys::Array;
use program::Outcome;
use siganpyo::messages::Language;
use siganpyo::wire::job::{Answer, Job};

fn main() {
    frame::serve(|job, buffers, post| {
        let refused = |refusal| (Answer::refused(refusal), Array::new());
        let (answer, buffers) = work(serde_json::from_str(job).ok(), buffers).unwrap_or_else(refused);
        post.answer(&serde_json::to_string(&answer).expect("plain data"), &buffers);
    });
}

fn work(job: Option<Job>, buffers: &Array) -> Outcome {
    match job {
        Some(Job::Import(job)) => Ok(import::read(&job, buffers)),
        Some(Job::Begin(job)) => Ok(import::begin(&job, buffers)),
        Some(Job::Zones { job, text }) => Ok(import::search_zones(&job, &text, buffers)),
        Some(Job::Sources { address }) => Ok((import::sources(&address, buffers), Array::new())),
        Some(Job::Warm { .. }) => Ok((Answer::Warm, Array::new())),
        Some(Job::Compare(job)) => Ok((program::compare(&job, buffers), Array::new())),
        Some(Job::Pack) => Ok((program::pack(buffers)?, Array::new())),
        Some(Job::Scan { width }) => Ok((Answer::Scanned { text: code::text_in(buffers, width) }, Array::new())),
        // A page newer than this, for as long as an update of the app has not reached both; or a job of another worker.
        _ => Err((Language::FALLBACK.picture_messages().worker_outdated)()),
    }
}
