//! What elements are by their classes and attributes, and lines by their words.

use super::super::super::kind;
use super::super::super::table;
use super::super::super::tree::{self, Part};
use super::super::document::Document;
use crate::messages::column::Column;

/// What a room is called.
const ROOMS: [&str; 51] = [
    "room",
    "hall",
    "track",
    "auditorium",
    "stage",
    "theater",
    "theatre",
    "ballroom",
    "lounge",
    "studio",
    "lobby",
    "salon",
    "salón",
    "auditorio",
    "raum",
    "saal",
    "salle",
    "sala",
    "aula",
    "amphi",
    "hörsaal",
    "forum",
    "arena",
    "홀",
    "룸",
    "강당",
    "강의실",
    "회의실",
    "트랙",
    "볼룸",
    "세미나실",
    "스테이지",
    "컨퍼런스홀",
    "라운지",
    "로비",
    "전시장",
    "강의장",
    "会場",
    "會場",
    "教室",
    "ホール",
    "トラック",
    "廳",
    "厅",
    "会议室",
    "會議室",
    "会議室",
    "foyer",
    "atrium",
    "오디토리움",
    "議場",
];

/// Attributes in which rendered pages say where a session is.
const ROOM_DATA: [&str; 6] = ["data-room", "data-track", "data-location", "data-stage", "data-venue", "data-hall"];

/// Returns what an element holds by its own class or `itemprop`.
pub(super) fn of_element(document: &Document, node: usize) -> Option<Part> {
    let element = &document.nodes[node];
    if element.is_one_of("time body html main") {
        return None;
    }
    let named = ["itemprop", "class"].iter().filter_map(|name| element.attribute(name));
    named.flat_map(str::split_whitespace).find_map(tree::part)
}

/// Returns what an element within another holds, by the classes around it.
pub(super) fn of_node(document: &Document, node: usize, within: usize) -> Option<Part> {
    let around = document.around(node).take_while(|around| *around != within);
    let parts: Vec<Part> = around.filter_map(|around| of_element(document, around)).collect();
    let is_about_people = parts.contains(&Part::Holds(Column::Speakers));
    let first = parts.first().copied()?;
    // The name of a speaker is no title, and that of a place is the place.
    let named = parts.iter().find(|part| matches!(part, Part::Holds(Column::Speakers | Column::Room | Column::Track))).copied();
    let part = match first {
        Part::Name => named.unwrap_or(first),
        Part::Holds(Column::Title) if is_about_people => Part::Holds(Column::Speakers),
        _ => first,
    };
    Some(if is_about_people && part != Part::Holds(Column::Speakers) { Part::Aside } else { part })
}

/// Returns the room that data of an element names.
pub(super) fn room_in_data(document: &Document, node: usize) -> Option<&str> {
    ROOM_DATA.iter().find_map(|name| document.attribute(node, name)).filter(|room| room.chars().any(char::is_alphabetic))
}

/// Returns what a label such as `연사` or `Room:` says about the text beside it, with that text if it follows.
pub(super) fn labelled(text: &str) -> Option<(Column, &str)> {
    // What a pin stands before is a place.
    if let Some(place) = ["📍", "🏢", "🏛"].iter().find_map(|sign| text.trim_start().strip_prefix(sign)) {
        let place = place.trim_start_matches('\u{fe0f}').trim();
        return Some((Column::Room, labelled(place).map_or(place, |(_, place)| place)));
    }
    let (label, value) = text.split_once([':', '：']).unwrap_or((text, ""));
    let label = label.trim().trim_matches(['[', ']', '(', ')', '•', '·', '-', ' ']);
    let has_colon = text.contains([':', '：']);
    let column = table::column_named(label).filter(|_| label.chars().count() <= 14)?;
    // A word alone may be the name of a track.
    let is_sure = match column {
        Column::Speakers | Column::Room => true,
        Column::Title | Column::Track | Column::Abstract | Column::Start | Column::Date => has_colon,
        _ => false,
    };
    if !is_sure {
        return None;
    }
    Some((column, value.trim()))
}

/// Whether a text is the label of when something is: `일시`, `Date`.
pub(super) fn is_about_when(text: &str) -> bool {
    matches!(table::column_named(text), Some(Column::Date | Column::Start))
}

/// What a program as a whole is called.
const PROGRAMS: &str = "program programs programme schedule schedules agenda timetable timeline sessions itinerary lineup \
    conferenceprogram conferenceschedule eventschedule fullschedule dailyschedule programschedule programm tagesprogramm ablauf zeitplan \
    ablaufplan horario horarios cronograma emploidutemps ledéroulé orario 프로그램 세션 세션목록 시간표 타임테이블 일정 일정표 행사일정 세부일정 \
    전체일정 프로그램일정 행사프로그램 세부프로그램 식순 プログラム タイムテーブル スケジュール 日程 議程 议程";

/// Whether a text is the heading of a whole program: no session is called so.
pub(super) fn is_program(text: &str) -> bool {
    let name: String = text.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
    !text.contains(|letter: char| letter.is_ascii_digit()) && PROGRAMS.split_whitespace().any(|known| known == name)
}

/// Whether a text only counts sessions: "세션 1", "Talk 3", "A-1". What is called so has another title beside it, if any.
pub(super) fn is_count(text: &str) -> bool {
    if is_code(text) {
        return true;
    }
    let name: String = text.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
    let words =
        ["세션", "발표", "강연", "session", "talk", "part", "파트", "순서", "강의", "vortrag", "sesión", "sesion", "exposé"];
    text.chars().count() <= 12 && text.ends_with(|letter: char| letter.is_ascii_digit()) && words.contains(&name.as_str())
}

