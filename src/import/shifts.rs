//! Recognising schedules of volunteers in the form of a program, such as those that the CCC publishes.

use super::draft::Draft;

/// Words in titles, tracks and names of rooms that occur only in shifts, in lower case.
const WORDS: &[&str] = &["shift", "schicht", "angel", "engel", "block", "buildup", "teardown"];

/// Whether nearly every entry is a shift.
pub(super) fn are_these(draft: &Draft) -> bool {
    let is_shift = |text: &str| {
        let text = text.to_lowercase();
        text.split(|letter: char| !letter.is_alphanumeric())
            .any(|word| WORDS.iter().any(|shift| word == *shift || word == format!("{shift}s")))
    };
    let head = [&draft.title, &draft.subtitle, &draft.short_title].into_iter().flatten().any(|text| is_shift(text));
    let shifts = draft.rows.iter().filter(|row| {
        row.speakers.is_empty()
            && (is_shift(&row.title) || row.track.as_deref().is_some_and(is_shift) || is_shift(row.kind.as_str()))
    });
    let (shifts, all) = (shifts.count(), draft.rows.len());
    let without_people = draft.rows.iter().filter(|row| row.speakers.is_empty()).count();
    all > 0 && (shifts * 10 > all * 9 || (head && without_people * 10 > all * 9))
}
