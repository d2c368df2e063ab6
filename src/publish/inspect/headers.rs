//! What a host sends before the files, measured by the rules for hosts.

use super::policy;
use super::visit::{EMBED, Visit, WORKER};
use super::{Answer, Found};
use crate::markup::pages;
use crate::messages::inspect::Fault;
use crate::publish::hosting::rules::{self, Place, Rule, has_hash};
use crate::publish::rewrite;

/// What must be asked for again may be kept for this long. Some hosts always say ten minutes.
const LONG: u64 = 3600;

/// Which sites may load a file.
const FOR_WHOM: &str = "cross-origin-resource-policy";

/// What is never asked for again should be kept for at least this long.
const DAY: u64 = 24 * 3600;

/// What is wrong with them.
pub fn find(visit: &Visit) -> Found {
    let rules = rules::rules(&[]);
    let mut found = deleting(visit);
    found.extend(saved_instead(visit));
    found.extend(kept_long(visit));
    found.extend(not_embeddable(visit));
    found.extend(forbidding(visit, &rules));
    found.extend(not_sent(visit, &rules));
    found.extend(visit.answers().filter(|(_, answer)| answer.is_ok()).filter_map(|(path, answer)| hint(path, answer)));
    found
}

fn deleting(visit: &Visit) -> Found {
    let deleting = visit.answers().filter(|(_, answer)| answer.header("clear-site-data").is_some());
    deleting.map(|(path, _)| (Fault::ClearSiteData, visit.address(path))).collect()
}

/// Some storage hosts say this with every page, under their own name.
fn saved_instead(visit: &Visit) -> Found {
    let pages = ["", pages::PLAN].into_iter().filter_map(|path| Some((path, visit.answer(path)?)));
    let is_saved = |answer: &Answer| {
        let value = answer.header("content-disposition").unwrap_or_default();
        value.trim().to_ascii_lowercase().starts_with("attachment")
    };
    pages.filter(|(_, answer)| is_saved(answer)).map(|(path, _)| (Fault::SavedInstead, visit.address(path))).collect()
}

/// Pages of other sites load it as a script, which this header may forbid them.
fn not_embeddable(visit: &Visit) -> Found {
    let embed = visit.answer(EMBED).filter(|answer| answer.is_ok());
    let is_shut =
        embed.and_then(|answer| answer.header(FOR_WHOM)).is_some_and(|value| !value.trim().eq_ignore_ascii_case("cross-origin"));
    is_shut.then(|| (Fault::NotEmbeddable, visit.address(EMBED))).into_iter().collect()
}

/// What a new version comes by.
fn kept_long(visit: &Visit) -> Found {
    let paths = ["", WORKER, pages::PLAN].into_iter().chain(visit.manifest.as_deref());
    let kept = paths.filter_map(|path| Some((path, visit.answer(path).filter(|answer| answer.is_ok())?.kept_for())));
    kept.filter(|(_, seconds)| *seconds > LONG)
        .map(|(path, seconds)| (Fault::KeptLong { seconds }, visit.address(path)))
        .collect()
}

/// Policies of the page count beside its own; a worker has only those that come with its script.
fn forbidding(visit: &Visit, rules: &[Rule]) -> Found {
    let own = rewrite::attributes(&visit.html, "meta[http-equiv='Content-Security-Policy']", "content").unwrap_or_default();
    let of_page = policy::needed(&own.join(";"));
    let mut found = Found::new();
    for (path, answer) in visit.answers().filter(|(_, answer)| answer.is_ok()) {
        let of_worker = worker_policy(rules, path).map(policy::needed);
        let needed = match &of_worker {
            Some(needed) => needed,
            None if path.is_empty() || path == pages::PLAN => &of_page,
            None => continue,
        };
        let policies = answer.values("content-security-policy").flat_map(|value| value.split(','));
        let forbidden = policies.filter_map(|sent| policy::forbidden(sent, needed)).next();
        found.extend(forbidden.map(|(directive, source)| (Fault::Policy { directive, source }, visit.address(path))));
    }
    found
}

fn worker_policy<'r>(rules: &'r [Rule], path: &str) -> Option<&'r str> {
    let rules = rules::rules_of(rules, path).into_iter();
    let mut of_workers = rules.filter(|rule| matches!(rule.place, Place::Named(_)) && rule.header == "Content-Security-Policy");
    of_workers.next().map(|rule| &*rule.value)
}

/// Those that come with everything, as the page has them; any value of them will do.
fn not_sent(visit: &Visit, rules: &[Rule]) -> Found {
    let Some(page) = visit.page() else { return Found::new() };
    let everywhere = rules.iter().filter(|rule| matches!(rule.place, Place::Everywhere) && rule.header != "Cache-Control");
    let missing = everywhere.filter(|rule| page.header(&rule.header.to_ascii_lowercase()).is_none());
    missing.map(|rule| (Fault::NotSent, rule.header.to_owned())).collect()
}

fn hint(path: &str, answer: &Answer) -> Option<(Fault, String)> {
    let is_shut = path.starts_with("programs/") && answer.header("access-control-allow-origin").is_none();
    if is_shut {
        return Some((Fault::NotShared, path.to_owned()));
    }
    (has_hash(path) && answer.kept_for() < DAY).then(|| (Fault::NotKept, path.to_owned()))
}
