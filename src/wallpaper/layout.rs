//! Rows to scenes: how large, how many pictures, what stands where.

use super::agenda::{Row, spoken};
use super::compose::{Block, BlockKind, Composer, ShapedRow, first};
use super::device::density;
use super::fonts::Fonts;
use super::scene::{Item, Scene, Weight};
use super::text::Paragraph;
use super::typeset::{FLOOR, SETTINGS, Setting};
use super::zone::Band;
use super::{Error, Problem, Request};
use crate::program::Day;

/// Spaces between blocks grow at most this much to fill the band.
const MOST_STRETCH: f32 = 1.9;

/// Lays out all rows: in one picture if they fit, else in one or more for each day.
pub(super) fn lay_out(request: &Request<'_>, rows: &[Row], fonts: &mut Fonts) -> Result<Vec<Scene>, Error> {
    let mut page = Page::new(request, fonts);
    let pages = match page.fit(rows) {
        Some(fit) => vec![(rows, fit)],
        None => {
            let mut pages = Vec::new();
            for day in rows.chunk_by(|one, other| one.day == other.day) {
                pages.extend(page.split(day)?);
            }
            pages
        }
    };
    let count = pages.len();
    Ok(pages.into_iter().enumerate().map(|(at, (rows, fit))| page.scene(rows, fit, at + 1, count)).collect())
}

/// The blocks of a picture, composed as large as they fit.
struct Fit {
    blocks: Vec<Block>,
    column: f32,
}

/// The page that rows are laid out on.
struct Page<'a> {
    request: &'a Request<'a>,
    fonts: &'a mut Fonts,
    band: Band,
    point: f32,
}

impl<'a> Page<'a> {
    fn new(request: &'a Request<'a>, fonts: &'a mut Fonts) -> Page<'a> {
        Page { request, fonts, band: request.zone.band(request.screen), point: density(request.screen) }
    }

    /// The rows in the least number of about equally long pictures.
    fn split<'r>(&mut self, rows: &'r [Row]) -> Result<Vec<(&'r [Row], Fit)>, Error> {
        for count in 1..=rows.len() {
            let parts = (0..count).map(|part| &rows[rows.len() * part / count..rows.len() * (part + 1) / count]);
            let fits: Option<Vec<_>> = parts.map(|part| self.fit(part).map(|fit| (part, fit))).collect();
            if let Some(fits) = fits {
                return Ok(fits);
            }
        }
        Err(Problem::ScreenTooSmall(self.request.screen).into())
    }

    /// The rows in the roomiest setting that holds them, as large as it can.
    fn fit(&mut self, rows: &[Row]) -> Option<Fit> {
        let mut shaped: Vec<ShapedRow> = rows.iter().map(|row| ShapedRow::new(self.fonts, row, &self.heading(row))).collect();
        SETTINGS.into_iter().find_map(|setting| self.fit_in(setting, rows, &mut shaped))
    }

    fn fit_in(&mut self, setting: Setting, rows: &[Row], shaped: &mut [ShapedRow]) -> Option<Fit> {
        let (least, largest) = setting.title_sizes(self.point);
        let mut best = self.attempt(setting, least, rows, shaped)?;
        let (mut fits, mut too_large) = (least, largest + 1);
        while fits + 1 < too_large {
            let size = fits.midpoint(too_large);
            match self.attempt(setting, size, rows, shaped) {
                Some(fit) => (best, fits) = (fit, size),
                None => too_large = size,
            }
        }
        Some(best)
    }

