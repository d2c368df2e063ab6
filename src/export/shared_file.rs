//! A program with somebody's picks as one file: a program file with a field or two more, which other readers ignore.

use super::link::Picks;
use super::share_code::{clean, is_of_code};

const FIELD: &str = "{\"shared\":\"";
const ALONG: &str = "\"along\":\"";

/// The name of such a file.
pub fn shared_file_name(program: &str) -> String {
    let name: String =
        program.chars().map(|letter| if letter.is_alphanumeric() || "-_.".contains(letter) { letter } else { '-' }).collect();
    format!("{}.siganpyo.json", name.trim_matches('.'))
}

/// Adds the share code of picks, and what goes along with them, to the program file.
pub fn with_shared(file: &str, Picks { code, along }: &Picks) -> String {
    let along = along.as_ref().map(|along| format!("{ALONG}{along}\",")).unwrap_or_default();
    match file.trim_start().strip_prefix('{') {
        Some(rest) => format!("{FIELD}{code}\",{along}{rest}"),
        None => file.to_owned(),
    }
}

/// The share code in a file, and what goes along with it. The first hundred kilobytes of the file are enough.
pub fn shared_in(file: &str) -> Option<Picks> {
    let (code, rest) = file.strip_prefix(FIELD)?.split_once('"')?;
    let along = rest.strip_prefix(',').and_then(|rest| rest.strip_prefix(ALONG)?.split_once('"'));
    let along = along.map(|(along, _)| along.to_owned()).filter(|along| is_clean(along));
    is_clean(code).then(|| Picks { code: code.to_owned(), along })
}

fn is_clean(code: &str) -> bool {
    clean(code) == code && !code.is_empty() && code.bytes().all(is_of_code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, import};

    #[test]
    fn a_shared_file_is_a_program_file_with_a_code() {
        let program = r#"{ "format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
            "days": [{ "date": "2018-08-18" }], "rooms": [], "tracks": [], "sessions": [{ "id": "a", "title": "A", "day": "2018-08-18",
            "start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T14:00:00+09:00" }] }"#;
        let picks = Picks::only("1Aabcd.efgh".to_owned());
        let shared = with_shared(program, &picks);
        assert_eq!(shared_in(&shared), Some(picks.clone()));
        let picks = Picks { along: Some("1eyJ_".to_owned()), ..picks };
        let along = with_shared(program, &picks);
        assert_eq!(shared_in(&along), Some(picks));
        assert_eq!(shared_in(program), None);
        let read = |file: &str| import(file.as_bytes(), &Options::default()).expect("a program");
        assert_eq!(read(&shared), read(program));
        assert_eq!(read(&along), read(program));
        assert_eq!(shared_file_name("../부산 모임/x"), "-부산-모임-x.siganpyo.json");
    }
}
