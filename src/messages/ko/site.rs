//! Korean: a conference's own site.

use crate::messages::site::{PictureOf, SiteMessages, SiteRule};
use crate::messages::{Language, Refusal};

pub(in crate::messages) const SITE: SiteMessages = SiteMessages {
    not_toml: |cause| Refusal {
        message: format!("site.toml을 읽을 수 없습니다: {cause}"),
        hint: "글자는 따옴표로, 목록은 대괄호로 감싸 주세요: name = \"우리 컨퍼런스\", languages = [\"ko\"].".to_owned(),
    },
    unknown_field: |name, known| Refusal {
        message: format!("site.toml에 없는 항목입니다: “{name}”"),
        hint: format!("쓸 수 있는 항목: {known}."),
    },
    broken_field: |name, rule| Refusal {
        message: format!("site.toml의 “{name}” 값이 없거나 올바르지 않습니다"),
        hint: rule_text(*rule),
    },
    not_a_picture: |what, cause| Refusal {
        message: format!("{} 파일이 읽을 수 있는 SVG나 PNG가 아닙니다: {cause}", named(what)),
        hint: "글자를 윤곽선으로 바꾼 SVG나 PNG로 다시 내보내 주세요.".to_owned(),
    },
    not_a_photo: || Refusal {
        message: "배경 파일이 JPEG나 PNG가 아닙니다".to_owned(),
        hint: "1440×3120픽셀 정도의 JPEG로 다시 내보내 주세요.".to_owned(),
    },
    picture_too_small: |what, width, height, least| Refusal {
        message: format!("{} 파일이 {width}×{height} 픽셀이라 쓰기에는 작습니다", named(what)),
        hint: format!("긴 변이 {least}픽셀 이상(512 권장)인 PNG나 SVG를 주세요."),
    },
    picture_too_large: |what, bytes, most| Refusal {
        message: format!("{} 파일이 {} KB입니다", named(what), bytes / 1000),
        hint: format!("{} KB 이하인 파일을 주세요.", most / 1000),
    },
    too_many_pixels: |what, width, height, most| Refusal {
        message: format!("{} 파일이 {width}×{height} 픽셀입니다", named(what)),
        hint: format!("긴 변이 {most}픽셀 이하인 PNG나 SVG를 주세요."),
    },
};

fn named(what: PictureOf) -> &'static str {
    match what {
        PictureOf::Icon => "아이콘",
        PictureOf::Logo => "로고",
        PictureOf::Background => "배경",
    }
}

fn rule_text(rule: SiteRule) -> String {
    match rule {
        SiteRule::Text(most) => format!("{most}자 이하의 한 줄로 적어 주세요."),
        SiteRule::Languages => format!("다음 중에서 목록으로 적어 주세요: {}.", Language::ALL.map(Language::tag).join(", ")),
        SiteRule::Color => "\"#3776ab\" 같은 색을 적어 주세요.".to_owned(),
        SiteRule::Picture => "public/ 아래의 .svg나 .png 파일 경로를 적어 주세요. 예: \"icon.svg\"".to_owned(),
        SiteRule::Photo => "public/ 아래의 .jpg나 .png 파일 경로를 적어 주세요. 예: \"background.jpg\"".to_owned(),
        SiteRule::Screenshots => "public/ 아래의 .png 파일 경로를 적어 주세요. 예: [\"screenshots/one.png\"]".to_owned(),
        SiteRule::Program => "public/ 아래의 프로그램 파일 경로를 적어 주세요. 예: programs = [\"programs/my.json\"]".to_owned(),
        SiteRule::Domain => "호스트 이름만 적어 주세요. 예: \"timetable.example.org\"".to_owned(),
        SiteRule::Switch => "따옴표 없이 true나 false로 적어 주세요.".to_owned(),
        SiteRule::EmbedFrom => "경로 없이 https 주소를 적어 주세요. 예: [\"https://example.org\"]".to_owned(),
    }
}
