//! Korean.

mod command_line;
mod import;

pub(super) use command_line::COMMAND_LINE;
pub(super) use import::IMPORT;

use super::{Messages, Refusal, Rule};
use crate::program::{Date, Weekday};

pub(super) const KOREAN: Messages = Messages {
    language_name: "한국어",

    date,
    duration,

    not_json: |line, column| Refusal {
        message: format!("파일을 읽을 수 없습니다: {line}행 {column}열에서 JSON이 깨져 있습니다"),
        hint: "파일이 끝까지 받아졌는지 확인하고 다시 받아서 열어 주세요.".to_owned(),
    },
    not_a_program: |found| Refusal {
        message: format!("프로그램 파일이 아닙니다: 형식이 {found:?}입니다. siganpyo-program/1이어야 합니다"),
        hint: "행사 주최 측이 공개한 프로그램 파일인지 확인해 주세요.".to_owned(),
    },
    not_a_plan: |found| Refusal {
        message: format!("내 시간표 파일이 아닙니다: 형식이 {found:?}입니다. siganpyo-plan/1이어야 합니다"),
        hint: "이 앱에서 저장한 백업 파일인지 확인해 주세요.".to_owned(),
    },
    broken_program: |place, rule| Refusal {
        message: format!("프로그램 파일에 문제가 있습니다: {place}에서 {}", rule_text(&rule)),
        hint: "주최 측에 알려 주세요. 지금 보관된 프로그램은 그대로 있습니다.".to_owned(),
    },

    // Export
    text_cancelled: "취소됨",
    text_removed: "프로그램에서 빠짐",
    not_a_code: || Refusal {
        message: "공유 코드가 아닙니다".to_owned(),
        hint: "링크를 끝까지 복사하거나 QR 코드를 다시 찍어 주세요.".to_owned(),
    },
    code_of_later_version: || Refusal {
        message: "공유 코드를 읽을 수 없습니다: 더 새로운 버전의 앱에서 만든 코드입니다".to_owned(),
        hint: "앱을 업데이트한 뒤 링크를 다시 열어 주세요.".to_owned(),
    },
    code_damaged: || Refusal {
        message: "공유 코드가 깨졌습니다: 일부가 빠졌거나 잘못 적혔습니다".to_owned(),
        hint: "링크를 끝까지 복사하거나 QR 코드를 다시 찍어 주세요.".to_owned(),
    },
    code_of_other_program: || Refusal {
        message: "다른 프로그램의 공유 코드입니다".to_owned(),
        hint: "그 행사의 프로그램을 먼저 연 다음 링크를 열어 주세요.".to_owned(),
    },
};

fn rule_text(rule: &Rule) -> String {
    match rule {
        Rule::Empty => "값이 비어 있습니다".to_owned(),
        Rule::Repeated(id) => format!("아이디 {id:?}가 두 번 나옵니다"),
        Rule::Unknown(id) => format!("{id:?}를 찾을 수 없습니다"),
        Rule::NotATime(text) => format!("{text:?}는 2018-08-18T13:00:00+09:00 같은 시각이나 날짜가 아닙니다"),
        Rule::EndsBeforeStart => "끝나는 시각이 시작보다 빠릅니다".to_owned(),
        Rule::NotAColor(text) => format!("{text:?}는 #rrggbb 같은 색이 아닙니다"),
    }
}

fn date(date: Date) -> String {
    format!("{}월 {}일 ({})", date.month(), date.day(), weekday(date.weekday()))
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "월",
        Weekday::Tuesday => "화",
        Weekday::Wednesday => "수",
        Weekday::Thursday => "목",
        Weekday::Friday => "금",
        Weekday::Saturday => "토",
        Weekday::Sunday => "일",
    }
}

fn duration(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}분"),
        (hours, 0) => format!("{hours}시간"),
        (hours, minutes) => format!("{hours}시간 {minutes}분"),
    }
}
