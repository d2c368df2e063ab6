//! The page's half of the worker: start it at the first question, number the questions, start anew after a failure.

use crate::browser::{self, link};
use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::{Array, ArrayBuffer, Object, Reflect};
use siganpyo::plan::Attachment;
use siganpyo::program::versions::Verdict;
use siganpyo::wire::job::{Answer, CompareJob, Job};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// The worker could not be started, stopped answering, or sent what is no answer.
#[derive(Debug, Clone, Copy)]
pub struct Unavailable;

impl From<JsValue> for Unavailable {
    fn from(_: JsValue) -> Self {
        Unavailable
    }
}

/// How long an answer may take, in milliseconds: ten times what the largest import takes on a slow phone.
const PATIENCE: i32 = 60_000;

type Reply = (Answer, Vec<ArrayBuffer>);

/// The two workers: one paints, the other reads program files and may be stopped without harm to a picture.
#[derive(Clone, Copy)]
enum Desk {
    Painter,
    Reader,
}

impl Desk {
    fn of(job: &Job) -> Desk {
        match job {
            Job::Warm { .. } | Job::Wallpaper(_) => Desk::Painter,
            Job::Import(_) | Job::Compare(_) => Desk::Reader,
        }
    }

    fn script(self) -> &'static str {
        match self {
            Desk::Painter => "/worker_loader.js",
            Desk::Reader => "/reader_loader.js",
        }
    }
}

struct Client {
    worker: Worker,
    /// Questions from before the worker could listen.
    early: Option<Vec<(JsValue, Array)>>,
    open: BTreeMap<u32, oneshot::Sender<Reply>>,
    last: u32,
}

thread_local! {
    static CLIENTS: RefCell<[Option<Client>; 2]> = const { RefCell::new([None, None]) };
}

/// Asks the worker. The buffers are handed over and gone from here.
pub async fn ask(job: &Job, buffers: &[ArrayBuffer]) -> Result<Reply, Unavailable> {
    let desk = Desk::of(job);
    let receive = send(desk, job, buffers)?;
    let outcome = select(receive, JsFuture::from(browser::after(PATIENCE))).await;
    match outcome {
        Either::Left((Ok(reply), _)) => Ok(reply),
        Either::Left((Err(_), _)) => Err(Unavailable),
        Either::Right(_) => {
            give_up(desk);
            Err(Unavailable)
        }
    }
}

/// Has the painter get ready, once a visit, since a picture may be wanted soon.
pub fn warm_up(language: &'static str) {
    thread_local!(static ASKED: Cell<bool> = const { Cell::new(false) });
    if !ASKED.replace(true) {
        spawn_local(async move { drop(ask(&Job::Warm { language: language.to_owned() }, &[]).await) });
    }
}

/// What a program is to the one that is kept.
pub struct Compared {
    pub verdict: Verdict,
    /// Number of sessions that are different, new or gone.
    pub changed: usize,
    /// Which sessions the picks follow.
    pub attachments: Vec<Attachment>,
}

/// Compares two program files; `plan` is the stored plan for the old one. None where the worker does not answer.
pub async fn compare(old: String, new: String, plan: Option<String>) -> Option<Compared> {
    match ask(&Job::Compare(CompareJob { old, new, plan }), &[]).await.ok()?.0 {
        Answer::Compared { verdict, changed, attachments } => Some(Compared { verdict, changed: changed as usize, attachments }),
        _ => None,
    }
}

fn send(desk: Desk, job: &Job, buffers: &[ArrayBuffer]) -> Result<oneshot::Receiver<Reply>, Unavailable> {
    CLIENTS.with_borrow_mut(|slots| {
        let slot = &mut slots[desk as usize];
        let client = match slot {
            Some(client) => client,
            None => slot.insert(start(desk)?),
        };
        client.last += 1;
        let transfer: Array = buffers.iter().collect();
        let message = Object::new();
        Reflect::set(&message, &"id".into(), &client.last.into())?;
        Reflect::set(&message, &"job".into(), &serde_json::to_string(job).expect("plain data").into())?;
        Reflect::set(&message, &"buffers".into(), &transfer)?;
        let (send, receive) = oneshot::channel();
        client.open.insert(client.last, send);
        match &mut client.early {
            Some(early) => early.push((message.into(), transfer)),
            None => client.worker.post_message_with_transfer(&message, &transfer)?,
        }
        Ok(receive)
    })
}

fn start(desk: Desk) -> Result<Client, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&link(desk.script()), &options)?;
    let receive = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| receive(desk, &event.data()));
    let fail = Closure::<dyn FnMut()>::new(move || give_up(desk));
    worker.set_onmessage(Some(receive.into_js_value().unchecked_ref()));
    worker.set_onerror(Some(fail.into_js_value().unchecked_ref()));
    Ok(Client { worker, early: Some(Vec::new()), open: BTreeMap::new(), last: 0 })
}

fn receive(desk: Desk, message: &JsValue) {
    let field = |name: &str| Reflect::get(message, &name.into()).unwrap_or(JsValue::UNDEFINED);
    if field("ready").is_truthy() {
        return post_early(desk);
    }
    let answer = field("answer").as_string().and_then(|text| Answer::read(&text));
    let buffers = Array::from(&field("buffers")).iter().map(JsCast::unchecked_into).collect();
    CLIENTS.with_borrow_mut(|slots| {
        let slot = &mut slots[desk as usize];
        let id = field("id").as_f64().unwrap_or_default() as u32;
        let waiting = slot.as_mut().and_then(|client| client.open.remove(&id));
        if let (Some(waiting), Some(answer)) = (waiting, answer) {
            let _ = waiting.send((answer, buffers));
        }
    });
}

fn post_early(desk: Desk) {
    CLIENTS.with_borrow_mut(|slots| {
        let Some(client) = &mut slots[desk as usize] else { return };
        for (message, transfer) in client.early.take().into_iter().flatten() {
            let _ = client.worker.post_message_with_transfer(&message, &transfer);
        }
    });
}

/// Stops reading a file.
pub fn stop_reading() {
    give_up(Desk::Reader);
}

/// Stops the worker; who waits for it learns that nothing will come, and the next question starts a new one.
fn give_up(desk: Desk) {
    if let Some(client) = CLIENTS.with_borrow_mut(|slots| slots[desk as usize].take()) {
        client.worker.terminate();
    }
}
