//! The service worker itself.

use super::page;
use super::visit::{KILL, Visit, WORKER};
use super::{Answer, Found};
use crate::messages::inspect::Fault;

/// How `sw-kill.js` begins, where the host does not have it under its own name.
const KILL_BEGINS: &str = "// The kill switch";

/// What is wrong with it.
pub fn find(visit: &Visit) -> Found {
    let mut found: Found = fault(visit).into_iter().map(|fault| (fault, WORKER.to_owned())).collect();
    let packed = visit.answer(WORKER).filter(|answer| answer.is_ok());
    if let (Some(packed), Some(plain)) = (packed, visit.plain_worker.as_ref().filter(|answer| answer.is_ok()))
        && packed.content != plain.content
    {
        found.push((Fault::OtherWorkerIfPacked, WORKER.to_owned()));
    }
    found
}

fn fault(visit: &Visit) -> Option<Fault> {
    if let Some(why) = visit.failure(WORKER) {
        return Some(Fault::Unanswered(why.clone()));
    }
    let worker = visit.answer(WORKER)?;
    let text = worker.text();
    let kill = visit.answer(KILL).filter(|kill| kill.is_ok()).map(Answer::text);
    match worker.status {
        200 if visit.lists.is_some() => None,
        200 if page::is_page(text) => Some(Fault::PageForFile { title: page::title(text) }),
        200 if text.starts_with(KILL_BEGINS) || !text.is_empty() && kill == Some(text) => Some(Fault::SwitchedOff),
        200 => Some(Fault::NoList),
        _ => Some(worker.absence()),
    }
}
