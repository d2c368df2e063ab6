//! Korean: finding a conference in a directory.

use crate::messages::directory::DirectoryMessages;

pub(in crate::messages) const DIRECTORY: DirectoryMessages = DirectoryMessages {
    heading: "행사 찾기",
    search: "이름, 장소, 날짜",
    all: |programs| format!("행사 {programs}개"),
    found: |programs| format!("행사 {programs}개를 찾았습니다"),
    none_found: |typed| format!("“{typed}”에 맞는 행사가 없습니다"),
    first_shown: |shown, programs| format!("행사 {programs}개 중 {shown}개만 보입니다"),
    show_more: |programs| format!("{programs}개 더 보기"),
    running: "진행 중",
    copied_from: |host| format!("원본: {host}"),
    in_library: "보관함에 있음",
    month: |date| format!("{}년 {}월", date.year(), date.month()),
};
