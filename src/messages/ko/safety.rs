//! Korean: where things are and how safe they are.

use super::{refusal, too_large};
use crate::messages::Refusal;
use crate::messages::safety::SafetyMessages;
use crate::program::line::isolated;

pub(in crate::messages) const SAFETY: SafetyMessages = SafetyMessages {
    appearance: "화면 테마",
    appearance_auto: "시스템 설정",
    appearance_light: "밝게",
    appearance_dark: "어둡게",
    ui_language: "언어",

    heading: "저장 위치",
    is_saved: "내 시간표는 이 기기의 이 브라우저에 저장되어 있습니다.",
    is_saving: "내 시간표를 저장하는 중입니다…",
    is_not_saved: || {
        refusal(
            "내 시간표를 저장하지 못하고 있습니다",
            "이 화면을 닫으면 사라집니다. 아래에서 백업을 저장하거나, 이 텍스트를 복사해 다른 곳에 보관해 주세요.",
        )
    },
    on_home_screen: "홈 화면에 추가한 앱이라서, 앱을 삭제하지 않는 한 그대로 남습니다.",
    promised: "저장 공간이 부족해도 지워지지 않습니다.",
    seven_days: "Safari는 7일 동안 방문하지 않으면 저장 내용을 지울 수 있습니다. 홈 화면에 추가하거나 백업을 저장해 주세요.",
    not_promised: "저장 공간이 부족하면 브라우저가 지울 수 있습니다. 백업을 저장해 두면 안전합니다.",
    perhaps_private: "비공개 창이라면 닫을 때 내 시간표가 사라집니다. 저장 공간이 비공개 창처럼 적습니다. 일반 창에서 열거나 백업을 저장해 주세요.",
    nowhere_else: "다른 곳에는 저장되지 않습니다. 계정도 추적도 없습니다. 브라우저 데이터를 지우거나 비공개 창을 닫으면 함께 사라집니다.",
    copy_text: "텍스트 복사",
    copied: "복사했습니다",
    problem: "문제 알리기",
    problem_about: "이 텍스트를 복사해 어떤 문제인지 몇 마디와 함께 이 웹사이트를 운영하는 곳에 보내 주세요. 제목, 이름, 담은 세션 같은 개인 정보는 들어 있지 않습니다.",

    backup: "백업",
    backup_about: |title| {
        format!(
            "“{title}”에서 담은 세션과 개인 일정이 든 파일입니다. 원하는 곳에 두거나 다른 기기에서 불러올 수 있습니다.",
            title = isolated(title)
        )
    },
    backup_empty: "아직 백업할 것이 없습니다.",
    backup_save: "백업 저장",
    backup_share: "백업 보내기",
    backup_saved: "백업은 다운로드 폴더나 보낸 곳에 있습니다",
    backup_open: "백업 불러오기",
    found: |picks, own, new| {
        let own = if own > 0 { format!(", 개인 일정 {own}개") } else { String::new() };
        let new = if new > 0 {
            format!("이 가운데 {new}개는 내 시간표에 없습니다.")
        } else {
            "모두 내 시간표에 이미 있습니다.".to_owned()
        };
        format!("파일에 있는 것: 담은 세션 {picks}개{own}. {new}")
    },
    join: "내 시간표에 합치기",
    replace: "이 파일로 교체",
    cancel: "취소",
    joined: "내 시간표에 합쳤습니다",
    replaced: "내 시간표를 교체했습니다",
    other_program: |id, title| Refusal {
        message: format!("“{title}”의 백업이 아니라 다른 행사({id})의 백업입니다", title = isolated(title)),
        hint: "보관함에서 그 행사를 먼저 연 다음 백업을 다시 불러오세요.".to_owned(),
    },
    too_large: |bytes, limit| Refusal {
        message: too_large(bytes, limit).message,
        hint: "이 앱에서 저장한 백업을 골라 주세요. 내 시간표는 그대로입니다.".to_owned(),
    },
    unreadable: || refusal("파일을 읽지 못했습니다", "다른 파일을 골라 주세요. 내 시간표는 그대로입니다."),

    ready_heading: "행사장 준비",
    ready: |megabytes, clock| format!("✓ 오프라인에서도 쓸 수 있습니다 ({megabytes} MB, {clock} 확인)"),
    pending: "인터넷 없이 쓸 수 있게 받는 중입니다. 잠시 이 화면을 열어 두세요.",
    failed: |missing| Refusal {
        message: match missing {
            "" => "인터넷 없이 쓸 준비를 마치지 못했습니다".to_owned(),
            missing => format!("인터넷 없이 쓸 준비를 마치지 못했습니다. 아직 없는 것: {missing}"),
        },
        hint: "인터넷에 연결한 뒤 나머지를 받아 주세요.".to_owned(),
    },
    part_program: "프로그램",
    part_fonts: "이미지에 쓸 글꼴",
    part_app: "앱의 일부",
    fetch: "지금 받기",
    without_reader: "다른 행사의 파일을 처음 열 때는 인터넷이 필요합니다. 그 기능은 아직 이 기기에 없습니다.",
    reader_not_fetched: "받지 못했습니다. 인터넷에 연결한 뒤 다시 시도해 주세요.",
    unsupported: "이 브라우저는 인터넷 없이 앱을 열 수 없습니다. Safari나 Chrome으로 열어 주세요.",
    two_places_tab: "이 내용은 브라우저 탭에만 해당합니다. 홈 화면 앱은 따로 저장하므로, 인터넷에 연결했을 때 그곳에서도 열어 확인해 주세요.",
    two_places_app: "이 내용은 홈 화면 앱에만 해당합니다. 브라우저 탭은 따로 저장합니다.",

    licences: "글꼴: Pretendard, Noto Sans(SIL Open Font License 1.1). 앱: MIT 또는 Apache-2.0.",
    notices: "글꼴과 소프트웨어의 라이선스",
    notices_coming: "받는 중입니다…",
    notices_unreachable: || {
        refusal(
            "라이선스를 받지 못했습니다",
            "인터넷에 연결한 뒤 접었다가 다시 펼쳐 주세요. 한 번 받으면 인터넷 없이도 볼 수 있습니다.",
        )
    },
    install: "홈 화면에 추가",
    install_about: "앱처럼 바로 열리고, 담은 세션이 더 오래 남습니다.",
    install_ios: [
        "Safari에서 공유 버튼을 누릅니다. 안 보이면 ‘…’ 안에 있습니다.",
        "‘홈 화면에 추가’를 고릅니다. 안 보이면 목록을 내리거나 펼칩니다.",
        "‘추가’를 누르고, 인터넷에 연결되어 있을 때 홈 화면에서 한 번 엽니다.",
    ],
    install_ios_carry: "담은 세션을 홈 화면 앱으로 옮기려면 ‘공유’에서 링크를 복사해 그 앱의 보관함에 붙여 넣으세요. 개인 일정은 설정의 백업으로 옮깁니다.",
    in_app_browser: |is_ios| {
        refusal(
            "다른 앱 안에서 보고 있어 담은 세션이 사라질 수 있고, 인터넷 없이는 열리지 않습니다",
            if is_ios { "담기 전에 Safari로 열어 주세요." } else { "담기 전에 Chrome으로 열어 주세요." },
        )
    },
    in_app_file: |is_ios, has_picks| {
        let browser = if is_ios { "Safari" } else { "Chrome" };
        let hint = if has_picks {
            format!(
                "파일로 연 행사라 링크에 담기지 않습니다. ‘내 시간표’의 ‘공유’에서 파일을 보내 두고, {browser}에서 이 앱의 보관함에 그 파일을 여세요."
            )
        } else {
            format!("파일로 연 행사입니다. {browser}에서 이 앱의 보관함에 그 파일을 여세요.")
        };
        refusal("다른 앱 안에서 보고 있어 담은 세션이 사라질 수 있고, 인터넷 없이는 열리지 않습니다", &hint)
    },
    open_in_browser: "브라우저로 열기",
    install_carries: |picks| format!("담은 세션 {picks}개가 홈 화면 앱으로 함께 갑니다. 이 화면에서 바로 추가하세요."),
};
