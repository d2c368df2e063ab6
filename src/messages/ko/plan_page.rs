//! Korean: the page of the plan.

use super::{duration, refusal};
use crate::messages::particle::{instrumental, object, topic, with};
use crate::messages::plan_page::PlanMessages;
use crate::program::line::isolated;

pub(in crate::messages) const PLAN: PlanMessages = PlanMessages {
    view: "보기",
    as_day: "타임라인",
    as_list: "목록",
    whole: "전체",
    free: |minutes| format!("빈 시간 {}", duration(minutes)),
    tight_changes: |count| format!("빠듯한 이동 {count}곳"),
    print: "인쇄",
    calendar: "캘린더에 추가",
    alarm: "캘린더 알림",
    alarm_about: "파일을 추가하면 Apple 캘린더와 대부분의 Android 캘린더에서 알림이 울립니다. Google 캘린더와 Outlook은 파일에 든 알림을 무시합니다. 시간표가 바뀌면 다시 추가해 주세요. 바뀐 일정만 고쳐집니다.",
    alarm_none: "없음",
    alarm_before: |minutes| format!("{minutes}분 전"),
    alarm_way: "이동 + 5분",
    on_now: "지금",
    next: "다음",
    over: "지남",
    changed: "변경",
    walking: "이동 시간",
    walking_about: "쉬는 시간이 이보다 짧으면 ‘빠듯함’으로 표시합니다.",
    walking_beside_table: "행사에서 정한 구간은 그 시간을 따르고, 나머지 구간에는 이 시간을 씁니다.",
    minutes: |minutes| format!("{minutes}분"),
    close: "닫기",

    open_session: "세션 자세히",
    how_much: "우선순위",
    must: "필수",
    maybe: "후보",
    undecided: "미정",
    go_here: "이 세션 듣기",
    go_to_new: "방금 담은 세션에 가기",
    going: |title| format!("“{title}”{} 듣습니다. 나머지는 후보로 두었습니다.", object(title), title = isolated(title)),
    instead: |others| format!("후보 {others}개"),
    instead_of: |title| format!("“{title}”의 후보", title = isolated(title)),
    tight: |minutes, needed, from| format!("이동이 빠듯합니다: “{from}”에서 {needed}분, 여유 {minutes}분", from = isolated(from)),

    stacked: |count| format!("{count}개 중 선택"),
    more: |count| format!("외 {count}개"),

    gap_from_to: |from, to| format!("{from}–{to} 빈 시간"),
    fits_whole: "처음부터 끝까지 들을 수 있습니다",
    fits_partly: "늦게 들어가거나 먼저 나오면 됩니다",
    nothing_fits: || refusal("이 시간에 들을 수 있는 세션이 없습니다", "개인 일정을 추가할 수 있습니다."),
    miss_beginning: |minutes| format!("앞 {} 못 들음", duration(minutes)),
    miss_end: |minutes| format!("뒤 {} 못 들음", duration(minutes)),

    own: "개인 일정",
    add_own: "개인 일정 추가",
    edit_own: "개인 일정 수정",
    edit: "수정",
    own_title: "제목",
    own_day: "날짜",
    own_start: "시작",
    own_end: "끝",
    own_place: "장소",
    own_note: "메모",
    own_save: "저장",
    own_saved: |title| format!("내 시간표에 “{title}”{} 저장했습니다", object(title), title = isolated(title)),
    own_untitled: || refusal("제목이 없습니다", "“점심 약속”처럼 적어 주세요."),
    own_no_time: || refusal("끝나는 시각을 시작보다 늦게 적어 주세요", "자정을 넘기는 일정은 16시간까지 됩니다."),
    cancel: "취소",

    changes: |count| format!("담은 세션 {count}개가 바뀌었습니다"),
    changes_about: "확인할 때까지 표시해 둡니다.",
    before: "변경 전",
    after: "변경 후",
    new_overlap: |one, other, minutes| {
        let particle = with(one);
        let (one, other) = (isolated(one), isolated(other));
        format!("이제 “{one}”{particle} “{other}” 시간이 {} 겹칩니다", duration(minutes))
    },
    confirm: "확인",
    confirm_all: "모두 확인",
    confirmed: "확인했습니다",
    which: "이 가운데 어느 세션인가요?",
    none_of_these: "여기에 없음",
    settled: |title| format!("“{title}”{} 연결했습니다", instrumental(title), title = isolated(title)),
    settled_none: |title| format!("“{title}”{} 그대로 두었습니다", topic(title), title = isolated(title)),
};
