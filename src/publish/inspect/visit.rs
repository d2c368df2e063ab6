//! Everything that a phone asks a site for, and the answers.

use super::page;
use super::picture::pictures;
use super::{Answer, Host, Question};
use crate::markup::pages;
use crate::messages::command_line::Unfetched;
use crate::messages::inspect::Weight;
use crate::publish::built_in;
use crate::publish::embed;
use crate::publish::offline::{self, Entry};
use crate::publish::rewrite;
use std::collections::BTreeMap;

/// The service worker, and what switches the app off in its place.
pub const WORKER: &str = "sw.js";
pub const KILL: &str = "sw-kill.js";

/// Where no site has anything.
pub const NO_PAGE: &str = "no-such-page";
pub const NO_FILE: &str = "no-such-file-0123456789ab.js";

/// Two files that nobody keeps, and that others than the app ask for.
pub const CALENDAR: &str = "calendar/all.ics";
pub const EMBED: &str = embed::FILE;

/// A folder without a page.
pub const FOLDER: &str = "icons/";

/// More files than any service worker keeps, and more bytes: what a strange one lists is not asked for without end.
const MOST_FILES: usize = 1000;
const MOST_BYTES: usize = 256 << 20;

/// How many questions a host gets before their answers are weighed.
const TOGETHER: usize = 40;

/// A visit.
pub struct Visit {
    /// The beginning of its addresses, as in `https://timetable.example.org`; empty of a folder.
    pub origin: String,
    /// The path at which it lies.
    pub base: String,
    /// Whether the answers are those of a real host.
    pub is_live: bool,
    /// The page.
    pub html: String,
    /// What the service worker keeps, and what after its first use; none if it has no lists.
    pub lists: Option<[Vec<Entry>; 2]>,
    /// The address of a session's page.
    pub session: Option<String>,
    /// The manifest's path.
    pub manifest: Option<String>,
    /// What came for the service worker when it could not be packed.
    pub plain_worker: Option<Answer>,
    /// What came without the slash at the end.
    pub without_slash: Option<Answer>,
    /// What came without https.
    pub without_https: Option<Answer>,
    /// By paths below the base; the page has none.
    answers: BTreeMap<String, Result<Answer, Unfetched>>,
}

impl Visit {
    /// Asks for everything, in three rounds: what is always there, what that names, and what the manifest names.
    pub fn make(host: &impl Host, address: &str) -> Visit {
        let (origin, path) = split(address);
        let path = urlencoding::decode(path).unwrap_or_default();
        let mut visit = Visit {
            origin: origin.to_owned(),
            base: folder_of(&path),
            is_live: host.is_live(),
            html: String::new(),
            lists: None,
            session: None,
            manifest: None,
            plain_worker: None,
            without_slash: None,
            without_https: None,
            answers: BTreeMap::new(),
        };
        // The page itself says whether the address is that of a page further inside.
        let page = host.ask(&[Question { address: address.to_owned(), may_be_packed: true }]);
        if let Some(Ok(page)) = page.first() {
            visit.base = base_at(&path, page::base(page.text()), page.is_ok());
        }
        visit.ask(
            host,
            ["", WORKER, KILL, "index.html", pages::PLAN, NO_PAGE, NO_FILE, FOLDER, CALENDAR, EMBED].map(str::to_owned).into(),
        );
        visit.ask_beside(host);
        visit.html = visit.page().map(|page| page.text().to_owned()).unwrap_or_default();
        let script = visit.answer(WORKER).map(|answer| answer.text().to_owned()).unwrap_or_default();
        visit.lists = offline::kept(&script).ok().map(|kept| [kept, offline::kept_later(&script).unwrap_or_default()]);
        visit.manifest = visit.linked("link[rel='manifest']", "href").into_iter().next();
        let link = visit.linked("a[href]", "href").into_iter().find(|path| path.starts_with("session/"));
        visit.session = link.and_then(|path| urlencoding::decode(&path).ok().map(std::borrow::Cow::into_owned));
        visit.ask(host, visit.named());
        visit.ask(host, visit.pictured());
        visit
    }

    /// The answer to a question for this path, if there was one.
    pub fn answer(&self, path: &str) -> Option<&Answer> {
        self.answers.get(path)?.as_ref().ok()
    }

    /// Why there was no answer.
    pub fn failure(&self, path: &str) -> Option<&Unfetched> {
        self.answers.get(path)?.as_ref().err()
    }

    /// All answers with their paths.
    pub fn answers(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.answers.iter().filter_map(|(path, answer)| Some((path.as_str(), answer.as_ref().ok()?)))
    }

    /// The answer with the page.
    pub fn page(&self) -> Option<&Answer> {
        self.answer("")
    }

    /// The whole address of a path.
    pub fn address(&self, path: &str) -> String {
        let path = format!("{}{path}", self.base);
        let path = path.split('/').map(|part| urlencoding::encode(part).into_owned()).collect::<Vec<_>>().join("/");
        format!("{}{path}", self.origin)
    }

    /// Files of the app that the page names, by their paths.
    pub fn linked(&self, selector: &str, attribute: &str) -> Vec<String> {
        rewrite::own_files(&self.html, selector, attribute).unwrap_or_default()
    }

    /// The path of a file of the service worker's lists. It asks for the page by the name of the folder.
    pub fn path_of(entry: &Entry) -> &str {
        if entry.path == "index.html" { "" } else { &entry.path }
    }

    /// Whether the service worker keeps a file with this path.
    pub fn keeps(&self, path: &str) -> bool {
        self.lists.iter().flatten().flatten().any(|entry| entry.path == path)
    }

