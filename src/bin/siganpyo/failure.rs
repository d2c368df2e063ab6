//! What stops a command, in words or as JSON.

use serde_json::{Value, json};
use siganpyo::messages::{Language, Refusal};

/// A refusal, and the file that it is about.
#[derive(Debug)]
pub struct Failure {
    file: Option<String>,
    refusal: Refusal,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure { file: None, refusal }
    }
}

impl Failure {
    /// A refusal of this file.
    pub fn of(file: String, refusal: Refusal) -> Failure {
        Failure { file: Some(file), refusal }
    }

    /// Begins with `error:` in every language, as clap's errors do, so that scripts find all of them.
    pub fn text(&self, language: Language) -> String {
        let file = self.file.as_ref().map(|file| format!("{file}: ")).unwrap_or_default();
        let Refusal { message, hint } = &self.refusal;
        format!("error: {file}{message}\n{}: {hint}", language.command_line().hint)
    }

    /// Has no `file` where the refusal is not about one.
    pub fn json(&self) -> Value {
        let mut error = json!({ "message": self.refusal.message, "hint": self.refusal.hint });
        if let Some(file) = &self.file {
            error["file"] = file.as_str().into();
        }
        json!({ "error": error })
    }
}

/// What clap says about wrong usage, as JSON of the same form.
pub fn usage_json(error: &clap::Error) -> Value {
    let text = error.to_string();
    let (message, hint) = text.split_once("\n\n").unwrap_or((&text, ""));
    json!({ "error": { "message": message.trim_start_matches("error: ").trim(), "hint": hint.trim() } })
}
