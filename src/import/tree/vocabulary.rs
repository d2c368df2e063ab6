//! Known names of fields with their meanings, in the languages of those who write them.

use super::super::table;
use super::super::words::words;
use crate::messages::column::Column;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a field says about a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// The lower the number, the more likely it is the title.
    Title(u8),
    Subtitle,
    Start,
    End,
    /// Start and end in one text, or the start.
    Time,
    Day,
    Length(Unit),
    Room,
    Track,
    People,
    Text,
    Kind,
    Language,
    Level,
    Link,
    Id,
    State,
    Zone,
    Year,
    /// It is about something else, and so is everything in it.
    Foreign,
    Other,
}

impl Role {
    /// Whether it is a title, and not a name, which people and rooms have too.
    pub fn is_certain_title(self) -> bool {
        matches!(self, Role::Title(rank) if is_certain_title(rank))
    }
}

/// What a length is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Hours,
    Minutes,
    Seconds,
    /// The name does not tell.
    Unknown,
}

/// Names of titles, the most certain first, without anything but letters.
const TITLES: &str = "title talktitle papertitle presentationtitle eventtitle sessiontitle titre titel titulo título 제목 발표제목 세션제목 \
    標題 标题 タイトル 題名 演題 議題 programtitle lecturetitle 프로그램명 강연제목 name sessionname talkname eventname 세션명 artist artistname artiste act actname band bandname performer summary topic subject \
    세션 plenary 주제 議程 议程 talk session headline heading sbjct proposal presentation submission break activity event display";

/// Other whole names, without anything but letters.
const NAMES: [(Role, &str); 11] = [
    (Role::Subtitle, "subtitle sessionsubtitle tagline"),
    (Role::Id, "id key code slug uid guid uuid eventid slotid"),
    (Role::Link, "url link website permalink"),
    (Role::Kind, "sessiontype eventtype talktype slottype"),
    (Role::Day, "iso isodate"),
    (Role::People, "who"),
    // At which time, or at which place.
    (Role::Time, "at"),
    (Role::Start, "t0"),
    (Role::End, "t1 stop stoptime stopsat"),
    // Places in a grid.
    (Role::Other, "startslot endslot startrow endrow startcolumn endcolumn startindex endindex"),
    // FullCalendar.
    (Role::Room, "resourceid resourceids"),
];

/// Parts of names without anything but letters.
const PARTS: [(Role, &str); 4] = [
    (Role::Zone, "timezone"),
    (Role::Start, "starttime startdate timestart fromdate fromtime"),
    (Role::End, "endtime enddate timeend todate totime"),
    (Role::Time, "datetime"),
];

/// Words of names, also with an s at the end. The first role whose word a name has is its role.
const WORDS: [(Role, &str); 19] = [
    (
        Role::Foreign,
        "sponsor partner ticket blog post gallery team photo image avatar social tag question answer video job published created \
         updated modified deadline attachment resource badge affiliation company bio mirror readable organizer organiser notification \
         chair facilitator logo color colour keyword capacity setup seat",
    ),
    (Role::Zone, "timezone tz tzid zone"),
    (Role::End, "end ending finish finishes fin until dtend ende bis fim slut 종료 끝 結束 结束 終了"),
    (Role::Start, "start starting begin beginning debut début inicio início dtstart beginn von 시작 開始 开始"),
    (Role::Length(Unit::Minutes), "min minute"),
    (Role::Length(Unit::Seconds), "second sec"),
    (Role::Length(Unit::Hours), "hours"),
    (Role::Length(Unit::Unknown), "duration dur length dauer durée duree duración 진행시간 소요시간"),
    (Role::Year, "year"),
    (Role::Day, "date day datum tag jour dia día fecha data 날짜 일자 日期 日付"),
    (Role::Time, "time timeslot slot hour hora heure uhrzeit zeit 시간 시각 時間 时间 occurrence"),
    (
        Role::Room,
        "room where loc hall venue location microlocation stage place scene salle lieu raum sala saal auditorium camp 장소 강의실 場所 会場 會場 \
         地点 地點 教室",
    ),
    (Role::Track, "track category categories theme 트랙 분야"),
    (
        Role::People,
        "speaker spk lecturer presenter person people author panelist participant host instructor orateur 연사 발표자 講者 讲者 登壇者",
    ),
    (Role::Text, "description abstract content body desc descr detail text 내용 소개 설명 precis outline"),
    (Role::Kind, "type kind format"),
    (Role::Language, "language lang locale"),
    (Role::Level, "level difficulty complexity"),
    (Role::State, "state status"),
];

