//! The page's half of the workers: what can be asked of the painter, of the reader, which a third one helps with workbooks, and of the
//! publisher.

mod client;

pub use client::{READER, Reply, SHEETS, Unavailable, to_buffer};
use client::{Role, ask, give_up};
use js_sys::{ArrayBuffer, Uint8Array};
use siganpyo::messages::Refusal;
use siganpyo::plan::Attachment;
use siganpyo::program::versions::Verdict;
use siganpyo::wire::import_job::{ImportJob, ImportedColumn, Offer};
use siganpyo::wire::job::{Answer, CompareJob, Job, WallpaperJob};
use std::cell::Cell;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// Has the painter paint the plan for the program with this file.
pub async fn paint(job: WallpaperJob, program: &Arc<str>, photo: Option<ArrayBuffer>) -> Result<Reply, Unavailable> {
    ask(Role::Painter, &Job::Wallpaper(Box::new(job)), Some(program), photo.as_slice()).await
}

/// Has the painter draw a QR code: modules of a side with the quiet zone, and the dark ones as the path of an SVG. `None` if the text is
/// too long for one.
pub async fn code(text: &str) -> Option<(u32, String)> {
    match ask(Role::Painter, &Job::Code { text: text.to_owned() }, None, &[]).await.ok()?.0 {
        Answer::Code { side, path } => Some((side, path)).filter(|(side, _)| *side > 0),
        _ => None,
    }
}

/// Has the painter get ready, once a visit, since a picture may be wanted soon.
pub fn warm_up(language: &'static str) {
    thread_local!(static ASKED: Cell<bool> = const { Cell::new(false) });
    if !ASKED.replace(true) {
        spawn_local(async move {
            drop(ask(Role::Painter, &Job::Warm { language: language.to_owned() }, None, &[]).await);
        });
    }
}

/// Starts what reads program files, so that it is on the device from now on. Returns whether it answered.
pub async fn fetch_reader(language: &'static str) -> bool {
    ask(Role::Reader, &Job::Warm { language: language.to_owned() }, None, &[]).await.is_ok()
        && ask(Role::Sheets, &Job::TakeApart, None, &[]).await.is_ok()
}

/// What the reader made of a file.
pub enum Read {
    Program {
        file: String,
        /// Sentences for the person who opened it.
        warnings: Vec<String>,
        /// The columns of a table; none where the file is something else.
        columns: Vec<ImportedColumn>,
        /// The fields of structured data of unknown form.
        fields: Vec<ImportedColumn>,
    },
    /// The plan in a calendar file of ours, as a plan file.
    Plan(String),
    ZoneNeeded(Refusal, Vec<Offer>),
    DayNeeded(Refusal),
    /// It is a workbook, and what takes those apart does not answer.
    Whole,
    ListNeeded(Vec<Offer>),
    Refused {
        refusal: Refusal,
        /// How the file is built.
        report: String,
        /// Fields that may have another meaning than their names say.
        fields: Vec<ImportedColumn>,
    },
}

/// Has the reader turn files into a program.
pub async fn read(job: ImportJob, files: &[ArrayBuffer]) -> Result<Read, Unavailable> {
    let (answer, buffers) = ask_about(&Job::Import(job), files).await?;
    match answer {
        Answer::WorkbookNeeded => Ok(Read::Whole),
        Answer::Imported { warnings, columns, fields } => {
            let file = buffers.first().map(|file| Uint8Array::new(file).to_vec()).and_then(|file| String::from_utf8(file).ok());
            Ok(Read::Program { file: file.ok_or(Unavailable)?, warnings, columns, fields })
        }
        Answer::Planned { plan } => Ok(Read::Plan(plan)),
        Answer::ZoneNeeded { message, hint, zones } => Ok(Read::ZoneNeeded(Refusal { message, hint }, zones)),
        Answer::DayNeeded { message, hint } => Ok(Read::DayNeeded(Refusal { message, hint })),
        Answer::ListNeeded { lists } => Ok(Read::ListNeeded(lists)),
        Answer::Refused { message, hint, report, fields } => {
            Ok(Read::Refused { refusal: Refusal { message, hint }, report, fields })
        }
        _ => Err(Unavailable),
    }
}

