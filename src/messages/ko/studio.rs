//! Korean: the wallpaper page.

use super::{date, refusal};
use crate::messages::studio::{DesignNames, OtherPictures, StudioMessages, ThemeNames, ZoneNames};
use crate::plan::Outdated;

pub(in crate::messages) const STUDIO: StudioMessages = StudioMessages {
    sample: "예시 화면입니다. 세션을 담으면 내 시간표로 만들어 드립니다.",
    making: "이미지를 만드는 중…",
    failed: || {
        refusal(
            "이미지를 만들지 못했습니다",
            "다시 시도해 주세요. 그래도 안 되면 앱을 닫았다가 다시 열어 주세요. 담은 세션은 안전합니다.",
        )
    },
    letters_missing: || {
        refusal(
            "이미지에서 일부 글자가 빠졌습니다",
            "그 글꼴을 아직 받지 못했거나 그 글자가 있는 글꼴이 없습니다. 인터넷에 연결한 뒤 다시 시도해 주세요.",
        )
    },
    number: |number, of| format!("{number}/{of}"),
    in_words: "텍스트로 보기",

    which_day: "날짜",
    all_days: "전체",
    today: |date| format!("오늘 {date}"),
    from_now: "지금부터",
    design: "디자인",
    designs: DesignNames { agenda: "목록", ticket: "티켓", grid: "표" },
    theme: "테마",
    themes: ThemeNames { black: "검정", paper: "종이", color: "행사 색", photo: "내 사진", print: "흑백 인쇄" },
    color: "행사 색",
    photo: "배경으로 쓸 사진",
    photo_about: "사진은 휴대폰 밖으로 나가지 않으며, 다음에도 쓸 수 있게 저장됩니다.",
    photo_given: "행사에서 준 사진입니다. 사진을 고르면 그 사진이 대신 쓰이며, 휴대폰 밖으로 나가지 않습니다.",
    forget_photo: "사진 삭제",
    not_a_photo: || refusal("이 사진을 열지 못했습니다", "JPEG나 PNG 사진을 골라 주세요."),
    phone: "휴대폰",
    phone_guessed: |name| format!("이 휴대폰 ({name})"),
    phone_other: "다른 크기 (직접 입력)",
    other_pictures: OtherPictures {
        square: "정사각형 1080×1080",
        story: "스토리 1080×1920",
        a4: "종이 A4, 접어서 주머니에",
        letter: "종이 레터, 접어서 주머니에",
    },
    pixels_wide: "가로 픽셀",
    pixels_high: "세로 픽셀",
    zone: "글자 위치",
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
        band: "직접 정한 위치",
    },
    band: "직접 정한 위치",
    band_about: "끌어서 위치를 맞추세요. 시계와 아래쪽 버튼은 피해 주세요.",
    band_is: |top, bottom| format!("위에서 {top}%부터 {bottom}%까지"),
    up: "위로",
    down: "아래로",
    taller: "늘리기",
    shorter: "줄이기",
    logo: "행사 로고 넣기",
    code: "내 시간표 QR 코드 넣기",
    no_code: "이 행사는 파일로 열었고 QR 코드에 담기에는 너무 큽니다. 이미지에 코드를 넣지 않았습니다. 내 시간표의 ‘공유’에서 파일로 보낼 수 있습니다.",
    code_too_dense: "읽을 수 있는 크기의 QR 코드를 넣을 자리가 이 이미지에는 없습니다. 내 시간표의 ‘공유’에서 크게 볼 수 있습니다.",

    save: "이미지 저장",
    share: "이미지 저장·공유",
    save_all: |count| format!("이미지 {count}장 모두 저장"),
    share_all: |count| format!("이미지 {count}장 모두 저장·공유"),
    tap_again: "한 번 더 눌러 주세요.",
    hold: "저장이 안 되면 이미지를 길게 누르세요.",
    larger: "크게 보기",
    smaller: "작게 보기",
    copy_picture: "이미지 복사",
    copy_words: "텍스트 복사",
    copied: "복사했습니다.",
    not_copied: "복사하지 못했습니다. 길게 눌러 복사해 주세요.",
    did_you_save: || refusal("시간표가 바뀌면 알려 드릴까요?", "저장한 이미지가 내 시간표와 달라지면 이 화면에서 알려 드립니다."),
    yes: "예",
    not_yet: "아니요",
    remembered: "시간표가 바뀌면 알려 드립니다.",
    was_not_saved: "아직 저장 안 함",
    out_of_date: "저장한 잠금화면이 지금 시간표와 다릅니다",
    make_anew: "다시 만들기",
    outdated: |outdated| match outdated {
        Outdated::Added(title) => format!("이미지에 없음: {title}"),
        Outdated::TakenOut(title) => format!("시간표에서 빠짐: {title}"),
        Outdated::Cancelled(title) => format!("취소됨: {title}"),
        Outdated::Moved { title, before, now } if before.date() == now.date() => {
            format!("{title}: {} → {}", before.clock(), now.clock())
        }
        Outdated::Moved { title, before, now } => {
            format!("{title}: {} {} → {} {}", date(before.date()), before.clock(), date(now.date()), now.clock())
        }
        Outdated::Room { title, before, now } if before.is_empty() || now.is_empty() => {
            format!("{title}: 장소가 바뀜 {before}{now}")
        }
        Outdated::Room { title, before, now } => format!("{title}: 장소 {before} → {now}"),
    },

    next_steps: "잠금화면으로 설정하기",
    print_steps: [
        "이미지를 실제 크기로, 여백 없이 한 장에 인쇄합니다.",
        "위쪽 절반을 뒤로 접고, 다시 왼쪽 절반을 뒤로 접습니다.",
        "첫 쪽이 앞에 오면 주머니에 넣습니다.",
    ],
    families: [
        (
            "아이폰",
            [
                "사진 앱에서 저장한 이미지를 열고 공유 버튼을 누릅니다.",
                "배경화면으로 사용하기를 고르고, 이미지를 확대하거나 옮기지 않습니다.",
                "추가합니다. 시계를 키우면 글자를 가립니다.",
            ],
        ),
        (
            "갤럭시",
            [
                "갤러리에서 저장한 이미지를 열고 ⋮ 메뉴를 누릅니다.",
                "배경화면으로 설정하기에서 잠금화면만 고릅니다.",
                "이미지를 확대하지 않고 마칩니다.",
            ],
        ),
        (
            "픽셀·그 밖",
            [
                "사진 앱에서 저장한 이미지를 열고 ⋮ 메뉴를 누릅니다.",
                "배경화면으로 쓰기를 고르고, 두 손가락으로 가장 작게 맞춥니다.",
                "배경화면을 설정하면서 잠금화면만 고릅니다.",
            ],
        ),
    ],
    turn_pages: "잠금화면에서 넘겨 보기",
    turning: [
        (
            "아이폰: 사진 섞기",
            [
                "잠금화면을 길게 누르고 +를 누른 뒤 사진 섞기를 고릅니다.",
                "저장한 이미지를 직접 고르고, 바뀌는 주기를 ‘탭할 때’로 정합니다.",
                "추가합니다. 잠금화면을 누를 때마다 다음 장이 나옵니다.",
            ],
        ),
        (
            "갤럭시: 여러 이미지",
            [
                "갤러리에서 저장한 첫 이미지를 길게 누르고 나머지도 고릅니다.",
                "⋮ 메뉴의 배경화면으로 설정하기에서 잠금화면만 고릅니다.",
                "확대하지 않고 마칩니다. 화면을 켤 때마다 다음 장이 나옵니다.",
            ],
        ),
    ],
    turning_about: "다른 안드로이드폰의 잠금화면에는 이미지를 한 장만 쓸 수 있으니 다음에 볼 장으로 설정해 주세요. 이 순서는 제조사 설명에 따른 것으로, 실제 휴대폰에서 확인하지는 못했습니다.",
};
