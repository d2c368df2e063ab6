//! Stacking the blocks of a picture in its band.

use super::block::{Block, BlockKind};
use super::compose::bar_width;
use super::design::{Design, Reading};
use super::fit::{Part, Picture};
use super::forks::forks;
use super::page::Page;
use super::rows::{EntryRow, spoken};
use super::scene::{Frame, Item, Scene};
use super::theme::Theme;
use super::ticket::Edge;

impl Page<'_> {
    /// Stacks the blocks, with the spaces stretched to fill the band, and puts the foot below them.
    pub(super) fn scene(&mut self, mut part: Part<'_>, mut picture: Picture) -> Scene {
        let reading = self.reading(&mut part, &picture);
        let (left, top) = (self.band.left as f32, self.band.top as f32);
        let spare = self.entries_height() - part.head.height - picture.height();
        let most: f32 = picture.blocks.iter().map(|block| block.stretch + block.grow).sum();
        spread(&mut picture.blocks, if most > 0.0 { (spare / most).clamp(0.0, 1.0) } else { 0.0 });
        let mut items: Vec<Item> = part.head.items.into_iter().map(|item| item.moved(left, top)).collect();
        let top = top + part.head.height;
        let lines = match self.design {
            Design::Agenda => self.bars(&picture, left, top),
            Design::Ticket => self.spine(&picture, part.rows, left, top),
            Design::Grid => Vec::new(),
        };
        let mut y = top;
        for block in picture.blocks {
            y += block.above;
            items.extend(block.items.into_iter().map(|item| item.moved(left, y)));
            y += block.height;
        }
        items.extend(lines);
        if self.from_right {
            let sum = (self.band.left + self.band.right) as f32;
            items = items.into_iter().map(|item| item.mirrored(sum)).collect();
        }
        let footer = self.footer.compose(self.fonts, self.design);
        items.extend(footer.into_iter().map(|item| item.moved(left, self.band.bottom as f32)));
        Scene {
            screen: self.request.screen,
            ground: self.request.palette().ground,
            scrim: (self.request.theme == Theme::Photo).then_some(self.band),
            items,
            entries: part.rows.iter().map(|row| row.id.clone()).collect(),
            words: spoken(part.rows, self.request.language),
            has_code: self.footer.has_code(),
            reading: Some(reading),
        }
    }

    /// Tells how a picture reads.
    pub(super) fn reading(&self, part: &mut Part<'_>, picture: &Picture) -> Reading {
        let Picture { composer, .. } = picture;
        let titles = part.shaped.iter_mut().zip(&part.lines);
        let foot = self.footer.height();
        Reading {
            design: self.design,
            title: composer.measures.title / self.point,
            is_largest: composer.setting.is_largest(composer.measures.title, self.point) || picture.title() >= self.most_even,
            used: (picture.height() + part.head.height + foot) / self.band.height() as f32,
            cut: titles.map(|(row, lines)| usize::from(!composer.shows_whole_title(row, *lines))).sum(),
        }
    }

    /// Returns the bars that connect overlapping entries, and their marks.
    fn bars(&self, picture: &Picture, left: f32, top: f32) -> Vec<Item> {
        let Picture { blocks, composer } = picture;
        let bar = left + composer.measures.bar;
        let mut items = Vec::new();
        let (mut y, mut entry_top, mut overlaps, mut was_marked) = (top, top, false, false);
        for block in blocks {
            y += block.above;
            if block.kind == BlockKind::Heading {
                // A bar for an overlap with an entry of the day before or of the previous picture does not cross the heading.
                (entry_top, was_marked) = (y + block.height, true);
            }
            if block.kind == BlockKind::Entry {
                if overlaps {
                    let marks = [entry_top, y].into_iter().skip(usize::from(was_marked));
                    items.extend(marks.filter_map(|top| composer.mark(bar, top)));
                    let frame =
                        Frame { x: bar, y: entry_top, width: bar_width(self.point), height: y + block.height - entry_top };
                    items.push(Item::Filled { frame, radius: 0.0, color: composer.palette.accent });
                }
                (entry_top, was_marked) = (y, overlaps);
            }
            overlaps = block.kind == BlockKind::Overlap;
            y += block.height;
        }
        items
    }

    fn spine(&self, picture: &Picture, rows: &[EntryRow], left: f32, top: f32) -> Vec<Item> {
        let mut places = Vec::new();
        let mut y = top;
        for block in &picture.blocks {
            y += block.above;
            if block.kind == BlockKind::Entry {
                places.push((y, y + block.height));
            }
            y += block.height;
        }
        let edge = |row: &EntryRow| match row.off {
            Some(_) => Edge::Off,
            None => Edge::Of(row.track.as_ref().and_then(|(_, color)| *color)),
        };
        let edges: Vec<Edge> = rows.iter().map(edge).collect();
        let spine = picture.composer.spine(&forks(rows), &places, &edges);
        spine.into_iter().map(|item| item.moved(left, 0.0)).collect()
    }
}

/// Gives every block this share of the most by which it and the space above it may grow.
fn spread(blocks: &mut [Block], share: f32) {
    for block in blocks {
        block.above += block.stretch * share;
        block.height += block.grow * share;
    }
}
