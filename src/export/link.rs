//! Links that open a program, a plan or both.
//!
//! ```text
//! https://host/path/#p=<address>&m=<address>&s=<code>    a program at an address, and a mirror of it
//! https://host/path/#d=<data>&s=<code>                   a program inside the link
//! https://host/path/#s=<code>                            a plan for the program of the site
//! …&o=<data>                                             own entries and what is hidden, with any of them
//! ```
//!
//! All of it is in the fragment, which is not sent to the server. Messengers encode links twice and add signs behind them, so
//! reading is lenient: the order counts for nothing, what is unknown is skipped, and what was encoded twice is decoded twice.

use super::share_code::{CodeError, Decoded, clean, decode, encode, is_of_code, readdressed};
use crate::plan::{Hidden, Plan};
use crate::program::{Program, link};
use crate::wire::along::Along;
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
    /// Somebody's picks.
    pub picks: Option<Picks>,
}

/// Somebody's picks, as they travel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picks {
    /// Their share code.
    pub code: String,
    /// What goes along with them, as [`along`](crate::wire::along) has it.
    pub along: Option<String>,
}

/// What somebody sent, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Received {
    /// Picks and own entries.
    pub plan: Plan,
    /// How many picks the program does not have.
    pub unknown: usize,
    /// What the sender has hidden.
    pub hidden: Hidden,
}

impl Received {
    /// Packs it for this version of the program. Picks of sessions that it does not have go along as they were seen last.
    pub fn packed(self, program: &Program) -> Picks {
        let mut here = Plan::empty(program.id.clone());
        let mut along = Along::of(&self.plan, &self.hidden);
        for pick in self.plan.picks().cloned() {
            let known = program.session(&pick.session);
            if known.is_some() { here.put(pick) } else { along.plan.put(pick) }
        }
        let along = (!along.is_empty()).then(|| along.write());
        Picks { code: encode(&here, program), along }
    }
}

impl Picks {
    /// The picks of a plan, with its own entries and what is hidden if they are to go along.
    pub fn of(plan: &Plan, program: &Program, along: Option<&Hidden>) -> Picks {
        let along = along.map(|hidden| Along::of(plan, hidden)).filter(|along| !along.is_empty());
        Picks { code: encode(plan, program), along: along.map(|along| along.write()) }
    }

    /// Only these picks.
    pub fn only(code: String) -> Picks {
        Picks { code, along: None }
    }

    /// The picks that came together with a program, for that program under the id that it has here; `None` if their code is damaged.
    pub fn for_program(&self, id: &str) -> Option<Picks> {
        Some(Picks { code: readdressed(&self.code, id)?, along: self.along.clone() })
    }

    /// Reads them for the program that they were sent for.
    ///
    /// # Errors
    ///
    /// The code is damaged, of a later version or for another program, or what goes along is damaged or of a later version.
    pub fn read(&self, program: &Program) -> Result<Received, CodeError> {
        let Decoded { mut plan, unknown } = decode(&self.code, program)?;
        let along = self.along.as_deref().map(Along::read).transpose()?;
        let hidden = along.map(|along| {
            plan.add(&along.plan);
            along.hidden
        });
        Ok(Received { plan, unknown: unknown.len(), hidden: hidden.unwrap_or_default() })
    }

    /// As the end of a fragment.
    pub fn fragment(&self) -> String {
        let Picks { code, along } = self;
        along.as_ref().map_or_else(|| format!("s={code}"), |along| format!("s={code}&o={along}"))
    }
}

impl Link {
    /// Reads a link, also one within a text, or a fragment. `None` if it says nothing of ours.
    pub fn read(text: &str) -> Option<Link> {
        let fragment = text.split_once('#').map(|(_, fragment)| fragment.to_owned());
        // Of a link that was encoded as a whole.
        let fragment = fragment.or_else(|| text.split_once("%23").map(|(_, fragment)| decoded(fragment)))?;
        let mut link = Link::default();
        let (mut code, mut along) = (None, None);
        for pair in fragment.split(char::is_whitespace).next()?.split('&') {
            match pair.split_once('=') {
                Some(("s", data)) => code = filled(clean(data)),
                Some(("o", data)) => along = filled(clean(data)),
                Some(("d", data)) => link.program = filled(clean(data)).map(Linked::Inside),
                Some(("p", place)) => link.program = linked(place),
                Some(("m", place)) => link.mirror = address(place),
                _ => {}
            }
        }
        link.picks = code.map(|code| Picks { code, along });
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
        parts.extend(self.picks.as_ref().map(Picks::fragment));
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
    let found = found.replace(' ', "%20");
    link::secured(&found).filter(|secured| *secured == found)
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
        Some(Link {
            program: Some(Linked::Address(address.to_owned())),
            picks: code.map(|code| Picks::only(code.to_owned())),
            ..Link::default()
        })
    }

    #[test]
    fn links_are_read_as_they_were_written() {
        for program in [
            None,
            Some(Linked::Address("https://pretalx.com/democon/schedule/export/schedule.json?lang=ko&x=1#a%20b".to_owned())),
            Some(Linked::Address("http://localhost:8080/부산%20모임.xml".to_owned())),
            Some(Linked::Own("pyconkr-2018".to_owned())),
            Some(Linked::Inside("1eJzT0yMA_-".to_owned())),
        ] {
            let link = Link {
                program,
                mirror: Some("https://mirror.org/a.json".to_owned()),
                picks: Some(Picks { code: "1Aabcd.efgh..ijkl".to_owned(), along: Some("1eyJ_-A".to_owned()) }),
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
            "#p=http://localhost:x@a.org/x.json",
            "#p=http://localhost@a.org/x.json",
            "#p=http://127.0.0.1.a.org/x.json",
            "#s=",
        ] {
            assert_eq!(Link::read(text), None, "{text}");
        }
    }
}
