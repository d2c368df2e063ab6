//! Which program crashed the page when it was last shown. `src/early.js` writes this too.

use super::tree::Node;
use serde::Serialize;

/// A program that crashed the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LastStart {
    /// Id of the program in the library; for one on trial, that of the program in use before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
    /// Whether it was the program on trial.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub trial: bool,
    /// Whether it was a new version that has been replaced by the one before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub version: bool,
}

impl LastStart {
    /// Reads what was written; `None` if it names no program.
    pub fn read(text: &str) -> Option<LastStart> {
        let mut fields = serde_json::from_str::<Node>(text).ok()?.record("")?;
        let (trial, version) = (fields.flag("trial"), fields.flag("version"));
        let read = LastStart { program: fields.maybe_text("program"), trial, version };
        Some(read).filter(|read| read.trial || read.program.is_some())
    }

    /// Writes it.
    pub fn write(&self) -> String {
        serde_json::to_string(self).expect("plain data")
    }

    /// Whether it was this program of the library, in its stored version.
    pub fn is_of(&self, program: &str) -> bool {
        !self.trial && !self.version && self.program.as_deref() == Some(program)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_start_is_read_as_it_was_written_and_invalid_without_a_program() {
        let version = LastStart { program: Some("p".to_owned()), trial: false, version: true };
        assert_eq!(LastStart::read(&version.write()), Some(version));
        let read = LastStart::read(r#"{"program":"p","trial":true,"at":1534568400000}"#).unwrap();
        assert!(read.trial && !read.is_of("p"));
        for nothing in ["{}", "null", "", r#"{"trial":false}"#] {
            assert_eq!(LastStart::read(nothing), None, "{nothing}");
        }
    }
}
