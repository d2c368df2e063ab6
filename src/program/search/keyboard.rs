//! The keyboard left in the wrong language: what the same keys type in Korean or in English.
//!
//! The Korean layout is Dubeolsik, of two sets (KS X 5002): consonants on the left, vowels on the right.

use super::fold::{Jamo, compose, fold, jamo};

/// The keys of the nineteen initial consonants in Unicode order. Capital letters are typed with Shift.
const CONSONANTS: &[u8; 19] = b"rRseEfaqQtTdwWczxvg";
/// The keys of ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ.
const VOWELS: &[u8; 14] = b"koiOjpuPhynbml";

/// Returns what the keys of a Latin word type in Korean: vkdlTjs is 파이썬. `None` if not all of it is syllables.
pub(super) fn in_korean(typed: &str) -> Option<String> {
    let keys: Option<Vec<Jamo>> = typed.chars().map(korean_key).collect();
    let keys = keys.filter(|keys| !keys.is_empty())?;
    // The syllables begin at the consonants that a vowel follows.
    let is_lead = |at: usize| matches!(keys[at], Jamo::Consonant(_)) && matches!(keys.get(at + 1), Some(Jamo::Vowel(_)));
    let starts: Vec<usize> = (0..keys.len()).filter(|at| is_lead(*at)).collect();
    if starts.first() != Some(&0) {
        return None;
    }
    let ends = starts.iter().skip(1).copied().chain([keys.len()]);
    starts.iter().zip(ends).map(|(start, end)| compose(&keys[*start..end])).collect()
}

/// Returns what the keys of a Korean word type in English: ㅔㅛ쇄ㅜ is python. `None` if it is not all Hangul.
pub(super) fn in_english(typed: &str) -> Option<String> {
    let mut folded = Vec::new();
    fold(typed, &mut folded);
    let key = |unit: u8| match jamo(unit)? {
        Jamo::Consonant(number) => Some(char::from(CONSONANTS[usize::from(number)])),
        Jamo::Vowel(number) => Some(char::from(VOWELS[usize::from(number)])),
    };
    let keys: Option<String> = folded.into_iter().map(key).collect();
    Some(keys?.to_ascii_lowercase()).filter(|keys| !keys.is_empty())
}

/// Returns the letter on a key. Where Shift changes nothing, a capital letter is the small one.
fn korean_key(key: char) -> Option<Jamo> {
    let key = u8::try_from(key).ok()?;
    let find = |key: u8| {
        let consonant = CONSONANTS.iter().position(|letter| *letter == key).map(|number| Jamo::Consonant(number as u8));
        consonant.or_else(|| VOWELS.iter().position(|letter| *letter == key).map(|number| Jamo::Vowel(number as u8)))
    };
    find(key).or_else(|| find(key.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_keys_in_the_other_language() {
        for (english, korean) in [
            ("vkdlTjs", "파이썬"),
            ("VkdlTJs", "파이썬"),
            ("wkdrh", "장고"),
            ("dhlqk", "외바"),
            ("ekfrrhk", "닭과"),
            ("dPdml", "예의"),
            ("Qkfflf", "빨릴"),
        ] {
            assert_eq!(in_korean(english).as_deref(), Some(korean), "{english}");
            assert_eq!(in_english(korean), Some(english.to_lowercase()), "{korean}");
        }
        assert_eq!(in_english("ㅔㅛ쇄ㅜ").as_deref(), Some("python"));
        assert_eq!(in_english("ㅓㅁㅍㅁㄴㅊ갸ㅔㅅ").as_deref(), Some("javascript"));
        for typed in ["rust", "token", "dream", "vkdl1", "가", "", "k", "wkdㄱ"] {
            assert_eq!(in_korean(typed), None, "{typed}");
        }
        for typed in ["rust", "파2", ""] {
            assert_eq!(in_english(typed), None, "{typed}");
        }
    }
}
