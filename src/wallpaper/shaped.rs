//! The texts of a row, shaped once for all attempts to fit them.

use super::block::BlockKind;
use super::fonts::Fonts;
use super::rows::{Between, EntryRow, Times};
use super::scene::Weight;
use super::text::Paragraph;
use crate::program::Color;

/// A row whose texts are shaped.
pub(super) struct ShapedRow {
    pub(super) day: Paragraph,
    pub(super) day_label: Option<Paragraph>,
    /// The number of the day's overlaps, if there are any.
    pub(super) legend: Option<Paragraph>,
    /// The times that are printed at it, apart and together; nothing that the entry above says already.
    pub(super) start: Option<Paragraph>,
    pub(super) end: Option<Paragraph>,
    pub(super) span: Paragraph,
    /// Its end, if others that begin beside it end at other times.
    pub(super) own_end: Option<Paragraph>,
    pub(super) title: Paragraph,
    /// The lanes that it takes among those of its time, see [`grid`](super::grid).
    pub(super) share: (usize, usize),
    /// Whether everything that begins beside it ends when it does.
    pub(super) shares_end: bool,
    /// The widest word of the title, in ems.
    pub(super) longest_word: f32,
    pub(super) room: Option<Paragraph>,
    /// The room as the most prominent text beside the time.
    pub(super) large_room: Option<Paragraph>,
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
    pub(super) fn new(
        fonts: &mut Fonts,
        row: &EntryRow,
        Times { start, end }: Times,
        heading: [Option<&str>; 3],
        from_right: bool,
    ) -> ShapedRow {
        let [day, day_label, legend] = heading;
        let span = match (&start, &end) {
            (Some(start), Some(end)) => format!("{start} – {end}"),
            (None, Some(end)) => format!("– {end}"),
            (start, None) => start.clone().unwrap_or_default(),
        };
        let mut words = |weight, text: &Option<String>| text.as_ref().map(|text| Paragraph::words(fonts, weight, text));
        let (room, speakers) = (words(Weight::Regular, &row.room), words(Weight::Regular, &row.speakers));
        let large_room = words(Weight::Bold, &row.room);
        let track = row.track.as_ref().map(|(name, color)| (Paragraph::words(fonts, Weight::Regular, name), *color));
        let between = row.before.as_ref().map(|between| match between {
            Between::Free(_, text) => (BlockKind::FreeTime, Paragraph::words(fonts, Weight::Regular, text)),
            Between::Overlap(text) => (BlockKind::Overlap, Paragraph::words(fonts, Weight::Bold, text)),
        });
        let title = Paragraph::title(fonts, &row.title, from_right);
        ShapedRow {
            day: Paragraph::words(fonts, Weight::Bold, day.unwrap_or_default()),
            day_label: day_label.map(|label| Paragraph::words(fonts, Weight::Regular, label)),
            legend: legend.map(|legend| Paragraph::words(fonts, Weight::Bold, legend)),
            start: start.map(|start| Paragraph::clock(fonts, Weight::Bold, &start)),
            end: end.map(|end| Paragraph::clock(fonts, Weight::Regular, &end)),
            span: Paragraph::clock(fonts, Weight::Bold, &span),
            longest_word: title.longest_word(),
            title,
            share: (1, 1),
            shares_end: true,
            own_end: (row.span.end > row.span.start)
                .then(|| Paragraph::clock(fonts, Weight::Regular, &format!("– {}", row.span.end.clock()))),
            room,
            large_room,
            speakers,
            track,
            off: row.off.map(|reason| Paragraph::words(fonts, Weight::Bold, reason)),
            between,
            is_endless: false,
        }
    }
}
