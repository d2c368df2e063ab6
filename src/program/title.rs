//! Comparing titles and names in spite of other typography or small changes.

use super::cancelled;

/// Returns the letters and digits of a title or a name in lower case, which stay the same when its typography is corrected.
pub fn normal(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Notes before a title that are about the slot and not about the talk, in lower case.
const NOTES: &[&str] = &[
    "amendment",
    "updated",
    "update",
    "new time",
    "new room",
    "moved",
    "rescheduled",
    "new",
    "변경",
    "시간 변경",
    "장소 변경",
    "추가",
    "변경됨",
    "신규",
];

/// Returns the title without the notes that organisers put before it when something about the session changes: `CANCELLED: `,
/// `[취소]`, `AMENDMENT `.
pub fn without_notes(title: &str) -> &str {
    let title = cancelled::without_mark(title).filter(|rest| !rest.is_empty()).unwrap_or(title);
    let rest = bracketed_note(title).or_else(|| note_before(title)).map(|rest| rest.trim_start_matches([' ', ':', '-', '–']));
    rest.filter(|rest| !rest.is_empty()).unwrap_or(title)
}

fn bracketed_note(title: &str) -> Option<&str> {
    let (note, rest) = title.strip_prefix(['[', '('])?.split_once([']', ')'])?;
    is_note(note).then_some(rest)
}

/// Returns the text after a note: `AMENDMENT Foo`, `Moved: Foo`, but not `New ways to Foo`.
fn note_before(title: &str) -> Option<&str> {
    let set_apart = title.split_once(':').filter(|(note, _)| is_note(note)).map(|(_, rest)| rest);
    let shouted = || {
        let (note, rest) = title.split_once(' ')?;
        (is_note(note) && note.len() > 3 && note.chars().all(char::is_uppercase)).then_some(rest)
    };
    set_apart.or_else(shouted)
}

fn is_note(text: &str) -> bool {
    NOTES.contains(&text.trim().to_lowercase().as_str())
}

/// Titles that many programs have, often several times, as returned by [`normal`]. Such a title does not identify a session.
const COMMON: &str = "afterparty break breakfast bof closing closingceremony closingkeynote closingremarks coffee coffeebreak \
    coffeetea dinner doorsopen exhibition expo happyhour hackathon informationdesk intermission keynote \
    lightningtalk lightningtalks lunch lunchbreak meetandgreet networking openspace opening openingceremony \
    openingkeynote openingremarks panel paneldiscussion party pause pauze postersession qa qanda questions \
    registration reception setup sponsorsession sponsortalk sprint sprints tba tbc tbd tobeannounced tobeconfirmed \
    tea teabreak welcome workshop kaffeepause mittagessen mittagspause pausecafé déjeuner 개회 개회식 등록 라이트닝토크 미정 쉬는시간 \
    오프닝 점심 점심시간 점심식사 접수 추후공지 키노트 클로징 패널토론 폐회 폐회식 환영사 휴식 휴식시간 休息 報到 午休 點心 交流 昼休み 休憩 午餐 茶歇";

/// Titles of slots that have no talk yet, as returned by [`normal`].
const PLACEHOLDERS: &str = "tba tbc tbd tobeannounced tobeconfirmed keynote openingkeynote closingkeynote panel paneldiscussion workshop \
    sponsorsession sponsortalk talk session 미정 추후공지 키노트 패널토론";

/// Whether a [`normal`] title is a placeholder. A number at the end is ignored.
pub fn is_placeholder(normal: &str) -> bool {
    is_listed(PLACEHOLDERS, normal)
}

/// Whether a [`normal`] title names a kind of session and not a particular one. A number at the end is ignored.
pub fn is_common(normal: &str) -> bool {
    is_listed(COMMON, normal)
}

fn is_listed(list: &str, normal: &str) -> bool {
    let title = normal.trim_end_matches(|letter: char| letter.is_ascii_digit());
    list.split(' ').any(|listed| listed == title)
}

/// A title, prepared for comparing it with many others.
#[derive(Debug, Clone)]
pub struct Shape {
    normal: String,
    /// Pairs of adjacent letters, sorted.
    pairs: Vec<(char, char)>,
    numbers: Vec<String>,
}

/// A title of at least this many letters with which another one begins counts as similar to it.
const LONG_BEGINNING: usize = 8;

impl Shape {
    /// Prepares a title.
    pub fn of(title: &str) -> Shape {
        let normal = normal(title);
        let mut pairs: Vec<(char, char)> = normal.chars().zip(normal.chars().skip(1)).collect();
        pairs.sort_unstable();
        Shape { pairs, numbers: numbers(title), normal }
    }

    /// Returns the similarity of two titles from 0 to 100: the Sørensen–Dice coefficient of their pairs of adjacent letters,
    /// and at least 75 if one is the other with a subtitle. It is 0 for titles with different numbers, which are different
    /// parts of a series, and at most 60 if only one has a number.
    pub fn likeness(&self, other: &Shape) -> usize {
        let most = if self.numbers == other.numbers {
            100
        } else if self.numbers.is_empty() || other.numbers.is_empty() {
            60
        } else {
            return 0;
        };
        let (one, other_one) = (&self.normal, &other.normal);
        let (short, long) = if one.len() < other_one.len() { (one, other_one) } else { (other_one, one) };
        let is_beginning = short.chars().count() >= LONG_BEGINNING && long.starts_with(short.as_str());
        let letters = (self.shared_pairs(other) * 200).checked_div(self.pairs.len() + other.pairs.len()).unwrap_or(0);
        letters.max(if is_beginning { 75 } else { 0 }).min(most)
    }

    fn shared_pairs(&self, other: &Shape) -> usize {
        let (mut at, mut shared) = (0, 0);
        for pair in &self.pairs {
            while other.pairs.get(at).is_some_and(|other| other < pair) {
                at += 1;
            }
            if other.pairs.get(at) == Some(pair) {
                at += 1;
                shared += 1;
            }
        }
        shared
    }
}

/// Returns Arabic numbers, and Roman ones up to twelve; I, which is also a word, only at the end.
fn numbers(text: &str) -> Vec<String> {
    const ROMAN: [&str; 11] = ["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let in_words = words.flat_map(|word| match ROMAN.iter().position(|roman| *roman == word) {
        Some(at) => vec![(at + 2).to_string()],
        None => word.split(|letter: char| !letter.is_numeric()).filter(|part| !part.is_empty()).map(str::to_owned).collect(),
    });
    let one = text.ends_with(" I").then(|| "1".to_owned());
    in_words.chain(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: &str, other: &str) -> usize {
        Shape::of(one).likeness(&Shape::of(other))
    }

    #[test]
    fn notes_before_a_title_are_removed() {
        for text in ["AMENDMENT Foo", "[취소] Foo", "CANCELLED: Foo", "Moved: Foo", "[시간 변경] Foo", "Foo", "(new) Foo"] {
            assert_eq!(without_notes(text), "Foo", "{text}");
        }
        for text in ["New ways to Foo", "Moved to tears", "CANCELLED", "NEW Foo", "[draft] Foo"] {
            assert_eq!(without_notes(text), text);
        }
    }

    #[test]
    fn similarity_of_titles_matches_human_judgement() {
        for (one, other) in [
            ("Rust in production", "Rust in Production!"),
            ("Typing Python", "Typing Pyhton"),
            ("파이썬으로 만드는 시간표", "파이썬으로 만드는 나의 시간표"),
            ("Building a compiler", "Building a compiler: what five years of pain have taught a small team"),
        ] {
            assert!(likeness(one, other) >= 60, "{one} / {other}: {}", likeness(one, other));
        }
        for (one, other) in [
            ("Lightning talks 1", "Lightning talks 2"),
            ("Typing Python, part II", "Typing Python, part III"),
            ("Typing Python, part I", "Typing Python, part II"),
            ("Rust in production", "Cooking for geeks"),
            ("", "a"),
        ] {
            assert!(likeness(one, other) < 30, "{one} / {other}: {}", likeness(one, other));
        }
    }

    #[test]
    fn common_titles_are_recognised_with_a_number_too() {
        assert!(["Coffee break", "점심", "Lightning Talks 2"].iter().all(|title| is_common(&normal(title))));
        assert!(!is_common(&normal("Break the web")) && !is_common(""));
        assert_eq!(normal("“Hello, World” —  한글"), "helloworld한글");
    }
}
