//! When a calendar rings before an entry.

use std::fmt;

/// How long before an entry a calendar rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alarm {
    /// This many minutes.
    Minutes(u16),
    /// As long as the way takes from the entry before, and five minutes more.
    Way,
}

/// The minutes beyond the way.
const SPARE: i64 = 5;

impl Alarm {
    /// What people can choose.
    pub const ALL: [Alarm; 4] = [Alarm::Minutes(5), Alarm::Minutes(10), Alarm::Minutes(15), Alarm::Way];

    /// Reads minutes of at most a day, or `way`.
    pub fn parse(text: &str) -> Option<Alarm> {
        match text {
            "way" => Some(Alarm::Way),
            minutes => minutes.parse().ok().filter(|minutes| *minutes <= 24 * 60).map(Alarm::Minutes),
        }
    }

    /// Returns the minutes before an entry to which the way takes this many minutes.
    pub(super) fn before(self, way: i64) -> i64 {
        match self {
            Alarm::Minutes(minutes) => minutes.into(),
            Alarm::Way => way + SPARE,
        }
    }
}

impl fmt::Display for Alarm {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Alarm::Minutes(minutes) => minutes.fmt(formatter),
            Alarm::Way => formatter.write_str("way"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alarm_is_read_as_it_is_written() {
        for alarm in Alarm::ALL {
            assert_eq!(Alarm::parse(&alarm.to_string()), Some(alarm));
        }
        for wrong in ["", "-5", "1441", "70000", "5 min", "never"] {
            assert_eq!(Alarm::parse(wrong), None, "{wrong}");
        }
    }
}
