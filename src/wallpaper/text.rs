//! Words set in lines: shaping, measuring, wrapping.
//!
//! A paragraph is shaped once, at an em of [`EM`], and broken as often as the layout likes: without hinting, everything about
//! it grows with the type size.

use super::fonts::{Fonts, font_weight};
use super::printable::OMISSION;
use super::scene::{Glyph, Weight};
use crate::program::line::holds_right_to_left;
use parley::setting::Tag;
use parley::{
    Cluster, FontFamily, FontFeature, FontFeatures, Layout, OverflowWrap, PositionedLayoutItem, StyleProperty, WordBreak,
};

const EM: f32 = 100.0;

/// Unicode's mark that what follows is read from right to left.
const FROM_RIGHT: &str = "\u{200f}";

/// Words, shaped but not yet broken into lines.
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
    /// In pixels, without spaces at the end.
    pub(super) width: f32,
    /// Whether its paragraph is read from right to left, so that it begins at the right.
    pub(super) from_right: bool,
    /// From left to right.
    pub(super) glyphs: Vec<Glyph>,
}

impl Paragraph {
    /// Shapes running text; what the fonts lack is replaced.
    pub(super) fn words(fonts: &mut Fonts, weight: Weight, text: &str) -> Paragraph {
        Paragraph::shaped(fonts, weight, text, &[])
    }

    /// Shapes a title; one that has nothing the fonts can print becomes the mark for that.
    ///
    /// In a program that is read from right to left a title is too, even where it begins with the name of a language or a tool.
    pub(super) fn title(fonts: &mut Fonts, text: &str, from_right: bool) -> Paragraph {
        let printable = fonts.printable(text);
        let mark = if from_right && holds_right_to_left(&printable) { FROM_RIGHT } else { "" };
        let text = if printable.is_empty() { OMISSION.to_owned() } else { format!("{mark}{printable}") };
        Paragraph::printed(fonts, Weight::Bold, text, &[])
    }

    /// Shapes a time of day: figures that are all equally wide, and a colon as high as they are.
    pub(super) fn clock(fonts: &mut Fonts, weight: Weight, text: &str) -> Paragraph {
        Paragraph::shaped(fonts, weight, text, &[Tag::new(b"tnum"), Tag::new(b"case")])
    }

    fn shaped(fonts: &mut Fonts, weight: Weight, text: &str, features: &[Tag]) -> Paragraph {
        let text = fonts.printable(text);
        Paragraph::printed(fonts, weight, text, features)
    }

    /// Shapes what the fonts can print.
    fn printed(fonts: &mut Fonts, weight: Weight, text: String, features: &[Tag]) -> Paragraph {
        let mut layout = shape(fonts, weight, &text, features);
        layout.break_all_lines(None);
        Paragraph { text, weight, layout }
    }

    /// How wide it is on one line, in pixels.
    pub(super) fn width(&mut self, size: f32) -> f32 {
        self.layout.break_all_lines(None);
        self.layout.width() * size / EM
    }

    /// How wide its widest word is, in ems: what stands between two places where a line may end.
    pub(super) fn longest_word(&self) -> f32 {
        self.layout.calculate_content_widths().min / EM
    }

    /// How many lines it takes.
    pub(super) fn line_count(&mut self, size: f32, width: f32) -> usize {
        self.layout.break_all_lines(Some(width * EM / size));
        self.layout.len()
    }

    /// Its lines, at most so many; the last ends in an ellipsis where words had to go.
    ///
    /// Several lines come out about equally long, so that no single word is left over for the last.
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

    /// What begins on that line, cut where so many units are full, be that inside a word, and shaped anew with an ellipsis.
    fn cut(&self, fonts: &mut Fonts, line: usize, room: f32) -> Paragraph {
        // What is added up here is rounded otherwise than what is added up there.
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
            // It goes on being read from the side from which it began.
            let mark = if self.layout.is_rtl() { FROM_RIGHT } else { "" };
            let text = format!("{mark}{}…", self.text[start..end].trim_start_matches(FROM_RIGHT));
            let mut cut = Paragraph::printed(fonts, self.weight, text, &[]);
            if end == start || cut.width(EM) <= room {
                return cut;
            }
        }
    }

    /// Whether it looks lost before an ellipsis.
    fn is_loose(&self, cluster: &Cluster<'_, ()>) -> bool {
        let text = &self.text[cluster.text_range()];
        text.chars().all(|char| char.is_whitespace() || matches!(char, ',' | '.' | ':' | ';' | '-' | '–' | '—' | '('))
    }

    /// Breaks the layout anew at nearly the least width at which it takes `count` lines.
    fn balance(&mut self, count: usize, size: f32, width: f32) {
        // No word is broken for the sake of balance; one that is too wide is broken anyway.
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

    /// The line of that number as the layout now has it.
    fn line(&self, fonts: &Fonts, size: f32, at: usize) -> Option<Line> {
        let line = self.layout.get(at)?;
        let scale = size / EM;
        // Spaces at the end of a line hang over, at the left where it is read from the right.
        let (from_right, hanging) = (self.layout.is_rtl(), line.metrics().hanging_advance);
        let mut x = if from_right { -hanging } else { 0.0 };
        let mut glyphs = Vec::new();
        for item in line.items() {
            let PositionedLayoutItem::GlyphRun(run) = item else { continue };
            let face = fonts.face_of(run.run().font());
            for glyph in run.glyphs() {
                glyphs.push(Glyph { face, id: glyph.id, x: (x + glyph.x) * scale, y: glyph.y * scale });
                x += glyph.advance;
            }
        }
        let text = self.text[line.text_range()].trim_start_matches(FROM_RIGHT).trim().to_owned();
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

/// Korean breaks between words only. Japanese has no spaces between words and must break inside what looks like one.
fn word_break(text: &str) -> WordBreak {
    let is_korean = text.chars().any(|char| ('가'..='힣').contains(&char));
    let is_japanese = text.chars().any(|char| ('ぁ'..='ヿ').contains(&char));
    if is_korean && !is_japanese { WordBreak::KeepAll } else { WordBreak::Normal }
}

#[cfg(test)]
mod tests {
    use super::super::fonts::tests::fonts;
    use super::*;

    fn lines(text: &str, width: f32, at_most: usize) -> Option<Vec<String>> {
        let mut fonts = fonts()?;
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
    fn a_word_wider_than_the_column_is_broken_rather_than_let_out() {
        check("가나다라마바사아자차카타파하", 240.0, 3, &["가나다라마", "바사아자차", "카타파하"]);
        check("Donaudampfschifffahrt", 240.0, 3, &["Donaudamp", "fschifffahrt"]);
    }

    #[test]
    fn japanese_breaks_inside_phrases() {
        check("パイソンではじめるテスト", 300.0, 3, &["パイソンでは", "じめるテスト"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis_without_a_space_before_it() {
        check("나도 할 수 있다 오픈 소스", 260.0, 1, &["나도 할 수 있…"]);
        check("one two three four five six seven", 200.0, 2, &["one two", "three fo…"]);
    }

    #[test]
    fn figures_of_times_are_all_equally_wide() {
        let Some(mut fonts) = fonts() else { return };
        let mut width = |text| Paragraph::clock(&mut fonts, Weight::Bold, text).width(40.0);
        assert_eq!(width("11:11"), width("08:40"));
    }

    #[test]
    fn nothing_makes_no_line() {
        check("", 100.0, 3, &[]);
    }
}
