//! Korean: the page of the plan.

use super::{duration, refusal, with_particle};
use crate::messages::particle::instrumental;
use crate::messages::plan_page::PlanMessages;
use crate::program::line::isolated;

pub(in crate::messages) const PLAN: PlanMessages = PlanMessages {
    view: "보기",
    as_day: "시간표",
    as_list: "목록",
    whole: "모든 날",
    free: |minutes| format!("빈 시간 {}", duration(minutes)),
    tight_changes: |count| format!("빠듯한 이동 {count}건"),
    print: "인쇄",
    calendar: "캘린더에 넣기",
    on_now: "지금",
    next: "다음",
    over: "지남",
    changed: "변경",
    walking: "장소를 옮기는 데 걸리는 시간",
    walking_about: "이보다 짧은 시간에 다른 장소로 가야 하면 빠듯하다고 표시합니다.",
    walking_beside_table: "행사에서 알려 준 구간은 그 시간을 따르고, 나머지 구간에는 이 시간을 씁니다.",
    minutes: |minutes| format!("{minutes}분"),
    close: "닫기",

    open_session: "세션 자세히",
    how_much: "얼마나 듣고 싶은지",
    must: "꼭",
    maybe: "아마",
    undecided: "안 정함",
    go_here: "여기로 갈게요",
    going: |title| format!("“{title}”{} 갑니다", instrumental(title), title = isolated(title)),
    instead: |others| format!("대신 들을 수 있는 것 {others}개"),
    instead_of: |title| format!("“{title}” 대신 들을 수 있음", title = isolated(title)),
    tight: |minutes, needed, from| format!("빠듯함: “{from}”에서 {needed}분 걸리는데 {minutes}분 남습니다"),

    stacked: |count| format!("후보 {count}개"),
    more: |count| format!("외 {count}개"),

    gap_from_to: |from, to| format!("{from}–{to} 빈 시간"),
    fits_whole: "처음부터 끝까지 들을 수 있습니다",
    fits_partly: "늦게 들어가거나 먼저 나오면 됩니다",
    nothing_fits: || refusal("이 시간에 들을 수 있는 세션이 없습니다", "내 일정을 넣을 수 있습니다."),
    miss_beginning: |minutes| format!("앞 {} 놓침", duration(minutes)),
    miss_end: |minutes| format!("뒤 {} 놓침", duration(minutes)),

    own: "내 일정",
    add_own: "내 일정 넣기",
    edit_own: "내 일정 고치기",
    edit: "고치기",
    own_title: "무엇을",
    own_start: "시작",
    own_end: "끝",
    own_place: "어디서",
    own_note: "메모",
    own_save: "시간표에 넣기",
    own_saved: |title| format!("내 시간표에 “{title}” 넣음", title = isolated(title)),
    own_untitled: || refusal("아직 이름이 없습니다", "“점심 약속”처럼 무엇인지 적어 주세요."),
    own_no_time: || {
        refusal("일정의 시간이 아닙니다", "시작과 그보다 늦은 끝을 적어 주세요. 자정을 넘기는 일정은 16시간까지 됩니다.")
    },
    cancel: "취소",

    changes: |count| format!("담은 뒤 {count}개가 바뀌었습니다"),
    changes_about: "확인할 때까지 표시해 둡니다.",
    before: "전",
    after: "지금",
    new_overlap: |one, other, minutes| {
        format!("이제 “{one}”{} “{other}” 시간이 {} 겹칩니다", with_particle(one), duration(minutes))
    },
    confirm: "확인",
    confirm_all: "모두 확인",
    confirmed: "확인함",
    which: "어느 세션인가요?",
    none_of_these: "여기에 없음",
    settled: |title| format!("이제 “{title}”{} 봅니다", instrumental(title), title = isolated(title)),
    settled_none: |title| format!("“{title}” 마지막으로 본 대로 둠", title = isolated(title)),
};
