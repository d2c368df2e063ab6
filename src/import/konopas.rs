//! KonOpas and ConClár: a JavaScript assignment or bare JSON with the program, the people, or both.
//!
//! The script is never evaluated: the importer skips `name =`, reads one value, and continues. Ids were renumbered between
//! two versions of a convention, so they are only used to tell apart sessions that are otherwise the same.

use super::draft::{Draft, DraftRow, End, Start};
use super::head::Head;
use super::json::{self, Json};
use super::limits::MAX_SPEAKERS;
use super::rich_text;
use super::when::{self, When};
use super::{ImportError, Imported, Importer, Options, encoding, kind, line};
use crate::messages::import::{LookAlike, Problem};
use std::collections::BTreeMap;

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(head: &Head) -> bool {
    let value = after_assignment(head.text());
    let is_assignment = value.is_some_and(|value| value.starts_with(['[', '{']) && value.len() < head.text().trim_start().len());
    let has = |keys: &[&str]| head.has_keys(keys);
    let has_time = has(&["date", "time"]) || has(&["day", "time"]);
    let is_program = has(&["title"]) && (has(&["mins"]) || has(&["loc"]) || has(&["datetime"]) || has_time && has(&["people"]));
    let is_empty = head.text().trim() == "[]";
    is_assignment || (head.first() == Some('[') && (is_program || has(&["name", "prog"]) || is_empty))
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let text = encoding::text(bytes)?;
    if json::has_too_many_values(&text) {
        return Err(Problem::Broken { line: None }.into());
    }
    let values = values(&text)?;
    let mut entries: Vec<&Json> = Vec::new();
    let mut names: BTreeMap<&str, String> = BTreeMap::new();
    // One value may also have both: {"program": […], "people": […]}.
    let lists = values.iter().flat_map(|value| match value {
        Json::Object(fields) => fields.iter().map(|(_, value)| value).collect(),
        value => vec![value],
    });
    for item in lists.flat_map(Json::items) {
        if item.get("title").text().is_some() || item.first(&["date", "datetime", "time", "mins", "loc"]) != &Json::Null {
            entries.push(item);
        } else if let (Some(id), Some(name)) = (item.get("id").text(), person(item)) {
            names.insert(id, name);
        }
    }
    if entries.is_empty() && !names.is_empty() {
        return Err(Problem::LookAlike(LookAlike::PeopleOnly).into());
    }
    let mut draft = Draft::default();
    entries.into_iter().for_each(|entry| draft.add(row(entry, &names)));
    drop(names);
    drop(values);
    draft.finish(options)
}

/// Returns the JSON values of a script.
fn values(text: &str) -> Result<Vec<Json>, ImportError> {
    let mut values = Vec::new();
    let mut rest = text;
    while let Some(value) = after_assignment(rest) {
        let mut stream = serde_json::Deserializer::from_str(value).into_iter::<Json>();
        match stream.next() {
            Some(Ok(json)) => values.push(json),
            _ => {
                let line = text[..text.len() - value.len()].matches('\n').count() as u64 + 1;
                return Err(Problem::Broken { line: Some(line) }.into());
            }
        }
        rest = &value[stream.byte_offset()..];
    }
    Ok(values)
}

/// Returns the text after comments, semicolons and `var name =`; `None` at the end.
fn after_assignment(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, ';' | '\u{FEFF}'));
        if let Some(comment) = rest.strip_prefix("//") {
            rest = comment.split_once('\n').map_or("", |(_, rest)| rest);
        } else if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, rest)| rest);
        } else {
            break;
        }
    }
    if rest.is_empty() {
        return None;
    }
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$' | '.' | ' ');
    let name = rest.find(|letter| !is_name(letter)).filter(|end| (1..=100).contains(end) && rest[*end..].starts_with('='));
    Some(name.map_or(rest, |end| rest[end + 1..].trim_start()))
}

