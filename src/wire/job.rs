//! The messages between the page and the worker.
//!
//! A request is the JavaScript object `{ id, job, program, buffers }` and its answer `{ id, answer, buffers }`: `job` and `answer` are
//! [`Job`] and [`Answer`] as JSON, `buffers` is a list of `ArrayBuffer`s that are transferred, not copied. The worker answers
//! every request, in the order of the requests.
//!
//! Program files are never part of the JSON, which would be written, copied and read with every request. They are buffers with UTF-8.
//! `program` is there only where the painter is to paint another program than before; it keeps what it has read.

use super::error::ReadError;
use super::tree::{Fields, Node};
use crate::plan::Attachment;
use crate::program::SessionId;
use crate::program::versions::Verdict;
use serde::{Deserialize, Serialize, Serializer};

/// What the page asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Job {
    /// Load the fonts and get ready, so that the first picture comes quickly.
    Warm {
        /// Tag of the language of a refusal.
        language: String,
    },
    /// Paint the plan for the program that was sent last.
    Wallpaper(Box<WallpaperJob>),
    /// Turn a file into a program; the file is the first buffer.
    Import(ImportJob),
    /// Say what one program is to another, and which sessions the picks follow.
    Compare(CompareJob),
}

/// Which picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WallpaperJob {
    /// A stored plan.
    pub plan: String,
    /// Tag of the language of the few words in the picture.
    pub language: String,
    /// Width of the screen in pixels.
    pub width: u32,
    /// Height of the screen in pixels.
    pub height: u32,
    /// The zone as [`Zone::label`](crate::wallpaper::Zone::label) says it.
    pub zone: String,
    /// Name of the theme.
    pub theme: String,
    /// Only this program day, as `2018-08-18`; all days where absent.
    pub day: Option<String>,
    /// Only what is not over at this moment, as `2018-08-18T13:00:00+09:00`.
    pub from: Option<String>,
    /// The conference's colour as `#rrggbb`, for the theme that has it.
    pub color: Option<String>,
    /// Width and height of the photo whose RGBA pixels are the first buffer, for the theme that has one.
    pub photo: Option<(u32, u32)>,
    /// An address to show as a QR code.
    pub link: Option<String>,
    /// Name of the paper to fold, see [`Paper`](crate::wallpaper::Paper); screen and zone do not count then.
    pub paper: Option<String>,
}

/// How to read the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportJob {
    /// Tag of the language of refusals and warnings.
    pub language: String,
    /// IANA name of the zone to assume where the file states none.
    pub time_zone: Option<String>,
    /// Minutes by which all times are moved.
    pub shift: i32,
    /// What the columns of a table mean, in their order, as [`ImportedColumn::meaning`] says it; guessed where empty.
    pub columns: Vec<String>,
    /// The program's title where the file states none, such as the file's name.
    pub title: Option<String>,
}

/// Two programs: the first buffer is the program file that is kept, the second the one that may take its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompareJob {
    /// The stored plan for the first one.
    pub plan: Option<String>,
}

/// What the worker answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Ready to paint.
    Warm,
    /// The pictures, each a PNG in the buffer of the same place.
    Wallpaper {
        /// In the order in which the day goes.
        pictures: Vec<Picture>,
        /// Whether characters were left out since a part of a font could not be fetched.
        lacking: bool,
        /// What it cost.
        timings: Timings,
    },
    /// A program, whose file is the first buffer, and what is to be said about it.
    Imported {
        /// Sentences for the person who opened the file.
        warnings: Vec<String>,
        /// The columns of a table; none where the file is something else.
        columns: Vec<ImportedColumn>,
    },
    /// The file does not say its time zone, and none was given or one that does not exist.
    ZoneNeeded {
        /// What and why.
        message: String,
        /// What to do next.
        hint: String,
    },
    /// What the new program is to the old one.
    Compared {
        /// Sent as its [label](Verdict::label).
        #[serde(serialize_with = "verdict_label")]
        verdict: Verdict,
        /// Number of sessions that are different, new or gone.
        changed: u64,
        /// What is to be done with the picks.
        #[serde(serialize_with = "attachment_rows")]
        attachments: Vec<Attachment>,
    },
    /// It could not be done.
    Refused {
        /// What and why.
        message: String,
        /// What to do next.
        hint: String,
    },
}

/// A column of a table and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportedColumn {
    /// As its header says.
    pub name: String,
    /// [`Column::word`](crate::messages::column::Column::word), empty where it is not used.
    pub meaning: String,
}

/// One picture of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Ids of the entries that it shows.
    pub entries: Vec<String>,
    /// The same in words, for those who cannot see it.
    pub text: String,
}

