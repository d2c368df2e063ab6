//! What the command line says in Korean.

use crate::messages::Refusal;
use crate::messages::command_line::{CommandLine, Unfetched, dates, twelve_hours_later};
use crate::messages::particle::{instrumental, object, subject, topic};
use crate::plan::Change;
use crate::program::versions::{Doubt, Verdict};
use crate::program::{Finding, Oddity, Program};

pub(in crate::messages) const COMMAND_LINE: CommandLine = CommandLine {
    hint: "도움말",

    cannot_read: |why| Refusal {
        message: format!("읽을 수 없습니다: {why}"),
        hint: "이름이 맞는지, 읽을 권한이 있는지 확인해 주세요.".to_owned(),
    },
    cannot_write: |why| Refusal {
        message: format!("쓸 수 없습니다: {why}"),
        hint: "폴더가 있는지, 쓸 권한과 빈 공간이 있는지 확인해 주세요. 원래 있던 파일은 그대로입니다.".to_owned(),
    },
    output_is_input: || Refusal {
        message: "읽는 파일이어서 결과를 그 위에 쓰지 않았습니다".to_owned(),
        hint: "-o 뒤에 다른 이름을 적어 주세요. 파일은 그대로입니다.".to_owned(),
    },
    not_a_photo: || Refusal {
        message: "사진으로 쓸 수 없습니다: PNG 파일이 아닙니다".to_owned(),
        hint: "사진을 PNG로 저장해서 다시 시도해 주세요.".to_owned(),
    },
    not_png: || Refusal {
        message: "이미지는 PNG로만 쓰는데 이 이름은 다른 형식의 것입니다".to_owned(),
        hint: "-o 뒤에 .png로 끝나는 이름을 적어 주세요.".to_owned(),
    },
    not_pdf: || Refusal {
        message: "이 종이는 PDF로만 쓰는데 이 이름은 다른 형식의 것입니다".to_owned(),
        hint: "-o 뒤에 .pdf로 끝나는 이름을 적어 주세요.".to_owned(),
    },
    no_doors: || Refusal {
        message: "장소가 있는 세션이 없어 안내문을 만들 수 없습니다".to_owned(),
        hint: "프로그램에 장소를 적거나 다른 --day를 골라 주세요.".to_owned(),
    },
    doors: |sheets| format!("안내문 {sheets}장"),
    door_code: "찍으면 이 장소의 시간표가 열립니다. 로그인 없이 세션을 담을 수 있습니다.",
    letters_missing: |letters| format!("글꼴에 없어 이미지에서 빠진 글자: {letters}"),
    only_one_picture: |pictures| Refusal {
        message: format!("이미지가 {pictures}장인데 이곳에는 한 장만 쓸 수 있습니다"),
        hint: "-o 뒤에 파일 이름을 적으면 다음 이미지부터 번호가 붙습니다. --day로 하루만 골라도 됩니다.".to_owned(),
    },
    not_text: || Refusal {
        message: "읽을 수 없습니다: UTF-8 글자가 아닙니다".to_owned(),
        hint: "공개된 프로그램은 먼저 \"siganpyo import\"로 프로그램 파일로 바꿔 주세요.".to_owned(),
    },
    link_too_long: |length, limit| Refusal {
        message: format!("링크가 {length}자로, {limit}자보다 깁니다"),
        hint: "프로그램 파일을 웹에 올리고 그 주소를 파일 대신 쓰세요.".to_owned(),
    },
    not_a_program: |is_table, command| Refusal {
        message: if is_table {
            "프로그램 파일이 아니라 표입니다. 먼저 가져와 주세요".to_owned()
        } else {
            "프로그램 파일이 아니라 공개된 일정 파일입니다. 먼저 가져와 주세요".to_owned()
        },
        hint: format!("이렇게 실행해 주세요: {command}"),
    },
    not_a_calendar: || Refusal {
        message: "캘린더 파일이 아닙니다".to_owned(),
        hint: "캘린더에서 iCalendar로 내보낸 파일을 쓰세요. 이름이 .ics로 끝납니다.".to_owned(),
    },
    no_plan_in_calendar: || Refusal {
        message: "이 캘린더에는 담은 세션이 없습니다".to_owned(),
        hint: "내 시간표에서 만든 캘린더 파일을 쓰세요. 다른 캘린더의 일정을 넣으려면 siganpyo plan --entries를 쓰세요."
            .to_owned(),
    },
    not_fetched,

    with_option: |hint, option| format!("{hint}\n명령줄에서는: {option}"),
    imported: |program| {
        let (sessions, days, rooms) = (program.sessions.len(), program.days.len(), program.rooms.len());
        format!("{}: {days}일, 장소 {rooms}곳, 세션 {sessions}개, 시각은 {} 기준", program.title, program.time_zone)
    },
    rows: |read, lost, is_table| {
        let unit = if is_table { "행" } else { "개 세션" };
        match lost {
            0 => format!("{read}{unit}: 모두 읽었습니다"),
            lost => {
                format!("{}{unit}: {read}{unit}{} 읽고 {lost}{unit}{} 읽지 못했습니다", read + lost, object(unit), topic(unit))
            }
        }
    },
    rows_lost: |lost| Refusal {
        message: format!("세션 {lost}개를 읽지 못해서 아무것도 쓰지 않았습니다"),
        hint: "위에 적힌 것을 고쳐 주세요. --strict 없이는 읽을 수 있는 것만 씁니다.".to_owned(),
    },
    decoded: |encoding| format!("파일이 UTF-8이 아니어서 {encoding} 글자로 읽었습니다"),

    id_kept: |id| {
        format!("이전 버전의 아이디 {id:?}{} 그대로 씁니다. 그래야 이미 받은 사람에게 새 버전이 전해집니다.", object(id))
    },
    id_differs: |before, now| {
        format!(
            "아이디가 {before:?}에서 {now:?}{} 바뀌었습니다. 휴대폰은 둘을 서로 다른 행사로 보므로, 앞의 것에서 세션을 담은 \
             사람은 바뀐 내용을 보지 못합니다. 그대로 두려면 --id {before}{} 쓰세요.",
            instrumental(now),
            object(before)
        )
    },
    replaced_other: |title| format!("원래 파일에는 다른 행사 {title:?}{} 있었습니다.", subject(title)),
    published_other: |title| format!("공개된 것은 다른 행사 {title:?}의 프로그램이어서 그 아이디를 쓰지 않았습니다."),
    which_id: |before, now| Refusal {
        message: format!(
            "이전 버전은 {:?}인데, {:?}{} 그 새 버전인지 다른 행사인지 알 수 없습니다",
            before.title,
            now.title,
            subject(&now.title)
        ),
        hint: format!(
            "새 버전이면 --id {}, 다른 행사이면 --id {}{} 붙여 주세요. 아무것도 쓰지 않았습니다.",
            before.id,
            now.id,
            object(now.id.as_str())
        ),
    },
    same_id: |id| format!("아이디는 공개된 것과 같은 {id:?}입니다."),
    strands: |before, now| Refusal {
        message: format!(
            "공개된 것의 아이디는 {before:?}인데 이 파일은 {now:?}입니다. 휴대폰은 둘을 서로 다른 행사로 보므로, 앞의 것에서 \
             세션을 담은 사람에게 이 파일이 전해지지 않을 수 있습니다"
        ),
        hint: format!(
            "--id {before}{} 붙이거나 --against에 공개된 것을 적어 다시 가져와 주세요. 다른 행사라면 그대로 두어도 됩니다.",
            object(before)
        ),
    },

    no_such_session: |id, near| Refusal {
        message: format!("세션 {id:?}{} 프로그램에 없습니다", subject(id)),
        hint: match near {
            [] => "\"siganpyo list\"로 모든 아이디를 볼 수 있습니다.".to_owned(),
            near => format!("혹시 이것인가요: {}. \"siganpyo list\"로 모든 아이디를 볼 수 있습니다.", near.join(", ")),
        },
    },
    no_such_day: |day, known| Refusal {
        message: format!("{day}{} 프로그램에 없는 날입니다", topic(day)),
        hint: format!("프로그램의 날짜: {}", known.join(", ")),
    },
    nothing_found: "찾은 것이 없습니다.",
    found_as: |meaning, sessions| format!("마지막 {sessions}개는 {meaning:?}{} 찾은 세션입니다.", instrumental(meaning)),
    plan_of_other_program: |plan, program| Refusal {
        message: format!("내 시간표가 행사 {program:?}의 것이 아니라 {plan:?}의 것입니다"),
        hint: "내 시간표를 만들 때 쓴 프로그램 파일이나 그 다음 버전을 주세요.".to_owned(),
    },
    picks_not_there: |count| format!("담은 세션 {count}개가 이제 프로그램에 없습니다"),

    looks_right: "이상한 점이 없습니다.",
    finding,

    unchanged: "바뀐 것이 없습니다.",
    added: "추가",
    change: |change| match change {
        Change::Moved => "시각 변경",
        Change::Length => "길이 변경",
        Change::Room => "장소 변경",
        Change::Retitled => "제목 변경",
        Change::Speakers => "발표자 변경",
        Change::Cancelled => "취소",
        Change::Removed => "빠짐",
        Change::Ambiguous => "확인 필요",
    },
    followed: "다시 실림",
    verdict: |verdict| match verdict {
        Verdict::Unchanged | Verdict::Changed => None,
        Verdict::Doubtful(Doubt::Empty) => Some("새 버전에 세션이 없습니다."),
        Verdict::Doubtful(Doubt::MuchSmaller) => Some("새 버전의 세션이 옛 버전의 절반도 되지 않습니다."),
        Verdict::Doubtful(Doubt::LittleInCommon) => Some("두 버전에 같은 세션이 거의 없습니다."),
        Verdict::Doubtful(Doubt::Older) => Some("새 버전의 이름을 보면 옛 버전보다 오래된 것입니다."),
        Verdict::OtherConference => Some("서로 다른 행사의 프로그램입니다."),
    },
    new_overlap: |one, other| format!("새로 겹침: {one:?}, {other:?}"),
};

