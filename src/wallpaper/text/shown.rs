//! Which letters each glyph shows.

use super::super::fonts::Fonts;
use super::super::scene::{Glyph, Weight};
use super::{FROM_RIGHT, Paragraph};
use std::ops::Range;

/// Shapes a line once more, and returns the part of the text that each of these glyphs shows; `None` if other glyphs come of that.
pub(in crate::wallpaper) fn shown(fonts: &mut Fonts, weight: Weight, text: &str, glyphs: &[Glyph]) -> Option<Vec<Range<usize>>> {
    // In a title that is read from right to left, words in Latin letters may stand at its beginning.
    let mut shaped = ["", FROM_RIGHT].into_iter().map(|mark| {
        let line = Paragraph::printed(fonts, weight, format!("{mark}{text}"), &[]);
        parts(fonts, &line, mark.len())
    });
    let drawn = |glyph: &Glyph| (glyph.face, glyph.id);
    let same = shaped.find(|parts| parts.iter().map(|(glyph, _)| *glyph).eq(glyphs.iter().map(drawn)))?;
    Some(same.into_iter().map(|(_, part)| part).collect())
}

/// The face and the number of each glyph from left to right, and its letters; the text is counted from `before` on.
fn parts(fonts: &Fonts, line: &Paragraph, before: usize) -> Vec<((u16, u32), Range<usize>)> {
    let mut parts = Vec::new();
    for run in line.layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()) {
        let face = fonts.face_of(run.font());
        for cluster in run.visual_clusters() {
            let Range { start, end } = cluster.text_range();
            if let Some(start) = start.checked_sub(before) {
                parts.extend(cluster.glyphs().map(|glyph| ((face, glyph.id), start..end - before)));
            }
        }
    }
    parts
}
