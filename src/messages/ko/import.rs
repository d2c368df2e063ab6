//! What importing says in Korean.

use super::structure::{lists, no_times};
use super::{too_large, weekday};
use crate::messages::Refusal;
use crate::messages::column::Column;
use crate::messages::import::{Form, ImportMessages, LookAlike, Part, Place, Problem, Remark, Undated, letters};
use crate::messages::particle::{instrumental, object, subject, topic};

pub(in crate::messages) const IMPORT: ImportMessages = ImportMessages { refusal, warning };

fn refusal(problem: &Problem) -> Refusal {
    let (message, hint) = match problem {
        Problem::TooLarge { bytes, limit } => return too_large(*bytes, *limit),
        Problem::Empty => ("파일이 비어 있습니다".to_owned(), "다시 내려받거나, 만든 곳에서 다시 내보내 주세요.".to_owned()),
        Problem::Encoding { likely: Some(likely) } => (
            format!("파일을 글자로 읽을 수 없습니다: UTF-8이 아니라 {likely} 같습니다"),
            "엑셀에서 \"CSV UTF-8(쉼표로 분리)\" 형식으로 저장한 뒤 그 파일을 열어 주세요.".to_owned(),
        ),
        Problem::Encoding { likely: None } => (
            "파일을 글자로 읽을 수 없습니다: UTF-8이 아닙니다".to_owned(),
            "시간표 파일이 맞는지 확인해 주세요. 엑셀 파일이면 \"CSV UTF-8(쉼표로 분리)\" 형식으로 저장해 주세요.".to_owned(),
        ),
        Problem::UnknownFormat { beginning } => (
            format!("읽을 수 있는 시간표 파일이 아닙니다: {beginning:?}{} 시작합니다", instrumental(beginning)),
            "주최 측에 시간표를 XML, JSON, iCal이나 표(CSV)로 달라고 하거나, 이 앱에서 저장한 파일을 열어 주세요.".to_owned(),
        ),
        Problem::Broken { line } => (
            match line {
                Some(line) => format!("파일이 손상되었습니다: {line}행부터 읽을 수 없습니다"),
                None => "파일이 손상되었습니다".to_owned(),
            },
            "다시 내려받아 주세요. 받다가 끊겼거나 고치다가 깨진 것 같습니다.".to_owned(),
        ),
        Problem::LaterLink => (
            "더 새로운 버전의 앱에서 만든 링크입니다".to_owned(),
            "이 앱을 업데이트한 뒤 링크를 다시 열어 주세요.".to_owned(),
        ),
        Problem::DamagedLink => (
            "링크 일부가 빠졌거나 잘못되었습니다".to_owned(),
            "보낸 사람에게 링크를 다시 받아 끝까지 복사해 주세요.".to_owned(),
        ),
        Problem::LookAlike(what) => look_alike(what),
        Problem::Columns { found, title, start, misspelt, .. } => columns(found, *title, *start, misspelt),
        Problem::TooMany { part, count, limit } => {
            let part = match part {
                Part::Sessions => "세션이",
                Part::Days => "날짜가",
                Part::Rooms => "장소가",
                Part::Tracks => "트랙이",
                Part::Cells => "칸이",
                Part::Names => "서로 다른 필드 이름이",
            };
            (
                format!("시간표가 너무 큽니다: {part} {count}개입니다. {limit}개까지 읽을 수 있습니다"),
                "한 행사의 시간표가 맞는지 확인해 주세요. 맞다면 하루에 하나씩처럼 여러 파일로 나눠 주세요.".to_owned(),
            )
        }
        Problem::OddId { id, limit } => (
            format!("아이디 {id:?}{} 쓸 수 없습니다: 비어 있거나 {limit}바이트보다 길거나 제어 문자가 들어 있습니다", topic(id)),
            "파일을 만든 곳에서 글자와 숫자로 된 짧은 아이디로 바꿔 주세요.".to_owned(),
        ),
        Problem::NoSessions { left_out: 0, .. } => (
            "파일에서 세션을 찾지 못했습니다".to_owned(),
            "시간표가 공개되었는지 확인하고 다시 내려받아 주세요. 세션이 들어 있다면 아직 모르는 형식입니다: 세션마다 제목과 시작 시각이 있어야 합니다."
                .to_owned(),
        ),
        Problem::NoSessions { left_out, first } => (
            format!("보여 줄 수 있는 세션이 없습니다: {left_out}줄에 읽을 수 있는 시작 시각이 없습니다"),
            match first.as_deref() {
                Some((place, remark)) => format!("{}. 날짜는 2018-08-18, 시각은 13:00처럼 적어 주세요.", warning(place, remark)),
                None => "날짜는 2018-08-18, 시각은 13:00처럼 적어 주세요.".to_owned(),
            },
        ),
        Problem::NoTimes { count, title, reason } => no_times(*count, title, reason),
        Problem::ManyReadings { readings } => (
            format!("어느 목록이 시간표인지 알 수 없습니다: {}", lists(readings)),
            "그중 하나를 고르거나, 시간표인 목록만 따로 파일로 저장해서 열어 주세요.".to_owned(),
        ),
        Problem::Undated { rows, why } => undated(*rows, why),
        Problem::NoTimeZone => (
            "시각을 정할 수 없습니다: 어느 시간대인지 파일에 없습니다".to_owned(),
            "행사장의 시간대를 Asia/Seoul처럼 알려 주세요. CSV 파일이면 맨 앞에 이렇게 적어도 됩니다:\n# title: 파이콘 한국 2018\n# time_zone: Asia/Seoul"
                .to_owned(),
        ),
        Problem::UnknownTimeZone { name, near } => (
            format!("시간대 {name:?}{} 없습니다: Asia/Seoul 같은 이름이나 +09:00 같은 시차여야 합니다", subject(name)),
            match near.as_slice() {
                [] => "시간대 이름은 대륙과 도시로 되어 있습니다: Asia/Seoul, Europe/Berlin, America/New_York.".to_owned(),
                near => format!("혹시 이 가운데 하나인가요? {}", near.join(", ")),
            },
        ),
        Problem::AmbiguousTimeZone { name, choices } => (
            format!("시간대 {name:?}{} 여러 가지로 읽힙니다", topic(name)),
            format!("이 가운데 행사장의 시간대를 적어 주세요: {}.", choices.join(", ")),
        ),
    };
    Refusal { message, hint }
}

