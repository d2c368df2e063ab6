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
    nothing_picked: |rooms| format!("지금 시간에는 담은 세션이 없습니다. {rooms}곳에서 진행 중"),
    nothing_picked_of: |sessions| format!("지금 시간에는 담은 세션이 없습니다. 세션 {sessions}개 진행 중"),
    nothing_on: "지금은 진행 중인 세션이 없습니다",
    nothing_until: |clock| format!("지금은 진행 중인 세션이 없습니다. 다음 세션은 {clock}에 시작합니다"),
    also_on: "지금 다른 곳에서",
    more_on: |count| format!("외 {count}개 세션"),
    days_to_go: |days| match days {
        0 => "오늘".to_owned(),
        1 => "내일".to_owned(),
        days => format!("{days}일 남음"),
    },
    begins: "내 첫 세션",
    heard: |sessions| format!("담은 세션 {sessions}개"),
    over: "행사가 끝났습니다",
    wallpaper: "지금부터 잠금화면으로",
    venue: "화면에 띄워 두기",
    leave_venue: "전체 화면 닫기",
    venue_about: "화면이 꺼지지 않고, 출발할 때가 되면 신호를 보냅니다. 이 화면을 열어 둔 동안에만 됩니다. 잠긴 휴대폰을 깨우지는 못합니다.",
    venue_sleeps: "이 브라우저에서는 화면이 꺼질 수 있고, 꺼지면 신호도 없습니다. 휴대폰 설정에서 자동 잠금 시간을 늘리고 이 화면을 열어 두세요.",
    sound: "소리도 내기",
    try_signal: "신호 시험",
};
