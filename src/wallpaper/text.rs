//! Setting text in lines: shaping, measuring, wrapping.
//!
//! A paragraph is shaped once, at an em of [`EM`], and broken into lines as often as the layout needs: without hinting,
//! everything scales with the type size.

#[cfg(all(feature = "pdf", not(target_arch = "wasm32")))]
mod shown;

#[cfg(all(feature = "pdf", not(target_arch = "wasm32")))]
pub(super) use shown::shown;

use super::fonts::{Fonts, font_weight};
use super::phrases::MAY_END;
use super::printable::OMISSION;
use super::scene::{Glyph, Weight};
use crate::program::line::holds_right_to_left;
use parley::setting::Tag;
use parley::{
    Cluster, FontFamily, FontFeature, FontFeatures, Layout, OverflowWrap, PositionedLayoutItem, StyleProperty, WordBreak,
};
use std::ops::Range;

const EM: f32 = 100.0;

/// The Unicode mark for right-to-left text.
const FROM_RIGHT: &str = "\u{200f}";

/// Whether it only says how text is set.
fn is_mark(char: char) -> bool {
    FROM_RIGHT.starts_with(char) || char == MAY_END
}

/// The space at which no line ends.
const NO_BREAK: char = '\u{a0}';

/// A last word of one syllable stays with a word before it of at most so many syllables; with a longer one it might have to be
/// broken elsewhere.
const STAYS_WITH: usize = 8;

/// Text that is shaped but not broken into lines yet.
pub(super) struct Paragraph {
    text: String,
    weight: Weight,
    layout: Layout<()>,
}

/// One line of a paragraph at a certain size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) weight: Weight,
    /// The em in pixels.
    pub(super) size: f32,
    /// Width in pixels, without spaces at the end.
    pub(super) width: f32,
    /// Whether its paragraph is read from right to left, so that it begins at the right.
    pub(super) from_right: bool,
    /// The glyphs from left to right.
    pub(super) glyphs: Vec<Glyph>,
}

impl Paragraph {
    /// Shapes running text, with replacements for missing glyphs.
    pub(super) fn words(fonts: &mut Fonts, weight: Weight, text: &str) -> Paragraph {
        Paragraph::shaped(fonts, weight, text, &[])
    }

    /// Shapes a title; one without any glyphs becomes the replacement mark.
    ///
    /// In a right-to-left program, titles are right-to-left even if they begin with the name of a language or a tool.
    pub(super) fn title(fonts: &mut Fonts, text: &str, from_right: bool) -> Paragraph {
        let printable = fonts.printable(text);
        let mark = if from_right && holds_right_to_left(&printable) { FROM_RIGHT } else { "" };
        let breakable = fonts.phrased(without_orphan(&printable));
        let text = if printable.is_empty() { OMISSION.to_owned() } else { format!("{mark}{breakable}") };
        Paragraph::printed(fonts, Weight::Bold, text, &[])
    }

    /// Shapes a time of day with figures of equal width and a colon of their height.
    pub(super) fn clock(fonts: &mut Fonts, weight: Weight, text: &str) -> Paragraph {
        Paragraph::shaped(fonts, weight, text, &[Tag::new(b"tnum"), Tag::new(b"case")])
    }

    fn shaped(fonts: &mut Fonts, weight: Weight, text: &str, features: &[Tag]) -> Paragraph {
        let text = fonts.printable(text);
        Paragraph::printed(fonts, weight, text, features)
    }

    /// Shapes text for which there are glyphs.
    fn printed(fonts: &mut Fonts, weight: Weight, text: String, features: &[Tag]) -> Paragraph {
        let mut layout = shape(fonts, weight, &text, features);
        layout.break_all_lines(None);
        Paragraph { text, weight, layout }
    }

    /// Returns its width on one line, in pixels.
    pub(super) fn width(&mut self, size: f32) -> f32 {
        self.layout.break_all_lines(None);
        self.layout.width() * size / EM
    }

    /// Returns the width of its widest word, in ems: the text between two possible line breaks.
    pub(super) fn longest_word(&self) -> f32 {
        self.layout.calculate_content_widths().min / EM
    }

    /// Returns the number of its lines.
    pub(super) fn line_count(&mut self, size: f32, width: f32) -> usize {
        self.layout.break_all_lines(Some(width * EM / size));
        self.layout.len()
    }

    /// Returns its lines, at most this many; the last one ends in an ellipsis if text was cut off.
    ///
    /// Several lines have about the same length, so that the last one is not a single word.
    pub(super) fn lines(&mut self, fonts: &mut Fonts, size: f32, width: f32, at_most: usize) -> Vec<Line> {
        if self.text.is_empty() {
            return Vec::new();
        }
        let count = self.line_count(size, width);
        if (2..=at_most).contains(&count) {
            self.balance(count, size, width);
        }
        let whole = if count > at_most { at_most - 1 } else { count };
        let mut lines: Vec<Line> = (0..whole).filter_map(|at| self.line(fonts, size, at)).collect();
        if count > at_most {
            let cut = self.cut(fonts, at_most - 1, width * EM / size);
            lines.extend(cut.line(fonts, size, 0));
        }
        lines
    }

