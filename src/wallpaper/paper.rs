//! One sheet of paper with four pages, folded twice to pocket size like a greeting card.
//!
//! Fold the upper half back, then the left half back: the first page is in front, the second and third inside, the fourth behind.
//! So the second and third page are upside down in the upper half.

use super::fonts::Fonts;
use super::paint::Canvas;
use super::scene::{Frame, Item, Scene};
use super::screen::Screen;
use super::theme::rgb;
use super::zone::{Fractions, Zone};
use super::{Error, Problem, Request, Theme, agenda, scenes};
use crate::messages::studio::StudioMessages;
use crate::program::Date;

/// A standard sheet of paper, upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// Pixels per inch of paper; an inch has 72 points.
const RESOLUTION: f32 = 300.0;

/// Printers leave about this many thousandths of a page's height blank at the edges of the sheet.
const EDGE: u16 = 45;

const PAGES: usize = 4;

impl Paper {
    /// All sizes, in the order in which they are offered.
    pub const ALL: [Paper; 2] = [Paper::A4, Paper::Letter];

    /// Returns the name used in messages to the worker and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::Letter => "letter",
        }
    }

    /// Returns the paper with this name.
    pub fn parse(name: &str) -> Option<Paper> {
        Paper::ALL.into_iter().find(|paper| paper.name() == name)
    }

    /// Returns its name for users.
    pub fn in_words(self, messages: &StudioMessages) -> &'static str {
        match self {
            Paper::A4 => messages.other_pictures.a4,
            Paper::Letter => messages.other_pictures.letter,
        }
    }

    /// Returns the size of the whole sheet in pixels.
    pub fn size(self) -> Screen {
        match self {
            Paper::A4 => Screen { width: 2480, height: 3508 },
            Paper::Letter => Screen { width: 2550, height: 3300 },
        }
    }

    /// Returns the request for a page of this paper: a quarter of the sheet, black on white.
    pub fn page<'a>(self, request: &Request<'a>) -> Request<'a> {
        let Screen { width, height } = self.size();
        Request {
            screen: Screen { width: width / 2, height: height / 2 },
            zone: Zone::Band(Fractions::new(EDGE, 1000 - EDGE)),
            theme: Theme::Print,
            photo: None,
            point: Some(RESOLUTION / 72.0),
            ..*request
        }
    }
}

/// Returns sheets of paper with the plan: the pages as scenes, each day on separate pages, and each sheet painted.
///
/// # Errors
///
/// See [`scenes`].
pub fn sheets(request: &Request<'_>, paper: Paper, fonts: &mut Fonts) -> Result<Vec<(Vec<Scene>, Canvas)>, Error> {
    let page = paper.page(request);
    let mut days: Vec<Option<Date>> = agenda::rows(&page).iter().map(|row| Some(row.day)).collect();
    days.dedup();
    if days.is_empty() {
        return Err(Problem::Nothing.into());
    }
    let days: Result<Vec<Vec<Scene>>, Error> = days.into_iter().map(|day| scenes(&Request { day, ..page }, fonts)).collect();
    let pages: Vec<Scene> = days?.into_iter().flatten().collect();
    Ok(pages.chunks(PAGES).map(|pages| (pages.to_vec(), sheet(pages, paper, fonts))).collect())
}

fn sheet(pages: &[Scene], paper: Paper, fonts: &Fonts) -> Canvas {
    let size = paper.size();
    let mut canvas = Canvas::new(size.width, size.height, rgb(0xffffff));
    let (right, lower) = (size.width as usize / 2, size.height as usize / 2);
    let places = [(right, lower, false), (right, 0, true), (0, 0, true), (0, lower, false)];
    for (page, (left, top, is_turned)) in pages.iter().zip(places) {
        canvas.place(&page.paint(fonts, None), left, top, is_turned);
    }
    canvas.draw(&folds(size), fonts);
    canvas
}

/// Returns short lines at the edges that show where to fold the sheet.
fn folds(sheet: Screen) -> [Item; 4] {
    let (width, height) = (sheet.width as f32, sheet.height as f32);
    let (long, thin) = ((RESOLUTION / 8.0).round(), 3.0);
    let line = |x: f32, y: f32, width: f32, height: f32| Item::Filled {
        frame: Frame { x: x.floor(), y: y.floor(), width, height },
        radius: 0.0,
        color: rgb(0x808080),
    };
    [
        line(0.0, height / 2.0, long, thin),
        line(width - long, height / 2.0, long, thin),
        line(width / 2.0, 0.0, thin, long),
        line(width / 2.0, height - long, thin, long),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_of_every_paper_fill_the_sheet_and_it_is_found_by_name() {
        for paper in Paper::ALL {
            assert_eq!(Paper::parse(paper.name()), Some(paper));
            assert_eq!((paper.size().width % 2, paper.size().height % 2), (0, 0));
        }
    }
}
