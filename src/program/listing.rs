//! What a directory says of a program that can be opened.

use super::{Date, Program, link};

/// A program in a directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The conference's name.
    pub title: String,
    /// Where the program's file is: an address on the web, see [`link::secured`], or a path beside the directory, see [`is_beside`].
    pub address: String,
    /// The first and the last day.
    pub days: Option<(Date, Date)>,
    /// Where it takes place, as one line.
    pub place: Option<String>,
    /// The zone of the venue, for a file that states none.
    pub time_zone: Option<String>,
    /// The conference's own page.
    pub site: Option<String>,
    /// The id of the program, if whoever made the directory has read it.
    pub id: Option<String>,
    /// Where the file was copied from.
    pub source: Option<String>,
}

impl Listing {
    /// A program of which only this is known.
    pub fn new(title: String, address: String) -> Listing {
        Listing { title, address, days: None, place: None, time_zone: None, site: None, id: None, source: None }
    }

    /// Returns what a directory says of a program whose file is there.
    pub fn of(program: &Program, address: String) -> Listing {
        Listing {
            days: program.days.first().zip(program.days.last()).map(|(first, last)| (first.date, last.date)),
            place: program.venue.clone(),
            time_zone: Some(program.time_zone.clone()),
            site: program.url.clone(),
            id: Some(program.id.to_string()),
            ..Listing::new(program.title.clone(), address)
        }
    }

    /// Returns the host of the address on the web that the program comes from; `None` if its file was made for this directory.
    pub fn host(&self) -> Option<&str> {
        link::host(self.source.as_deref().unwrap_or(&self.address))
    }
}

/// Whether the text is a path that stays beside a directory: names with letters, digits, blanks, `-`, `_` and `.`, none of
/// which begins with a dot.
pub fn is_beside(path: &str) -> bool {
    let is_name = |part: &str| {
        let is_plain = |letter: char| letter.is_alphanumeric() || "-_. ".contains(letter);
        !part.is_empty() && !part.starts_with('.') && part.chars().all(is_plain)
    };
    path.split('/').all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_beside_a_directory_leads_nowhere_else() {
        for path in ["a.json", "2026/pycon.ics", "내 행사.json"] {
            assert!(is_beside(path), "{path}");
        }
        for path in ["", "/a.json", "../a.json", "a//b", ".a", "a/..", "//h/a", "javascript:alert", "a\\b", "a?b", "a%2f", "a#b"]
        {
            assert!(!is_beside(path), "{path}");
        }
    }

    #[test]
    fn the_host_is_that_of_the_source() {
        let here = Listing::new("A".to_owned(), "a.json".to_owned());
        let there = Listing::new("A".to_owned(), "https://c.example:8443/a.xml?b".to_owned());
        assert_eq!((here.host(), there.host()), (None, Some("c.example:8443")));
        assert_eq!(Listing { source: Some("https://d.example".to_owned()), ..here }.host(), Some("d.example"));
    }
}
