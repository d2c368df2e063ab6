//! What refusals say in Korean of files whose form nobody described.

use crate::messages::import::Reason;

/// What was found, what it lacks, and what to do.
pub(super) fn no_times(count: usize, title: &str, reason: &Reason) -> (String, String) {
    let found = format!("보여 줄 수 있는 세션이 없습니다: {title:?} 등 {count}개를 찾았지만");
    match reason {
        Reason::NoStart { fields } => (
            format!("{found} 시작 시각이 없습니다: 시각이 적힌 항목이 없습니다({})", fields.join(", ")),
            "시각은 같은 행사의 다른 파일에 있을 수 있습니다. 파일들을 함께 열어 주세요.".to_owned(),
        ),
        Reason::Unreadable { field, text } => (
            format!("{found} 시작 시각을 읽을 수 없습니다: {field:?} 항목에 {text:?}만 적혀 있습니다"),
            "시작 시각을 2018-08-18 13:00처럼 적어 주세요. 시각이 다른 파일에 있으면 파일들을 함께 열어 주세요.".to_owned(),
        ),
        Reason::NoTimeOfDay { day, fields } => (
            format!("{found} 날짜({day:?})만 있고 시각이 없습니다({})", fields.join(", ")),
            "시간표에는 시각이 있어야 합니다. 시각이 다른 파일에 있으면 파일들을 함께 열어 주세요.".to_owned(),
        ),
        Reason::NoDate { text, day, year_is_missing } => (
            match day.as_str() {
                "" => format!("{found} 날짜가 없습니다: 시작은 {text:?}입니다"),
                day => format!("{found} 날짜가 다 적혀 있지 않습니다: 시작은 {day:?}, {text:?}입니다"),
            },
            match year_is_missing {
                true => "첫날 날짜를 알려 주거나, 파일에 날짜를 2026-08-15처럼 적어 주세요.".to_owned(),
                false => "파일에 날짜를 2026-08-15처럼 적거나, 첫날 날짜를 알려 주세요.".to_owned(),
            },
        ),
    }
}

/// Names the lists that may be the schedule.
pub(super) fn lists(readings: &[(String, usize, String)]) -> String {
    let list = |(path, count, first): &(String, usize, String)| format!("{path:?}({count}개, 첫 항목 {first:?})");
    readings.iter().map(list).collect::<Vec<_>>().join(", ")
}
