//! Laying out rows as scenes: type size, number of pictures and positions.

use super::agenda::{EntryRow, is_from_right, spoken};
use super::block::{Block, BlockKind};
use super::compose::{Composer, bar_width};
use super::device::density;
use super::fonts::Fonts;
use super::footer::Footer;
use super::scene::{Frame, Item, Scene};
use super::shaped::ShapedRow;
use super::split::split;
use super::theme::Theme;
use super::typeset::{COMPLETE, DENSEST, FLOOR, FOR_LONGEST_TITLES, MOST_LINES, REDUCED, Setting};
use super::zone::Band;
use super::{Error, Problem, Request};

/// The most by which spaces between blocks are stretched to fill the band.
const MOST_STRETCH: f32 = 1.9;

/// A word that takes more of the band's width may not fit next to times and rooms.
const LONG_WORD: f32 = 0.4;

/// The least part of a title that is shown if it is cut to save a picture.
const LEAST_SHARE: f32 = 0.5;

/// Lays out all rows: in one picture if they fit, or else in one or more for each day.
///
/// A day is split only if cutting titles is not enough. Several days are put into several pictures before titles are cut. A
/// QR code never causes another picture.
pub(super) fn lay_out(request: &Request<'_>, rows: &[EntryRow], fonts: &mut Fonts) -> Result<Vec<Scene>, Error> {
    let with_code = lay_out_with(request, rows, fonts, true);
    let (pictures, has_code) = with_code.unwrap_or_default();
    if !has_code && !pictures.is_empty() {
        return Ok(pictures);
    }
    let plain = lay_out_with(request, rows, fonts, false).map(|(pictures, _)| pictures);
    // If the number of pictures is the same, those with the code.
    let fewest = [pictures].into_iter().chain(plain).filter(|pictures| !pictures.is_empty()).min_by_key(Vec::len);
    fewest.ok_or(Problem::ScreenTooSmall(request.screen).into())
}

fn lay_out_with(request: &Request<'_>, rows: &[EntryRow], fonts: &mut Fonts, with_code: bool) -> Option<(Vec<Scene>, bool)> {
    let mut page = Page::new(request, fonts, with_code);
    let mut together = page.parts(&[rows]);
    let pictures = page.fit(&mut together).or_else(|| {
        let days = rows.chunk_by(|one, other| one.day == other.day);
        days.map(|day| page.fit_day(day)).collect::<Option<Vec<_>>>().map(|days| days.into_iter().flatten().collect())
    });
    let pictures = pictures?;
    let count = pictures.len();
    let scenes = pictures.into_iter().enumerate().map(|(at, picture)| page.scene(picture, at + 1, count)).collect();
    Some((scenes, page.footer.has_code()))
}

/// Rows that share a picture, shaped.
struct Part<'r> {
    rows: &'r [EntryRow],
    shaped: Vec<ShapedRow>,
    /// The number of lines for each title.
    lines: Vec<usize>,
}

/// The blocks of a picture, composed as large as they fit.
struct Picture<'r> {
    rows: &'r [EntryRow],
    blocks: Vec<Block>,
    composer: Composer,
}

/// The page on which rows are laid out.
struct Page<'a> {
    request: &'a Request<'a>,
    fonts: &'a mut Fonts,
    band: Band,
    point: f32,
    footer: Footer<'a>,
    /// Whether the program is read from right to left.
    from_right: bool,
    /// Whether type is made smaller rather than breaking a word.
    keeps_words: bool,
}

