//! English: searching and filtering.

use crate::messages::find::FindMessages;
use crate::program::Kind;

pub(in crate::messages) const FIND: FindMessages = FindMessages {
    day: "Day",
    track: "Track",
    room: "Room",
    language: "Language",
    kind: "Kind",
    level: "Level",
    my_plan: "My timetable",
    fits_plan: "Fits my gaps",
    not_stated: "Not stated",
    kind_name: |kind| match kind {
        Kind::Talk => "Talk",
        Kind::Keynote => "Keynote",
        Kind::Workshop => "Workshop",
        Kind::Lightning => "Lightning talk",
        Kind::Social => "Social",
        Kind::Break => "Break",
        Kind::Other(word) => word,
    },
    searched: |query| format!("“{query}”"),
    phone_time: |clock, zone| format!("{clock} on this phone ({zone})"),
};
