//! Filters in the address of a page, so that a filtered view can be linked: `day=2018-08-18&track=web&track=ai&q=rust`.

use super::{Facet, Facets, Filter};

/// The parameter with what was typed.
pub const QUERY: &str = "q";

/// Whether a parameter of an address is part of a search.
pub fn is_known(key: &str) -> bool {
    key == QUERY || is_choice(key)
}

/// Whether a parameter of an address is a choice of a filter.
pub fn is_choice(key: &str) -> bool {
    Facet::ALL.into_iter().any(|facet| facet.key() == key)
}

impl Facet {
    fn key(self) -> &'static str {
        match self {
            Facet::Day => "day",
            Facet::Track => "track",
            Facet::Room => "room",
            Facet::Language => "language",
            Facet::Kind => "kind",
            Facet::Level => "level",
            Facet::Plan => "plan",
        }
    }
}

impl Filter {
    /// Reads the query of an address, with or without its question mark. Values that the program does not have are left out.
    pub fn from_address(query: &str, facets: &Facets) -> Filter {
        let mut filter = Filter::default();
        for pair in query.trim_start_matches('?').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let Some(value) = decode(value) else { continue };
            if key == QUERY {
                filter.query = value;
            } else if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.key() == key)
                && facets.values(facet).any(|known| known == value)
                && !filter.has(facet, &value)
            {
                filter.chosen.push((facet, value));
            }
        }
        filter
    }

    /// Returns the query of an address without its question mark, empty for an empty filter. The same filter always gives the
    /// same query, in the order of the choices.
    pub fn to_address(&self, facets: &Facets) -> String {
        let mut address = String::new();
        for facet in Facet::ALL {
            for value in facets.values(facet).filter(|value| self.has(facet, value)) {
                push(&mut address, facet.key(), value);
            }
        }
        let query = self.query.trim();
        if !query.is_empty() {
            push(&mut address, QUERY, query);
        }
        address
    }
}

fn push(address: &mut String, key: &str, value: &str) {
    if !address.is_empty() {
        address.push('&');
    }
    address.push_str(key);
    address.push('=');
    for byte in value.bytes() {
        // RFC 3986, section 2.3.
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push('%');
            address.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789ABCDEF"[usize::from(digit)])));
        }
    }
}

/// Decodes a value; `None` if it is not valid UTF-8.
fn decode(value: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => digit(rest.next()?)? << 4 | digit(rest.next()?)?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn digit(letter: u8) -> Option<u8> {
    char::from(letter).to_digit(16).map(|digit| digit as u8)
}
