use super::*;
use crate::program::SessionId;
use crate::wire::program_file;

/// Returns a program of sessions with these titles and abstracts, written as `title | abstract`.
fn program(sessions: &[&str]) -> Program {
    let session = |(at, line): (usize, &&str)| {
        let (title, about) = line.split_once(" | ").unwrap_or((line, ""));
        format!(
            r#"{{"id": "{at}", "title": "{title}", "day": "2018-08-18", "start": "2018-08-18T10:{at:02}:00+09:00",
            "end": "2018-08-18T11:00:00+09:00", "abstract": [{{"p": [{{"t": "{about}"}}]}}]}}"#
        )
    };
    let sessions: Vec<String> = sessions.iter().enumerate().map(session).collect();
    let text = format!(
        r#"{{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
        "days": [{{"date": "2018-08-18"}}], "aliases": ["회식 = After Party"], "sessions": [{}]}}"#,
        sessions.join(",")
    );
    program_file::read(&text).unwrap()
}

/// Returns what the query finds: its own hits, and behind a meaning those that it is interpreted to find.
fn search(typed: &str, program: &Program) -> (Vec<Hit>, Option<Interpretation>) {
    let mut index = Index::new(program);
    index.read_abstracts(program, program.sessions.len());
    let hits = index.find(&Query::new(typed));
    let interpretation = Interpreter::default().interpret(typed, &hits, &index, program);
    (hits, interpretation)
}

/// Checks that the query is interpreted as this; `None` if it is not interpreted. In the titles that are found so, marks are in
/// brackets.
fn check(typed: &str, sessions: &[&str], expected: Option<(&str, &[&str])>) {
    let program = program(sessions);
    let found = search(typed, &program).1.map(|found| {
        let titles = found.hits.iter().map(|hit| marked(&program.sessions[hit.session].title, &found.query));
        (found.meaning, titles.collect::<Vec<_>>())
    });
    let expected = expected.map(|(meaning, titles)| (meaning.to_owned(), titles.iter().map(ToString::to_string).collect()));
    assert_eq!(found, expected, "{typed} in {sessions:?}");
}

fn marked(title: &str, query: &Query) -> String {
    let mut marked = title.to_owned();
    for mark in query.marks(title).into_iter().rev() {
        marked.insert(mark.end, ']');
        marked.insert(mark.start, '[');
    }
    marked
}

fn is(typed: &str, meaning: &str, title: &str) {
    check(typed, &[&title.replace(['[', ']'], ""), "Lunch"], Some((meaning, &[title])));
}

fn is_not(typed: &str, title: &str) {
    check(typed, &[title], None);
}

#[test]
fn a_name_is_found_in_the_other_language() {
    for (typed, meaning, title) in [
        ("장고", "Django", "[Django] ORM"),
        ("django", "장고", "[장고]로 배우는 웹"),
        ("러스트", "Rust", "Why [Rust]?"),
        ("카카오", "kakao", "Recommendations @ [kakao]"),
        ("쿠버네티스", "Kubernetes", "[Kubernetes]-native"),
        ("kubernetes", "쿠버네티스", "[쿠버네티스]의 안과 밖"),
        ("파이썬", "Python", "Micro[Python]"),
        ("머신 러닝", "machine-learning", "A [machine-learning] talk"),
        ("machine learning", "머신 러닝", "[머신 러닝] 첫걸음"),
        ("k8s", "Kubernetes", "[Kubernetes]"),
        ("쿠버네", "Kubernetes", "[Kubernetes]"),
        ("자바스크리", "JavaScript", "[JavaScript]"),
        ("회식", "after party", "The [after party]"),
    ] {
        is(typed, meaning, title);
    }
    for (typed, title) in [
        ("러스트", "In whom we trust"),
        ("라인", "Online pipelines"),
        ("django", "냉장고 속 데이터"),
        ("러스트", "At last"),
        ("자바", "JavaScript"),
        ("쿠버", "Kubernetes"),
    ] {
        is_not(typed, title);
    }
    check("쿠버네티스", &["Clusters | with kubernetes"], Some(("Kubernetes", &["Clusters"])));
}

