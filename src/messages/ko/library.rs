//! Korean: the library.

use super::{dates, duration, refusal, too_large};
use crate::messages::Refusal;
use crate::messages::column::Column;
use crate::messages::library::LibraryMessages;
use crate::messages::particle::{instrumental, object, subject};
use crate::program::line::isolated;
use crate::program::versions::Doubt;

pub(in crate::messages) const LIBRARY: LibraryMessages = LibraryMessages {
    about: "내 행사",
    built_in: "기본 행사",
    in_use: "보는 중",
    use_this: "이 행사 보기",
    as_of: |date| format!("{date} 기준"),
    version: |version| format!("버전 {version}"),
    dates,
    looked: |when| format!("업데이트 확인: {when}"),
    look: "업데이트 확인",
    looking: "확인하는 중…",
    up_to_date: "최신 버전입니다",
    renewed: "새 버전으로 업데이트했습니다",
    no_answer: "확인하지 못했습니다. 인터넷 연결을 확인해 주세요.",
    kept_old: |reason| {
        format!("업데이트하지 않았습니다: {reason}. 지금 것은 그대로입니다. 바꾸려면 아래에서 원래 주소를 다시 여세요.")
    },
    source_late: "원래 주소에서 제시간에 답하지 않았습니다. 지금 것은 그대로입니다. 점점 뜸하게 다시 확인하며, ‘업데이트 확인’을 누르면 바로 확인합니다.",
    other_conference: |title| format!("다른 행사 “{title}”입니다", title = isolated(title)),
    rename: "이름 바꾸기",
    new_name: |title| format!("“{title}”의 새 이름", title = isolated(title)),
    rename_done: "이름 저장",
    remove: "삭제",
    remove_ask: |title, entries| Refusal {
        message: format!("“{title}”{} 보관함에서 삭제할까요?", object(title), title = isolated(title)),
        hint: match entries {
            0 => "담은 세션이 없습니다. 필요하면 파일을 다시 열 수 있습니다.".to_owned(),
            entries => format!("내 시간표의 일정 {entries}개는 이 기기에 남아 있고, 같은 행사를 다시 추가하면 돌아옵니다."),
        },
    },
    removed: |title| format!("“{title}”{} 삭제했습니다", object(title), title = isolated(title)),
    not_removed: || refusal("삭제하지 못했습니다", "앱을 다시 열고 시도해 주세요. 브라우저가 저장 공간을 막고 있습니다."),

    open: "다른 행사 추가",
    open_about: "행사에서 공개한 시간표 파일(schedule.xml, JSON, iCal, CSV, 스프레드시트)을 엽니다. 여러 파일로 나뉘어 있으면 함께 고르세요. 파일은 이 기기를 떠나지 않습니다.",
    open_file: "시간표 파일 열기",
    drop_or_paste: "파일을 여기에 끌어다 놓거나, 파일 내용이나 주소를 붙여 넣어도 됩니다.",
    address: "시간표 파일의 주소",
    open_address: "주소로 열기",
    not_an_address: |text| Refusal {
        message: format!("웹 주소가 아닙니다: “{text}”"),
        hint: "https://로 시작하는 주소를 붙여 넣어 주세요.".to_owned(),
    },
    address_silent: |host| Refusal {
        message: format!("{host}에서 파일을 받지 못했습니다. 웹사이트가 다운로드를 막았거나 인터넷이 끊겼습니다"),
        hint: "주소를 새 탭에서 열어 파일을 내려받은 다음, 여기에서 파일로 열어 주세요.".to_owned(),
    },
    address_refused: |host, status| Refusal {
        message: format!("{host}에서 파일을 찾을 수 없습니다({status})"),
        hint: "주소가 맞는지 확인해 주세요.".to_owned(),
    },
    address_late: |host| Refusal {
        message: format!("{host}에서 제시간에 파일을 다 받지 못했습니다"),
        hint: "나중에 다시 시도하거나, 주소를 새 탭에서 열어 파일을 내려받은 다음 여기에서 파일로 열어 주세요.".to_owned(),
    },
    open_in_tab: "새 탭에서 열기",
    too_large,
    no_room_for_file: || {
        refusal(
            "이 브라우저에 파일을 만들 공간이 없습니다",
            "다른 탭을 닫고 버튼을 다시 누르세요. 입력한 내용은 그대로 있습니다.",
        )
    },
    file_unreadable: || refusal("파일을 읽을 수 없습니다", "파일을 다시 골라 주세요. 보관함은 그대로입니다."),
    reader_missing: || {
        refusal("파일을 열려면 처음 한 번 인터넷이 필요합니다", "인터넷에 연결한 뒤 다시 열어 주세요. 보관함은 그대로입니다.")
    },
    sheets_missing: || {
        refusal(
            "스프레드시트를 열려면 처음 한 번 인터넷이 필요합니다",
            "인터넷에 연결한 뒤 다시 열어 주세요. 보관함은 그대로입니다.",
        )
    },
    nothing_shared: || refusal("공유받은 내용이 없습니다", "공유를 다시 시도하거나, 파일을 아래에서 골라 주세요."),
    handed_over: "다른 곳에서 온 것이 있습니다",
    handed_about: "아직 아무것도 열지 않았습니다. 열려던 것이 아니면 ‘추가 안 함’을 누르세요.",
    handed_text: "텍스트",
    size: |bytes| {
        if bytes < 1 << 20 { format!("{} KB", bytes.div_ceil(1 << 10)) } else { format!("{} MB", bytes.div_ceil(1 << 20)) }
    },
    from_site: |site| format!("웹사이트 {site}에서 보냈습니다"),
    from_device: "이 기기의 다른 앱에서 공유했습니다",
    from_unknown: "이 기기의 다른 앱에서 공유했거나, 이름을 밝히지 않은 웹사이트에서 보냈습니다",
    open_handed: "열기",
    fetch_handed: |host| format!("{host}에서 받아 열기"),
    fetching: |kilobytes| format!("파일을 받는 중… {kilobytes} KB"),
    reading: "파일을 읽는 중…",
    cancel: "취소",

    publish: "사이트로 만들기",
    publisher_missing: || {
        refusal("사이트를 만드는 기능을 불러오지 못했습니다", "인터넷에 연결한 뒤 다시 열어 주세요. 입력한 것은 그대로입니다.")
    },

    zone_needed: || refusal("이 파일에 시간대가 없습니다", "행사가 열리는 곳의 시간대를 골라 주세요."),
    zone_offer: |zone, is_likely, is_here| match (is_likely, is_here) {
        (true, true) => format!("{zone} (추정, 이 기기)"),
        (true, false) => format!("{zone} (추정)"),
        (false, true) => format!("{zone} (이 기기)"),
        (false, false) => zone.to_owned(),
    },
    zone_again: "다른 시간대로 읽기",
    zone_name: "다른 시간대",
    zone_use: "이 시간대로 읽기",
    day_needed: || {
        refusal(
            "며칠에 시작하나요?",
            "파일에 시각과 요일은 있지만 첫날의 날짜가 없습니다. 첫날을 고르면 나머지 날짜도 정해집니다.",
        )
    },
    first_day: "첫날",
    first_day_hint: "행사와 함께 보관하고 업데이트할 때도 씁니다.",
    day_use: "이 날짜로 읽기",
    day_again: "다른 날에 시작합니다",
    begins_so: "그러면 첫 세션은 이렇게 됩니다.",
    begins_with_nothing: "파일의 요일이 이 날짜와 맞지 않습니다. 다른 날짜를 골라 주세요.",
    list_needed: || refusal("파일에 세션 목록이 여러 개 있습니다", "찾는 목록을 골라 주세요. 목록마다 첫 세션이 나와 있습니다."),
    list_offer: |path, entries| format!("“{path}”: 세션 {entries}개", path = isolated(path)),
    list_again: "파일의 다른 목록 읽기",
    fields: "파일의 항목",
    fields_about: "이름으로 짐작한 뜻입니다. 틀린 곳을 고치면 다시 읽고, 행사와 함께 보관합니다.",
    fields_missing: "각 항목이 무엇인지 골라 주세요. 제목과 시작은 꼭 필요합니다. 고를 때마다 파일을 다시 읽습니다.",
    columns: "표의 열",
    columns_about: "머리글로 짐작한 뜻입니다. 틀린 곳을 고치면 다시 읽습니다.",
    column: |column| match column {
        Some(Column::Date) => "날짜",
        Some(Column::Weekday) => "요일",
        Some(Column::Status) => "상태",
        Some(Column::Start) => "시작",
        Some(Column::End) => "끝",
        Some(Column::EndDate) => "끝나는 날짜",
        Some(Column::Duration) => "길이",
        Some(Column::Room) => "장소",
        Some(Column::Title) => "제목",
        Some(Column::Subtitle) => "부제",
        Some(Column::Speakers) => "발표자",
        Some(Column::Track) => "트랙",
        Some(Column::Category) => "분류",
        Some(Column::Level) => "난이도",
        Some(Column::Language) => "언어",
        Some(Column::Kind) => "종류",
        Some(Column::Abstract) => "소개",
        Some(Column::Url) => "주소",
        Some(Column::Id) => "아이디",
        None => "쓰지 않음",
    },

    report_about: "읽을 수 있어야 하는 파일이라면 이 페이지의 운영자에게 보고서를 보내 주세요. 파일의 짜임새만 담고 내용은 담지 않습니다. 제목도 이름도 없습니다.",
    report_shown: "보고서 내용",
    report: "보고서 복사",
    report_copied: "복사했습니다. 메시지나 이슈에 붙여 넣어 주세요.",

    preview: "이 행사가 맞나요?",
    rooms: |count| format!("장소 {count}곳"),
    day_count: |count| format!("{count}일"),
    zone_is: |zone| format!("시간대 {zone}"),
    first_session: |when, title| format!("첫 세션: {when} “{title}”", title = isolated(title)),
    shift: "시각이 맞지 않으면 전체를 옮길 수 있습니다",
    earlier: "30분 당기기",
    later: "30분 미루기",
    shifted: |minutes| match minutes {
        0 => "그대로".to_owned(),
        minutes if minutes < 0 => format!("{} 당김", duration(-minutes)),
        minutes => format!("{} 미룸", duration(minutes)),
    },
    warnings: |count| format!("참고 사항 {count}개"),
    newer_version: |title| {
        format!("보관함에 있는 “{title}”의 새 버전입니다. 내 시간표는 그대로 이어집니다.", title = isolated(title))
    },
    same_version: |title| format!("이미 “{title}”의 같은 버전이 있습니다.", title = isolated(title)),
    namesake: |title| {
        format!(
            "“{title}”의 아이디를 쓰지만 다른 행사입니다. 추가하면 둘 다 남고, 내 시간표도 따로 있습니다.",
            title = isolated(title)
        )
    },
    changed_sessions: |count| format!("달라진 세션 {count}개"),
    doubt: |doubt, kept, new| {
        let (message, hint) = match doubt {
            Doubt::Empty | Doubt::MuchSmaller => (
                format!("세션이 {}개에서 {}개로 줄었습니다", kept.sessions, new.sessions),
                "잘렸거나 일부만 든 파일일 수 있습니다. 확실하지 않으면 둘 다 두세요.",
            ),
            Doubt::LittleInCommon => (
                "보관함에 있는 버전과 같은 세션이 거의 없습니다".to_owned(),
                "다른 해의 행사일 수 있습니다. 확실하지 않으면 둘 다 두세요.",
            ),
            Doubt::Older => (
                format!("이 파일은 버전 {}, 보관함에 있는 것은 버전 {}입니다", new.version, kept.version),
                "더 오래된 파일인 것 같습니다. 확실하지 않으면 둘 다 두세요.",
            ),
        };
        Refusal { message, hint: hint.to_owned() }
    },
    keep: "추가",
    keep_anyway: "그래도 바꾸기",
    replace: "새 버전으로 바꾸기",
    keep_beside: "둘 다 두기",
    discard: "추가 안 함",
    opened: |title, sessions| format!("“{title}”{} 추가했습니다. 세션 {sessions}개", object(title), title = isolated(title)),

    plan_found: "캘린더 파일에 든 내 시간표",
    add_entries: "내 시간표에 개인 일정으로 추가",
    entries_added: |count| format!("개인 일정 {count}개를 추가했습니다"),
    subscribe: "캘린더로 구독",
    subscribe_all: "모든 세션",
    subscribe_parts: "장소나 트랙 하나만",

    not_opened: |title| Refusal {
        message: format!("지난번에 “{title}”{} 열리지 않았습니다", subject(title), title = isolated(title)),
        hint: "그래서 이 행사 없이 시작했습니다. 다시 열어 보거나 삭제할 수 있습니다. 담은 세션은 이 기기에 남아 있습니다."
            .to_owned(),
    },
    version_not_opened: |title| Refusal {
        message: format!("“{title}”의 새 버전이 열리지 않았습니다", title = isolated(title)),
        hint: "그래서 이전 버전을 보여 드립니다. 담은 세션은 그대로이고, 더 새로운 버전이 나오면 다시 받습니다.".to_owned(),
    },
    look_again: "다시 열어 보기",
    deadly: "그 버전을 여는 도중에 앱이 멈췄습니다",

    taken_along: |title| {
        format!("행사 이름이 “{title}”{} 바뀌었습니다. 담은 세션도 옮겨 왔습니다.", instrumental(title), title = isolated(title))
    },
    may_be_former: |title| Refusal {
        message: format!("지금 보는 행사가 “{title}”의 새 버전인가요?", title = isolated(title)),
        hint: "전에 들어 있던 것에서 세션을 담았습니다. 같은 행사라면 담은 세션을 지금 보는 것으로 옮길 수 있습니다.".to_owned(),
    },
    take_along: "같은 행사: 옮기기",
    keep_separate: "다른 행사: 둘 다 두기",

    still_on_trial: |title| Refusal {
        message: format!("아직 “{title}”{} 미리 보는 중입니다", object(title), title = isolated(title)),
        hint: "추가할지 아직 정하지 않았습니다.".to_owned(),
    },
    show_preview: "미리보기로 돌아가기",
    on_trial: |title| Refusal {
        message: format!("“{title}”{} 미리 보는 중입니다", object(title), title = isolated(title)),
        hint: "마음에 들면 보관함에서 추가해 주세요.".to_owned(),
    },
    too_big_to_keep: || {
        refusal(
            "행사를 이 기기에 저장하지 못했습니다",
            "지금은 볼 수 있지만 앱을 닫으면 다시 열어야 합니다. 저장 공간을 비우고 다시 열어 주세요.",
        )
    },
    linked_offline: || refusal("인터넷에 연결되어 있지 않습니다", "연결되면 링크를 바로 엽니다. 이 화면을 열어 두세요."),
    use_mirror: |host| format!("{host}에서 받기"),
    ask_site_about: "행사 웹사이트에 이렇게 부탁하면 다음에는 바로 열립니다.",
    ask_site: |address| {
        format!(
            "안녕하세요. 참가자들이 시간표 앱에서 열 수 있도록 {address} 응답에 Access-Control-Allow-Origin: * 헤더를 넣어 주시겠어요?"
        )
    },
    copy_sentence: "문장 복사",
    sentence_copied: "문장을 복사했습니다.",
};
