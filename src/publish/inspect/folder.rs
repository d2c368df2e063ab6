//! A site in a folder or an archive, asked as if it were on a host.

use super::answer::unpacked;
use super::{Answer, Host, Question};
use crate::messages::command_line::Unfetched;
use crate::publish::Files;

/// The files of a site, and the path for which it was made.
pub struct Folder<'a> {
    /// The files.
    pub files: &'a Files,
    /// Begins and ends with a slash.
    pub base: &'a str,
}

impl Host for Folder<'_> {
    fn ask(&self, questions: &[Question]) -> Vec<Result<Answer, Unfetched>> {
        questions.iter().map(|question| Ok(self.answer(&question.address))).collect()
    }

    fn is_live(&self) -> bool {
        false
    }

    fn stale_siblings(&self) -> Vec<String> {
        let is_stale = |path: &&str| match path.rsplit_once('.') {
            // Hosts send the siblings of sw.js for ever, whatever takes its place.
            Some(("sw.js", "br" | "gz")) => true,
            Some((plain, ending @ ("br" | "gz"))) if self.files.has(plain) => !self.is_sibling(path, plain, ending),
            _ => false,
        };
        self.files.paths().filter(is_stale).map(str::to_owned).collect()
    }
}

impl Folder<'_> {
    /// As a simple host does it: a file, the page in a folder, or the page for what is missing.
    fn answer(&self, address: &str) -> Answer {
        let address = urlencoding::decode(address).unwrap_or_default();
        let path = address.strip_prefix(self.base).unwrap_or(address.trim_start_matches('/'));
        let page = format!("{}/index.html", path.trim_end_matches('/'));
        let found = self.files.bytes(path).or_else(|_| self.files.bytes(page.trim_start_matches('/')));
        let (status, bytes) =
            found.map_or_else(|_| (404, self.files.bytes("404.html").unwrap_or_default()), |bytes| (200, bytes));
        Answer::new(status, None, Vec::new(), bytes.to_vec())
    }

    fn is_sibling(&self, sibling: &str, plain: &str, ending: &str) -> bool {
        let coding = if ending == "br" { "br" } else { "gzip" };
        let packed = self.files.bytes(sibling).unwrap_or_default();
        unpacked(packed, coding).as_deref() == self.files.bytes(plain).ok()
    }
}
