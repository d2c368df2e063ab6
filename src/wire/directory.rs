//! `siganpyo-directory/1`: a list of programs that can be opened, beside the app as `programs/directory.json`.
//!
//! ```json
//! { "format": "siganpyo-directory/1",
//!   "programs": [{ "title": "PyCon Korea 2018",
//!                  "address": "pyconkr-2018.json",
//!                  "first_day": "2018-08-18", "last_day": "2018-08-19",
//!                  "place": "COEX, Seoul", "time_zone": "Asia/Seoul", "site": "https://www.pycon.kr/2018/",
//!                  "id": "pyconkr-2018", "source": "https://www.pycon.kr/2018/program.json" }] }
//! ```
//!
//! Only `title` and `address` are required. The address is that of any file that can be imported, with `https:`, or a path
//! beside the directory. `time_zone` is for files that state none. `id` and `source`, where the file was copied from, are what
//! `siganpyo mirror` knows a program by. Unknown fields are ignored.
//!
//! Giggity's menu (<https://ggt.gaa.st/menu.json>) is read too.

use super::tree::{Fields, Node};
use crate::messages::mirror::{DirectoryFault, ListingFault};
use crate::program::listing::is_beside;
use crate::program::{Date, Listing, line, link};
use serde::Serialize;

/// The value of the field `format`.
pub const FORMAT: &str = "siganpyo-directory/1";

/// The name of the file.
pub const FILE: &str = "directory.json";

/// Bytes of a directory. Giggity's has less than a tenth.
pub const MAX_BYTES: usize = 4 << 20;

/// Programs of a directory.
pub const MAX_PROGRAMS: usize = 5_000;

/// Characters of a title or a place.
const MAX_LINE: usize = 200;

/// Bytes of an address; browsers accept little more.
const MAX_LINK: usize = 4_000;

/// Bytes of an id.
const MAX_ID: usize = 300;

/// Letters of a time zone's name; the longest has 32.
const MAX_ZONE: usize = 60;

/// Plausible years.
const YEARS: std::ops::RangeInclusive<u16> = 1950..=2150;

/// A directory, and what had to be left out of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Directory {
    /// In the order of the file.
    pub programs: Vec<Listing>,
    /// The number of each program with a fault, from 1 on, and the fault. One with a wrong date is listed without it.
    pub faults: Vec<(usize, ListingFault)>,
}

/// Reads a directory or a menu of Giggity.
///
/// # Errors
///
/// Too many bytes, broken JSON, or another format.
pub fn read(text: &str) -> Result<Directory, DirectoryFault> {
    if text.len() > MAX_BYTES {
        return Err(DirectoryFault::TooLarge { bytes: text.len(), limit: MAX_BYTES });
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let broken = |error: serde_json::Error| DirectoryFault::NotJson { line: error.line(), column: error.column() };
    let node: Node = serde_json::from_str(text).map_err(broken)?;
    let other = |format: String| DirectoryFault::OtherFormat(line::excerpt(&format));
    let Some(mut file) = node.record("") else { return Err(other(String::new())) };
    match file.maybe_text("format") {
        Some(format) if format == FORMAT => Ok(listed(file.list("programs"), listing)),
        None => match file.list("schedules") {
            schedules if schedules.is_empty() => Err(other(String::new())),
            schedules => Ok(listed(schedules, schedule)),
        },
        Some(format) => Err(other(format)),
    }
}

fn listed(rows: Vec<Node<'_>>, read: fn(Fields<'_>, &mut Vec<ListingFault>) -> Result<Listing, ListingFault>) -> Directory {
    let mut directory = Directory::default();
    for (at, row) in rows.into_iter().enumerate() {
        if at == MAX_PROGRAMS {
            directory.faults.push((at + 1, ListingFault::TooMany { limit: MAX_PROGRAMS }));
            break;
        }
        let mut faults = Vec::new();
        match row.record("").ok_or(ListingFault::NoTitle).and_then(|row| read(row, &mut faults)) {
            Ok(listing) => directory.programs.push(listing),
            Err(fault) => faults.push(fault),
        }
        directory.faults.extend(faults.into_iter().map(|fault| (at + 1, fault)));
    }
    directory
}