    /// Returns the text from this line on, cut to this many units, inside a word if necessary, and shaped again with an
    /// ellipsis.
    fn cut(&self, fonts: &mut Fonts, line: usize, room: f32) -> Paragraph {
        // This sum is rounded differently from the layout's.
        let room = room - 0.1;
        let start = self.layout.get(line).map_or(0, |line| line.text_range().start);
        let rest = (line..self.layout.len()).filter_map(|at| self.layout.get(at));
        let mut clusters: Vec<Cluster<'_, ()>> = rest.flat_map(|line| line.runs().flat_map(|run| run.clusters())).collect();
        clusters.sort_by_key(|cluster| cluster.text_range().start);
        let mut advance = 0.0;
        clusters.retain(|cluster| {
            advance += cluster.advance();
            advance <= room
        });
        loop {
            while clusters.last().is_some_and(|end| self.is_loose(end)) {
                clusters.pop();
            }
            let end = clusters.pop().map_or(start, |end| end.text_range().end);
            // It keeps its reading direction.
            let mark = if self.layout.is_rtl() { FROM_RIGHT } else { "" };
            let text = format!("{mark}{}…", self.text[start..end].trim_start_matches(FROM_RIGHT));
            let mut cut = Paragraph::printed(fonts, self.weight, text, &[]);
            if end == start || cut.width(EM) <= room {
                return cut;
            }
        }
    }

    /// Whether it should not be the last one before an ellipsis.
    fn is_loose(&self, cluster: &Cluster<'_, ()>) -> bool {
        let text = &self.text[cluster.text_range()];
        text.chars().all(|char| char.is_whitespace() || matches!(char, ',' | '.' | ':' | ';' | '-' | '–' | '—' | '('))
    }

    /// Breaks the layout again at nearly the least width at which it takes `count` lines.
    fn balance(&mut self, count: usize, size: f32, width: f32) {
        // No word is broken to balance lines; one that is too wide is broken anyway.
        let widest = Some(self.longest_word() * size).filter(|widest| *widest <= width).unwrap_or(0.0);
        let (mut too_narrow, mut wide_enough) = ((width / count as f32).max(widest), width);
        while wide_enough - too_narrow > size / 4.0 {
            let middle = (too_narrow + wide_enough) / 2.0;
            if self.line_count(size, middle) <= count {
                wide_enough = middle;
            } else {
                too_narrow = middle;
            }
        }
        self.line_count(size, wide_enough);
    }

    /// Returns the line with this index in the present layout.
    fn line(&self, fonts: &Fonts, size: f32, at: usize) -> Option<Line> {
        let line = self.layout.get(at)?;
        let scale = size / EM;
        // Spaces at the end of a line are outside it, at the left in right-to-left text.
        let (from_right, hanging) = (self.layout.is_rtl(), line.metrics().hanging_advance);
        let mut x = if from_right { -hanging } else { 0.0 };
        let range = line.text_range();
        let end = range.start + self.text[range.clone()].trim_end().len();
        let is_drawn = |letters: Range<usize>| letters.start < end && !self.text[letters].starts_with(is_mark);
        let mut glyphs = Vec::new();
        for item in line.items() {
            let PositionedLayoutItem::GlyphRun(run) = item else { continue };
            let face = fonts.face_of(run.run().font());
            for cluster in run.run().visual_clusters() {
                for glyph in cluster.glyphs() {
                    let placed = Glyph { face, id: glyph.id, x: (x + glyph.x) * scale, y: glyph.y * scale };
                    glyphs.extend(is_drawn(cluster.text_range()).then_some(placed));
                    x += glyph.advance;
                }
            }
        }
        let text = self.text[range].replace(is_mark, "").replace(NO_BREAK, " ").trim().to_owned();
        let width = (line.metrics().advance - hanging) * scale;
        Some(Line { text, weight: self.weight, size, width, from_right, glyphs })
    }
}

fn shape(fonts: &mut Fonts, weight: Weight, text: &str, features: &[Tag]) -> Layout<()> {
    let features: Vec<FontFeature> = features.iter().map(|tag| FontFeature::new(*tag, 1)).collect();
    let families = fonts.families();
    let mut builder = fonts.layouts.ranged_builder(&mut fonts.context, text, 1.0, false);
    builder.push_default(StyleProperty::FontFamily(FontFamily::List(families.into())));
    builder.push_default(StyleProperty::FontWeight(font_weight(weight)));
    builder.push_default(StyleProperty::FontSize(EM));
    builder.push_default(StyleProperty::FontFeatures(FontFeatures::List(features.into())));
    builder.push_default(StyleProperty::WordBreak(word_break(text)));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
    builder.build(text)
}

