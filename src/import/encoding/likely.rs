//! Guessing the encoding of a text that does not state it, by which bytes stand where.
//!
//! Spreadsheets save tables in the encoding of the country. Whoever opens the file sees at once whether the letters are right.

/// What the bytes beyond ASCII look like.
#[derive(Debug, Default)]
struct Bytes {
    /// All of them.
    high: usize,
    /// Those that stand alone among ASCII, as accented letters do.
    alone: usize,
    /// Small letters of Russian in code page 1251.
    cyrillic: usize,
    /// Letters that only central Europe has, in code page 1250.
    central: usize,
    /// Whether a byte means nothing in Windows.
    has_unused: bool,
}

/// Pairs of bytes that are one character in East Asia, by what their first byte would be.
#[derive(Debug, Default)]
struct Pairs {
    all: usize,
    /// Whether every byte beyond ASCII is in a pair of code page 949.
    are_korean: bool,
    hangul: usize,
    /// Chinese of level 2, or rare hanja in Korean.
    second_level: usize,
    /// Kana in EUC.
    kana: usize,
    /// Second bytes below 0x80, which Big5 has in a third of all characters.
    low: usize,
}

/// Returns the WHATWG label of the probable encoding; `None` if there are bytes that occur in no text, or nothing speaks for one.
pub(super) fn likely(bytes: &[u8]) -> Option<&'static str> {
    if bytes.iter().any(|byte| matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F)) {
        return None;
    }
    let single = Bytes::of(bytes);
    if single.high == 0 {
        return None;
    }
    match single.high {
        _ if is_shift_jis(bytes) => Some("shift_jis"),
        high if single.alone * 2 >= high => single.european(),
        high if single.cyrillic * 10 >= high * 7 => Some("windows-1251"),
        _ => Pairs::of(bytes).east_asian(),
    }
}

impl Bytes {
    fn of(bytes: &[u8]) -> Bytes {
        let mut seen = Bytes::default();
        let at = |index: Option<usize>| index.and_then(|index| bytes.get(index)).copied().unwrap_or(b' ');
        for (index, byte) in bytes.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
            let (before, after) = (at(index.checked_sub(1)), at(Some(index + 1)));
            seen.high += 1;
            seen.alone += usize::from(before < 0x80 && after < 0x80);
            seen.cyrillic += usize::from(*byte >= 0xE0);
            let is_in_word = before.is_ascii_alphabetic() || after.is_ascii_lowercase();
            // ł ą ż ź ś ť ř ů: in western Europe superscripts, signs and letters that hardly occur there.
            seen.central +=
                usize::from(is_in_word && matches!(byte, 0xB3 | 0xB9 | 0xBF | 0x9F | 0x9D | 0x8D | 0x8F | 0xF8 | 0xF9 | 0xEC));
            seen.has_unused |= matches!(byte, 0x81 | 0x90);
        }
        seen
    }

    fn european(&self) -> Option<&'static str> {
        match self.central * 10 >= self.high {
            _ if self.has_unused => None,
            true => Some("windows-1250"),
            false => Some("windows-1252"),
        }
    }
}

impl Pairs {
    fn of(bytes: &[u8]) -> Pairs {
        let mut pairs = Pairs { are_korean: true, ..Pairs::default() };
        let mut at = 0;
        while let Some(&first) = bytes.get(at) {
            if first < 0x80 {
                at += 1;
                continue;
            }
            let second = bytes.get(at + 1).copied().unwrap_or(0);
            pairs.all += 1;
            pairs.are_korean &= matches!(second, 0x41..=0x5A | 0x61..=0x7A | 0x81..=0xFE) && first != 0x80 && first != 0xFF;
            pairs.hangul += usize::from((0xB0..=0xC8).contains(&first));
            pairs.second_level += usize::from((0xC9..=0xF7).contains(&first));
            pairs.kana += usize::from(matches!(first, 0xA4 | 0xA5) && second >= 0xA1);
            pairs.low += usize::from((0x40..0x80).contains(&second));
            at += 2;
        }
        pairs
    }

    fn east_asian(&self) -> Option<&'static str> {
        let is_much = |count: usize| count * 6 > self.all;
        match self {
            _ if is_much(self.kana) => Some("euc-jp"),
            _ if is_much(self.low) && self.all > 3 => Some("big5"),
            _ if is_much(self.second_level) => Some("gbk"),
            _ if self.are_korean && self.hangul > 0 => Some("euc-kr"),
            _ => None,
        }
    }
}

/// Whether all bytes are valid, and a good part of the characters is kana or most begin with a byte that begins hardly any character of
/// the other encodings: kanji.
fn is_shift_jis(bytes: &[u8]) -> bool {
    let (mut at, mut all, mut kana, mut low) = (0, 0, 0, 0);
    while let Some(&first) = bytes.get(at) {
        let second = bytes.get(at + 1).copied().unwrap_or(0);
        at += match first {
            ..=0x7F => 1,
            0xA1..=0xDF => {
                all += 1;
                1
            }
            0x81..=0x9F | 0xE0..=0xFC if matches!(second, 0x40..=0x7E | 0x80..=0xFC) => {
                all += 1;
                low += usize::from(first <= 0x9F);
                kana += usize::from(first == 0x82 && second >= 0x9F || first == 0x83 && second <= 0x96);
                2
            }
            _ => return false,
        };
    }
    kana * 6 > all || low * 4 > all * 3
}
