//! Korean: hiding sessions and tracks.

use crate::messages::hide::HideMessages;
use crate::messages::particle::object;
use crate::program::line::isolated;

pub(in crate::messages) const HIDE: HideMessages = HideMessages {
    hide_session: "이 세션 숨기기",
    show_session: "이 세션 다시 보이기",
    hide_track: |name| format!("“{name}” 트랙 숨기기", name = isolated(name)),
    show_track: |name| format!("“{name}” 트랙 다시 보이기", name = isolated(name)),
    done: |name| format!("“{name}”{} 숨겼습니다", object(name), name = isolated(name)),
    is_hidden: "이 세션을 숨겼습니다.",
    track_is_hidden: |name| format!("“{name}” 트랙을 숨겼습니다.", name = isolated(name)),
    but_picked: "담은 세션이라 그대로 보입니다.",

    see_hidden: |sessions| format!("숨긴 세션 {sessions}개 보기"),
    hide: "숨기기",
    hide_more: |sessions| format!("숨긴 세션 {sessions}개"),
    tracks: "숨길 트랙",
    sessions: "숨긴 세션",
    show_again: |name| format!("{name} 다시 보이기"),
    show_all: "모두 다시 보이기",
    all_shown: "숨긴 것을 모두 다시 보입니다.",
    not_shown: |sessions| format!("숨긴 세션 {sessions}개도 들을 수 있습니다."),
};
