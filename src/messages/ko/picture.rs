//! Korean: what a picture says.

use super::{duration, weekday};
use crate::messages::Refusal;
use crate::messages::particle::object;
use crate::messages::picture::PictureMessages;

pub(in crate::messages) const PICTURE: PictureMessages = PictureMessages {
    free_time: |minutes| format!("빈 시간 {}", duration(minutes)),
    overlapping: |minutes| format!("{} 겹침", duration(minutes)),
    overlap_count: |count| format!("겹치는 시간 {count}곳"),
    scan: "찍으면 이 시간표가 열립니다",
    removed: "프로그램에서 빠짐",
    day: |date| format!("{}월 {}일 {}요일", date.month(), date.day(), weekday(date.weekday())),
    as_of: |date, with_year| {
        let year = if with_year { format!("{}년 ", date.year()) } else { String::new() };
        format!("{year}{}월 {}일 기준", date.month(), date.day())
    },
    version: |version| format!("버전 {version}"),
    nothing_to_paint: || Refusal {
        message: "이미지에 넣을 세션이 없습니다".to_owned(),
        hint: "세션을 먼저 담거나 다른 날짜를 골라 주세요.".to_owned(),
    },
    screen_too_small: |width, height| Refusal {
        message: format!("{width}×{height} 화면에는 글자를 읽을 수 있는 크기로 넣을 수 없습니다"),
        hint: "화면 크기가 맞는지 확인하거나 더 넓은 영역을 골라 주세요.".to_owned(),
    },
    screen_too_large: |width, height| Refusal {
        message: format!("{width}×{height} 이미지는 너무 커서 만들 수 없습니다"),
        hint: "휴대폰 화면의 픽셀 크기를 적어 주세요. 예: 1179×2556".to_owned(),
    },
    no_such_zone: |name, choices| Refusal {
        message: format!("잠금화면 영역 “{name}”{} 찾을 수 없습니다", object(name)),
        hint: format!("다음 중에서 골라 주세요: {choices}"),
    },
    no_such_theme: |name, choices| Refusal {
        message: format!("테마 “{name}”{} 찾을 수 없습니다", object(name)),
        hint: format!("다음 중에서 골라 주세요: {choices}"),
    },
    no_such_day: |day| Refusal {
        message: format!("날짜를 읽을 수 없습니다: “{day}”"),
        hint: "2018-08-18처럼 적어 주세요.".to_owned(),
    },
    fonts_missing: || Refusal {
        message: "이미지에 쓸 글꼴을 불러오지 못했습니다".to_owned(),
        hint: "인터넷에 연결한 뒤 다시 시도해 주세요. 한 번 받아 두면 인터넷 없이도 됩니다.".to_owned(),
    },
    fonts_broken: || Refusal {
        message: "이미지에 쓸 글꼴이 손상되어 있습니다".to_owned(),
        hint: "페이지를 새로고침한 뒤 다시 시도해 주세요.".to_owned(),
    },
    fonts_not_found: |folder| Refusal {
        message: format!("이미지에 쓸 글꼴을 찾을 수 없습니다: {folder}"),
        hint: "`cargo xtask fonts`로 글꼴을 만들거나 SIGANPYO_FONTS에 글꼴 폴더를 적어 주세요.".to_owned(),
    },
    worker_outdated: || Refusal {
        message: "앱이 새 버전으로 바뀌는 중입니다".to_owned(),
        hint: "앱을 닫았다가 다시 열어 주세요.".to_owned(),
    },
};
