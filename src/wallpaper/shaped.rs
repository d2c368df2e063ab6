//! A row's words, shaped once for all attempts to fit them.

use super::agenda::{Between, Row};
use super::compose::BlockKind;
use super::fonts::Fonts;
use super::scene::Weight;
use super::text::Paragraph;
use crate::program::Color;

/// A row whose words are shaped.
pub(super) struct ShapedRow {
    pub(super) day: Paragraph,
    pub(super) day_label: Option<Paragraph>,
    /// How many overlaps the day has, where there are any.
    pub(super) legend: Option<Paragraph>,
    pub(super) start: Paragraph,
    pub(super) end: Option<Paragraph>,
    pub(super) span: Paragraph,
    pub(super) title: Paragraph,
    pub(super) room: Option<Paragraph>,
    pub(super) speakers: Option<Paragraph>,
    /// With the colour of its mark.
    pub(super) track: Option<(Paragraph, Option<Color>)>,
    pub(super) off: Option<Paragraph>,
    pub(super) between: Option<(BlockKind, Paragraph)>,
    /// Its title has to be cut in any setting.
    pub(super) is_endless: bool,
}

impl ShapedRow {
    /// Shapes the words of a row.
    pub(super) fn new(fonts: &mut Fonts, row: &Row, day: &str, day_label: Option<&str>, legend: Option<&str>) -> ShapedRow {
        let span = row.end.as_ref().map_or(row.start.clone(), |end| format!("{} – {end}", row.start));
        let mut words = |weight, text: &Option<String>| text.as_ref().map(|text| Paragraph::words(fonts, weight, text));
        let (room, speakers) = (words(Weight::Regular, &row.room), words(Weight::Regular, &row.speakers));
        let track = row.track.as_ref().map(|(name, color)| (Paragraph::words(fonts, Weight::Regular, name), *color));
        let between = row.before.as_ref().map(|between| match between {
            Between::Free(text) => (BlockKind::FreeTime, Paragraph::words(fonts, Weight::Regular, text)),
            Between::Overlap(text) => (BlockKind::Overlap, Paragraph::words(fonts, Weight::Bold, text)),
        });
        ShapedRow {
            day: Paragraph::words(fonts, Weight::Bold, day),
            day_label: day_label.map(|label| Paragraph::words(fonts, Weight::Regular, label)),
            legend: legend.map(|legend| Paragraph::words(fonts, Weight::Bold, legend)),
            start: Paragraph::clock(fonts, Weight::Bold, &row.start),
            end: row.end.as_ref().map(|end| Paragraph::clock(fonts, Weight::Regular, end)),
            span: Paragraph::clock(fonts, Weight::Bold, &span),
            title: Paragraph::title(fonts, &row.title),
            room,
            speakers,
            track,
            off: row.off.map(|reason| Paragraph::words(fonts, Weight::Bold, reason)),
            between,
            is_endless: false,
        }
    }

    /// Whether it begins before all others have ended.
    pub(super) fn overlaps(&self) -> bool {
        matches!(self.between, Some((BlockKind::Overlap, _)))
    }
}