fn undated(rows: usize, why: &Undated) -> (String, String) {
    match why {
        Undated::Nothing => (
            format!("표에 날짜가 없습니다: {rows}줄에 시각만 있습니다"),
            "\"날짜\" 열을 만들어 2026-08-15처럼 적어 주세요. 하루짜리 행사면 표 위에 이 줄을 적어도 됩니다: # start: 2026-08-15".to_owned(),
        ),
        Undated::NoYear(text) => (
            format!("몇 년인지 알 수 없습니다: 날짜가 {text:?}처럼 적혀 있습니다"),
            "날짜를 2026-08-15처럼 적거나, 표 위에 첫날을 적어 주세요: # start: 2026-08-15. \"우리 행사 2026\"처럼 제목에 해가 있어도 됩니다."
                .to_owned(),
        ),
        Undated::Counted(text) => (
            format!("첫날이 며칠인지 알 수 없습니다: 날짜가 {text:?}처럼만 적혀 있습니다"),
            "표 위에 첫날을 적은 줄을 넣어 주세요: # start: 2026-08-15".to_owned(),
        ),
    }
}

fn look_alike(what: &LookAlike) -> (String, String) {
    match what {
        LookAlike::HtmlPage => (
            "시간표 파일이 아니라 웹 페이지입니다".to_owned(),
            "표와 목록에서 제목이 붙은 시각을, 그리고 검색 엔진을 위한 행사 정보와 스크립트에 든 자료를 찾아보았지만 시간표가 없었습니다. 시간표가 다 보일 때 페이지를 저장해서 열거나, 행사 웹사이트에서 XML, JSON, iCal, CSV 시간표 링크를 찾아 주세요.".to_owned(),
        ),
        LookAlike::OtherXml { root } => (
            format!("알려진 형식의 시간표가 아닌 XML 파일입니다: <{root}>{} 시작합니다", instrumental(root)),
            "주최 측에 schedule.xml이나 iCal, CSV 시간표가 있는지 물어보세요.".to_owned(),
        ),
        LookAlike::Shifts => {
            ("시간표가 아니라 자원봉사 근무표입니다".to_owned(), "같은 웹사이트에서 발표 시간표를 찾아 주세요.".to_owned())
        }
        LookAlike::PeopleOnly => (
            "사람 목록만 있고 세션이 없는 파일입니다".to_owned(),
            "세션은 보통 이름이 program, schedule, sessions인 다른 파일에 있습니다. 그 파일을 열어 주세요.".to_owned(),
        ),
        LookAlike::Binary { kind } => (
            format!("{kind} 파일은 시간표로 읽을 수 없습니다"),
            if what.may_be_spreadsheet() {
                "엑셀 파일이면 .xlsx나 \"CSV UTF-8(쉼표로 분리)\" 형식으로 다시 저장해 그 파일을 열어 주세요.".to_owned()
            } else {
                "주최 측에 XML, JSON, iCal, CSV 시간표를 달라고 해 주세요.".to_owned()
            },
        ),
    }
}

