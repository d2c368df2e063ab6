//! The page's half of the worker: start it at the first question, number the questions, start anew after a failure.

use crate::page::{self, link};
use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::{Array, ArrayBuffer, Object, Reflect};
use siganpyo::wire::job::{Answer, Job};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
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

struct Client {
    worker: Worker,
    /// Questions from before the worker could listen.
    early: Option<Vec<(JsValue, Array)>>,
    open: BTreeMap<u32, oneshot::Sender<Reply>>,
    last: u32,
}

thread_local! {
    static CLIENT: RefCell<Option<Client>> = const { RefCell::new(None) };
}

/// Asks the worker. The buffers are handed over and gone from here.
pub async fn ask(job: &Job, buffers: &[ArrayBuffer]) -> Result<Reply, Unavailable> {
    let receive = send(job, buffers)?;
    let outcome = select(receive, JsFuture::from(page::after(PATIENCE))).await;
    match outcome {
        Either::Left((Ok(reply), _)) => Ok(reply),
        Either::Left((Err(_), _)) => Err(Unavailable),
        Either::Right(_) => {
            give_up();
            Err(Unavailable)
        }
    }
}

fn send(job: &Job, buffers: &[ArrayBuffer]) -> Result<oneshot::Receiver<Reply>, Unavailable> {
    CLIENT.with_borrow_mut(|slot| {
        let client = match slot {
            Some(client) => client,
            None => slot.insert(start()?),
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

fn start() -> Result<Client, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&link("/worker_loader.js"), &options)?;
    let receive = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| receive(&event.data()));
    let fail = Closure::<dyn FnMut()>::new(give_up);
    worker.set_onmessage(Some(receive.into_js_value().unchecked_ref()));
    worker.set_onerror(Some(fail.into_js_value().unchecked_ref()));
    Ok(Client { worker, early: Some(Vec::new()), open: BTreeMap::new(), last: 0 })
}

fn receive(message: &JsValue) {
    let field = |name: &str| Reflect::get(message, &name.into()).unwrap_or(JsValue::UNDEFINED);
    if field("ready").is_truthy() {
        return post_early();
    }
    let answer = field("answer").as_string().and_then(|text| Answer::read(&text));
    let buffers = Array::from(&field("buffers")).iter().map(JsCast::unchecked_into).collect();
    CLIENT.with_borrow_mut(|slot| {
        let id = field("id").as_f64().unwrap_or_default() as u32;
        let waiting = slot.as_mut().and_then(|client| client.open.remove(&id));
        if let (Some(waiting), Some(answer)) = (waiting, answer) {
            let _ = waiting.send((answer, buffers));
        }
    });
}

fn post_early() {
    CLIENT.with_borrow_mut(|slot| {
        let Some(client) = slot else { return };
        for (message, transfer) in client.early.take().into_iter().flatten() {
            let _ = client.worker.post_message_with_transfer(&message, &transfer);
        }
    });
}

/// Stops the worker; who waits for it learns that nothing will come, and the next question starts a new one.
pub fn give_up() {
    if let Some(client) = CLIENT.take() {
        client.worker.terminate();
    }
}
