//! Korean: the browser extension.

use crate::messages::extension::ExtensionMessages;

pub(in crate::messages) const EXTENSION: ExtensionMessages = ExtensionMessages {
    name: "시간표 Siganpyo: 행사 시간표 담기",
    short_name: "시간표",
    description: "행사 웹사이트의 시간표에서 들을 세션을 고르고, 인터넷 없이 보고, 잠금화면 이미지로 만듭니다. 로그인이 필요 없습니다.",
    open_page: "이 페이지의 시간표 열기",
    reading: "페이지를 읽는 중입니다…",
    sessions: "세션 $1개",
    from_link: "이 페이지에 연결된 시간표 파일을 읽었습니다: $1",
    open: "시간표에서 열기",
    open_app: "내 시간표 열기",
    known: "이미 연 시간표입니다. 바뀐 것이 없습니다.",
    newer: "지난번에 연 뒤로 시간표가 바뀌었습니다. 열면 무엇이 바뀌었는지 보여 줍니다.",
    question: "시간표가 있지만 한 가지를 더 알아야 합니다. 열면 묻습니다.",
    none: "이 페이지에서 시간표를 찾지 못했습니다.",
    closed: "브라우저가 이 페이지를 읽지 못하게 합니다. 행사 웹사이트에서 다시 누르세요.",
    too_large: "페이지가 너무 커서 읽지 못했습니다.",
    frames: "시간표가 다른 웹사이트의 틀 안에 있을 수 있습니다. 그 페이지를 따로 열고 다시 누르세요: $1",
    switch_on: "$1에서 세션 옆에 담기 버튼과 표시 보이기",
    switch_about: "이 웹사이트의 페이지를 읽을 권한을 브라우저가 묻습니다. 언제든 끌 수 있습니다.",
    pick: "담기",
    picked: "담음",
    pick_named: "$1 담기",
    badge_program: "이 페이지에 시간표가 있습니다",
    badge_newer: "시간표가 바뀌었습니다",
    local: "모든 것이 이 기기에만 저장됩니다.",
    bookmarklet_blocked: "이 웹사이트는 페이지를 시간표 앱으로 보내지 못하게 합니다. 페이지를 파일로 저장해 앱의 보관함에서 여세요.",
};