/// Microseconds spent on a picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Timings {
    /// Plan to scene.
    pub layout: u32,
    /// Scene to pixels.
    pub paint: u32,
    /// Pixels to PNG.
    pub encode: u32,
}

impl Answer {
    /// Reads an answer; none where it is none, as from a worker of another version.
    pub fn read(text: &str) -> Option<Answer> {
        if text == "\"warm\"" {
            return Some(Answer::Warm);
        }
        let node: Node = serde_json::from_str(text).ok()?;
        let (kind, content) = node.record("")?.into_first()?;
        let mut content = content.record("")?;
        match kind.as_str() {
            "wallpaper" => {
                let pictures = content.each("pictures", read_picture).ok()?;
                let lacking = content.flag("lacking");
                Some(Answer::Wallpaper { pictures, lacking, timings: read_timings(content.record("timings").ok()?)? })
            }
            "imported" => Some(Answer::Imported {
                warnings: content.texts("warnings"),
                columns: content.each("columns", read_column).ok()?,
            }),
            "compared" => Some(Answer::Compared {
                verdict: Verdict::from_label(&content.maybe_text("verdict")?)?,
                changed: content.number("changed").ok()?,
                attachments: content.each("attachments", read_attachment).ok()?,
            }),
            "zone-needed" => {
                Some(Answer::ZoneNeeded { message: content.maybe_text("message")?, hint: content.maybe_text("hint")? })
            }
            "refused" => Some(Answer::Refused { message: content.maybe_text("message")?, hint: content.maybe_text("hint")? }),
            _ => None,
        }
    }
}

fn read_picture(mut row: Fields<'_>) -> Result<Picture, ReadError> {
    Ok(Picture {
        width: row.small_number("width")?,
        height: row.small_number("height")?,
        entries: row.texts("entries"),
        text: row.text("text")?,
    })
}

fn verdict_label<S: Serializer>(verdict: &Verdict, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(verdict.label())
}

/// An [`Attachment`] as it is sent.
#[derive(Serialize)]
struct AttachmentRow<'a> {
    pick: &'a str,
    edit: u64,
    now: &'a str,
    candidates: Vec<&'a str>,
}

pub(super) fn attachment_rows<S: Serializer>(attachments: &[Attachment], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(attachments.iter().map(|attachment| AttachmentRow {
        pick: attachment.pick.as_str(),
        edit: attachment.edit,
        now: attachment.now.as_str(),
        candidates: attachment.candidates.iter().map(SessionId::as_str).collect(),
    }))
}

pub(super) fn read_attachment(mut row: Fields<'_>) -> Result<Attachment, ReadError> {
    Ok(Attachment {
        pick: SessionId::new(row.text("pick")?),
        edit: row.number("edit")?,
        now: SessionId::new(row.text("now")?),
        candidates: row.texts("candidates").into_iter().map(SessionId::new).collect(),
    })
}

fn read_column(mut row: Fields<'_>) -> Result<ImportedColumn, ReadError> {
    Ok(ImportedColumn { name: row.text("name")?, meaning: row.text("meaning")? })
}

fn read_timings(mut row: Fields<'_>) -> Option<Timings> {
    let mut micros = |key: &str| row.small_number(key).ok();
    Some(Timings { layout: micros("layout")?, paint: micros("paint")?, encode: micros("encode")? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::versions::Doubt;

    #[test]
    fn answers_are_read_as_they_were_written() {
        let picture = Picture { width: 1179, height: 2556, entries: vec!["a".to_owned()], text: "13:00 A\n".to_owned() };
        let attachment =
            Attachment { pick: SessionId::new("a"), edit: 3, now: SessionId::new("b"), candidates: vec![SessionId::new("c")] };
        let column = ImportedColumn { name: "When".to_owned(), meaning: "start".to_owned() };
        let timings = Timings { layout: 1, paint: 2, encode: 3 };
        for answer in [
            Answer::Warm,
            Answer::Wallpaper { pictures: vec![picture], lacking: true, timings },
            Answer::Imported { warnings: vec!["w".to_owned()], columns: vec![column] },
            Answer::ZoneNeeded { message: "no".to_owned(), hint: "yes".to_owned() },
            Answer::Compared { verdict: Verdict::Doubtful(Doubt::Older), changed: 2, attachments: vec![attachment] },
            Answer::Refused { message: "no".to_owned(), hint: "yes".to_owned() },
        ] {
            assert_eq!(Answer::read(&serde_json::to_string(&answer).unwrap()), Some(answer));
        }
        assert_eq!(Answer::read("{\"song\":{}}"), None);
    }
}
