//! A worker from the page's side: started at the first question, questions numbered, started anew after a failure.

use crate::browser::problems::report;
use crate::browser::{self, link};
use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use siganpyo::wire::job::{Answer, Job};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// The worker could not be started, stopped answering, or sent what is no answer.
#[derive(Debug, Clone, Copy)]
pub struct Unavailable;

impl From<JsValue> for Unavailable {
    fn from(cause: JsValue) -> Self {
        report("worker", &cause);
        Unavailable
    }
}

/// How long an answer may take, in milliseconds: ten times what the largest import takes on a slow phone.
const PATIENCE: i32 = 60_000;

/// The same for a site, most of which is compressing.
const PATIENCE_OF_PUBLISHER: i32 = 900_000;

pub type Reply = (Answer, Vec<ArrayBuffer>);

/// The scripts that start what reads program files.
pub const READER: &str = "/reader_loader.js";
pub const SHEETS: &str = "/sheets_loader.js";

/// The workers: one paints, another reads program files and may be stopped without harm to a picture, the third takes workbooks
/// apart for it, and the fourth makes sites.
#[derive(Clone, Copy)]
pub enum Role {
    Painter,
    Reader,
    Sheets,
    Publisher,
}

impl Role {
    fn script(self) -> &'static str {
        match self {
            Role::Painter => "/worker_loader.js",
            Role::Reader => READER,
            Role::Sheets => SHEETS,
            Role::Publisher => "/publisher_loader.js",
        }
    }

    fn patience(self) -> i32 {
        if matches!(self, Role::Publisher) { PATIENCE_OF_PUBLISHER } else { PATIENCE }
    }
}

struct Client {
    worker: Worker,
    /// The file of the program that it was sent last.
    program: Option<Arc<str>>,
    /// Messages from before the worker could listen.
    early: Option<Vec<(JsValue, Array)>>,
    open: BTreeMap<u32, oneshot::Sender<Reply>>,
    last: u32,
}

thread_local! {
    static CLIENTS: RefCell<[Option<Client>; 4]> = const { RefCell::new([const { None }; 4]) };
}

/// Sends a job to a worker. The buffers are transferred; the program's file is only sent if the worker does not have it yet.
pub async fn ask(role: Role, job: &Job, program: Option<&Arc<str>>, buffers: &[ArrayBuffer]) -> Result<Reply, Unavailable> {
    let receive = send(role, job, program, buffers)?;
    let outcome = select(receive, JsFuture::from(browser::after(role.patience()))).await;
    match outcome {
        Either::Left((Ok(reply), _)) => Ok(reply),
        Either::Left((Err(_), _)) => Err(Unavailable),
        Either::Right(_) => {
            report(role.script(), &"no answer in time".into());
            give_up(role);
            Err(Unavailable)
        }
    }
}

/// A text as a buffer with UTF-8.
pub fn to_buffer(text: &str) -> ArrayBuffer {
    Uint8Array::from(text.as_bytes()).buffer()
}

fn send(
    role: Role,
    job: &Job,
    program: Option<&Arc<str>>,
    buffers: &[ArrayBuffer],
) -> Result<oneshot::Receiver<Reply>, Unavailable> {
    CLIENTS.with_borrow_mut(|slots| {
        let slot = &mut slots[role as usize];
        let client = match slot {
            Some(client) => client,
            None => slot.insert(start(role)?),
        };
        client.last += 1;
        let transfer: Array = buffers.iter().collect();
        let message = Object::new();
        Reflect::set(&message, &"id".into(), &client.last.into())?;
        Reflect::set(&message, &"job".into(), &serde_json::to_string(job).expect("plain data").into())?;
        Reflect::set(&message, &"buffers".into(), &transfer.slice(0, transfer.length()))?;
        let program = program.filter(|file| client.program.as_ref() != Some(file));
        if let Some(file) = program {
            let buffer = to_buffer(file);
            Reflect::set(&message, &"program".into(), &buffer)?;
            transfer.push(&buffer);
        }
        let (send, receive) = oneshot::channel();
        client.open.insert(client.last, send);
        match &mut client.early {
            Some(early) => early.push((message.into(), transfer)),
            None => client.worker.post_message_with_transfer(&message, &transfer)?,
        }
        if let Some(file) = program {
            client.program = Some(file.clone());
        }
        Ok(receive)
    })
}

fn start(role: Role) -> Result<Client, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&link(role.script()), &options)?;
    let receive = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| receive(role, &event.data()));
    let fail = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
        report(role.script(), &event);
        give_up(role);
    });
    worker.set_onmessage(Some(receive.into_js_value().unchecked_ref()));
    worker.set_onerror(Some(fail.into_js_value().unchecked_ref()));
    Ok(Client { worker, program: None, early: Some(Vec::new()), open: BTreeMap::new(), last: 0 })
}

fn receive(role: Role, message: &JsValue) {
    let field = |name: &str| Reflect::get(message, &name.into()).unwrap_or(JsValue::UNDEFINED);
    if field("ready").is_truthy() {
        return post_early(role);
    }
    let answer = field("answer").as_string().and_then(|text| Answer::read(&text));
    let buffers = Array::from(&field("buffers")).iter().map(JsCast::unchecked_into).collect();
    CLIENTS.with_borrow_mut(|slots| {
        let slot = &mut slots[role as usize];
        let id = field("id").as_f64().unwrap_or_default() as u32;
        let waiting = slot.as_mut().and_then(|client| client.open.remove(&id));
        if let (Some(waiting), Some(answer)) = (waiting, answer) {
            let _ = waiting.send((answer, buffers));
        }
    });
}

fn post_early(role: Role) {
    CLIENTS.with_borrow_mut(|slots| {
        let Some(client) = &mut slots[role as usize] else { return };
        for (message, transfer) in client.early.take().into_iter().flatten() {
            let _ = client.worker.post_message_with_transfer(&message, &transfer);
        }
    });
}

/// Stops the worker. Callers that wait get `Unavailable`, and the next job starts a new worker.
pub fn give_up(role: Role) {
    if let Some(client) = CLIENTS.with_borrow_mut(|slots| slots[role as usize].take()) {
        client.worker.terminate();
    }
}
