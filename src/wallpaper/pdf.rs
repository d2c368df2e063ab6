//! Scenes as pages of a PDF: the same shapes and glyphs as in a picture, with fonts embedded, text that can be searched and copied, and
//! tags for screen readers.

use super::fonts::Fonts;
use super::scene::{Frame, Glyph, Item, Scene, TextRun};
use super::screen::Screen;
use super::text::shown;
use crate::program::Color;
use crate::program::line::holds_right_to_left;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::collections::BTreeMap;
use std::ops::Range;

/// How far the control points of a quarter circle are from its ends, in radii.
const ARC: f32 = 0.552_284_8;

/// What a PDF says of itself.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The title of the document.
    pub title: &'a str,
    /// The tag of its language.
    pub language: &'a str,
}

/// A page: scenes side by side, such as those of a sheet that is folded.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its size in pixels.
    pub size: Screen,
    /// Pixels in a point of 1/72 inch.
    pub point: f32,
    /// What is on it.
    pub scenes: Vec<Placed>,
}

/// A scene on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The scene. Its ground is the paper.
    pub scene: Scene,
    /// Its left and its top edge on the page, in pixels.
    pub corner: (f32, f32),
    /// Whether it is upside down.
    pub is_turned: bool,
}

impl Page {
    /// A page with one scene.
    pub fn of(scene: Scene, point: f32) -> Page {
        Page { size: scene.screen, point, scenes: vec![Placed { scene, corner: (0.0, 0.0), is_turned: false }] }
    }
}

impl Placed {
    fn transform(&self) -> Transform {
        let (left, top) = self.corner;
        let Screen { width, height } = self.scene.screen;
        if self.is_turned {
            return Transform::from_row(-1.0, 0.0, 0.0, -1.0, left + width as f32, top + height as f32);
        }
        Transform::from_translate(left, top)
    }
}

/// Writes the pages. The same pages give the same bytes.
///
/// # Panics
///
/// Never for scenes that these fonts have laid out: the fonts can be embedded, and all sizes are positive.
pub fn pdf(pages: &[Page], about: About<'_>, fonts: &mut Fonts) -> Vec<u8> {
    let settings = SerializeSettings { compress_content_streams: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    document.set_metadata(Metadata::new().title(about.title.to_owned()).language(about.language.to_owned()));
    let mut tree = TagTree::new().with_lang(Some(about.language.to_owned()));
    let mut embedded = Embedded { fonts, known: BTreeMap::new() };
    for Page { size, point, scenes } in pages {
        let (width, height) = (size.width as f32 / point, size.height as f32 / point);
        let mut page = document.start_page_with(PageSettings::from_wh(width, height).expect("a page has a size"));
        let mut surface = page.surface();
        surface.push_transform(&Transform::from_scale(1.0 / point, 1.0 / point));
        for placed in scenes {
            surface.push_transform(&placed.transform());
            tree.children.extend(scene_tags(&placed.scene, &mut surface, &mut embedded));
            surface.pop();
        }
        surface.pop();
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree);
    document.finish().expect("fonts that can be embedded")
}

/// Paints a scene. Each text becomes a paragraph; shapes say nothing.
fn scene_tags(scene: &Scene, surface: &mut Surface<'_>, fonts: &mut Embedded<'_>) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut shapes: Vec<&Item> = Vec::new();
    for item in &scene.items {
        match item {
            Item::Text(run) => {
                paint_shapes(&std::mem::take(&mut shapes), surface);
                nodes.push(paragraph(paint_text(run, surface, fonts)));
            }
            shape => shapes.push(shape),
        }
    }
    paint_shapes(&shapes, surface);
    nodes
}

fn paragraph(text: Identifier) -> Node {
    let mut group = TagGroup::new(Tag::P);
    group.push(text);
    group.into()
}

fn paint_shapes(shapes: &[&Item], surface: &mut Surface<'_>) {
    if shapes.is_empty() {
        return;
    }
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
    for shape in shapes {
        match shape {
            Item::Filled { frame, radius, color } => fill(surface, *color, FillRule::NonZero, &[(*frame, *radius)]),
            Item::Outlined { frame, radius, line, color } => {
                let inner = Frame {
                    x: frame.x + line,
                    y: frame.y + line,
                    width: frame.width - 2.0 * line,
                    height: frame.height - 2.0 * line,
                };
                fill(surface, *color, FillRule::EvenOdd, &[(*frame, *radius), (inner, (radius - line).max(0.0))]);
            }
            Item::Logo { frame, mark, color } => {
                let Frame { x, y, width, height } = *frame;
                let stroke = |[left, top, wide, high]: [f32; 4]| Frame {
                    x: x + left * width,
                    y: y + top * height,
                    width: wide * width,
                    height: high * height,
                };
                let strokes: Vec<(Frame, f32)> = mark.strokes().into_iter().map(|part| (stroke(part), 0.0)).collect();
                fill(surface, *color, FillRule::NonZero, &strokes);
            }
            Item::Text(_) => {}
        }
    }
    surface.end_tagged();
}

fn fill(surface: &mut Surface<'_>, color: Color, rule: FillRule, frames: &[(Frame, f32)]) {
    let mut path = PathBuilder::new();
    frames.iter().for_each(|(frame, radius)| rounded(&mut path, *frame, *radius));
    if let Some(path) = path.finish() {
        paint(surface, color, rule, &path);
    }
}

fn paint(surface: &mut Surface<'_>, color: Color, rule: FillRule, path: &Path) {
    surface.set_fill(Some(Fill { paint: ink(color).into(), rule, ..Fill::default() }));
    surface.draw_path(path);
}

