//! Fitting the rows of a picture into its band: the setting and the largest type in which they fit.

use super::block::{Block, BlockKind};
use super::compose::Composer;
use super::grid::Cluster;
use super::page::Page;
use super::rows::EntryRow;
use super::shaped::ShapedRow;
use super::typeset::{Arrangement, Setting};

/// A word that takes more of the band's width may not fit next to times and rooms.
const LONG_WORD: f32 = 0.4;

/// The least part of a title that is shown if it is cut to save a picture.
const LEAST_SHARE: f32 = 0.5;

/// Rows that share a picture, shaped.
pub(super) struct Part<'r> {
    pub(super) rows: &'r [EntryRow],
    pub(super) shaped: Vec<ShapedRow>,
    pub(super) head: Block,
    pub(super) clusters: Vec<Cluster>,
    /// The most entries at one time.
    pub(super) lanes: usize,
    /// The number of lines for each title.
    pub(super) lines: Vec<usize>,
}

/// The blocks of a picture below its head, composed as large as they fit.
pub(super) struct Picture {
    pub(super) blocks: Vec<Block>,
    pub(super) composer: Composer,
}

impl Picture {
    /// Returns the em of its titles, in whole pixels.
    pub(super) fn title(&self) -> u32 {
        self.composer.measures.title as u32
    }

    /// Returns the height before spaces are stretched.
    pub(super) fn height(&self) -> f32 {
        self.blocks.iter().map(|block| block.above + block.height).sum()
    }
}

