//! Korean: timetables that travel as links.

use super::refusal;
use crate::messages::Refusal;
use crate::messages::sharing::SharingMessages;
use crate::program::line::isolated;

fn own_and_hidden(own: usize, hidden: usize) -> String {
    let own = (own > 0).then(|| format!("개인 일정 {own}개"));
    let hidden = (hidden > 0).then(|| format!("숨긴 항목 {hidden}개"));
    own.into_iter().chain(hidden).collect::<Vec<_>>().join(", ")
}

pub(in crate::messages) const SHARING: SharingMessages = SharingMessages {
    not_a_code: || refusal("공유 코드가 아닙니다", "링크를 끝까지 복사하거나 QR 코드를 다시 찍어 주세요."),
    code_of_later_version: || {
        refusal("더 새로운 버전의 앱에서 만든 공유 코드입니다", "지금 업데이트한 뒤 링크를 다시 열어 주세요.")
    },
    code_damaged: || refusal("공유 코드 일부가 빠졌거나 잘못되었습니다", "링크를 끝까지 복사하거나 QR 코드를 다시 찍어 주세요."),
    code_of_other_program: || refusal("다른 행사의 공유 코드입니다", "그 행사를 먼저 연 다음 링크를 열어 주세요."),

    heading: "공유받은 시간표",
    holds: |title, sessions, mine| {
        let mine = match mine {
            0 => "내 시간표에는 아직 없습니다.".to_owned(),
            mine if mine == sessions => "모두 내 시간표에 이미 있습니다.".to_owned(),
            mine => format!("이 가운데 {mine}개는 내 시간표에 이미 있습니다."),
        };
        format!("“{title}”의 세션 {sessions}개가 들어 있습니다. {mine}", title = isolated(title))
    },
    gone: |sessions| format!("링크에 든 세션 {sessions}개는 이제 프로그램에 없습니다."),
    mine: "이미 담음",
    add: "내 시간표에 추가",
    not_now: "나중에",
    close: "닫기",
    added: |sessions| format!("세션 {sessions}개를 내 시간표에 추가했습니다"),
    elsewhere: |title| Refusal {
        message: format!("이 기기에 있는 다른 행사 “{title}”의 링크입니다", title = isolated(title)),
        hint: "그 행사를 보면 링크에 든 세션이 나옵니다.".to_owned(),
    },
    show_program: "그 행사 보기",

    share: "공유",
    own_heading: "내 시간표 링크",
    own_about: |sessions, with_own| {
        let own = if with_own { "켜 둔 것도 들어 있습니다." } else { "개인 일정은 빠집니다." };
        format!("담은 세션 {sessions}개가 든 링크입니다. 서버에 올라가지 않습니다. {own}")
    },
    send_along: |own, hidden| format!("{}도 보내기", own_and_hidden(own, hidden)),
    came_along: |own, hidden| format!("{}도 들어 있습니다.", own_and_hidden(own, hidden)),
    link: "링크",
    copy: "링크 복사",
    copied: "링크를 복사했습니다",
    copy_by_hand: "브라우저가 복사를 막았습니다. 링크를 선택해 두었으니 직접 복사해 주세요.",
    send: "링크 보내기",
    scan: "QR 코드 스캔",
    scan_about: "친구의 시간표나 행사의 QR 코드를 비춰 주세요.",
    scan_picture: "사진에서 찾기",
    no_camera: || {
        refusal("카메라를 쓸 수 없습니다", "QR 코드가 있는 사진이나 스크린샷을 고르거나, 링크를 주소 칸에 붙여 넣어 주세요.")
    },
    camera_refused: || {
        refusal(
            "카메라가 허용되지 않았습니다",
            "브라우저 설정에서 카메라를 허용하거나, QR 코드가 있는 사진이나 스크린샷을 골라 주세요.",
        )
    },
    no_code: || refusal("이 사진에서 QR 코드를 찾지 못했습니다", "코드가 크고 또렷하게 보이는 사진을 골라 주세요."),
    foreign_code: || refusal("시간표 QR 코드가 아닙니다", "행사 시간표의 주소나 친구가 보낸 시간표의 코드를 스캔해 주세요."),
    linked_heading: "행사 열기",
    linked_from: |host| format!("{host}의 행사 시간표로 가는 링크입니다. 아직 아무것도 받지 않았습니다."),
    linked_inside: "행사 시간표가 든 링크입니다.",
    linked_known: |title| format!("이 기기에 있는 행사 “{title}”의 링크입니다.", title = isolated(title)),
    with_picks: "담은 세션도 들어 있습니다. 행사를 연 다음 보여 드립니다.",
    open_linked: "열기",
    not_shared: || refusal("파일을 만들지 못했습니다", "페이지를 새로 고친 뒤 다시 시도해 주세요."),
    own_file_about: |sessions| {
        format!(
            "이 행사의 시간표는 링크에 담기에 큽니다. 시간표와 담은 세션 {sessions}개를 파일 하나로 보내면, 받은 사람이 이 앱의 보관함에서 엽니다."
        )
    },
    send_file: "파일 보내기",
    save_file: "파일 저장",
    scan_this: "옆 사람은 카메라로 찍어서 열 수 있습니다.",
    code_of_link: "내 시간표 링크의 QR 코드",
    too_long_for_code: "링크가 길어서 QR 코드에는 담을 수 없습니다.",
    carried: |sessions| format!("담은 세션 {sessions}개를 함께 가져왔습니다"),
};
