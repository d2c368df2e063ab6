//! Any bytes, read as the format that the environment names: an answer and no panic, and a program that keeps its invariants.
//!
//! The format stands outside of the bytes, so that an input that breaks something is a file that can be opened.
#![no_main]

use libfuzzer_sys::fuzz_target;
use siganpyo::import::{Format, ImportError, Imported, Options, import};
use siganpyo::messages::Language;
use siganpyo::wire::program_file;
use std::sync::LazyLock;

/// None where the format is to be recognised.
static FORMAT: LazyLock<Option<Format>> =
    LazyLock::new(|| std::env::var("SIGANPYO_FORMAT").ok().as_deref().and_then(Format::from_word));

fuzz_target!(|bytes: &[u8]| {
    let read = |time_zone: Option<&str>| {
        import(bytes, &Options { format: *FORMAT, time_zone: time_zone.map(str::to_owned), ..Options::default() })
    };
    let result = match read(None) {
        Err(error) if error.needs_time_zone() => read(Some("Europe/Berlin")),
        result => result,
    };
    check(&result);
});

fn check(result: &Result<Imported, ImportError>) {
    for language in Language::ALL {
        match result {
            Ok(imported) => assert!(imported.warnings.iter().all(|warning| !warning.sentence(language).is_empty())),
            Err(error) => assert!(!error.refusal(language).hint.is_empty()),
        }
    }
    if let Ok(imported) = result {
        let written = program_file::write(&imported.program);
        assert!(program_file::read(&written).as_ref() == Ok(&imported.program), "another program when read back");
    }
}
