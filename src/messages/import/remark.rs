//! What importing a file left out or changed.

use crate::messages::column::Column;
use crate::program::Date;

/// What could not be imported unchanged, and what was done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The session has no title.
    NoTitle {
        /// The title that is shown instead.
        shown: String,
    },
    /// The time zone that was given was not used, since the file states another one.
    OtherTimeZone {
        /// The zone that was given.
        given: String,
        /// The zone of the program.
        stated: String,
    },
    /// Left out: it has no start.
    NoStart,
    /// Left out: this year is implausible.
    ImpossibleYear {
        /// The date.
        start: String,
        /// The first plausible year.
        first: u16,
        /// The last plausible year.
        last: u16,
    },
    /// Its end was dropped: no session takes this long.
    TooLong {
        /// Its length.
        hours: i64,
        /// The limit.
        limit: i64,
    },
    /// Sessions on another day than that of their start.
    DayMoved {
        /// The number of sessions.
        count: usize,
        /// The first few titles.
        first: Vec<String>,
    },
    /// A session has more speakers and rooms than the limit.
    ListCut {
        /// How many were left out.
        left_out: usize,
    },
    /// Left out: this is not a time.
    NotAStart(String),
    /// Left out: it is unclear what is the day and what is the month.
    AmbiguousDate {
        /// The text in the file.
        text: String,
        /// The dates that it may be.
        readings: [Date; 2],
    },
    /// The order of day and month was guessed, since the dates are closer together like this.
    DateOrder {
        /// The first such date in the file.
        text: String,
        /// How it was read.
        read: String,
    },
    /// The weekday beside a date is another one.
    WrongWeekday {
        /// The text in the file.
        text: String,
        /// The date.
        date: Date,
    },
    /// Its end was dropped: this is not a time.
    NotAnEnd(String),
    /// Its end was dropped: it is before the start.
    EndsBeforeStart,
    /// Sessions without an end.
    NoEnd {
        /// The number of sessions.
        count: usize,
        /// The first few titles.
        first: Vec<String>,
    },
    /// The clock skips this time or shows it twice.
    OddTime {
        /// The time that was used, in RFC 3339.
        assumed: String,
    },
    /// Texts were cut because they were too long.
    Shortened {
        /// The number of texts.
        count: usize,
        /// The first few titles.
        first: Vec<String>,
    },
    /// Local times that are marked as UTC.
    FalseOffsets {
        /// The number of times.
        count: usize,
        /// The first few titles.
        first: Vec<String>,
    },
    /// The whole program is at night, as if local times were marked as UTC.
    PerhapsNotUtc,
    /// All times have the offset +00:00 and nothing else states a zone.
    OnlyUtc,
    /// In the cells of a grid, names behind titles were taken as the people.
    PeopleBehindTitles {
        /// How many cells.
        count: usize,
    },
    /// It is no session, but says when the day is over.
    OnlyAnEnd,
    /// Rooms have nothing but numbers that begin with zero, which may be places in a list that is elsewhere.
    NumberedRooms,
    /// No session says when it ends, so each ends when the next one in its room begins, if that is soon.
    EndsOfNextStarts {
        /// How many got an end.
        count: usize,
    },
    /// The time zone that the file states contradicts its times.
    ZoneByOffset {
        /// The stated zone.
        stated: String,
        /// The zone that was used.
        assumed: String,
    },
    /// A link that does not lead to the web.
    UnsafeLink(String),
    /// Two sessions have the same id.
    RepeatedId {
        /// The id.
        id: String,
        /// The new id of the later session.
        now: String,
    },
    /// A field of a program file is unknown but similar to a known one.
    MisspeltField {
        /// The field.
        field: String,
        /// The known one.
        meant: String,
        /// How often it occurs.
        count: usize,
    },
    /// A column that is not used but has a name similar to a known one.
    MisspeltColumn {
        /// The name.
        column: String,
        /// The known name.
        meant: String,
    },
    /// A table has no header: these columns, by their index, were recognised by their cells.
    NoHeader(Vec<(usize, Column)>),
    /// No column of a table is called a title, and this one was taken.
    TakenAsTitle {
        /// Its name.
        column: String,
    },
    /// A table was read as a grid with these rooms.
    Grid {
        /// The first few names.
        rooms: Vec<String>,
    },
    /// Sessions after midnight were taken as being in the night after the day under which they stand.
    AfterMidnight {
        /// The number of sessions.
        count: usize,
        /// The first few titles.
        first: Vec<String>,
    },
    /// Times without AM and PM were taken to be in the afternoon.
    Afternoons {
        /// The number of sessions.
        count: usize,
    },
    /// The names of the sheets were taken as rooms.
    SheetsAreRooms {
        /// The names.
        rooms: Vec<String>,
    },
    /// The names above parts of a table were taken as rooms.
    HeadingsAreRooms {
        /// The names.
        rooms: Vec<String>,
    },
    /// Sheets or tables that are not timetables were left out.
    TablesLeftOut(Vec<String>),
    /// A line that states the first day does not state a date.
    NotADay(String),
    /// A quotation mark in a table is never closed and was left out.
    UnclosedQuote,
    /// Unknown columns.
    UnknownColumns(Vec<String>),
    /// Left out: the session was not accepted.
    NotAccepted(String),
    /// Left out: the repetition rule is not supported.
    Repetition(String),
    /// Some repetitions of a session were left out.
    RepetitionsCut {
        /// How many were kept.
        taken: usize,
    },
    /// A metadata line with an unknown key.
    UnknownKey(String),
    /// A walking time is longer than the limit.
    TooFar {
        /// The text in the file.
        minutes: u32,
        /// The limit.
        limit: u32,
    },
    /// There are more walking times than the limit.
    WalksCut {
        /// How many were kept.
        taken: usize,
        /// How many were left out.
        left_out: usize,
    },
    /// How the sessions of a file of unknown form were found.
    ReadFrom(Box<Form>),
    /// A page without a table was read by its times.
    Outlined {
        /// How many sessions were found.
        sessions: usize,
        /// How many of them have a room.
        with_rooms: usize,
    },
    /// Blocks of talks, such as "Session 3", whose talks are the sessions.
    Blocks {
        /// The number of blocks.
        count: usize,
        /// The first few titles.
        first: Vec<String>,
    },
    /// Days were completed with what the file says elsewhere, or with what was given.
    DaysCompleted {
        /// The year, if days had none.
        year: Option<u16>,
        /// The first day, if days were weekdays or numbers.
        first: Option<Date>,
    },
    /// Another timetable of the page, by its first day and session, with the number of its sessions.
    TimetableLeftOut(String, usize),
    /// The page says no days beside its timetables, and each is one of the days.
    TimetablesAreDays {
        /// How many.
        days: usize,
    },
    /// All sessions are on one of several days that the page speaks of.
    OneDayOfSeveral {
        /// The day of all sessions.
        day: Date,
        /// The first day that the page names.
        first: Date,
        /// The last one.
        last: Date,
    },
    /// A list with times that is not part of the program.
    ListLeftOut {
        /// Where it is.
        list: String,
        /// How many entries it has.
        count: usize,
        /// The first title.
        first: String,
    },
    /// What happens in sessions, such as papers, is in their descriptions.
    PartsOfSessions {
        /// The number of such parts.
        count: usize,
    },
    /// No session had an end, so each ends when the next one starts.
    EndsByNext {
        /// The number of sessions.
        count: usize,
    },
    /// Only the day says when it begins, and what happens on it how long it takes.
    OneAfterTheOther {
        /// The number of sessions that begin later than the day.
        count: usize,
    },
    /// Rows between two times of a grid were read as the times between them.
    RowsBetween {
        /// The number of such rows.
        count: usize,
        /// Minutes from one row to the next.
        minutes: i64,
    },
    /// There are more warnings than anybody reads.
    More {
        /// The number of further warnings.
        count: usize,
    },
    /// A walking time cannot be read.
    NotAWay(String),
    /// A walking time of a room without sessions.
    UnknownRoom(String),
    /// A line of names that mean the same has fewer than two.
    NotAnAlias(String),
    /// There are more groups of names than the limit.
    AliasesCut {
        /// How many were kept.
        taken: usize,
        /// How many were left out.
        left_out: usize,
    },
    /// The program's title, and perhaps its id, were made from the name of the file.
    NamedAfterFile {
        /// The title.
        title: String,
        /// The id, if it was made from the title.
        id: Option<String>,
    },
    /// The program's title stands alone above the table.
    NamedAfterRow {
        /// The title.
        title: String,
    },
    /// The file does not state the program's title.
    NoProgramTitle {
        /// The title that is used.
        assumed: String,
    },
}

/// How the sessions of a file of unknown form were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The lists that hold them.
    pub lists: Vec<String>,
    /// The field of their titles.
    pub title: String,
    /// The field of their starts, if it is a field.
    pub start: Option<String>,
    /// Whether their days are keys.
    pub days_from_keys: bool,
    /// Whether their rooms are keys.
    pub rooms_from_keys: bool,
    /// Whether their rooms follow from their columns.
    pub rooms_from_columns: bool,
}
