//! The meanings of a table's columns, by their names.

use super::super::accents::unaccented;
use super::super::line;
use super::MAX_COLUMNS;
use super::names::{meaning, names};
use crate::messages::column::Column;
use crate::messages::import;
use crate::program::similar;
use crate::program::title;

/// What a person sees of a column: its name, or its letter as in spreadsheets.
fn shown_name(header: &[String], index: usize) -> String {
    match line::excerpt(&header[index]) {
        name if name.is_empty() => import::letters(index),
        name => name,
    }
}

/// The index of each column.
#[derive(Debug, Default, Clone)]
pub(super) struct Columns {
    found: Vec<(Column, usize)>,
    /// Names of columns that are unknown or repeated.
    pub unknown: Vec<String>,
    /// A column with the title of what a session is part of, which is the title of rows that have no other.
    pub second_title: Option<usize>,
    /// The name of a column that was taken as the title though nothing says so.
    pub taken_as_title: Option<String>,
}

impl Columns {
    /// Uses meanings chosen by the user; of two columns with the same meaning, the first one counts.
    pub fn told(meanings: &[Option<Column>]) -> Columns {
        let mut columns = Columns::default();
        for (index, meaning) in meanings.iter().enumerate().take(MAX_COLUMNS) {
            if let Some(column) = meaning.filter(|column| !columns.has(*column)) {
                columns.found.push((column, index));
            }
        }
        columns
    }

    /// Gives columns the meanings that a person chose for their names, `None` for unused ones. Without a name they go by their letters.
    /// Returns whether there are such columns.
    pub fn correct(&mut self, header: &[String], chosen: &[(String, Option<Column>)]) -> bool {
        let mut is_corrected = false;
        for (name, meaning) in chosen {
            let Some(index) = (0..header.len().min(MAX_COLUMNS)).find(|index| shown_name(header, *index) == *name) else {
                continue;
            };
            self.found.retain(|(column, at)| *at != index && Some(*column) != *meaning);
            self.found.extend(meaning.map(|column| (column, index)));
            is_corrected = true;
        }
        is_corrected
    }

    /// The columns that a person can tell from each other, with their meanings.
    pub fn shown(&self, header: &[String]) -> Vec<(String, Option<Column>)> {
        let mut shown: Vec<(String, Option<Column>)> = Vec::new();
        for index in 0..header.len().min(MAX_COLUMNS) {
            let name = shown_name(header, index);
            if !shown.iter().any(|(other, _)| *other == name) {
                shown.push((name, self.meaning(index)));
            }
        }
        shown
    }

    /// Returns the meaning of the column with this index, or `None` if it is not used.
    pub fn meaning(&self, index: usize) -> Option<Column> {
        self.found.iter().find(|(_, at)| *at == index).map(|(column, _)| *column)
    }

