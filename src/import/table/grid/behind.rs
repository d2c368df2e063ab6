//! People behind the titles in the cells of a grid: `Moths - Ada Lee`, `Moths (Ada Lee)`, `Moths | Ada Lee`.

use super::super::super::kind;
use super::super::{Row, guess, people, values};
use super::{SPEAKERS, TITLE};
use crate::program::Kind;
use std::collections::BTreeSet;

/// What stands between a title and the people; a bracket is closed at the end.
const SIGNS: [&str; 10] = [" - ", " – ", " — ", " | ", " / ", "／", "｜", " by ", "(", "（"];

/// Fewer titles may end with two capital letters by chance.
const FEWEST: usize = 3;

/// Words of a name without a capital letter.
const PARTICLES: &str = "de da do dos di del della du la le van von der den ter zu al el bin y e";

/// Puts what stands behind titles into the column of people, where most of them have names behind the same sign. Returns how many.
pub(super) fn split(rows: &mut [Row]) -> usize {
    let is_talk = |row: &&Row| {
        let title = row.text(TITLE);
        kind::of_title(title, false) != Kind::Break && !values::is_closing(title)
    };
    let talks = rows.iter().filter(is_talk).count();
    if rows.iter().any(|row| !row.text(SPEAKERS).is_empty()) {
        return 0;
    }
    let found =
        |sign: &&str| rows.iter().filter_map(|row| parts(row.text(TITLE), sign)).map(|(_, names)| names).collect::<BTreeSet<_>>();
    let Some((sign, names)) = SIGNS.iter().map(|sign| (*sign, found(sign).len())).max_by_key(|(_, names)| *names) else {
        return 0;
    };
    let count = rows.iter().filter(|row| parts(row.text(TITLE), sign).is_some()).count();
    // The same words behind most titles are no people.
    if names < FEWEST || names * 2 < count || count * 5 < talks * 3 {
        return 0;
    }
    for row in rows {
        if let Some((title, names)) = parts(row.text(TITLE), sign).map(|(title, names)| (title.to_owned(), names.to_owned())) {
            row.cells[TITLE] = title;
            row.cells[SPEAKERS] = names;
        }
    }
    count
}

/// Returns a title and the names of people behind a sign.
fn parts<'a>(text: &'a str, sign: &str) -> Option<(&'a str, &'a str)> {
    let text = match sign {
        "(" => text.strip_suffix(')')?,
        "（" => text.strip_suffix('）')?,
        _ => text,
    };
    let (title, names) = text.rsplit_once(sign)?;
    let (title, names) = (title.trim(), names.trim());
    (!title.is_empty() && are_people(names)).then_some((title, names))
}

/// Whether a text is names of people, perhaps with where they work.
fn are_people(text: &str) -> bool {
    let names = people::names(text);
    !names.is_empty() && names.iter().all(|name| is_person(name.split(['(', '（']).next().unwrap_or_default().trim()))
}

fn is_person(name: &str) -> bool {
    let is_particle = |word: &str| PARTICLES.split(' ').any(|particle| particle == word);
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    let rest: Vec<&str> = words.filter(|word| !is_particle(word)).collect();
    let is_han = |letter: char| letter == '々' || ('\u{4e00}'..='\u{9fff}').contains(&letter);
    let letters = || name.chars().filter(|letter| !letter.is_whitespace());
    guess::is_name(&[&[first], rest.as_slice()].concat().join(" "))
        || (2..=5).contains(&letters().count()) && letters().all(is_han)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_behind_a_sign_are_told_from_titles() {
        for (text, sign, expected) in [
            ("Moths - Ada Lee", " - ", Some(("Moths", "Ada Lee"))),
            ("Moths - at night - Ada Lee (Oak Inc)", " - ", Some(("Moths - at night", "Ada Lee (Oak Inc)"))),
            ("Moths (Ada Lee, Bo van der Elm)", "(", Some(("Moths", "Ada Lee, Bo van der Elm"))),
            ("나방 | 김하나", " | ", Some(("나방", "김하나"))),
            ("蛾（山田 花子）", "（", Some(("蛾", "山田 花子"))),
            ("Moths - an introduction", " - ", None),
            ("Moths (part 2)", "(", None),
            (" - Ada Lee", " - ", None),
            ("Moths", " - ", None),
        ] {
            assert_eq!(parts(text, sign), expected, "{text}");
        }
    }
}
