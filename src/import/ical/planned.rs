//! Our own calendar file, read back as the plan that it was made of.

use super::super::draft::{End, Start};
use super::super::limits::{MAX_BODY, MAX_BYTES, MAX_ID, MAX_LINE, MAX_SESSIONS};
use super::super::{head::Head, line};
use super::{Clock, Component, calendars, lines, parsed, recognises, times};
use crate::plan::{END_OF_UID, EntryId, OF_PROGRAM, OwnEntry, Pick, Plan, Priority, Standing, TAKEN_OUT};
use crate::program::{Moment, SessionId, Span};

/// Returns the plan in a calendar file, also if a calendar has rewritten it or has other events too; `None` if it has no event of
/// ours, or is an organiser's.
///
/// The picks have what the events say, see [`Plan::see`].
pub fn plan_in(bytes: &[u8]) -> Option<Plan> {
    if bytes.len() > MAX_BYTES || !recognises(&Head::of(bytes)) {
        return None;
    }
    // Most calendars are somebody else's, and are read as programs afterwards.
    let mark = END_OF_UID.as_bytes();
    if !lines::unfolded(bytes).windows(mark.len()).any(|part| part == mark) {
        return None;
    }
    let root = parsed(bytes).ok()?;
    let calendars = calendars(&root);
    let head = |name: &str| calendars.iter().find_map(|calendar| calendar.text(name));
    if head("PRODID").is_some_and(|maker| maker.trim() == OF_PROGRAM) {
        return None;
    }
    let children = || calendars.iter().flat_map(|calendar| &calendar.children);
    let events: Vec<&Component> = children().filter(|child| child.name == "VEVENT").collect();
    let clock = Clock::of(&events, children().filter(|child| child.name == "VTIMEZONE"), head);
    let named: Vec<_> = events.iter().filter_map(|event| Some((EntryId::of_uid(&event.text("UID")?)?, *event))).collect();
    // A plan is for one program: the first that is named.
    let program = named.first()?.0.1.clone();
    let (mut picks, mut own) = (Vec::new(), Vec::new());
    for ((entry, of), event) in named.into_iter().take(MAX_SESSIONS) {
        let is_kept = of == program && entry.as_str().len() <= MAX_ID && event.get(TAKEN_OUT).is_none();
        match (entry, span(event, &clock).filter(|_| is_kept)) {
            (EntryId::Pick(session), Some(span)) => picks.push(pick(session, span, event)),
            (EntryId::Own(id), Some(span)) => own.extend(own_entry(id, span, event)),
            (_, None) => {}
        }
    }
    let mut plan = Plan::empty(program);
    plan.put_all(picks);
    plan.put_all_own(own);
    Some(plan)
}

fn pick(session: SessionId, span: Span, event: &Component) -> Pick {
    Pick {
        session,
        title: text(event, "SUMMARY"),
        span,
        rooms: listed(&text(event, "LOCATION")),
        speakers: listed(&text(event, "DESCRIPTION")),
        priority: match event.text("PRIORITY").as_deref().map(str::trim) {
            Some("1") => Some(Priority::Must),
            Some("9") => Some(Priority::Maybe),
            _ => None,
        },
        standing: Standing::Planned,
        was: None,
        candidates: Vec::new(),
    }
}

fn own_entry(id: String, span: Span, event: &Component) -> Option<OwnEntry> {
    let filled = |text: String| Some(text).filter(|text| !text.trim().is_empty());
    let note = event.text("DESCRIPTION").map(|text| text.chars().take(MAX_BODY).collect());
    Some(OwnEntry { id, title: filled(text(event, "SUMMARY"))?, span, place: filled(text(event, "LOCATION")), note })
}

/// A text as one line.
fn text(event: &Component, name: &str) -> String {
    line::clean(&event.text(name).unwrap_or_default(), MAX_LINE).text
}

