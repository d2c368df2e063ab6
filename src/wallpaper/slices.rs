//! Slices: parts of fonts for scripts that the picture's own fonts lack, loaded when a plan needs them.
//!
//! The list that comes with them has a line for each: `ja-60 4e00-4e02 5b57`, its name and its characters.

use std::collections::BTreeSet;

/// The names of slices that together have as many of the characters as possible; those whose name begins with `preferred` are
/// asked first.
pub(super) fn needed<'l>(list: &'l str, lacking: &BTreeSet<char>, preferred: &str) -> Vec<&'l str> {
    let mut codes: BTreeSet<u32> = BTreeSet::new();
    codes.extend(lacking.iter().map(|char| u32::from(*char)));
    let mut found = Vec::new();
    for is_preferred in [true, false] {
        for line in list.lines().filter(|line| line.starts_with(preferred) == is_preferred) {
            let mut words = line.split(' ');
            let name = words.next().unwrap_or_default();
            let before = codes.len();
            for (first, last) in words.filter_map(range) {
                codes.retain(|point| !(first..=last).contains(point));
            }
            if codes.len() < before {
                found.push(name);
            }
        }
    }
    found
}

fn range(word: &str) -> Option<(u32, u32)> {
    let point = |digits: &str| u32::from_str_radix(digits, 16).ok();
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    point(first).zip(point(last))
}

/// How the names of slices begin that have Han characters as they are written where these texts are from. Koreans write them
/// as in Japan rather than as in China.
pub(super) fn preferred<'t>(mut texts: impl Iterator<Item = &'t str>) -> &'static str {
    let is_of_japan_or_korea = |char| matches!(char, 'ぁ'..='ヿ' | '가'..='힣');
    if texts.any(|text| text.contains(is_of_japan_or_korea)) { "ja-" } else { "zh-" }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "hebrew 5d0-5ea\nja-1 4e00-4e02 5b57\nja-2 65e5\nzh-1 4e00 4e01 7b80\n";

    fn check(text: &str, preferred: &str, expected: &[&str]) {
        assert_eq!(needed(LIST, &text.chars().collect(), preferred), expected, "{text}");
    }

    #[test]
    fn as_few_slices_as_needed_and_those_of_the_language_first() {
        check("", "ja-", &[]);
        check("字丁", "ja-", &["ja-1"]);
        check("字丁", "zh-", &["zh-1", "ja-1"]);
        check("简日", "ja-", &["ja-2", "zh-1"]);
        check("שלום ⚙", "zh-", &["hebrew"]);
    }

    #[test]
    fn a_nonsensical_list_is_no_slices() {
        assert!(needed("<html>\nx 9-1 zz -", &['一'].into(), "ja-").is_empty());
    }

    #[test]
    fn han_characters_follow_the_letters_beside_them() {
        for (texts, expected) in [(["漢字", "かな"], "ja-"), (["漢字", "한자"], "ja-"), (["汉字", "latin"], "zh-")] {
            assert_eq!(preferred(texts.into_iter()), expected);
        }
    }
}
