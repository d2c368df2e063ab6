//! Bytes as text that survives a link: a version, the bytes in base64url, and a checksum.
//!
//! A text from a link may be cut, mistyped or made by anyone, so nothing is unpacked before the checksum fits. A CRC finds every
//! change of one character for certain, which a hash does only nearly always.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Length of the checksum: 32 bits, the last two of them in the last character. So that is never one of the signs that other apps
/// leave out when they turn a text into a link.
const CHECKSUM: usize = 6;

/// The most characters of a text: four times what a link has room for.
const MAX_LENGTH: usize = 16_000;

/// Why a text from a link was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkError {
    /// It has none of our versions.
    Unknown,
    /// It is of a later version of the app.
    Later,
    /// It was cut or changed.
    Damaged,
    /// It is longer than any that we make, or its content is.
    TooLong,
}

/// Whether a character may be in such a text.
pub(super) fn is_of_text(byte: u8) -> bool {
    ALPHABET.contains(&byte)
}

/// Writes bytes under a version.
pub(super) fn write(version: char, bytes: &[u8]) -> String {
    let mut text = String::from(version);
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        text.extend((0..=chunk.len()).map(|at| digit(bits >> (18 - 6 * at))));
    }
    let checksum = checksum(&text);
    text + &checksum
}

/// Reads what [`write`](write()) wrote under this version.
pub(super) fn read(text: &str, version: char) -> Result<Vec<u8>, LinkError> {
    if text.len() > MAX_LENGTH {
        return Err(LinkError::TooLong);
    }
    if !text.starts_with(version) {
        let is_later = text.starts_with(|first: char| first.is_ascii_digit());
        return Err(if is_later { LinkError::Later } else { LinkError::Unknown });
    }
    let is_whole = text.len() > CHECKSUM && text.bytes().all(is_of_text);
    let (body, sum) =
        text.split_at_checked(text.len().saturating_sub(CHECKSUM)).filter(|_| is_whole).ok_or(LinkError::Damaged)?;
    if checksum(body) != sum {
        return Err(LinkError::Damaged);
    }
    let bytes = body.as_bytes()[version.len_utf8()..].chunks(4).map(|chunk| {
        let bits = chunk.iter().fold(0, |bits, digit| bits << 6 | value(*digit)) << (6 * (4 - chunk.len()));
        (1..chunk.len()).map(move |at| (bits >> (24 - 8 * at)) as u8)
    });
    Ok(bytes.flatten().collect())
}

fn checksum(text: &str) -> String {
    let crc = crc(text.as_bytes());
    (0..CHECKSUM).map(|at| digit(crc >> (6 * at))).collect()
}

/// The CRC-32 of zip and PNG.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

fn digit(bits: u32) -> char {
    char::from(ALPHABET[bits as usize & 63])
}

fn value(digit: u8) -> u32 {
    ALPHABET.iter().position(|letter| *letter == digit).unwrap_or_default() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_zip() {
        assert_eq!(crc(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn bytes_of_any_number_are_read_as_they_were_written() {
        for length in 0..50_u8 {
            let bytes: Vec<u8> = (0..length).map(|at| at.wrapping_mul(37)).collect();
            let text = write('1', &bytes);
            assert_eq!(read(&text, '1'), Ok(bytes), "{text}");
            assert!(text.ends_with(['A', 'B', 'C', 'D']), "{text}");
        }
    }

    #[test]
    fn what_was_cut_or_changed_anywhere_is_refused() {
        let text = write('1', "a program of a conference".as_bytes());
        for end in 0..text.len() {
            assert!(read(&text[..end], '1').is_err(), "cut at {end}");
        }
        for at in 0..text.len() {
            for other in (0..128).map(char::from).filter(|other| !text[at..].starts_with(*other)) {
                let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
                assert!(read(&changed, '1').is_err(), "{changed}");
            }
        }
    }

    #[test]
    fn other_versions_and_long_texts_are_told_apart() {
        for (text, error) in [
            ("2abc".to_owned(), LinkError::Later),
            ("hello".to_owned(), LinkError::Unknown),
            (String::new(), LinkError::Unknown),
            ("1".repeat(MAX_LENGTH + 1), LinkError::TooLong),
            ("1한글한글한글".to_owned(), LinkError::Damaged),
            ("1".to_owned(), LinkError::Damaged),
        ] {
            assert_eq!(read(&text, '1'), Err(error), "{}", text.chars().take(20).collect::<String>());
        }
    }
}
