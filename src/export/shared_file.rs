//! A program with somebody's picks as one file: a program file with one field more, which other readers ignore.

use super::share_code::{clean, is_of_code};

const FIELD: &str = "{\"shared\":\"";

/// The name of such a file.
pub fn shared_file_name(program: &str) -> String {
    let name: String =
        program.chars().map(|letter| if letter.is_alphanumeric() || "-_.".contains(letter) { letter } else { '-' }).collect();
    format!("{}.siganpyo.json", name.trim_matches('.'))
}

/// Adds the share code of picks to the program file.
pub fn with_shared(file: &str, code: &str) -> String {
    match file.trim_start().strip_prefix('{') {
        Some(rest) => format!("{FIELD}{code}\",{rest}"),
        None => file.to_owned(),
    }
}

/// The share code in a file, of which the first hundred kilobytes are enough.
pub fn shared_in(file: &str) -> Option<&str> {
    let (code, _) = file.strip_prefix(FIELD)?.split_once('"')?;
    Some(clean(code)).filter(|clean| *clean == code && !code.is_empty() && code.bytes().all(is_of_code))
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
        let shared = with_shared(program, "1Aabcd.efgh");
        assert_eq!(shared_in(&shared), Some("1Aabcd.efgh"));
        assert_eq!(shared_in(program), None);
        let read = |file: &str| import(file.as_bytes(), &Options::default()).expect("a program");
        assert_eq!(read(&shared), read(program));
        assert_eq!(shared_file_name("../부산 모임/x"), "-부산-모임-x.siganpyo.json");
    }
}
