use super::*;
use crate::program::plain_text;
use crate::wire::program_file;

/// Returns a program of sessions written as `title | speaker | track | room | abstract`; later fields may be left out.
fn program(sessions: &[&str]) -> Program {
    let field = |line: &str, at: usize| line.split('|').nth(at).map(str::trim).unwrap_or_default().to_owned();
    let all = |at: usize, key: &str| {
        let ids = sessions.iter().map(|line| field(line, at)).collect::<std::collections::BTreeSet<_>>();
        let named = ids.iter().filter(|id| !id.is_empty()).map(|id| format!(r#"{{"id": "{id}", "name": "{id}"}}"#));
        format!(r#""{key}": [{}]"#, named.collect::<Vec<_>>().join(","))
    };
    let optional = |key: &str, value: String, quoted: &dyn Fn(&str) -> String| match value.as_str() {
        "" => String::new(),
        value => format!(r#", "{key}": {}"#, quoted(value)),
    };
    let session = |(at, line): (usize, &&str)| {
        let span =
            format!(r#""start": "2018-08-18T{:02}:{:02}:00+09:00", "end": "2018-08-18T23:59:00+09:00""#, at % 1380 / 60, at % 60);
        let title = field(line, 0);
        let text = |value: &str| format!("\"{value}\"");
        let list = |value: &str| format!("[\"{value}\"]");
        let about = |value: &str| format!(r#"[{{"p": [{{"t": "{value}"}}]}}]"#);
        format!(
            r#"{{"id": "{at}", "title": "{title}", "day": "2018-08-18", {span}{}{}{}{}}}"#,
            optional("speakers", field(line, 1), &list),
            optional("track", field(line, 2), &text),
            optional("rooms", field(line, 3), &list),
            optional("abstract", field(line, 4), &about),
        )
    };
    let head = r#""format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul""#;
    let listed: Vec<String> = sessions.iter().enumerate().map(session).collect();
    let text = format!(
        r#"{{{head}, "days": [{{"date": "2018-08-18"}}], {}, {}, "sessions": [{}]}}"#,
        all(3, "rooms"),
        all(2, "tracks"),
        listed.join(",")
    );
    program_file::read(&text).unwrap()
}

/// Returns the indices of the sessions that the query finds, best first.
fn find(typed: &str, sessions: &[&str]) -> Vec<usize> {
    let program = program(sessions);
    let mut index = Index::new(&program);
    while index.read_abstracts(&program, 1) {}
    index.find(&Query::new(typed)).iter().map(|hit| hit.session).collect()
}

fn finds(typed: &str, title: &str) -> bool {
    !find(typed, &[title]).is_empty()
}

#[test]
fn every_word_must_occur_somewhere_in_any_case_and_order() {
    let sessions = ["Sanic를 활용하여 | 이재면 | Web Service | 대강당 | Fast"];
    let program = program(&sessions);
    for found in ["", " ", "sanic", "활용", "이재면 SANIC", "대강당", "web fast"] {
        assert_eq!(find(found, &sessions), [0], "{found}");
        assert!(Query::new(found).matches(&program.sessions[0], &program), "{found}");
    }
    for missed in ["django", "sanic django"] {
        assert!(find(missed, &sessions).is_empty(), "{missed}");
        assert!(!Query::new(missed).matches(&program.sessions[0], &program), "{missed}");
    }
}

#[test]
fn case_accents_and_widths_do_not_matter() {
    for (typed, title) in [
        ("francois", "François Zürich"),
        ("ZURICH", "François Zürich"),
        ("zu\u{308}rich", "François Zürich"),
        ("zürich", "Zurich"),
        ("strasse", "Große Straße"),
        ("straße", "GROSSE STRASSE"),
        ("lodz", "Łódź"),
        ("istanbul", "İSTANBUL"),
        ("aether oeuvre", "Œuvre Æther"),
        ("smorrebrod", "Smørrebrød"),
        ("nguyen", "Nguyễn"),
        ("stefan", "Ștefan"),
        ("Αθηνα", "ΑΘΉΝΑ"),
        ("οδοσ", "Οδός"),
        ("елка", "Ёлка"),
        ("йогурт", "И\u{306}ОГУРТ"),
        ("rust", "Ｒｕｓｔ　２０２４"),
        ("ｒｕｓｔ", "Rust 2024"),
        ("2024", "Ｒｕｓｔ　２０２４"),
        ("shalom שלום", "שָׁלוֹם shalom"),
        ("l'ete", "L’été"),
        ("c++", "Modern C++"),
        ("cooperation", "co\u{AD}operation"),
        ("👩‍💻", "for 👩‍💻 only"),
        ("北京", "在北京"),
    ] {
        assert!(finds(typed, title), "{typed} in {title}");
    }
    for (typed, title) in [("zurich", "Zerich"), ("北京", "京北"), ("🎉", "🎊"), ("c++", "C + 1"), ("й", "j")] {
        assert!(!finds(typed, title), "{typed} in {title}");
    }
}

#[test]
fn hiragana_and_katakana_of_any_width_match_each_other() {
    for (typed, title) in [
        ("ぱいそん", "パイソン入門"),
        ("パイソン", "ぱいそん入門"),
        ("ﾊﾟｲｿﾝ", "パイソン入門"),
        ("ガイド", "ｶﾞｲﾄﾞ"),
        ("か\u{3099}いと\u{3099}", "ガイド"),
        ("づ", "ヅ"),
        ("ヴ", "ゔ"),
        ("さーばー", "サーバー"),
    ] {
        assert!(finds(typed, title), "{typed} in {title}");
    }
    for (typed, title) in [("ハイソン", "パイソン"), ("カイト", "ガイド"), ("バイソン", "パイソン")] {
        assert!(!finds(typed, title), "{typed} in {title}");
    }
}

#[test]
fn an_initial_consonant_matches_its_syllables() {
    for (typed, title) in [
        ("ㅍㅇㅆ", "파이썬으로"),
        ("ㅍ이ㅆ", "파이썬으로"),
        ("파ㅇ", "파이썬으로"),
        ("파이ㅆ", "파이썬으로"),
        ("ㅎㄱ", "한국"),
        ("ㄳ", "감사"),
        ("ㅇㄱㅂ", "웹 개발"),
        ("ㅋㅋ", "아 ㅋㅋ"),
        ("ㅆ", "파이썬"),
    ] {
        assert!(finds(typed, title), "{typed} in {title}");
    }
    for (typed, title) in [("ㅍㅆ", "파이썬"), ("ㄴ", "한국"), ("ㅎㄴ", "한국"), ("파ㅆ", "파이썬"), ("ㄱ", "Ga")]
    {
        assert!(!finds(typed, title), "{typed} in {title}");
    }
}

#[test]
fn a_word_is_found_after_every_keystroke() {
    for (keys, title) in [
        ("ㅍ 파 팡 파이 파있 파이써 파이썬", "파이썬"),
        ("ㄷ 데 뎅 데이 데잍 데이터", "데이터"),
        ("ㄱ 고 과 관 과나", "과나무"),
        ("ㄱ 고 괴 굄 괴무 괴뭐", "괴뭐"),
        ("다 달 닭 달가 달각 달가기", "달가기"),
        ("이 일 읽 읽ㄱ 읽기", "읽기"),
        ("ㅎ 히 히ㆍ", "히읗"),
        ("웹개 웹갭 웹개발", "웹 개발"),
    ] {
        for typed in keys.split(' ') {
            assert!(finds(typed, title), "{typed} in {title}");
        }
    }
    assert!(finds("파읻", "파이데이아"));
    assert!(finds("ㄱㄱ", "\u{1100}\u{1161}\u{1100}\u{1161}"), "decomposed Hangul");
    assert!(finds("각", "\u{1100}\u{1161}\u{11A8}"));
    for (typed, title) in [("파인", "파이썬"), ("팡썬", "파이썬"), ("써이", "파이썬"), ("가나", "간아")] {
        assert!(!finds(typed, title), "{typed} in {title}");
    }
}

#[test]
fn the_best_match_comes_first_and_ties_are_in_program_order() {
    let sessions = [
        "On types | Ann | Misc | Hall | all about rust",
        "Trusting | Ann",
        "Why Rust | Ann",
        "Break | Ann | Rust",
        "A talk | Rusty Ann",
        "“Rust” at work | Ann",
        "Rust again | Ann",
        "Go | Ann",
    ];
    assert_eq!(find("rust", &sessions), [5, 6, 2, 1, 4, 3, 0]);
    assert_eq!(find("ann rust", &sessions), [5, 6, 2, 1, 4, 3, 0]);
    assert_eq!(find("rust why", &sessions), [2]);
    assert_eq!(find("", &sessions), [0, 1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(find("trust rust", &["Trust, but Rust"]), [0]);
}

#[test]
fn abstracts_are_searched_after_they_are_read() {
    let program = program(&["a | | | | 파이썬 rust", "b"]);
    let mut index = Index::new(&program);
    assert!(index.find(&Query::new("rust")).is_empty());
    assert!(index.read_abstracts(&program, 1));
    assert!(!index.read_abstracts(&program, 1));
    assert_eq!(index.find(&Query::new("rust 파이")).len(), 1);
    assert!(index.find(&Query::new("ㅍㅇㅆ")).is_empty(), "initials alone would find too much there");
    assert!(!index.read_abstracts(&program, 1), "nothing is read twice");
    assert!(plain_text(&program.sessions[0].about).contains("rust"));
}

#[test]
fn words_are_found_anywhere_in_an_abstract() {
    for (typed, about) in [
        ("aab", "aaab"),
        ("abab", "abaabab!"),
        ("a", "bca"),
        ("abc", "abc"),
        ("파이썬", "나파이파이썬"),
        ("파읻", "이 파이데이"),
        ("파잇", "파이썬 파잇"),
        ("각각", "가각가각가"),
        ("tät", "die Realität"),
    ] {
        assert_eq!(find(typed, &[&format!("x | | | | {about}")]), [0], "{typed} in {about}");
    }
    for (typed, about) in [("aab", "aaa ab"), ("abc", "ab"), ("웹개발", "웹 개발"), ("ㄱ", "가"), ("ab", "")] {
        assert!(find(typed, &[&format!("x | | | | {about}"), "y"]).is_empty(), "{typed} in {about}");
    }
    let long = "파".repeat(300);
    assert!(finds(&long, &long) && !finds(&long, "파"));
    assert_eq!(find(&long, &[&format!("x | | | | 이{long}")]), [0]);
}

/// Returns the text with its marks in brackets.
fn marked(typed: &str, text: &str) -> String {
    let mut written = text.to_owned();
    for range in Query::new(typed).marks(text).into_iter().rev() {
        written.insert(range.end, ']');
        written.insert(range.start, '[');
    }
    written
}

#[test]
fn marks_are_ranges_of_the_original_text() {
    for (typed, text, expected) in [
        ("rust", "Trust in Rust", "T[rust] in [Rust]"),
        ("strasse", "Die Straße!", "Die [Straße]!"),
        ("ss", "Straße", "Stra[ß]e"),
        ("zurich", "Zu\u{308}rich-Zürich", "[Zu\u{308}rich]-[Zürich]"),
        ("ich", "Zuri\u{308}ch", "Zur[i\u{308}ch]"),
        ("이써", "파이썬으로", "파[이썬]으로"),
        ("파읻", "파이데이", "[파이데]이"),
        ("ㅍㅇㅆ", "나의 파이썬", "나의 [파이썬]"),
        ("ㅍㅇㅆ", "팡인쎈!", "[팡인쎈]!"),
        ("웹개발", "웹 개발자", "[웹 개발]자"),
        ("そん", "パイソン", "パイ[ソン]"),
        ("か", "ｶﾞｲﾄﾞ", "[ｶ]ﾞｲﾄﾞ"),
        ("b a", "abba", "[abba]"),
        ("aa", "aaa b", "[aaa] b"),
        ("", "abc", "abc"),
        ("x", "", ""),
        ("👩‍💻", "a 👩‍💻 b", "a [👩‍💻] b"),
    ] {
        assert_eq!(marked(typed, text), expected, "{typed}");
    }
}

/// `cargo test --release search -- --ignored --nocapture` prints the time that a keystroke takes.
#[test]
#[ignore = "prints times, asserts none"]
fn time_of_a_key() {
    let words =
        ["파이썬으로", "the", "데이터를", "machine", "learning", "다루는", "방법과", "asynchronous", "programs", "웹", "개발"];
    for count in [1_400, 10_000] {
        let text = |from: usize, length: usize| {
            (from..from + length).map(|at| words[at * at % 97 % words.len()]).collect::<Vec<_>>().join(" ")
        };
        let lines: Vec<String> = (0..count).map(|at| format!("{} | Kim {at} | t | r | {}", text(at, 6), text(at, 150))).collect();
        let program = program(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        let bytes: usize = program.sessions.iter().map(|session| plain_text(&session.about).len()).sum();
        let begin = std::time::Instant::now();
        let mut index = Index::new(&program);
        println!("{count} sessions: index {:?}", begin.elapsed());
        let begin = std::time::Instant::now();
        while index.read_abstracts(&program, 500) {}
        println!("  abstracts, {} kB: {:?}", bytes / 1000, begin.elapsed());
        let interpreter = Interpreter::default();
        let begin = std::time::Instant::now();
        interpreter.prepare(&program);
        println!("  vocabulary: {:?}", begin.elapsed());
        for typed in [
            "p",
            "py",
            "python",
            "machine learning",
            "ㅍㅇㅆ",
            "파이써",
            "kim 1399 django",
            "nothing",
            "e",
            "방벚",
            "파이썬",
            "machien",
            "쿠버네티스",
            "vkdlTjs",
        ] {
            let query = Query::new(typed);
            let once = || {
                let begin = std::time::Instant::now();
                let hits = index.find(&query);
                let direct = begin.elapsed();
                drop(interpreter.interpret(typed, &hits, &index, &program));
                (begin.elapsed(), direct, hits.len())
            };
            let (all, direct, hits) = (0..7).map(|_| once()).min().unwrap();
            println!("  {typed}: {hits} in {direct:?}, with what may be meant {all:?}");
        }
    }
}
