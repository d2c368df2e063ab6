//! Parts of a page that are not about its program: "More events from this organizer", "지난 행사", "오시는 길".

use super::super::document::Document;
use super::segments::{self, Segment};
use std::ops::Range;

/// Headings of such parts.
const HEADINGS: &str = "more events|other events|upcoming events|past events|previous events|related events|similar events|our other events|\
    previous editions|past editions|previous years|recent posts|related posts|weitere veranstaltungen|vergangene veranstaltungen|\
    지난 행사|이전 행사|다른 행사|관련 행사|추천 행사|지난 이벤트|다른 이벤트|추천 이벤트|이런 이벤트는 어때요|역대 행사|최근 글|다른 글|관련 글|인기 글|다음 행사|\
    오시는 길|찾아오시는 길|찾아오는 길|교통 안내|주차 안내|directions|getting here|getting there|how to get here|how to get there|\
    opening hours|anfahrt|öffnungszeiten|운영시간|운영 시간|이용 안내|\
    셔틀버스|셔틀 버스|shuttle bus|faq|frequently asked questions|자주 묻는 질문|댓글|comments";

/// How such a heading may go on.
const GO_ON: [&str; 8] = [" from ", " by ", " of ", ":", " 보기", " 더보기", " 운행", " 안내"];

/// A longer text is no heading.
const MAX_HEADING: usize = 40;

/// As many headings are looked at.
const MAX_PARTS: usize = 20;

/// Returns the texts of a page in their order, without those of such parts.
pub(super) fn lines(document: &Document) -> Vec<Segment> {
    let lines = segments::segments(document);
    let headings = (0..lines.len()).filter(|line| is_heading(&lines[*line].text)).take(MAX_PARTS);
    let parts: Vec<Range<usize>> = headings.map(|heading| part(document, &lines, heading)).collect();
    // What is most of the page is what it is about.
    let parts: Vec<Range<usize>> = parts.into_iter().filter(|part| part.len() * 2 < lines.len()).collect();
    let kept = lines.into_iter().enumerate().filter(|(line, _)| !parts.iter().any(|part| part.contains(line)));
    kept.map(|(_, line)| line).collect()
}

fn is_heading(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let is_one = |heading: &str| {
        let rest = text.strip_prefix(heading);
        rest.is_some_and(|rest| {
            let is_count = rest.trim_matches(['(', ')', ' ']).bytes().all(|byte| byte.is_ascii_digit());
            is_count || GO_ON.iter().any(|word| rest.starts_with(word))
        })
    };
    text.chars().count() <= MAX_HEADING && HEADINGS.split('|').any(is_one)
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
