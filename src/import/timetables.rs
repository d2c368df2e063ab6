//! Several timetables in one page: of this year and of the one before, or in two languages. One of them is the program.

use super::ImportError;
use super::draft::{Draft, DraftRow};
use super::kind;
use crate::messages::import::{Place, Problem, Remark};
use crate::program::{Date, line, title};
use std::cmp::Reverse;

const DAY: i64 = 24 * 3600;

/// Days between conferences of different years, or of spring and autumn.
const FAR: i64 = 120;

/// Fewer sessions are no timetable.
const FEWEST: usize = 2;

/// Fewer sessions may be at the same times by chance.
const FEWEST_TWICE: usize = 3;

/// The other timetable may be meant if it is not much smaller: a third.
const SHARE: usize = 3;

/// Keeps the rows of one timetable, and says which others there are. It is the one that was told, or the only large one.
///
/// # Errors
///
/// It is unclear which one is meant.
pub(super) fn choose(draft: &mut Draft, told: Option<&str>) -> Result<(), ImportError> {
    let mut parts: Vec<Vec<usize>> = by_year(&draft.rows);
    parts = parts.into_iter().flat_map(|part| by_language(&draft.rows, part)).collect();
    let first_day = |part: &[usize]| part.iter().filter_map(|at| day(&draft.rows[*at])).min();
    parts.sort_by_key(|part| Reverse((part.len(), first_day(part))));
    if parts.len() < 2 {
        return Ok(());
    }
    let title = |part: &[usize]| line::excerpt(&draft.rows[part[0]].title);
    let name = |part: &Vec<usize>| {
        let first = first_day(part).map(Date::from_days_since_epoch).map_or_else(String::new, |first| format!("{first}: "));
        (format!("{first}{}", title(part)), part.len(), title(part))
    };
    let named: Vec<(String, usize, String)> = parts.iter().map(name).collect();
    let chosen = told.and_then(|told| named.iter().position(|(name, ..)| name == told));
    if chosen.is_none() && named[1].1 * SHARE > named[0].1 {
        return Err(Problem::ManyReadings { readings: named }.into());
    }
    let chosen = chosen.unwrap_or(0);
    for (at, (list, count, _)) in named.into_iter().enumerate().filter(|(at, _)| *at != chosen) {
        draft.warn(Place::default(), Remark::TimetableLeftOut(list, count));
        parts[at].clear();
    }
    let others = draft.rows.iter().map(|row| day(row).is_none());
    let mut is_kept: Vec<bool> = others.collect();
    parts[chosen].iter().for_each(|at| is_kept[*at] = true);
    let mut is_kept = is_kept.into_iter();
    draft.rows.retain(|_| is_kept.next().unwrap_or(true));
    Ok(())
}

/// Returns the rows of each time of year that has a timetable, in the order of the page. A stray date belongs to the nearest before it.
fn by_year(rows: &[DraftRow]) -> Vec<Vec<usize>> {
    let mut days: Vec<(i64, usize)> = rows.iter().enumerate().filter_map(|(at, row)| Some((day(row)?, at))).collect();
    days.sort_unstable();
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for run in days.chunk_by(|(one, _), (next, _)| next - one <= FAR) {
        let mut part: Vec<usize> = run.iter().map(|(_, at)| *at).collect();
        let is_timetable = run.windows(FEWEST).any(|same| same[0].0 == same[FEWEST - 1].0);
        match parts.last_mut().filter(|_| !is_timetable) {
            Some(before) => before.append(&mut part),
            None => parts.push(part),
        }
    }
    // What is before all others may be a stray date, too.
    if parts.len() > 1 && parts[0].len() < FEWEST {
        let stray = parts.remove(0);
        parts[0].extend(stray);
    }
    parts.iter_mut().for_each(|part| part.sort_unstable());
    parts
}