    /// What a first visit waits for.
    pub fn first_visit(&self) -> Weight {
        let loaded = self.loaded();
        self.weight(std::iter::once("").chain(loaded.iter().map(String::as_str)))
    }

    /// What is kept for the venue.
    pub fn offline(&self) -> Weight {
        self.weight(self.lists.iter().flat_map(|[kept, _]| kept).map(Visit::path_of))
    }

    fn weight<'a>(&self, paths: impl Iterator<Item = &'a str>) -> Weight {
        let sent: Vec<usize> = paths.filter_map(|path| self.answer(path)).map(|answer| answer.sent.len()).collect();
        Weight { files: sent.len(), bytes: sent.iter().sum() }
    }

    /// What the page loads at once.
    fn loaded(&self) -> Vec<String> {
        let mut loaded = self.linked("link[rel='modulepreload'], link[rel='preload']", "href");
        loaded.extend(self.linked("script[src]", "src"));
        loaded
    }

    fn named(&self) -> Vec<String> {
        let entries = self.lists.iter().flatten().flatten();
        let mut paths: Vec<String> = entries.map(|entry| Visit::path_of(entry).to_owned()).take(MOST_FILES).collect();
        paths.extend(self.loaded());
        paths.extend(self.manifest.clone());
        paths.extend(self.session.clone());
        paths.extend(self.linked("link[rel='apple-touch-icon']", "href"));
        paths.extend(built_in::program_path(&self.html));
        paths
    }

    fn pictured(&self) -> Vec<String> {
        let manifest = self.manifest.as_deref().and_then(|path| self.answer(path)).map(Answer::text).unwrap_or_default();
        let Ok(manifest) = serde_json::from_str(manifest) else { return Vec::new() };
        pictures(&manifest, &self.base).into_iter().filter_map(|picture| picture.path).collect()
    }

    fn ask(&mut self, host: &impl Host, mut paths: Vec<String>) {
        paths.retain(|path| !self.answers.contains_key(path));
        for some in paths.chunks(TOGETHER) {
            if self.weigh() > MOST_BYTES {
                return;
            }
            let question = |path: &String| Question { address: self.address(path), may_be_packed: true };
            let answers = host.ask(&some.iter().map(question).collect::<Vec<_>>());
            self.answers.extend(some.iter().cloned().zip(answers));
        }
    }

    fn weigh(&self) -> usize {
        self.answers().map(|(_, answer)| answer.content.as_ref().map_or(0, Vec::len)).sum()
    }

    /// Asks in other ways than a phone does once it knows the address.
    fn ask_beside(&mut self, host: &impl Host) {
        if !self.is_live {
            return;
        }
        let ask = |address: String| {
            let question = Question { address, may_be_packed: false };
            host.ask(&[question]).into_iter().next().and_then(Result::ok)
        };
        self.plain_worker = ask(self.address(WORKER));
        if self.base != "/" {
            self.without_slash = ask(self.address("").trim_end_matches('/').to_owned());
        }
        if let Some(host) = self.origin.strip_prefix("https://").filter(|host| !host.contains(':')) {
            self.without_https = ask(format!("http://{host}{}", self.base));
        }
    }
}

/// The name of the file at a path.
pub fn name_of(path: &str) -> String {
    if path.is_empty() { "index.html" } else { path }.to_owned()
}

/// Whether these are the bytes of a page of this app.
pub fn is_ours(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(page::is_ours)
}

/// The path at which a site lies, by the path of one of its pages and the path for which it was made. The page for what is missing may be
/// anywhere below that.
fn base_at(path: &str, made_for: Option<String>, is_there: bool) -> String {
    let is_place = |rest: &str| is_place(rest) || !is_there;
    let made_for = made_for.filter(|base| path.strip_prefix(base.as_str()).is_some_and(is_place) || format!("{path}/") == *base);
    made_for.unwrap_or_else(|| folder_of(path))
}

/// Whether the app has a page there.
fn is_place(path: &str) -> bool {
    let place = path.trim_end_matches("index.html").trim_end_matches('/');
    place.is_empty() || pages::PATHS.contains(&place) || place.starts_with("session/")
}

fn folder_of(path: &str) -> String {
    path.rfind('/').map_or("/", |slash| &path[..=slash]).to_owned()
}

/// The beginning of an address and the path in it.
fn split(address: &str) -> (&str, &str) {
    let address = address.split(['#', '?']).next().unwrap_or_default();
    let host = address.find("://").map_or(0, |at| at + "://".len());
    match address[host..].find('/').filter(|_| host > 0) {
        Some(slash) => address.split_at(host + slash),
        None if host > 0 => (address, "/"),
        None => ("", address),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_lies_where_its_page_is_unless_that_is_a_page_further_inside() {
        for (path, made_for, base) in [
            ("/", "/", "/"),
            ("/2027/", "/2027/", "/2027/"),
            ("/2027", "/2027/", "/2027/"),
            ("/2027/index.html", "/2027/", "/2027/"),
            ("/2027/plan", "/2027/", "/2027/"),
            ("/session/a/", "/", "/"),
            ("/2027/", "/", "/2027/"),
            ("/", "/2027/", "/"),
            ("/2027/index.html", "/", "/2027/"),
        ] {
            assert_eq!(base_at(path, Some(made_for.to_owned()), true), base, "{path} of {made_for}");
        }
        assert_eq!(base_at("/2027/slip/of/a/pen", Some("/2027/".to_owned()), false), "/2027/");
    }

    #[test]
    fn an_address_has_a_beginning_and_a_path() {
        assert_eq!(split("https://a.example/b/?c#d"), ("https://a.example", "/b/"));
        assert_eq!(split("http://localhost:80"), ("http://localhost:80", "/"));
        assert_eq!(split("/b/"), ("", "/b/"));
    }
}
