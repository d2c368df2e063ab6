//! Several people in one cell.

use super::super::limits::MAX_SPEAKERS;

/// Suffixes that belong to the name before the comma.
const SUFFIXES: [&str; 8] = ["jr", "sr", "ii", "iii", "phd", "md", "esq", "dr"];

/// Returns the names in a cell. A blank never separates two people; a comma, a slash, `&`, `·`, 및 and the like do, unless they
/// are in brackets.
///
/// If there are semicolons or line breaks, only these separate, as in "Kim, Daniel; Hong, Daniel".
pub(super) fn names(text: &str) -> Vec<String> {
    let strong = |letter: char| matches!(letter, ';' | '；' | '\n');
    let parts = if text.contains(strong) { split(text, |letter, _, _| strong(letter)) } else { split(text, is_weak) };
    let mut names: Vec<String> = Vec::new();
    for part in parts {
        match names.last_mut() {
            Some(name) if is_suffix(part) => *name = format!("{name}, {part}"),
            _ => names.push(part.to_owned()),
        }
    }
    names
}

/// Whether a sign separates the names before and after it. "AT&T" and "Col·lectiu" are one word; between blanks or Hangul names
/// the same signs are an "and".
fn is_weak(letter: char, before: &str, after: &str) -> bool {
    let is_blank = before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace);
    let is_hangul = |letter: Option<char>| letter.is_some_and(|letter| ('가'..='힣').contains(&letter));
    match letter {
        ',' | '，' | '、' | '/' => true,
        '및' => is_blank,
        '&' | '＆' | '·' | 'ㆍ' => is_blank || is_hangul(before.chars().next_back()) && is_hangul(after.chars().next()),
        _ => false,
    }
}

/// Returns the trimmed parts that are not empty. Text in brackets is not split.
fn split(text: &str, separates: impl Fn(char, &str, &str) -> bool) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0_usize, 0, Vec::new());
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let after = at + letter.len_utf8();
        if depth == 0 && separates(letter, &text[..at], &text[after..]) {
            parts.push(&text[from..at]);
            from = after;
        }
    }
    parts.push(&text[from..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).take(MAX_SPEAKERS).collect()
}

fn is_suffix(part: &str) -> bool {
    let plain: String = part.chars().filter(|letter| *letter != '.').flat_map(char::to_lowercase).collect();
    SUFFIXES.contains(&plain.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_separated_and_names_are_not_split() {
        let check = |text: &str, expected: &[&str]| assert_eq!(names(text), expected, "{text}");
        check("Daniel Kim", &["Daniel Kim"]);
        check("강효준, 김무성", &["강효준", "김무성"]);
        check("강효준/김무성 、 이한", &["강효준", "김무성", "이한"]);
        check("Kim, Daniel; Hong, Daniel", &["Kim, Daniel", "Hong, Daniel"]);
        check("박승호 (하이퍼커넥트, 서울), 이한", &["박승호 (하이퍼커넥트, 서울)", "이한"]);
        check("Nicole I. Tibay, Ph.D., Sammy Davis, Jr.", &["Nicole I. Tibay, Ph.D.", "Sammy Davis, Jr."]);
        check("강효준 & 김무성", &["강효준", "김무성"]);
        check("강효준·김무성 및 이한", &["강효준", "김무성", "이한"]);
        check("강효준&김무성ㆍ이한", &["강효준", "김무성", "이한"]);
        check("Ana & Ben", &["Ana", "Ben"]);
        check("Ana (AT&T), Col·lectiu, R&D팀 이한", &["Ana (AT&T)", "Col·lectiu", "R&D팀 이한"]);
        check("김하나 외 2명", &["김하나 외 2명"]);
        check(" , ;", &[","]);
        check("unclosed (a, b", &["unclosed (a, b"]);
    }
}
