//! The messages between the page and the worker.
//!
//! A request is the JavaScript object `{ id, job, buffers }` and its answer `{ id, answer, buffers }`: `job` and `answer` are
//! [`Job`] and [`Answer`] as JSON, `buffers` is a list of `ArrayBuffer`s that are transferred, not copied. The worker answers
//! every request, in the order of the requests.

use super::error::ReadError;
use super::tree::{Fields, Node};
use serde::{Deserialize, Serialize};

/// What the page asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Job {
    /// Load the fonts and get ready, so that the first picture comes quickly.
    Warm,
    /// Paint the plan.
    Wallpaper(Box<WallpaperJob>),
    /// Turn a file into a program; the file is the first buffer.
    Import(ImportJob),
}

/// Which picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WallpaperJob {
    /// A program file.
    pub program: String,
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
        /// What it cost.
        timings: Timings,
    },
    /// A program and what is to be said about it.
    Imported {
        /// A program file.
        program: String,
        /// Sentences for the person who opened the file.
        warnings: Vec<String>,
    },
    /// It could not be done.
    Refused {
        /// What and why.
        message: String,
        /// What to do next.
        hint: String,
    },
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
                Some(Answer::Wallpaper { pictures, timings: read_timings(content.record("timings").ok()?)? })
            }
            "imported" => Some(Answer::Imported { program: content.maybe_text("program")?, warnings: content.texts("warnings") }),
            "refused" => Some(Answer::Refused { message: content.maybe_text("message")?, hint: content.maybe_text("hint")? }),
            _ => None,
        }
    }
}

fn read_picture(mut row: Fields<'_>) -> Result<Picture, ReadError> {
    Ok(Picture {
        width: row.number("width")? as u32,
        height: row.number("height")? as u32,
        entries: row.texts("entries"),
        text: row.text("text")?,
    })
}

fn read_timings(mut row: Fields<'_>) -> Option<Timings> {
    let mut micros = |key: &str| row.number(key).ok().map(|micros| micros as u32);
    Some(Timings { layout: micros("layout")?, paint: micros("paint")?, encode: micros("encode")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_as_they_were_written() {
        let picture = Picture { width: 1179, height: 2556, entries: vec!["a".to_owned()], text: "13:00 A\n".to_owned() };
        let timings = Timings { layout: 1, paint: 2, encode: 3 };
        for answer in [
            Answer::Warm,
            Answer::Wallpaper { pictures: vec![picture], timings },
            Answer::Imported { program: "{}".to_owned(), warnings: vec!["w".to_owned()] },
            Answer::Refused { message: "no".to_owned(), hint: "yes".to_owned() },
        ] {
            assert_eq!(Answer::read(&serde_json::to_string(&answer).unwrap()), Some(answer));
        }
        assert_eq!(Answer::read("{\"song\":{}}"), None);
    }
}
