//! Korean.

mod command_line;
mod file;
mod find;
mod hide;
mod import;
mod library;
mod now;
mod picture;
mod plan_page;
mod safety;
mod sharing;
mod site;
mod static_page;
mod studio;

pub(super) use command_line::COMMAND_LINE;
pub(super) use file::FILE;
pub(super) use find::FIND;
pub(super) use hide::HIDE;
pub(super) use import::IMPORT;
pub(super) use library::LIBRARY;
pub(super) use now::NOW;
pub(super) use picture::PICTURE;
pub(super) use plan_page::PLAN;
pub(super) use safety::SAFETY;
pub(super) use sharing::SHARING;
pub(super) use site::SITE;
pub(super) use static_page::STATIC_PAGE;
pub(super) use studio::STUDIO;

use super::{Messages, Refusal};
use crate::plan::Change;
use crate::program::line::isolated;
use crate::program::{Date, Weekday};

pub(super) const MESSAGES: Messages = Messages {
    tag: "ko",
    language_name: "한국어",

    date,
    duration,

    // The frame around every page
    tab_program: "프로그램",
    tab_plan: "내 시간표",
    tab_wallpaper: "잠금화면",
    tab_library: "보관함",
    settings: "설정",
    back: "뒤로",
    loading: "프로그램을 여는 중…",
    skip_to_content: "본문으로 건너뛰기",
    page_missing: || {
        refusal("이 화면을 불러오지 못했습니다", "인터넷에 연결된 곳에서 다시 시도해 주세요. 담은 세션은 그대로 있습니다.")
    },
    not_found: || refusal("이 주소에는 화면이 없습니다", "아래에서 프로그램으로 돌아가세요."),
    to_program: "프로그램 보기",
    dismiss: "닫기",
    retry: "다시 시도",

    // Saving
    saved: "저장됨",
    saving: "저장 중…",
    not_saved_short: "저장 안 됨",
    not_saved: || {
        refusal(
            "저장되지 않았습니다: 이 브라우저가 저장을 허용하지 않거나 공간이 없습니다",
            "이 화면을 닫으면 담은 세션이 사라집니다. 시크릿 모드가 아닌 창에서 열거나, 지금 잠금화면 그림으로 저장해 두세요.",
        )
    },
    damaged_plan: || {
        refusal(
            "저장된 시간표 하나가 손상되어 읽을 수 없습니다",
            "지우지 않고 따로 보관했습니다. 다른 사본에서 읽은 세션은 그대로 있으니 확인해 주세요.",
        )
    },

    // The program
    pick: "담기",
    search: "세션 찾기",
    filters: "필터",
    rooms_by_time: "장소별 시간표",
    sessions: |count| format!("세션 {count}개"),
    days: "날짜",
    cancelled: "취소됨",
    program_missing: || {
        refusal("프로그램을 불러오지 못했습니다", "인터넷에 연결된 곳에서 한 번 더 열어 주세요. 담아 둔 세션은 그대로 있습니다.")
    },

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
            "이 세션은 프로그램에 없습니다",
            "프로그램이 바뀌었거나 주소가 잘못되었습니다. 담았던 세션이라면 내 시간표에 남아 있습니다.",
        )
    },

    // My timetable
    plan_empty: || {
        refusal("아직 담은 세션이 없습니다", "프로그램에서 듣고 싶은 세션의 담기 단추를 누르면 여기에 시간 순서로 모입니다.")
    },
    picks: |count| format!("{count}개 담음"),
    overlaps: |count| format!("겹침 {count}건"),
    overlap_with: |title, minutes| {
        format!("“{title}”{} {} 겹침", with_particle(title), duration(minutes), title = isolated(title))
    },
    gap: |minutes| format!("빈 시간 {}", duration(minutes)),
    change: |change| match change {
        Change::Moved => "시간이 바뀌었습니다",
        Change::Length => "길이가 바뀌었습니다",
        Change::Room => "장소가 바뀌었습니다",
        Change::Retitled => "제목이 바뀌었습니다",
        Change::Speakers => "발표자가 바뀌었습니다",
        Change::Cancelled => "취소되었습니다",
        Change::Removed => "프로그램에서 빠졌습니다. 마지막으로 본 시간과 장소입니다",
        Change::Ambiguous => "이 세션으로 보이는 것이 여럿입니다. 골라 주세요",
    },
    followed: "프로그램에 새로 실린 것을 제목과 발표자로 찾아 이었습니다",
    returned: "다시 열립니다",
    make_wallpaper: "잠금화면 만들기",
    take_out: "빼기",
    taken_out: |title| format!("“{title}” 뺌", title = isolated(title)),
    undo: "되돌리기",

    // Updates
    update_ready: "앱의 새 버전이 있습니다.",
    update_now: "지금 바꾸기",

    // Outside the browser that can do it
    in_app_browser: || {
        refusal(
            "메신저 안의 브라우저에서는 담은 세션이 오래 남지 않고, 신호 없이 열리지 않습니다",
            "담기 전에 휴대폰의 브라우저로 열어 주세요.",
        )
    },
    open_in_browser: "브라우저로 열기",

    // A program file that cannot be read

    // Export
    text_cancelled: "취소됨",
    text_removed: "프로그램에서 빠짐",
};

fn date(date: Date) -> String {
    format!("{}월 {}일 ({})", date.month(), date.day(), weekday(date.weekday()))
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
        message: format!("파일이 너무 큽니다: {}MB입니다. {}MB까지 읽을 수 있습니다", bytes.div_ceil(1 << 20), limit >> 20),
        hint: "녹화 파일이나 압축 파일이 아니라 프로그램 파일이 맞는지 확인해 주세요.".to_owned(),
    }
}

/// Returns 과 after a final consonant, 와 after a vowel; after a Latin letter or a digit it depends on the pronunciation.
fn with_particle(word: &str) -> &'static str {
    if ends_in_consonant(word) { "과" } else { "와" }
}

/// Whether a word ends in a consonant when read aloud in Korean. Signs at its end are ignored.
fn ends_in_consonant(word: &str) -> bool {
    let last = word.chars().rev().find(|letter| letter.is_alphanumeric());
    match last {
        // A syllable block is an initial, a vowel and one of 28 finals, the first of which is none (Unicode, section 3.12).
        Some(letter @ '가'..='힣') => !(letter as u32 - '가' as u32).is_multiple_of(28),
        Some(letter) => matches!(
            letter.to_ascii_lowercase(),
            '0' | '1' | '3' | '6' | '7' | '8' | 'l' | 'm' | 'n' | 'r' | 'b' | 'c' | 'k' | 'p' | 't'
        ),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_follow_the_final_sound() {
        for (word, particle) in [
            ("파이썬", "과"),
            ("장고", "와"),
            ("Django", "와"),
            ("Rust", "과"),
            ("파이썬 3", "과"),
            ("Ready, Get Set, Go!", "와"),
            ("…", "와"),
        ] {
            assert_eq!(with_particle(word), particle, "{word}");
        }
    }
}
