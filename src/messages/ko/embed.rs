//! Korean: the timetable on the conference's own page.

use crate::messages::embed::EmbedMessages;

pub(in crate::messages) const EMBED: EmbedMessages = EmbedMessages {
    locale: "ko-KR",
    today: "오늘",
    no_sessions: "아직 세션이 없습니다.",
    venue_time: "모든 시간은 행사장 현지 시간입니다({zone}).",
    failed: "시간표를 불러오지 못했습니다.",
    unreadable: "여기에서는 시간표를 볼 수 없습니다.",
    open_app: "시간표 열기",
};
