//! Lines `# key: value` above a table, which state what has no column: title, subtitle, venue, url, `time_zone`, id, version, start
//! (the date of the first day), and, as `# walk: 101, 102 > 201 = 5`, the minutes of walking between rooms, and as
//! `# alias: 장고 = Django`, names that mean the same to a search.

use super::super::draft::Draft;
use super::super::walking::Way;
use super::super::when;
use super::line;
use crate::messages::import::{Place, Remark};
use crate::program::{Date, alias};

/// What the lines say besides the fields of the draft.
#[derive(Default)]
pub(super) struct Metadata {
    pub ways: Vec<Way>,
    /// The date of the first day, to which "Day 2" and "Saturday" refer.
    pub first_day: Option<Date>,
}

/// Reads the lines into the draft.
pub(super) fn read(lines: &[(u64, String)], draft: &mut Draft) -> Metadata {
    let mut metadata = Metadata::default();
    lines.iter().for_each(|(number, text)| metadata.read(*number, text, draft));
    metadata
}

impl Metadata {
    fn read(&mut self, number: u64, text: &str, draft: &mut Draft) {
        let (is_slashed, is_quoted) = (text.starts_with("//"), text.starts_with('"'));
        // A line without a colon is a comment. Spreadsheets fill up the rest of a line with separators.
        let text = text.trim_start_matches(['"', '#', '/', ' ', '\t']);
        let parts = if is_slashed { text.split_once(',') } else { text.split_once([':', '：']) };
        let Some((key, value)) = parts else { return };
        let value = value.trim_end_matches([',', ';', '\t', ' ', '\r']).trim();
        let value = if is_quoted { value.trim_end_matches('"') } else { value };
        let place = Place { line: Some(number), title: None, ..Place::default() };
        let field = match key.trim().to_lowercase().as_str() {
            "title" | "제목" | "이름" => &mut draft.title,
            "name" if is_slashed => &mut draft.title,
            "subtitle" | "부제" => &mut draft.subtitle,
            "venue" | "장소" => &mut draft.venue,
            "url" | "주소" => &mut draft.url,
            "time_zone" | "time zone" | "timezone" | "시간대" => &mut draft.time_zone,
            "id" => &mut draft.id,
            "version" | "버전" => &mut draft.version,
            "start" | "first day" | "first_day" | "start date" | "start_date" | "시작일" | "첫날" => {
                self.first_day = when::date(&when::typed(value));
                if self.first_day.is_none() {
                    draft.warn(place, Remark::NotADay(line::excerpt(value)));
                }
                return;
            }
            "walk" | "walking" | "이동" => {
                return match Way::read(number, value) {
                    Ok(way) => self.ways.push(way),
                    Err(warning) => draft.warnings.push(warning),
                };
            }
            "alias" | "aliases" | "별칭" | "동의어" => {
                return match alias::names(value).count() {
                    0 | 1 => draft.warn(place, Remark::NotAnAlias(line::excerpt(value))),
                    _ => draft.aliases.push(value.to_owned()),
                };
            }
            // The comments of programs.
            _ if is_slashed => return,
            key => return draft.warn(place, Remark::UnknownKey(line::excerpt(key))),
        };
        *field = Some(value.to_owned()).filter(|value| !value.is_empty());
    }
}
