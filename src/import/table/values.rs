//! What people write into a cell that has no value, and around a value that is to stand out.

/// Words for a missing value, in lower case without blanks.
const ABSENT: [&str; 40] = [
    "tba",
    "tbd",
    "tbc",
    "tbn",
    "n/a",
    "n.a.",
    "none",
    "null",
    "nil",
    "nan",
    "미정",
    "없음",
    "해당없음",
    "추후공지",
    "추후공개",
    "추후확정",
    "미확정",
    "예정",
    "섭외중",
    ".",
    "#n/a",
    "#ref!",
    "#value!",
    "#name?",
    "#div/0!",
    "#null!",
    "#num!",
    "n.n.",
    "folgt",
    "offen",
    "àconfirmer",
    "àdéfinir",
    "porconfirmar",
    "pordefinir",
    "adefinir",
    "aconfirmar",
    "dadefinire",
    "未定",
    "待定",
    "調整中",
];

/// Words for all rooms, in lower case without blanks.
const EVERYWHERE: [&str; 8] = ["전체", "전체장소", "모든장소", "모든강의실", "전관", "all", "allrooms", "everywhere"];

/// Words for the end of a day, in lower case without blanks.
const CLOSING: [&str; 17] = [
    "end",
    "theend",
    "endofday",
    "close",
    "ende",
    "feierabend",
    "fin",
    "findujour",
    "fim",
    "fine",
    "einde",
    "koniec",
    "konec",
    "종료",
    "끝",
    "終了",
    "結束",
];

/// Whether the text only says that the day is over: End, Fin, 종료.
pub(super) fn is_closing(text: &str) -> bool {
    CLOSING.contains(&without_blanks(text).trim_matches(['.', '!', '-', '(', ')']))
}

/// Whether the text stands for a missing value: `-`, `TBA`, 미정.
pub(super) fn is_absent(text: &str) -> bool {
    let word = without_blanks(text);
    word.chars().all(is_dash) || ABSENT.contains(&word.trim_matches(['(', ')', '[', ']']))
}

/// Whether the text stands for all rooms.
pub(super) fn is_everywhere(text: &str) -> bool {
    EVERYWHERE.contains(&without_blanks(text).as_str())
}

/// Returns a title without the stars, dashes and the like on both sides of it: `** LUNCH **`.
pub(super) fn undecorated(title: &str) -> &str {
    let title = title.trim();
    let is_ornament = |letter: char| matches!(letter, '*' | '=' | '★' | '☆' | '■' | '◆' | '●' | '─') || is_dash(letter);
    if !(title.starts_with(is_ornament) && title.ends_with(is_ornament)) {
        return title;
    }
    let inner = title.trim_matches(|letter: char| is_ornament(letter) || letter.is_whitespace());
    if inner.is_empty() { title } else { inner }
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '‐' | '‑' | '–' | '—' | '―' | 'ー' | '－')
}

fn without_blanks(text: &str) -> String {
    text.chars().take(40).filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_values_are_recognised() {
        for text in
            ["-", "--", "—", "TBA", "tbd", "N/A", "미정", " 추후 공지 ", "(미정)", "없음", "#N/A", "#REF!", "À confirmer", "未定"]
        {
            assert!(is_absent(text), "{text}");
        }
        for text in ["TBA Kim", "미정은", "-1", "A-B", "Nana"] {
            assert!(!is_absent(text), "{text}");
        }
        assert!(is_everywhere("전체") && is_everywhere("All rooms") && !is_everywhere("전체 회의실 2"));
    }

    #[test]
    fn ornaments_around_a_title_are_removed() {
        for (title, expected) in [
            ("** LUNCH **", "LUNCH"),
            ("*BREAK*", "BREAK"),
            ("--- 점심 ---", "점심"),
            ("★ 경품 ★", "경품"),
            ("*args and **kwargs", "*args and **kwargs"),
            ("~~struck~~", "~~struck~~"),
            ("**", "**"),
            ("C*", "C*"),
        ] {
            assert_eq!(undecorated(title), expected);
        }
    }
}
