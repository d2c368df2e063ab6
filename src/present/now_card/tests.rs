use super::*;
use crate::import::{Options, import};
use crate::messages::Language;
use crate::plan::Pick;
use crate::program::SessionId;
use crate::wire::program_file;

const TABLE: &str = "# time_zone: Asia/Seoul
# walk: A > B = 5
date,start,end,room,title,id
2027-05-08,10:00,10:40,A,Opening,opening
2027-05-08,11:00,12:00,A,Rust,rust
2027-05-08,11:00,11:30,B,Types,types
2027-05-08,11:00,12:00,C,Tests,tests
2027-05-08,12:05,13:00,B,Kubernetes,kubernetes
2027-05-08,14:00,14:00,C,Group photo,photo
2027-05-09,10:00,11:00,A,Closing,closing
";

fn program() -> Program {
    import(TABLE.as_bytes(), &Options::default()).expect("a program").program
}

/// Says each part of the card on a line of its own.
fn said(picked: &str, moment: &str) -> Vec<String> {
    said_of(&program(), picked, moment)
}

fn said_of(program: &Program, picked: &str, moment: &str) -> Vec<String> {
    let mut plan = Plan::empty(program.id.clone());
    for id in picked.split_whitespace() {
        plan.put(Pick::of(program, program.session(&SessionId::new(id)).expect("a session"), "en"));
    }
    let shown = SessionSet::all(program.sessions.len());
    let unix = Moment::parse(&format!("{moment}:00+09:00")).expect("a moment").unix();
    let language = Language::English;
    let words = NowWords { messages: language.messages(), now: language.now_messages() };
    let Some(card) = now_card(&plan, program, &shown, unix, 0, words) else { return Vec::new() };
    let line = |line: &CardLine| {
        let urgent = if line.is_urgent { "!" } else { "" };
        format!("{}{urgent}: {} in {} ({})", line.label, line.title, line.rooms, line.notes.join(", "))
    };
    card.said.iter().cloned().chain(card.lines.iter().chain(&card.elsewhere).map(line)).collect()
}

#[test]
fn what_is_on_and_what_is_next_is_said_with_the_way() {
    let expected = [
        "Now: Rust in A (10 min left)",
        "Next: Kubernetes in B (in 15 min, 5 min walk)",
        "Also on now: Tests in C (10 min left)",
    ];
    assert_eq!(said("rust kubernetes", "2027-05-08T11:50"), expected);
    assert_eq!(said("rust kubernetes", "2027-05-08T12:00"), ["Next!: Kubernetes in B (in 5 min, 5 min walk: go now)"]);
}

#[test]
fn free_time_is_said_until_the_next_entry() {
    let expected = ["Free for 20 min", "Next: Rust in A ()"];
    assert_eq!(said("opening rust", "2027-05-08T10:40"), expected);
    assert_eq!(said("opening rust", "2027-05-08T10:58"), ["Next!: Rust in A (in 2 min)"], "that is no free time");
}

#[test]
fn with_nothing_picked_there_are_suggestions() {
    let expected = [
        "Nothing picked now; 3 rooms have sessions",
        ": Rust in A (50 min left)",
        ": Tests in C (50 min left)",
        ": Types in B (20 min left)",
    ];
    assert_eq!(said("", "2027-05-08T11:10"), expected);
    assert_eq!(said("", "2027-05-08T13:30"), ["Nothing is on now; next: 14:00"]);
    assert_eq!(said("", "2027-05-08T21:00"), ["Nothing is on now; next: Sun 9 May 10:00"]);
}

