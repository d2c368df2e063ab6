//! Korean: searching and filtering.

use crate::messages::find::FindMessages;
use crate::program::Kind;

pub(in crate::messages) const FIND: FindMessages = FindMessages {
    day: "날짜",
    track: "트랙",
    room: "장소",
    language: "언어",
    kind: "종류",
    level: "난이도",
    my_plan: "내 시간표",
    fits_plan: "빈 시간에 맞는 세션",
    not_stated: "표시 없음",
    kind_name: |kind| match kind {
        Kind::Talk => "발표",
        Kind::Keynote => "기조연설",
        Kind::Workshop => "워크숍",
        Kind::Lightning => "라이트닝 토크",
        Kind::Social => "모임",
        Kind::Break => "쉬는 시간",
        Kind::Other(word) => word,
    },
    searched: |query| format!("“{query}”"),
    phone_time: |clock, zone| format!("이 휴대전화로는 {clock} ({zone})"),
};