    /// The blocks at one size, if they fit into the band.
    fn attempt(&mut self, setting: Setting, title: u32, rows: &[Row], shaped: &mut [ShapedRow]) -> Option<Fit> {
        let measures = setting.measures(self.fonts, title, self.band.width() as f32, self.point);
        let composer = Composer { setting, measures, palette: self.request.theme.palette(), rooms: 0.0 }.with_rooms(shaped);
        let roomy = composer.title_width() > 4.0 * measures.title;
        if !roomy || !(setting.may_cut || shaped.iter_mut().all(|row| composer.shows_whole_title(row))) {
            return None;
        }
        let mut blocks = Vec::new();
        for (at, (row, shaped)) in rows.iter().zip(shaped).enumerate() {
            let first_of_day = at == 0 || rows[at - 1].day != row.day;
            blocks.extend(first_of_day.then(|| composer.heading(shaped)));
            let between = composer.between(shaped).filter(|block| at > 0 || block.kind == BlockKind::Overlap);
            blocks.extend(between);
            blocks.push(composer.entry(shaped));
        }
        if let Some(top) = blocks.first_mut() {
            top.above = 0.0;
        }
        let height: f32 = blocks.iter().map(|block| block.above + block.height).sum();
        (height <= self.entries_height()).then_some(Fit { blocks, column: measures.column })
    }

    fn heading(&self, row: &Row) -> String {
        let program = self.request.program;
        let label = program.days.iter().find(|day: &&Day| day.date == row.day).and_then(|day| day.label.as_deref());
        let date = (self.request.language.messages().date)(row.day);
        label.map_or(date.clone(), |label| format!("{date}  {label}"))
    }

    fn footer_size(&self) -> f32 {
        (FLOOR * self.point).ceil()
    }

    /// What the footer leaves of the band.
    fn entries_height(&self) -> f32 {
        self.band.height() as f32 - self.footer_size() * 2.3
    }

    /// Stacks the blocks, with the spaces between them widened to fill the band, and puts the footer under them.
    fn scene(&mut self, rows: &[Row], fit: Fit, number: usize, count: usize) -> Scene {
        let (left, top) = (self.band.left as f32, self.band.top as f32);
        let height: f32 = fit.blocks.iter().map(|block| block.height).sum();
        let spaces: f32 = fit.blocks.iter().map(|block| block.above).sum();
        let stretch = if spaces > 0.0 { ((self.entries_height() - height) / spaces).clamp(1.0, MOST_STRETCH) } else { 1.0 };
        let mut items = Vec::new();
        let mut y = top;
        let mut above = None;
        for block in fit.blocks {
            y += block.above * stretch;
            items.extend(block.items.into_iter().map(|item| item.moved(left, y)));
            y += block.height;
            above = Some(y);
        }
        let _ = (above, fit.column);
        items.extend(self.footer(rows, number, count));
        Scene {
            screen: self.request.screen,
            ground: self.request.theme.palette().ground,
            items,
            entries: rows.iter().map(|row| row.id.clone()).collect(),
            words: spoken(rows, self.request.language.messages()),
        }
    }

    /// The conference and the day at the left, which version of the program and which picture at the right.
    fn footer(&mut self, rows: &[Row], number: usize, count: usize) -> Vec<Item> {
        let messages = self.request.language.messages();
        let program = self.request.program;
        let mut right = (messages.program_version)(&program.version);
        if count > 1 {
            right += &format!("  {number}/{count}");
        }
        let mut days: Vec<String> = rows.iter().map(|row| (messages.date)(row.day)).collect();
        days.dedup();
        let left = format!("{} · {}", program.title, days.join(", "));
        let size = self.footer_size();
        let width = self.band.width() as f32;
        let baseline = self.band.bottom as f32 - (size * 0.25).ceil();
        let color = self.request.theme.palette().quiet;
        let mut block = Block::new(BlockKind::Heading, 0.0);
        let right = first(Paragraph::words(self.fonts, Weight::Regular, &right).lines(size, width * 0.45, 1));
        let right_width = right.as_ref().map_or(0.0, |line| line.width);
        let left = first(Paragraph::words(self.fonts, Weight::Regular, &left).lines(size, width - right_width - size, 1));
        block.text(left, self.band.left as f32, baseline, color);
        block.text(right, self.band.right as f32 - right_width, baseline, color);
        block.items
    }
}