/// Reads `["First", "Last", "prefix", "suffix"]`, a text, or `first` and `last`.
fn person(json: &Json) -> Option<String> {
    let join =
        |parts: &[&str]| parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let name = json.get("name");
    let parts: Vec<&str> = name.items().iter().map(|part| part.text().unwrap_or_default()).collect();
    let full = match parts.as_slice() {
        [first, last, prefix, rest @ ..] => join(&[&[*prefix, *first, *last], rest].concat()),
        [] => name
            .text()
            .map_or_else(|| join(&["first", "last"].map(|key| json.get(key).text().unwrap_or_default())), str::to_owned),
        parts => join(parts),
    };
    // The role changes more often than the person.
    let full = full.trim().trim_end_matches("(moderator)").trim_end_matches("(Moderator)").trim().to_owned();
    (!full.is_empty()).then_some(full)
}

fn row(entry: &Json, names: &BTreeMap<&str, String>) -> DraftRow {
    let known = |id: &Json| names.get(id.text()?).map(|name| line::clipped(name).to_owned());
    let people = entry.get("people").items().iter().filter_map(|item| match item {
        Json::Object(_) => person(item).or_else(|| known(item.get("id"))),
        item => known(item).or_else(|| item.owned()),
    });
    let speakers: Vec<String> = people.take(MAX_SPEAKERS).collect();
    let title = entry.get("title").text().unwrap_or_default();
    let (about, shortened) = rich_text::joined("", entry.first(&["desc", "precis", "description"]).text().unwrap_or_default());
    let mut tags = Tags::default();
    entry.get("tags").items().iter().for_each(|tag| tags.add(tag));
    let word = entry.get("format").name(&[]).map(str::to_owned).or(tags.kind);
    let mins = entry.get("mins").text().filter(|text| !text.trim().is_empty());
    DraftRow {
        hint: entry.get("id").owned(),
        rooms: room(entry).into_iter().collect(),
        track: tags.track,
        kind: word.map_or_else(|| kind::of_title(title, !speakers.is_empty()), |word| kind::of(Some(&word))),
        speakers,
        about,
        shortened,
        url: entry.get("links").first(&["url", "web", "link"]).owned(),
        ..DraftRow::new(
            title.to_owned(),
            start(entry),
            mins.map_or(End::Missing, |text| {
                when::duration(text).map_or_else(|| End::Unreadable(line::excerpt(text)), End::After)
            }),
        )
    }
}

/// Reads room and area from `loc`; the area is the same for everything in the room.
fn room(entry: &Json) -> Option<String> {
    entry
        .get("loc")
        .items()
        .first()
        .and_then(Json::owned)
        .or_else(|| entry.get("loc").owned())
        .or_else(|| entry.get("room").owned())
}

fn start(entry: &Json) -> Start {
    if let Some(text) = entry.get("datetime").text() {
        return when::date_time(text).map_or_else(|| Start::Unreadable(line::excerpt(text)), Start::At);
    }
    // `day` may be a weekday next to `date`.
    let dates = ["date", "day"].map(|key| entry.get(key).text());
    let time = entry.get("time").text();
    match (dates.into_iter().flatten().find_map(when::date), time.and_then(when::time)) {
        (Some(date), Some(clock)) => Start::At(When::local(date, clock)),
        _ => {
            let words = [dates[0].or(dates[1]), time].into_iter().flatten().collect::<Vec<_>>().join(" ");
            if words.trim().is_empty() { Start::Missing } else { Start::Unreadable(line::excerpt(&words)) }
        }
    }
}

/// Reads `"Panel"`, `"Type:Panel"`, `"Track:…"`, or `{value, category, label}`.
#[derive(Default)]
struct Tags {
    kind: Option<String>,
    track: Option<String>,
}

impl Tags {
    fn add(&mut self, tag: &Json) {
        let (category, label) = match tag.text() {
            Some(text) => text.split_once(':').unwrap_or(("", text)),
            None => (tag.get("category").text().unwrap_or_default(), tag.first(&["label", "value"]).text().unwrap_or_default()),
        };
        let field = match category.trim().to_lowercase().as_str() {
            "type" | "format" => &mut self.kind,
            "track" | "" => &mut self.track,
            _ => return,
        };
        if field.is_none() && !label.trim().is_empty() {
            *field = Some(label.trim().to_owned());
        }
    }
}

#[cfg(test)]
mod tests;