/// Languages at the ends of names.
const LANGUAGES: &str = "en ko kr ja jp zh us hant hans tw fr de es pt";

/// Every known name and word with its role; the number says which goes first.
struct Known {
    names: BTreeMap<&'static str, Role>,
    words: BTreeMap<&'static str, (usize, Role)>,
}

/// Names are looked up for every field of a file.
static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known { names: BTreeMap::new(), words: BTreeMap::new() };
    for (rank, title) in TITLES.split_whitespace().enumerate() {
        known.names.insert(title, Role::Title(rank as u8));
    }
    for (role, names) in NAMES {
        names.split_whitespace().for_each(|name| _ = known.names.entry(name).or_insert(role));
    }
    for (order, (role, words)) in WORDS.into_iter().enumerate() {
        words.split_whitespace().for_each(|word| _ = known.words.entry(word).or_insert((order, role)));
    }
    known
});

/// Whether a rank is that of a title, and not of a name, which people and rooms have too.
fn is_certain_title(rank: u8) -> bool {
    TITLES.split_whitespace().take(rank.into()).all(|title| title != "name") && rank < u8::MAX
}

/// Returns the role of a field that a person calls so.
pub(super) fn meant(column: Option<Column>) -> Role {
    match column {
        Some(Column::Title) => Role::Title(0),
        Some(Column::Subtitle) => Role::Subtitle,
        Some(Column::Date | Column::Weekday) => Role::Day,
        Some(Column::Start) => Role::Start,
        Some(Column::End | Column::EndDate) => Role::End,
        Some(Column::Duration) => Role::Length(Unit::Unknown),
        Some(Column::Room) => Role::Room,
        Some(Column::Speakers) => Role::People,
        Some(Column::Track | Column::Category) => Role::Track,
        Some(Column::Kind) => Role::Kind,
        Some(Column::Status) => Role::State,
        Some(Column::Language) => Role::Language,
        Some(Column::Level) => Role::Level,
        Some(Column::Abstract) => Role::Text,
        Some(Column::Url) => Role::Link,
        Some(Column::Id) => Role::Id,
        None => Role::Other,
    }
}

/// Returns the role of a field by its name alone.
pub(super) fn guessed(name: &str) -> Role {
    let mut words = words(name);
    while words.len() > 1 && LANGUAGES.split(' ').any(|language| language == words[words.len() - 1]) {
        words.pop();
    }
    let whole = words.concat();
    if let Some(role) = KNOWN.names.get(whole.as_str()) {
        return *role;
    }
    if let Some((role, _)) = PARTS.iter().find(|(_, parts)| parts.split(' ').any(|part| whole.contains(part))) {
        return *role;
    }
    let known = |word: &str| KNOWN.words.get(word).copied();
    let of_word = |word: &String| known(word).or_else(|| known(word.strip_suffix('s')?));
    let of_words = words.iter().filter_map(of_word).min_by_key(|(order, _)| *order).map(|(_, role)| role);
    of_words.or_else(|| ending(&words)).unwrap_or_else(|| named_like_a_column(&whole))
}

/// Nouns that make a name that of a title, whatever stands before them: `copyArtist`, `mainTopic`.
const NOUNS: &str = "title titre titel titulo artist artiste act band performer topic subject headline";

/// Returns the role of a name of several words by the last one.
fn ending(words: &[String]) -> Option<Role> {
    let noun = words.last().filter(|word| words.len() > 1 && NOUNS.split(' ').any(|noun| noun == *word))?;
    let alike = if noun.starts_with("tit") { "lecturetitle" } else { noun };
    KNOWN.names.get(alike).copied()
}

/// Names of columns that mean something else, or nothing, outside of a table.
const ONLY_IN_TABLES: [&str; 14] = [
    "schedule",
    "program",
    "agenda",
    "프로그램",
    "일정",
    "행사",
    "page",
    "web",
    "code",
    "art",
    "local",
    "tag",
    "tags",
    "audience",
];

/// Returns the role of a field that is called like the column of a table, in any language.
fn named_like_a_column(name: &str) -> Role {
    // An id in another record refers to it.
    let column = table::column_named(name).filter(|column| *column != Column::Id && !ONLY_IN_TABLES.contains(&name));
    match meant(column) {
        Role::Title(_) => Role::Title(u8::MAX),
        role => role,
    }
}
