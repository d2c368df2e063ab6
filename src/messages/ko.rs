//! Korean.

mod command_line;
mod desk;
mod directory;
mod embed;
mod extension;
mod file;
mod find;
mod hide;
mod import;
mod inspect;
mod library;
mod mirror;
mod now;
mod picture;
mod plan_page;
mod publish;
mod safety;
mod sharing;
mod site;
mod static_page;
mod structure;
mod studio;

pub(super) use command_line::COMMAND_LINE;
pub(super) use desk::DESK;
pub(super) use directory::DIRECTORY;
pub(super) use embed::EMBED;
pub(super) use extension::EXTENSION;
pub(super) use file::FILE;
pub(super) use find::FIND;
pub(super) use hide::HIDE;
pub(super) use import::IMPORT;
pub(super) use inspect::INSPECT;
pub(super) use library::LIBRARY;
pub(super) use mirror::MIRROR;
pub(super) use now::NOW;
pub(super) use picture::PICTURE;
pub(super) use plan_page::PLAN;
pub(super) use publish::PUBLISH;
pub(super) use safety::SAFETY;
pub(super) use sharing::SHARING;
pub(super) use site::SITE;
pub(super) use static_page::STATIC_PAGE;
pub(super) use studio::STUDIO;

use super::particle::object;
use super::{Messages, Refusal};
use crate::plan::Change;
use crate::program::line::isolated;
use crate::program::{Date, Weekday};

pub(super) const MESSAGES: Messages = Messages {
    tag: "ko",
    language_name: "한국어",

    date,
    date_with_year,
    duration,

    // The frame around every page
    tab_program: "프로그램",
    tab_plan: "내 시간표",
    tab_wallpaper: "잠금화면",
    tab_library: "보관함",
    settings: "설정",
    back: "뒤로",
    loading: "불러오는 중…",
    skip_to_content: "본문으로 건너뛰기",
    page_missing: || refusal("화면을 불러오지 못했습니다", "인터넷에 연결한 뒤 다시 시도해 주세요. 담은 세션은 안전합니다."),
    not_found: || refusal("페이지를 찾을 수 없습니다", "아래에서 프로그램으로 돌아가세요."),
    to_program: "프로그램 보기",
    dismiss: "닫기",
    retry: "다시 시도",

    // Saving
    saved: "저장됨",
    ready_offline: "오프라인 준비됨",
    saving: "저장 중…",
    not_saved_short: "저장 안 됨",
    not_saved: || {
        refusal(
            "담은 세션을 저장하지 못하고 있습니다",
            "브라우저가 막았거나 저장 공간이 부족합니다. 이 화면을 닫으면 사라지니, 일반 창에서 열거나 내 시간표 링크를 복사해 두세요.",
        )
    },
    damaged_plan: || {
        refusal(
            "저장된 내 시간표 일부가 손상되었습니다",
            "손상된 것은 따로 보관했습니다. 나머지 세션은 그대로이니, 빠진 것이 없는지 확인해 주세요.",
        )
    },

    // The program
    pick: "담기",
    picked: "담음",
    search: "세션 찾기",
    filters: "필터",
    rooms_by_time: "표로 보기",
    sessions: |count| format!("세션 {count}개"),
    days: "날짜",
    cancelled: "취소됨",
    program_missing: || refusal("프로그램을 불러오지 못했습니다", "인터넷에 연결한 뒤 다시 열어 주세요. 담은 세션은 안전합니다."),

    // A session
    speakers: "발표자",
    track: "트랙",
    language: "언어",
    level: "난이도",
    about: "소개",
    website: "웹사이트에서 보기",
    overlaps_with_plan: "내 시간표와 겹칩니다",
    session_missing: || {
        refusal(
            "세션을 찾을 수 없습니다",
            "프로그램에서 빠졌거나 주소가 잘못되었습니다. 담은 세션이라면 내 시간표에 남아 있습니다.",
        )
    },

    // My timetable
    plan_empty: || refusal("아직 담은 세션이 없습니다", "듣고 싶은 세션에서 ⊕(담기)를 누르면 여기에 시간순으로 모입니다."),
    entries: |count| format!("일정 {count}개"),
    overlaps: |count| format!("겹치는 시간 {count}곳"),
    overlap_with: |title, minutes| format!("{} 겹침: “{}”", duration(minutes), isolated(title)),
    gap: |minutes| format!("빈 시간 {}", duration(minutes)),
    change: |change| match change {
        Change::Moved => "시간이 바뀌었습니다",
        Change::Length => "길이가 바뀌었습니다",
        Change::Room => "장소가 바뀌었습니다",
        Change::Retitled => "제목이 바뀌었습니다",
        Change::Speakers => "발표자가 바뀌었습니다",
        Change::Cancelled => "취소되었습니다",
        Change::Removed => "프로그램에서 빠졌습니다. 빠지기 전 정보입니다",
        Change::Ambiguous => "어느 세션인지 골라 주세요",
    },
    followed: "새 목록에서 같은 세션을 찾아 연결했습니다",
    returned: "다시 열립니다",
    make_wallpaper: "잠금화면 만들기",
    take_out: "빼기",
    taken_out: |title| format!("“{title}”{} 뺐습니다", object(title), title = isolated(title)),
    undo: "되돌리기",

    // Updates
    update_ready: "새 버전이 나왔습니다.",
    update_now: "지금 업데이트",

    // Export
    text_cancelled: "취소됨",
    text_removed: "프로그램에서 빠짐",
};

fn date(date: Date) -> String {
    format!("{}월 {}일 ({})", date.month(), date.day(), weekday(date.weekday()))
}

fn date_with_year(day: Date) -> String {
    format!("{}년 {}", day.year(), date(day))
}

/// Returns the first and the last day of a conference, with the year once if it is the same.
fn dates(first: Date, last: Date) -> String {
    match last {
        last if last == first => date_with_year(first),
        last if last.year() == first.year() => format!("{} – {}", date_with_year(first), date(last)),
        last => format!("{} – {}", date_with_year(first), date_with_year(last)),
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "월",
        Weekday::Tuesday => "화",
        Weekday::Wednesday => "수",
        Weekday::Thursday => "목",
        Weekday::Friday => "금",
        Weekday::Saturday => "토",
        Weekday::Sunday => "일",
    }
}

fn duration(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}분"),
        (hours, 0) => format!("{hours}시간"),
        (hours, minutes) => format!("{hours}시간 {minutes}분"),
    }
}

fn refusal(message: &str, hint: &str) -> Refusal {
    Refusal { message: message.to_owned(), hint: hint.to_owned() }
}

/// Refuses a file with more bytes than are ever read.
fn too_large(bytes: usize, limit: usize) -> Refusal {
    Refusal {
        message: format!("파일이 너무 큽니다: {} MB입니다. {} MB까지 읽을 수 있습니다", bytes.div_ceil(1 << 20), limit >> 20),
        hint: "녹화 파일이나 압축 파일이 아니라 시간표 파일이 맞는지 확인해 주세요.".to_owned(),
    }
}
