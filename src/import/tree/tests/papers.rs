//! Sessions of papers, as scientific conferences publish them.

use super::{check, options, read, rows};

const SESSIONS: &str = r#"{"sessions": [
    {"name": "Wings", "room": "Oak", "start": "2027-03-05T09:00", "end": "2027-03-05T10:00", "papers": [PAPERS]},
    {"name": "Legs", "room": "Elm", "start": "2027-03-05T09:00", "end": "2027-03-05T10:00", "papers": []}]}"#;

fn with(papers: &str) -> String {
    SESSIONS.replace("PAPERS", papers)
}

fn about(file: &str, title: &str) -> String {
    let program = read(file, &options()).program;
    let session = program.sessions.iter().find(|session| session.title == title).expect("a session");
    crate::program::plain_text(&session.about)
}

#[test]
fn papers_with_times_are_sessions_in_the_room_of_their_session() {
    check(
        &with(
            r#"{"title": "On moths", "start": "2027-03-05T09:00", "end": "2027-03-05T09:20", "authors": ["Ada"]},
               {"title": "On bees", "start": "2027-03-05T09:20", "end": "2027-03-05T09:40", "authors": ["Bo"]}"#,
        ),
        &options(),
        &[
            "05 09:00-09:20 On moths @Oak (Ada)",
            "05 09:00-10:00 Wings @Oak",
            "05 09:00-10:00 Legs @Elm",
            "05 09:20-09:40 On bees @Oak (Bo)",
        ],
    );
    // A paper without an end goes on until the next, and the last one as long as the session.
    check(
        &with(r#"{"title": "On moths", "start": "09:00"}, {"title": "On bees", "start": "09:25"}"#),
        &options(),
        &["05 09:00-09:25 On moths @Oak", "05 09:00-10:00 Wings @Oak", "05 09:00-10:00 Legs @Elm", "05 09:25-10:00 On bees @Oak"],
    );
}

#[test]
fn papers_without_times_of_their_own_are_what_a_session_is_about() {
    for papers in [
        r#"{"title": "On moths"}, {"title": "On bees"}"#,
        // It is all of the session, or not in it.
        r#"{"title": "On moths", "start": "2027-03-05T09:00", "end": "2027-03-05T10:00"}, {"title": "On bees"}"#,
        r#"{"title": "On moths", "start": "2027-03-06T09:00", "end": "2027-03-06T09:20"}, {"title": "On bees"}"#,
    ] {
        let file = with(papers);
        assert_eq!(rows(&read(&file, &options()).program), ["05 09:00-10:00 Wings @Oak", "05 09:00-10:00 Legs @Elm"], "{file}");
        let about = about(&file, "Wings");
        assert!(about.contains("On moths") && about.contains("On bees"), "{about}");
    }
}
