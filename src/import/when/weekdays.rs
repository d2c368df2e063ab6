//! The weekday that people write beside a date: `2026-08-15 (토)`, `2026년 8월 15일 토요일`, `Sat, 15 August 2026`.

use super::super::accents::unaccented;
use crate::program::Weekday;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// No date is longer. Of a longer text every beginning may be tried.
const MAX_LENGTH: usize = 100;

/// Each weekday with its English name, its Korean or Japanese letter, and its names in other languages in lower case without
/// accents.
const DAYS: [(Weekday, &str, &[char], &str); 7] = [
    (
        Weekday::Monday,
        "monday",
        &['월', '月', '一'],
        "montag mo lundi lun lunes segunda seg lunedi maandag ma mandag man poniedzialek pondeli maanantai понедельник",
    ),
    (
        Weekday::Tuesday,
        "tuesday",
        &['화', '火', '二'],
        "dienstag di mardi martes terca ter martedi dinsdag tirsdag tirs wtorek utery tisdag tiistai вторник",
    ),
    (
        Weekday::Wednesday,
        "wednesday",
        &['수', '水', '三'],
        "mittwoch mi mercredi mer miercoles mie quarta mercoledi woensdag wo onsdag ons sroda streda keskiviikko среда",
    ),
    (
        Weekday::Thursday,
        "thursday",
        &['목', '木', '四'],
        "donnerstag do jeudi jeu jueves jue quinta giovedi gio donderdag torsdag tors czwartek ctvrtek torstai четверг",
    ),
    (
        Weekday::Friday,
        "friday",
        &['금', '金', '五'],
        "freitag fr vendredi ven viernes vie sexta venerdi vrijdag vr fredag fre piatek patek perjantai пятница",
    ),
    (
        Weekday::Saturday,
        "saturday",
        &['토', '土', '六'],
        "samstag sonnabend sa samedi sam sabado sab sabato zaterdag za lordag lor sobota lauantai суббота",
    ),
    (
        Weekday::Sunday,
        "sunday",
        &['일', '日', '天'],
        "sonntag so dimanche dim domingo dom domenica zondag zo sondag son niedziela nedele sunnuntai воскресенье",
    ),
];

/// Returns the weekday in a text with a date.
pub(in crate::import) fn weekday(text: &str) -> Option<Weekday> {
    find(text).map(|(day, ..)| day)
}

/// Returns what stands after the weekday with which a text begins, or the whole text.
pub(in crate::import) fn after_weekday(text: &str) -> &str {
    let text = text.trim();
    let after = find(text).filter(|(_, from, _)| *from == 0).map(|(.., to)| &text[to..]);
    after.map_or(text, |after| after.trim_start_matches([',', '.', ' ', '\u{A0}']))
}

/// Returns the text without its weekday and the brackets around it.
pub(super) fn without_weekday(text: &str) -> Cow<'_, str> {
    let Some((_, from, to)) = find(text) else { return Cow::Borrowed(text) };
    let (before, after) = (&text[..from], &text[to..]);
    let open = before.trim_end().strip_suffix(['(', '[', '（']);
    let close = after.trim_start().trim_start_matches('.').strip_prefix([')', ']', '）']);
    let (before, after) = open.zip(close).unwrap_or((before, after));
    Cow::Owned(format!("{before} {after}"))
}

/// Returns the weekday, and where its word begins and ends.
fn find(text: &str) -> Option<(Weekday, usize, usize)> {
    if text.len() > MAX_LENGTH {
        return None;
    }
    let mut before = "";
    let separates = |letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | '[' | ']' | '（' | '）' | ',' | '.');
    for word in text.split(separates).filter(|word| !word.is_empty()) {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let is_in_brackets = text[..at].ends_with(['(', '[', '（']);
        if let Some((day, from)) = of_word(word, is_in_brackets || !is_number(before)) {
            return Some((day, at + from, at + word.len()));
        }
        before = word;
    }
    None
}