/// A list as `export` writes it.
fn listed(text: &str) -> Vec<String> {
    text.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Start and end in venue time, if the calendar names the venue's zone.
fn span(event: &Component, clock: &Clock) -> Option<Span> {
    let (Start::At(start), end, _) = times(event, clock) else { return None };
    let start = clock.instant(start);
    let end = match end {
        End::At(end) => clock.instant(end),
        End::After(minutes) => start.checked_add(minutes.checked_mul(60)?)?,
        End::Unreadable(_) | End::Missing => start,
    };
    let at = |unix: i64| clock.main.as_ref().map_or_else(|| Moment::new(unix, 0), |zone| zone.at(unix));
    Span::new(at(start)?, at(end)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Alarm, CalendarOptions, calendar, program_calendar};
    use crate::import::{Options, import};
    use crate::plan::own_entries;
    use crate::program::Program;

    fn program() -> Program {
        let table = "# title: Fair\n# time_zone: Europe/Berlin\n# venue: Town Hall, 2nd floor\ndate,start,end,room,title,speakers\n\
            2025-03-29,13:00,13:40,Hall A,\"Commas, semicolons; and \\ backslashes\",Ann Lee; Bo\n2025-03-29,14:00,14:40,Hall B,Emoji 👩‍💻🇰🇷,\n\
            2025-03-30,09:00,,Hall B,Without an end,\n2025-03-30,10:00,11:00,Hall A,Left out,\n";
        import(table.as_bytes(), &Options::default()).unwrap().program
    }

    fn plan(program: &Program) -> Plan {
        let mut plan = Plan::empty(program.id.clone());
        for (session, priority) in program.sessions.iter().zip([Some(Priority::Must), None, Some(Priority::Maybe)]) {
            plan.put(Pick { priority, ..Pick::of(program, session, "en") });
        }
        let span = program.sessions[3].span;
        let (id, place, note) = ("점심 1".to_owned(), Some("Café, corner".to_owned()), Some("line one\nline two; x".to_owned()));
        plan.put_own(OwnEntry { id, title: "Lunch".to_owned(), span, place, note });
        plan
    }

    fn written(plan: &Plan, program: &Program) -> String {
        let stamp = program.sessions[0].span.start;
        calendar(plan, program, &CalendarOptions { alarm: Some(Alarm::Way), ..CalendarOptions::new(stamp, "en") })
    }

    fn kept(plan: &Plan) -> (Vec<Pick>, Vec<OwnEntry>) {
        (plan.picks().cloned().collect(), plan.own().cloned().collect())
    }

    #[test]
    fn our_own_file_gives_the_same_plan() {
        let program = program();
        let plan = plan(&program);
        let mut read = plan_in(written(&plan, &program).as_bytes()).unwrap();
        read.see(&program, "en");
        assert_eq!((&read.program, kept(&read)), (&plan.program, kept(&plan)));
        // In venue time again, for what the program no longer has.
        assert_eq!(read.own().next().unwrap().span.start.to_string(), "2025-03-30T10:00:00+02:00");
    }

    #[test]
    fn a_session_that_left_the_program_is_still_a_pick_and_one_that_was_taken_out_is_not() {
        let mut program = program();
        let mut plan = plan(&program);
        let before = written(&plan, &program);
        let gone = program.sessions[0].clone();
        plan.take_out(&program.sessions[1].id.clone());
        program.sessions = program.sessions.iter().skip(1).cloned().collect::<Vec<_>>().into();
        let stamp = gone.span.start;
        let file = calendar(&plan, &program, &CalendarOptions { earlier: Some(&before), ..CalendarOptions::new(stamp, "en") });
        assert_eq!(file.matches("STATUS:CANCELLED").count(), 2);
        let mut read = plan_in(file.as_bytes()).unwrap();
        read.see(&program, "en");
        assert_eq!(kept(&read), kept(&plan));
        assert!(read.is_picked(&gone.id));
    }

    #[test]
    fn a_file_that_another_calendar_wrote_anew_is_still_ours() {
        let program = program();
        let id = |at: usize| program.sessions[at].id.to_string();
        let events = format!(
            "BEGIN:VEVENT\nDTSTART;TZID=Europe/Berlin:20250329T130000\nDURATION:PT40M\nUID:session-{}@{}.siganpyo\nSUMMARY:x\nEND:VEVENT\n\
             BEGIN:VEVENT\nUID:dentist@example.org\nDTSTART:20250329T080000Z\nSUMMARY:Dentist\nEND:VEVENT\n\
             BEGIN:VEVENT\nUID:session-{}@other.siganpyo\nDTSTART:20250329T080000Z\nEND:VEVENT\n",
            id(0),
            program.id,
            id(1)
        );
        let mut read = plan_in(format!("BEGIN:VCALENDAR\nPRODID:-//Far//Away//EN\n{events}END:VCALENDAR\n").as_bytes()).unwrap();
        assert_eq!(read.picks().next().unwrap().span, program.sessions[0].span);
        read.see(&program, "en");
        assert_eq!(kept(&read).0, [Pick::of(&program, &program.sessions[0], "en")]);
    }

    #[test]
    fn other_files_and_calendars_are_nobodys_plan() {
        let program = program();
        let stamp = program.sessions[0].span.start;
        let published = program_calendar(&program.sessions, "Fair", &program, &CalendarOptions::new(stamp, "en"));
        let foreign = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a@b\nDTSTART:20250329T080000Z\nEND:VEVENT\nEND:VCALENDAR\n";
        for file in [published.as_str(), foreign, "", "title,start\n", "{}"] {
            assert!(plan_in(file.as_bytes()).is_none(), "{file}");
        }
    }

    #[test]
    fn events_of_somebody_elses_calendar_become_own_entries() {
        let shifts = "BEGIN:VCALENDAR\nX-WR-CALNAME:Shifts\nBEGIN:VEVENT\nUID:7@shifts\nDTSTART;TZID=Europe/Berlin:20250330T080000\nDTEND;TZID=Europe/Berlin:20250330T100000\n\
            SUMMARY:Info desk\nLOCATION:Foyer\nDESCRIPTION:Bring a pen\\, please\nEND:VEVENT\nBEGIN:VEVENT\nUID:8@shifts\nDTSTART:20250330T120000Z\n\
            SUMMARY:Called off\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR\n";
        let read = |file: &str| own_entries(&import(file.as_bytes(), &Options::default()).unwrap().program, "en");
        let entries = read(shifts);
        let [desk] = entries.as_slice() else { panic!("{entries:?}") };
        assert_eq!(
            (desk.title.as_str(), desk.place.as_deref(), desk.note.as_deref()),
            ("Info desk", Some("Foyer"), Some("Bring a pen, please"))
        );
        assert_eq!(desk.span.start.to_string(), "2025-03-30T08:00:00+02:00");
        let moved = read(&shifts.replace("T080000", "T073000"));
        assert_eq!(moved[0].id, desk.id, "the same entry when opened again");
        assert_ne!(read(&shifts.replace("Shifts", "Family"))[0].id, desk.id, "another calendar with the same event");
    }
}