    /// Derives the meanings from the names in the header; of two columns with the same meaning, the first one with a clear name
    /// counts.
    pub fn of(header: &[String]) -> Columns {
        let mut columns = Columns::default();
        for (index, name) in header.iter().enumerate().take(MAX_COLUMNS) {
            let name = name.trim();
            let is_clearer = |column: Column, columns: &Columns| {
                let known = columns.index_of(column).and_then(|at| header.get(at)).map_or("", String::as_str);
                let is_title = |name: &str| plain(name).ends_with("title");
                is_vague(known) && (!is_vague(name) || column == Column::Title && is_title(name) && !is_title(known))
            };
            match find(name) {
                Some(column) if !columns.has(column) => columns.found.push((column, index)),
                Some(column) if is_clearer(column, &columns) => columns.replace(column, index, header),
                _ if name.is_empty() => {}
                _ => columns.unknown.push(name.to_owned()),
            }
        }
        columns.settle_questions(header);
        columns.settle_titles(header);
        columns.settle_german_days(header);
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

    /// Where no column is called a start, dates with a time of day are starts, and so are ends. `is_date_time` says whether the cells of
    /// a column are.
    pub fn settle_dates(&mut self, is_date_time: impl Fn(usize) -> bool) {
        for (date, time) in [(Column::Date, Column::Start), (Column::EndDate, Column::End)] {
            let at = self.index_of(date).filter(|at| !self.has(time) && is_date_time(*at));
            at.into_iter().for_each(|at| self.mean(time, at));
        }
    }

    /// Gives a meaning to another column than before.
    fn replace(&mut self, column: Column, index: usize, header: &[String]) {
        if let Some((_, at)) = self.found.iter_mut().find(|(known, _)| *known == column) {
            if column == Column::Title {
                self.second_title = Some(*at);
            } else {
                self.unknown.push(header.get(*at).map_or("", |name| name.trim()).to_owned());
            }
            *at = index;
        }
    }

    /// Forms ask in whole sentences: "Title of your talk". A question about a person's title is none about that of a session.
    fn settle_questions(&mut self, header: &[String]) {
        for (column, words) in QUESTIONS {
            let asks = |name: &&String| {
                let name = title::normal(name);
                let others = QUESTIONS.iter().filter(|(other, _)| *other != column).flat_map(|(_, words)| *words);
                words.iter().any(|word| name.contains(word)) && !others.chain(&["job"]).any(|word| name.contains(word))
            };
            let unknown = |index: &usize| self.meaning(*index).is_none();
            let found = (0..header.len().min(MAX_COLUMNS)).filter(unknown).find(|index| asks(&&header[*index]));
            if let Some(index) = found.filter(|_| !self.has(column)) {
                self.unknown.retain(|name| *name != header[index].trim());
                self.mean(column, index);
            }
        }
    }

    /// Calendars call titles subjects. Where a column is called 주제 or 이름, another one shows what is meant: 이름 is the person
    /// beside a title, and the title where there is none.
    fn settle_titles(&mut self, header: &[String]) {
        let position = |names: &[&str]| header.iter().take(MAX_COLUMNS).position(|name| names.contains(&plain(name).as_str()));
        let (subject, name) = (position(&["subject", "주제"]), position(&["이름", "성명"]));
        let title = subject.filter(|_| !self.has(Column::Title)).or(name.filter(|_| !self.has(Column::Title)));
        title.into_iter().for_each(|index| self.mean(Column::Title, index));
        // A program of breaks and talks has "what it is" instead of a title.
        let content = self.index_of(Column::Abstract).filter(|_| !self.has(Column::Title));
        content.into_iter().for_each(|index| self.mean(Column::Title, index));
        let person = name.filter(|index| !self.has(Column::Speakers) && self.meaning(*index).is_none());
        person.into_iter().for_each(|index| self.mean(Column::Speakers, index));
        let used: Vec<&str> =
            [title, person].into_iter().flatten().filter_map(|index| header.get(index)).map(|name| name.trim()).collect();
        self.unknown.retain(|name| !used.contains(&name.as_str()));
    }

    /// In German a "Tag" is a day.
    fn settle_german_days(&mut self, header: &[String]) {
        const GERMAN: [&str; 8] = ["uhrzeit", "zeit", "beginn", "raum", "saal", "titel", "vortrag", "von"];
        let is_named = |names: &[&str]| header.iter().take(MAX_COLUMNS).position(|name| names.contains(&plain(name).as_str()));
        let day = is_named(&["tag"]).filter(|_| !self.has(Column::Date) && is_named(&GERMAN).is_some());
        day.into_iter().for_each(|index| self.mean(Column::Date, index));
    }

    /// Takes a column whose name is not known as that of the titles.
    pub fn take_as_title(&mut self, index: usize, header: &[String]) {
        let name = header.get(index).map_or("", |name| name.trim());
        self.unknown.retain(|other| other != name);
        self.taken_as_title = Some(if name.is_empty() { import::letters(index) } else { line::excerpt(name) });
        self.mean(Column::Title, index);
    }

    /// Adds the meaning of a column that was made of another one.
    pub fn add(&mut self, column: Column, index: usize) {
        self.mean(column, index);
    }

    fn mean(&mut self, column: Column, index: usize) {
        self.found.retain(|(_, at)| *at != index);
        self.found.push((column, index));
    }

    /// Returns the unknown names that are similar to a name of a column that the table lacks, with that name.
    pub fn misspelt(&self) -> Vec<(&str, &'static str)> {
        let lacking = || Column::ALL.iter().filter(|column| !self.has(**column)).flat_map(|column| names(*column));
        let meant = |name: &String| similar::meant(name, lacking());
        self.unknown.iter().filter_map(|name| Some((name.as_str(), meant(name)?))).collect()
    }

    /// Whether the columns are enough for a program.
    pub fn is_usable(&self) -> bool {
        self.has(Column::Title) && self.has(Column::Start)
    }

    /// Whether a column is about the time of sessions.
    pub fn names_times(&self) -> bool {
        [Column::Date, Column::Start, Column::End].into_iter().any(|column| self.has(column))
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
    let word = name.split(['(', '[', ':']).next().unwrap_or_default();
    title::normal(&unaccented(word))
}

/// What the answers to a question are, by a word in it.
const QUESTIONS: [(Column, &[&str]); 2] = [(Column::Title, &["title", "제목"]), (Column::Speakers, &["speaker", "발표자"])];

/// Names that only count until another column has a clearer one: beside "date", a column "day" holds "Day 1".
const VAGUE: [&str; 36] = [
    "day",
    "일정",
    "dia",
    "jour",
    "giorno",
    "dag",
    "name",
    "topic",
    "session",
    "sessionname",
    "sessiontitle",
    "event",
    "activity",
    "what",
    "presentation",
    "act",
    "artist",
    "행사",
    "세션",
    "강의",
    "강연",
    "프로그램",
    "venue",
    "location",
    "위치",
    "time",
    "시간",
    "when",
    "schedule",
    "slot",
    "발표",
    "host",
    "moderator",
    "facilitator",
    "who",
    "info",
];

fn is_vague(name: &str) -> bool {
    VAGUE.contains(&plain(name).as_str()) || is_in_utc(name)
}

/// Whether times are UTC by the name of their column: `start_utc`.
pub(super) fn is_in_utc(name: &str) -> bool {
    let name = plain(name);
    name.len() > 3 && name.is_ascii() && name.ends_with("utc")
}

/// Returns the meaning of a name.
pub(super) fn find(name: &str) -> Option<Column> {
    if name.len() > MAX_NAME {
        return None;
    }
    let (written, inside, name) = (name, in_brackets(name), plain(name));
    let name = if is_in_utc(&name) { name[..name.len() - 3].to_owned() } else { name };
    let column = |name: &str| match (meaning(name)?, inside.and_then(|word| meaning(&title::normal(word)))) {
        // "Start (date)" beside "Start (time)".
        (Column::Start, Some(Column::Date)) => Some(Column::Date),
        (Column::End, Some(Column::Date)) => Some(Column::EndDate),
        (column, _) => Some(column),
    };
    let titled = || both(written).map(|_| Column::Title);
    column(&name).or_else(titled).or_else(|| {
        // "Session location". The id of a session is not that of each paper in it.
        let rest = SUBJECTS.iter().find_map(|subject| name.strip_prefix(subject))?;
        column(rest).filter(|column| *column != Column::Id)
    })
}

/// Returns what stands in brackets behind a name.
fn in_brackets(name: &str) -> Option<&str> {
    Some(name.split_once('(')?.1.split_once(')')?.0)
}

/// What most columns are about; their names may say it, too.
const SUBJECTS: [&str; 17] = [
    "session",
    "event",
    "talk",
    "presentation",
    "card",
    "세션",
    "발표",
    "강연",
    "행사", // What a form asks for, and what came of it.
    "confirmed",
    "assigned",
    "final",
    "확정",
    "최종",
    "배정",
    "scheduled",
    "actual",
];

/// Longer texts are not names of columns.
const MAX_NAME: usize = 200;

/// What may stand between the names of titles and of people.
const SIGNS: [&str; 7] = [" / ", "/", " | ", " & ", "·", "+", "및"];

/// Returns the two names of a column that has titles and people together.
pub(super) fn both(name: &str) -> Option<(&str, &str)> {
    let is_both = |(title, people): &(&str, &str)| find(title) == Some(Column::Title) && find(people) == Some(Column::Speakers);
    let in_brackets = || name.trim().strip_suffix(')')?.split_once('(');
    let beside = SIGNS.iter().filter_map(|sign| name.split_once(sign));
    beside.chain(in_brackets()).chain(name.split_once('\n')).find(is_both)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_read() {
        let columns = |header: &[&str]| Columns::of(&header.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
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
        for header in [
            ["Datum", "Beginn", "Ende", "Raum", "Titel", "Referent*innen"],
            ["Tag", "Uhrzeit", "Ende", "Saal", "Vortrag", "Sprecherin"],
            ["Date", "Début", "Fin", "Salle", "Titre", "Intervenants"],
            ["Fecha", "Hora inicio", "Hora fin", "Sala", "Título", "Ponentes"],
            ["Data", "Início", "Término", "Sala", "Título", "Palestrante"],
            ["Data", "Inizio", "Fine", "Aula", "Titolo", "Relatore"],
            ["Datum", "Begintijd", "Eindtijd", "Zaal", "Titel", "Spreker"],
            ["Dato", "Starttid", "Sluttid", "Lokale", "Foredrag", "Oplægsholder"],
            ["日付", "開始", "終了", "会場", "タイトル", "登壇者"],
            ["日期", "开始时间", "结束时间", "会场", "议题", "讲者"],
            ["날짜", "시작", "종료", "장소", "제목", "발표자"],
        ] {
            let meanings = columns(&header).found.into_iter().map(|(column, _)| column).collect::<Vec<_>>();
            for column in [Column::Date, Column::Start, Column::End, Column::Room, Column::Title, Column::Speakers] {
                assert!(meanings.contains(&column), "{header:?} {column:?}");
            }
        }
        for name in ["Session / Speaker", "발표제목(발표자)", "제목/연사", "Titel | Referent", "Title\nSpeaker"] {
            assert!(super::both(name).is_some(), "{name}");
        }
        for name in ["Session", "Session (min)", "Room / Speaker", "Speaker / Title"] {
            assert_eq!(super::both(name), None, "{name}");
        }
        let papers = columns(&["Date", "Start", "Session name", "Paper title"]);
        assert_eq!((papers.index_of(Column::Title), papers.second_title), (Some(3), Some(2)));
    }
}
