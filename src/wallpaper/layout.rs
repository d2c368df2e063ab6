//! Laying out rows as scenes: the design, the number of pictures, and what each of them holds.

use super::design::{Design, Reading, candidates, is_beyond, reads_better};
use super::fit::{Part, Picture};
use super::fonts::Fonts;
use super::forks::forks;
use super::grid::clusters;
use super::page::Page;
use super::rows::{EntryRow, covered, times};
use super::scene::Scene;
use super::shaped::ShapedRow;
use super::split::{split, weight};
use super::{Error, Problem, Request};

/// The most by which the type of the pictures of a set differs, in hundredths.
const MOST_UNEVEN: u32 = 115;

/// A band of which less is used has room for larger type, if titles may take more lines.
const WELL_USED: f32 = 0.75;

/// What pictures are made of.
type Pictures<'r> = Vec<(Part<'r>, Picture)>;

/// Lays out all rows: in one picture if they fit, or else in one or more for each day.
///
/// A day is split only if cutting titles is not enough. Several days are put into several pictures before titles are cut. A
/// QR code never causes another picture. Without a chosen design it is the one that reads best; a grid that does not fit
/// is an agenda.
pub(super) fn lay_out(request: &Request<'_>, rows: &[EntryRow], fonts: &mut Fonts) -> Result<Vec<Scene>, Error> {
    let scenes = match request.design {
        Some(design) => lay_out_as(design, request, rows, fonts).or_else(|| lay_out_as(Design::Agenda, request, rows, fonts)),
        None => lay_out_best(request, rows, fonts),
    };
    scenes.ok_or(Problem::ScreenTooSmall(request.screen).into())
}

/// Lays out the rows in the design that reads best.
fn lay_out_best(request: &Request<'_>, rows: &[EntryRow], fonts: &mut Fonts) -> Option<Vec<Scene>> {
    let height = Page::new(Design::Ticket, request, fonts, false).height_in_points();
    let mut best: Option<Vec<Scene>> = None;
    for design in candidates(rows, height) {
        let so_far = best.as_deref().map(readings).unwrap_or_default();
        if is_beyond(design, &so_far, rows, height) {
            continue;
        }
        let set = lay_out_as(design, request, rows, fonts);
        let better = set.filter(|set| best.is_none() || reads_better(&readings(set), &so_far));
        best = better.or(best);
    }
    best
}

fn readings(scenes: &[Scene]) -> Vec<Reading> {
    scenes.iter().filter_map(|scene| scene.reading).collect()
}

fn lay_out_as(design: Design, request: &Request<'_>, rows: &[EntryRow], fonts: &mut Fonts) -> Option<Vec<Scene>> {
    let with_code = request.link.and_then(|_| Page::new(design, request, fonts, true).lay_out(rows));
    let has_code = |scenes: &Vec<Scene>| scenes.iter().any(|scene| scene.has_code);
    let without_code = match &with_code {
        Some(scenes) if !has_code(scenes) => None,
        _ => Page::new(design, request, fonts, false).lay_out(rows),
    };
    // If the number of pictures is the same, those with the code.
    [with_code, without_code].into_iter().flatten().min_by_key(Vec::len)
}

