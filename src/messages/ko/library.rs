//! Korean: the library.

use super::{duration, refusal, too_large};
use crate::messages::Refusal;
use crate::messages::column::Column;
use crate::messages::library::LibraryMessages;
use crate::messages::particle::instrumental;
use crate::program::line::isolated;
use crate::program::versions::Doubt;

pub(in crate::messages) const LIBRARY: LibraryMessages = LibraryMessages {
    about: "이 기기에 있는 프로그램입니다.",
    built_in: "기본 프로그램",
    in_use: "보는 중",
    use_this: "이 프로그램 보기",
    version: |version| format!("버전 {version}"),
    looked: |when| format!("{when}에 확인"),
    look: "새 버전 찾기",
    looking: "찾는 중…",
    kept_old: |reason| {
        format!(
            "가져온 곳에 다른 것이 있어 받지 않았습니다: {reason}. 프로그램은 그대로 있습니다. 그래도 받으려면 아래에서 다시 여세요."
        )
    },
    source_late: "가져온 곳이 제시간에 답하지 않았습니다. 프로그램은 그대로 있습니다. 점점 뜸하게 다시 물어보며, “새 버전 찾기”를 누르면 바로 물어봅니다.",
    other_conference: |title| format!("다른 행사 “{title}”입니다", title = isolated(title)),
    rename: "이름 바꾸기",
    new_name: |title| format!("“{title}”의 새 이름", title = isolated(title)),
    rename_done: "이름 저장",
    remove: "지우기",
    remove_ask: |title, entries| Refusal {
        message: format!("“{title}” 프로그램을 보관함에서 지울까요?", title = isolated(title)),
        hint: match entries {
            0 => "담은 세션이 없습니다. 필요하면 파일을 다시 열 수 있습니다.".to_owned(),
            entries => format!("내 시간표의 {entries}개는 이 기기에 남아 있고, 같은 프로그램을 다시 열면 돌아옵니다."),
        },
    },
    removed: |title| format!("“{title}” 지움", title = isolated(title)),
    not_removed: || refusal("지우지 못했습니다", "이 브라우저가 저장 공간을 열어 주지 않습니다. 앱을 다시 열고 시도해 주세요."),

    open: "프로그램 열기",
    open_about: "행사에서 공개한 시간표 파일(schedule.xml, JSON, iCal, CSV)을 엽니다. 파일은 이 기기를 떠나지 않습니다.",
    open_file: "프로그램 파일 열기",
    drop_or_paste: "파일을 여기에 끌어다 놓거나, 파일 내용이나 주소를 붙여 넣어도 됩니다.",
    address: "시간표 파일의 주소",
    open_address: "주소로 열기",
    not_an_address: |text| Refusal {
        message: format!("웹 주소가 아닙니다: “{text}”"),
        hint: "https://로 시작하는 주소를 붙여 넣어 주세요.".to_owned(),
    },
    address_silent: |host| Refusal {
        message: format!("{host}에서 파일을 받지 못했습니다. 그 사이트가 다른 앱에 파일을 내주지 않거나, 연결이 끊겼습니다"),
        hint: "주소를 새 탭에서 열어 파일을 내려받은 다음, 여기에서 파일로 열어 주세요.".to_owned(),
    },
    address_refused: |host, status| Refusal {
        message: format!("{host}에 그런 파일이 없거나 열 수 없습니다(응답 {status})"),
        hint: "주소가 맞는지 확인해 주세요.".to_owned(),
    },
    address_late: |host| Refusal {
        message: format!("{host}에서 제시간에 파일을 다 받지 못했습니다"),
        hint: "나중에 다시 시도하거나, 주소를 새 탭에서 열어 파일을 내려받은 다음 여기에서 파일로 열어 주세요.".to_owned(),
    },
    open_in_tab: "새 탭에서 열기",
    too_large,
    file_unreadable: || refusal("파일을 읽을 수 없습니다", "파일을 다시 골라 주세요. 지금 보관된 프로그램은 그대로 있습니다."),
    nothing_shared: || refusal("공유받은 내용이 없습니다", "공유를 다시 시도하거나, 파일을 아래에서 골라 주세요."),
    handed_over: "이 앱으로 넘어온 것이 있습니다",
    handed_about: "아직 아무것도 열지 않았습니다. 열려던 것이 아니면 버리세요.",
    handed_text: "글",
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
    cancel: "그만두기",

    zone_needed: || refusal("이 파일에는 시간대가 없습니다", "행사장의 시간대를 고르면 이 프로그램에 함께 보관합니다."),
    zone_of_device: |zone| format!("{zone} (이 휴대폰)"),
    zone_name: "다른 시간대",
    zone_use: "이 시간대로 읽기",
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

    preview: "보관하기 전에 확인해 주세요",
    rooms: |count| format!("장소 {count}곳"),
    day_count: |count| format!("{count}일"),
    zone_is: |zone| format!("시간대 {zone}"),
    first_session: |when, title| format!("첫 세션: {when} “{title}”", title = isolated(title)),
    shift: "시각이 맞지 않으면 전체를 옮길 수 있습니다",
    earlier: "30분 앞으로",
    later: "30분 뒤로",
    shifted: |minutes| match minutes {
        0 => "옮기지 않음".to_owned(),
        minutes if minutes < 0 => format!("{} 앞으로 옮김", duration(-minutes)),
        minutes => format!("{} 뒤로 옮김", duration(minutes)),
    },
    warnings: |count| format!("알아 둘 점 {count}가지"),
    newer_version: |title| {
        format!("보관함에 있는 “{title}” 프로그램의 새 버전입니다. 내 시간표는 그대로 이어집니다.", title = isolated(title))
    },
    same_version: |title| format!("“{title}” 프로그램은 보관함에 똑같이 있습니다.", title = isolated(title)),
    namesake: |title| {
        format!(
            "“{title}” 프로그램과 아이디가 같지만 다른 행사입니다. 보관해도 둘 다 남고, 내 시간표도 따로 있습니다.",
            title = isolated(title)
        )
    },
    changed_sessions: |count| format!("달라진 세션 {count}개"),
    doubt: |doubt, kept, new| {
        let (message, hint) = match doubt {
            Doubt::Empty | Doubt::MuchSmaller => (
                format!("세션이 {}개에서 {}개로 줄었습니다", kept.sessions, new.sessions),
                "파일이 잘렸거나 일부만 담은 파일일 수 있습니다. 확실하지 않으면 따로 보관하세요.",
            ),
            Doubt::LittleInCommon => (
                "보관함의 프로그램과 같은 세션이 거의 없습니다".to_owned(),
                "다른 해의 행사일 수 있습니다. 확실하지 않으면 따로 보관하세요.",
            ),
            Doubt::Older => (
                format!("이 파일은 버전 {}이고, 보관함에는 버전 {} 프로그램이 있습니다", new.version, kept.version),
                "더 오래된 파일인 것 같습니다. 확실하지 않으면 따로 보관하세요.",
            ),
        };
        Refusal { message, hint: hint.to_owned() }
    },
    keep: "보관하고 보기",
    keep_anyway: "그래도 바꾸기",
    replace: "새 버전으로 바꾸기",
    keep_beside: "따로 보관하기",
    discard: "버리기",
    opened: |title, sessions| format!("“{title}” 프로그램을 보관했습니다. 세션 {sessions}개", title = isolated(title)),

    not_opened: |title| Refusal {
        message: format!("지난번에 “{title}” 프로그램이 열리지 않았습니다", title = isolated(title)),
        hint: "그래서 이 프로그램 없이 시작했습니다. 다시 열어 보거나 버릴 수 있습니다. 담은 세션은 이 기기에 남아 있습니다."
            .to_owned(),
    },
    version_not_opened: |title| Refusal {
        message: format!("“{title}” 프로그램의 새 버전이 열리지 않았습니다", title = isolated(title)),
        hint: "그래서 그 전 버전을 보여 드립니다. 담은 세션은 그대로이고, 더 새로운 버전이 나오면 다시 받습니다.".to_owned(),
    },
    look_again: "다시 열어 보기",
    deadly: "그 버전을 여는 도중에 앱이 멈췄습니다",

    taken_along: |title| {
        format!(
            "프로그램 이름이 “{title}”{} 바뀌었습니다. 담은 세션도 옮겨 왔습니다.",
            instrumental(title),
            title = isolated(title)
        )
    },
    may_be_former: |title| {
        Refusal {
        message: format!("지금 프로그램이 “{title}”의 새 버전인가요?", title = isolated(title)),
        hint: "앱에 전에 들어 있던 프로그램에서 세션을 담으셨습니다. 둘이 같은 행사라면 담은 세션을 지금 보이는 프로그램으로 옮길 수 있습니다."
            .to_owned(),
    }
    },
    take_along: "같은 행사입니다. 옮기기",
    keep_separate: "다른 행사입니다. 둘 다 두기",

    on_trial: |title| Refusal {
        message: format!("“{title}” 프로그램을 미리 보는 중입니다", title = isolated(title)),
        hint: "아직 보관하지 않았습니다. 보관함에서 확인하고 보관하거나 버려 주세요.".to_owned(),
    },
    too_big_to_keep: || {
        refusal(
            "프로그램을 이 기기에 저장하지 못했습니다",
            "지금은 볼 수 있지만 앱을 닫으면 다시 열어야 합니다. 저장 공간을 비우고 다시 열어 주세요.",
        )
    },
};