impl Page<'_> {
    /// Returns the parts in the roomiest setting that fits all of them, as large as possible, each in its own picture. Words
    /// are broken only if no setting fits without that.
    pub(super) fn fit(&mut self, parts: &mut [Part<'_>]) -> Option<Vec<Picture>> {
        self.keeps_words = true;
        let pictures = self.fit_any(parts);
        let (least, _) = self.settings.densest.title_sizes(self.point);
        let is_long = |row: &ShapedRow| row.longest_word * least as f32 > self.band.width() as f32 * LONG_WORD;
        let may_break = self.settings.densest.arrangement == Arrangement::Grid;
        if pictures.is_some() || !(may_break || parts.iter().flat_map(|part| &part.shaped).any(is_long)) {
            return pictures;
        }
        self.keeps_words = false;
        self.fit_any(parts)
    }

    fn fit_any(&mut self, parts: &mut [Part<'_>]) -> Option<Vec<Picture>> {
        let complete = self.settings.complete.iter().filter_map(|setting| self.fit_in(*setting, parts));
        let largest = complete.max_by_key(|(size, _)| *size);
        largest
            .or_else(|| self.settings.reduced.iter().find_map(|setting| self.fit_in(*setting, parts)))
            .map(|(_, pictures)| pictures)
    }

    /// Returns the largest type size of the setting in which everything fits with uncut titles, and the pictures.
    fn fit_in(&mut self, setting: Setting, parts: &mut [Part<'_>]) -> Option<(u32, Vec<Picture>)> {
        let (least, largest) = setting.title_sizes(self.point);
        // Larger type would cut more of the titles that are cut anyway.
        let is_endless = parts.iter().flat_map(|part| &part.shaped).any(|row| row.is_endless);
        let largest = if is_endless { largest.min(least + least / 4) } else { largest };
        self.fit_between(setting, (least, largest), parts)
    }

    /// The same between two sizes.
    pub(super) fn fit_between(
        &mut self,
        setting: Setting,
        (least, largest): (u32, u32),
        parts: &mut [Part<'_>],
    ) -> Option<(u32, Vec<Picture>)> {
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

    fn attempt_all(&mut self, setting: Setting, title: u32, parts: &mut [Part<'_>]) -> Option<Vec<Picture>> {
        let most_lines = self.most_lines;
        let attempt = |part: &mut Part<'_>| {
            let composer = self.composer(setting, title, part);
            if self.keeps_words && composer.breaks_a_word(&part.shaped) {
                return None;
            }
            let is_whole = part.shaped.iter_mut().all(|row| row.is_endless || composer.shows_whole_title(row, most_lines));
            if is_whole { self.attempt(&composer, part) } else { None }
        };
        parts.iter_mut().map(attempt).collect()
    }

    /// The last resort: every title on one line, and then on more, from the first to the last, while there is room. If too
    /// little of a title would be shown, this fails unless it is the last try.
    pub(super) fn fit_cut(&mut self, parts: &mut [Part<'_>], is_last: bool) -> Option<Vec<Picture>> {
        let (size, _) = self.settings.densest.title_sizes(self.point);
        let pictures: Option<Vec<Picture>> = parts.iter_mut().map(|part| self.fit_part_cut(size, part)).collect();
        let is_legible = pictures.iter().flatten().zip(parts.iter_mut()).all(|(picture, part)| {
            part.shaped.iter_mut().zip(&part.lines).all(|(row, lines)| {
                let width = picture.composer.title_width(row);
                row.is_endless || *lines as f32 * width >= LEAST_SHARE * row.title.width(size as f32)
            })
        });
        pictures.filter(|_| is_last || is_legible)
    }

    fn fit_part_cut(&mut self, size: u32, part: &mut Part<'_>) -> Option<Picture> {
        let composer = self.composer(self.settings.densest, size, part);
        part.lines.fill(1);
        let mut best = self.attempt(&composer, part)?;
        for lines in 2..=self.most_lines {
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

    pub(super) fn composer(&mut self, setting: Setting, title: u32, part: &mut Part<'_>) -> Composer {
        let measures = setting.measures(self.fonts, title, self.band.width() as f32, self.point, part.lanes);
        Composer { setting, measures, palette: self.request.palette(), rooms: 0.0, from_right: self.from_right }
            .with_rooms(&mut part.shaped)
    }

    /// Returns the part's blocks if they fit into the band.
    fn attempt(&mut self, composer: &Composer, part: &mut Part<'_>) -> Option<Picture> {
        if part.shaped.iter().any(|row| composer.title_width(row) < 4.0 * composer.measures.title) {
            return None;
        }
        let mut blocks = match composer.setting.arrangement {
            Arrangement::Grid => self.cells(composer, part),
            Arrangement::Ticket => self.stubs(composer, part),
            _ => self.list(composer, part),
        };
        if let Some(top) = blocks.first_mut() {
            (top.above, top.stretch) = (0.0, 0.0);
        }
        let picture = Picture { blocks, composer: *composer };
        (picture.height() + part.head.height <= self.entries_height()).then_some(picture)
    }

    fn list(&mut self, composer: &Composer, part: &mut Part<'_>) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (at, shaped) in part.shaped.iter_mut().enumerate() {
            blocks.extend(begins_day(part.rows, at).then(|| composer.heading(self.fonts, shaped)));
            let between = composer.between(self.fonts, shaped).filter(|block| at > 0 || block.kind == BlockKind::Overlap);
            let is_close = between.as_ref().is_some_and(|block| block.height > 0.0);
            let entry = composer.entry(self.fonts, shaped, part.lines[at], is_close);
            blocks.extend(between);
            blocks.push(entry);
        }
        blocks
    }

    fn stubs(&mut self, composer: &Composer, part: &mut Part<'_>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let has_headings = part.rows.iter().any(|row| row.day != part.rows[0].day);
        for (at, (row, shaped)) in part.rows.iter().zip(&mut part.shaped).enumerate() {
            let begins_day = begins_day(part.rows, at);
            blocks.extend((has_headings && begins_day).then(|| composer.heading(self.fonts, shaped)));
            blocks.extend(composer.pause(self.fonts, shaped, row).filter(|_| !begins_day));
            blocks.push(composer.stub(self.fonts, shaped, row, part.lines[at]));
        }
        blocks
    }

    fn cells(&mut self, composer: &Composer, part: &mut Part<'_>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut at = 0;
        for cluster in &part.clusters {
            let shaped = &mut part.shaped[at..at + cluster.rows];
            let begins_day = begins_day(part.rows, at);
            blocks.extend(begins_day.then(|| composer.heading(self.fonts, &mut shaped[0])));
            let is_free = shaped[0].between.as_ref().is_some_and(|(kind, _)| *kind == BlockKind::FreeTime);
            blocks.extend(composer.between(self.fonts, &mut shaped[0]).filter(|_| is_free && !begins_day));
            blocks.push(composer.cluster(self.fonts, cluster, shaped, &part.lines[at..at + cluster.rows]));
            at += cluster.rows;
        }
        blocks
    }
}

fn begins_day(rows: &[EntryRow], at: usize) -> bool {
    at == 0 || rows[at - 1].day != rows[at].day
}
