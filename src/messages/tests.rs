//! Words that the texts avoid, and dates and particles as the texts have them.

use super::Language;
use crate::program::Date;
use std::collections::BTreeSet;

/// Lists the files of texts of a language: its own file, and those of its folder.
macro_rules! texts {
    ($language:literal: $($part:ident)*) => {
        (
            include_str!(concat!($language, ".rs")),
            &[$((stringify!($part), include_str!(concat!($language, "/", stringify!($part), ".rs")))),*],
        )
    };
}

type Texts = (&'static str, &'static [(&'static str, &'static str)]);

const KOREAN: Texts = texts!("ko": command_line desk directory embed extension file find hide import inspect library mirror now picture plan_page publish safety sharing site static_page structure studio);
const ENGLISH: Texts = texts!("en": command_line desk directory embed extension file find hide import inspect library mirror now picture plan_page publish safety sharing site static_page structure studio);

/// What texts do not say, and what they say instead. An English word is looked for as a whole word.
const KOREAN_AVOIDED: &[(&str, &str)] = &[
    ("단추", "버튼"),
    ("그림", "이미지"),
    ("휴대전화", "휴대폰"),
    ("iPhone", "아이폰"),
    ("누리집", "웹사이트"),
    ("신호", "인터넷 없이, 오프라인"),
    ("인터넷에 연결된 곳", "인터넷에 연결한 뒤"),
    ("그만두기", "취소"),
    ("지우기", "삭제, 빼기"),
    ("버리기", "삭제, 추가 안 함"),
    ("사본", "백업"),
    ("글 복사", "텍스트 복사"),
    ("글로 보기", "텍스트로 보기"),
    ("메신저", "다른 앱"),
    ("화면 밝기", "화면 테마"),
    ("모든 날", "전체"),
    ("알아 둘 점", "참고 사항"),
    ("고치기", "수정"),
    ("내 일정", "개인 일정"),
    ("얼마나", "우선순위"),
    ("할게요", "합니다"),
    ("갈게요", "합니다"),
    ("시크릿", "비공개 창"),
    ("프로그램 열기", "다른 행사 추가"),
    ("명령줄", "앱에서도 할 수 있는 것"),
];
const ENGLISH_AVOIDED: &[(&str, &str)] = &[
    ("anew", "again"),
    ("fetch", "download, load"),
    ("fetched", "downloaded, loaded"),
    ("fetching", "downloading, loading"),
    ("all the same", "anyway"),
    ("at the same time", "together, also at this time"),
    ("if need be", "leave it out"),
    ("by what it is called", "by its name"),
    ("for as long as", "until"),
    ("signal", "offline, online"),
    ("picture", "wallpaper, image"),
    ("pictures", "wallpapers, images"),
    ("painter", "leave it out"),
    ("on trial", "previewing"),
    ("untouched", "unchanged, safe"),
    ("as it was", "unchanged"),
    ("as they were", "unchanged"),
    ("where there is a connection", "go online"),
    ("stands twice", "appears twice"),
    ("hardly", "almost no"),
    ("mend", "correct"),
    ("of no use", "ignored"),
    ("discard", "don’t add, remove"),
    ("command line", "what people can do in the app, too"),
];

/// Files of texts that say an avoided word in its plain meaning.
const EXCEPTIONS: &[(&str, &str)] = &[
    // What only the command line says.
    ("command_line", "명령줄"),
    ("command_line", "command line"),
    ("publish", "명령줄"),
    ("publish", "command line"),
    // Of sessions that overlap.
    ("command_line", "at the same time"),
    // A sound that says that it is time to go, and not that of a network.
    ("now", "신호"),
    ("now", "signal"),
];

