//! The messages between the page and the worker.
//!
//! A request is the JavaScript object `{ id, job, program, buffers }` and its answer `{ id, answer, buffers }`: `job` and `answer` are
//! [`Job`] and [`Answer`] as JSON, `buffers` is a list of `ArrayBuffer`s that are transferred, not copied. The worker answers
//! every request, in the order of the requests.
//!
//! Program files are never part of the JSON, which would be written, copied and read with every request. They are buffers
//! with UTF-8. `program` is only set if the painter is to paint another program than before; it keeps the program that it has
//! read.

use super::error::ReadError;
use super::import_job::{self, ImportJob, ImportedColumn, Offer};
use super::tree::{Fields, Node};
use crate::messages::Refusal;
use crate::plan::Attachment;
use crate::program::SessionId;
use crate::program::versions::Verdict;
use serde::{Deserialize, Serialize, Serializer};

/// A request of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Job {
    /// Load the fonts and get ready, so that the first picture comes quickly.
    Warm {
        /// Tag of the language of error messages.
        language: String,
    },
    /// Paint the plan for the program that was sent last.
    Wallpaper(Box<WallpaperJob>),
    /// Draw the QR code of a text.
    Code {
        /// The text.
        text: String,
    },
    /// Import the files in the buffers as a program.
    Import(ImportJob),
    /// Tell how the files in the buffers would begin if they were imported so.
    Begin(ImportJob),
    /// Tell which zones a text may lead to, and how the files in the buffers would begin in each.
    Zones {
        /// How to read them; `zones` are all that there are.
        job: ImportJob,
        /// What was typed.
        text: String,
    },
    /// Tell what the web page in the first buffer names as other forms of its program.
    Sources {
        /// Where it was fetched.
        address: String,
    },
    /// Take the workbooks in the buffers apart.
    TakeApart,
    /// Compare two programs, and compute which sessions the picks follow.
    Compare(CompareJob),
    /// Pack the program in the first buffer for a link.
    Pack,
    /// Look for a QR code in a picture; the first buffer has the brightness of each pixel, row by row.
    Scan {
        /// Pixels of a row.
        width: u32,
    },
    /// Show what an organiser chooses for a site, or make the site. Texts alone, since every page carries this enumeration and organisers are few.
    Desk {
        /// Names and values in turn: `language`; `action`, the button that was pressed; `draft`, what the publisher handed out when the
        /// page was open before; a `file` for each buffer, which is a `program`, an `icon` or the archive of the site of `before`; and
        /// `field:` with the name of a field for what was typed into it. Without fields all of the page is wanted.
        said: Vec<String>,
    },
}

/// The options of a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WallpaperJob {
    /// A stored plan.
    pub plan: String,
    /// Tag of the language of the texts in the picture.
    pub language: String,
    /// Width of the screen in pixels.
    pub width: u32,
    /// Height of the screen in pixels.
    pub height: u32,
    /// The zone as returned by [`Zone::label`](crate::wallpaper::Zone::label).
    pub zone: String,
    /// Name of the design; absent for the one that reads best, as from a page that knows no designs.
    pub design: Option<String>,
    /// Name of the theme.
    pub theme: String,
    /// Only this program day, as `2018-08-18`; all days where absent.
    pub day: Option<String>,
    /// Only what is not over at this moment, as `2018-08-18T13:00:00+09:00`.
    pub from: Option<String>,
    /// The conference's colour as `#rrggbb`, for the theme that has it.
    pub color: Option<String>,
    /// The file of the conference's logo, see [`Mark`](crate::wallpaper::Mark).
    pub logo: Option<String>,
    /// Width and height of the photo whose RGBA pixels are the first buffer, for the theme that has one.
    pub photo: Option<(u32, u32)>,
    /// An address to show as a QR code.
    pub link: Option<String>,
    /// Name of the paper to fold, see [`Paper`](crate::wallpaper::Paper); screen and zone are then ignored.
    pub paper: Option<String>,
    /// Only the first picture, with width and height divided by this.
    pub shrink: Option<u32>,
}

/// Two programs: the first buffer is the stored program file, the second the one that may replace it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompareJob {
    /// The stored plan for the first program.
    pub plan: Option<String>,
}

