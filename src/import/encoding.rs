//! Decoding bytes: UTF-8, or UTF-16 if the file begins with its byte order mark.

mod likely;

use super::ImportError;
use crate::messages::import::Problem;
use likely::likely;
use std::borrow::Cow;

/// Returns the text of a file without its byte order mark.
///
/// # Errors
///
/// Binary data, and other encodings; if the encoding is likely to be a certain one, the error names it.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ImportError> {
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf_16(rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf_16(rest, u16::from_be_bytes)?),
        [0xEF, 0xBB, 0xBF, rest @ ..] => Cow::Borrowed(utf_8(rest)?),
        bytes => Cow::Borrowed(utf_8(bytes)?),
    };
    // Some files have two marks.
    Ok(match text.strip_prefix('\u{FEFF}') {
        Some(rest) => Cow::Owned(rest.to_owned()),
        None => text,
    })
}

fn utf_8(bytes: &[u8]) -> Result<&str, ImportError> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error,
    };
    // A truncated download may end in the middle of a character. The importer reports that the end is missing.
    match std::str::from_utf8(&bytes[..error.valid_up_to()]) {
        Ok(text) if error.error_len().is_none() && !text.is_empty() => Ok(text),
        _ => Err(Problem::Encoding { likely: declared(bytes).or_else(|| likely(bytes)) }.into()),
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ImportError> {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16(&units).map_err(|_| Problem::Encoding { likely: None }.into())
}

/// Returns the encoding that an XML declaration names, as its WHATWG label.
fn declared(bytes: &[u8]) -> Option<&'static str> {
    const LABELS: [&str; 10] = [
        "windows-1252",
        "windows-1250",
        "windows-1251",
        "iso-8859-2",
        "iso-8859-15",
        "euc-kr",
        "shift_jis",
        "euc-jp",
        "big5",
        "gbk",
    ];
    let declaration = bytes.strip_prefix(b"<?xml")?;
    let end = declaration.iter().take(200).position(|byte| *byte == b'>')?;
    let name = String::from_utf8_lossy(&declaration[..end]).to_lowercase();
    let name = name.split_once("encoding")?.1.trim_start_matches([' ', '=', '"', '\'']);
    let is = |label: &&str| name.strip_prefix(*label).is_some_and(|rest| rest.starts_with(['"', '\'']));
    // The web reads what is labelled Latin 1 as its superset.
    LABELS.into_iter().find(is).or(["iso-8859-1", "latin1"].iter().any(is).then_some(LABELS[0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_marks_are_removed_and_utf_16_is_read() {
        for bytes in [
            "제목".as_bytes(),
            "\u{FEFF}제목".as_bytes(),
            "\u{FEFF}\u{FEFF}제목".as_bytes(),
            b"\xFF\xFE\x1C\xC8\xA9\xBA",
            b"\xFE\xFF\xC8\x1C\xBA\xA9",
        ] {
            assert_eq!(text(bytes).unwrap(), "제목");
        }
    }

    #[test]
    fn encodings_of_countries_are_recognised_and_binary_data_is_not() {
        let likely = |bytes: &[u8]| text(bytes).unwrap_err().likely_encoding();
        assert_eq!(likely(b"\xC1\xA6\xB8\xF1,title"), Some("euc-kr"));
        // 日付,タイトル and 开幕,蜜蜂 and 開幕,時間,地點 and Начало,Название and Tytuł,Dzień,Wystąpienie.
        assert_eq!(likely(b"\x93\xFA\x95t,\x83^\x83C\x83g\x83\x8B"), Some("shift_jis"));
        // 日付,開会式,大会場
        assert_eq!(likely(b"\x93\xFA\x95t,\x8AJ\x89\xEF\x8E\xAE,\x91\xE5\x89\xEF\x8F\xEA"), Some("shift_jis"));
        assert_eq!(likely(b"\xBF\xAA\xC4\xBB,\xC3\xDB\xB7\xE4,\xD2\xE9\xCC\xE2,\xE5\xFB"), Some("gbk"));
        assert_eq!(likely(b"\xB6}\xB9\xF5,\xAE\xC9\xB6\xA1,\xA6a\xC2I"), Some("big5"));
        assert_eq!(likely(b"\xCD\xE0\xF7\xE0\xEB\xEE,\xCD\xE0\xE7\xE2\xE0\xED\xE8\xE5"), Some("windows-1251"));
        assert_eq!(likely(b"Tytu\xB3,Dzie\xF1,Wyst\xB9pienie,Pocz\xB9tek,\xBF\xF3\xB3w"), Some("windows-1250"));
        assert_eq!(likely(b"\x89PNG\r\n\x1a\n\0\0\0"), None);
        assert_eq!(likely(b"Caf\xE9, cr\xE8me"), Some("windows-1252"));
        assert_eq!(likely(b"<?xml version='1.0' encoding='ISO-8859-1'?><a>Caf\xE9, cr\xE8me</a>"), Some("windows-1252"));
        assert_eq!(likely(b"<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a>\x82\xa0</a>"), Some("shift_jis"));
    }

    #[test]
    fn an_incomplete_character_at_the_end_is_removed() {
        assert_eq!(text(&"제목".as_bytes()[..5]).unwrap(), "제");
        assert!(text(&"제".as_bytes()[..2]).is_err());
    }
}
