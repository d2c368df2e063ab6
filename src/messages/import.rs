//! What importing a file has to say.
//!
//! A catalogue of its own, so that the page, which leaves importing to the worker, does not carry these texts.

use super::Refusal;

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// More bytes than the limit.
    TooLarge {
        /// Size of the file.
        bytes: usize,
        /// The most that is taken.
        limit: usize,
    },
    /// Nothing in it.
    Empty,
    /// Not UTF-8.
    Encoding {
        /// What it seems to be instead.
        likely: Option<&'static str>,
    },
    /// It looks like the right format, but its syntax is broken, as after a download that was cut off.
    Broken {
        /// Where, counted from 1.
        line: Option<u64>,
    },
    /// Something that only looks like a program.
    LookAlike(LookAlike),
    /// No importer recognises it.
    UnknownFormat {
        /// How it begins.
        beginning: String,
    },
    /// A table without the columns that are needed.
    Columns {
        /// What the header says.
        found: Vec<String>,
        /// Whether there is a title column.
        title: bool,
        /// Whether there is a start column.
        start: bool,
    },
    /// More of something than a program may have.
    TooMany {
        /// Of what.
        part: Part,
        /// How many the file has.
        count: usize,
        /// The most that are taken.
        limit: usize,
    },
    /// An id that is empty, too long, or has control characters in it.
    OddId {
        /// As far as it can be shown.
        id: String,
        /// The most bytes of an id.
        limit: usize,
    },
    /// No session that could be shown.
    NoSessions {
        /// Rows that could not be used.
        left_out: usize,
        /// Where the first of them is and why.
        first: Option<Box<(Place, Remark)>>,
    },
    /// The file states local times and no zone.
    NoTimeZone,
    /// No zone has this name.
    UnknownTimeZone {
        /// As written.
        name: String,
        /// Known names like it.
        near: Vec<String>,
    },
}

/// What a program is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Part {
    Sessions,
    Days,
    Rooms,
    Tracks,
}

/// What people open by mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookAlike {
    /// A page of a site.
    HtmlPage,
    /// XML of another kind.
    OtherXml {
        /// Name of the outermost element.
        root: String,
    },
    /// XML with a document type, which may define entities.
    DocumentType,
    /// Shifts for volunteers in the form of a schedule.
    Shifts,
    /// The people of a conference without its sessions.
    PeopleOnly,
    /// PDF, an archive, a picture.
    Binary {
        /// What it is, as its usual name.
        kind: &'static str,
    },
}

/// Where in a file something is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Counted from 1.
    pub line: Option<u64>,
    /// Title of the session.
    pub title: Option<String>,
}

/// What could not be taken as it stands, and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// There is no title.
    NoTitle {
        /// What is shown instead.
        shown: String,
    },
    /// Left out: there is no start.
    NoStart,
    /// Left out: nobody means this year.
    ImpossibleYear {
        /// The date.
        start: String,
        /// The first year that is taken.
        first: u16,
        /// The last one.
        last: u16,
    },
    /// Taken without an end: no session takes so long.
    TooLong {
        /// How long it takes.
        hours: i64,
        /// How long one can take.
        limit: i64,
    },
    /// Sessions on a day that is not that of their start.
    DayMoved {
        /// How many.
        count: usize,
        /// Titles of the first few.
        first: Vec<String>,
    },
    /// A session has more people and rooms than are kept.
    ListCut {
        /// How many were left out.
        left_out: usize,
    },
    /// Left out: this is not a time.
    NotAStart(String),
    /// Taken without an end: this is not a time.
    NotAnEnd(String),
    /// Taken without an end: it ends before it starts.
    EndsBeforeStart,
    /// Sessions without an end.
    NoEnd {
        /// How many.
        count: usize,
        /// Titles of the first few.
        first: Vec<String>,
    },
    /// The clock skips this time or shows it twice.
    OddTime {
        /// What was taken, RFC 3339.
        assumed: String,
    },
    /// Texts were too long and were cut.
    Shortened {
        /// How many.
        count: usize,
        /// Titles of the first few.
        first: Vec<String>,
    },
    /// Times that are local although they are marked as UTC.
    FalseOffsets {
        /// How many.
        count: usize,
        /// Titles of the first few.
        first: Vec<String>,
    },
    /// The whole program takes place by night, as if local times were marked as UTC.
    PerhapsNotUtc,
    /// The zone that the file names contradicts its times.
    ZoneByOffset {
        /// What it says.
        stated: String,
        /// What was taken.
        assumed: String,
    },
    /// A link that does not lead to the web.
    UnsafeLink(String),
    /// Two sessions have one id.
    RepeatedId {
        /// The id.
        id: String,
        /// What the later session is called now.
        now: String,
    },
    /// Columns that nothing is known about.
    UnknownColumns(Vec<String>),
    /// Left out: the session was not accepted.
    NotAccepted(String),
    /// Left out: the rule by which it repeats cannot be followed.
    Repetition(String),
    /// Not all repetitions of a session were taken.
    RepetitionsCut {
        /// How many were.
        taken: usize,
    },
    /// A metadata line with an unknown key.
    UnknownKey(String),
    /// A way between rooms takes longer than any.
    TooFar {
        /// As it stands there.
        minutes: u32,
        /// The most that is taken.
        limit: u32,
    },
    /// There are more ways between rooms than are kept.
    WalksCut {
        /// How many are.
        taken: usize,
        /// How many are not.
        left_out: usize,
    },
    /// There is more to say than anybody reads.
    More {
        /// So many warnings.
        count: usize,
    },
    /// Does not say how long a way takes.
    NotAWay(String),
    /// Minutes of walking for a room in which nothing takes place.
    UnknownRoom(String),
    /// The file does not say what the program is called.
    NoProgramTitle {
        /// What it is called now.
        assumed: String,
    },
}

/// The texts of one language.
pub struct ImportMessages {
    /// A refusal in words.
    pub refusal: fn(&Problem) -> Refusal,
    /// A warning as a sentence.
    pub warning: fn(&Place, &Remark) -> String,
}
