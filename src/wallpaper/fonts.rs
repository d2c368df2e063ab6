//! The two fonts of the picture: what they can print, and what stands in for what they cannot.

use super::scene::Weight;
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, FontWeight, SourceCache};
use parley::{FontContext, LayoutContext};
use skrifa::MetadataProvider;
use std::sync::Arc;

/// The family name under which both fonts are registered.
pub(super) const FAMILY: &str = "picture";

/// The fonts, ready for shaping and painting. Kept between pictures, since loading takes longer than painting.
pub struct Fonts {
    pub(super) context: FontContext,
    pub(super) layouts: LayoutContext<()>,
    regular: Arc<Vec<u8>>,
    bold: Arc<Vec<u8>>,
}

/// Stands for letters that cannot be printed.
pub(super) const OMISSION: &str = "…";

impl Fonts {
    /// Takes the bytes of two OpenType fonts; none where one of them is not a font.
    pub fn load(regular: Vec<u8>, bold: Vec<u8>) -> Option<Fonts> {
        let collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let context = FontContext { collection, source_cache: SourceCache::default() };
        let mut fonts = Fonts { context, layouts: LayoutContext::new(), regular: Arc::new(regular), bold: Arc::new(bold) };
        let registered = fonts.register(Weight::Regular) && fonts.register(Weight::Bold);
        registered.then_some(fonts)
    }

    fn register(&mut self, weight: Weight) -> bool {
        let blob = Blob::new(match weight {
            Weight::Regular => self.regular.clone(),
            Weight::Bold => self.bold.clone(),
        });
        let named = FontInfoOverride { family_name: Some(FAMILY), weight: Some(font_weight(weight)), ..Default::default() };
        skrifa::FontRef::new(blob.as_ref()).is_ok() && !self.context.collection.register_fonts(blob, Some(named)).is_empty()
    }

    /// The font of this weight, for its outlines.
    pub(super) fn font(&self, weight: Weight) -> skrifa::FontRef<'_> {
        let bytes = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        skrifa::FontRef::new(bytes).expect("was read when it was loaded")
    }

    /// The text as it can be printed on one line: no control characters, single spaces, and a stand-in for what the fonts lack.
    ///
    /// A rare Korean syllable is spelled in letters, a wide Latin letter becomes a narrow one. Other letters become one mark
    /// for as many as follow each other; other signs, above all emoji, go.
    pub fn printable(&self, text: &str) -> String {
        let known = self.font(Weight::Bold).charmap();
        let mut printed = String::with_capacity(text.len());
        for char in text.chars() {
            if char.is_whitespace() {
                push_unless_last(&mut printed, " ");
            } else if known.map(char).is_some_and(|glyph| glyph.to_u32() != 0) {
                printed.push(char);
            } else if let Some(letters) = syllable_letters(char) {
                printed.extend(letters);
            } else if let Some(narrow) = narrow(char) {
                printed.push(narrow);
            } else if char.is_alphanumeric() {
                push_unless_last(&mut printed, OMISSION);
            }
        }
        printed.trim().to_owned()
    }
}

/// What parley calls the weight.
pub(super) fn font_weight(weight: Weight) -> FontWeight {
    match weight {
        Weight::Regular => FontWeight::NORMAL,
        Weight::Bold => FontWeight::BOLD,
    }
}

fn push_unless_last(text: &mut String, mark: &str) {
    if !text.ends_with(mark) {
        text.push_str(mark);
    }
}

/// The letters of a Korean syllable, each on its own. Unicode counts syllables up by initial, vowel and final.
fn syllable_letters(syllable: char) -> Option<impl Iterator<Item = char>> {
    const INITIALS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    const FINALS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    let number = (syllable as usize).checked_sub('가' as usize).filter(|number| *number < 19 * 21 * 28)?;
    let vowel = char::from_u32('ㅏ' as u32 + (number / 28 % 21) as u32);
    let last = (number % 28).checked_sub(1).and_then(|last| FINALS.chars().nth(last));
    Some(INITIALS.chars().nth(number / (21 * 28)).into_iter().chain(vowel).chain(last))
}

/// The ASCII character that a full-width form is the wide version of.
fn narrow(wide: char) -> Option<char> {
    ('！'..='～').contains(&wide).then(|| char::from_u32(wide as u32 - '！' as u32 + u32::from(b'!')))?
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::io::Read;

    /// The fonts that `cargo xtask fonts` cut, or none and a line that says so.
    pub(crate) fn fonts() -> Option<Fonts> {
        let read = |name: &str| {
            let file = std::fs::File::open(format!("{}/target/fonts/{name}.otf.gz", env!("CARGO_MANIFEST_DIR"))).ok()?;
            let mut bytes = Vec::new();
            flate2::read::GzDecoder::new(file).read_to_end(&mut bytes).ok()?;
            Some(bytes)
        };
        let fonts = read("regular").zip(read("bold")).and_then(|(regular, bold)| Fonts::load(regular, bold));
        if fonts.is_none() {
            eprintln!("skipped: no fonts in target/fonts; make them with `cargo xtask fonts`");
        }
        fonts
    }

    #[test]
    fn syllables_are_spelled_in_letters() {
        let check = |syllable: char, expected: &str| {
            assert_eq!(syllable_letters(syllable).map(Iterator::collect), Some(expected.to_owned()), "{syllable}");
        };
        check('가', "ㄱㅏ");
        check('뷁', "ㅂㅞㄺ");
        check('힣', "ㅎㅣㅎ");
        assert!(syllable_letters('ㄱ').is_none() && syllable_letters('a').is_none());
    }

    #[test]
    fn printable_leaves_nothing_that_the_fonts_lack() {
        let Some(fonts) = fonts() else { return };
        let known = fonts.font(Weight::Regular).charmap();
        let check = |text: &str, expected: &str| {
            assert_eq!(fonts.printable(text), expected, "{text:?}");
            assert_eq!(expected.chars().find(|char| known.map(*char).is_none()), None, "{expected:?}");
        };
        check("  나도\u{200b} 할\t수\n있다\u{7} ", "나도 할 수 있다");
        check("파이썬🐍 🎉 축제", "파이썬 축제");
        check("漢字入門 (한자)", "… (한자)");
        check("뷁 ＰｙＣｏｎ２０１８", "ㅂㅞㄺ PyCon2018");
        check("Łukasz Nguyễn Žižek Ελλάδα Привет", "Łukasz Nguyễn Žižek Ελλάδα Привет");
        check("😀", "");
    }

    #[test]
    fn what_is_no_font_is_refused() {
        assert!(Fonts::load(b"<html>".to_vec(), Vec::new()).is_none());
    }
}