/// Whether a text is one or two capital letters with a number: "A-1", "S12".
fn is_code(text: &str) -> bool {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    let digits = rest.strip_prefix('-').unwrap_or(rest);
    (1..=2).contains(&(text.len() - rest.len()))
        && (1..=2).contains(&digits.len())
        && digits.bytes().all(|digit| digit.is_ascii_digit())
}

/// Whether a text is the name of a room.
pub(super) fn is_room(text: &str) -> bool {
    let length = text.chars().count();
    let has_year =
        text.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits.len() == 4 && digits.starts_with("20"));
    if !(1..=40).contains(&length) || text.ends_with(['.', '?', '!']) || text.contains('|') || has_year {
        return false;
    }
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_room_word = |word: &&str| {
        let word = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let eastern = word.chars().last().is_some_and(|letter| !letter.is_ascii());
        ROOMS
            .iter()
            .any(|room| *room == word || eastern && word.ends_with(room) && word.chars().count() <= room.chars().count() + 8)
            || ROOMS.iter().any(|room| {
                let rest = word.strip_prefix(room).filter(|_| !room.is_ascii());
                rest.is_some_and(|rest| rest.chars().count() == 1)
            })
    };
    let is_numbered = |word: &&str| {
        let digits = word.strip_suffix('호').or_else(|| word.strip_suffix("호실"));
        digits.is_some_and(|digits| !digits.is_empty() && digits.chars().all(|letter| letter.is_ascii_alphanumeric()))
    };
    // TR211, RB105.
    let letters = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_code = (1..=2).contains(&letters.len())
        && letters.bytes().all(|letter| letter.is_ascii_uppercase())
        && (3..=4).contains(&(text.len() - letters.len()));
    // "Session 2: Mills (Room 1)" is what happens in it.
    if text.rsplit_once(['(', '（']).is_some_and(|(title, _)| title.contains(':')) {
        return false;
    }
    let is_named = is_code || words.iter().any(|word| is_room_word(word) || is_numbered(word));
    is_named && words.len() <= 6
}

/// Parts of a program that have as many letters as names of people.
const CEREMONIES: &str = "인사말 인사 여는말 닫는말 개회 개회식 개회사 폐회 폐회식 폐회사 환영사 축사 격려사 기념사 시상식 시상 총회 접수 입장 퇴장 \
    오프닝 클로징 마무리 토론 종합토론 패널토론 질의응답 좌담회 좌담 만찬 오찬 석식 중식 조식 기념촬영 경품추첨 추첨 공연 축하공연 이벤트 공지사항 안내";

/// Whether a text is the name of one or several people, perhaps with what they belong to.
pub(super) fn is_person(text: &str) -> bool {
    let joined: String = text.split_whitespace().collect();
    !CEREMONIES.split_whitespace().any(|part| part == joined) && !is_pause(text) && is_name(text)
}

/// Whether a text is a break by its words, of which none is a name: "Break Time", "Coffee Break".
fn is_pause(text: &str) -> bool {
    let pauses = ["break", "lunch", "coffee", "registration", "networking", "keynote", "opening", "closing"];
    text.to_lowercase().split_whitespace().any(|word| pauses.contains(&word))
}

fn is_name(text: &str) -> bool {
    let name = text.split(['(', '/', '|', ',', '@', '·', '（']).next().unwrap_or_default().trim();
    let name = ["님", "대표", "교수", "연구원", "개발자", "박사", "씨"]
        .iter()
        .fold(name, |name, title| name.strip_suffix(title).filter(|rest| rest.chars().count() > 1).unwrap_or(name).trim_end());
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_hangul = |word: &str| word.chars().all(|letter| ('가'..='힣').contains(&letter));
    let is_latin = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '.' | '-' | '\'' | '’'))
    };
    let is_eastern = |word: &str| word.chars().all(|letter| ('一'..='鿿').contains(&letter) || ('ぁ'..='ヿ').contains(&letter));
    text.chars().count() <= 60
        && kind::known(text).is_none()
        && match words.as_slice() {
            [word] if is_hangul(word) => (2..=4).contains(&word.chars().count()),
            [word] if is_eastern(word) => (2..=6).contains(&word.chars().count()),
            [word, ..] if is_hangul(word) => (2..=4).contains(&word.chars().count()) && words.len() <= 3 && text != name,
            words => (2..=4).contains(&words.len()) && words.iter().all(is_latin),
        }
}

/// Whether a text is only a badge: a kind, a level, a language, a length, a button.
pub(super) fn is_badge(text: &str) -> bool {
    let words = [
        "en",
        "ko",
        "kr",
        "eng",
        "kor",
        "english",
        "korean",
        "한국어",
        "영어",
        "초급",
        "중급",
        "고급",
        "beginner",
        "intermediate",
        "advanced",
        "more",
        "더보기",
        "자세히",
        "자세히 보기",
        "상세보기",
        "details",
        "view",
        "read more",
        "slides",
        "video",
        "발표자료",
        "영상",
        "add to calendar",
        "bookmark",
        "live",
        "new",
        "share",
        "공유",
        "프로필",
        "신청하기",
        "입장",
    ];
    let lower = text.to_lowercase();
    let length = text.chars().count();
    length < 2 && kind::known(text).is_none()
        || length < 3 && text.is_ascii()
        || words.contains(&lower.as_str())
        || super::super::super::when::minutes(&lower).is_some()
}
