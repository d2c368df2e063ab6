//! Korean: the card that says where to go now.

use super::duration;
use crate::messages::now::NowMessages;

pub(in crate::messages) const NOW: NowMessages = NowMessages {
    heading: "지금",
    on: "지금",
    next: "다음",
    tomorrow: "다음 날",
    left: |minutes| format!("{} 남음", duration(minutes)),
    starts_in: |minutes| if minutes < 1 { "곧 시작".to_owned() } else { format!("{} 뒤", duration(minutes)) },
    way: |minutes| format!("이동 {minutes}분"),
    go_now: |minutes| format!("이동 {minutes}분, 지금 출발하세요"),
    free: |minutes| format!("{} 비어 있음", duration(minutes)),
    nothing_picked: |rooms| format!("지금 담은 세션이 없습니다. {rooms}곳에서 진행 중"),
    nothing_on: "지금은 진행 중인 세션이 없습니다",
    also_on: "지금 다른 곳에서",
    more_on: |count| format!("외 {count}개"),
    days_to_go: |days| match days {
        0 => "오늘".to_owned(),
        1 => "내일".to_owned(),
        days => format!("{days}일 남음"),
    },
    begins: "내 첫 세션",
    heard: |sessions| format!("담은 세션 {sessions}개"),
    over: "행사가 끝났습니다",
    wallpaper: "지금부터 잠금화면으로",
};
