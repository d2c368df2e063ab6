//! Korean: the wallpaper page.

use super::refusal;
use crate::messages::particle::topic;
use crate::messages::studio::{OtherPictures, StudioMessages, ThemeNames, ZoneNames};
use crate::plan::Outdated;

pub(in crate::messages) const STUDIO: StudioMessages = StudioMessages {
    about: "내 시간표를 이 휴대폰의 잠금화면 크기에 꼭 맞는 그림으로 만듭니다.",
    making: "그림을 그리는 중…",
    failed: || {
        refusal(
            "그림을 그리지 못했습니다",
            "다시 시도해 보고, 그래도 안 되면 앱을 닫았다가 다시 열어 주세요. 담은 세션은 그대로 있습니다.",
        )
    },
    letters_missing: || {
        refusal(
            "일부 글자를 빼고 그렸습니다",
            "그 글자가 든 글꼴을 아직 받지 못했습니다. 인터넷에 연결된 곳에서 다시 시도해 주세요.",
        )
    },
    number: |number, of| format!("{of}장 중 {number}번째"),
    in_words: "그림 내용을 글로 보기",

    which_day: "담을 날짜",
    all_days: "모든 날짜",
    today: |date| format!("오늘 {date}"),
    from_now: "지금부터",
    theme: "그림 색",
    themes: ThemeNames { black: "검정", paper: "종이", color: "행사 색", photo: "내 사진", print: "흑백 인쇄" },
    color: "행사 색",
    photo: "배경으로 쓸 사진",
    photo_about: "사진은 이 휴대폰에만 남고 어디로도 보내지지 않습니다. 다음에도 쓸 수 있게 기억해 둡니다.",
    forget_photo: "사진 지우기",
    not_a_photo: || refusal("이 사진을 열지 못했습니다", "JPEG나 PNG 사진을 골라 주세요."),
    phone: "휴대폰",
    phone_guessed: |name| format!("이 휴대폰: {name}"),
    phone_other: "다른 크기 (직접 입력)",
    other_pictures: OtherPictures {
        square: "정사각형 1080×1080",
        story: "스토리 1080×1920",
        a4: "종이 A4, 접어서 주머니에",
        letter: "종이 레터, 접어서 주머니에",
    },
    pixels_wide: "가로 픽셀",
    pixels_high: "세로 픽셀",
    zone: "글자 놓을 자리",
    zones: ZoneNames {
        ios_widgets_top: "아이폰, 시계 아래 위젯",
        ios: "아이폰, 위젯 없음",
        ios_widgets_bottom: "아이폰, 아래쪽 위젯",
        ios_home_button: "아이폰, 홈 버튼",
        android: "안드로이드, 작은 시계",
        android_large_clock: "안드로이드, 큰 시계",
        android_fingerprint: "안드로이드, 화면 지문 표시",
        tablet: "태블릿",
        story: "스토리 9:16",
        full: "화면 전체",
        band: "직접 정하기",
    },
    band: "직접 정한 자리",
    band_about: "끌어서 옮기거나 단추로 맞추세요. 시계와 단추를 피하면 됩니다.",
    band_is: |top, bottom| format!("위에서 {top}%부터 {bottom}%까지"),
    up: "위로",
    down: "아래로",
    taller: "길게",
    shorter: "짧게",
    code: "내 시간표를 여는 QR 코드 넣기",

    save: "그림 저장",
    share: "그림 저장·공유",
    tap_again: "한 번 더 눌러 주세요.",
    hold: "단추가 듣지 않으면 그림을 길게 눌러 저장하세요.",
    copy_picture: "그림 복사",
    copy_words: "글 복사",
    copied: "복사했습니다.",
    not_copied: "복사하지 못했습니다. 길게 눌러 복사해 주세요.",
    did_you_save: || {
        refusal(
            "그림이 저장되었나요?",
            "사진첩이나 다운로드를 확인해 주세요. 저장했다고 알려 주시면, 나중에 시간표가 바뀌어 그림이 맞지 않을 때 이 자리에서 알려 드립니다.",
        )
    },
    yes: "저장했습니다",
    not_yet: "아직입니다",
    remembered: "기억해 두었습니다.",
    out_of_date: "저장한 잠금화면이 지금 시간표와 다릅니다",
    make_anew: "다시 만들기",
    outdated: |outdated| match outdated {
        Outdated::Added(title) => format!("그림에 없음: {title}"),
        Outdated::TakenOut(title) => format!("시간표에서 빠짐: {title}"),
        Outdated::Cancelled(title) => format!("취소됨: {title}"),
        Outdated::Moved { title, before, now } if before.date() == now.date() => {
            format!("{title}: {} → {}", before.clock(), now.clock())
        }
        Outdated::Moved { title, before, now } => {
            format!("{title}: {} {} → {} {}", before.date(), before.clock(), now.date(), now.clock())
        }
        Outdated::Room { title, before, now } if before.is_empty() || now.is_empty() => {
            format!("{title}: 장소가 바뀜 {before}{now}")
        }
        Outdated::Room { title, before, now } => format!("{title}: {before}{} 이제 {now}", topic(before)),
    },

    next_steps: "잠금화면으로 설정하기",
    print_steps: [
        "그림을 ‘실제 크기’로, 여백 없이 한 장에 인쇄합니다.",
        "위쪽 절반을 뒤로 접고, 다시 왼쪽 절반을 뒤로 접습니다.",
        "첫 쪽이 앞에 오면 주머니에 넣습니다.",
    ],
    families: [
        (
            "아이폰",
            [
                "사진 앱에서 저장한 그림을 열고 공유 단추를 누릅니다.",
                "‘배경화면으로 사용’을 고르고, 그림을 확대하거나 옮기지 않습니다.",
                "‘추가’를 누릅니다. 시계를 크게 키우지 않아야 글자를 가리지 않습니다.",
            ],
        ),
        (
            "갤럭시",
            [
                "갤러리에서 저장한 그림을 열고 ⋮ 메뉴를 누릅니다.",
                "‘배경화면으로 설정’에서 ‘잠금화면’만 고릅니다.",
                "그림을 확대하지 않고 ‘완료’를 누릅니다.",
            ],
        ),
        (
            "픽셀·그 밖",
            [
                "사진 앱에서 저장한 그림을 열고 ⋮ 메뉴에서 ‘다른 앱에서 열기’나 ‘사용’을 누릅니다.",
                "‘배경화면’을 고르고, 두 손가락으로 가장 작게 맞춥니다.",
                "‘배경화면 설정’에서 ‘잠금 화면’만 고릅니다.",
            ],
        ),
    ],
};
