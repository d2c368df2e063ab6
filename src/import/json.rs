//! Tolerant JSON: any value may be missing, null or of another type than expected.
//!
//! Published files are written by a hundred programs; ids are numbers in some and texts in others, names are texts or texts
//! by language. So nothing is derived: importers ask for the fields that they need, and unexpected values count as absent.
//! Objects keep their order, which in `schedule.json` is the order of the rooms.

use super::ImportError;
use crate::messages::import::Problem;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A value. Numbers are kept as text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// See [`has_too_many_values`].
pub(super) const MAX_VALUES: usize = 1_200_000;

impl Json {
    /// Returned for missing values.
    pub const NULL: &Json = &Json::Null;

    /// Reads a file with a single value.
    ///
    /// # Errors
    ///
    /// Broken JSON, more than 128 levels, or more values than any program has.
    pub fn parse(text: &str) -> Result<Json, ImportError> {
        if has_too_many_values(text) {
            return Err(Problem::Broken { line: None }.into());
        }
        serde_json::from_str(text).map_err(|error| Problem::Broken { line: Some(error.line() as u64) }.into())
    }

    /// Returns the field of an object; null if there is none.
    pub fn get(&self, key: &str) -> &Json {
        self.fields().iter().find(|(name, _)| name == key).map_or(Json::NULL, |(_, value)| value)
    }

    /// Returns the first of these fields that is neither null nor empty.
    pub fn first(&self, keys: &[&str]) -> &Json {
        keys.iter().map(|key| self.get(key)).find(|value| !value.is_empty()).unwrap_or(Json::NULL)
    }

    pub fn fields(&self) -> &[(String, Json)] {
        match self {
            Json::Object(fields) => fields,
            _ => &[],
        }
    }

    /// Returns the entries of a list.
    pub fn items(&self) -> &[Json] {
        match self {
            Json::List(items) => items,
            _ => &[],
        }
    }

    pub fn is_null(&self) -> bool {
        *self == Json::Null
    }

    pub fn is_list(&self) -> bool {
        matches!(self, Json::List(_))
    }

    pub fn is_true(&self) -> bool {
        *self == Json::Bool(true)
    }

    fn is_empty(&self) -> bool {
        match self {
            Json::Null => true,
            Json::Text(text) => text.trim().is_empty(),
            Json::List(items) => items.is_empty(),
            Json::Object(fields) => fields.is_empty(),
            Json::Bool(_) | Json::Number(_) => false,
        }
    }

    /// Returns a text or a number.
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) | Json::Number(text) => Some(text),
            _ => None,
        }
    }

    /// Returns a text that is given in several languages: in the first of the preferred languages, or else the first one. A
    /// plain text is returned unchanged, and for an object with a name its name.
    pub fn name(&self, languages: &[&str]) -> Option<&str> {
        match self {
            Json::Object(fields) => {
                let preferred = languages.iter().chain(["name", "title", "label", "en"].iter());
                let known = preferred.map(|key| self.get(key)).find(|value| !value.is_empty());
                let any =
                    || fields.iter().map(|(_, value)| value).find(|value| matches!(value, Json::Text(_)) && !value.is_empty());
                let is_named = |name: &str| name.starts_with("name") || name.starts_with("title");
                let named = || fields.iter().find(|(name, value)| is_named(name) && !value.is_empty()).map(|(_, value)| value);
                match known.or_else(named).or_else(any)? {
                    inner @ Json::Object(_) => inner.name(languages),
                    text => text.text(),
                }
            }
            _ => self.text().filter(|text| !text.trim().is_empty()),
        }
    }

    /// Returns an owned [`Json::text`].
    pub fn owned(&self) -> Option<String> {
        self.text().filter(|text| !text.trim().is_empty()).map(str::to_owned)
    }
}

/// Whether a text may have more values than fit into memory, where a value takes a hundred times the four bytes of the
/// shortest ones in a file. Every value but the first comes after one of these characters; the largest program seen has
/// 35,000.
pub(super) fn has_too_many_values(text: &str) -> bool {
    text.bytes().filter(|byte| matches!(byte, b',' | b'[' | b'{')).nth(MAX_VALUES).is_some()
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        items.shrink_to_fit();
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        fields.shrink_to_fit();
        Ok(Json::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_unexpected_types_are_accepted() {
        let json =
            Json::parse(r#"{"b": 7, "a": "x", "n": null, "name": {"de": "Saal", "en": "Hall"}, "l": [1, "2"], "t": true}"#)
                .unwrap();
        assert_eq!(json.fields()[0].0, "b");
        assert_eq!((json.get("b").text(), json.get("n").text(), json.get("z").text()), (Some("7"), None, None));
        assert_eq!((json.first(&["n", "z", "a"]).text(), json.get("t").is_true()), (Some("x"), true));
        assert_eq!((json.get("name").name(&["de"]), json.get("name").name(&["ko"])), (Some("Saal"), Some("Hall")));
        assert_eq!((json.get("a").name(&[]), json.get("l").items().len(), json.get("a").items().len()), (Some("x"), 2, 0));
    }

    #[test]
    fn broken_and_deeply_nested_files_are_refused() {
        for text in ["{", "[1,]", "{\"a\" 1}", "", "nul", &"[".repeat(100_000), &"{\"a\":".repeat(100_000)] {
            assert!(Json::parse(text).is_err());
        }
    }
}
