//! Designs: how a timetable is set, whatever the theme, the script and the screen.

use super::rows::EntryRow;
use crate::messages::studio::StudioMessages;

/// A design of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Design {
    /// A list with the times at the left.
    Agenda,
    /// An admission ticket: a head in the conference's colour, and a spine on which time passes.
    Ticket,
    /// Parallel entries next to each other.
    Grid,
}

/// How a timetable reads in one picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// The design.
    pub design: Design,
    /// The em of its titles, in points.
    pub title: f32,
    /// Whether titles of this design do not become larger, or not without being larger than those of the other pictures.
    pub is_largest: bool,
    /// The share of the band that is used before spaces are stretched, 0 to 1.
    pub used: f32,
    /// The number of titles that are cut.
    pub cut: usize,
}

/// Larger titles, in points, are not read any better: a phone at arm's length shows them as a page shows its headings.
const COMFORTABLE: f32 = 18.0;

/// Titles of another design must be this much larger for it to be preferred to one that was asked earlier.
const CLEARLY: f32 = 1.04;

/// The least heights in points of a ticket's head, of an entry with its time, and of one that begins with the one above.
const TICKET_HEAD: f32 = 56.0;
const TICKET_START: f32 = 36.0;
const TICKET_ROW: f32 = 22.0;

/// The number of entries at one time from which on a grid is considered: of two, each still has a line of its own.
const PARALLEL: usize = 3;

impl Design {
    /// All designs, in the order in which they are offered.
    pub const ALL: [Design; 3] = [Design::Agenda, Design::Ticket, Design::Grid];

    /// Returns the name used in messages to the worker, in stored choices and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Design::Agenda => "agenda",
            Design::Ticket => "ticket",
            Design::Grid => "grid",
        }
    }

    /// Returns the design with this name.
    pub fn parse(name: &str) -> Option<Design> {
        Design::ALL.into_iter().find(|design| design.name() == name)
    }

    /// Returns its name for users.
    pub fn in_words(self, messages: &StudioMessages) -> &'static str {
        match self {
            Design::Agenda => messages.designs.agenda,
            Design::Ticket => messages.designs.ticket,
            Design::Grid => messages.designs.grid,
        }
    }
}

/// Returns the designs that are measured where nobody chose one, the preferred one first; `height` is that of the band, in points.
pub(super) fn candidates(rows: &[EntryRow], height: f32) -> Vec<Design> {
    let begun = |row: &EntryRow| rows.iter().filter(|other| other.span.start == row.span.start).count();
    let is_parallel = rows.iter().any(|row| begun(row) >= PARALLEL);
    let mut designs = if needs_tickets(rows, height) {
        vec![Design::Agenda, Design::Grid, Design::Ticket]
    } else {
        vec![Design::Ticket, Design::Agenda, Design::Grid]
    };
    designs.retain(|design| *design != Design::Grid || is_parallel);
    designs
}

/// Whether a design cannot read better than what was laid out so far, so that it is not even tried.
pub(super) fn is_beyond(design: Design, so_far: &[Reading], rows: &[EntryRow], height: f32) -> bool {
    match so_far {
        [only] if only.cut == 0 && only.title * CLEARLY >= COMFORTABLE => true,
        [_] => design == Design::Ticket && needs_tickets(rows, height),
        _ => false,
    }
}

/// Whether the rows take more than one ticket, even in its smallest type.
fn needs_tickets(rows: &[EntryRow], height: f32) -> bool {
    let starts = rows.chunk_by(|one, other| one.span.start == other.span.start).count();
    starts as f32 * TICKET_START + (rows.len() - starts) as f32 * TICKET_ROW + TICKET_HEAD > height
}

/// Whether a set of pictures reads better than another one, which was preferred so far: fewer pictures, then fewer titles cut,
/// then clearly larger titles, in the picture with the smallest, up to a comfortable size.
pub(super) fn reads_better(set: &[Reading], other: &[Reading]) -> bool {
    let cut = |set: &[Reading]| set.iter().map(|reading| reading.cut).sum::<usize>();
    let size = |set: &[Reading]| set.iter().map(|reading| reading.title).fold(COMFORTABLE, f32::min);
    match (set.len(), cut(set)).cmp(&(other.len(), cut(other))) {
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Equal => size(set) > size(other) * CLEARLY,
        std::cmp::Ordering::Greater => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(pictures: usize, title: f32, cut: usize) -> Vec<Reading> {
        vec![Reading { design: Design::Agenda, title, is_largest: false, used: 0.9, cut }; pictures]
    }

    #[test]
    fn fewer_pictures_come_before_whole_titles_and_these_before_large_ones() {
        assert!(reads_better(&set(1, 12.0, 3), &set(2, 24.0, 0)));
        assert!(reads_better(&set(1, 12.0, 0), &set(1, 24.0, 1)));
        assert!(reads_better(&set(1, 16.0, 0), &set(1, 12.0, 0)));
        assert!(!reads_better(&set(1, 12.3, 0), &set(1, 12.0, 0)), "hardly larger");
        assert!(!reads_better(&set(1, 40.0, 0), &set(1, 18.0, 0)), "both are comfortable");
    }

    #[test]
    fn a_design_is_not_tried_if_it_cannot_read_better() {
        let is_beyond = |so_far: &[Reading]| is_beyond(Design::Agenda, so_far, &[], 400.0);
        assert!(is_beyond(&set(1, 18.0, 0)));
        assert!(!is_beyond(&[]) && !is_beyond(&set(1, 16.0, 0)) && !is_beyond(&set(2, 18.0, 0)) && !is_beyond(&set(1, 18.0, 1)));
    }

    #[test]
    fn every_design_is_found_by_its_name() {
        for design in Design::ALL {
            assert_eq!(Design::parse(design.name()), Some(design));
        }
        assert_eq!(Design::parse("poster"), None);
    }
}
