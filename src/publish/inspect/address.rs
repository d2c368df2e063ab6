//! Https, the path, and redirects.

use super::Found;
use super::page;
use super::visit::{Visit, WORKER};
use crate::messages::inspect::Fault;

/// Names of this machine, to which nobody else can listen.
const HERE: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// What is wrong with the address.
pub fn find(visit: &Visit) -> Found {
    let mut found = Found::new();
    let page = visit.address("");
    if !is_secure(&visit.origin) {
        found.push((Fault::NotSecure, page.clone()));
    }
    if visit.without_https.as_ref().is_some_and(|answer| answer.is_ok() && !leads_to(answer.led_to.as_deref(), "https://")) {
        found.push((Fault::PlainToo, page.clone()));
    }
    let mut made_for = page::base(&visit.html).into_iter().chain(page::places_of_code(&visit.html));
    let other = made_for.find(|base| *base != visit.base);
    found.extend(other.map(|base| (Fault::OtherBase { base, there: visit.base.clone() }, page.clone())));
    if let Some(answer) = &visit.without_slash
        && !(answer.is_ok() && page::is_ours(answer.text()))
    {
        found.push((Fault::NoSlash, page.clone()));
    }
    found.extend(["", WORKER].iter().filter_map(|path| redirected(visit, path)));
    // Many hosts lead from this name to that of the folder.
    found.extend(redirected(visit, "index.html").filter(|(fault, _)| *fault != Fault::Redirected { to: page.clone() }));
    found
}

fn redirected(visit: &Visit, path: &str) -> Option<(Fault, String)> {
    let to = visit.answer(path)?.led_to.clone()?;
    Some((Fault::Redirected { to }, visit.address(path)))
}

fn leads_to(address: Option<&str>, beginning: &str) -> bool {
    address.is_some_and(|address| address.starts_with(beginning))
}

fn is_secure(origin: &str) -> bool {
    let Some(host) = origin.strip_prefix("http://") else { return true };
    HERE.iter().any(|here| host == *here || host.strip_prefix(here).is_some_and(|port| port.starts_with(':')))
}
