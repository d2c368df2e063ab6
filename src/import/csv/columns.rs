//! The meanings of a table's columns, by their names in English and Korean.

use super::super::similar;
use crate::messages::column::Column;
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

    /// Derives the meanings from the names in the header; of two columns with the same meaning, the first one counts.
    pub fn of(header: &StringRecord) -> Columns {
        let mut columns = Columns { found: Vec::new(), unknown: Vec::new() };
        for (index, name) in header.iter().enumerate().take(MAX_COLUMNS) {
            let name = name.trim();
            match find(name) {
                Some(column) if !columns.has(column) => columns.found.push((column, index)),
                _ if name.is_empty() => {}
                _ => columns.unknown.push(name.to_owned()),
            }
        }
        // Calendars call titles subjects.
        if !columns.has(Column::Title) {
            let is_subject = |index: usize| plain(header.get(index).unwrap_or_default()) == "subject";
            for (column, _) in
                columns.found.iter_mut().filter(|(column, index)| *column == Column::Category && is_subject(*index))
            {
                *column = Column::Title;
            }
        }
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
    word.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
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
    }
}
