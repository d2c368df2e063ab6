//! Korean: files that cannot be read.

use crate::messages::Refusal;
use crate::messages::file::{FileMessages, Rule};
use crate::messages::particle::{object, subject, topic};

pub(in crate::messages) const FILE: FileMessages = FileMessages {
    not_json: |line, column| Refusal {
        message: format!("파일을 읽을 수 없습니다: {line}행 {column}열에서 JSON이 깨져 있습니다"),
        hint: "파일이 끝까지 받아졌는지 확인하고 다시 받아서 열어 주세요.".to_owned(),
    },
    not_a_program: |found| Refusal {
        message: format!("프로그램 파일이 아닙니다: 형식이 “{found}”입니다. siganpyo-program/1이어야 합니다"),
        hint: "행사에서 공개한 프로그램 파일인지 확인해 주세요.".to_owned(),
    },
    not_a_plan: |found| Refusal {
        message: format!("백업 파일이 아닙니다: 형식이 “{found}”입니다. siganpyo-plan/1이어야 합니다"),
        hint: "이 앱에서 저장한 백업 파일인지 확인해 주세요.".to_owned(),
    },
    broken_program: |place, rule| Refusal {
        message: format!("프로그램 파일에 문제가 있습니다: {place}에서 {}", rule_text(&rule)),
        hint: "주최 측에 알려 주세요. 보관함은 그대로입니다.".to_owned(),
    },
};

fn rule_text(rule: &Rule) -> String {
    match rule {
        Rule::Empty(key) => format!("{key} 값이 비어 있습니다"),
        Rule::Missing(key) => format!("{key} 값이 없거나 형식이 다릅니다"),
        Rule::Repeated(id) => format!("아이디 “{id}”{} 두 번 나옵니다", subject(id)),
        Rule::Unknown(id) => format!("“{id}”{} 찾을 수 없습니다", object(id)),
        Rule::NotATime(text) => format!("“{text}”{} 2018-08-18T13:00:00+09:00 같은 시각이나 날짜가 아닙니다", topic(text)),
        Rule::EndsBeforeStart => "끝나는 시각이 시작보다 빠릅니다".to_owned(),
        Rule::NotAColor(text) => format!("“{text}”{} #rrggbb 같은 색이 아닙니다", topic(text)),
    }
}
