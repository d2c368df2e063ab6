//! Times and days in a line of text: `10:00 ~ 10:40`, `8월 18일 / 9:40 - 10:20`, `Sat 14:00 Opening`.

use super::super::super::table;
use super::super::super::when::{self, Century, DayWord, Order};
use super::{other_times, roles};

/// Words of a time and of a date.
const MAX_TIME: usize = 8;
const MAX_DATE: usize = 6;

/// The middle of the day, where it stands alone.
const NOON: [&str; 5] = ["noon", "midday", "mittags", "midi", "정오"];

/// Longer lines are prose, in which a time counts only at the beginning.
const MAX_LINE: usize = 90;

/// A label before a time is not longer.
const LABEL: usize = 8;

/// As many words of a line are looked at.
const MAX_WORDS: usize = 24;

/// The time in a line, and what else is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Mark {
    pub start: String,
    pub end: String,
    /// The day, as it is written.
    pub day: Option<String>,
    /// What stands before and after, without the signs between.
    pub rest: Vec<String>,
}

/// Whether a sign stands between texts.
pub(super) fn is_separator(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '-' | '–' | '—' | '|' | '/' | '·' | '•' | ':' | ',' | '~' | '∙' | 'ㆍ' | '│' | '※' | '▶' | '■')
}

/// Whether a text is a time of day, with or without a day, and nothing else.
pub(super) fn is_only_time(text: &str) -> bool {
    mark(text).is_some_and(|mark| mark.rest.is_empty())
}

/// Whether a text says when something is, or has no letters.
pub(super) fn is_when(text: &str) -> bool {
    mark(text).is_some() || is_day(text) || !text.chars().any(char::is_alphabetic)
}

/// Returns the time in a line.
pub(super) fn mark(text: &str) -> Option<Mark> {
    find(text, false)
}

/// Returns the time in a heading, in which a range of times may follow the title: `Session 3: Compilers 10:00–12:00 (Room 1)`.
pub(super) fn mark_of_heading(text: &str) -> Option<Mark> {
    find(text, true)
}

fn find(text: &str, is_heading: bool) -> Option<Mark> {
    let text = spaced(text);
    let words: Vec<&str> = text.split_whitespace().take(MAX_WORDS).collect();
    if let [word] = words.as_slice()
        && NOON.iter().any(|noon| word.eq_ignore_ascii_case(noon))
    {
        return Some(Mark { start: when::written(12 * 3600), ..Mark::default() });
    }
    let (from, to, [start, end]) = first_time(&words, text.chars().count() > MAX_LINE)?;
    let (before, after) = (&words[..from], &words[to..]);
    let is_sure = |(day, left): &(String, usize)| !is_weekday(day) || !is_in_phrase(&before[..*left]);
    let (day, before, after) = match day_at_end(before).filter(is_sure) {
        Some((day, left)) => (Some(day), &before[..left], after),
        // After a time, "Di" and "Sat" may be names. A weekday stands alone there.
        None => match day_at_start(after).filter(|(day, used)| !is_weekday(day) || ends_there(after, *used)) {
            Some((day, used)) => (Some(day), before, &after[used..]),
            None => (None, before, after),
        },
    };
    let tail = text.split_whitespace().skip(MAX_WORDS).collect::<Vec<_>>().join(" ");
    let after = format!("{} {tail}", after.join(" "));
    let is_in_brackets = words[from].starts_with('(');
    let is_set_apart = is_in_brackets || after.trim_start().starts_with(|letter: char| letter == '(' || is_separator(letter));
    let is_title = is_heading && !end.is_empty() && is_set_apart;
    if is_of_office(&before.join(" ")) || end.is_empty() && !before.is_empty() && is_sentence(&text) {
        return None;
    }
    let is_part = is_title || words[from].starts_with(is_separator);
    if !before.is_empty() && !after.trim().is_empty() && !is_part && is_in_sentence(&before.join(" ")) {
        return None;
    }
    // "Three shifts (00:00, 08:00, 16:00)" are no sessions.
    if end.is_empty() && !before.is_empty() && words.iter().filter(|word| is_clock(word)).count() > 2 {
        return None;
    }
    let rest: Vec<String> = [before.join(" "), after.clone()].iter().flat_map(|part| pieces(part)).collect();
    // Until a time: that is no start.
    let is_until = end.is_empty() && words[to - 1].trim_end_matches([',', '.']).ends_with("까지");
    let names_day = |text: &String| when::heading(text, when::date).is_some();
    // From one day to another: that is the conference.
    let is_of_several = day.is_some() && (rest.iter().any(names_day) || leads_to_day(&format!("{} {after}", words[to - 1])));
    (!is_until && !is_of_several).then_some(Mark { start, end, day, rest })
}

