//! Words set in lines: shaping, measuring, wrapping.
//!
//! A paragraph is shaped once, at an em of [`EM`], and broken as often as the layout likes: without hinting, everything about
//! it grows with the type size.

use super::fonts::{FAMILY, Fonts, OMISSION, font_weight};
use super::scene::{Glyph, Weight};
use parley::setting::Tag;
use parley::{Cluster, FontFamily, FontFeature, FontFeatures, Layout, OverflowWrap, StyleProperty, WordBreak};

const EM: f32 = 100.0;

/// Words, shaped but not yet broken into lines.
pub(super) struct Paragraph {
    text: String,
    weight: Weight,
    layout: Layout<()>,
    ellipsis: Layout<()>,
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
    pub(super) glyphs: Vec<Glyph>,
}

impl Paragraph {
    /// Shapes running text; what the fonts lack is replaced.
    pub(super) fn words(fonts: &mut Fonts, weight: Weight, text: &str) -> Paragraph {
        Paragraph::shaped(fonts, weight, text, &[])
    }

    /// Shapes a title; one that has nothing the fonts can print becomes the mark for that.
    pub(super) fn title(fonts: &mut Fonts, text: &str) -> Paragraph {
        let printable = fonts.printable(text);
        Paragraph::words(fonts, Weight::Bold, if printable.is_empty() { OMISSION } else { &printable })
    }

    /// Shapes a time of day: figures that are all equally wide, and a colon as high as they are.
    pub(super) fn clock(fonts: &mut Fonts, weight: Weight, text: &str) -> Paragraph {
        Paragraph::shaped(fonts, weight, text, &[Tag::new(b"tnum"), Tag::new(b"case")])
    }

    fn shaped(fonts: &mut Fonts, weight: Weight, text: &str, features: &[Tag]) -> Paragraph {
        let text = fonts.printable(text);
        let mut layout = shape(fonts, weight, &text, features);
        layout.break_all_lines(None);
        let mut ellipsis = shape(fonts, weight, "…", &[]);
        ellipsis.break_all_lines(None);
        Paragraph { text, weight, layout, ellipsis }
    }

    /// How wide it is on one line, in pixels.
    pub(super) fn width(&mut self, size: f32) -> f32 {
        self.layout.break_all_lines(None);
        self.layout.width() * size / EM
    }

    /// How many lines it takes.
    pub(super) fn line_count(&mut self, size: f32, width: f32) -> usize {
        self.layout.break_all_lines(Some(width * EM / size));
        self.layout.len()
    }

    /// Its lines, at most so many; the last ends in an ellipsis where words had to go.
    ///
    /// Several lines come out about equally long, so that no single word is left over for the last.
    pub(super) fn lines(&mut self, size: f32, width: f32, at_most: usize) -> Vec<Line> {
        if self.text.is_empty() {
            return Vec::new();
        }
        let count = self.line_count(size, width);
        if (2..=at_most).contains(&count) {
            self.balance(count, size, width);
        }
        let mut lines: Vec<Vec<Cluster<'_, ()>>> = Vec::new();
        for (at, line) in self.layout.lines().enumerate() {
            let clusters = line.runs().flat_map(|run| run.clusters());
            match lines.last_mut().filter(|_| at >= at_most) {
                // What does not fit is cut where the line is full, be that inside a word.
                Some(last) => last.extend(clusters),
                None => lines.push(clusters.collect()),
            }
        }
        let ellipsis: Vec<Cluster<'_, ()>> = match count > at_most {
            true => self.ellipsis.lines().flat_map(|line| line.runs()).flat_map(|run| run.clusters()).collect(),
            false => Vec::new(),
        };
        if let Some(last) = lines.last_mut() {
            let room = width * EM / size - advance(&ellipsis);
            while !ellipsis.is_empty() && last.last().is_some_and(|end| self.is_loose(end) || advance(last) > room) {
                last.pop();
            }
        }
        let last = lines.len().saturating_sub(1);
        let line =
            |(at, clusters): (usize, Vec<Cluster<'_, ()>>)| self.line(size, &clusters, if at == last { &ellipsis } else { &[] });
        lines.into_iter().enumerate().map(line).collect()
    }

    /// Whether it looks lost before an ellipsis.
    fn is_loose(&self, cluster: &Cluster<'_, ()>) -> bool {
        let text = &self.text[cluster.text_range()];
        text.chars().all(|char| char.is_whitespace() || matches!(char, ',' | '.' | ':' | ';' | '-' | '–' | '—' | '('))
    }

    /// Breaks the layout anew at nearly the least width at which it takes `count` lines.
    fn balance(&mut self, count: usize, size: f32, width: f32) {
        let (mut too_narrow, mut wide_enough) = (width / count as f32, width);
        while wide_enough - too_narrow > size / 4.0 {
            let middle = (too_narrow + wide_enough) / 2.0;
            match self.line_count(size, middle) <= count {
                true => wide_enough = middle,
                false => too_narrow = middle,
            }
        }
        self.line_count(size, wide_enough);
    }

    fn line(&self, size: f32, clusters: &[Cluster<'_, ()>], ellipsis: &[Cluster<'_, ()>]) -> Line {
        let mut line = Line { text: String::new(), weight: self.weight, size, width: 0.0, glyphs: Vec::new() };
        let spaces = clusters.iter().rev().take_while(|cluster| cluster.is_space_or_nbsp()).count();
        for cluster in &clusters[..clusters.len() - spaces] {
            line.text.push_str(&self.text[cluster.text_range()]);
            line.push(cluster);
        }
        for cluster in ellipsis {
            line.text.push('…');
            line.push(cluster);
        }
        line
    }
}

impl Line {
    fn push(&mut self, cluster: &Cluster<'_, ()>) {
        let scale = self.size / EM;
        let mut x = self.width;
        for glyph in cluster.glyphs() {
            self.glyphs.push(Glyph { id: glyph.id, x: x + glyph.x * scale, y: glyph.y * scale });
            x += glyph.advance * scale;
        }
        self.width += cluster.advance() * scale;
    }
}

fn advance(clusters: &[Cluster<'_, ()>]) -> f32 {
    clusters.iter().map(Cluster::advance).sum()
}

fn shape(fonts: &mut Fonts, weight: Weight, text: &str, features: &[Tag]) -> Layout<()> {
    let features: Vec<FontFeature> = features.iter().map(|tag| FontFeature::new(*tag, 1)).collect();
    let mut builder = fonts.layouts.ranged_builder(&mut fonts.context, text, 1.0, false);
    builder.push_default(StyleProperty::FontFamily(FontFamily::named(FAMILY)));
    builder.push_default(StyleProperty::FontWeight(font_weight(weight)));
    builder.push_default(StyleProperty::FontSize(EM));
    builder.push_default(StyleProperty::FontFeatures(FontFeatures::List(features.into())));
    builder.push_default(StyleProperty::WordBreak(word_break(text)));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
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
        let lines = Paragraph::words(&mut fonts, Weight::Bold, text).lines(40.0, width, at_most);
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
