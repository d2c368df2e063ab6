//! Several people in one cell.

use super::super::limits::MAX_SPEAKERS;

/// Suffixes that belong to the name before the comma.
const SUFFIXES: [&str; 8] = ["jr", "sr", "ii", "iii", "phd", "md", "esq", "dr"];

/// Returns the names in a cell. A blank never separates two people; a comma, a slash and the like do, unless they are in
/// brackets.
///
/// If there are semicolons or line breaks, only these separate, as in "Kim, Daniel; Hong, Daniel".
pub(super) fn names(text: &str) -> Vec<String> {
    let strong = |letter: char| matches!(letter, ';' | '；' | '\n');
    let weak = |letter: char| matches!(letter, ',' | '，' | '、' | '/');
    let parts = if text.contains(strong) { split(text, strong) } else { split(text, weak) };
    let mut names: Vec<String> = Vec::new();
    for part in parts {
        match names.last_mut() {
            Some(name) if is_suffix(part) => *name = format!("{name}, {part}"),
            _ => names.push(part.to_owned()),
        }
    }
    names
}

/// Returns the trimmed parts that are not empty. Text in brackets is not split.
fn split(text: &str, separates: impl Fn(char) -> bool) -> Vec<&str> {
    let mut depth = 0_usize;
    let outside = |letter: char| {
        match letter {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && separates(letter)
    };
    text.split(outside).map(str::trim).filter(|part| !part.is_empty()).take(MAX_SPEAKERS).collect()
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
        check(" , ;", &[","]);
        check("unclosed (a, b", &["unclosed (a, b"]);
    }
}
