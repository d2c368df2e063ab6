//! The picture of a conference that messengers and networks show beside a link to its site.

use super::fonts::Fonts;
use super::scene::{Frame, Item, Scene, TextRun, Weight};
use super::screen::Screen;
use super::slices;
use super::text::{Line, Paragraph};
use super::theme::{Palette, Theme};
use crate::messages::Language;
use crate::program::line::isolated;
use crate::program::{Color, Program};

/// The size of the picture in pixels, which Facebook, KakaoTalk and others show whole.
pub const CARD: Screen = Screen { width: 1200, height: 630 };

/// Pixels between the text and the edges.
const MARGIN: f32 = 80.0;
const WIDTH: f32 = CARD.width as f32 - 2.0 * MARGIN;

/// Ems of the title, the largest that needs at most [`TITLE_LINES`] lines is used.
const TITLE_SIZES: [f32; 5] = [116.0, 100.0, 86.0, 74.0, 64.0];
const TITLE_LINES: usize = 3;
const TITLE_LEADING: f32 = 1.16;

/// Em and leading of the lines below the title.
const LINE_SIZE: f32 = 40.0;
const LINE_LEADING: f32 = 1.5;

/// Thickness of the stroke above the title.
const STROKE: f32 = 14.0;

/// Lays out the picture: the name of the conference, when and where the conference is, and how many sessions it has.
pub fn card(program: &Program, language: Language, color: Option<Color>, fonts: &mut Fonts) -> Scene {
    let palette = palette(color);
    let mut items = Vec::new();
    let mut bottom = CARD.height as f32 - MARGIN + LINE_SIZE * 0.3;
    for line in lines(program, language).iter().rev() {
        let mut words = Paragraph::words(fonts, Weight::Regular, line);
        items.extend(words.lines(fonts, LINE_SIZE, WIDTH, 1).into_iter().map(|line| text(line, bottom, palette.quiet)));
        bottom -= LINE_SIZE * LINE_LEADING;
    }
    let frame = Frame { x: MARGIN, y: MARGIN, width: LINE_SIZE * 3.0, height: STROKE };
    items.push(Item::Filled { frame, radius: STROKE / 2.0, color: palette.accent });
    let title = title(&program.title, fonts);
    let size = title.first().map_or(0.0, |line| line.size);
    let top = MARGIN + STROKE + LINE_SIZE * 0.7 + size;
    for (number, line) in title.into_iter().enumerate() {
        items.push(text(line, top + number as f32 * size * TITLE_LEADING, palette.text));
    }
    let words = [vec![program.title.clone()], lines(program, language)].concat().join("\n");
    Scene { screen: CARD, ground: palette.ground, scrim: None, items, entries: Vec::new(), words, has_code: false, reading: None }
}

/// Returns the names of the slices that the picture needs, given the list of all slices, see
/// [`needed_slices`](super::needed_slices).
pub fn card_slices<'l>(program: &Program, language: Language, fonts: &Fonts, list: &'l str) -> Vec<&'l str> {
    let words = [vec![program.title.clone()], lines(program, language)].concat().concat();
    slices::needed(list, &fonts.uncovered(&words), slices::preferred(super::texts_of(program)))
}

/// Shades of the conference's colour, or paper with the app's own.
fn palette(color: Option<Color>) -> Palette {
    color.map_or_else(|| Theme::Paper.palette(None), |color| Theme::Color.palette(Some(color)))
}

/// When, where and how much, each if it is known.
fn lines(program: &Program, language: Language) -> Vec<String> {
    let messages = language.messages();
    let days = program.days.first().zip(program.days.last());
    let when = days.map(|(first, last)| (language.library_messages().dates)(first.date, last.date));
    let count = (!program.sessions.is_empty()).then(|| (messages.sessions)(program.sessions.len()));
    [when, program.venue.as_deref().map(isolated), count].into_iter().flatten().collect()
}

fn title(name: &str, fonts: &mut Fonts) -> Vec<Line> {
    let mut title = Paragraph::words(fonts, Weight::Bold, &isolated(name));
    let fits = |size: &f32| title.line_count(*size, WIDTH) <= TITLE_LINES && title.longest_word() * size <= WIDTH;
    let [.., smallest] = TITLE_SIZES;
    let size = TITLE_SIZES.into_iter().find(fits).unwrap_or(smallest);
    title.lines(fonts, size, WIDTH, TITLE_LINES)
}

fn text(line: Line, baseline: f32, color: Color) -> Item {
    let Line { text, weight, size, width, glyphs, from_right } = line;
    let x = if from_right { MARGIN + WIDTH - width } else { MARGIN };
    Item::Text(TextRun { text, weight, size, x, baseline, width, color, glyphs })
}

#[cfg(test)]
mod tests {
    use super::super::contrast::contrast;
    use super::super::fonts::tests::file;
    use super::*;
    use crate::wire::program_file;

    fn program(title: &str) -> Program {
        let text = format!(
            r#"{{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "{title}", "venue": "서울 코엑스",
            "time_zone": "Asia/Seoul", "days": [{{"date": "2027-08-18"}}, {{"date": "2027-08-19"}}], "rooms": [], "tracks": [],
            "sessions": [{{"id": "a", "title": "A", "start": "2027-08-18T13:00:00+09:00", "end": "2027-08-18T14:00:00+09:00",
            "day": "2027-08-18"}}]}}"#
        );
        program_file::read(&text).expect("a program")
    }

    #[test]
    fn everything_is_inside_and_nothing_overlaps() {
        let (Some(regular), Some(bold)) = (file("regular.otf"), file("bold.otf")) else {
            println!("skipped: run `cargo xtask fonts` first");
            return;
        };
        let mut fonts = Fonts::load(regular, bold).expect("fonts");
        let long = "한국 파이썬 사용자 모임과 함께하는 아주 긴 이름의 컨퍼런스 ".repeat(4);
        for name in ["X", "PyCon Korea 2027", "Donaudampfschifffahrtsgesellschaftskapitänskonferenz", &long] {
            for color in [None, Color::parse("#ffd43b"), Color::parse("#203070")] {
                let scene = card(&program(name), Language::Korean, color, &mut fonts);
                let frames: Vec<Frame> = scene.items.iter().map(Item::frame).collect();
                for (at, frame) in frames.iter().enumerate() {
                    assert!(frame.x >= 0.0 && frame.right() <= CARD.width as f32, "{name}: {frame:?}");
                    assert!(frame.y >= 0.0 && frame.bottom() <= CARD.height as f32, "{name}: {frame:?}");
                    let apart = |other: &Frame| frame.bottom() <= other.y + 12.0 || other.bottom() <= frame.y + 12.0;
                    assert!(frames[..at].iter().all(apart), "{name}: {frame:?} in {frames:?}");
                }
                let Palette { ground, text, .. } = palette(color);
                assert!(contrast(text, ground) >= 7.0);
                assert!(scene.words.contains("2027") && scene.words.contains("서울 코엑스"), "{}", scene.words);
            }
        }
    }
}