fn columns(found: &[String], title: bool, start: bool, misspelt: &[(String, String)]) -> (String, String) {
    let misspelt =
        misspelt.iter().map(|(name, meant)| format!(" {name:?}{} 혹시 {meant:?}인가요?", topic(name))).collect::<String>();
    let missing = match (title, start) {
        (false, false) => "제목과 시작 열이",
        (false, true) => "제목 열이",
        _ => "시작 열이",
    };
    (
        format!("표에 {missing} 없습니다: 첫 줄에 {}만 있습니다", quoted(found)),
        format!(
            "첫 줄에 열 이름을 적어 주세요. 제목과 시작은 꼭 있어야 하고 날짜, 끝, 장소, 발표자, 분류도 적을 수 있습니다.{misspelt} 예를 들어 첫 줄은 \
             “날짜,시작,종료,장소,제목,발표자”, 다음 줄부터는 “2026-08-15,10:00,10:40,큰방,여는 말,이하나”와 같이 적습니다."
        ),
    )
}

fn warning(place: &Place, remark: &Remark) -> String {
    let sentence = match remark {
        Remark::NoTitle { shown } => format!("제목이 없어서 {shown:?}{} 보여 줍니다", instrumental(shown)),
        Remark::OtherTimeZone { given, stated } => {
            format!("파일에 시간대 {stated}{} 적혀 있어서 {given}{} 쓰지 않았습니다", subject(stated), topic(given))
        }
        Remark::NoStart => "시작 시각이 없어서 뺐습니다".to_owned(),
        Remark::NotAStart(text) => format!("시작 {text:?}{} 날짜와 시각이 아니어서 뺐습니다", subject(text)),
        Remark::AmbiguousDate { text, readings: [one, other] } => {
            format!("{text:?}{} {one}인지 {other}인지 알 수 없어서 뺐습니다. 맞는 날짜로 적어 주세요", subject(text))
        }
        Remark::DateOrder { text, read } => {
            format!("{text:?} 같은 날짜는 두 가지로 읽힙니다. {read}{} 읽었습니다. 해부터 적어 주세요", instrumental(read))
        }
        Remark::WrongWeekday { text, date } => {
            format!("{text:?}의 요일이 틀렸습니다: {date}{} {}요일입니다", topic(&date.to_string()), weekday(date.weekday()))
        }
        Remark::NotAnEnd(text) => format!("끝 {text:?}{} 시각이 아니어서 시작만 보여 줍니다", subject(text)),
        Remark::ImpossibleYear { start, first, last } => {
            format!("{first}년에서 {last}년 사이가 아닌 {start}에 시작해서 뺐습니다")
        }
        Remark::TooLong { hours, limit } => {
            format!("{hours}시간 동안 열린다고 되어 있어서 시작만 보여 줍니다. 세션은 {limit}시간까지입니다")
        }
        Remark::DayMoved { count, first } => {
            format!("세션 {count}개의 날짜가 시작 시각과 달라서 시작 시각의 날짜에 넣었습니다: {}", some(first, *count))
        }
        Remark::ListCut { left_out } => format!("발표자와 장소가 너무 많아서 {left_out}개를 뺐습니다"),
        Remark::EndsBeforeStart => "끝나는 시각이 시작보다 빨라서 시작만 보여 줍니다".to_owned(),
        Remark::NoEnd { count, first } => format!("세션 {count}개에 끝나는 시각이 없습니다: {}", some(first, *count)),
        Remark::OddTime { assumed } => format!("서머타임 전환 시각이라 {assumed}{} 처리했습니다", instrumental(assumed)),
        Remark::Shortened { count, first } => format!("글 {count}개가 너무 길어서 줄였습니다: {}", some(first, *count)),
        Remark::FalseOffsets { count, first } => {
            format!("시작 시각 {count}개가 현지 시각인데 UTC로 적혀 있어서 현지 시각으로 보았습니다: {}", some(first, *count))
        }
        Remark::EndsOfNextStarts { count } => {
            format!(
                "끝나는 시각이 없습니다. 세션 {count}개를 같은 장소의 다음 세션이 시작할 때 끝나는 것으로 읽었습니다. 정확한 시각은 ‘종료’ 열에 적어 주세요"
            )
        }
        Remark::OnlyUtc => {
            "모든 시각이 +00:00으로 적혀 있어 UTC로 보여 줍니다. 행사장이 다른 시간대에 있으면 그 시간대를 알려 주세요".to_owned()
        }
        Remark::PerhapsNotUtc => {
            "많은 세션이 한밤중입니다. 현지 시각을 UTC로 잘못 적은 파일일 수 있으니 행사 웹사이트와 비교해 보세요".to_owned()
        }
        Remark::ZoneByOffset { stated, assumed } => {
            format!("파일에 적힌 시간대는 {stated:?}인데 시각의 시차는 {assumed}여서 시차를 따랐습니다")
        }
        Remark::UnsafeLink(url) => format!("링크 {url:?}{} 웹 주소가 아니어서 뺐습니다", topic(url)),
        Remark::RepeatedId { id, now } => {
            format!("아이디 {id:?}{} 두 번 나와서 이 세션은 {now:?}{} 바꾸었습니다", subject(id), instrumental(now))
        }
        Remark::MisspeltField { field, meant, count } => {
            let often = if *count > 1 { format!("({count}번)") } else { String::new() };
            format!("항목 {field:?}{often}{} 없습니다. 혹시 {meant:?}인가요?", topic(field))
        }
        Remark::MisspeltColumn { column, meant } => {
            format!("열 {column:?}{} 쓰지 않았습니다. 혹시 {meant:?}인가요?", topic(column))
        }
        Remark::NoHeader(columns) => format!(
            "표에 열 이름이 없어서 칸의 내용을 보고 정했습니다: {}. 틀렸으면 첫 줄에 열 이름을 적어 주세요",
            columns
                .iter()
                .map(|(at, column)| format!("{}열 {}", letters(*at), column_name(*column)))
                .collect::<Vec<_>>()
                .join(", ")
        ),
        Remark::TakenAsTitle { column } => {
            format!(
                "제목이라는 열이 없어서 {column:?} 열을 제목으로 보았습니다. 틀렸으면 맞는 열의 이름을 \"제목\"으로 고쳐 주세요"
            )
        }
        Remark::PeopleBehindTitles { count } => format!("제목 뒤의 이름을 발표자로 읽었습니다(세션 {count}개)"),
        Remark::OnlyAnEnd => "세션이 아니라 하루가 끝나는 시각입니다".to_owned(),
        Remark::NumberedRooms => {
            "장소가 0부터 시작하는 번호뿐입니다. 장소 이름이 다른 파일에 있으면 두 파일을 함께 여세요".to_owned()
        }
        Remark::Grid { rooms } if rooms.is_empty() => {
            "날짜마다 열이 하나인 격자로 읽어, 칸 하나를 세션 하나로 보았습니다".to_owned()
        }
        Remark::Grid { rooms } => {
            format!("장소가 {}인 격자로 읽었습니다. 칸의 첫 줄은 제목, 둘째 줄은 발표자로 보았습니다", quoted(rooms))
        }
        Remark::AfterMidnight { count, first } => {
            format!(
                "자정 뒤 세션 {count}개가 같은 날 늦은 세션 아래에 있어서 그날 밤의 것으로 보았습니다: {}",
                some(first, *count)
            )
        }
        Remark::Afternoons { count } => {
            format!("13시 뒤의 시각이 없고 시각이 거꾸로 가서 세션 {count}개를 오후로 보았습니다")
        }
        Remark::SheetsAreRooms { rooms } => {
            format!("장소가 따로 적혀 있지 않아서 시트 이름을 장소로 보았습니다: {}", quoted(rooms))
        }
        Remark::HeadingsAreRooms { rooms } => {
            format!("장소가 따로 적혀 있지 않아서 표를 나누는 제목을 장소로 보았습니다: {}", quoted(rooms))
        }
        Remark::TablesLeftOut(names) => format!("시간표로 읽을 수 없는 표를 뺐습니다: {}", quoted(names)),
        Remark::NotADay(text) => {
            format!("{text:?}{} 날짜가 아닙니다. 첫날을 \"# start: 2026-08-15\"처럼 적어 주세요", topic(text))
        }
        Remark::UnclosedQuote => "닫히지 않은 큰따옴표를 뺐습니다. 이 행의 칸들을 확인해 주세요".to_owned(),
        Remark::UnknownColumns(names) => format!("쓰지 않은 열이 있습니다: {}", quoted(names)),
        Remark::NotAccepted(state) => format!("확정된 세션이 아니어서 뺐습니다(상태: {state:?})"),
        Remark::Repetition(rule) => format!("반복 규칙 {rule:?}{} 따를 수 없어서 한 번만 넣었습니다", object(rule)),
        Remark::RepetitionsCut { taken } => format!("너무 자주 반복되어서 처음 {taken}번만 보여 줍니다"),
        Remark::UnknownKey(key) => format!("설정 {key:?}{} 알 수 없습니다", topic(key)),
        Remark::TooFar { minutes, limit } => {
            format!("이동 시간 {minutes}분은 뺐습니다. {limit}분까지 쓸 수 있습니다")
        }
        Remark::WalksCut { taken, left_out } => {
            format!("이동 시간이 너무 많아서 {left_out}개를 뺐습니다. {taken}개까지 쓸 수 있습니다")
        }
        Remark::ReadFrom(form) => {
            let Form { lists, title, start, days_from_keys, rooms_from_keys, rooms_from_columns } = form.as_ref();
            let start = start.as_ref().map_or_else(|| "키".to_owned(), |start| format!("{start:?}"));
            let days = if *days_from_keys { ", 날짜는 키" } else { "" };
            let rooms = match (rooms_from_keys, rooms_from_columns) {
                (true, _) => ", 장소는 키",
                (_, true) => ", 장소는 열 순서",
                _ => "",
            };
            format!(
                "처음 보는 형식입니다. 세션은 {}, 제목은 {title:?}, 시각은 {start}{days}{rooms}에서 읽었습니다. 행사 웹사이트와 몇 개만 비교해 주세요",
                quoted(lists)
            )
        }
        Remark::Outlined { sessions, with_rooms } => {
            format!(
                "웹 페이지의 시각을 따라 세션 {sessions}개를 읽었고, 그중 {with_rooms}개에 장소가 있습니다. 웹 페이지와 몇 개만 비교해 주세요"
            )
        }
        Remark::Blocks { count, first } => {
            format!("묶음 {count}개는 그 안의 발표를 세션으로 읽고, 묶음의 장소와 제목을 붙였습니다: {}", some(first, *count))
        }
        Remark::DaysCompleted { year, first } => match (year, first) {
            (_, Some(first)) => {
                format!("파일에 날짜가 다 적혀 있지 않아 첫날을 {first}{} 보았습니다", instrumental(&first.to_string()))
            }
            (Some(year), None) => format!("날짜에 연도가 없어 {year}년으로 보았습니다"),
            (None, None) => "파일에 날짜가 다 적혀 있지 않습니다".to_owned(),
        },
        Remark::ListLeftOut { list, count, first } => {
            format!("{list:?}의 {count}개는 다른 때의 것이라 뺐습니다: {first:?} 등")
        }
        Remark::TimetableLeftOut(list, count) => {
            format!("페이지의 다른 시간표는 뺐습니다: {list:?}, 세션 {count}개")
        }
        Remark::TimetablesAreDays { days } => {
            format!(
                "어느 시간표가 어느 날의 것인지 페이지에 없어 차례대로 {days}일의 시간표로 읽었습니다. 페이지와 비교해 보세요"
            )
        }
        Remark::OneDayOfSeveral { day, first, last } => {
            format!("페이지의 행사 기간은 {first} ~ {last}인데 모든 세션이 {day}에 있습니다. 페이지와 비교해 보세요")
        }
        Remark::PartsOfSessions { count } => format!("논문처럼 세션에 딸린 {count}개는 그 세션의 설명에 넣었습니다"),
        Remark::EndsByNext { count } => {
            format!("세션 {count}개에 끝나는 시각이 없어 다음 세션이 시작할 때 끝나는 것으로 보았습니다")
        }
        Remark::OneAfterTheOther { count } => {
            format!("세션 {count}개는 걸리는 시간만 적혀 있어 앞의 세션이 끝날 때 시작하는 것으로 보았습니다")
        }
        Remark::RowsBetween { count, minutes } => {
            format!("시각이 없는 행 {count}개는 위아래 시각 사이를 {minutes}분씩 나눈 것으로 보았습니다")
        }
        Remark::More { count } => format!("참고 사항이 {count}개 더 있습니다"),
        Remark::NotAWay(text) => {
            format!("{text:?}에서 이동 시간을 읽을 수 없습니다. \"101, 102 > 201 = 5\"처럼 적어 주세요")
        }
        Remark::NotAnAlias(text) => {
            format!("{text:?}{} 같은 것을 가리키는 두 이름이 아닙니다. \"장고 = Django\"처럼 적어 주세요", topic(text))
        }
        Remark::AliasesCut { taken, left_out } => {
            format!("별칭이 너무 많아서 {left_out}개를 뺐습니다. {taken}개까지 쓸 수 있습니다")
        }
        Remark::UnknownRoom(room) => format!("장소 {room:?}에서 열리는 세션이 없어서 그곳의 이동 시간은 쓰지 않습니다"),
        Remark::NamedAfterFile { title, id: None } => {
            format!("제목 {title:?}{} 파일 이름입니다. 바꾸려면 \"# title: …\"처럼 적어 주세요", topic(title))
        }
        Remark::NamedAfterFile { title, id: Some(id) } => format!(
            "제목 {title:?}, 아이디 {id:?}{} 파일 이름에서 나왔습니다. 사람들이 담은 것은 아이디에 매이므로 둘 다 \"# title: …\"과 \
             \"# id: …\"로 적어 주세요",
            topic(id)
        ),
        Remark::NamedAfterRow { title } => {
            format!("제목 {title:?}{} 표 위에 적힌 글입니다. 바꾸려면 \"# title: …\"처럼 적어 주세요", topic(title))
        }
        Remark::NoProgramTitle { assumed } => {
            format!("파일에 행사 이름이 없어서 {assumed:?}{} 정했습니다", instrumental(assumed))
        }
    };
    match position(place) {
        position if position.is_empty() => sentence,
        position => format!("{position}: {sentence}"),
    }
}

/// Returns the name of a column that can be recognised by its cells.
fn column_name(column: Column) -> &'static str {
    match column {
        Column::Date => "날짜",
        Column::Start => "시작",
        Column::End => "끝",
        Column::Title => "제목",
        Column::Room => "장소",
        Column::Speakers => "발표자",
        column => column.word(),
    }
}

fn position(place: &Place) -> String {
    let row = place.cell.as_ref().map(|cell| cell.row).filter(|row| place.line != Some(*row));
    let row = row.map_or_else(String::new, |row| format!("(표의 {row}행)"));
    let line = place.line.map(|line| format!("{line}행{row}"));
    let cell = place.cell.as_ref().map(|cell| format!("{}열 {:?}", cell.letters(), cell.name));
    let title = place.title.as_ref().map(|title| format!("{title:?}"));
    [line, cell, title].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Returns the first few of `count`, and how many more there are.
fn some(first: &[String], count: usize) -> String {
    match count - first.len() {
        0 => quoted(first),
        more => format!("{} 외 {more}개", quoted(first)),
    }
}

fn quoted(words: &[String]) -> String {
    words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(", ")
}
