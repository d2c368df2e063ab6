//! What importing says in Korean.

use crate::messages::Refusal;
use crate::messages::import::{ImportMessages, Place, Problem, Remark};
use crate::messages::particle::{instrumental, subject, topic};

pub(in crate::messages) const IMPORT: ImportMessages = ImportMessages { refusal, warning };

fn refusal(problem: &Problem) -> Refusal {
    let (message, hint) = match problem {
        Problem::TooLarge { bytes, limit } => (
            format!("파일이 너무 큽니다: {}MB입니다. {}MB까지 읽을 수 있습니다", bytes.div_ceil(1 << 20), limit >> 20),
            "녹화 파일이나 압축 파일이 아니라 프로그램 파일이 맞는지 확인해 주세요.".to_owned(),
        ),
        Problem::Empty => ("파일이 비어 있습니다".to_owned(), "다시 내려받거나, 만든 곳에서 다시 내보내 주세요.".to_owned()),
        Problem::Encoding { likely: Some(likely) } => (
            format!("파일을 글자로 읽을 수 없습니다: UTF-8이 아니라 {likely} 같습니다"),
            "엑셀에서 \"CSV UTF-8(쉼표로 분리)\" 형식으로 저장한 뒤 그 파일을 열어 주세요.".to_owned(),
        ),
        Problem::Encoding { likely: None } => (
            "파일을 글자로 읽을 수 없습니다: UTF-8이 아닙니다".to_owned(),
            "프로그램 파일이 맞는지 확인해 주세요. 엑셀 파일이면 \"CSV UTF-8(쉼표로 분리)\" 형식으로 저장해 주세요.".to_owned(),
        ),
        Problem::UnknownFormat { beginning } => (
            format!("읽을 수 있는 프로그램 파일이 아닙니다: {beginning:?}{} 시작합니다", instrumental(beginning)),
            "주최 측에 시간표를 표(CSV)로 달라고 하거나, 이 앱에서 저장한 파일을 열어 주세요.".to_owned(),
        ),
        Problem::Columns { found, title, start } => columns(found, *title, *start),
        Problem::TooManySessions { count, limit } => (
            format!("프로그램이 너무 큽니다: 세션이 {count}개입니다. {limit}개까지 읽을 수 있습니다"),
            "하루에 하나씩처럼 여러 파일로 나눠 주세요.".to_owned(),
        ),
        Problem::NoSessions { left_out: 0 } => (
            "파일에 세션이 없습니다".to_owned(),
            "프로그램이 공개되었는지 확인하고 다시 내려받아 주세요.".to_owned(),
        ),
        Problem::NoSessions { left_out } => (
            format!("보여 줄 수 있는 세션이 없습니다: {left_out}줄에 제목이나 읽을 수 있는 시작 시각이 없습니다"),
            "날짜는 2018-08-18, 시각은 13:00처럼 적어 주세요.".to_owned(),
        ),
        Problem::NoTimeZone => (
            "시각을 정할 수 없습니다: 어느 시간대인지 파일에 없습니다".to_owned(),
            "행사장의 시간대를 --time-zone Asia/Seoul처럼 알려 주세요. CSV 파일이면 첫 줄에 \"# time_zone: Asia/Seoul\"이라고 적어도 됩니다."
                .to_owned(),
        ),
        Problem::UnknownTimeZone { name, near } => (
            format!("시간대 {name:?}{} 없습니다: Asia/Seoul 같은 이름이나 +09:00 같은 시차여야 합니다", subject(name)),
            match near.as_slice() {
                [] => "시간대 이름은 대륙과 도시로 되어 있습니다: Asia/Seoul, Europe/Berlin, America/New_York.".to_owned(),
                near => format!("혹시 이 가운데 하나인가요? {}", near.join(", ")),
            },
        ),
    };
    Refusal { message, hint }
}

fn columns(found: &[String], title: bool, start: bool) -> (String, String) {
    let missing = match (title, start) {
        (false, false) => "제목과 시작 열이",
        (false, true) => "제목 열이",
        _ => "시작 열이",
    };
    (
        format!("표에 {missing} 없습니다: 첫 줄에 {}만 있습니다", quoted(found)),
        "첫 줄에 열 이름을 적어 주세요. 제목과 시작은 꼭 있어야 하고 날짜, 끝, 장소, 발표자, 분류도 적을 수 있습니다.".to_owned(),
    )
}

fn warning(place: &Place, remark: &Remark) -> String {
    let sentence = match remark {
        Remark::NoTitle => "제목이 없어서 뺐습니다".to_owned(),
        Remark::NoStart => "시작 시각이 없어서 뺐습니다".to_owned(),
        Remark::NotAStart(text) => format!("시작 {text:?}{} 날짜와 시각이 아니어서 뺐습니다", subject(text)),
        Remark::NotAnEnd(text) => format!("끝 {text:?}{} 시각이 아니어서 시작만 보여 줍니다", subject(text)),
        Remark::EndsBeforeStart => "끝나는 시각이 시작보다 빨라서 시작만 보여 줍니다".to_owned(),
        Remark::NoEnd { count, first } => format!("세션 {count}개에 끝나는 시각이 없습니다: {}", some(first, *count)),
        Remark::OddTime { assumed } => format!("서머타임으로 시계가 바뀌는 때라서 {assumed}{} 보았습니다", instrumental(assumed)),
        Remark::Shortened => "글이 너무 길어서 줄였습니다".to_owned(),
        Remark::UnsafeLink(url) => format!("링크 {url:?}{} 웹 주소가 아니어서 뺐습니다", topic(url)),
        Remark::RepeatedId { id, now } => {
            format!("아이디 {id:?}{} 두 번 나와서 이 세션은 {now:?}{} 바꾸었습니다", subject(id), instrumental(now))
        }
        Remark::UnknownColumns(names) => format!("쓰지 않은 열이 있습니다: {}", quoted(names)),
        Remark::UnknownKey(key) => format!("설정 {key:?}{} 알 수 없습니다", topic(key)),
        Remark::NoProgramTitle { assumed } => {
            format!("파일에 프로그램 이름이 없어서 {assumed:?}{} 정했습니다", instrumental(assumed))
        }
    };
    match (place.line, &place.title) {
        (Some(line), Some(title)) => format!("{line}행 {title:?}: {sentence}"),
        (Some(line), None) => format!("{line}행: {sentence}"),
        (None, Some(title)) => format!("{title:?}: {sentence}"),
        (None, None) => sentence,
    }
}

/// The first few of `count`, and how many more.
fn some(first: &[String], count: usize) -> String {
    match count - first.len() {
        0 => quoted(first),
        more => format!("{} 외 {more}개", quoted(first)),
    }
}

fn quoted(words: &[String]) -> String {
    words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(", ")
}
