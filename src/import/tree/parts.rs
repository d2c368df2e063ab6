//! Dates and times in parts: `{year: 2027, month: 3, day: 5, hour: 9, minute: 30}`, `[2027, 3, 5, 9, 30]` as Java writes it, and times
//! of day as `{hours: 9, minutes: 30}`.

use super::super::json::Json;
use super::maps;

/// The names of the parts. The first three are needed.
const NAMES: [&str; 5] = ["year", "month", "day", "hour", "minute"];

/// The names of the parts of a time of day, which may have an s at the end. The first is needed.
const TIME: [&str; 4] = ["hour", "minute", "second", "nano"];

/// The parts that a date has, and the most that a time has: seconds and fractions of them follow.
const DATE: usize = 3;
const MAX_PARTS: usize = 7;

/// Writes parts as one text.
pub(super) fn join(node: &mut Json) {
    match node {
        Json::List(items) if (DATE..=MAX_PARTS).contains(&items.len()) && items[0].text().is_some_and(maps::is_year) => {
            let numbers: Option<Vec<u8>> = items[1..].iter().take(NAMES.len() - 1).map(number).collect();
            if let Some(text) = numbers.and_then(|numbers| written(items[0].text()?, &numbers)) {
                *node = Json::Text(text);
            }
        }
        Json::Object(fields) if time_of_day(fields).is_some() => {
            *node = time_of_day(fields).map_or(Json::Null, Json::Text);
        }
        Json::Object(fields) => {
            let part = |name: &str| fields.iter().find(|(known, _)| known.to_lowercase() == name).map(|(_, value)| value);
            let numbers: Vec<u8> = NAMES[1..].iter().map_while(|name| number(part(name)?)).collect();
            let Some(text) = part(NAMES[0]).and_then(|year| written(year.text()?, &numbers)) else { return };
            fields.retain(|(name, _)| !NAMES.contains(&name.to_lowercase().as_str()));
            fields.push((if numbers.len() < DATE { "date" } else { "start" }.to_owned(), Json::Text(text)));
        }
        _ => {}
    }
}

/// Returns the time of day of which the hour and other parts are all that an object says.
fn time_of_day(fields: &[(String, Json)]) -> Option<String> {
    let part =
        |name: &str| fields.iter().find(|(known, _)| known.to_lowercase().trim_end_matches('s') == name).map(|(_, value)| value);
    let is_part = |(name, value): &(String, Json)| {
        TIME.contains(&name.to_lowercase().trim_end_matches('s')) && (value.is_null() || value.text().is_some())
    };
    let hour = part(TIME[0]).and_then(number).filter(|hour| *hour < 30 && fields.iter().all(is_part))?;
    let minute = part(TIME[1]).map_or(Some(0), |value| if value.is_null() { Some(0) } else { number(value) })?;
    (minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

fn number(value: &Json) -> Option<u8> {
    value.text()?.parse().ok()
}

/// Writes a date with its time of day, if that is known.
fn written(year: &str, numbers: &[u8]) -> Option<String> {
    let [month @ 1..=12, day @ 1..=31, time @ ..] = numbers else { return None };
    let date = format!("{year}-{month:02}-{day:02}");
    match (maps::is_year(year), time) {
        (false, _) => None,
        (true, []) => Some(date),
        (true, [hour, rest @ ..]) => Some(format!("{date}T{hour:02}:{:02}", rest.first().unwrap_or(&0))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_date_are_one_text() {
        for (parts, expected) in [
            ("[2027,3,5,9,30]", "\"2027-03-05T09:30\""),
            ("[2027,3,5]", "\"2027-03-05\""),
            ("[2027,13,5]", "[2027,13,5]"),
            ("[2027]", "[2027]"),
            (r#"{"title":"A","year":2027,"month":3,"day":5,"hour":9}"#, r#"{"title":"A","start":"2027-03-05T09:00"}"#),
            (r#"{"year":2027,"day":1}"#, r#"{"year":2027,"day":1}"#),
            (r#"{"hour":9,"minute":5}"#, "\"09:05\""),
            (r#"{"hours":14,"minutes":30,"seconds":0,"nanos":0}"#, "\"14:30\""),
            (r#"{"hours":14}"#, "\"14:00\""),
            (r#"{"hour":9,"room":5}"#, r#"{"hour":9,"room":5}"#),
            (r#"{"minutes":40}"#, r#"{"minutes":40}"#),
        ] {
            let mut read: Json = serde_json::from_str(parts).unwrap();
            join(&mut read);
            assert_eq!(read, serde_json::from_str(expected).unwrap(), "{parts}");
        }
    }
}