/// Keeps a last word of one Korean syllable, such as 것 or 법, with the word before it, so that it does not stand alone on a line.
fn without_orphan(title: &str) -> String {
    let syllables = |word: &str| word.chars().filter(|char| char.is_alphanumeric()).count();
    let is_orphan = |word: &str| syllables(word) == 1 && word.chars().any(|char| ('가'..='힣').contains(&char));
    match title.rsplit_once(' ') {
        Some((before, last)) if is_orphan(last) && syllables(before.rsplit(' ').next().unwrap_or(before)) <= STAYS_WITH => {
            format!("{before}{NO_BREAK}{last}")
        }
        _ => title.to_owned(),
    }
}

/// Korean breaks only between words. Japanese has no spaces between words and must break inside what looks like a word, if it is not
/// known where.
fn word_break(text: &str) -> WordBreak {
    if text.contains(MAY_END) {
        return WordBreak::KeepAll;
    }
    let is_korean = text.chars().any(|char| ('가'..='힣').contains(&char));
    let is_japanese = text.chars().any(|char| ('ぁ'..='ヿ').contains(&char));
    if is_korean && !is_japanese { WordBreak::KeepAll } else { WordBreak::Normal }
}

#[cfg(test)]
mod tests {
    use super::super::fonts::tests::{file, fonts, unpacked};
    use super::super::slices::needed;
    use super::*;

    fn lines(text: &str, width: f32, at_most: usize) -> Option<Vec<String>> {
        let mut fonts = fonts()?;
        let lacking = text.chars().filter(|char| ('ぁ'..='ヿ').contains(char)).collect();
        for slice in needed(&String::from_utf8(file("slices/list.txt")?).ok()?, &lacking, "ja-") {
            assert!(fonts.add_slice(slice, unpacked(&format!("slices/{slice}"))?), "{slice}");
        }
        let lines = Paragraph::words(&mut fonts, Weight::Bold, text).lines(&mut fonts, 40.0, width, at_most);
        for line in &lines {
            assert!(line.width <= width, "{} is {} wide", line.text, line.width);
            assert!(line.glyphs.iter().all(|glyph| glyph.id != 0), "{}", line.text);
        }
        Some(lines.into_iter().map(|line| line.text).collect())
    }

    fn check(text: &str, width: f32, at_most: usize, expected: &[&str]) {
        if let Some(lines) = lines(text, width, at_most) {
            assert_eq!(lines, expected, "{text} in {width}");
        }
    }

    #[test]
    fn korean_breaks_between_words_and_lines_are_balanced() {
        check("나도 할 수 있다 오픈 소스", 1000.0, 3, &["나도 할 수 있다 오픈 소스"]);
        check("나도 할 수 있다 오픈 소스", 350.0, 3, &["나도 할 수", "있다 오픈 소스"]);
    }

    #[test]
    fn a_last_syllable_does_not_stand_alone() {
        let Some(mut fonts) = fonts() else { return };
        let mut lines = |title: &str, width: f32| -> Vec<String> {
            let mut title = Paragraph::title(&mut fonts, title, false);
            title.lines(&mut fonts, 40.0, width, 3).into_iter().map(|line| line.text).collect()
        };
        assert_eq!(lines("여러분이 몰랐던 것", 150.0), ["여러분이", "몰랐던 것"]);
        assert_eq!(lines("우리가모르던 파이썬의 힘!", 260.0), ["우리가모르던", "파이썬의 힘!"]);
        assert_eq!(lines("나도 할 수 있다", 1000.0), ["나도 할 수 있다"], "with plain spaces");
    }

    #[test]
    fn a_word_wider_than_the_column_is_broken() {
        check("가나다라마바사아자차카타파하", 240.0, 3, &["가나다라마", "바사아자차", "카타파하"]);
        check("Donaudampfschifffahrt", 240.0, 3, &["Donaudamp", "fschifffahrt"]);
    }

    #[test]
    fn japanese_breaks_inside_phrases() {
        check("パイソンではじめるテスト", 300.0, 3, &["パイソンでは", "じめるテスト"]);
    }

    #[test]
    fn text_that_does_not_fit_ends_in_an_ellipsis_without_a_space_before_it() {
        check("나도 할 수 있다 오픈 소스", 260.0, 1, &["나도 할 수 있…"]);
        check("one two three four five six seven", 200.0, 2, &["one two", "three fo…"]);
    }

    #[test]
    fn figures_of_times_have_equal_width() {
        let Some(mut fonts) = fonts() else { return };
        let mut width = |text| Paragraph::clock(&mut fonts, Weight::Bold, text).width(40.0);
        assert_eq!(width("11:11"), width("08:40"));
    }

    #[test]
    fn empty_text_has_no_lines() {
        check("", 100.0, 3, &[]);
    }
}
