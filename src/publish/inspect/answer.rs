//! What a host answers, as plain values.

use crate::messages::inspect::Fault;
use crate::publish::hosting::kinds;
use std::io::Read;

/// More than any file of a site has when it is unpacked.
const MOST_BYTES: u64 = 16 << 20;

/// The status with which hosts refuse whoever asks too often.
const TOO_MANY: u16 = 429;

/// The answer to one question, after redirects.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// As HTTP has it.
    pub status: u16,
    /// Where redirects led, if there were any.
    pub led_to: Option<String>,
    /// Names in small letters, and values.
    pub headers: Vec<(String, String)>,
    /// What was sent.
    pub sent: Vec<u8>,
    /// The same unpacked; none if it is not packed as the headers say.
    pub content: Option<Vec<u8>>,
}

impl Answer {
    /// An answer whose content is what was sent, as its headers say it.
    pub fn new(status: u16, led_to: Option<String>, headers: Vec<(String, String)>, sent: Vec<u8>) -> Answer {
        let mut answer = Answer { status, led_to, headers, sent, content: None };
        answer.content = match answer.coding() {
            None => Some(answer.sent.clone()),
            Some(coding) => unpacked(&answer.sent, coding),
        };
        answer
    }

    /// The first value of a header, by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// All values of a header.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// How it is packed.
    pub fn coding(&self) -> Option<&str> {
        self.header("content-encoding").map(str::trim).filter(|coding| !matches!(*coding, "" | "identity"))
    }

    /// What the host says that it is, without parameters.
    pub fn media_type(&self) -> String {
        let value = self.header("content-type").unwrap_or_default();
        value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// Whether the file is there.
    pub fn is_ok(&self) -> bool {
        self.status == 200
    }

    /// Why the file is not there, of an answer that is not [`Answer::is_ok`].
    pub(super) fn absence(&self) -> Fault {
        let is_failing = self.status >= 500 || self.status == TOO_MANY;
        if is_failing { Fault::Failing { status: self.status } } else { Fault::Missing { status: self.status } }
    }

    /// The content as text; empty if it is none.
    pub fn text(&self) -> &str {
        self.content.as_deref().and_then(|content| std::str::from_utf8(content).ok()).unwrap_or_default()
    }

    /// For how many seconds browsers keep it without asking again.
    pub fn kept_for(&self) -> u64 {
        let value = self.values("cache-control").collect::<Vec<_>>().join(",").to_ascii_lowercase();
        let parts: Vec<&str> = value.split(',').map(str::trim).collect();
        if parts.iter().any(|part| ["no-cache", "no-store"].contains(part)) {
            return 0;
        }
        parts.iter().find_map(|part| part.strip_prefix("max-age=")?.trim_matches('"').parse().ok()).unwrap_or_default()
    }
}

/// The bytes that are packed in this way; none if they are not, or not whole.
pub(super) fn unpacked(packed: &[u8], coding: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    unpacking(packed, coding)?.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Whether they begin as if they were packed in this way.
pub(super) fn begins(packed: &[u8], coding: &str) -> bool {
    unpacking(packed, coding).is_some_and(|mut unpacking| unpacking.read_exact(&mut [0]).is_ok())
}

fn unpacking<'a>(packed: &'a [u8], coding: &str) -> Option<Box<dyn Read + 'a>> {
    match coding {
        "br" => Some(Box::new(brotli::Decompressor::new(packed, 4096))),
        "gzip" | "x-gzip" => Some(Box::new(flate2::read::MultiGzDecoder::new(packed))),
        "deflate" => Some(Box::new(flate2::read::ZlibDecoder::new(packed))),
        _ => None,
    }
}

/// What a file is, by its path: without parameters, and nothing for a kind that no site has.
pub(super) fn expected_type(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("html", |(_, ending)| ending);
    kinds::KINDS.iter().find(|kind| kind.ending == ending).map(|kind| kind.media_type)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(headers: &[(&str, &str)], sent: &[u8]) -> Answer {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Answer::new(200, None, headers, sent.to_owned())
    }

    #[test]
    fn an_answer_is_unpacked_as_it_says() {
        let packed = crate::publish::compress::brotli(b"text");
        assert_eq!(answer(&[("content-encoding", "br")], &packed).text(), "text");
        assert_eq!(answer(&[("content-encoding", "identity")], b"text").text(), "text");
        for (coding, sent) in [("gzip", packed.as_slice()), ("br", b"text"), ("zstd", b"text")] {
            assert_eq!(answer(&[("content-encoding", coding)], sent).content, None, "{coding}");
        }
    }

    #[test]
    fn the_time_for_which_it_is_kept_is_read() {
        for (value, seconds) in [
            ("max-age=600", 600),
            ("public, Max-Age=31536000, immutable", 31_536_000),
            ("no-cache", 0),
            ("max-age=9, no-store", 0),
        ] {
            assert_eq!(answer(&[("cache-control", value)], b"").kept_for(), seconds, "{value}");
        }
        assert_eq!(answer(&[], b"").kept_for(), 0);
    }
}
