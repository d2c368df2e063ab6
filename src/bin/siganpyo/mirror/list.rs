//! What is to be mirrored: a text of addresses, a directory, or a menu of Giggity.

use crate::failure::Failure;
use crate::files;
use crate::source::Source;
use siganpyo::messages::Language;
use siganpyo::program::{Listing, link};
use siganpyo::wire::directory::{self, Directory};
use std::collections::BTreeSet;

/// A program to be mirrored.
pub struct Wanted {
    /// Its whole address.
    pub address: String,
    /// What the list says of it.
    pub listing: Option<Listing>,
    /// The zone of the venue, for a file that states none.
    pub time_zone: Option<String>,
}

/// Reads a list. Every address is there once. Also returns what is said of entries that had to be left out.
pub fn read(list: &Source, language: Language) -> Result<(Vec<Wanted>, Vec<String>), Failure> {
    let texts = language.mirror_messages();
    let text = String::from_utf8(files::read(list, language)?);
    let text = text.map_err(|_| files::failure(list, (language.command_line().not_text)()))?;
    let refused = |refusal| files::failure(list, refusal);
    let (mut wanted, remarks) = if text.trim_start_matches('\u{FEFF}').trim_start().starts_with(['{', '[']) {
        let Directory { programs, faults } = directory::read(&text).map_err(|fault| refused((texts.directory_fault)(&fault)))?;
        let remarks = faults.iter().map(|(number, fault)| (texts.listing_fault)(*number, fault).message);
        let wanted = programs.into_iter().map(|listing| match whole_address(&listing.address, list) {
            Some(address) => Ok(Wanted { address, time_zone: listing.time_zone.clone(), listing: Some(listing) }),
            None => Err(refused((texts.beside_nothing)(&listing.address))),
        });
        (wanted.collect::<Result<Vec<_>, _>>()?, remarks.collect())
    } else {
        let lines = text.trim_start_matches('\u{FEFF}').lines().enumerate();
        let read = lines.filter_map(|(at, text)| {
            let words: Vec<&str> = text.split_whitespace().take_while(|word| !word.starts_with('#')).collect();
            let wanted = match words[..] {
                [] => return None,
                [address] => in_line(address, None),
                [address, zone] => in_line(address, Some(zone)),
                _ => None,
            };
            Some(wanted.ok_or_else(|| refused((texts.no_address_in_line)(at + 1, text.trim()))))
        });
        (read.collect::<Result<Vec<_>, _>>()?, Vec::new())
    };
    let mut seen = BTreeSet::new();
    wanted.retain(|wanted| seen.insert(wanted.address.clone()));
    if wanted.is_empty() { Err(refused((texts.nothing_listed)())) } else { Ok((wanted, remarks)) }
}

fn in_line(address: &str, time_zone: Option<&str>) -> Option<Wanted> {
    // As it was written: an address with http: is refused when it is fetched, with a hint.
    let address = Some(address).filter(|address| link::is_web(address))?;
    Some(Wanted { address: address.to_owned(), listing: None, time_zone: time_zone.map(str::to_owned) })
}

/// The address of a program in a directory. A path is beside the directory, whose address must be known.
fn whole_address(address: &str, list: &Source) -> Option<String> {
    if link::is_web(address) {
        return Some(address.to_owned());
    }
    let Source::Web(directory) = list else { return None };
    let directory = directory.split(['?', '#']).next()?;
    let begin = directory.find("://")? + 3;
    let folder = match directory[begin..].rfind('/') {
        Some(end) => &directory[..begin + end],
        None => directory,
    };
    let mut whole = format!("{folder}/");
    for byte in address.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => whole.push(char::from(byte)),
            byte => whole += &format!("%{byte:02X}"),
        }
    }
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_beside_the_directory() {
        let check = |directory: &str, path: &str, expected: &str| {
            assert_eq!(whole_address(path, &Source::Web(directory.to_owned())).as_deref(), Some(expected));
        };
        check("https://a.example/programs/directory.json?b=/c", "p.json", "https://a.example/programs/p.json");
        check("https://a.example", "2026/내 p.json", "https://a.example/2026/%EB%82%B4%20p.json");
        check("https://a.example/d.json", "https://b.example/", "https://b.example/");
        assert_eq!(whole_address("p.json", &Source::Stdin), None);
    }
}
