//! Importing, and checking the result.

#[path = "rules.rs"]
mod rules;

use siganpyo::import::{ImportError, Imported, Options, import};
use siganpyo::messages::Language;
use siganpyo::program::{Program, line};

/// Imports, with a time zone if one is required, and checks the result against the rules.
pub fn import_and_check(bytes: &[u8], options: &Options) -> Option<Program> {
    let with_zone = || Options { time_zone: Some("Europe/Berlin".to_owned()), ..options.clone() };
    let result = match import(bytes, options) {
        Err(error) if error.needs_time_zone() => import(bytes, &with_zone()),
        result => result,
    };
    check_words(&result);
    let program = result.ok()?.program;
    rules::check_program(&program);
    Some(program)
}

fn check_words(result: &Result<Imported, ImportError>) {
    for language in Language::ALL {
        match result {
            Ok(imported) => {
                assert!(imported.warnings.len() <= 1_001);
                assert!(imported.warnings.iter().all(|warning| is_printed(&warning.sentence(language))));
            }
            Err(error) => assert!(is_printed(&error.refusal(language).message) && is_printed(&error.refusal(language).hint)),
        }
    }
}

fn is_printed(text: &str) -> bool {
    !text.is_empty() && text.chars().all(line::is_printable)
}