impl Page<'_> {
    fn lay_out(&mut self, rows: &[EntryRow]) -> Option<Vec<Scene>> {
        let mut pictures = self.set(rows)?;
        let (lines, lanes) = (self.settings.most_lines.1, self.most_lanes);
        // Titles of more lines, and fewer lanes, may have larger type.
        let fewest = if self.design == Design::Grid { 1 } else { lanes };
        let fewer_lanes = (fewest..lanes).rev();
        for (lines, lanes) in std::iter::once((lines, lanes)).chain(fewer_lanes.map(|lanes| (lines, lanes))) {
            if !self.is_loose(&mut pictures) {
                break;
            }
            (self.most_lines, self.most_lanes) = (lines, lanes);
            let is_larger = |other: &Pictures<'_>| other.len() <= pictures.len() && smallest(other) > smallest(&pictures);
            pictures = self.set(rows).filter(is_larger).unwrap_or(pictures);
        }
        Some(pictures.into_iter().map(|(part, picture)| self.scene(part, picture)).collect())
    }

    /// Returns the pictures of all rows, evenly set.
    fn set<'r>(&mut self, rows: &'r [EntryRow]) -> Option<Pictures<'r>> {
        self.most_even = u32::MAX;
        let mut together = vec![self.part(rows, None)];
        if let Some(pictures) = self.fit(&mut together) {
            return Some(together.into_iter().zip(pictures).collect());
        }
        let days = rows.chunk_by(|one, other| one.day == other.day);
        let days: Option<Vec<Pictures<'r>>> = days.map(|day| self.day(day)).collect();
        Some(self.even(days?.into_iter().flatten().collect()))
    }

    /// Whether a picture leaves a part of its band empty for no other reason than that titles have too few lines.
    fn is_loose(&self, pictures: &mut Pictures<'_>) -> bool {
        pictures.iter_mut().map(|(part, picture)| self.reading(part, picture)).any(|one| one.used < WELL_USED && !one.is_largest)
    }

    /// Returns the rows of a day in as few pictures as possible, of about the same height.
    fn day<'r>(&mut self, rows: &'r [EntryRow]) -> Option<Pictures<'r>> {
        let weights: Vec<usize> = rows.iter().map(weight).collect();
        (1..=rows.len()).find_map(|count| {
            let pictures = self.split(rows, &weights, count)?;
            if count == 1 {
                return Some(pictures);
            }
            // Now that it is known how high each entry is.
            let balanced = self.split(rows, &heights(&pictures), count);
            let is_larger = |other: &Pictures<'_>| smallest(other) > smallest(&pictures);
            Some(balanced.filter(is_larger).unwrap_or(pictures))
        })
    }

    fn split<'r>(&mut self, rows: &'r [EntryRow], weights: &[usize], count: usize) -> Option<Pictures<'r>> {
        let parts = split(rows, weights, count).into_iter().enumerate();
        let mut parts: Vec<Part<'r>> = parts.map(|(at, rows)| self.part(rows, Some((at + 1, count)))).collect();
        let pictures = self.fit(&mut parts).or_else(|| self.fit_cut(&mut parts, count == rows.len()))?;
        Some(parts.into_iter().zip(pictures).collect())
    }

    /// Sets the pictures of a set as evenly as [`MOST_UNEVEN`] says, with type as large as that allows.
    fn even<'r>(&mut self, mut pictures: Pictures<'r>) -> Pictures<'r> {
        let least = smallest(&pictures);
        self.most_even = least * MOST_UNEVEN / 100;
        for (part, picture) in &mut pictures {
            let is_cut = self.reading(part, picture).cut > 0;
            if is_cut && picture.title() <= self.most_even {
                continue;
            }
            let evened = [true, false].into_iter().find_map(|keeps_words| {
                self.keeps_words = keeps_words;
                self.largest_between((least, self.most_even), part)
            });
            if let Some(evened) = evened {
                *picture = evened;
            }
        }
        pictures
    }

    /// Returns the picture in any setting with the largest type between these sizes, the roomiest first.
    fn largest_between(&mut self, (least, most): (u32, u32), part: &mut Part<'_>) -> Option<Picture> {
        let mut best: Option<(u32, Picture)> = None;
        for setting in self.settings.all() {
            let (smallest, largest) = setting.title_sizes(self.point);
            let sizes = (smallest.max(least), largest.min(most));
            let fitted = if sizes.0 <= sizes.1 { self.fit_between(setting, sizes, std::slice::from_mut(part)) } else { None };
            let larger = fitted.filter(|(size, _)| best.as_ref().is_none_or(|(other, _)| size > other));
            best = larger.and_then(|(size, mut pictures)| Some((size, pictures.pop()?))).or(best);
        }
        best.map(|(_, picture)| picture)
    }

    /// Returns the rows of a picture, shaped; `page` is its number among those of its day, of how many.
    fn part<'r>(&mut self, rows: &'r [EntryRow], page: Option<(usize, usize)>) -> Part<'r> {
        let page = page.filter(|(_, count)| *count > 1).map(|(number, count)| format!("{number}/{count} · {}", covered(rows)));
        let shaped = (0..rows.len()).map(|at| self.shape(rows, at, page.as_deref())).collect();
        let lanes = forks(rows).iter().map(|fork| fork.lane + 1).max().unwrap_or(1);
        let clusters = clusters(rows, self.most_lanes);
        let head = self.compose_head(rows, page.as_deref());
        let mut part = Part { rows, shaped, head, clusters, lanes, lines: vec![self.most_lines; rows.len()] };
        let mut row = 0;
        for cluster in &part.clusters {
            let ends = cluster.shared_ends(&rows[row..row + cluster.rows]);
            for (share, shares_end) in cluster.shares().zip(ends) {
                (part.shaped[row].share, part.shaped[row].shares_end) = (share, shares_end);
                row += 1;
            }
        }
        self.mark_endless_titles(&mut part);
        part
    }

    fn compose_head(&mut self, rows: &[EntryRow], page: Option<&str>) -> super::block::Block {
        let days = [rows.first(), rows.last()].map(|row| row.map(|row| self.head.day(row.day).0).unwrap_or_default());
        let day = if days[0] == days[1] { days[0].clone() } else { days.join(" – ") };
        self.head.compose(self.fonts, self.design, [&day, page.unwrap_or_default()])
    }

    /// Marks the titles that must be cut in any setting, so that they do not affect the choice of a setting.
    fn mark_endless_titles(&mut self, part: &mut Part<'_>) {
        let setting = self.settings.for_longest_titles;
        let (least, _) = setting.title_sizes(self.point);
        let composer = self.composer(setting, least, part);
        for row in &mut part.shaped {
            row.is_endless = !composer.shows_whole_title(row, self.most_lines);
        }
    }

    fn shape(&mut self, rows: &[EntryRow], at: usize, page: Option<&str>) -> ShapedRow {
        let row = &rows[at];
        let (day, label) = self.head.day(row.day);
        let day = page.map_or(day.clone(), |page| format!("{day} · {page}"));
        // Entries that overlap in a row are one time at which something overlaps.
        let of_day: Vec<&EntryRow> = rows.iter().filter(|other| other.day == row.day && other.off.is_none()).collect();
        let runs = of_day.chunk_by(|one, other| one.overlaps() == other.overlaps()).filter(|run| run[0].overlaps());
        let legend = Some(runs.count()).filter(|count| *count > 0 && self.design == Design::Agenda);
        let legend = legend.map(|count| (self.request.language.picture_messages().overlap_count)(count));
        ShapedRow::new(self.fonts, row, times(rows, at), [Some(&day), label, legend.as_deref()], self.from_right)
    }
}

/// Returns the em of the titles of the picture with the smallest.
fn smallest(pictures: &Pictures<'_>) -> u32 {
    pictures.iter().map(|(_, picture)| picture.title()).min().unwrap_or(0)
}

/// Returns the height of each row of the pictures, in pixels.
fn heights(pictures: &Pictures<'_>) -> Vec<usize> {
    let mut heights = Vec::new();
    for (_, picture) in pictures {
        let mut above = 0.0;
        for block in &picture.blocks {
            above += block.above + block.height;
            if block.rows > 0 {
                let each = (above / block.rows as f32) as usize;
                heights.extend(std::iter::repeat_n(each.max(1), block.rows));
                above = 0.0;
            }
        }
    }
    heights
}
