//! The painter: the Web Worker for pictures. A message in, a call of the library, a message out. `siganpyo::wire::job` says what the messages are.

mod fonts;
mod picture;

use js_sys::{Array, Object, Reflect, global};
use picture::{Outcome, SentProgram, Wanted};
use siganpyo::messages::{Language, Refusal};
use siganpyo::wallpaper::{Fonts, QrCode};
use siganpyo::wire::job::{Answer, Job};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// The requests that wait, and what is kept from one to the next.
struct Worker {
    scope: DedicatedWorkerGlobalScope,
    waiting: RefCell<VecDeque<JsValue>>,
    is_busy: Cell<bool>,
    fonts: RefCell<Option<Fonts>>,
    /// The program that was sent last.
    program: RefCell<Option<SentProgram>>,
}

fn main() {
    // What is published is built so that a panic stops at once, and says nothing.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let worker = Rc::new(Worker {
        scope: global().unchecked_into(),
        waiting: RefCell::default(),
        is_busy: Cell::new(false),
        fonts: RefCell::default(),
        program: RefCell::default(),
    });
    let listener = {
        let worker = worker.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| take(&worker, event.data()))
    };
    worker.scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    // Messages that come before the listener are lost, so the page waits for this one.
    let ready = object(&[("ready", JsValue::TRUE)]);
    worker.scope.post_message(&ready).expect("a plain object can be posted");
}

fn take(worker: &Rc<Worker>, request: JsValue) {
    worker.waiting.borrow_mut().push_back(request);
    if !worker.is_busy.replace(true) {
        let worker = worker.clone();
        spawn_local(async move {
            // Not in the condition of a loop: the queue must not stay borrowed while a job waits for the network.
            loop {
                let Some(request) = worker.waiting.borrow_mut().pop_front() else { break };
                worker.serve(&request).await;
            }
            worker.is_busy.set(false);
        });
    }
}

impl Worker {
    async fn serve(&self, request: &JsValue) {
        let field = |name: &str| Reflect::get(request, &name.into()).unwrap_or_default();
        let sent = field("program");
        if !sent.is_undefined() {
            self.program.replace(Some(picture::read_program(&sent)));
        }
        let job = field("job").as_string().and_then(|json| serde_json::from_str(&json).ok());
        let refused = |refusal| (Answer::refused(refusal), Array::new());
        let (answer, buffers) = self.work(job, &field("buffers")).await.unwrap_or_else(refused);
        let answer = serde_json::to_string(&answer).expect("plain data");
        let message = object(&[("id", field("id")), ("answer", answer.into()), ("buffers", buffers.clone().into())]);
        self.scope.post_message_with_transfer(&message, &buffers).expect("a plain object can be posted");
    }

    async fn work(&self, job: Option<Job>, buffers: &JsValue) -> Outcome {
        match job {
            Some(Job::Warm { language }) => {
                self.load_fonts(Language::from_tag(&language).unwrap_or(Language::FALLBACK)).await?;
                picture::rehearse(self.fonts.borrow_mut().as_mut().expect("were just loaded"));
                Ok((Answer::Warm, Array::new()))
            }
            Some(Job::Wallpaper(job)) => {
                self.load_fonts(picture::language(&job)).await?;
                let program = self.program.borrow().clone();
                let wanted = picture::read(*job, program, buffers)?;
                let lacking = !self.load_slices(&wanted).await;
                let mut fonts = self.fonts.borrow_mut();
                wanted.paint(fonts.as_mut().expect("were just loaded"), lacking, &self.clock())
            }
            Some(Job::Code { text }) => Ok((code(&text), Array::new())),
            // A page newer than the worker, for as long as an update of the app has not reached both; or a job of the reader.
            _ => Err((Language::FALLBACK.picture_messages().worker_outdated)()),
        }
    }

    /// Loads the fonts unless they are there. What failed is tried again with the next job.
    async fn load_fonts(&self, language: Language) -> Result<(), Refusal> {
        if self.fonts.borrow().is_none() {
            let fonts = fonts::load(&self.scope, language.picture_messages()).await?;
            self.fonts.replace(Some(fonts));
        }
        Ok(())
    }

    /// Loads the slices of fonts that the picture needs. False where one cannot be had, which is tried again with the next job, or no
    /// slice has a letter.
    async fn load_slices(&self, wanted: &Wanted) -> bool {
        let is_covered = || self.fonts.borrow().as_ref().is_none_or(|fonts| wanted.is_covered(fonts));
        if is_covered() {
            return true;
        }
        let Ok(list) = fonts::list(&self.scope).await else { return false };
        let needed = self.fonts.borrow().as_ref().map(|fonts| wanted.needed_slices(fonts, &list)).unwrap_or_default();
        for name in needed {
            let bytes = fonts::slice(&self.scope, name).await.unwrap_or_default();
            self.fonts.borrow_mut().as_mut().map(|fonts| fonts.add_slice(name, bytes));
        }
        is_covered()
    }

    /// Tells milliseconds since an arbitrary moment.
    fn clock(&self) -> impl Fn() -> f64 {
        let performance = self.scope.performance();
        move || performance.as_ref().map_or(0.0, web_sys::Performance::now)
    }
}

fn code(text: &str) -> Answer {
    let code = QrCode::of(text);
    let side = code.as_ref().map_or(0, |code| code.size() + 2 * QrCode::QUIET);
    Answer::Code { side: side as u32, path: code.map(|code| code.path()).unwrap_or_default() }
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value).expect("a new object takes every field");
    }
    object
}