/// Reads a row of our own format.
fn listing(mut row: Fields<'_>, faults: &mut Vec<ListingFault>) -> Result<Listing, ListingFault> {
    let listing = named(&mut row, "address")?;
    Ok(Listing {
        days: days(row.maybe_text("first_day"), row.maybe_text("last_day"), faults),
        place: row.maybe_text("place").map(|place| shown(&place)).filter(|place| !place.is_empty()),
        time_zone: row.maybe_text("time_zone").filter(|zone| is_zone(zone)),
        site: row.maybe_text("site").filter(|site| is_link(site)),
        id: row.maybe_text("id").filter(|id| !id.is_empty() && id.len() <= MAX_ID),
        source: row.maybe_text("source").filter(|source| is_link(source)),
        ..listing
    })
}

/// Reads a row of Giggity's menu. Its `id` is that of the menu and not of the program.
fn schedule(mut row: Fields<'_>, faults: &mut Vec<ListingFault>) -> Result<Listing, ListingFault> {
    let listing = named(&mut row, "url")?;
    let links = row.record("metadata").map(|mut metadata| metadata.list("links")).unwrap_or_default();
    let mut links = links.into_iter().filter_map(|link| link.record(""));
    let site = links.find_map(|mut link| {
        let is_site = link.maybe_text("title").is_some_and(|title| title.eq_ignore_ascii_case("website"));
        link.maybe_text("url").filter(|url| is_site && is_link(url))
    });
    Ok(Listing {
        days: days(row.maybe_text("start"), row.maybe_text("end"), faults),
        time_zone: row.maybe_text("timezone").filter(|zone| is_zone(zone)),
        site,
        ..listing
    })
}

fn named(row: &mut Fields<'_>, address: &str) -> Result<Listing, ListingFault> {
    let title = row.maybe_text("title").map(|title| shown(&title)).filter(|title| !title.is_empty());
    let title = title.ok_or(ListingFault::NoTitle)?;
    let written = row.maybe_text(address).ok_or(ListingFault::NoAddress)?;
    let address = if written.len() > MAX_LINK { None } else { link::secured(&written) };
    let address = address.or_else(|| (written.len() <= MAX_LINK && is_beside(&written)).then(|| written.clone()));
    match address {
        Some(address) => Ok(Listing::new(title, address)),
        None => Err(ListingFault::BadAddress(line::excerpt(&written))),
    }
}

fn days(first: Option<String>, last: Option<String>, faults: &mut Vec<ListingFault>) -> Option<(Date, Date)> {
    let mut date = |text: String| {
        let date = Date::parse(&text).filter(|date| YEARS.contains(&date.year()));
        if date.is_none() && !text.is_empty() {
            faults.push(ListingFault::BadDate(line::excerpt(&text)));
        }
        date
    };
    let first = first.and_then(&mut date)?;
    let last = last.and_then(&mut date).unwrap_or(first);
    if last < first {
        faults.push(ListingFault::EndsBeforeStart);
    }
    Some((first, last.max(first)))
}

fn shown(text: &str) -> String {
    line::clean(text, MAX_LINE).text
}

fn is_link(address: &str) -> bool {
    address.len() <= MAX_LINK && link::is_web(address)
}

fn is_zone(zone: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "/_+-:".contains(letter);
    !zone.is_empty() && zone.len() <= MAX_ZONE && zone.chars().all(is_plain)
}

#[derive(Serialize)]
struct Row<'a> {
    title: &'a str,
    address: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_day: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_day: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_zone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
}

/// Writes a directory, with a line for each program, so that versions of it can be compared.
pub fn write(programs: &[Listing]) -> String {
    let row = |listing: &Listing| {
        let row = Row {
            title: &listing.title,
            address: &listing.address,
            first_day: listing.days.map(|(first, _)| first.to_string()),
            last_day: listing.days.map(|(_, last)| last.to_string()),
            place: listing.place.as_deref(),
            time_zone: listing.time_zone.as_deref(),
            site: listing.site.as_deref(),
            id: listing.id.as_deref(),
            source: listing.source.as_deref(),
        };
        serde_json::to_string(&row).expect("plain data")
    };
    let rows: Vec<String> = programs.iter().map(row).collect();
    format!("{{\"format\":\"{FORMAT}\",\"programs\":[\n{}\n]}}\n", rows.join(",\n"))
}

#[cfg(test)]
mod tests;
