//! One sheet of paper with four pages, folded twice to pocket size like a greeting card.
//!
//! Fold the upper half back, then the left half back: the first page is in front, the second and third inside, the fourth behind.
//! So the second and third page are upside down in the upper half.

use super::fonts::Fonts;
use super::paint::Canvas;
#[cfg(all(feature = "pdf", not(target_arch = "wasm32")))]
use super::pdf::{Page, Placed};
use super::scene::{Frame, Item, Scene};
use super::screen::Screen;
use super::theme::rgb;
use super::zone::{Fractions, Zone};
use super::{Design, Error, Problem, Request, Theme, rows, scenes};
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

    /// Returns the request for a page of this paper: a quarter of the sheet, black on white; a list, unless another design was
    /// chosen, since the pages of a sheet look alike.
    pub fn page<'a>(self, request: &Request<'a>) -> Request<'a> {
        let Screen { width, height } = self.size();
        self.part(request, Screen { width: width / 2, height: height / 2 })
    }

    /// Returns the request for a whole sheet, black on white.
    #[cfg(all(feature = "pdf", not(target_arch = "wasm32")))]
    pub fn whole<'a>(self, request: &Request<'a>) -> Request<'a> {
        self.part(request, self.size())
    }

    fn part<'a>(self, request: &Request<'a>, screen: Screen) -> Request<'a> {
        Request {
            screen,
            zone: Zone::Band(Fractions::new(EDGE, 1000 - EDGE)),
            design: request.design.or(Some(Design::Agenda)),
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
    let pages = by_day(&paper.page(request), fonts)?;
    Ok(pages.chunks(PAGES).map(|pages| (pages.to_vec(), sheet(pages, paper, fonts))).collect())
}

/// Returns the scenes of each day on its own.
fn by_day(request: &Request<'_>, fonts: &mut Fonts) -> Result<Vec<Scene>, Error> {
    let mut days: Vec<Option<Date>> = rows::rows(request).iter().map(|row| Some(row.day)).collect();
    days.dedup();
    if days.is_empty() {
        return Err(Problem::Nothing.into());
    }
    let days: Result<Vec<Vec<Scene>>, Error> = days.into_iter().map(|day| scenes(&Request { day, ..*request }, fonts)).collect();
    Ok(days?.into_iter().flatten().collect())
}

fn sheet(pages: &[Scene], paper: Paper, fonts: &Fonts) -> Canvas {
    let size = paper.size();
    let mut canvas = Canvas::new(size.width, size.height, rgb(0xffffff));
    for (page, (left, top, is_turned)) in pages.iter().zip(places(size)) {
        canvas.place(&page.paint(fonts, None), left as usize, top as usize, is_turned);
    }
    canvas.draw(&folds(size), fonts);
    canvas
}

/// The left and top edge of each page, in the order in which they are read, and whether it is upside down.
fn places(sheet: Screen) -> [(u32, u32, bool); PAGES] {
    let (right, lower) = (sheet.width / 2, sheet.height / 2);
    [(right, lower, false), (right, 0, true), (0, 0, true), (0, lower, false)]
}

/// Returns what [`sheets`] paints as pages of a PDF; if it is not to be folded, each page has the whole sheet.
///
/// # Errors
///
/// See [`scenes`].
#[cfg(all(feature = "pdf", not(target_arch = "wasm32")))]
pub fn printed(request: &Request<'_>, paper: Paper, is_folded: bool, fonts: &mut Fonts) -> Result<Vec<Page>, Error> {
    let (size, point) = (paper.size(), RESOLUTION / 72.0);
    if !is_folded {
        return Ok(by_day(&paper.whole(request), fonts)?.into_iter().map(|scene| Page::of(scene, point)).collect());
    }
    let pages = by_day(&paper.page(request), fonts)?;
    let sheet = |pages: &[Scene]| {
        let pages = pages.iter().cloned().zip(places(size));
        let pages = pages.map(|(scene, (left, top, is_turned))| Placed { scene, corner: (left as f32, top as f32), is_turned });
        let marks =
            Placed { scene: Scene { items: folds(size).to_vec(), ..Scene::blank(size) }, corner: (0.0, 0.0), is_turned: false };
        Page { size, point, scenes: pages.chain([marks]).collect() }
    };
    Ok(pages.chunks(PAGES).map(sheet).collect())
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
