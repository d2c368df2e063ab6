//! Slices: subsets of fonts for scripts that the picture's own fonts lack, loaded when a plan needs them.
//!
//! The list of slices has a line for each: `ja-60-0b1c2d3e4f5a 4e00-4e02 5b57`, that is its name, which ends with the
//! beginning of its SHA-256, and its characters. A model of [phrases](super::phrases) is a slice too; its characters are those for
//! which it is needed. The characters of the picture's own fonts are in a file of steps, since every phone
//! keeps it: `20-5e 22` are the points 0x20 to 0x7e and 0xa0, each step from the last point before, with how many more follow.

use super::phrases::MODEL;
use super::printable::{composed, is_ignorable};
use super::texts_of;
use crate::program::Program;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// Returns the characters that pictures of this program may need beyond those in `covered`, the steps of the picture's own fonts.
pub fn lacking(program: &Program, covered: &str) -> BTreeSet<char> {
    let days = program.days.iter().filter_map(|day| day.label.as_deref());
    let rooms = program.rooms.iter().flat_map(|room| room.names.values().chain([&room.name]));
    let tracks = program.tracks.iter().map(|track| &track.name);
    let speakers = program.sessions.iter().flat_map(|session| &session.speakers);
    let names = rooms.chain(tracks).chain(speakers).map(String::as_str);
    let mut codes: BTreeSet<u32> = BTreeSet::new();
    for text in texts_of(program).chain([program.version.as_str()]).chain(days).chain(names) {
        let seen = composed(text).filter(|char| !char.is_ascii() && !char.is_whitespace() && !is_ignorable(*char));
        codes.extend(seen.map(u32::from));
    }
    steps(covered).for_each(|range| take_out(&mut codes, range));
    codes.into_iter().filter_map(char::from_u32).collect()
}

/// Returns the names of the slices that pictures of this program may need for the lacking characters, given the list of all
/// slices.
pub fn of_program<'l>(program: &Program, lacking: &BTreeSet<char>, list: &'l str) -> Vec<&'l str> {
    needed(list, lacking, preferred(texts_of(program)))
}

/// Returns the names of slices that together have as many of the characters as possible, and of models of phrases for them; those
/// whose names begin with `preferred` are tried first.
pub(super) fn needed<'l>(list: &'l str, lacking: &BTreeSet<char>, preferred: &str) -> Vec<&'l str> {
    let all: BTreeSet<u32> = lacking.iter().map(|char| u32::from(*char)).collect();
    let mut codes = all.clone();
    let mut found = Vec::new();
    for is_preferred in [true, false] {
        for line in list.lines().filter(|line| line.starts_with(preferred) == is_preferred) {
            let mut words = line.split(' ');
            let name = words.next().unwrap_or_default();
            let mut ranges = words.filter_map(range);
            let is_needed = if name.contains(MODEL) {
                (is_preferred || !name.starts_with("zh-")) && ranges.any(|range| all.range(range).next().is_some())
            } else {
                let before = codes.len();
                ranges.for_each(|range| take_out(&mut codes, range));
                codes.len() < before
            };
            if is_needed {
                found.push(name);
            }
        }
    }
    found
}

/// Removes the code points of a range, of which few are in the set, without visiting all of the range.
fn take_out(codes: &mut BTreeSet<u32>, range: RangeInclusive<u32>) {
    let found: Vec<u32> = codes.range(range).copied().collect();
    for code in found {
        codes.remove(&code);
    }
}

/// The ranges of a file of steps.
fn steps(covered: &str) -> impl Iterator<Item = RangeInclusive<u32>> {
    covered.trim_end().split(' ').scan(0_u32, |last, word| {
        let (step, more) = word.split_once('-').unwrap_or((word, "0"));
        let first = last.checked_add(u32::from_str_radix(step, 16).ok()?)?;
        *last = first.checked_add(u32::from_str_radix(more, 16).ok()?)?;
        Some(first..=*last)
    })
}

fn range(word: &str) -> Option<RangeInclusive<u32>> {
    let point = |digits: &str| u32::from_str_radix(digits, 16).ok();
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    let (first, last) = point(first).zip(point(last))?;
    (first <= last).then_some(first..=last)
}

/// Returns the prefix of the slices with the forms of Han characters that are used where these texts come from. The Korean
/// forms are closer to the Japanese than to the Chinese ones.
pub(super) fn preferred<'t>(mut texts: impl Iterator<Item = &'t str>) -> &'static str {
    let is_of_japan_or_korea = |char| matches!(char, 'ぁ'..='ヿ' | '가'..='힣');
    if texts.any(|text| text.contains(is_of_japan_or_korea)) { "ja-" } else { "zh-" }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "hebrew 5d0-5ea\nja-1 4e00-4e02 5b57\nja-2 65e5\nzh-1 4e00 4e01 7b80\n\
        ja-phrases-0 3041-30ff\nzh-phrases-0 4e00-9fff\n";

    fn check(text: &str, preferred: &str, expected: &[&str]) {
        assert_eq!(needed(LIST, &text.chars().collect(), preferred), expected, "{text}");
    }

    #[test]
    fn steps_are_read_as_ranges_up_to_what_cannot_be_read() {
        let read: Vec<_> = steps("20-5e 22 ac-2\n").collect();
        assert_eq!(read, [0x20..=0x7e, 0xa0..=0xa0, 0x14c..=0x14e]);
        assert_eq!((steps("").count(), steps("20 x 7").count(), steps("ffffffff 2").count()), (0, 1, 1));
    }

    #[test]
    fn as_few_slices_as_needed_and_the_preferred_language_first() {
        check("", "ja-", &[]);
        check("字丁", "ja-", &["ja-1"]);
        check("字丁", "zh-", &["zh-1", "zh-phrases-0", "ja-1"]);
        check("字は", "ja-", &["ja-1", "ja-phrases-0"]);
        check("简日", "ja-", &["ja-2", "zh-1"]);
        check("שלום ⚙", "zh-", &["hebrew"]);
    }

    #[test]
    fn an_invalid_list_has_no_slices() {
        assert!(needed("<html>\nx 9-1 zz -", &['一'].into(), "ja-").is_empty());
    }

    #[test]
    fn the_forms_of_han_characters_follow_the_other_letters() {
        for (texts, expected) in [(["漢字", "かな"], "ja-"), (["漢字", "한자"], "ja-"), (["汉字", "latin"], "zh-")] {
            assert_eq!(preferred(texts.into_iter()), expected);
        }
    }
}
