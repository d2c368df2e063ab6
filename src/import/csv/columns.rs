//! The meanings of a table's columns, by their names in English and Korean.

use crate::messages::column::Column;
use crate::program::similar;
use crate::program::title;
use csv::StringRecord;

/// Returns the names of a column in tables: without blanks, hyphens, underscores and brackets, in lower case.
fn names(column: Column) -> &'static [&'static str] {
    match column {
        Column::Date => &["date", "day", "startdate", "eventdate", "sessiondate", "날짜", "일자", "일정", "행사일", "시작일"],
        Column::Weekday => &["weekday", "dayofweek", "요일"],
        Column::Status => &[
            "status",
            "state",
            "상태",
            "진행상태",
            "진행여부",
            "cancelled",
            "canceled",
            "iscancelled",
            "iscanceled",
            "취소",
            "취소여부",
        ],
        Column::Start => &[
            "start",
            "starttime",
            "startsat",
            "starts",
            "begin",
            "from",
            "time",
            "datetime",
            "timestart",
            "eventstart",
            "startdatetime",
            "starttimelocal",
            "시작",
            "시작시간",
            "시작시각",
            "시작일시",
            "시간",
            "시각",
            "일시",
        ],
        Column::End => &[
            "end",
            "endtime",
            "endsat",
            "ends",
            "finish",
            "until",
            "to",
            "timeend",
            "eventend",
            "enddatetime",
            "종료",
            "종료시간",
            "종료시각",
            "종료일시",
            "끝",
            "끝시간",
            "마침",
        ],
        Column::EndDate => &["enddate", "종료일", "종료일자"],
        Column::Duration => &["duration", "length", "minutes", "mins", "min", "소요시간", "길이", "분"],
        Column::Room => &[
            "room",
            "rooms",
            "location",
            "venue",
            "place",
            "hall",
            "stage",
            "roomlocation",
            "roomname",
            "장소",
            "공간",
            "위치",
            "강당",
            "회의실",
            "강의실",
            "발표장",
            "홀",
            "방",
            "룸",
        ],
        Column::Title => &[
            "title",
            "name",
            "session",
            "sessiontitle",
            "proposaltitle",
            "sessionname",
            "talk",
            "talktitle",
            "event",
            "eventname",
            "eventtitle",
            "topic",
            "summary",
            "제목",
            "발표제목",
            "세션제목",
            "강의제목",
            "강의명",
            "강연명",
            "행사명",
            "프로그램명",
            "세션",
            "세션명",
            "발표명",
            "프로그램",
            "강연제목",
        ],
        Column::Subtitle => &["subtitle", "부제", "부제목"],
        Column::Speakers => &[
            "speaker",
            "speakers",
            "speakername",
            "speakernames",
            "presenter",
            "presenters",
            "author",
            "authors",
            "people",
            "발표자",
            "발표자명",
            "연사",
            "연사명",
            "강사",
            "강연자",
            "연자",
            "발표",
        ],
        Column::Track => &["track", "tracks", "트랙"],
        Column::Category => &["category", "categories", "theme", "subject", "tag", "tags", "분류", "분야", "주제", "카테고리"],
        Column::Level => &["level", "difficulty", "audience", "난이도", "수준", "대상"],
        Column::Language => &["language", "lang", "언어"],
        Column::Kind => &["kind", "type", "sessiontype", "format", "종류", "유형", "형식", "구분"],
        Column::Abstract => &["abstract", "description", "desc", "about", "details", "설명", "초록", "내용", "소개", "요약"],
        Column::Url => &["url", "link", "web", "page", "링크", "주소", "홈페이지"],
        Column::Id => &["id", "sessionid", "uid", "code", "번호", "아이디"],
    }
}

/// The most columns of a table. No real table has more; a hostile one has millions.
pub(super) const MAX_COLUMNS: usize = 500;

/// The index of each column.
#[derive(Debug)]
pub(super) struct Columns {
    found: Vec<(Column, usize)>,
    /// Names of columns that are unknown or repeated.
    pub unknown: Vec<String>,
}

impl Columns {
    /// Uses meanings chosen by the user; of two columns with the same meaning, the first one counts.
    pub fn told(meanings: &[Option<Column>]) -> Columns {
        let mut columns = Columns { found: Vec::new(), unknown: Vec::new() };
        for (index, meaning) in meanings.iter().enumerate().take(MAX_COLUMNS) {
            if let Some(column) = meaning.filter(|column| !columns.has(*column)) {
                columns.found.push((column, index));
            }
        }
        columns
    }

    /// Returns the meaning of the column with this index, or `None` if it is not used.
    pub fn meaning(&self, index: usize) -> Option<Column> {
        self.found.iter().find(|(_, at)| *at == index).map(|(column, _)| *column)
    }

    /// Derives the meanings from the names in the header; of two columns with the same meaning, the first one with a clear name
    /// counts.
    pub fn of(header: &StringRecord) -> Columns {
        let mut columns = Columns { found: Vec::new(), unknown: Vec::new() };
        for (index, name) in header.iter().enumerate().take(MAX_COLUMNS) {
            let name = name.trim();
            let is_clearer = |column: Column, columns: &Columns| {
                !is_vague(name) && columns.index_of(column).is_some_and(|at| is_vague(header.get(at).unwrap_or_default()))
            };
            match find(name) {
                Some(column) if !columns.has(column) => columns.found.push((column, index)),
                Some(column) if is_clearer(column, &columns) => columns.replace(column, index, header),
                _ if name.is_empty() => {}
                _ => columns.unknown.push(name.to_owned()),
            }
        }
        columns.settle_titles(header);
        // Some put the date under the heading of the weekday.
        if !columns.has(Column::Date) {
            for (column, _) in columns.found.iter_mut().filter(|(column, _)| *column == Column::Weekday) {
                *column = Column::Date;
            }
        }
        // Korean programs call rooms tracks if they also have a category.
        if columns.has(Column::Category) && !columns.has(Column::Room) {
            for (column, _) in columns.found.iter_mut().filter(|(column, _)| *column == Column::Track) {
                *column = Column::Room;
            }
        }
        columns
    }

