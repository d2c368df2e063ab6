//! Which time zone a program is in.

use super::super::notes::Notes;
use super::super::when::When;
use super::super::zone::Zone;
use super::super::{ImportError, Options, line};
use super::{Draft, Start};
use crate::messages::import::{Place, Problem, Remark};
use crate::program::Moment;
use std::collections::BTreeMap;

impl Draft {
    /// Returns the zone that the source states, or else the one in the options, or else the offset of the times.
    pub(super) fn zone(&self, options: &Options, notes: &mut Notes) -> Result<Zone, ImportError> {
        let asked = options.time_zone.as_deref().map(Zone::named);
        let offset = self.usual_offset();
        let Some(name) = self.time_zone.as_deref() else {
            // Programs write +00:00 for instants, wherever the venue is.
            if asked.is_none() && offset == Some(0) {
                notes.add(Place::default(), Remark::OnlyUtc);
            }
            return asked
                .or_else(|| offset.map(|offset| Ok(Zone::fixed(offset))))
                .unwrap_or_else(|| Err(Problem::NoTimeZone.into()));
        };
        let stated = Zone::named(name);
        // pretalx states UTC if nobody has set a zone; the offsets of the times are right.
        let is_unset = stated.as_ref().is_ok_and(Zone::is_utc) && offset.is_some_and(|offset| offset != 0);
        match (stated, asked, offset) {
            (Ok(zone), _, _) if !is_unset => Ok(zone),
            (_, Some(asked), _) => asked,
            (_, None, Some(offset)) => {
                let zone = Zone::fixed(offset);
                let assumed = zone.name().to_owned();
                notes.add(Place::default(), Remark::ZoneByOffset { stated: line::excerpt(name), assumed });
                Ok(zone)
            }
            (stated, None, None) => stated,
        }
    }

    /// Returns the most frequent offset of the starts, or `None` if one of them has no offset.
    fn usual_offset(&self) -> Option<i32> {
        let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
        for row in &self.rows {
            match row.start {
                Start::At(When::Stated(moment)) => *counts.entry(moment.offset()).or_default() += 1,
                Start::Checked { moment, clock } => *counts.entry(shown_offset(moment, clock)).or_default() += 1,
                Start::At(_) => return None,
                Start::Unreadable(_) | Start::Ambiguous(..) | Start::Missing => {}
            }
        }
        counts.into_iter().max_by_key(|(_, count)| *count).map_or(Some(0), |(offset, _)| Some(offset))
    }
}

/// Returns the venue's offset. Older versions of wafer state the moment in UTC and the time of day at the venue, and no zone.
/// The difference is the offset, from 12 hours behind to 14 ahead.
fn shown_offset(moment: Moment, clock: i64) -> i32 {
    let ahead = (clock - moment.unix()).rem_euclid(86_400) as i32;
    match if ahead > 14 * 3600 { ahead - 86_400 } else { ahead } {
        ahead if moment.offset() == 0 && ahead % 900 == 0 => ahead,
        _ => moment.offset(),
    }
}