/// Returns the texts in Rust code: what stands between quotation marks, except in comments.
fn quoted(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.map(|line| line.replace("\\\"", "”")).collect::<Vec<_>>().join("\n");
    code.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Returns a text without the names of its values.
fn without_values(text: &str) -> String {
    text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect::<Vec<_>>().join("{}")
}

/// Whether the text has these words, not as a part of others.
fn has_words(text: &str, words: &str) -> bool {
    let text = text.to_lowercase();
    let is_alone = |at: usize| {
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    text.match_indices(words).any(|(at, _)| is_alone(at))
}

fn check(name: &str, (own, parts): Texts, is_avoided: impl Fn(&str) -> Option<(&'static str, &'static str)>) {
    // Every module of the language is here.
    let modules: BTreeSet<&str> = own.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';')).collect();
    assert_eq!(modules, parts.iter().map(|(part, _)| *part).collect(), "the list of {name} in this test");
    for (part, code) in [("", own)].iter().chain(parts) {
        let texts = quoted(code);
        assert!(!texts.is_empty(), "{name}/{part} has texts");
        for text in texts.iter().map(|text| without_values(text)) {
            if let Some((word, instead)) = is_avoided(&text).filter(|(word, _)| !EXCEPTIONS.contains(&(part, word))) {
                panic!("{name}/{part}: “{text}” says “{word}”; say: {instead}");
            }
        }
    }
}

#[test]
fn no_text_says_what_another_word_is_used_for() {
    check("ko", KOREAN, |text| KOREAN_AVOIDED.iter().find(|(word, _)| text.contains(word)).copied());
    check("en", ENGLISH, |text| ENGLISH_AVOIDED.iter().find(|(words, _)| has_words(text, words)).copied());
}

#[test]
fn what_the_app_says_of_files_names_no_options_of_the_command_line() {
    for (own, parts) in [KOREAN, ENGLISH] {
        let told = parts.iter().filter(|(part, _)| ["import", "structure", "file"].contains(part)).map(|(_, code)| *code);
        for text in std::iter::once(own).chain(told).flat_map(quoted) {
            assert!(!text.contains("--"), "“{text}”: options belong to the messages of the command line");
        }
    }
}

#[test]
fn no_korean_particle_follows_a_variable_without_the_rule() {
    // A particle directly after a value, with or without the mark that ends a quotation.
    let fixed = ["은", "는", "이", "가", "을", "를", "과", "와", "으로", "로"];
    for text in [KOREAN.0].iter().chain(KOREAN.1.iter().map(|(_, code)| code)).flat_map(|code| quoted(code)) {
        for (at, _) in text.match_indices('}') {
            let after = text[at + 1..].trim_start_matches(['”', '"', '`', '’', ')']);
            let word: String = after.chars().take_while(|letter| letter.is_alphabetic()).collect();
            assert!(!fixed.contains(&word.as_str()), "“{text}”: use a function of `particle`");
        }
    }
}

#[test]
fn particles_of_texts_follow_the_pronunciation() {
    let (korean, plan) = (Language::Korean.messages(), Language::Korean.plan_messages());
    assert!((plan.new_overlap)("Docker", "A", 25).contains("”와 “"));
    assert!((plan.new_overlap)("Deep Dive into Coroutine", "A", 25).contains("”과 “"));
    assert!((korean.taken_out)("Rust").ends_with("”를 뺐습니다"));
    assert!((plan.going)("PyPI까지").ends_with("”를 듣습니다. 나머지는 후보로 두었습니다."));
    assert!((plan.settled)("파이썬 3").ends_with("”으로 연결했습니다"));
}

#[test]
fn a_date_away_from_its_program_has_the_year() {
    let [first, last, next_year] = ["2018-08-18", "2018-08-19", "2019-01-01"].map(|date| Date::parse(date).unwrap());
    let korean = (Language::Korean.messages(), Language::Korean.library_messages());
    let english = (Language::English.messages(), Language::English.library_messages());
    assert_eq!((korean.0.date)(first), "8월 18일 (토)");
    assert_eq!((korean.0.date_with_year)(first), "2018년 8월 18일 (토)");
    assert_eq!((english.0.date_with_year)(first), "Sat 18 Aug 2018");
    assert_eq!((korean.1.dates)(first, first), "2018년 8월 18일 (토)");
    assert_eq!((korean.1.dates)(first, last), "2018년 8월 18일 (토) – 8월 19일 (일)");
    assert_eq!((english.1.dates)(first, last), "Sat 18 Aug – Sun 19 Aug 2018");
    assert_eq!((english.1.dates)(last, next_year), "Sun 19 Aug 2018 – Tue 1 Jan 2019");
}