/// Returns the first time in words, from which word to before which it is, with the one after it as its end. In prose it begins the line.
fn first_time(words: &[&str], is_prose: bool) -> Option<(usize, usize, [String; 2])> {
    let last = if is_prose { 1 } else { words.len() };
    let (from, to, [start, end]) = (0..last).find_map(|from| {
        let longest = MAX_TIME.min(words.len() - from);
        (1..=longest).rev().find_map(|length| Some((from, from + length, time(&words[from..from + length].join(" "))?)))
    })?;
    let next = words.get(to).filter(|_| end.is_empty()).and_then(|word| time(word));
    Some(match next.filter(|[_, none]| none.is_empty()) {
        Some([next, _]) => (from, to + 1, [start, next]),
        None => (from, to, [start, end]),
    })
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '–' | '—' | '~' | '～')
}

/// Whether after a time the sign of a range stands before another day, alone or with its time: `- 8월 25일(화) 18:00`.
fn leads_to_day(after: &str) -> bool {
    let words: Vec<&str> = after.split_whitespace().skip_while(|word| !word.ends_with(is_dash)).skip(1).collect();
    day_at_start(&words)
        .is_some_and(|(day, used)| !is_undated(&day) && (used == words.len() || time(&words[used..].join(" ")).is_some()))
}

/// Whether a word is a time of day with what stands around it: `(08:00,`.
fn is_clock(word: &str) -> bool {
    word.split(|letter: char| !letter.is_ascii_digit() && letter != ':').any(|part| part.contains(':') && time(part).is_some())
}

/// Labels of the hours of an office.
const OFFICE: [&str; 10] =
    ["문의", "문의처", "연락처", "고객센터", "상담", "contact", "phone", "hotline", "office hours", "opening hours"];

/// Whether a time after these words is one of an office: after its label with a sign or a number, or on weekdays in general.
fn is_of_office(before: &str) -> bool {
    let before = before.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let is_label = |label: &&str| {
        let rest = before.strip_prefix(label);
        rest.is_some_and(|rest| rest.is_empty() || rest.trim_start().starts_with(|letter: char| !letter.is_alphabetic()))
    };
    ["평일", "첫차", "막차"].iter().any(|word| before.ends_with(word)) || OFFICE.iter().any(is_label)
}

/// Whether what stands before a time leads to it as words of a sentence do, rather than as a label or a part of its own.
fn is_in_sentence(before: &str) -> bool {
    let ends = before.trim_end().ends_with(|letter: char| is_separator(letter) || matches!(letter, '(' | '/' | '@'));
    !ends && before.chars().count() > LABEL
}

/// Whether a text ends as a sentence does. "9 a.m." ends so, too.
fn is_sentence(text: &str) -> bool {
    text.trim_end()
        .strip_suffix(['.', '!', '?'])
        .is_some_and(|text| text.ends_with(char::is_alphanumeric) && !text.ends_with('m'))
}

/// Puts blanks around signs that stand between texts, and takes brackets off.
fn spaced(text: &str) -> String {
    let text = when::typed(text);
    let mut spaced = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '|' | '│' | '•' | '[' | ']' | '【' | '】' | '〔' | '〕' | '<' | '>' | '⏰' | '🕒' | '◷' | '／' => {
                spaced.push_str(" | ");
            }
            letter => spaced.push(letter),
        }
    }
    spaced
}