#[test]
fn a_word_is_found_as_it_sounds() {
    for (typed, meaning, title) in [
        ("엘라스틱", "Elastic", "[Elastic] at scale"),
        ("프로토타입", "prototypes", "Only [prototypes]"),
        ("렌더링", "Rendering", "[Rendering] text"),
        ("오케스트레이션", "Orchestration", "[Orchestration]"),
        ("블루투스", "Bluetooth", "[Bluetooth] Low Energy"),
        ("bluetooth", "블루투스", "[블루투스]로 만드는 것"),
        ("템플릿", "templit", "[templit]"),
    ] {
        is(typed, meaning, title);
    }
    for (typed, title) in [
        ("소스", "Of course"),
        ("오픈", "Offene Netze"),
        ("패키지", "Fakes"),
        ("파이프", "Five"),
        ("어플리케이션", "Replication"),
        ("그리고", "Gregor"),
        ("theater", "데이터"),
    ] {
        is_not(typed, title);
    }
}

#[test]
fn spaces_and_hyphens_do_not_matter() {
    is("websocket", "Web Socket", "[Web Socket] 101");
    is("web-socket", "WebSocket", "[WebSocket] 101");
    is("nodejs", "Node.js", "[Node.js] 101");
    is("scikitlearn", "scikit-learn", "[scikit-learn]");
    is_not("websocket", "Web, Socket");
    is_not("into", "Log in to it");
}

#[test]
fn a_slip_of_the_finger_is_understood() {
    for (typed, meaning, title) in [
        ("pyhton", "Python", "[Python]"),
        ("ypthon", "Python", "[Python]"),
        ("pyton", "Python", "[Python]"),
        ("pyythoon", "Pythoon", "[Pythoon]"),
        ("djagno", "Django", "[Django]"),
        ("djagno", "장고", "[장고]"),
        ("jvaa", "Java", "[Java]"),
        ("kubernates", "Kubernetes", "[Kubernetes]"),
        ("파이선", "파이썬", "[파이썬]으로"),
        ("데이타", "데이터", "[데이터]를"),
        ("데이ㅓㅌ", "데이터", "[데이터]"),
        ("pyhton 웹", "Python 웹", "[Python]으로 [웹]"),
    ] {
        is(typed, meaning, title);
    }
    for (typed, title) in [
        ("truck", "Track"),
        ("plain", "Plan B"),
        ("nets", "Nest"),
        ("form", "From zero"),
        ("house", "Mouse"),
        ("passing", "Parsing"),
        ("python2018", "python2019"),
        ("사람", "사랑"),
        ("systemd", "System"),
    ] {
        is_not(typed, title);
    }
}

#[test]
fn the_keyboard_may_be_left_in_the_other_language() {
    is("vkdlTjs", "파이썬", "[파이썬]으로");
    is("VkdlTjs", "파이썬", "[파이썬]으로");
    is("vkdlTjs", "Python", "[Python]");
    is("ㅔㅛ쇄ㅜ", "Python", "[Python]");
    is("ㅔㅛ쇄ㅜ", "파이썬", "[파이썬]으로");
    is("ㅔㅛ소", "Pyth", "[Pyth]on");
    is("Rkdtls", "강신", "[강신]주");
    is_not("gks", "한국");
    is_not("ㅎㅇ", "gd");
}

#[test]
fn real_hits_come_first_and_doubtful_guesses_only_where_there_are_none() {
    let program = program(&["장고", "Django", "Pyton", "Python"]);
    let ids = |hits: &[Hit]| hits.iter().map(|hit| program.sessions[hit.session].id.clone()).collect::<Vec<SessionId>>();
    let (hits, more) = search("django", &program);
    assert_eq!(ids(&hits), [SessionId::new("1")]);
    assert_eq!(ids(&more.unwrap().hits), [SessionId::new("0")], "not what only looks like it");
    assert_eq!(search("pyton", &program).1, None);
    assert_eq!(search("zzzz", &program).1, None);
    assert_eq!(search("", &program).1, None);
    let many: Vec<String> =
        (0..12).map(|at| format!("Bluetooth {at}")).chain(["블루투스".to_owned(), "장고".to_owned()]).collect();
    let many = self::program(&many.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(search("bluetooth", &many).1, None, "a query with many hits is understood");
    let many: Vec<String> = (0..12).map(|at| format!("Django {at}")).chain(["장고".to_owned()]).collect();
    let many = self::program(&many.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(search("django", &many).1.unwrap().hits.len(), 1, "names that mean the same always count");
}
