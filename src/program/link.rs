//! Which addresses may be opened, and what they say.

/// Parts of addresses that say no more than that there is a schedule, or where software puts it.
const GENERIC: [&str; 34] = [
    "agenda",
    "all",
    "api",
    "assets",
    "calendar",
    "csv",
    "data",
    "download",
    "event",
    "events",
    "everything",
    "export",
    "exports",
    "fahrplan",
    "feed",
    "files",
    "ical",
    "ics",
    "index",
    "json",
    "latest",
    "list",
    "main",
    "program",
    "programme",
    "programs",
    "public",
    "raw",
    "schedule",
    "sessions",
    "static",
    "talks",
    "timetable",
    "xml",
];

/// Whether the address leads to the web: it starts with `http:` or `https:`, goes on, and has no blanks or control
/// characters.
///
/// Other schemes (`javascript:`, `intent:`, `data:`, `file:`) do something on the device.
pub fn is_web(address: &str) -> bool {
    let (scheme, rest) = address.split_once("://").unwrap_or_default();
    let is_known = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    is_known && !rest.is_empty() && is_one_word(address)
}

/// Whether a link in an abstract may be opened: it leads to the web or to a mailbox.
pub fn is_safe(address: &str) -> bool {
    let is_mailbox = address.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    is_web(address) || is_mailbox && is_one_word(address)
}

/// Returns the host of an address on the web, with its port and without a user's name.
pub fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://").filter(|_| is_web(address))?;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    Some(authority.rsplit('@').next().unwrap_or(authority)).filter(|host| !host.is_empty())
}

/// Returns what an address calls its conference: the last part of its path that says something, with blanks between the words.
pub fn name(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://").filter(|_| is_web(address))?;
    let path = rest.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').skip(1).filter(|part| !part.contains('%')).collect();
    let stem = |part: &&str| part.rsplit_once('.').map_or(*part, |(stem, _)| stem).replace(['-', '_', '.'], " ");
    parts.iter().rev().map(stem).find(|name| name.split(' ').any(says_something)).map(|name| name.trim().to_owned())
}

fn says_something(word: &str) -> bool {
    word.chars().count() > 2 && word.contains(char::is_alphabetic) && !GENERIC.contains(&word.to_lowercase().as_str())
}

/// Returns the address to fetch a file from: with `https:`, except for this device itself. `None` if it is no address on the web.
pub fn secured(address: &str) -> Option<String> {
    let name = host(address)?;
    let is_here = ["localhost", "127.0.0.1", "[::1]"].iter().any(|here| {
        let rest = name.strip_prefix(here);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    });
    let rest = address.split_once("://")?.1;
    Some(if is_here { address.to_owned() } else { format!("https://{rest}") })
}

fn is_one_word(address: &str) -> bool {
    !address.contains(|letter: char| letter.is_control() || letter.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_called_after_what_is_no_schedule() {
        for (address, expected) in [
            ("https://pretalx.example/moss-con/schedule/export/schedule.ics", Some("moss con")),
            ("https://a.example/2027/pycon_kr-2027.json?v=2#x", Some("pycon kr 2027")),
            ("https://fahrplan.example/congress/2027/Fahrplan/everything.schedule.xml", Some("congress")),
            ("https://a.example/38c3/schedule.xml", Some("38c3")),
            ("https://a.example/2027/files/v2/all/program.csv", None),
            ("https://a.example/%EB%B6%80/events.json", None),
            ("https://a.example/부산축제/events.json", Some("부산축제")),
            ("https://a.example", None),
            ("schedule.xml", None),
        ] {
            assert_eq!(name(address).as_deref(), expected, "{address}");
        }
    }

    #[test]
    fn a_file_is_fetched_over_https() {
        for (address, expected) in [
            ("https://a.example/b?c#d", Some("https://a.example/b?c#d")),
            ("http://a.example/b", Some("https://a.example/b")),
            ("HTTPS://a.example", Some("https://a.example")),
            ("http://localhost:8080/b", Some("http://localhost:8080/b")),
            ("http://127.0.0.1/b", Some("http://127.0.0.1/b")),
            ("http://127.0.0.1.example/b", Some("https://127.0.0.1.example/b")),
            ("http://localhost@a.example/", Some("https://localhost@a.example/")),
            ("https:///b", None),
            ("ftp://a.example/b", None),
            ("/b", None),
        ] {
            assert_eq!(secured(address).as_deref(), expected, "{address}");
        }
        assert_eq!(host("https://user:word@a.example:8443\\@b/"), Some("a.example:8443"));
    }

    #[test]
    fn only_links_to_the_web_or_a_mailbox_are_safe() {
        for address in ["https://a", "HTTP://a.example/b?c#d", "https://한국.example/가"] {
            assert!(is_web(address) && is_safe(address), "{address}");
        }
        assert!(is_safe("mailto:a@b") && is_safe("MAILTO:a@b") && !is_web("mailto:a@b"));
        for address in [
            "javascript:alert(1)",
            "intent://x#Intent;end",
            "https:a",
            "https://",
            "//a",
            "/a",
            "",
            "https://a/\r\nEND:VEVENT",
            "https://a b",
            " https://a",
            "data:text/html,https://a",
            "mailto:a\n@b",
            "파이콘",
        ] {
            assert!(!is_safe(address), "{address}");
        }
    }
}
