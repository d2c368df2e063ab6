//! A directory of programs that anybody may have written: what is read of it is clean, leads nowhere but to the web or beside it, is
//! read again as it was written, and can be searched for anything.
#![no_main]

use libfuzzer_sys::fuzz_target;
use siganpyo::messages::Language;
use siganpyo::present::directory::find;
use siganpyo::program::listing::is_beside;
use siganpyo::program::{Date, line, link};
use siganpyo::wire::directory::{self, MAX_PROGRAMS};

fuzz_target!(|text: &str| {
    let Ok(read) = directory::read(text) else { return };
    assert!(read.programs.len() <= MAX_PROGRAMS);
    for listing in &read.programs {
        let is_line = |text: &String| text.chars().count() <= 201 && text.chars().all(line::is_printable) && !text.is_empty();
        assert!(is_line(&listing.title) && listing.place.iter().all(is_line));
        assert!(link::secured(&listing.address).as_ref() == Some(&listing.address) || is_beside(&listing.address));
        assert!(listing.site.iter().chain(&listing.source).all(|address| link::is_web(address)));
        assert!(listing.days.is_none_or(|(first, last)| first <= last && first.year() >= 1950 && last.year() <= 2150));
    }
    assert!(directory::read(&directory::write(&read.programs)).is_ok_and(|again| again.programs == read.programs && again.faults.is_empty()));
    let today = Date::from_days_since_epoch(20_000);
    let typed: String = text.chars().rev().take(40).collect();
    for language in Language::ALL {
        let found = find(&read.programs, &typed, today, language.directory_messages(), language.library_messages());
        assert!(found.len() <= read.programs.len());
        let all = find(&read.programs, "", today, language.directory_messages(), language.library_messages());
        assert!(all.len() == read.programs.len());
    }
});
