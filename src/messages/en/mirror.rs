//! English: directories of programs, and mirroring one.

use super::plural;
use crate::messages::Refusal;
use crate::messages::mirror::{DirectoryFault, ListingFault, MirrorMessages, Mirrored};

pub(in crate::messages) const MIRROR: MirrorMessages = MirrorMessages {
    directory_fault,
    listing_fault: |number, fault| {
        let what = match fault {
            ListingFault::NoTitle => "it has no title".to_owned(),
            ListingFault::NoAddress => "it has no address".to_owned(),
            ListingFault::BadAddress(address) => {
                format!("{address:?} is neither an address with https:// nor a path beside the directory")
            }
            ListingFault::BadDate(date) => format!("{date:?} is not a date such as 2018-08-18"),
            ListingFault::EndsBeforeStart => "its last day is before its first one".to_owned(),
            ListingFault::TooMany { limit } => format!("at most {limit} programs are read"),
        };
        Refusal {
            message: format!("The directory has a mistake in program {number}: {what}"),
            hint: "Correct it there.".to_owned(),
        }
    },
    no_address_in_line: |line, text| Refusal {
        message: format!("line {line} is not an address, which may have a time zone behind it: {text:?}"),
        hint: "Write one address with https:// in each line, such as: https://example.org/schedule.ics Asia/Seoul".to_owned(),
    },
    nothing_listed: || Refusal {
        message: "there is no address in it".to_owned(),
        hint: "Write one address with https:// in each line.".to_owned(),
    },
    beside_nothing: |path| Refusal {
        message: format!("{path:?} is a path beside the list, and only what has an address can be mirrored"),
        hint: "Give the list by its own address, or write the whole address of this file into it.".to_owned(),
    },
    mirrored: |state| match state {
        Mirrored::New => "new",
        Mirrored::Changed => "changed",
        Mirrored::Unchanged => "unchanged",
        Mirrored::Kept => "failed, the version before stays",
        Mirrored::Missing => "failed, nothing is there",
    },
    mirror_counts: |counts| {
        let all = counts.iter().map(|(_, count)| count).sum();
        let of = |(state, number): &(Mirrored, usize)| {
            let word = match state {
                Mirrored::Kept => "failed and kept",
                Mirrored::Missing => "failed",
                other => other.as_str(),
            };
            format!("{number} {word}")
        };
        format!("{}: {}", plural(all, "program", "programs"), counts.iter().map(of).collect::<Vec<_>>().join(", "))
    },
    other_conference_there: |before| {
        format!("The address now has another conference; the file of the one before, {before:?}, stays and is no longer listed")
    },
    mirrored_in_doubt: |reason| format!("Taken with a doubt: {reason}"),
    no_longer_listed: |address| format!("No longer in the list: {address}. Its file stays and is no longer listed"),
    nothing_mirrored: || Refusal {
        message: "no source could be read, so there is nothing to offer".to_owned(),
        hint: "Look at the reasons above. What was there before is unchanged.".to_owned(),
    },
    sources_failed: |failed| Refusal {
        message: format!("{} failed; all others are written", plural(failed, "source", "sources")),
        hint: "Look at the reasons above. Without --strict this is no error.".to_owned(),
    },
    broken_directory_there: |reason| Refusal {
        message: format!("the directory that is there cannot be read, and it says which file is from where: {reason}"),
        hint: "Restore it, or remove it together with the files that it listed. Nothing was written.".to_owned(),
    },
};

fn directory_fault(fault: &DirectoryFault) -> Refusal {
    let (message, hint) = match fault {
        DirectoryFault::TooLarge { bytes, limit } => (
            format!("The directory is too large: {} MB, and at most {} MB are read", bytes.div_ceil(1 << 20), limit >> 20),
            "Leave out what is long over.",
        ),
        DirectoryFault::NotJson { line, column } => (
            format!("The directory cannot be read: its JSON is broken at line {line}, column {column}"),
            "Correct it there, or download it again.",
        ),
        DirectoryFault::OtherFormat(found) => (
            format!(
                "This is no directory of programs: its format is {found:?}, neither siganpyo-directory/1 nor a menu of Giggity"
            ),
            "Give a directory, a menu of Giggity, or a text with one address in each line.",
        ),
    };
    Refusal { message, hint: hint.to_owned() }
}