fn not_fetched(why: &Unfetched) -> Refusal {
    let in_browser = "로그인하지 않은 비공개 브라우저 창에서 주소를 열어 무엇이 있는지 확인해 주세요.";
    let (message, hint) = match why {
        Unfetched::NoAddress => {
            ("웹 주소가 아닙니다".to_owned(), "브라우저의 주소창에서 https://로 시작하는 주소를 복사해 주세요.")
        }
        Unfetched::NotHttps => (
            "주소나 그 주소가 옮겨 가는 곳이 https://로 시작하지 않아서 받지 않았습니다".to_owned(),
            "https://로 시도해 주세요. 도중에 다른 사람이 파일을 바꿀 수 있어서 http://는 localhost에만 씁니다.",
        ),
        Unfetched::NoSuchHost(host) => {
            (format!("{host:?}라는 서버가 없습니다"), "주소에 잘못 적은 것이 없는지, 인터넷에 연결되어 있는지 확인해 주세요.")
        }
        Unfetched::Status(status @ (404 | 410)) => (format!("서버에 그런 파일이 없습니다(상태 {status})"), in_browser),
        Unfetched::Status(status @ (401 | 403)) => {
            (format!("서버가 이 파일을 아무에게나 주지는 않습니다(상태 {status})"), in_browser)
        }
        Unfetched::Status(status) => (format!("서버가 파일을 주지 않습니다(상태 {status})"), in_browser),
        Unfetched::Late { seconds } => (
            format!("{seconds}초가 지나도록 다 받지 못했습니다"),
            "나중에 다시 시도하거나, 브라우저에서 파일을 저장해서 그 이름을 적어 주세요.",
        ),
        Unfetched::TooLarge { megabytes } => (
            format!("{megabytes} MB보다 커서 나머지를 받지 않았습니다"),
            "그렇게 큰 프로그램은 없습니다. 주소가 어디로 이어지는지 확인해 주세요.",
        ),
        Unfetched::Page(title) => (
            format!("파일이 아니라 웹 페이지가 왔습니다: {title:?}"),
            "그 페이지에서 XML, JSON, iCal, CSV 시간표 링크를 찾아 그 주소를 적어 주세요.",
        ),
        Unfetched::Broken(why) => (
            format!("받을 수 없습니다: {why}"),
            "주소와 인터넷 연결을 확인해 주세요. 브라우저에서 열리면 파일을 저장해서 그 이름을 적어 주세요.",
        ),
    };
    Refusal { message, hint: hint.to_owned() }
}

