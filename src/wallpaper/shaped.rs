//! The texts of a row, shaped once for all attempts to fit them.

use super::agenda::{Between, EntryRow};
use super::block::BlockKind;
use super::fonts::Fonts;
use super::scene::Weight;
use super::text::Paragraph;
use crate::program::Color;

/// A row whose texts are shaped.
pub(super) struct ShapedRow {
    pub(super) day: Paragraph,
    pub(super) day_label: Option<Paragraph>,
    /// The number of the day's overlaps, if there are any.
    pub(super) legend: Option<Paragraph>,
    pub(super) start: Paragraph,
    pub(super) end: Option<Paragraph>,
    pub(super) span: Paragraph,
    pub(super) title: Paragraph,
    /// The widest word of the title, in ems.
    pub(super) longest_word: f32,
    pub(super) room: Option<Paragraph>,
    pub(super) speakers: Option<Paragraph>,
    /// The name with the colour of its mark.
    pub(super) track: Option<(Paragraph, Option<Color>)>,
    pub(super) off: Option<Paragraph>,
    pub(super) between: Option<(BlockKind, Paragraph)>,
    /// Whether its title must be cut in any setting.
    pub(super) is_endless: bool,
}

impl ShapedRow {
    /// Shapes the texts of a row.
    ///
    /// `heading` is the day, its label and the number of its overlaps; `from_right` is whether the whole program is read from
    /// right to left.
    pub(super) fn new(fonts: &mut Fonts, row: &EntryRow, heading: [Option<&str>; 3], from_right: bool) -> ShapedRow {
        let [day, day_label, legend] = heading;
        let span = row.end.as_ref().map_or(row.start.clone(), |end| format!("{} – {end}", row.start));
        let mut words = |weight, text: &Option<String>| text.as_ref().map(|text| Paragraph::words(fonts, weight, text));
        let (room, speakers) = (words(Weight::Regular, &row.room), words(Weight::Regular, &row.speakers));
        let track = row.track.as_ref().map(|(name, color)| (Paragraph::words(fonts, Weight::Regular, name), *color));
        let between = row.before.as_ref().map(|between| match between {
            Between::Free(text) => (BlockKind::FreeTime, Paragraph::words(fonts, Weight::Regular, text)),
            Between::Overlap(text) => (BlockKind::Overlap, Paragraph::words(fonts, Weight::Bold, text)),
        });
        let title = Paragraph::title(fonts, &row.title, from_right);
        ShapedRow {
            day: Paragraph::words(fonts, Weight::Bold, day.unwrap_or_default()),
            day_label: day_label.map(|label| Paragraph::words(fonts, Weight::Regular, label)),
            legend: legend.map(|legend| Paragraph::words(fonts, Weight::Bold, legend)),
            start: Paragraph::clock(fonts, Weight::Bold, &row.start),
            end: row.end.as_ref().map(|end| Paragraph::clock(fonts, Weight::Regular, end)),
            span: Paragraph::clock(fonts, Weight::Bold, &span),
            longest_word: title.longest_word(),
            title,
            room,
            speakers,
            track,
            off: row.off.map(|reason| Paragraph::words(fonts, Weight::Bold, reason)),
            between,
            is_endless: false,
        }
    }

    /// Whether it begins before all earlier ones have ended.
    pub(super) fn overlaps(&self) -> bool {
        matches!(self.between, Some((BlockKind::Overlap, _)))
    }
}