    /// Gives a meaning to another column than before.
    fn replace(&mut self, column: Column, index: usize, header: &StringRecord) {
        if let Some((_, at)) = self.found.iter_mut().find(|(known, _)| *known == column) {
            self.unknown.push(header.get(*at).unwrap_or_default().trim().to_owned());
            *at = index;
        }
    }

    /// Calendars call titles subjects. Where a column is called 주제 or 이름, another one shows what is meant: 이름 is the person
    /// beside a title, and the title where there is none.
    fn settle_titles(&mut self, header: &StringRecord) {
        let position = |names: &[&str]| header.iter().take(MAX_COLUMNS).position(|name| names.contains(&plain(name).as_str()));
        let (subject, name) = (position(&["subject", "주제"]), position(&["이름", "성명"]));
        let title = subject.filter(|_| !self.has(Column::Title)).or(name.filter(|_| !self.has(Column::Title)));
        title.into_iter().for_each(|index| self.mean(Column::Title, index));
        let person = name.filter(|index| !self.has(Column::Speakers) && self.meaning(*index).is_none());
        person.into_iter().for_each(|index| self.mean(Column::Speakers, index));
        let used: Vec<&str> =
            [title, person].into_iter().flatten().filter_map(|index| header.get(index)).map(str::trim).collect();
        self.unknown.retain(|name| !used.contains(&name.as_str()));
    }

    fn mean(&mut self, column: Column, index: usize) {
        self.found.retain(|(_, at)| *at != index);
        self.found.push((column, index));
    }

    /// Returns the unknown names that are similar to a name of a column that the table lacks, with that name.
    pub fn misspelt(&self) -> Vec<(&str, &'static str)> {
        let lacking = || Column::ALL.iter().filter(|column| !self.has(**column)).flat_map(|column| names(*column)).copied();
        let meant = |name: &String| similar::meant(name, lacking());
        self.unknown.iter().filter_map(|name| Some((name.as_str(), meant(name)?))).collect()
    }

    /// Whether the columns are enough for a program.
    pub fn is_usable(&self) -> bool {
        self.has(Column::Title) && self.has(Column::Start)
    }

    /// Whether there is such a column.
    pub fn has(&self, column: Column) -> bool {
        self.index_of(column).is_some()
    }

    /// Returns its index in a row.
    pub fn index_of(&self, column: Column) -> Option<usize> {
        self.found.iter().find(|(known, _)| *known == column).map(|(_, index)| *index)
    }

    /// Returns how many columns have a meaning.
    pub fn known(&self) -> usize {
        self.found.len()
    }
}

pub(super) fn plain(name: &str) -> String {
    let word = name.split(['(', '[']).next().unwrap_or_default();
    title::normal(word)
}

/// Whether the name only counts until another column has a clearer one: beside "date", a column "day" holds "Day 1".
fn is_vague(name: &str) -> bool {
    ["day", "일정", "name", "topic", "venue", "location", "위치", "time", "시간", "발표"].contains(&plain(name).as_str())
}

fn find(name: &str) -> Option<Column> {
    let word = plain(name);
    Column::ALL.iter().copied().find(|column| names(*column).contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_one_meaning() {
        let names: Vec<_> = Column::ALL.iter().flat_map(|column| names(*column)).collect();
        let mut once = names.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), names.len());
    }

    #[test]
    fn headers_are_read_in_both_languages() {
        let columns = |header: &[&str]| Columns::of(&StringRecord::from(header.to_vec()));
        let english = columns(&["Title", "Start time", "end_time", "Duration (min)", "Room", "Mood", "", "Room"]);
        assert_eq!(
            english.found,
            [(Column::Title, 0), (Column::Start, 1), (Column::End, 2), (Column::Duration, 3), (Column::Room, 4)]
        );
        assert_eq!(english.unknown, ["Mood", "Room"]);
        let korean = columns(&["날짜", "시작 시간", "종료", "발표 제목", "발표자", "트랙", "분류"]);
        assert!(korean.is_usable());
        assert_eq!(korean.index_of(Column::Room), Some(5));
        assert!(!columns(&["제목", "내용"]).is_usable());
        let index = |header: &[&str], column: Column| columns(header).index_of(column);
        assert_eq!(index(&["Day", "Date", "Start", "Title"], Column::Date), Some(1));
        assert_eq!(columns(&["Day", "Date", "Start", "Title"]).unknown, ["Day"]);
        assert_eq!(index(&["Date", "Day", "Start", "Title"], Column::Date), Some(0));
        let (subject, name) = (["시작", "주제", "이름"], ["일시", "이름", "장소"]);
        assert_eq!((index(&subject, Column::Title), index(&subject, Column::Speakers)), (Some(1), Some(2)));
        assert_eq!((index(&name, Column::Title), index(&name, Column::Speakers)), (Some(1), None));
        let both = ["시작", "제목", "주제", "이름"];
        assert_eq!(
            (index(&both, Column::Title), index(&both, Column::Category), index(&both, Column::Speakers)),
            (Some(1), Some(2), Some(3))
        );
        assert_eq!(columns(&both).unknown, [""; 0]);
    }
}
