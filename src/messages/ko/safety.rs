//! Korean: where things are and how safe they are.

use super::{refusal, too_large};
use crate::messages::Refusal;
use crate::messages::safety::SafetyMessages;
use crate::program::line::isolated;

pub(in crate::messages) const SAFETY: SafetyMessages = SafetyMessages {
    appearance: "화면 밝기",
    appearance_auto: "휴대폰 설정대로",
    appearance_light: "밝게",
    appearance_dark: "어둡게",
    ui_language: "언어",

    heading: "내 시간표가 있는 곳",
    is_saved: "내 시간표는 이 기기의 이 브라우저에 저장되어 있습니다.",
    is_saving: "내 시간표를 저장하는 중입니다…",
    is_not_saved: || {
        refusal(
            "내 시간표가 저장되지 않았습니다: 이 브라우저가 보관해 주지 않습니다",
            "이 화면을 닫으면 사라집니다. 아래에서 사본을 저장하거나, 이 글을 복사해 다른 곳에 보관해 주세요.",
        )
    },
    on_home_screen: "홈 화면에 추가한 앱이라서, 앱을 지우지 않는 한 그대로 남습니다.",
    promised: "저장 공간이 모자라도 지우지 않기로 브라우저가 약속했습니다.",
    seven_days: "Safari는 7일 동안 쓰면서 이곳에 한 번도 들르지 않으면 탭에 저장한 것을 지웁니다. 홈 화면에 추가하거나 사본을 저장해 주세요.",
    not_promised: "저장 공간이 모자라면 브라우저가 지울 수 있습니다. 브라우저 밖에 사본을 두면 안전합니다.",
    perhaps_private: "브라우저가 비공개 창처럼 저장 공간을 유난히 적게 내줍니다. 비공개 창이라면 닫을 때 시간표가 사라지니, 일반 창에서 열거나 사본을 저장해 주세요.",
    nowhere_else: "다른 곳에는 없습니다. 계정도, 추적도 없습니다. 브라우저 데이터를 지우거나 비공개 창을 닫으면 함께 사라집니다.",
    copy_text: "글 복사",
    copied: "복사했습니다",
    problem: "문제 알리기",
    problem_about: "이 글을 복사해서 어떤 문제인지 몇 마디와 함께 이 페이지를 운영하는 곳에 보내 주세요. 제목, 이름, 담은 세션 같은 개인 정보는 들어 있지 않습니다.",

    backup: "내 시간표의 사본",
    backup_about: |title| {
        format!(
            "“{title}”에서 담은 세션과 내 일정이 든 파일입니다. 원하는 곳에 보관하거나 다른 기기에서 열 수 있습니다.",
            title = isolated(title)
        )
    },
    backup_empty: "아직 사본에 넣을 것이 없습니다.",
    backup_save: "사본 저장",
    backup_share: "사본 보내기",
    backup_saved: "사본을 다운로드 폴더나 보낸 곳에서 찾을 수 있습니다",
    backup_open: "사본 열기",
    found: |picks, own, new| {
        let own = if own > 0 { format!(", 내 일정 {own}개") } else { String::new() };
        let new = if new > 0 {
            format!("이 가운데 {new}개는 내 시간표에 없습니다.")
        } else {
            "모두 내 시간표에 이미 있습니다.".to_owned()
        };
        format!("사본에 담은 세션 {picks}개{own}가 있습니다. {new}")
    },
    join: "내 시간표에 더하기",
    replace: "내 시간표 바꾸기",
    cancel: "취소",
    joined: "사본을 내 시간표에 더했습니다",
    replaced: "내 시간표를 사본으로 바꿨습니다",
    other_program: |id, title| Refusal {
        message: format!("“{title}”의 사본이 아니라 다른 프로그램({id})의 사본입니다", title = isolated(title)),
        hint: "보관함에서 그 프로그램을 먼저 연 다음 사본을 다시 열어 주세요.".to_owned(),
    },
    too_large: |bytes, limit| Refusal {
        message: too_large(bytes, limit).message,
        hint: "이 앱에서 저장한 사본을 골라 주세요. 내 시간표는 그대로입니다.".to_owned(),
    },
    unreadable: || refusal("파일을 읽지 못했습니다", "다시 골라 주세요. 내 시간표는 그대로입니다."),

    ready_heading: "행사장 준비",
    ready: |megabytes, clock| {
        format!(
            "✓ 준비 완료: 프로그램, 앱, 그림 도구, 글꼴이 모두 이 기기에 있습니다({megabytes} MB, {clock} 확인). 신호가 없어도 됩니다."
        )
    },
    pending: "신호 없이 쓸 수 있게 받는 중입니다. 잠시 이 화면을 열어 두세요.",
    failed: |missing| Refusal {
        message: match missing {
            "" => "신호 없이 쓸 준비를 마치지 못했습니다".to_owned(),
            missing => format!("신호 없이 쓸 준비가 덜 되었습니다. 아직 없는 것: {missing}"),
        },
        hint: "인터넷에 연결된 곳에서 나머지를 받아 주세요.".to_owned(),
    },
    part_program: "프로그램",
    part_fonts: "그림에 쓸 글꼴",
    part_app: "앱의 일부",
    fetch: "지금 받기",
    unsupported: "이 브라우저는 신호 없이 앱을 열 수 없습니다. Safari나 Chrome에서 열면 됩니다.",
    two_places_tab: "여기 적힌 것은 브라우저 탭의 이야기입니다. iPhone과 iPad에서 홈 화면의 앱은 따로 저장합니다. 인터넷에 연결된 곳에서 홈 화면의 앱을 한 번 열고, 거기에서도 이 화면을 확인해 주세요.",
    two_places_app: "여기 적힌 것은 홈 화면에 있는 앱의 이야기입니다. 브라우저 탭은 내 시간표를 따로 저장합니다.",

    licences: "글꼴: Pretendard, Noto Sans(SIL Open Font License 1.1). 앱: MIT 또는 Apache-2.0.",
    notices: "글꼴과 소프트웨어의 라이선스",
    notices_coming: "받는 중입니다…",
    notices_unreachable: || {
        refusal(
            "라이선스를 받지 못했습니다",
            "인터넷에 연결된 곳에서 접었다가 다시 펼쳐 주세요. 한 번 받으면 신호 없이도 볼 수 있습니다.",
        )
    },
    install: "홈 화면에 추가",
    install_about: "홈 화면에 두면 앱처럼 바로 열리고, 저장한 내용이 더 오래 남습니다.",
    install_ios: [
        "Safari에서 공유 단추를 누릅니다. 안 보이면 ‘…’ 안에 있습니다.",
        "‘홈 화면에 추가’를 고릅니다. 안 보이면 아래로 내리거나 ‘더 보기’를 누릅니다.",
        "‘추가’를 누르고, 신호가 있을 때 홈 화면에서 한 번 열어 둡니다.",
    ],
    install_ios_carry: "아이폰에서는 홈 화면 앱과 Safari가 저장 공간을 따로 씁니다. 세션을 담기 전에 추가하세요.",
};
