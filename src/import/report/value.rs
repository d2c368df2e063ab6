//! A value without what it says.

/// Longer texts of digits and signs are no times.
const MAX_TIME: usize = 30;

/// Returns kind and length of a text, and where its digits are if it has no letters: `text(12)`, `99:99`.
pub(super) fn described(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() {
        return "-".to_owned();
    }
    if is_like_time(text) { blanked(text) } else { format!("text({})", text.chars().count()) }
}

/// Whether a text consists of digits and signs; T and Z stand in times.
pub(super) fn is_like_time(text: &str) -> bool {
    let is_sign = |letter: char| letter.is_ascii_digit() || letter.is_ascii_punctuation() || " TZ년월일시분".contains(letter);
    text.len() <= MAX_TIME && text.contains(|letter: char| letter.is_ascii_digit()) && text.chars().all(is_sign)
}

/// Returns a text with every letter and digit replaced by another one.
pub(super) fn blanked(text: &str) -> String {
    let blank = |letter: char| match letter {
        'T' | 'Z' if is_like_time(text) => letter,
        '년' | '월' | '일' | '시' | '분' if is_like_time(text) => letter,
        letter if letter.is_numeric() => '9',
        letter if letter.is_alphabetic() => 'x',
        letter if letter.is_ascii() => letter,
        _ => '?',
    };
    text.chars().map(blank).collect()
}
