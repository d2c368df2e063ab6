//! What classes of a page name, by the words that fields of data have.

use super::keys::{self, Role};
use crate::messages::column::Column;

/// Classes of what is a session or a part of the page, and not the title or the text of a session.
const PLACES: &str = "session talk event paper presentation slot timeslot item card row entry activity program programme schedule agenda \
    lecture vevent cell block box content contents wrap wrapper container list info detail details header body inner group text section \
    page main day days date-list heading data abstract-list submission col column type format theme break proposal name-list \
    summary tabs tab panel min hours hour state status calendar year performer act band artist";

/// Short for a part, as designers of pages write it; `vs` is a venue of Sched.
const SHORT: [(&str, Part); 12] = [
    ("tit", Part::Holds(Column::Title)),
    ("ttl", Part::Holds(Column::Title)),
    ("subj", Part::Holds(Column::Title)),
    ("subject", Part::Holds(Column::Title)),
    ("topic", Part::Holds(Column::Title)),
    ("spk", Part::Holds(Column::Speakers)),
    ("lecturers", Part::Holds(Column::Speakers)),
    ("vs", Part::Holds(Column::Room)),
    ("where", Part::Holds(Column::Room)),
    ("who", Part::Holds(Column::Speakers)),
    ("when", Part::Holds(Column::Start)),
    ("affil", Part::Aside),
];

/// Short for a part where the word for what it is a part of follows.
const BEFORE: [(&str, Part); 3] =
    [("tit", Part::Holds(Column::Title)), ("desc", Part::Holds(Column::Abstract)), ("thumb", Part::Aside)];

/// Longer classes are made by programs.
const MAX_LENGTH: usize = 60;

/// What an element holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Part {
    Holds(Column),
    /// A name: of the session, or of a person if the session has a title beside it.
    Name,
    /// Something that is not about the session, such as a picture.
    Aside,
}

/// Returns what an element of this class holds: `schedule__session-title` a title, by its last words.
pub(in crate::import) fn part(class: &str) -> Option<Part> {
    if class.len() > MAX_LENGTH || class.contains([':', '[', '/', '.']) {
        return None;
    }
    let mut words = keys::words(class);
    // `title-wrapper` and `room_box` hold a title and a room.
    while words.len() > 1
        && words
            .last()
            .is_some_and(|last| matches!(last.as_str(), "wrap" | "wrapper" | "box" | "text" | "label" | "txt" | "area"))
    {
        words.pop();
    }
    let last = words.last()?;
    if let Some((_, part)) = SHORT.iter().find(|(short, _)| short == last) {
        return Some(*part);
    }
    // As it is written in Korea: `tit_session`, `desc_event`.
    if let [first, place] = words.as_slice()
        && PLACES.split_whitespace().any(|known| known == place)
        && let Some((_, part)) = BEFORE.iter().find(|(short, _)| short == first)
    {
        return Some(*part);
    }
    // Utilities such as `text-lg` and `col-start-2` are about the look.
    let is_look = words.len() > 1
        && matches!(
            words[0].as_str(),
            "text" | "col" | "row" | "font" | "bg" | "border" | "grid" | "flex" | "items" | "justify" | "align"
        );
    if is_look || words.len() > 6 || PLACES.split_whitespace().any(|place| place == last) {
        return None;
    }
    let known = (0..words.len()).map(|from| keys::role(&words[from..].join("-"))).find(|role| *role != Role::Other)?;
    Some(match known {
        Role::Title(_) if last == "name" => Part::Name,
        Role::Title(rank) if rank < u8::MAX => Part::Holds(Column::Title),
        Role::Subtitle => Part::Holds(Column::Subtitle),
        Role::Start | Role::Time => Part::Holds(Column::Start),
        Role::End => Part::Holds(Column::End),
        Role::Day => Part::Holds(Column::Date),
        Role::Length(_) => Part::Holds(Column::Duration),
        Role::Room => Part::Holds(Column::Room),
        Role::Track => Part::Holds(Column::Track),
        Role::People => Part::Holds(Column::Speakers),
        Role::Text => Part::Holds(Column::Abstract),
        Role::Kind => Part::Holds(Column::Kind),
        Role::Language => Part::Holds(Column::Language),
        Role::Level => Part::Holds(Column::Level),
        Role::Foreign => Part::Aside,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_name_parts_by_their_last_words() {
        for (class, expected) in [
            ("schedule__session-title", Some(Part::Holds(Column::Title))),
            ("sz-session__room", Some(Part::Holds(Column::Room))),
            ("speaker-name", Some(Part::Holds(Column::Speakers))),
            ("speaker_img_photo", Some(Part::Aside)),
            ("tit_session", Some(Part::Holds(Column::Title))),
            ("desc_session", Some(Part::Holds(Column::Abstract))),
            ("link_session", None),
            ("session", None),
            ("schedule-item", None),
            ("md:w-1/2", None),
        ] {
            assert_eq!(part(class), expected, "{class}");
        }
    }
}
