//! Collecting warnings.

use super::{ImportError, Warning};
use crate::messages::import::{Place, Problem, Remark};

/// Collects warnings, and combines those that some sources cause in every row into one.
#[derive(Debug, Default)]
pub(super) struct Notes {
    warnings: Vec<Warning>,
    /// Titles of sessions without an end.
    pub endless: Vec<String>,
    /// Titles of sessions whose offset is not the venue's.
    pub false_offsets: Vec<String>,
    /// Titles of sessions whose texts were cut.
    pub shortened: Vec<String>,
    /// Titles of sessions whose day was far from their start.
    pub moved: Vec<String>,
}

impl Notes {
    pub fn of(warnings: Vec<Warning>) -> Notes {
        Notes { warnings, ..Notes::default() }
    }

    pub fn add(&mut self, place: Place, remark: Remark) {
        self.warnings.push(Warning::new(place, remark));
    }

    /// Returns the error that no session is left, and why.
    pub fn no_sessions(&self) -> ImportError {
        let left_out = self.warnings.iter().filter(|warning| warning.is_left_out());
        let first = left_out.clone().next().map(|warning| Box::new(warning.parts()));
        Problem::NoSessions { left_out: left_out.count(), first }.into()
    }

    pub fn finish(mut self) -> Vec<Warning> {
        self.add_all(|notes| &mut notes.shortened, |count, first| Remark::Shortened { count, first });
        self.add_all(|notes| &mut notes.false_offsets, |count, first| Remark::FalseOffsets { count, first });
        self.add_all(|notes| &mut notes.moved, |count, first| Remark::DayMoved { count, first });
        self.add_all(|notes| &mut notes.endless, |count, first| Remark::NoEnd { count, first });
        self.warnings
    }

    fn add_all(&mut self, list: fn(&mut Notes) -> &mut Vec<String>, remark: fn(usize, Vec<String>) -> Remark) {
        let titles = std::mem::take(list(self));
        let count = titles.len();
        if count > 0 {
            self.add(Place::default(), remark(count, titles.into_iter().take(3).collect()));
        }
    }
}