impl<'a> Page<'a> {
    fn new(request: &'a Request<'a>, fonts: &'a mut Fonts, with_code: bool) -> Page<'a> {
        let (band, point) = (request.zone.band(request.screen), request.point.unwrap_or_else(|| density(request.screen)));
        let footer = Footer::new(request, (FLOOR * point).ceil(), point, band.width() as f32, with_code);
        Page { request, fonts, band, point, footer, from_right: is_from_right(request.program), keeps_words: true }
    }

    /// Returns the parts in the roomiest setting that fits all of them, as large as possible, each in its own picture. Words
    /// are broken only if no setting fits without that.
    fn fit<'r>(&mut self, parts: &mut [Part<'r>]) -> Option<Vec<Picture<'r>>> {
        self.keeps_words = true;
        let pictures = self.fit_any(parts);
        let (least, _) = DENSEST.title_sizes(self.point);
        let is_long = |row: &ShapedRow| row.longest_word * least as f32 > self.band.width() as f32 * LONG_WORD;
        if pictures.is_some() || !parts.iter().flat_map(|part| &part.shaped).any(is_long) {
            return pictures;
        }
        self.keeps_words = false;
        self.fit_any(parts)
    }

    fn fit_any<'r>(&mut self, parts: &mut [Part<'r>]) -> Option<Vec<Picture<'r>>> {
        let complete = COMPLETE.into_iter().filter_map(|setting| self.fit_in(setting, parts));
        let largest = complete.max_by_key(|(size, _)| *size);
        largest.or_else(|| REDUCED.into_iter().find_map(|setting| self.fit_in(setting, parts))).map(|(_, pictures)| pictures)
    }

    /// Returns the rows of a day in as few pictures as possible.
    fn fit_day<'r>(&mut self, rows: &'r [EntryRow]) -> Option<Vec<Picture<'r>>> {
        (1..=rows.len()).find_map(|count| {
            let mut parts = self.parts(&split(rows, count));
            self.fit(&mut parts).or_else(|| self.fit_cut(&mut parts, count == rows.len()))
        })
    }

    fn parts<'r>(&mut self, parts: &[&'r [EntryRow]]) -> Vec<Part<'r>> {
        let part = |rows: &&'r [EntryRow]| Part {
            rows,
            shaped: rows.iter().map(|row| self.shape(row, rows)).collect(),
            lines: vec![MOST_LINES; rows.len()],
        };
        let mut parts: Vec<Part<'r>> = parts.iter().map(part).collect();
        self.mark_endless_titles(&mut parts);
        parts
    }

    /// Marks the titles that must be cut in any setting, so that they do not affect the choice of a setting.
    fn mark_endless_titles(&mut self, parts: &mut [Part<'_>]) {
        let (least, _) = FOR_LONGEST_TITLES.title_sizes(self.point);
        for part in parts {
            let composer = self.composer(FOR_LONGEST_TITLES, least, &mut part.shaped);
            for row in &mut part.shaped {
                row.is_endless = !composer.shows_whole_title(row, MOST_LINES);
            }
        }
    }

    /// Returns the largest type size of the setting in which everything fits with uncut titles, and the pictures.
    fn fit_in<'r>(&mut self, setting: Setting, parts: &mut [Part<'r>]) -> Option<(u32, Vec<Picture<'r>>)> {
        let (least, largest) = setting.title_sizes(self.point);
        // Larger type would cut more of the titles that are cut anyway.
        let is_endless = parts.iter().flat_map(|part| &part.shaped).any(|row| row.is_endless);
        let largest = if is_endless { largest.min(least + least / 4) } else { largest };
        let (mut fits, mut too_large) = (least, largest + 1);
        let mut best = self.attempt_all(setting, least, parts)?;
        while fits + 1 < too_large {
            let size = fits.midpoint(too_large);
            match self.attempt_all(setting, size, parts) {
                Some(pictures) => (best, fits) = (pictures, size),
                None => too_large = size,
            }
        }
        Some((fits, best))
    }

    fn attempt_all<'r>(&mut self, setting: Setting, title: u32, parts: &mut [Part<'r>]) -> Option<Vec<Picture<'r>>> {
        let attempt = |part: &mut Part<'r>| {
            let composer = self.composer(setting, title, &mut part.shaped);
            if self.keeps_words && composer.breaks_a_word(&part.shaped) {
                return None;
            }
            let is_whole = part.shaped.iter_mut().all(|row| row.is_endless || composer.shows_whole_title(row, MOST_LINES));
            if is_whole { self.attempt(&composer, part) } else { None }
        };
        parts.iter_mut().map(attempt).collect()
    }

    /// The last resort: every title on one line, and then on more, from the first to the last, while there is room. If too
    /// little of a title would be shown, this fails unless it is the last try.
    fn fit_cut<'r>(&mut self, parts: &mut [Part<'r>], is_last: bool) -> Option<Vec<Picture<'r>>> {
        let (size, _) = DENSEST.title_sizes(self.point);
        let pictures: Option<Vec<Picture<'r>>> = parts.iter_mut().map(|part| self.fit_part_cut(size, part)).collect();
        let mut titles = parts.iter_mut().flat_map(|part| part.shaped.iter_mut().zip(&part.lines));
        let width = pictures.as_ref()?.iter().map(|picture| picture.composer.title_width()).fold(f32::MAX, f32::min);
        let is_legible =
            titles.all(|(row, lines)| row.is_endless || *lines as f32 * width >= LEAST_SHARE * row.title.width(size as f32));
        pictures.filter(|_| is_last || is_legible)
    }

    fn fit_part_cut<'r>(&mut self, size: u32, part: &mut Part<'r>) -> Option<Picture<'r>> {
        let composer = self.composer(DENSEST, size, &mut part.shaped);
        part.lines.fill(1);
        let mut best = self.attempt(&composer, part)?;
        for lines in 2..=MOST_LINES {
            for at in 0..part.rows.len() {
                if composer.shows_whole_title(&mut part.shaped[at], lines - 1) {
                    continue;
                }
                let before = std::mem::replace(&mut part.lines[at], lines);
                match self.attempt(&composer, part) {
                    Some(picture) => best = picture,
                    None => part.lines[at] = before,
                }
            }
        }
        Some(best)
    }

    fn composer(&mut self, setting: Setting, title: u32, shaped: &mut [ShapedRow]) -> Composer {
        let overlaps = shaped.iter().any(ShapedRow::overlaps);
        let measures = setting.measures(self.fonts, title, self.band.width() as f32, self.point, overlaps);
        Composer { setting, measures, palette: self.request.palette(), rooms: 0.0, from_right: self.from_right }
            .with_rooms(shaped)
    }

    /// Returns the part's blocks if they fit into the band.
    fn attempt<'r>(&mut self, composer: &Composer, part: &mut Part<'r>) -> Option<Picture<'r>> {
        if composer.title_width() < 4.0 * composer.measures.title {
            return None;
        }
        let mut blocks = Vec::new();
        for (at, (row, shaped)) in part.rows.iter().zip(&mut part.shaped).enumerate() {
            let is_first_of_day = at == 0 || part.rows[at - 1].day != row.day;
            blocks.extend(is_first_of_day.then(|| composer.heading(self.fonts, shaped)));
            let between = composer.between(self.fonts, shaped).filter(|block| at > 0 || block.kind == BlockKind::Overlap);
            let is_close = between.as_ref().is_some_and(|block| block.height > 0.0);
            let entry = composer.entry(self.fonts, shaped, part.lines[at], is_close);
            blocks.extend(between);
            blocks.push(entry);
        }
        if let Some(top) = blocks.first_mut() {
            top.above = 0.0;
        }
        let height: f32 = blocks.iter().map(|block| block.above + block.height).sum();
        (height <= self.entries_height()).then_some(Picture { rows: part.rows, blocks, composer: *composer })
    }

    fn shape(&mut self, row: &EntryRow, rows: &[EntryRow]) -> ShapedRow {
        let day = (self.request.language.messages().date)(row.day);
        let label = self.request.program.days.iter().find(|day| day.date == row.day).and_then(|day| day.label.as_deref());
        // Entries that overlap in a row are one time at which something overlaps.
        let of_day: Vec<&EntryRow> = rows.iter().filter(|other| other.day == row.day && other.off.is_none()).collect();
        let runs = of_day.chunk_by(|one, other| one.overlaps() == other.overlaps()).filter(|run| run[0].overlaps());
        let legend = Some(runs.count()).filter(|count| *count > 0);
        let legend = legend.map(|count| (self.request.language.picture_messages().overlap_count)(count));
        ShapedRow::new(self.fonts, row, [Some(&day), label, legend.as_deref()], self.from_right)
    }

    /// Returns the height of the band without the footer.
    fn entries_height(&self) -> f32 {
        self.band.height() as f32 - self.footer.height()
    }

    /// Stacks the blocks, with the spaces between them stretched to fill the band, and puts the footer below them.
    fn scene(&mut self, picture: Picture<'_>, number: usize, count: usize) -> Scene {
        let Picture { rows, blocks, composer } = picture;
        let (left, top) = (self.band.left as f32, self.band.top as f32);
        let height: f32 = blocks.iter().map(|block| block.height).sum();
        let spaces: f32 = blocks.iter().map(|block| block.above).sum();
        let stretch = if spaces > 0.0 { ((self.entries_height() - height) / spaces).clamp(1.0, MOST_STRETCH) } else { 1.0 };
        let mut items = Vec::new();
        let (mut y, mut entry_top, mut overlaps, mut was_marked) = (top, top, false, false);
        for block in blocks {
            y += block.above * stretch;
            items.extend(block.items.into_iter().map(|item| item.moved(left, y)));
            if block.kind == BlockKind::Heading {
                // A bar for an overlap with an entry of the day before or of the previous picture does not cross the heading.
                (entry_top, was_marked) = (y + block.height, true);
            }
            if block.kind == BlockKind::Entry {
                if overlaps {
                    let bar = left + composer.measures.bar;
                    let marks = [entry_top, y].into_iter().skip(usize::from(was_marked));
                    items.extend(marks.filter_map(|top| composer.mark(bar, top)));
                    items.push(self.bar(bar, entry_top, y + block.height));
                }
                (entry_top, was_marked) = (y, overlaps);
            }
            overlaps = block.kind == BlockKind::Overlap;
            y += block.height;
        }
        if self.from_right {
            let sum = (self.band.left + self.band.right) as f32;
            items = items.into_iter().map(|item| item.mirrored(sum)).collect();
        }
        let footer = self.footer.compose(self.fonts, rows, number, count);
        items.extend(footer.into_iter().map(|item| item.moved(left, self.band.bottom as f32)));
        Scene {
            screen: self.request.screen,
            ground: self.request.palette().ground,
            scrim: (self.request.theme == Theme::Photo).then_some(self.band),
            items,
            entries: rows.iter().map(|row| row.id.clone()).collect(),
            words: spoken(rows, self.request.language),
            has_code: self.footer.has_code(),
        }
    }

    /// Connects two overlapping entries.
    fn bar(&self, x: f32, top: f32, bottom: f32) -> Item {
        let frame = Frame { x, y: top, width: bar_width(self.point), height: bottom - top };
        Item::Filled { frame, radius: 0.0, color: self.request.palette().accent }
    }
}
