//! Moving a whole program in time, if somebody forgot the time zone and every session is off by some hours.

use crate::program::{Day, Program, Session, Span};

/// Moves all sessions by this many minutes. Sessions are put on the day of their start, by the 04:00 convention.
pub(super) fn shift(program: &mut Program, minutes: i32) {
    if minutes == 0 {
        return;
    }
    for session in &mut program.sessions {
        let moved = |moment: crate::program::Moment| moment.plus_minutes(minutes.into());
        if let Some(span) = moved(session.span.start).zip(moved(session.span.end)).and_then(|(start, end)| Span::new(start, end))
        {
            *session = Session { span, day: span.start.program_day(), ..session.clone() };
        }
    }
    let labels = std::mem::take(&mut program.days);
    let mut dates: Vec<_> = program.sessions.iter().map(|session| session.day).collect();
    dates.sort();
    dates.dedup();
    let label = |date| labels.iter().find(|day| day.date == date).and_then(|day| day.label.clone());
    program.days = dates.into_iter().map(|date| Day { date, label: label(date) }).collect();
    program.sort();
}

#[cfg(test)]
mod tests {
    use crate::import::{Options, import};

    #[test]
    fn all_times_and_days_move() {
        let file = "# time_zone: Asia/Seoul\ntitle,start,end\nA,2018-08-18 20:00,2018-08-18 21:00\nB,2018-08-18 23:30,2018-08-19 00:30\n";
        let starts = |shift: i32| {
            let options = Options { shift, ..Options::default() };
            let program = import(file.as_bytes(), &options).expect("a table").program;
            let days: Vec<String> = program.days.iter().map(|day| day.date.to_string()).collect();
            (program.sessions.iter().map(|session| session.span.start.to_string()).collect::<Vec<_>>(), days)
        };
        let day = |date: &str| date.to_owned();
        assert_eq!(
            starts(0),
            (vec!["2018-08-18T20:00:00+09:00".into(), "2018-08-18T23:30:00+09:00".into()], vec![day("2018-08-18")])
        );
        let (times, days) = starts(9 * 60);
        assert_eq!(times, ["2018-08-19T05:00:00+09:00", "2018-08-19T08:30:00+09:00"]);
        assert_eq!(days, ["2018-08-19"]);
        assert_eq!(starts(-90).0[0], "2018-08-18T18:30:00+09:00");
    }
}
