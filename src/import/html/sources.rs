//! Better sources that a page names: the files and interfaces of which it is made.

use super::document::{Document, Node};

/// As many addresses are worth a try.
const MAX_SOURCES: usize = 6;

/// Ends of addresses without their queries, the best first.
const ENDS: [&str; 9] = [
    "/schedule.xml",
    "/schedule.json",
    "schedule/widgets/schedule.json",
    "/gridsmart",
    "/view/all",
    "schedule.xml",
    "schedule.json",
    "all.ics",
    ".ics",
];

/// Types of what a page names as another form of itself, the best first.
const TYPES: [&str; 3] = ["application/xml", "application/json", "text/calendar"];

/// Returns the addresses of better sources that a page at this address names, the best first.
pub(super) fn sources(document: &Document, address: &str) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for node in &document.nodes {
        let link = ["href", "src", "data", "data-url"].iter().find_map(|name| node.attribute(name));
        let rank = link.and_then(|link| rank(node, link));
        if let Some((rank, link)) = rank.zip(link) {
            found.push((rank, exported(link)));
        }
        let widget =
            node.attribute("event-url").map(|event| format!("{}/schedule/export/schedule.json", event.trim_end_matches('/')));
        found.extend(widget.filter(|_| node.name.starts_with("pretalx-schedule")).map(|link| (1, link)));
    }
    found.sort_by_key(|(rank, _)| *rank);
    let mut addresses: Vec<String> = Vec::new();
    for link in found.into_iter().filter_map(|(_, link)| resolved(&link, address)) {
        if !addresses.contains(&link) && link != address {
            addresses.push(link);
        }
    }
    addresses.truncate(MAX_SOURCES);
    addresses
}

/// Returns how good the source is to which an element links; `None` if it is none.
fn rank(node: &Node, link: &str) -> Option<usize> {
    rank_of_address(link).or_else(|| is_preloaded_data(node, link).then_some(0)).or_else(|| rank_of_type(node))
}

fn rank_of_address(link: &str) -> Option<usize> {
    let path = link.split(['?', '#']).next()?.to_lowercase();
    if path.contains("sessionize.com/api/v2/") {
        return Some(0);
    }
    ENDS.iter().position(|end| path.ends_with(end))
}

/// Whether a page has this data fetched before anything else, as a site of ours does with its program.
fn is_preloaded_data(node: &Node, link: &str) -> bool {
    let has = |name: &str, value: &str| node.attribute(name) == Some(value);
    node.name == "link" && has("rel", "preload") && has("as", "fetch") && link.ends_with(".json")
}

fn rank_of_type(node: &Node) -> Option<usize> {
    let is_alternate = node.name == "link" && node.attribute("rel").is_some_and(|rel| rel.contains("alternate"));
    let kind = node.attribute("type").filter(|_| is_alternate)?;
    Some(ENDS.len() + TYPES.iter().position(|known| kind.starts_with(known))?)
}

/// Returns the data behind an embedded view: Sessionize answers to every view with the same identifier. A site of ours begins with a
/// large program's index, and has all of it beside that.
fn exported(link: &str) -> String {
    if let Some(name) = link.strip_suffix(".index.json") {
        return format!("{name}.json");
    }
    let view = link.find("sessionize.com/api/v2/").and_then(|at| Some(at + link[at..].find("/view/")?));
    view.map_or_else(|| link.to_owned(), |at| format!("{}/view/All", &link[..at]))
}

/// Returns the address of a link on a page; `None` if it does not lead to the web.
fn resolved(link: &str, address: &str) -> Option<String> {
    let link = link.replacen("webcal://", "https://", 1);
    if link.starts_with("https://") || link.starts_with("http://") {
        return Some(link);
    }
    let (scheme, rest) = address.split_once("://")?;
    if let Some(rest) = link.strip_prefix("//") {
        return Some(format!("{scheme}://{rest}"));
    }
    if link.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':')) {
        return None;
    }
    let host = rest.split('/').next()?;
    if link.starts_with('/') {
        return Some(format!("{scheme}://{host}{link}"));
    }
    let path = rest.split(['?', '#']).next()?;
    let folder = path.rfind('/').map_or_else(|| format!("{path}/"), |slash| path[..=slash].to_owned());
    let mut parts: Vec<&str> = folder.trim_end_matches('/').split('/').collect();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." if parts.len() > 1 => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    Some(format!("{scheme}://{}", parts.join("/")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_found_and_the_best_comes_first() {
        let page = "<link rel=preload as=fetch href=/programs/moss.index.json><link rel=preload as=fetch href=app.wasm>\
            <link rel=alternate type=application/rss+xml href=/feed><link rel='alternate' type='text/calendar' href='cal'>\
            <a href='../moss.ics'>calendar</a><a href='/2026/schedule/export/schedule.xml?x=1'>XML</a>\
            <script src='https://sessionize.com/api/v2/abc123/view/GridSmart?under=True'></script><a href='javascript:x.ics'>no</a>";
        let found = sources(&Document::of(page), "https://moss.example/2026/program/");
        let expected = [
            "https://moss.example/programs/moss.json",
            "https://moss.example/2026/schedule/export/schedule.xml?x=1",
            "https://sessionize.com/api/v2/abc123/view/All",
            "https://moss.example/2026/moss.ics",
            "https://moss.example/2026/program/cal",
        ];
        assert_eq!(found, expected);
    }
}
