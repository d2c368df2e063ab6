//! Parts of a page that are about other events: "More events from this organizer", "지난 행사".

use super::super::document::Document;
use super::segments::{self, Segment};
use std::ops::Range;

/// How headings of such parts begin.
const HEADINGS: &str = "more events|other events|upcoming events|past events|previous events|related events|similar events|our other events|\
    previous editions|past editions|previous years|recent posts|related posts|weitere veranstaltungen|vergangene veranstaltungen|\
    지난 행사|이전 행사|다른 행사|관련 행사|추천 행사|지난 이벤트|다른 이벤트|추천 이벤트|이런 이벤트|역대 행사|최근 글|다른 글|관련 글|인기 글|다음 행사";

/// A longer text is no heading.
const MAX_HEADING: usize = 40;

/// As many headings are looked at.
const MAX_PARTS: usize = 20;

/// Returns the lines without those about other events.
pub(super) fn left_out(document: &Document, lines: Vec<Segment>) -> Vec<Segment> {
    let headings = (0..lines.len()).filter(|line| is_heading(&lines[*line].text)).take(MAX_PARTS);
    let parts: Vec<Range<usize>> = headings.map(|heading| part(document, &lines, heading)).collect();
    // What is most of the page is what it is about.
    let parts: Vec<Range<usize>> = parts.into_iter().filter(|part| part.len() * 2 < lines.len()).collect();
    let kept = lines.into_iter().enumerate().filter(|(line, _)| !parts.iter().any(|part| part.contains(line)));
    kept.map(|(_, line)| line).collect()
}

fn is_heading(text: &str) -> bool {
    let text = text.to_lowercase();
    text.chars().count() <= MAX_HEADING && HEADINGS.split('|').any(|heading| text.starts_with(heading))
}

/// Returns the lines of the outermost element that begins with a heading, or else those up to the next heading beside it.
fn part(document: &Document, lines: &[Segment], heading: usize) -> Range<usize> {
    let within = |node: usize| segments::within(lines, document.within(node));
    let around = || document.around(lines[heading].at).filter(|node| !document.nodes[*node].name.is_empty());
    let own = around().take_while(|node| *node != 0 && within(*node).start == heading).last();
    let range = own.map_or(heading..heading + 1, within);
    if range.len() > 1 {
        return range;
    }
    let parent = own.map_or(0, |own| document.nodes[own].parent);
    let end = within(parent).end;
    let is_next = |line: &usize| document.around(lines[*line].node).take(2).any(|node| document.nodes[node].is_heading());
    heading..(heading + 1..end).find(is_next).unwrap_or(end)
}
