//! The pages of the app, and the one for addresses that have none.

use super::page;
use super::visit::{FOLDER, NO_FILE, NO_PAGE, Visit};
use super::{Answer, Found};
use crate::markup::pages;
use crate::messages::inspect::Fault;
use crate::program::line;
use crate::publish::rewrite;

/// What is wrong with them.
pub fn find(visit: &Visit) -> Found {
    let deep = [Some(pages::PLAN), visit.session.as_deref()];
    let mut found: Found = deep.into_iter().flatten().filter_map(|path| deep_link(visit, path)).collect();
    found.extend(nowhere(visit));
    let pages = [Some(""), Some(NO_PAGE)].into_iter().chain(deep).flatten();
    found.extend(pages.flat_map(|path| injected(visit, path)));
    let listing = visit.answer(FOLDER).filter(|answer| answer.is_ok() && !is_ours(answer));
    found.extend(listing.map(|_| (Fault::Listing, visit.address(FOLDER))));
    found
}

/// A link into the app: its page, or the page for what is missing, which is the app as well.
fn deep_link(visit: &Visit, path: &str) -> Option<(Fault, String)> {
    let (answer, address) = (visit.answer(path)?, visit.address(path));
    if let Some(to) = answer.led_to.as_ref().filter(|to| !is_same_place(to, &address)) {
        return Some((Fault::Redirected { to: to.clone() }, address));
    }
    match answer.status {
        _ if is_ours(answer) => None,
        200 => Some((Fault::OtherPage { title: page::title(answer.text()) }, address)),
        status => Some((failing(answer).unwrap_or(Fault::NoPage { status }), address)),
    }
}

/// Addresses at which nothing is.
fn nowhere(visit: &Visit) -> Found {
    let mut found = Found::new();
    for path in [NO_PAGE, NO_FILE] {
        let Some(answer) = visit.answer(path) else { continue };
        if answer.is_ok() {
            found.push((Fault::FoundAnything, visit.address(path)));
        } else if path == NO_PAGE && !is_ours(answer) {
            let fault = failing(answer).unwrap_or(Fault::OtherNotFound { status: answer.status });
            found.push((fault, visit.address(path)));
        }
    }
    found
}

fn failing(answer: &Answer) -> Option<Fault> {
    Some(answer.absence()).filter(|fault| matches!(fault, Fault::Failing { .. }))
}

/// Scripts in a page that no list of the site knows.
fn injected(visit: &Visit, path: &str) -> Found {
    let page = visit.answer(path).filter(|page| is_ours(page)).map(Answer::text).unwrap_or_default();
    let is_known = |source: &String| page::below(&visit.base, source).is_some_and(|path| visit.keeps(path));
    let sources = rewrite::attributes(page, "script[src]", "src").unwrap_or_default().into_iter();
    let foreign = sources.filter(|source| visit.lists.is_some() && !is_known(source));
    foreign.map(|source| (Fault::Injected, line::excerpt(&source))).collect()
}

fn is_ours(answer: &Answer) -> bool {
    page::is_ours(answer.text())
}

/// Static hosts add a slash, or the name of the page in the folder.
fn is_same_place(one: &str, other: &str) -> bool {
    let bare = |address: &str| {
        let address = urlencoding::decode(address).unwrap_or_default();
        address.trim_end_matches("index.html").trim_end_matches('/').to_owned()
    };
    bare(one) == bare(other)
}
