//! Korean: directories of programs, and mirroring one.

use crate::messages::Refusal;
use crate::messages::mirror::{DirectoryFault, ListingFault, MirrorMessages, Mirrored};

pub(in crate::messages) const MIRROR: MirrorMessages = MirrorMessages {
    directory_fault,
    listing_fault: |number, fault| {
        let what = match fault {
            ListingFault::NoTitle => "title이 없습니다".to_owned(),
            ListingFault::NoAddress => "address가 없습니다".to_owned(),
            ListingFault::BadAddress(address) => {
                format!("https:// 주소도, 목록과 같은 폴더의 경로도 아닙니다: {address:?}")
            }
            ListingFault::BadDate(date) => format!("2018-08-18 같은 날짜가 아닙니다: {date:?}"),
            ListingFault::EndsBeforeStart => "끝나는 날이 시작하는 날보다 앞섭니다".to_owned(),
            ListingFault::TooMany { limit } => format!("행사를 {limit}개까지만 읽습니다"),
        };
        Refusal {
            message: format!("행사 목록의 {number}번째 행사가 잘못되었습니다: {what}"),
            hint: "그곳을 바로잡아 주세요.".to_owned(),
        }
    },
    no_address_in_line: |line, text| Refusal {
        message: format!("{line}번째 줄이 주소가 아닙니다. 주소 뒤에는 시간대만 올 수 있습니다: {text:?}"),
        hint: "한 줄에 https:// 주소를 하나씩 적어 주세요. 예: https://example.org/schedule.ics Asia/Seoul".to_owned(),
    },
    nothing_listed: || Refusal {
        message: "주소가 하나도 없습니다".to_owned(),
        hint: "한 줄에 https:// 주소를 하나씩 적어 주세요.".to_owned(),
    },
    beside_nothing: |path| Refusal {
        message: format!("목록과 같은 폴더의 경로입니다. 웹 주소가 있는 파일만 가져올 수 있습니다: {path:?}"),
        hint: "목록 자체의 주소를 알려 주거나, 목록에 이 파일의 전체 주소를 적어 주세요.".to_owned(),
    },
    mirrored: |state| match state {
        Mirrored::New => "새 행사",
        Mirrored::Changed => "변경",
        Mirrored::Unchanged => "그대로",
        Mirrored::Kept => "실패, 이전 버전을 그대로 둡니다",
        Mirrored::Missing => "실패, 아무것도 없습니다",
    },
    mirror_counts: |counts| {
        let all: usize = counts.iter().map(|(_, count)| count).sum();
        let of = |(state, number): &(Mirrored, usize)| {
            let word = match state {
                Mirrored::New => "새 행사",
                Mirrored::Changed => "변경",
                Mirrored::Unchanged => "그대로",
                Mirrored::Kept => "실패(이전 버전 유지)",
                Mirrored::Missing => "실패",
            };
            format!("{word} {number}개")
        };
        format!("행사 {all}개: {}", counts.iter().map(of).collect::<Vec<_>>().join(", "))
    },
    other_conference_there: |before| {
        format!("이 주소에 이제 다른 행사가 있습니다. 이전 행사의 파일은 그대로 두고 목록에서만 뺍니다: {before:?}")
    },
    mirrored_in_doubt: |reason| format!("확실하지 않지만 받아들였습니다: {reason}"),
    no_longer_listed: |address| format!("이제 목록에 없는 주소입니다. 파일은 그대로 두고 목록에서만 뺍니다: {address}"),
    nothing_mirrored: || Refusal {
        message: "읽은 주소가 하나도 없어 보여 줄 행사가 없습니다".to_owned(),
        hint: "위에 적힌 이유를 확인해 주세요. 원래 있던 파일은 그대로입니다.".to_owned(),
    },
    sources_failed: |failed| Refusal {
        message: format!("주소 {failed}개를 읽지 못했습니다. 나머지는 모두 썼습니다"),
        hint: "위에 적힌 이유를 확인해 주세요. --strict가 없으면 오류가 아닙니다.".to_owned(),
    },
    broken_directory_there: |reason| Refusal {
        message: format!("어느 파일이 어디에서 왔는지 적힌 행사 목록을 읽을 수 없습니다: {reason}"),
        hint: "목록을 되살리거나, 목록에 있던 파일과 함께 없애 주세요. 아무것도 쓰지 않았습니다.".to_owned(),
    },
};

fn directory_fault(fault: &DirectoryFault) -> Refusal {
    let (message, hint) = match fault {
        DirectoryFault::TooLarge { bytes, limit } => (
            format!("행사 목록이 너무 큽니다: {} MB입니다. {} MB까지 읽을 수 있습니다", bytes.div_ceil(1 << 20), limit >> 20),
            "오래전에 끝난 행사를 빼 주세요.",
        ),
        DirectoryFault::NotJson { line, column } => (
            format!("행사 목록을 읽을 수 없습니다: JSON의 {line}행 {column}열이 잘못되었습니다"),
            "그곳을 바로잡거나 다시 내려받아 주세요.",
        ),
        DirectoryFault::OtherFormat(found) => (
            format!("행사 목록이 아닙니다. siganpyo-directory/1도 Giggity의 메뉴도 아닌 형식입니다: {found:?}"),
            "행사 목록, Giggity의 메뉴, 또는 한 줄에 주소를 하나씩 적은 텍스트를 알려 주세요.",
        ),
    };
    Refusal { message, hint: hint.to_owned() }
}
