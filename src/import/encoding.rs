//! Decoding bytes: UTF-8, or UTF-16 if the file begins with its byte order mark.

use super::ImportError;
use crate::messages::import::Problem;
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

/// Returns the probable encoding. Korean Excel writes CSV in code page 949, whose characters beyond ASCII are pairs with a
/// high first byte. Other encodings are not guessed, nor is anything if there are bytes that occur in no text.
fn likely(bytes: &[u8]) -> Option<&'static str> {
    let mut hangul = 0;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match (byte, bytes.get(at + 1)) {
            (0, _) => return None,
            (..=0x7F, _) => at += 1,
            (0x81..=0xFE, Some(0x41..=0x5A | 0x61..=0x7A | 0x81..=0xFE)) => {
                hangul += usize::from((0xB0..=0xC8).contains(&byte));
                at += 2;
            }
            _ => return None,
        }
    }
    (hangul > 0).then_some("euc-kr")
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
    fn code_page_949_is_recognised_and_binary_data_is_not() {
        let likely = |bytes: &[u8]| text(bytes).unwrap_err().likely_encoding();
        assert_eq!(likely(b"\xC1\xA6\xB8\xF1,title"), Some("euc-kr"));
        assert_eq!(likely(b"\x89PNG\r\n\x1a\n\0\0\0"), None);
        assert_eq!(likely(b"Caf\xE9, cr\xE8me"), None);
        assert_eq!(likely(b"<?xml version='1.0' encoding='ISO-8859-1'?><a>Caf\xE9, cr\xE8me</a>"), Some("windows-1252"));
        assert_eq!(likely(b"<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a>\x82\xa0</a>"), Some("shift_jis"));
    }

    #[test]
    fn an_incomplete_character_at_the_end_is_removed() {
        assert_eq!(text(&"제목".as_bytes()[..5]).unwrap(), "제");
        assert!(text(&"제".as_bytes()[..2]).is_err());
    }
}
