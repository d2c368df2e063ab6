//! How similar two words are, to tell people what they may have meant.

use super::title;

/// Words that are longer are not compared, since that takes quadratic time.
const MAX_LETTERS: usize = 64;

/// Returns the letters and digits of a word in lower case, Hangul syllables as the letters that they are typed with.
pub fn letters(word: &str) -> Vec<char> {
    title::normal(word).chars().flat_map(|letter| typed(letter).into_iter().flatten()).collect()
}

/// Returns the letters of a Hangul syllable, or the letter itself.
fn typed(letter: char) -> [Option<char>; 3] {
    let Some(index) = u32::from(letter).checked_sub(0xAC00).filter(|index| *index < 11_172) else {
        return [Some(letter), None, None];
    };
    let (first, vowel, last) = (index / 588, index % 588 / 28, index % 28);
    [char::from_u32(0x1100 + first), char::from_u32(0x1161 + vowel), (last > 0).then(|| char::from_u32(0x11A7 + last)).flatten()]
}

/// Returns the known word that was probably meant by a misspelt one, if there is one.
pub fn meant<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = letters(word);
    let near = known.into_iter().filter_map(|known| Some((slips(&word, &letters(known))?, known)));
    near.min_by_key(|(slips, _)| *slips).map(|(_, known)| known)
}

/// Returns up to three known words that may have been meant: those of which it is a misspelling, the nearest first, then those that
/// begin with it.
pub fn candidates<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let word = letters(word);
    let rank = |known: &str| {
        let known = letters(known);
        let begins = !word.is_empty() && known.starts_with(&word);
        slips(&word, &known).or(begins.then_some(usize::MAX))
    };
    let mut near: Vec<(usize, &str)> = known.into_iter().filter_map(|known| Some((rank(known)?, known))).collect();
    near.sort_by_key(|(rank, _)| *rank);
    near.into_iter().take(3).map(|(_, known)| known).collect()
}

/// Returns by how much a word differs from a known one, if it is so little that it may be a slip. Short words differ by chance.
fn slips(word: &[char], known: &[char]) -> Option<usize> {
    let limit = match word.len() {
        4..8 => 1,
        8..=MAX_LETTERS => 2,
        _ => return None,
    };
    let may_be_near = word.len().abs_diff(known.len()) <= limit;
    may_be_near.then(|| distance(word, known)).filter(|distance| *distance <= limit)
}

/// Returns how many letters must be added, removed, replaced or swapped with the next one.
pub fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut next = vec![at + 1];
        for (column, candidate) in other.iter().enumerate() {
            let replaced = row[column] + usize::from(letter != candidate);
            let mut least = replaced.min(row[column + 1] + 1).min(next[column] + 1);
            if at > 0 && column > 0 && *letter == other[column - 1] && one[at - 1] == *candidate {
                least = least.min(before[column - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_mistakes_are_counted() {
        let check = |one: &str, other: &str, expected: usize| {
            assert_eq!(distance(&letters(one), &letters(other)), expected, "{one} {other}");
        };
        check("title", "title", 0);
        check("titel", "title", 1);
        check("Speeker", "speaker", 1);
        check("발효자", "발표자", 1);
        check("제먹", "제목", 1);
        check("행사", "강사", 2);
        check("", "abc", 3);
    }

    #[test]
    fn a_few_near_words_are_candidates_and_then_those_that_begin_so() {
        let check = |word: &str, known: &[&str], expected: &[&str]| {
            assert_eq!(candidates(word, known.iter().copied()), expected, "{word}");
        };
        check("talk-1", &["talk-20", "talk-12", "talk-2", "talk-10"], &["talk-12", "talk-2", "talk-10"]);
        check("iPhone 51", &["iPhone 14", "iphone 15", "Pixel 9"], &["iphone 15", "iPhone 14"]);
        check("ios-widgets", &["ios", "ios-widgets-top", "android"], &["ios-widgets-top"]);
        check("", &["", "a"], &[]);
    }

    #[test]
    fn only_a_near_word_is_meant() {
        let known = || ["title", "speakers", "date", "제목", "발표자"].into_iter();
        assert_eq!((meant("titel", known()), meant("speakres", known())), (Some("title"), Some("speakers")));
        assert_eq!((meant("speaker", known()), meant("제 먹", known())), (Some("speakers"), Some("제목")));
        for word in ["", "day", "mood", "행사", "tilt", &"x".repeat(10_000)] {
            assert_eq!(meant(word, known()), None, "{word}");
        }
    }
}
