//! Lines about other times than that of the conference: until when people register, when a page was written.

/// Words of lines about other times than that of the conference.
const WORDS: [&str; 22] = [
    "등록",
    "접수",
    "신청",
    "마감",
    "모집",
    "얼리버드",
    "제출",
    "발표자",
    "공지",
    "업데이트",
    "작성",
    "조회",
    "register",
    "registration",
    "deadline",
    "early bird",
    "submission",
    "updated",
    "posted",
    "notification",
    "cfp",
    "copyright",
];

/// Whether a text has such a word.
pub(super) fn mentions(text: &str) -> bool {
    let text = text.to_lowercase();
    WORDS.iter().any(|word| text.contains(word))
}

/// Whether a text begins with such a word and says when or until when that is: `접수: 10월 1일 09:00 ~ 10월 24일`.
pub(super) fn is_one(text: &str) -> bool {
    let lower = text.to_lowercase();
    let label = lower.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    WORDS.iter().any(|word| label.starts_with(word)) && lower.contains([':', '~', '까'])
}