/// Returns the parts between signs with blanks around them.
fn pieces(text: &str) -> Vec<String> {
    let signs = [" / ", " | ", " · ", " • ", " ㆍ "];
    let padded = format!(" {text} ");
    let parted = signs.iter().fold(padded, |text, sign| text.replace(sign, "\n"));
    let trimmed = |part: &str| {
        let part = part.trim_matches(is_separator).trim_end_matches('(').trim_matches(is_separator);
        let bracketed = part.strip_prefix('(').and_then(|part| part.strip_suffix(')'));
        let part = bracketed.filter(|part| !part.contains(['(', ')'])).unwrap_or(part);
        let is_open = part.matches(')').count() > part.matches('(').count();
        part.trim_matches(|letter: char| is_open && letter == ')').trim_matches(is_separator).to_owned()
    };
    parted.lines().map(trimmed).filter(|part| part.chars().any(char::is_alphanumeric)).collect()
}

/// Reads a time of day or a range that cannot be anything else.
fn time(text: &str) -> Option<[String; 2]> {
    let text = text.trim_matches(['(', ')', '|', ',', ';', '.']).trim();
    let text = text.strip_suffix(':').unwrap_or(text).trim_end();
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || text.len() > 60 || text.starts_with(is_separator) || !is_clocklike(text)
    {
        return None;
    }
    let text = without_zone(text);
    let slot = when::slot(&text).filter(|slot| slot.is_clear)?;
    let minutes = slot.length.map(|minutes| slot.from + minutes * 60);
    Some([when::written(slot.from), slot.to.or(minutes).map(when::written).unwrap_or_default()])
}

/// Removes the zone behind times.
fn without_zone(text: &str) -> String {
    let zones =
        ["KST", "JST", "UTC", "GMT", "CEST", "CET", "EST", "EDT", "PST", "PDT", "BST", "WEST", "WET", "Uhr", "uhr", "AKDT"];
    let kept = text.split_whitespace().filter(|word| !zones.contains(&word.trim_matches(['(', ')'])) || word.ends_with("hr"));
    kept.collect::<Vec<_>>().join(" ")
}

/// Whether a text has a time of day rather than numbers: `10:00`, `9시`, `2 pm`, `9h30`, `10.00 - 10.40`.
fn is_clocklike(text: &str) -> bool {
    let lower = text.to_lowercase();
    let letters: Vec<char> = lower.chars().collect();
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let colon = |sign: char| {
        (1..letters.len()).any(|at| letters[at] == sign && digit(at - 1) && digit(at + 1) && digit(at + 2) && !digit(at + 3))
    };
    let hour = (1..letters.len())
        .any(|at| letters[at] == 'h' && digit(at - 1) && !letters.get(at + 1).is_some_and(|next| next.is_alphabetic()));
    colon(':')
        || hour
        || lower.contains(['시', '時', '点', '點'])
        || ["am", "pm", "a.m", "p.m", "uhr"].iter().any(|half| lower.contains(half))
        || colon('.') && lower.contains(['-', '–', '~']) && lower.matches('.').count() == 2
}

/// Returns the day in which these words end, and how many words stand before it.
fn day_at_end(words: &[&str]) -> Option<(String, usize)> {
    let mut until = words.len();
    while until > 0 && words[until - 1].chars().all(|letter| is_separator(letter) || letter == '@') {
        until -= 1;
    }
    let longest = MAX_DATE.min(until);
    (1..=longest).rev().find_map(|length| Some((day(&words[until - length..until].join(" "))?, until - length)))
}

/// Returns the day with which these words begin, and how many words it has.
fn day_at_start(words: &[&str]) -> Option<(String, usize)> {
    let from = words.iter().take_while(|word| word.chars().all(is_separator)).count();
    let longest = MAX_DATE.min(words.len() - from);
    (1..=longest).rev().find_map(|length| Some((day(&words[from..from + length].join(" "))?, from + length)))
}

