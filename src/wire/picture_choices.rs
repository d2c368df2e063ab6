//! `siganpyo-choices/1`: the user's last choices for pictures and what the device cannot guess, as stored on the device.
//!
//! The screen, the zone and the theme are [settings](super::settings). These are separate, since only the wallpaper page
//! reads them.

use super::tree::Node;
use crate::program::{Color, Date};
use serde::Serialize;

const FORMAT: &str = "siganpyo-choices/1";

/// The choices. Absent fields were not chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PictureChoices {
    /// What is used instead of the phone's screen: the word for a square, a story or a sheet of paper.
    pub other: Option<String>,
    /// Name of the design; absent for the one that reads best.
    pub design: Option<String>,
    /// Whether it has a QR code.
    pub code: bool,
    /// Whether it shows only what is not over yet.
    pub from_now: bool,
    /// Whether it shows only the present day, whichever that is.
    pub today: bool,
    /// The day at the venue on which they were made.
    pub on: Option<Date>,
    /// Id of the program that the days and the colour belong to.
    pub program: String,
    /// The days of it that are shown; empty for all.
    pub days: Vec<Date>,
    /// The conference's colour, if the user set it.
    pub color: Option<Color>,
    /// Whether it lacks the conference's logo.
    pub without_logo: bool,
}

#[derive(Serialize)]
struct ChoicesFile<'a> {
    format: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    design: Option<&'a str>,
    code: bool,
    from_now: bool,
    today: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<String>,
    program: &'a str,
    days: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    color: Option<String>,
    without_logo: bool,
}

impl PictureChoices {
    /// Reads what [`PictureChoices::write`] wrote; the default if that is damaged or of another version.
    pub fn read(text: &str) -> PictureChoices {
        let Some(mut fields) = serde_json::from_str::<Node>(text).ok().and_then(|node| node.record("")) else {
            return PictureChoices::default();
        };
        if fields.maybe_text("format").as_deref() != Some(FORMAT) {
            return PictureChoices::default();
        }
        PictureChoices {
            other: fields.maybe_text("other"),
            design: fields.maybe_text("design"),
            code: fields.flag("code"),
            from_now: fields.flag("from_now"),
            today: fields.flag("today"),
            on: fields.maybe_text("on").and_then(|day| Date::parse(&day)),
            program: fields.maybe_text("program").unwrap_or_default(),
            days: fields.texts("days").iter().filter_map(|day| Date::parse(day)).collect(),
            color: fields.maybe_text("color").and_then(|color| Color::parse(&color)),
            without_logo: fields.flag("without_logo"),
        }
    }

    /// Writes the choices.
    pub fn write(&self) -> String {
        let file = ChoicesFile {
            format: FORMAT,
            other: self.other.as_deref(),
            design: self.design.as_deref(),
            code: self.code,
            from_now: self.from_now,
            today: self.today,
            on: self.on.map(|day| day.to_string()),
            program: &self.program,
            days: self.days.iter().map(Date::to_string).collect(),
            color: self.color.map(|color| color.to_string()),
            without_logo: self.without_logo,
        };
        serde_json::to_string(&file).expect("plain data")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_read_as_they_were_written() {
        let choices = PictureChoices {
            other: Some("a4".to_owned()),
            design: Some("grid".to_owned()),
            code: true,
            on: Date::parse("2018-08-17"),
            program: "p".to_owned(),
            days: vec![Date::parse("2018-08-18").unwrap()],
            color: Color::parse("#d0104c"),
            without_logo: true,
            ..PictureChoices::default()
        };
        for choices in [choices, PictureChoices { from_now: true, today: true, ..PictureChoices::default() }] {
            assert_eq!(PictureChoices::read(&choices.write()), choices);
        }
    }

    #[test]
    fn damaged_choices_and_those_of_another_version_are_ignored() {
        for text in ["", "[]", "{\"code\":true}", r#"{"format":"siganpyo-choices/2","code":true}"#] {
            assert_eq!(PictureChoices::read(text), PictureChoices::default(), "{text}");
        }
        let odd = r##"{"format":"siganpyo-choices/1","code":1,"days":["never","2018-08-18"],"color":"red","program":7}"##;
        let days = vec![Date::parse("2018-08-18").unwrap()];
        assert_eq!(PictureChoices::read(odd), PictureChoices { days, ..PictureChoices::default() });
    }
}