fn finding(finding: &Finding, program: &Program) -> String {
    let number = finding.sessions.len();
    let what = match &finding.oddity {
        Oddity::Overlap { room } => format!("{room}에서 같은 시간에 겹치는 세션 {number}개"),
        Oddity::NoRoom => format!("장소가 없는 세션 {number}개"),
        Oddity::NoLength => format!("시작과 끝이 같은 세션 {number}개"),
        Oddity::VeryLong => format!("여덟 시간이 넘는 세션 {number}개"),
        Oddity::OutsideDay => format!("적힌 날짜의 04:00~04:00 밖에서 시작하는 세션 {number}개"),
        Oddity::Duplicate => format!("제목, 시각, 장소가 같은 세션 {number}개"),
        Oddity::UnknownRoom { room } => return format!("이동 시간이 적힌 {room:?}{} 프로그램에 없는 장소입니다", topic(room)),
        Oddity::UnusedAlias { alias } => return format!("프로그램에 하나도 나오지 않는 별칭: {alias:?}"),
        Oddity::RoomsAlike { names } => return format!("같은 장소를 다르게 적은 것 같습니다: {}", quoted(names)),
        Oddity::FarApart => format!("다른 세션과 날짜가 동떨어진 세션 {number}개({})", dates(finding, program)),
        Oddity::ByNight => {
            let times = twelve_hours_later(finding, program);
            let times =
                times.map_or_else(String::new, |(start, later)| format!("({start}{} 혹시 {later}인가요?)", topic(&start)));
            format!("한밤중에 시작하는 세션 {number}개{times}")
        }
        Oddity::SpeakerTwice { speaker } => format!("{speaker}: 같은 시간에 두 곳에서 발표합니다"),
        Oddity::SpeakerHurried { speaker } => format!("{speaker}: 두 세션 사이에 이동할 시간이 모자랍니다"),
        Oddity::StruckThrough => format!("제목에 줄을 그은 세션 {number}개(취소되었으면 [취소]라고 적어 주세요)"),
    };
    let titles =
        finding.sessions.iter().take(3).filter_map(|id| program.session(id)).map(|session| format!("{:?}", session.title));
    let more = if number > 3 { ", …" } else { "" };
    format!("{what}: {}{more}", titles.collect::<Vec<_>>().join(", "))
}

fn quoted(words: &[String]) -> String {
    words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(", ")
}