/// Whether a day is only named after the day of the week.
fn is_weekday(day: &str) -> bool {
    matches!(when::heading_word(&when::typed(day)), Some(DayWord::Weekday(_)))
}

/// Whether words lead to the next one as a phrase does: "Opening by Sun".
fn is_in_phrase(before: &[&str]) -> bool {
    before.last().is_some_and(|word| word.chars().all(char::is_alphabetic) && word.starts_with(char::is_lowercase))
}

/// Whether so many words are all, or set apart from those after them.
fn ends_there(words: &[&str], used: usize) -> bool {
    let is_apart = words[used - 1].ends_with(|letter: char| is_separator(letter) || letter == ')');
    is_apart || words.get(used).is_none_or(|next| next.starts_with(is_separator))
}

/// Returns the text if it is a day and nothing else.
pub(super) fn day(text: &str) -> Option<String> {
    let text = text.trim_matches(|letter: char| is_separator(letter) || matches!(letter, '(' | '[')).trim();
    let century = Century { year: 2024, order: Some(Order::Month) };
    let is_day = when::date(text).is_some() || century.completed(text).is_some_and(|text| when::date(&text).is_some());
    let has_letters = text.chars().any(char::is_alphanumeric);
    (has_letters && text.len() < 60 && (is_day || is_day_word(text))).then(|| text.to_owned())
}

/// Whether a text is a day without its date. A room may be called D2.
pub(super) fn is_day_word(text: &str) -> bool {
    let is_room =
        text.chars().count() < 4 && text.starts_with(['d', 'D']) && text.ends_with(|letter: char| letter.is_ascii_digit());
    !is_room && when::heading_word(&when::typed(text)).is_some()
}

/// Returns the heading of a day; of "DAY1 2.27(금)" the date, as a Korean page has the month first.
pub(super) fn day_text(text: &str) -> String {
    let is_eastern = text.contains(|letter: char| ('가'..='힣').contains(&letter));
    let short = |part: &str| {
        let (month, day) = part.trim_end_matches('.').split_once(['.', '/'])?;
        let number = |text: &str| text.parse::<u8>().ok().filter(|_| text.len() < 3);
        Some((number(month).filter(|month| (1..=12).contains(month))?, number(day).filter(|day| (1..=31).contains(day))?))
    };
    let parts = || text.split(|letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | '[' | ']' | '|' | '-' | '–'));
    let date = parts().find_map(short).filter(|(_, day)| is_eastern || *day > 12);
    date.filter(|_| is_undated(text)).map_or_else(|| text.to_owned(), |(month, day)| format!("{month}월 {day}일"))
}

/// Whether a day is only counted, or named after the day of the week.
pub(super) fn is_counted(text: &str) -> bool {
    is_undated(&day_text(text))
}

fn is_undated(text: &str) -> bool {
    let century = Century { year: 2024, order: Some(Order::Month) };
    let read = |part: &str| when::date(part).or_else(|| when::date(&century.completed(part)?));
    when::heading(&when::typed(text), read).is_none()
}

/// Whether a text has nothing but figures and blanks, as a countdown does.
pub(super) fn has_only_figures(text: &str) -> bool {
    text.chars().all(|letter| letter.is_ascii_digit() || letter == ' ')
}

/// Whether a text is a date after what a program is called: "Agenda 7/20".
fn is_day_of_program(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(name, date)| roles::is_program(name) && day(date).is_some())
}

/// Whether a line is the heading of a day. One of several days, as of a conference, is none.
pub(super) fn is_day(text: &str) -> bool {
    let text = &*when::typed(text);
    let is_room = text.chars().count() < 4 && text.starts_with(['d', 'D']);
    let is_sentence = text.ends_with("다.") || text.ends_with("요.");
    text.chars().count() <= 60
        && !has_only_figures(text)
        && !is_room
        && !is_sentence
        && (table::looks_like_day(text) || is_day_of_program(text))
        && !when::is_span(text)
        && !other_times::is_one(text)
}
