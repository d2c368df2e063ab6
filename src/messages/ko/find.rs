//! Korean: searching and filtering.

use super::weekday;
use crate::messages::Refusal;
use crate::messages::find::FindMessages;
use crate::messages::particle::{instrumental, object};
use crate::program::Kind;
use crate::program::line::isolated;

pub(in crate::messages) const FIND: FindMessages = FindMessages {
    day: "날짜",
    short_date: |date| format!("{}일 ({})", date.day(), weekday(date.weekday())),
    track: "트랙",
    room: "장소",
    language: "언어",
    kind: "종류",
    level: "난이도",
    my_plan: "내 시간표",
    fits_plan: "빈 시간에 들을 수 있는 세션",
    not_stated: "없음",
    language_name,
    kind_name: |kind| match kind {
        Kind::Talk => "발표",
        Kind::Keynote => "기조연설",
        Kind::Workshop => "워크숍",
        Kind::Lightning => "라이트닝 토크",
        Kind::Social => "네트워킹·모임",
        Kind::Break => "쉬는 시간",
        Kind::Other(word) => word,
    },
    searched: |query| format!("“{query}”"),
    abstracts_coming: "소개를 불러오는 중…",
    abstracts_missing: || Refusal {
        message: "소개를 불러오지 못했습니다".to_owned(),
        hint: "인터넷에 연결한 뒤 다시 시도해 주세요.".to_owned(),
    },
    clear_all: "모두 해제",
    show_more: |count| format!("{count}개 더 보기"),
    too_many_choices: |count| format!("이 밖에 {count}개가 더 있습니다. 검색 칸에 이름을 입력하면 그 세션을 찾을 수 있습니다."),
    too_many_to_draw: |count| {
        format!("이 날의 세션 {count}개는 목록에 더 있습니다. 장소나 트랙으로 거르면 여기에서도 볼 수 있습니다.")
    },
    shown_for: |meaning| format!("“{meaning}”{} 찾은 세션", instrumental(meaning)),
    nothing_found: "모든 조건에 맞는 세션이 없습니다",
    no_results: |query| format!("“{query}” 검색 결과가 없습니다", query = isolated(query)),
    hurts: |name, sessions| format!("{name}{} 빼면 세션 {sessions}개가 있습니다.", object(name)),
    drop_part: |name| format!("{name} 빼기"),
    show_past: |count| format!("지난 세션 {count}개 보기"),
    fold_past: "남은 세션만 보기",
    now: "지금",
    more_by: |speaker| format!("{speaker}의 다른 세션"),
    same_time: "같은 시간 다른 세션",
    copy_link: "링크 복사",
    link_copied: "링크를 복사했습니다.",
    all_day: "종일",
    closer: "축소",
    wider: "확대",
    no_room: "장소 없음",
    phone_time: |clock, zone| format!("이 기기 시간 {clock} ({zone})"),
};

fn language_name(primary: &str) -> Option<&'static str> {
    Some(match primary {
        "ko" => "한국어",
        "en" => "영어",
        "ja" => "일본어",
        "zh" => "중국어",
        "de" => "독일어",
        "fr" => "프랑스어",
        "es" => "스페인어",
        "pt" => "포르투갈어",
        "it" => "이탈리아어",
        "nl" => "네덜란드어",
        "pl" => "폴란드어",
        "cs" => "체코어",
        "ru" => "러시아어",
        "uk" => "우크라이나어",
        "he" => "히브리어",
        "ar" => "아랍어",
        _ => return None,
    })
}
