//! Korean particles, which depend on whether the word before them ends in a consonant.

/// The final sound of a word when it is read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Vowel,
    /// ㄹ, which 으로 treats as a vowel.
    Rieul,
    Consonant,
    /// The word has nothing that is read aloud, or its reading is unknown.
    Unknown,
}

/// Returns 은 or 는, or `은(는)` if the reading is unknown.
pub(super) fn topic(word: &str) -> &'static str {
    choose(word, "은", "는", "은(는)")
}

/// Returns 이 or 가, or `이(가)` if the reading is unknown.
pub(super) fn subject(word: &str) -> &'static str {
    choose(word, "이", "가", "이(가)")
}

/// Returns 과 or 와, or `와(과)` if the reading is unknown.
pub(super) fn with(word: &str) -> &'static str {
    choose(word, "과", "와", "와(과)")
}

/// Returns 을 or 를, or `을(를)` if the reading is unknown.
pub(super) fn object(word: &str) -> &'static str {
    choose(word, "을", "를", "을(를)")
}

/// Returns 으로 or 로, or `(으)로` if the reading is unknown.
pub(super) fn instrumental(word: &str) -> &'static str {
    match ending(word) {
        Ending::Consonant => "으로",
        Ending::Vowel | Ending::Rieul => "로",
        Ending::Unknown => "(으)로",
    }
}

fn choose(word: &str, consonant: &'static str, vowel: &'static str, unknown: &'static str) -> &'static str {
    match ending(word) {
        Ending::Consonant | Ending::Rieul => consonant,
        Ending::Vowel => vowel,
        Ending::Unknown => unknown,
    }
}

fn ending(word: &str) -> Ending {
    let mut letters = word.chars().rev().skip_while(|letter| !letter.is_alphanumeric());
    let Some(last) = letters.next() else { return Ending::Unknown };
    let before = letters.next().map(|letter| letter.to_ascii_lowercase());
    match last {
        '가'..='힣' => match (last as u32 - '가' as u32) % 28 {
            0 => Ending::Vowel,
            8 => Ending::Rieul,
            _ => Ending::Consonant,
        },
        // 일 칠 팔, and 영 삼 육; 이 사 오 구.
        '1' | '7' | '8' => Ending::Rieul,
        '0' | '3' | '6' => Ending::Consonant,
        '2' | '4' | '5' | '9' => Ending::Vowel,
        // Latin letters by the pronunciation of most words and abbreviations that end in them: -l 엘, -m 엠, -n 엔, -ng 잉,
        // -ic 익, -ck 크 with a final, and a silent e: Pipeline 라인, Runtime 타임, File 파일.
        'l' | 'L' => Ending::Rieul,
        'e' if before == Some('l') => Ending::Rieul,
        'm' | 'M' | 'n' | 'N' => Ending::Consonant,
        'g' | 'G' if before == Some('n') => Ending::Consonant,
        'e' if matches!(before, Some('m' | 'n')) => Ending::Consonant,
        'c' if before == Some('i') => Ending::Consonant,
        'k' if before == Some('c') => Ending::Consonant,
        'a'..='z' | 'A'..='Z' => Ending::Vowel,
        _ => Ending::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_follow_the_final_sound() {
        let check = |word: &str, expected: [&str; 5]| {
            assert_eq!([topic(word), subject(word), object(word), instrumental(word), with(word)], expected, "{word}");
        };
        let (consonant, vowel) = (["은", "이", "을", "으로", "과"], ["는", "가", "를", "로", "와"]);
        for word in [
            "장소 이름",
            "room 103",
            "10",
            "Python",
            "Spring",
            "\"트랙\"",
            "방(본관)",
            "Deep Dive into Coroutine",
            "Runtime",
            "Web Traffic",
            "Full Stack",
            "파이썬 3",
        ] {
            check(word, consonant);
        }
        for word in ["날짜", "A-2", "Rust", "room 104", "파이콘 한국!?", "Django", "CPU", "Docker", "Service", "IDE", "ABC"]
        {
            let expected = if word.starts_with("파이콘") { consonant } else { vowel };
            check(word, expected);
        }
        for word in ["교실", "room 101", "URL", "8", "Google", "Module"] {
            check(word, ["은", "이", "을", "로", "과"]);
        }
        for word in ["", "…", "日程"] {
            check(word, ["은(는)", "이(가)", "을(를)", "(으)로", "와(과)"]);
        }
    }
}