fn ink(color: Color) -> rgb::Color {
    rgb::Color::new(color.red, color.green, color.blue)
}

fn rounded(path: &mut PathBuilder, frame: Frame, radius: f32) {
    let Frame { x, y, width, height } = frame;
    let (right, bottom) = (frame.right(), frame.bottom());
    let radius = radius.min(width / 2.0).min(height / 2.0);
    if radius <= 0.0 {
        Rect::from_ltrb(x, y, right, bottom).into_iter().for_each(|rect| path.push_rect(rect));
        return;
    }
    let bend = radius * (1.0 - ARC);
    path.move_to(x + radius, y);
    path.line_to(right - radius, y);
    path.cubic_to(right - bend, y, right, y + bend, right, y + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - bend, right - bend, bottom, right - radius, bottom);
    path.line_to(x + radius, bottom);
    path.cubic_to(x + bend, bottom, x, bottom - bend, x, bottom - radius);
    path.line_to(x, y + radius);
    path.cubic_to(x, y + bend, x + bend, y, x + radius, y);
    path.close();
}

/// Paints a text, one piece for each of its fonts.
fn paint_text(run: &TextRun, surface: &mut Surface<'_>, fonts: &mut Embedded<'_>) -> Identifier {
    let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
    surface.set_fill(Some(Fill { paint: ink(run.color).into(), ..Fill::default() }));
    let sources = sources(run, fonts.fonts);
    let mut from = 0;
    for piece in run.glyphs.chunk_by(|one, other| one.face == other.face) {
        let glyphs: Vec<KrillaGlyph> =
            piece.iter().zip(&sources[from..]).map(|(glyph, source)| placed(*glyph, source.clone(), run.size)).collect();
        from += piece.len();
        surface.draw_glyphs(Point::from_xy(run.x, run.baseline), &glyphs, fonts.font(piece[0].face), &run.text, run.size, false);
    }
    surface.end_tagged();
    identifier
}

/// Each glyph stands where the scene says, whatever the one before it takes.
fn placed(glyph: Glyph, text_range: Range<usize>, size: f32) -> KrillaGlyph {
    KrillaGlyph {
        glyph_id: GlyphId::new(glyph.id),
        text_range,
        x_advance: 0.0,
        x_offset: glyph.x / size,
        y_offset: -glyph.y / size,
        y_advance: 0.0,
        location: None,
    }
}

/// The part of the text that each glyph shows. Where letters are joined or change their order, the text is shaped once more to see; if
/// other glyphs come of that, it is all of the text.
fn sources(run: &TextRun, fonts: &mut Fonts) -> Vec<Range<usize>> {
    let letters: Vec<Range<usize>> = run.text.char_indices().map(|(at, letter)| at..at + letter.len_utf8()).collect();
    let in_order = run.glyphs.windows(2).all(|pair| pair[0].x <= pair[1].x) && !holds_right_to_left(&run.text);
    if letters.len() == run.glyphs.len() && in_order {
        return letters;
    }
    shown(fonts, run.weight, &run.text, &run.glyphs).unwrap_or_else(|| vec![0..run.text.len(); run.glyphs.len()])
}

/// The fonts of the document, each embedded once.
struct Embedded<'f> {
    fonts: &'f mut Fonts,
    known: BTreeMap<u16, Font>,
}

impl Embedded<'_> {
    fn font(&mut self, face: u16) -> Font {
        let load = || Font::new(self.fonts.file(face).to_vec().into(), 0).expect("was read when it was loaded");
        self.known.entry(face).or_insert_with(load).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::super::fonts::tests::fonts;
    use super::super::scene::Weight;
    use super::super::tests::scripts::fonts_with_slices;
    use super::super::text::Paragraph;
    use super::*;

    fn run(fonts: &mut Fonts, text: &str) -> TextRun {
        let line = Paragraph::title(fonts, text, false).lines(fonts, 20.0, 900.0, 1).remove(0);
        TextRun {
            text: line.text,
            weight: line.weight,
            size: 20.0,
            x: 0.0,
            baseline: 0.0,
            width: line.width,
            color: super::super::theme::rgb(0),
            glyphs: line.glyphs,
        }
    }

    #[test]
    fn each_glyph_is_of_its_letters() {
        let Some(mut fonts) = fonts_with_slices() else { return };
        let mut check = |text: &str, expected: &[&str]| {
            let run = run(&mut fonts, text);
            let parts: Vec<&str> = sources(&run, &mut fonts).into_iter().map(|part| &run.text[part]).collect();
            assert_eq!(parts, expected, "{text}");
        };
        check("시간 a", &["시", "간", " ", "a"]);
        check("👩\u{200d}💻 🇰🇷", &["👩\u{200d}💻", " ", "🇰🇷"]);
        check("שלום a", &["a", " ", "ם", "ו", "ל", "ש"]);
        let lines = Paragraph::title(&mut fonts, "لا عربي Rust", true).lines(&mut fonts, 20.0, 50.0, 2);
        assert!(lines.iter().all(|line| shown(&mut fonts, Weight::Bold, &line.text, &line.glyphs).is_some()), "{lines:?}");
    }

    #[test]
    fn glyphs_that_come_of_no_shaping_are_of_all_letters() {
        let Some(mut fonts) = fonts() else { return };
        let strange = TextRun { text: "שלום".to_owned(), ..run(&mut fonts, "시간 a") };
        assert!(sources(&strange, &mut fonts).iter().all(|part| *part == (0..strange.text.len())));
    }
}