#[test]
fn what_else_is_on_is_near_by_the_way_and_without_ways_by_the_order_of_rooms() {
    let row = |time: &str, room: &str| format!("2027-05-08,{time},{room},{room}{hour},{room}-{hour}\n", hour = &time[..2]);
    let rooms = ["A", "B", "C", "D", "E"];
    let of = |time: &str| rooms.map(|room| row(time, room)).concat();
    let head = "date,start,end,room,title,id\n";
    let program = |ways: &str| {
        let table = format!("# time_zone: Asia/Seoul\n{ways}{head}{}{}", of("10:00,10:30"), of("11:00,12:00"));
        import(table.as_bytes(), &Options::default()).expect("a program").program
    };
    let elsewhere = |ways: &str, picked: &str| {
        let said = said_of(&program(ways), picked, "2027-05-08T11:10");
        said.iter()
            .filter(|line| !line.starts_with("Now"))
            .map(|line| line.split(" in ").nth(1).unwrap_or(line)[..1].to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(elsewhere("", "D-11"), ["C"], "next door, and not the first room");
    assert_eq!(elsewhere("# walk: D > A, B, C = 9\n# walk: D > E = 1\n", "D-11"), ["E"]);
    assert_eq!(elsewhere("", "D-10")[1..], ["D", "C", "E"], "where one has just been");
}

#[test]
fn sessions_without_rooms_are_on_as_well() {
    let table = TABLE.replace(",A,", ",,").replace(",B,", ",,").replace(",C,", ",,").replace("# walk: A > B = 5\n", "");
    let program = import(table.as_bytes(), &Options::default()).expect("a program").program;
    let expected = ["Nothing picked now; 3 sessions are on", ": Rust in  (50 min left)"];
    assert_eq!(said_of(&program, "", "2027-05-08T11:10")[..2], expected);
}

#[test]
fn a_session_without_an_end_is_on_for_as_long_as_in_the_program() {
    let expected = ["Now: Group photo in C ()", "Next day: Closing in A (Sun 9 May)"];
    assert_eq!(said("photo closing", "2027-05-08T14:10"), expected);
    assert_eq!(said("", "2027-05-08T14:10")[1], ": Group photo in C ()", "nobody knows when it ends");
}

#[test]
fn of_several_at_once_the_two_latest_are_named_and_the_others_counted() {
    let both = ["Now: Rust in A (50 min left)", "Now: Types in B (20 min left)"];
    assert_eq!(said("rust types", "2027-05-08T11:10"), both, "and nothing else, since there is enough to choose from");
    assert_eq!(said("rust types tests", "2027-05-08T11:10")[0], "Now: Rust in A (50 min left, and 1 more)");
}

#[test]
fn what_begins_together_is_counted_also_before_it_begins() {
    let expected = ["Now: Opening in A (10 min left)", "Next: Rust in A (in 30 min, and 1 more)"];
    assert_eq!(said("opening rust tests", "2027-05-08T10:30")[..2], expected);
}

#[test]
fn the_next_day_is_named_with_its_date() {
    let expected = ["Nothing is on now", "Next day: Closing in A (Sun 9 May)"];
    assert_eq!(said("rust closing", "2027-05-08T20:00"), expected);
    let after_midnight = said("rust closing", "2027-05-09T00:30");
    assert!(after_midnight[1].starts_with("Next: Closing"), "{after_midnight:?}: people call it today");
    let later = ["Free for 5 h 20 min", "Next: Tests in C ()"];
    assert_eq!(said("tests closing", "2027-05-08T05:40"), later, "what is later on the same day is not the next day");
}

#[test]
fn before_and_after_there_is_a_count_down_and_what_was_heard() {
    assert_eq!(said("rust", "2027-05-06T23:50"), ["2 days to go", "Your first session: Rust in A (Sat 8 May)"]);
    assert_eq!(said("rust", "2027-05-08T03:50"), ["Today", "Your first session: Rust in A (Sat 8 May)"]);
    assert_eq!(said("rust types", "2027-05-10T12:00"), ["The conference is over. You picked 2 sessions"]);
    assert_eq!(said("", "2027-05-10T12:00"), ["The conference is over"]);
    assert_eq!(said("", "2027-05-06T12:00"), [""; 0]);
}

#[test]
fn a_removed_session_is_neither_on_nor_next() {
    let mut program = program();
    let mut plan = Plan::empty(program.id.clone());
    plan.put_all(program.sessions.iter().map(|session| Pick::of(&program, session, "en")));
    let text = program_file::write(&program);
    let mut sessions: Vec<Session> = program_file::read(&text).expect("a program").sessions.iter().cloned().collect();
    sessions.retain(|session| session.id.as_str() == "closing");
    program.sessions = sessions.into();
    let shown = SessionSet::all(1);
    let language = Language::English;
    let words = NowWords { messages: language.messages(), now: language.now_messages() };
    let unix = program.sessions[0].span.start.unix() - 60;
    let card = now_card(&plan, &program, &shown, unix, 0, words).expect("a card");
    assert_eq!(card.lines.iter().map(|line| line.title.as_str()).collect::<Vec<_>>(), ["Closing"]);
}
