//! One question to a host and its answer, byte for byte: nothing here unpacks or follows.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// What a host answered.
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// Asks for a path. An empty list of accepted codings is not sent.
pub fn get(port: u16, path: &str, accepted: &str) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("a host that listens");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a limit");
    let accepted = if accepted.is_empty() { String::new() } else { format!("Accept-Encoding: {accepted}\r\n") };
    let question = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{accepted}Connection: close\r\n\r\n");
    stream.write_all(question.as_bytes()).expect("a host that listens");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or_else(|| panic!("{path}: no headers"));
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).unwrap_or_else(|| panic!("{path}: {head}"));
    let header = |line: &str| line.split_once(':').map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()));
    let mut answer = Answer { status, headers: lines.filter_map(header).collect(), body: bytes[end + 4..].to_vec() };
    if answer.header("transfer-encoding") == "chunked" {
        answer.body = joined(&answer.body);
    }
    answer
}

/// What was sent in pieces, each after a line with its length.
fn joined(mut pieces: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    loop {
        let end = pieces.windows(2).position(|two| two == b"\r\n").expect("a line with a length");
        let length = std::str::from_utf8(&pieces[..end]).ok().and_then(|digits| usize::from_str_radix(digits, 16).ok());
        let length = length.expect("a length");
        if length == 0 {
            return whole;
        }
        whole.extend(&pieces[end + 2..][..length]);
        pieces = &pieces[end + 2 + length + 2..];
    }
}

impl Answer {
    /// The value, several of them with a comma between; empty where there is none.
    pub fn header(&self, name: &str) -> String {
        let values = self.headers.iter().filter(|(found, _)| found == name);
        values.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", ")
    }

    pub fn expect(&self, place: &str, status: u16, media_type: &str) {
        assert_eq!((self.status, self.header("content-type").as_str()), (status, media_type), "{place}");
    }

    pub fn expect_header(&self, place: &str, name: &str, value: &str) {
        assert_eq!(self.header(name), value, "{name} of {place}");
    }

    /// Has the headers that go with everything.
    pub fn expect_guarded(&self, place: &str) {
        self.expect_header(place, "x-content-type-options", "nosniff");
        self.expect_header(place, "referrer-policy", "no-referrer");
        self.expect_header(place, "cross-origin-opener-policy", "same-origin");
        let permissions = self.header("permissions-policy");
        for part in ["camera=(self)", "fullscreen=(self)", "screen-wake-lock=(self)", "geolocation=()", "microphone=()"] {
            assert!(permissions.contains(part), "{part} of {place}: {permissions:?}");
        }
        assert_ne!(self.header("content-security-policy"), "", "{place}");
    }

    /// The answer only leads to the same page with a slash at the end of its address.
    pub fn detour(&self, to: &str) -> &'static str {
        assert!(
            [301, 302, 307, 308].contains(&self.status) && self.header("location").ends_with(to),
            "{} {}",
            self.status,
            self.header("location")
        );
        ""
    }
}