/// Returns the weekday that a word ends with, and where that begins. A single 월 or 일 after a number is a month or a day.
fn of_word(word: &str, may_be_short: bool) -> Option<(Weekday, usize)> {
    if let Some(rest) = ["요일", "曜日", "曜"].into_iter().find_map(|ending| word.strip_suffix(ending)) {
        let letter = rest.chars().next_back()?;
        return Some((by_letter(letter)?, rest.len() - letter.len_utf8()));
    }
    let last = word.chars().next_back()?;
    if let Some(rest) = word.strip_suffix(last).filter(|rest| CHINESE.iter().any(|week| rest.ends_with(week))) {
        let week = CHINESE.iter().find(|week| rest.ends_with(**week))?;
        return Some((by_letter(last)?, rest.len() - week.len()));
    }
    if last.len_utf8() == word.len() {
        // 一 and the like are numbers unless 星期 or 周 stands before them.
        let is_number = "一二三四五六天".contains(last);
        return by_letter(last).filter(|_| may_be_short && !is_number).map(|day| (day, 0));
    }
    // Most words of a page are asked, and many are numbers.
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    NAMES.get(unaccented(word).as_str()).map(|day| (*day, 0))
}

/// The weekday of each name, and of three letters or more with which an English one begins.
static NAMES: LazyLock<BTreeMap<&'static str, Weekday>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    for (day, english, _, others) in DAYS {
        let beginnings = (3..=english.len()).map(|length| &english[..length]);
        beginnings.chain(others.split(' ')).for_each(|name| _ = names.entry(name).or_insert(day));
    }
    names
});

/// What stands before the number of a weekday in Chinese.
const CHINESE: [&str; 5] = ["星期", "周", "週", "礼拜", "禮拜"];

fn by_letter(letter: char) -> Option<Weekday> {
    DAYS.iter().find(|(_, _, letters, _)| letters.contains(&letter)).map(|(day, ..)| *day)
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_found_and_removed() {
        for (text, day, rest) in [
            ("2026-08-15 (토)", Weekday::Saturday, "2026-08-15"),
            ("2026.8.15(토)", Weekday::Saturday, "2026.8.15"),
            ("2026-08-16(일)", Weekday::Sunday, "2026-08-16"),
            ("2026-08-16 일요일", Weekday::Sunday, "2026-08-16"),
            ("2026년 8월 17일 월요일", Weekday::Monday, "2026년 8월 17일"),
            ("2026년 8월 16일(일) 10:00", Weekday::Sunday, "2026년 8월 16일  10:00"),
            ("8월 16일일요일", Weekday::Sunday, "8월 16일"),
            ("2026-08-16 일", Weekday::Sunday, "2026-08-16"),
            ("(수) 2026-08-19", Weekday::Wednesday, "2026-08-19"),
            ("Saturday, August 15, 2026", Weekday::Saturday, ", August 15, 2026"),
            ("15 Aug 2026 [SAT]", Weekday::Saturday, "15 Aug 2026"),
            ("2026-08-18 Tues.", Weekday::Tuesday, "2026-08-18  ."),
            ("2026年8月15日 土曜日", Weekday::Saturday, "2026年8月15日"),
            ("2026年8月15日(土)", Weekday::Saturday, "2026年8月15日"),
            ("2026-08-15 星期六", Weekday::Saturday, "2026-08-15"),
            ("2026-08-16 周日", Weekday::Sunday, "2026-08-16"),
            ("Samstag, 15.08.2026", Weekday::Saturday, ", 15.08.2026"),
            ("So. 16.08.2026", Weekday::Sunday, ". 16.08.2026"),
            ("samedi 15 août 2026", Weekday::Saturday, "15 août 2026"),
            ("sábado 15 de agosto", Weekday::Saturday, "15 de agosto"),
            ("Lørdag", Weekday::Saturday, ""),
            ("giovedì 20/08/2026", Weekday::Thursday, "20/08/2026"),
        ] {
            assert_eq!((weekday(text), without_weekday(text).trim()), (Some(day), rest), "{text}");
        }
        for text in [
            "2026-08-15",
            "2026년 8월 15일",
            "2026 년 8 월 15 일",
            "15 March 2026",
            "",
            "10:00",
            "일정",
            "(",
            "Satisfying",
            "17 mars 2026",
            "一",
            "Sono 2026",
        ] {
            assert_eq!(weekday(text), None, "{text}");
        }
    }
}