/// Returns the two halves of rows that say the same in two languages, or else all of them.
fn by_language(rows: &[DraftRow], part: Vec<usize>) -> Vec<Vec<usize>> {
    let first = part.first().is_some_and(|at| is_eastern(&rows[*at].title));
    let middle = part.iter().position(|at| is_eastern(&rows[*at].title) != first).unwrap_or(part.len());
    let (one, other) = part.split_at(middle);
    let is_other = other.iter().all(|at| is_eastern(&rows[*at].title) != first);
    if is_other && one.len() == other.len() && one.len() >= FEWEST_TWICE && are_translated(rows, one, other) {
        return vec![one.to_vec(), other.to_vec()];
    }
    let (one, other) = part.split_at(part.len() / 2);
    if other.len() == one.len() && one.len() >= FEWEST_TWICE && are_twice(rows, one, other) {
        return vec![one.to_vec(), other.to_vec()];
    }
    vec![part]
}

/// Whether rows in the same letters say the same as others in other words: at the same times, in the same rooms or in rooms of the same
/// numbers, by the same people, and with breaks at the same time that are called differently.
fn are_twice(rows: &[DraftRow], one: &[usize], other: &[usize]) -> bool {
    let pairs = || one.iter().zip(other).map(|(one, other)| (&rows[*one], &rows[*other]));
    let differ = |(one, other): &(&DraftRow, &DraftRow)| title::normal(&one.title) != title::normal(&other.title);
    let is_room_of_both = |(one, other): &(&DraftRow, &DraftRow)| {
        one.rooms.len() == other.rooms.len() && one.rooms.iter().zip(&other.rooms).all(|(one, other)| is_same_room(one, other))
    };
    let is_surely_same = |(one, other): &(&DraftRow, &DraftRow)| {
        let kind = kind::known(&one.title);
        kind.is_some() && kind == kind::known(&other.title) || !one.speakers.is_empty() && one.speakers == other.speakers
    };
    let have_rooms = pairs().all(|(one, _)| !one.rooms.is_empty());
    let certain = pairs().filter(differ).filter(is_surely_same).count();
    pairs().all(|(one, other)| one.start.seconds() == other.start.seconds())
        && pairs().all(|pair| is_room_of_both(&pair))
        && pairs().filter(differ).count() * 2 > one.len()
        && (have_rooms || certain > 1)
}

/// Whether rooms have one name, or names that only have the number in common: `Saal 1`, `Room 1`.
fn is_same_room(one: &str, other: &str) -> bool {
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    one == other || !digits(one).is_empty() && digits(one) == digits(other)
}

/// Whether rows are at the same times and in the same rooms as others, and something shows that they are the same sessions: that both
/// are called lunch, or have the same people. Parallel tracks are at the same times, too.
fn are_translated(rows: &[DraftRow], one: &[usize], other: &[usize]) -> bool {
    let pairs = || one.iter().zip(other).map(|(one, other)| (&rows[*one], &rows[*other]));
    let is_room_of_both = |(one, other): (&DraftRow, &DraftRow)| {
        one.rooms.len() == other.rooms.len()
            && one.rooms.iter().zip(&other.rooms).all(|(one, other)| one == other || is_eastern(one) != is_eastern(other))
    };
    let is_same = |(one, other): (&DraftRow, &DraftRow)| {
        let kind = |row: &DraftRow| kind::known(&row.title);
        kind(one).is_some() && kind(one) == kind(other) || !one.speakers.is_empty() && one.speakers == other.speakers
    };
    pairs().all(|(one, other)| one.start.seconds() == other.start.seconds())
        && pairs().all(is_room_of_both)
        && pairs().any(is_same)
}

/// Whether a text has letters of Korean, Japanese or Chinese.
fn is_eastern(text: &str) -> bool {
    text.contains(|letter: char| matches!(letter, '가'..='힣' | 'ぁ'..='ヿ' | '一'..='鿿'))
}

fn day(row: &DraftRow) -> Option<i64> {
    row.start.seconds().map(|seconds| seconds.div_euclid(DAY))
}
