//! What the service worker keeps: each file there, whole, and called what it is.

use super::answer::{begins, expected_type, unpacked};
use super::page;
use super::visit::{CALENDAR, Visit, WORKER, name_of};
use super::{Answer, Found};
use crate::messages::inspect::Fault;
use crate::publish::offline::Entry;
use sha2::{Digest, Sha256};

/// What scripts may be called besides: browsers run them as well.
const SCRIPT_TYPES: [&str; 3] = ["text/javascript", "application/javascript", "application/x-javascript"];

/// What is wrong with them.
pub fn find(visit: &Visit) -> Found {
    let entries = visit.lists.iter().flatten().flatten();
    let mut found: Found = entries.filter_map(|entry| fault(visit, entry).map(|fault| (fault, entry.path.clone()))).collect();
    if visit.is_live {
        found.extend(types(visit));
    }
    found
}

fn fault(visit: &Visit, entry: &Entry) -> Option<Fault> {
    let path = Visit::path_of(entry);
    if let Some(why) = visit.failure(path) {
        return Some(Fault::Unanswered(why.clone()));
    }
    // More than anybody asks for.
    let answer = visit.answer(path)?;
    if !answer.is_ok() {
        return Some(answer.absence());
    }
    let Some(content) = &answer.content else { return Some(not_unpacked(answer, entry)) };
    (!is(content, entry)).then(|| difference(content, entry))
}

fn is(content: &[u8], entry: &Entry) -> bool {
    format!("{:x}", Sha256::digest(content)) == entry.sha256
}

/// Why it cannot be unpacked: it is packed in another way, or not at all, or its end is missing.
fn not_unpacked(answer: &Answer, entry: &Entry) -> Fault {
    let coding = answer.coding().unwrap_or_default();
    let is_whole = is(&answer.sent, entry) || packed_with(&answer.sent, entry).is_some();
    if !is_whole && begins(&answer.sent, coding) { Fault::CutOff } else { Fault::OtherCoding { coding: coding.to_owned() } }
}

/// The way in which these bytes are the packed file.
fn packed_with(sent: &[u8], entry: &Entry) -> Option<&'static str> {
    ["br", "gzip"].into_iter().find(|coding| unpacked(sent, coding).is_some_and(|plain| is(&plain, entry)))
}

/// Why these are not its bytes.
fn difference(content: &[u8], entry: &Entry) -> Fault {
    let text = std::str::from_utf8(content).unwrap_or_default();
    match packed_with(content, entry) {
        Some(coding) => Fault::Unannounced { coding },
        None if page::is_page(text) && !entry.path.ends_with(".html") => Fault::PageForFile { title: page::title(text) },
        None if content.len() < entry.bytes => Fault::CutOff,
        None => Fault::Changed,
    }
}

/// What the host calls them: also those with which something else is wrong, except where a page came in their place.
fn types(visit: &Visit) -> Found {
    let listed = visit.lists.iter().flatten().flatten().map(Visit::path_of);
    let paths = listed.chain([WORKER, CALENDAR]).chain(visit.manifest.as_deref());
    paths.filter_map(|path| media_type(path, visit.answer(path)?).map(|fault| (fault, name_of(path)))).collect()
}

fn media_type(path: &str, answer: &Answer) -> Option<Fault> {
    let (found, expected) = (answer.media_type(), expected_type(path)?);
    let is_right = found == expected || expected == SCRIPT_TYPES[0] && SCRIPT_TYPES.contains(&found.as_str());
    let is_page = found == "text/html" && page::is_page(answer.text());
    if is_right || is_page || !answer.is_ok() {
        return None;
    }
    // What is said about nothing would read strangely.
    let found = if found.is_empty() { "nothing".to_owned() } else { found };
    Some(Fault::MediaType { found, expected })
}
