//! The kinds of session that words of a source stand for.

use super::accents::unaccented;
use crate::program::Kind;
use crate::program::line;
use crate::program::title;

/// Words in lower case without blanks, hyphens and other signs.
const KINDS: &[(Kind, &str)] = &[
    (
        Kind::Talk,
        "talk talks session presentation lecture regulartalk longtalk shorttalk maintrack devroom vortrag other 발표 세션 일반발표 강연",
    ),
    (Kind::Keynote, "keynote keynotes plenary 키노트 기조연설 기조강연"),
    (Kind::Workshop, "workshop workshops tutorial tutorials handson training 워크샵 워크숍 튜토리얼 핸즈온 실습"),
    (Kind::Lightning, "lightning lightningtalk lightningtalks 라이트닝 라이트닝토크 라이트닝톡 번개발표"),
    (Kind::Social, "social socialevent party networking meetup dinner 네트워킹 파티 뒤풀이 교류"),
    (
        Kind::Break,
        "break breaks coffee coffeebreak teabreak lunch lunchbreak breakfast breaktime lunchtime registration pause mittagspause kaffeepause 휴식 쉬는시간 \
         점심 점심시간 점심식사 중식 오찬 조식 등록 coffeeandtea teatime morningbreak afternoonbreak kaffee mittagessen mittag fruhstuck pausecafe \
         dejeuner pausedejeuner petitdejeuner cafe descanso pausacafe pausaparacafe almuerzo comida almoco intervalo pausa pranzo \
         pausapranzo pausacaffe pauze lunchpauze koffiepauze koffie frokost kaffepause frokostpause 休憩 昼休み 昼食 お昼休み ランチ \
         ランチ休憩 コーヒーブレイク 午餐 午休 茶歇 休息 中場休息 午餐時間 午餐时间 中午休息 커피브레이크 커피타임 휴식시간 브레이크타임 쉼 쉬어가기 간식 간식시간",
    ),
];

/// Returns the kind that a known word stands for. Text in brackets and a length at the end are ignored, as in "Talk 40 (30
/// min + 10 Q&A)".
pub(super) fn known(word: &str) -> Option<Kind> {
    let word = word.split(['(', '[']).next().unwrap_or_default();
    let word = title::normal(&unaccented(word));
    let word = word.trim_end_matches("utes").trim_end_matches("min").trim_end_matches(|letter: char| letter.is_ascii_digit());
    KINDS.iter().find(|(_, words)| words.split_whitespace().any(|known| known == word)).map(|(kind, _)| kind.clone())
}

/// Returns the kind that the source's word stands for, or else the word as a kind.
pub(super) fn of(word: Option<&str>) -> Kind {
    let word = line::clean(word.unwrap_or_default(), 100).text;
    if word.is_empty() { Kind::Talk } else { known(&word).unwrap_or_else(|| Kind::parse(&word)) }
}

/// Returns the kind of a session by its title: a break is called "Lunch", but a talk hardly ever is.
pub(super) fn of_title(title: &str, has_speakers: bool) -> Kind {
    known(title)
        .filter(|kind| !has_speakers && matches!(kind, Kind::Break | Kind::Social | Kind::Lightning))
        .unwrap_or(Kind::Talk)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_recognised_by_words_and_titles() {
        assert_eq!(of(Some("Talk 40 (30min +10 Q&A)")), Kind::Talk);
        assert_eq!(of(Some("lightning-talk")), Kind::Lightning);
        assert_eq!(of(Some("Workshop 90 minutes")), Kind::Workshop);
        assert_eq!(of(Some("DJ\u{1} Set")), Kind::Other("DJ Set".to_owned()));
        assert_eq!((of(Some(" ")), of(None)), (Kind::Talk, Kind::Talk));
        assert_eq!(
            (of_title("Lunch", false), of_title("Lunch", true), of_title("Breaking", false)),
            (Kind::Break, Kind::Talk, Kind::Talk)
        );
    }
}
