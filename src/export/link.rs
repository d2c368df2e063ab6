//! Links that open a program, a plan or both.
//!
//! ```text
//! https://host/path/#p=<address>&m=<address>&s=<code>    a program at an address, and a mirror of it
//! https://host/path/#d=<data>&s=<code>                   a program inside the link
//! https://host/path/#s=<code>                            a plan for the program of the site
//! ```
//!
//! All of it is in the fragment, which is not sent to the server. Messengers encode links twice and add signs behind them, so
//! reading is lenient: the order counts for nothing, what is unknown is skipped, and what was encoded twice is decoded twice.

use super::share_code::{clean, is_of_code};
use std::fmt::Write;

/// The most characters of a link: messengers and browsers cut those that are much longer.
pub const MAX_LINK: usize = 4_200;

/// Where the program of a link is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Linked {
    /// At an address of the web.
    Address(String),
    /// Beside the app, under this name without its ending.
    Own(String),
    /// In the link, as [`packed_program`](crate::wire::packed_program) has it.
    Inside(String),
}

/// What a link says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Link {
    /// The program, if it is not the site's own.
    pub program: Option<Linked>,
    /// Another address of the program.
    pub mirror: Option<String>,
    /// The share code of a plan.
    pub code: Option<String>,
}

impl Link {
    /// Reads a link, also one within a text, or a fragment. `None` if it says nothing of ours.
    pub fn read(text: &str) -> Option<Link> {
        let fragment = text.split_once('#').map(|(_, fragment)| fragment.to_owned());
        // Of a link that was encoded as a whole.
        let fragment = fragment.or_else(|| text.split_once("%23").map(|(_, fragment)| decoded(fragment)))?;
        let mut link = Link::default();
        for pair in fragment.split(char::is_whitespace).next()?.split('&') {
            match pair.split_once('=') {
                Some(("s", code)) => link.code = filled(clean(code)),
                Some(("d", data)) => link.program = filled(clean(data)).map(Linked::Inside),
                Some(("p", place)) => link.program = linked(place),
                Some(("m", place)) => link.mirror = address(place),
                _ => {}
            }
        }
        (link != Link::default()).then_some(link)
    }

    /// Writes the link to an app at this address, which ends with a slash.
    pub fn write(&self, app: &str) -> String {
        let mut parts = Vec::new();
        match &self.program {
            Some(Linked::Address(address)) => parts.push(format!("p={}", encoded(address))),
            Some(Linked::Own(name)) => parts.push(format!("p={}", encoded(name))),
            Some(Linked::Inside(data)) => parts.push(format!("d={data}")),
            None => {}
        }
        parts.extend(self.mirror.as_deref().map(|mirror| format!("m={}", encoded(mirror))));
        parts.extend(self.code.as_deref().map(|code| format!("s={code}")));
        format!("{app}#{}", parts.join("&"))
    }
}

fn filled(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

fn linked(place: &str) -> Option<Linked> {
    if let Some(address) = address(place) {
        return Some(Linked::Address(address));
    }
    let name: &str = place.trim_end_matches(".json");
    let is_name = !name.is_empty() && !name.starts_with('.') && name.bytes().all(|byte| is_of_code(byte) && byte != b'/');
    is_name.then(|| Linked::Own(name.to_owned()))
}

/// The address of a file, decoded once more where it is none yet. Only of the web, and without encryption only on this machine.
fn address(place: &str) -> Option<String> {
    let once = decoded(place);
    let found = if once.contains("://") { once } else { decoded(&once) };
    let found = found.trim_end_matches(['.', ',', ';', ')', '>', ']', '"', '\'']);
    let host = found.split_once("://")?.1.split(['/', '?', ':']).next()?;
    let is_local = ["localhost", "127.0.0.1"].contains(&host);
    let is_web = found.starts_with("https://") || is_local && found.starts_with("http://");
    (is_web && !host.is_empty() && !found.contains(char::is_control)).then(|| found.to_owned())
}

/// Everything that has a meaning in a fragment of ours, and what messengers end a link at.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?@!$*,;".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Percent-encoding undone; as it is where that does not give a text.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        let digits = (*first == b'%').then(|| others.get(..2)).flatten().and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &others[2..];
            }
            None => {
                bytes.push(*first);
                rest = others;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: &str, code: Option<&str>) -> Option<Link> {
        Some(Link { program: Some(Linked::Address(address.to_owned())), mirror: None, code: code.map(str::to_owned) })
    }

    #[test]
    fn links_are_read_as_they_were_written() {
        for program in [
            None,
            Some(Linked::Address("https://pretalx.com/democon/schedule/export/schedule.json?lang=ko&x=1#a b".to_owned())),
            Some(Linked::Address("http://localhost:8080/부산 모임.xml".to_owned())),
            Some(Linked::Own("pyconkr-2018".to_owned())),
            Some(Linked::Inside("1eJzT0yMA_-".to_owned())),
        ] {
            let link = Link {
                program,
                mirror: Some("https://mirror.org/a.json".to_owned()),
                code: Some("1Aabcd.efgh..ijkl".to_owned()),
            };
            let written = link.write("https://example.org/2027/");
            assert_eq!(Link::read(&written), Some(link.clone()), "{written}");
            assert_eq!(Link::read(&format!("내 시간표 {written} 보세요")), Some(link), "in a text");
        }
    }

    #[test]
    fn what_messengers_do_to_links_is_undone() {
        let address = "https://a.org/x.json?y=1&z=2";
        for text in [
            "https://h/#p=https://a.org/x.json?y=1%26z=2&s=1Aabcd",
            "https://h/#s=1Aabcd&p=https%3A%2F%2Fa.org%2Fx.json%3Fy%3D1%26z%3D2",
            "https://h/#p=https%253A%252F%252Fa.org%252Fx.json%253Fy%253D1%2526z%253D2&s=1Aabcd.",
            "https://h/%23p=https%253A%252F%252Fa.org%252Fx.json%253Fy%253D1%2526z%253D2%26s=1Aabcd",
            "#fbclid=7&p=https://a.org/x.json?y=1%26z=2&s=1Aabcd)",
        ] {
            assert_eq!(Link::read(text), at(address, Some("1Aabcd")), "{text}");
        }
        assert_eq!(Link::read("https://h/#p=https://a.org/x.json)."), at("https://a.org/x.json", None));
    }

    #[test]
    fn other_links_and_other_schemes_are_none_of_ours() {
        for text in [
            "https://h/",
            "https://h/#top",
            "#p=",
            "#p=javascript:alert(1)",
            "#p=http://a.org/x.json",
            "#p=file:///etc/passwd",
            "#p=../x",
            "#p=https:///x",
            "#s=",
        ] {
            assert_eq!(Link::read(text), None, "{text}");
        }
    }
}
