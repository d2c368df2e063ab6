//! Korean.

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

    // The picture
    free_time: |minutes| format!("빈 시간 {}", duration(minutes)),
    overlapping: |minutes| format!("{} 겹침", duration(minutes)),
    cancelled: "취소됨",
    removed: "프로그램에서 빠짐",
    program_version: |version| format!("프로그램 {version}"),
    nothing_to_paint: || Refusal {
        message: "그림에 넣을 세션이 없습니다".to_owned(),
        hint: "세션을 먼저 담거나 다른 날짜를 골라 주세요.".to_owned(),
    },
    screen_too_small: |width, height| Refusal {
        message: format!("{width}×{height} 화면에는 글자를 읽을 수 있는 크기로 넣을 수 없습니다"),
        hint: "화면 크기가 맞는지 확인하거나 더 넓은 영역을 골라 주세요.".to_owned(),
    },
    screen_too_large: |width, height| Refusal {
        message: format!("{width}×{height} 그림은 너무 커서 만들 수 없습니다"),
        hint: "휴대전화 화면의 픽셀 크기를 적어 주세요. 예: 1179×2556".to_owned(),
    },
    no_such_zone: |name, choices| Refusal {
        message: format!("그런 잠금화면 영역이 없습니다: {name:?}"),
        hint: format!("다음 중에서 골라 주세요: {choices}"),
    },
    no_such_theme: |name, choices| Refusal {
        message: format!("그런 테마가 없습니다: {name:?}"),
        hint: format!("다음 중에서 골라 주세요: {choices}"),
    },
    no_such_day: |day| Refusal {
        message: format!("날짜를 읽을 수 없습니다: {day:?}"),
        hint: "2018-08-18처럼 적어 주세요.".to_owned(),
    },
    fonts_missing: || Refusal {
        message: "그림에 쓸 글꼴을 불러오지 못했습니다".to_owned(),
        hint: "인터넷에 연결한 뒤 다시 시도해 주세요. 한 번 받아 두면 오프라인에서도 됩니다.".to_owned(),
    },
    fonts_broken: || Refusal {
        message: "그림에 쓸 글꼴이 손상되어 있습니다".to_owned(),
        hint: "앱을 새로 고친 뒤 다시 시도해 주세요.".to_owned(),
    },
    fonts_not_found: |folder| Refusal {
        message: format!("그림에 쓸 글꼴을 찾을 수 없습니다: {folder}"),
        hint: "`cargo xtask fonts`로 글꼴을 만들거나 SIGANPYO_FONTS에 글꼴 폴더를 적어 주세요.".to_owned(),
    },
    cannot_write: |path, reason| Refusal {
        message: format!("파일을 쓸 수 없습니다: {path} ({reason})"),
        hint: "폴더가 있는지, 쓸 수 있는지 확인해 주세요.".to_owned(),
    },
    worker_outdated: || Refusal {
        message: "앱이 새 버전으로 바뀌는 중입니다".to_owned(),
        hint: "앱을 닫았다가 다시 열어 주세요.".to_owned(),
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
