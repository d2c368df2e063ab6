//! Titles that say that a session is cancelled.
//!
//! Most formats have no field for it, so organisers write it into the title: "CANCELLED Foo", "\[CANCELLED\] Foo",
//! "Cancelled: Foo", "Foo (ODWOŁANE)". A talk on "Cancelling POSIX syscalls" is not cancelled, so a mark counts only if it is
//! in brackets or capitals, or followed or preceded by a colon or a dash.

/// The marks in lower case.
const MARKS: &[&str] = &[
    "cancelled",
    "canceled",
    "cancellation",
    "talk cancelled",
    "talk canceled",
    "session cancelled",
    "session canceled",
    "workshop cancelled",
    "workshop canceled",
    "event cancelled",
    "event canceled",
    "odwołane",
    "odwołany",
    "odwołana",
    "abgesagt",
    "entfällt",
    "fällt aus",
    "annulé",
    "annulée",
    "cancelado",
    "cancelada",
    "annullato",
    "geannuleerd",
    "peruttu",
    "inställt",
    "zrušeno",
    "отменено",
    "취소",
    "취소됨",
    "취소되었습니다",
    "행사취소",
    "中止",
    "取消",
    "已取消",
    "キャンセル",
];

/// Returns the title without its mark of a cancelled session, or `None` if it has no mark.
pub fn without_mark(title: &str) -> Option<&str> {
    if is_mark(title) {
        return Some("");
    }
    bracketed(title).or_else(|| at_the_beginning(title)).or_else(|| at_the_end(title))
}

fn bracketed(title: &str) -> Option<&str> {
    const BRACKETS: [(char, char); 6] = [('[', ']'), ('(', ')'), ('{', '}'), ('【', '】'), ('（', '）'), ('<', '>')];
    BRACKETS.iter().find_map(|&(open, close)| {
        let front = title.strip_prefix(open).and_then(|rest| rest.split_once(close));
        let back = title.strip_suffix(close).and_then(|rest| rest.rsplit_once(open)).map(|(rest, mark)| (mark, rest));
        let (_, rest) = front.into_iter().chain(back).find(|(mark, _)| is_mark(mark))?;
        Some(trim(rest))
    })
}

/// `CANCELLED Foo`, `Cancelled: Foo`, `CANCELED!!!!!! Foo`.
fn at_the_beginning(title: &str) -> Option<&str> {
    MARKS.iter().find_map(|mark| {
        let (word, rest) = split_lower(title, mark)?;
        let set_apart =
            rest.trim_start().starts_with([':', '!', '–', '—', '/', '：', '|']) || rest.trim_start().starts_with("- ");
        let shouted = word == word.to_uppercase() && word != word.to_lowercase() && rest.starts_with([' ', '!', '*']);
        (set_apart || shouted).then(|| trim(rest))
    })
}

/// `Foo - CANCELLED`, `Foo CANCELLED`.
fn at_the_end(title: &str) -> Option<&str> {
    let (rest, word) = title.trim_end_matches(['!', '*', ' ']).rsplit_once(' ')?;
    let set_apart = rest.trim_end().ends_with(['-', '–', '—', ':', '|', '/']);
    let shouted = word == word.to_uppercase() && word != word.to_lowercase();
    (is_mark(word) && (set_apart || shouted)).then(|| trim(rest))
}

/// Whether the text is nothing but a mark.
pub fn is_mark(text: &str) -> bool {
    let text = trim(text).to_lowercase();
    MARKS.contains(&text.as_str())
}

/// Removes the brackets, dashes and blanks around a mark.
fn trim(text: &str) -> &str {
    text.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, ':' | '!' | '–' | '—' | '-' | '/' | '*' | '|' | '：')
    })
}

/// Returns the text before and after its first bytes if these are `mark` in any case.
fn split_lower<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let end = text.char_indices().nth(mark.chars().count()).map_or(text.len(), |(at, _)| at);
    let (word, rest) = text.split_at(end);
    (word.to_lowercase() == mark).then_some((word, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_cancelled_sessions_are_removed() {
        for text in [
            "CANCELLED Foo",
            "[CANCELLED] Foo",
            "CANCELED!!!!!! Foo",
            "Cancelled: Foo",
            "cancelled - Foo",
            "CANCELLED - Foo",
            "Foo (ODWOŁANE)",
            "Foo [cancelled]",
            "Foo - Cancelled",
            "Foo CANCELLED",
            "[취소] Foo",
            "【中止】Foo",
            "(Talk cancelled) Foo",
            "**CANCELLED** Foo",
        ] {
            assert_eq!(without_mark(text.trim_start_matches('*')), Some("Foo"), "{text}");
        }
        assert_eq!((without_mark("Talk Cancelled"), without_mark("CANCELLED!")), (Some(""), Some("")));
    }

    #[test]
    fn a_talk_about_cancelling_is_not_cancelled() {
        for text in [
            "Cancelling POSIX syscalls in Managarm",
            "Cancelled futures in Rust",
            "How I was cancelled",
            "Cancellation in Kotlin",
            "Cancel culture",
            "AMENDMENT Foo",
            "취소와 환불의 기술",
            "CANCELLEDFoo",
            "Why (not) cancelled",
            "",
        ] {
            assert_eq!(without_mark(text), None, "{text}");
        }
    }
}
