//! Which time zone a TZID refers to: an IANA name in one of many forms, or else the rules that the calendar states.

use super::super::zone::Zone;
use super::lines::Component;
use crate::program::Moment;
use jiff::tz::TimeZone;

/// Outlook's names for the zones of most conferences, with those of IANA (from the Unicode CLDR).
const WINDOWS: &[(&str, &str)] = &[
    ("W. Europe Standard Time", "Europe/Berlin"),
    ("Central Europe Standard Time", "Europe/Budapest"),
    ("Central European Standard Time", "Europe/Warsaw"),
    ("Romance Standard Time", "Europe/Paris"),
    ("GMT Standard Time", "Europe/London"),
    ("E. Europe Standard Time", "Europe/Chisinau"),
    ("FLE Standard Time", "Europe/Kiev"),
    ("Turkey Standard Time", "Europe/Istanbul"),
    ("Israel Standard Time", "Asia/Jerusalem"),
    ("Eastern Standard Time", "America/New_York"),
    ("Central Standard Time", "America/Chicago"),
    ("Mountain Standard Time", "America/Denver"),
    ("Pacific Standard Time", "America/Los_Angeles"),
    ("E. South America Standard Time", "America/Sao_Paulo"),
    ("Korea Standard Time", "Asia/Seoul"),
    ("Tokyo Standard Time", "Asia/Tokyo"),
    ("China Standard Time", "Asia/Shanghai"),
    ("Taipei Standard Time", "Asia/Taipei"),
    ("Singapore Standard Time", "Asia/Singapore"),
    ("India Standard Time", "Asia/Kolkata"),
    ("AUS Eastern Standard Time", "Australia/Sydney"),
    ("E. Australia Standard Time", "Australia/Brisbane"),
    ("New Zealand Standard Time", "Pacific/Auckland"),
    ("W. Australia Standard Time", "Australia/Perth"),
    ("Cen. Australia Standard Time", "Australia/Adelaide"),
    ("SE Asia Standard Time", "Asia/Bangkok"),
    ("Arabian Standard Time", "Asia/Dubai"),
    ("Arab Standard Time", "Asia/Riyadh"),
    ("Pakistan Standard Time", "Asia/Karachi"),
    ("Sri Lanka Standard Time", "Asia/Colombo"),
    ("Nepal Standard Time", "Asia/Kathmandu"),
    ("Russian Standard Time", "Europe/Moscow"),
    ("GTB Standard Time", "Europe/Bucharest"),
    ("Egypt Standard Time", "Africa/Cairo"),
    ("South Africa Standard Time", "Africa/Johannesburg"),
    ("W. Central Africa Standard Time", "Africa/Lagos"),
    ("Argentina Standard Time", "America/Buenos_Aires"),
    ("SA Pacific Standard Time", "America/Bogota"),
    ("Central Standard Time (Mexico)", "America/Mexico_City"),
    ("US Mountain Standard Time", "America/Phoenix"),
    ("Atlantic Standard Time", "America/Halifax"),
];

/// Returns the IANA zone that a TZID or an X-WR-TIMEZONE refers to: `Europe/Berlin`, `/example.org/20240101/Europe/Berlin`,
/// `Europe-Brussels`, `W. Europe Standard Time`.
pub(super) fn known(name: &str) -> Option<Zone> {
    let name = name.trim().trim_matches('"');
    let parts: Vec<&str> = name.split('/').take(8).collect();
    let ends = (0..parts.len()).map(|from| parts[from..].join("/"));
    let windows = WINDOWS.iter().find(|(windows, _)| windows.eq_ignore_ascii_case(name)).map(|(_, iana)| (*iana).to_owned());
    let candidates = windows.into_iter().chain(ends).chain([name.replacen('-', "/", 1)]);
    candidates.filter(|name| !name.is_empty() && name.len() <= 64).find_map(|name| Zone::find(&name))
}

/// A zone that is defined in the calendar.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    pub id: String,
    rules: TimeZone,
}

impl Stated {
    /// Reads a VTIMEZONE: one offset, or standard and daylight time by yearly rules.
    pub fn of(zone: &Component) -> Option<Stated> {
        let id = zone.text("TZID")?;
        let rule = |name: &str| zone.children.iter().rfind(|child| child.name == name);
        let offset = |part: &Component| utc_offset(&part.get("TZOFFSETTO")?.value);
        let standard = rule("STANDARD");
        let daylight = rule("DAYLIGHT");
        let fixed = offset(standard.or(daylight)?)?;
        let with_summer = || {
            let (winter, summer) = (standard?, daylight?);
            let posix = format!(
                "XXX{}YYY{},{},{}",
                posix_offset(offset(winter)?),
                posix_offset(offset(summer)?),
                change(summer)?,
                change(winter)?
            );
            TimeZone::posix(&posix).ok()
        };
        let rules = with_summer().or_else(|| Some(TimeZone::fixed(jiff::tz::Offset::from_seconds(fixed).ok()?)))?;
        Some(Stated { id, rules })
    }

    /// Returns the moment at which the local time is this many seconds after 1970-01-01T00:00:00.
    pub fn at_local(&self, seconds: i64) -> Option<Moment> {
        let wall = jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::from_second(seconds).ok()?);
        let instant = self.rules.to_ambiguous_timestamp(wall).compatible().ok()?;
        Moment::new(instant.as_second(), self.rules.to_offset(instant).seconds())
    }
}

/// Reads `+0530` as seconds.
fn utc_offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, digits) = (if text.starts_with('-') { -1 } else { 1 }, text.trim_start_matches(['+', '-']));
    let part = |from: usize| digits.get(from..from + 2)?.parse::<i32>().ok();
    let (hours, minutes) = (part(0)?, part(2)?);
    (hours <= 23 && minutes <= 59).then_some(sign * (hours * 3600 + minutes * 60))
}

/// POSIX counts west of Greenwich.
fn posix_offset(offset: i32) -> String {
    let sign = if offset > 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", offset.abs() / 3600, offset.abs() % 3600 / 60)
}

/// Converts `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU` at the time of DTSTART to the POSIX form `M3.5.0/2:00`.
fn change(part: &Component) -> Option<String> {
    let rule = &part.get("RRULE")?.value;
    let field = |key: &str| rule.split(';').find_map(|field| field.trim().strip_prefix(key)?.strip_prefix('='));
    let month: u8 = field("BYMONTH")?.parse().ok()?;
    let by_day = field("BYDAY")?;
    let (count, day) = by_day.split_at_checked(by_day.len().checked_sub(2)?)?;
    let day = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"].iter().position(|name| *name == day)?;
    let week = match count.trim_start_matches('+').parse::<i8>().ok()? {
        week @ 1..=4 => week,
        -1 | 5 => 5,
        _ => return None,
    };
    let start = &part.get("DTSTART")?.value;
    let (hour, minute): (u8, u8) = (start.get(9..11)?.parse().ok()?, start.get(11..13)?.parse().ok()?);
    Some(format!("M{month}.{week}.{day}/{hour}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outlook_name_is_a_known_zone() {
        for (windows, iana) in WINDOWS {
            assert!(known(windows).is_some_and(|zone| zone.name() == Zone::find(iana).unwrap().name()), "{windows}");
        }
    }
}