/// Asks the reader about files. A workbook is taken apart first; where that cannot be done, the reader's wish for it is the answer.
async fn ask_about(job: &Job, files: &[ArrayBuffer]) -> Result<Reply, Unavailable> {
    let (answer, buffers) = ask(Role::Reader, job, None, files).await?;
    if answer != Answer::WorkbookNeeded {
        return Ok((answer, buffers));
    }
    match ask(Role::Sheets, &Job::TakeApart, None, &buffers).await {
        Ok((_, grids)) => ask(Role::Reader, job, None, &grids).await,
        Err(_) => Ok((answer, Vec::new())),
    }
}

/// Asks the reader what a page at this address names as other forms of its program, the best first. None if it does not answer.
pub async fn better_sources(address: String, page: ArrayBuffer) -> Vec<String> {
    match ask(Role::Reader, &Job::Sources { address }, None, &[page]).await {
        Ok((Answer::Sources { addresses }, _)) => addresses,
        _ => Vec::new(),
    }
}

/// Asks the reader how files would begin if they were read so.
pub async fn begin(job: ImportJob, files: &[ArrayBuffer]) -> Result<Vec<String>, Unavailable> {
    match ask_about(&Job::Begin(job), files).await?.0 {
        Answer::Begun { sessions } => Ok(sessions),
        _ => Err(Unavailable),
    }
}

/// Asks the reader for the zones that a text may lead to, with how files would begin in each.
pub async fn zones_like(text: String, job: ImportJob, files: &[ArrayBuffer]) -> Result<Vec<Offer>, Unavailable> {
    match ask_about(&Job::Zones { job, text }, files).await?.0 {
        Answer::Zones { zones } => Ok(zones),
        _ => Err(Unavailable),
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

/// Compares two program files; `plan` is the stored plan for the old one. `None` if the reader does not answer.
pub async fn compare(old: &str, new: &str, plan: Option<String>) -> Option<Compared> {
    let files = [to_buffer(old), to_buffer(new)];
    match ask(Role::Reader, &Job::Compare(CompareJob { plan }), None, &files).await.ok()?.0 {
        Answer::Compared { verdict, changed, attachments } => Some(Compared { verdict, changed: changed as usize, attachments }),
        _ => None,
    }
}

/// Packs a program's file for a link. `None` if the reader does not answer.
pub async fn pack(file: &str) -> Option<String> {
    match ask(Role::Reader, &Job::Pack, None, &[to_buffer(file)]).await.ok()?.0 {
        Answer::Packed { data } => Some(data),
        _ => None,
    }
}

/// Looks for a QR code in a picture, which has a byte of brightness for each pixel. `None` if there is none.
pub async fn scan(pixels: ArrayBuffer, width: u32) -> Result<Option<String>, Unavailable> {
    match ask(Role::Reader, &Job::Scan { width }, None, &[pixels]).await?.0 {
        Answer::Scanned { text } => Ok(text),
        _ => Err(Unavailable),
    }
}

/// What the publisher has for the desk: names and values in turn, and a file.
pub type DeskReply = (Vec<String>, Option<ArrayBuffer>);

/// Asks the publisher what to show, with its refusal if it can show nothing; `said` is as [`Job::Desk`] says.
pub async fn desk(said: Vec<String>, files: &[ArrayBuffer]) -> Result<DeskReply, Option<Refusal>> {
    let asked = ask(Role::Publisher, &Job::Desk { said }, None, files).await;
    match asked.map_err(|Unavailable| None)? {
        (Answer::Desk { said }, buffers) => Ok((said, buffers.into_iter().next())),
        (Answer::Refused { message, hint, .. }, _) => Err(Some(Refusal { message, hint })),
        _ => Err(None),
    }
}

/// Stops the publisher, which holds all files of the app.
pub fn close_desk() {
    give_up(Role::Publisher);
}

/// Stops reading a file.
pub fn stop_reading() {
    give_up(Role::Reader);
    give_up(Role::Sheets);
}