/// An answer of the worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Ready to paint.
    Warm,
    /// The pictures, each a PNG in the buffer with the same index.
    Wallpaper {
        /// In the order of the day.
        pictures: Vec<Picture>,
        /// Whether characters are missing because a font subset could not be fetched.
        lacking: bool,
        /// The time that it took.
        timings: Timings,
    },
    /// A QR code, see [`QrCode::path`](crate::wallpaper::QrCode::path).
    Code {
        /// Modules of a side, with the quiet zone; 0 if the text is too long.
        side: u32,
        /// The dark modules.
        path: String,
    },
    /// A program, whose file is the first buffer, with warnings.
    Imported {
        /// Sentences for the user.
        warnings: Vec<String>,
        /// The columns of a table; empty if the file is not a table.
        columns: Vec<ImportedColumn>,
        /// The fields of structured data of unknown form; empty if the file is something else.
        fields: Vec<ImportedColumn>,
    },
    /// The first sessions, without their zone if that is unknown; none if it cannot be imported so.
    Begun {
        /// In program order, as in [`Offer::sessions`].
        sessions: Vec<String>,
    },
    /// Zones that were looked for.
    Zones {
        /// The best first.
        zones: Vec<Offer>,
    },
    /// The file is a calendar file of ours, and this is the plan in it.
    Planned {
        /// A plan file.
        plan: String,
    },
    /// The file does not state its time zone, and none was given or it does not exist.
    ZoneNeeded {
        /// What is wrong and why.
        message: String,
        /// What to do next.
        hint: String,
        /// What can be chosen with one tap, the likeliest first.
        zones: Vec<Offer>,
    },
    /// The file names its days without saying when they are, or the first day that was given contradicts it.
    DayNeeded {
        /// What is wrong and why.
        message: String,
        /// What to do next.
        hint: String,
    },
    /// What the publisher shows.
    Desk {
        /// Names and values in turn: `part:` with the name of a part and its markup; `draft`, what to hand in when the page is opened
        /// again; `file`, the name of the file in the first buffer; and `more` if the same action is to be asked for again.
        said: Vec<String>,
    },
    /// Other forms of a web page's program.
    Sources {
        /// The best first; none where the file is no web page.
        addresses: Vec<String>,
    },
    /// The workbook in the first buffer must be taken apart first.
    WorkbookNeeded,
    /// The sheets of workbooks, each as a text in the buffers.
    Apart,
    /// Several lists in the file may be the sessions.
    ListNeeded {
        /// The lists, the largest first.
        lists: Vec<Offer>,
    },
    /// The program as [`packed_program`](super::packed_program) writes it.
    Packed {
        /// The text.
        data: String,
    },
    /// What the QR code says, if one was found.
    Scanned {
        /// Its text.
        text: Option<String>,
    },
    /// How the new program relates to the old one.
    Compared {
        /// Sent as its [label](Verdict::label).
        #[serde(serialize_with = "verdict_label")]
        verdict: Verdict,
        /// Number of sessions that were changed, added or removed.
        changed: u64,
        /// What is to be done with the picks.
        #[serde(serialize_with = "attachment_rows")]
        attachments: Vec<Attachment>,
    },
    /// The request failed.
    Refused {
        /// What is wrong and why.
        message: String,
        /// What to do next.
        hint: String,
        /// How a refused file is built, without what it says; empty if no file was refused.
        report: String,
        /// The fields of what may be the sessions, to be corrected.
        fields: Vec<ImportedColumn>,
    },
}

/// One picture of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Ids of the entries that it shows.
    pub entries: Vec<String>,
    /// Its content as text, for screen readers.
    pub text: String,
    /// Whether it has the QR code that was asked for; it has not where that would be too dense, or cost another picture.
    pub coded: bool,
    /// Name of its design; absent from a worker that knows no designs.
    pub design: Option<String>,
}

/// Microseconds spent on a picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Timings {
    /// From plan to scene.
    pub layout: u32,
    /// From scene to pixels.
    pub paint: u32,
    /// From pixels to PNG.
    pub encode: u32,
}

impl Answer {
    /// [`Answer::Apart`] as it is sent.
    pub const APART: &str = "\"apart\"";

    /// Returns the answer to a request that failed for a reason that is in no file.
    pub fn refused(refusal: Refusal) -> Answer {
        let Refusal { message, hint } = refusal;
        Answer::Refused { message, hint, report: String::new(), fields: Vec::new() }
    }

