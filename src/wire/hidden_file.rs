//! The hidden sessions and tracks of a program, as they are stored.
//!
//! `{"sessions": {"id": "title"}, "tracks": {"id": "name"}, "away": ["id", …]}`. `away` are the sessions that were hidden by
//! this when it was written; only `src/early.js` reads them, because it does not know the tracks.

use super::tree::{Fields, Node};
use crate::plan::Hidden;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct HiddenFile<'a> {
    sessions: &'a BTreeMap<String, String>,
    tracks: &'a BTreeMap<String, String>,
    away: &'a [&'a str],
}

/// Writes it, with the ids of all hidden sessions.
pub fn write(Hidden { sessions, tracks }: &Hidden, away: &[&str]) -> String {
    serde_json::to_string(&HiddenFile { sessions, tracks, away }).expect("plain data")
}

/// Reads what [`write`](write()) wrote. Anything invalid hides nothing.
pub fn read(text: &str) -> Hidden {
    let Some(mut fields) = serde_json::from_str::<Node>(text).ok().and_then(|node| node.record("")) else {
        return Hidden::default();
    };
    let mut texts = |key| fields.record(key).map(Fields::into_texts).unwrap_or_default();
    Hidden { sessions: texts("sessions"), tracks: texts("tracks") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Hideable;

    #[test]
    fn hidden_items_are_read_as_they_were_written() {
        let mut hidden = Hidden::default();
        hidden.hide(&Hideable::Session { id: "a\"b".to_owned(), title: "한글 \\ \"x\"".to_owned() });
        hidden.hide(&Hideable::Track { id: "t".to_owned(), name: String::new() });
        let text = write(&hidden, &["a\"b", "c"]);
        assert_eq!(read(&text), hidden);
        assert!(text.contains(r#""away":["a\"b","c"]"#), "{text}");
    }

    #[test]
    fn invalid_text_hides_nothing() {
        let mut one = Hidden::default();
        one.hide(&Hideable::Session { id: "a".to_owned(), title: "A".to_owned() });
        for (text, expected) in [
            ("", Hidden::default()),
            ("null", Hidden::default()),
            (r#"{"sessions":["a"],"tracks":7}"#, Hidden::default()),
            (r#"{"sessions":{"a":"A","b":1,"c":null},"tracks":[],"later":{}}"#, one),
            (r#"{"sessions":{"a":"A""#, Hidden::default()),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
