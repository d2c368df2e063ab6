//! A plan as text for a chat or an e-mail.

use crate::messages::Messages;
use crate::plan::{Entry, Plan, Standing, entries};
use crate::program::Program;

/// Returns the plan by day: time, title, room. `language` is the tag that selects the names of rooms.
pub fn text(plan: &Plan, program: &Program, messages: &Messages, language: &str) -> String {
    let mut text = format!("{}\n", program.title);
    let mut day = None;
    for entry in entries(plan, program, language) {
        if day.replace(entry.day) != Some(entry.day) {
            text += &format!("\n{}\n", (messages.date_with_year)(entry.day));
        }
        text += &line(&entry, messages);
    }
    text
}

fn line(entry: &Entry, messages: &Messages) -> String {
    let start = entry.span.start.clock();
    let time = match entry.span.minutes() {
        0 => start,
        _ => format!("{start}–{}", entry.span.end.clock()),
    };
    let place = if entry.rooms.is_empty() { String::new() } else { format!(" · {}", entry.rooms.join(", ")) };
    let state = match entry.standing {
        Standing::Removed => format!(" ({})", messages.text_removed),
        Standing::Cancelled => format!(" ({})", messages.text_cancelled),
        Standing::Planned => String::new(),
    };
    format!("{time} {}{place}{state}\n", entry.title)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::messages::Language;
    use crate::plan::tests::{pick, span};
    use crate::plan::{OwnEntry, Pick};
    use crate::program::{ProgramId, SessionId};
    use crate::wire::program_file;

    pub(crate) fn program() -> Program {
        let file = r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "venue": "COEX", "time_zone": "Asia/Seoul",
            "days": [{"date": "2018-08-18"}, {"date": "2018-08-19"}], "rooms": [{"id": "101", "name": "Room 101", "names": {"ko": "101호"}}],
            "tracks": [], "sessions": [
            {"id": "a", "title": "Rust, 그리고 \\ 파이썬; 아주 긴 제목이라서 접어야 하는 이야기", "start": "2018-08-18T13:00:00+09:00",
             "end": "2018-08-18T13:25:00+09:00", "day": "2018-08-18", "rooms": ["101"], "speakers": ["강효준", "이한"], "url": "https://example.org/a"},
            {"id": "b", "title": "B", "start": "2018-08-19T10:00:00+09:00", "end": "2018-08-19T10:00:00+09:00", "day": "2018-08-19", "cancelled": true}]}"#;
        program_file::read(file).unwrap()
    }

    /// Returns a plan with lunch, a session, a cancelled one, and one that was removed.
    pub(crate) fn plan() -> Plan {
        let program = program();
        let mut plan = Plan::empty(ProgramId::new("p"));
        for session in &program.sessions {
            plan.put(Pick::of(&program, session, "ko"));
        }
        let gone = program.sessions[1].span;
        plan.put(Pick {
            session: SessionId::new("gone &"),
            span: gone,
            title: "Gone".to_owned(),
            ..pick("gone", "15:00", "15:30")
        });
        let note = Some("비건\n메뉴".to_owned());
        let lunch = span("12:00", "13:00");
        plan.put_own(OwnEntry {
            id: "1".to_owned(),
            title: "점심".to_owned(),
            span: lunch,
            place: Some("로비".to_owned()),
            note,
        });
        plan
    }

    #[test]
    fn the_plan_is_written_by_day_in_the_users_language() {
        let told = |language: Language| text(&plan(), &program(), language.messages(), language.tag());
        assert_eq!(
            told(Language::Korean),
            "P\n\n2018년 8월 18일 (토)\n12:00–13:00 점심 · 로비\n13:00–13:25 Rust, 그리고 \\ 파이썬; 아주 긴 제목이라서 접어야 하는 이야기 · 101호\n\
             \n2018년 8월 19일 (일)\n10:00 B (취소됨)\n10:00 Gone · 101 (프로그램에서 빠짐)\n"
        );
        assert!(
            told(Language::English).contains("Sun 19 Aug 2018\n10:00 B (cancelled)\n10:00 Gone · 101 (no longer in the program)")
        );
    }
}