    /// Reads an answer; `None` if it is invalid, such as from a worker of another version.
    pub fn read(text: &str) -> Option<Answer> {
        match text {
            "\"warm\"" => return Some(Answer::Warm),
            Answer::APART => return Some(Answer::Apart),
            "\"workbook-needed\"" => return Some(Answer::WorkbookNeeded),
            _ => {}
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
            "code" => Some(Answer::Code { side: content.small_number("side").ok()?, path: content.maybe_text("path")? }),
            "imported" => Some(Answer::Imported {
                warnings: content.texts("warnings"),
                columns: content.each("columns", import_job::read_column).ok()?,
                fields: content.each("fields", import_job::read_column).ok()?,
            }),
            "begun" => Some(Answer::Begun { sessions: content.texts("sessions") }),
            "zones" => Some(Answer::Zones { zones: content.each("zones", import_job::read_offer).ok()? }),
            "compared" => Some(Answer::Compared {
                verdict: Verdict::from_label(&content.maybe_text("verdict")?)?,
                changed: content.number("changed").ok()?,
                attachments: content.each("attachments", read_attachment).ok()?,
            }),
            "zone-needed" => Some(Answer::ZoneNeeded {
                message: content.maybe_text("message")?,
                hint: content.maybe_text("hint")?,
                zones: content.each("zones", import_job::read_offer).ok()?,
            }),
            "day-needed" => {
                Some(Answer::DayNeeded { message: content.maybe_text("message")?, hint: content.maybe_text("hint")? })
            }
            "list-needed" => Some(Answer::ListNeeded { lists: content.each("lists", import_job::read_offer).ok()? }),
            "sources" => Some(Answer::Sources { addresses: content.texts("addresses") }),
            "planned" => Some(Answer::Planned { plan: content.maybe_text("plan")? }),
            "packed" => Some(Answer::Packed { data: content.maybe_text("data")? }),
            "desk" => Some(Answer::Desk { said: content.texts("said") }),
            "scanned" => Some(Answer::Scanned { text: content.maybe_text("text") }),
            "refused" => Some(Answer::Refused {
                message: content.maybe_text("message")?,
                hint: content.maybe_text("hint")?,
                report: content.maybe_text("report")?,
                fields: content.each("fields", import_job::read_column).ok()?,
            }),
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
        coded: row.flag("coded"),
        design: row.maybe_text("design"),
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
        let design = Some("ticket".to_owned());
        let (entries, text) = (vec!["a".to_owned()], "13:00 A\n".to_owned());
        let picture = Picture { width: 1179, height: 2556, entries, text, coded: true, design };
        let attachment =
            Attachment { pick: SessionId::new("a"), edit: 3, now: SessionId::new("b"), candidates: vec![SessionId::new("c")] };
        let column = ImportedColumn { name: "When".to_owned(), meaning: "start".to_owned() };
        let first = "2018-08-18T13:00:00+09:00 A".to_owned();
        let offer = Offer { value: "Asia/Seoul".to_owned(), is_likely: true, count: 12, sessions: vec![first.clone()] };
        let timings = Timings { layout: 1, paint: 2, encode: 3 };
        for answer in [
            Answer::Warm,
            Answer::Apart,
            Answer::WorkbookNeeded,
            Answer::Wallpaper { pictures: vec![picture], lacking: true, timings },
            Answer::Imported { warnings: vec!["w".to_owned()], columns: vec![column.clone()], fields: vec![column.clone()] },
            Answer::Begun { sessions: vec![first] },
            Answer::DayNeeded { message: "no".to_owned(), hint: "yes".to_owned() },
            Answer::ListNeeded { lists: vec![offer.clone()] },
            Answer::Zones { zones: vec![offer.clone()] },
            Answer::ZoneNeeded { message: "no".to_owned(), hint: "yes".to_owned(), zones: vec![offer] },
            Answer::Compared { verdict: Verdict::Doubtful(Doubt::Older), changed: 2, attachments: vec![attachment] },
            Answer::Scanned { text: Some("https://example.org".to_owned()) },
            Answer::Scanned { text: None },
            Answer::Desk { said: vec!["part:preview".to_owned(), String::new()] },
            Answer::Sources { addresses: vec!["https://example.org/schedule.xml".to_owned()] },
            Answer::Code { side: 29, path: "M4 4h1v1h-1z".to_owned() },
            Answer::Planned { plan: "{}".to_owned() },
            Answer::Packed { data: "1abc".to_owned() },
            Answer::Refused { message: "no".to_owned(), hint: "yes".to_owned(), report: "{}".to_owned(), fields: vec![column] },
        ] {
            assert_eq!(Answer::read(&serde_json::to_string(&answer).unwrap()), Some(answer));
        }
        assert_eq!(Answer::read("{\"song\":{}}"), None);
    }
}
