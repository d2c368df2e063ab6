//! What services answer with, each as small as it shows what it is about.

use super::{check, options, rows};
use crate::import::{NamedFile, Options, import_files};

#[test]
fn pages_of_notion_are_records_of_their_properties() {
    let page = |title: &str, start: &str, room: &str| {
        format!(
            r#"{{"object": "page", "id": "{start}", "created_time": "2026-01-01T00:00:00.000Z", "properties": {{
                "Was": {{"id": "t", "type": "title", "title": [{{"plain_text": "{title}"}}, {{"plain_text": "!"}}]}},
                "When": {{"type": "date", "date": {{"start": "2027-03-05T{start}:00.000+09:00", "end": "2027-03-05T11:00:00.000+09:00"}}}},
                "Room": {{"type": "select", "select": {{"id": "q", "name": "{room}", "color": "red"}}}},
                "Speakers": {{"type": "multi_select", "multi_select": [{{"name": "Ada"}}, {{"name": "Bo"}}]}}}}}}"#
        )
    };
    check(
        &format!(r#"{{"object": "list", "results": [{}, {}]}}"#, page("Moths", "10:00", "Oak"), page("Bees", "10:30", "Elm")),
        &options(),
        &["05 10:00-11:00 Moths! @Oak (Ada, Bo)", "05 10:30-11:00 Bees! @Elm (Ada, Bo)"],
    );
}

#[test]
fn entries_of_contentful_link_to_others() {
    check(
        r#"{"items": [
            {"sys": {"id": "a", "type": "Entry", "createdAt": "2026-01-01T00:00:00Z"}, "fields": {"title": "Moths",
                "startTime": "2027-03-05T10:00+09:00", "endTime": "2027-03-05T10:30+09:00", "room": {"sys": {"type": "Link", "id": "r"}}}},
            {"sys": {"id": "b", "type": "Entry"}, "fields": {"title": "Bees",
                "startTime": "2027-03-05T11:00+09:00", "endTime": "2027-03-05T11:30+09:00", "room": {"sys": {"type": "Link", "id": "r"}}}}],
            "includes": {"Entry": [{"sys": {"id": "r", "contentType": {"sys": {"id": "room"}}}, "fields": {"name": "Great Oak"}}]}}"#,
        &options(),
        &["05 10:00-10:30 Moths @Great Oak", "05 11:00-11:30 Bees @Great Oak"],
    );
}

#[test]
fn events_may_be_wrapped_in_the_entries_of_a_calendar() {
    check(
        r#"{"entries": [{"api_id": "1", "event": {"name": "Moths", "start_at": "2027-03-05T01:00:00Z", "end_at": "2027-03-05T02:00:00Z"}},
            {"api_id": "2", "event": {"name": "Bees", "start_at": "2027-03-05T03:00:00Z", "end_at": "2027-03-05T04:00:00Z"}}]}"#,
        &options(),
        &["05 10:00-11:00 Moths", "05 12:00-13:00 Bees"],
    );
}

#[test]
fn times_of_dot_net_and_of_drupal_are_read() {
    check(
        r#"{"d": {"results": [{"Id": 1, "Title": "Moths", "StartTime": "\/Date(1804208400000)\/", "EndTime": "\/Date(1804212000000+0200)\/"},
            {"Id": 2, "Title": "Bees", "StartTime": "\/Date(1804212000000)\/", "EndTime": "\/Date(1804213800000)\/"}]}}"#,
        &options(),
        &["05 10:00-11:00 Moths", "05 11:00-11:30 Bees"],
    );
    check(
        r#"[{"nid": "1", "title": "Moths <em>now</em>", "field_time_slot": "2027-03-05T10:00:00+0900 to 2027-03-05T10:30:00+0900"},
            {"nid": "2", "title": "Bees", "field_time_slot": "2027-03-05T11:00:00+0900 to 2027-03-05T11:30:00+0900"}]"#,
        &options(),
        &["05 10:00-10:30 Moths now", "05 11:00-11:30 Bees"],
    );
}

#[test]
fn a_conference_of_indico_is_no_room() {
    let at = |clock: &str| format!(r#"{{"date": "2027-03-05", "tz": "Asia/Seoul", "time": "{clock}:00"}}"#);
    let entry = |id: &str, title: &str, room: &str, from: &str, to: &str| {
        let (from, to) = (at(from), at(to));
        format!(r#""{id}": {{"id": "{id}", "title": "{title}", "room": "{room}", "startDate": {from}, "endDate": {to}}}"#)
    };
    let (talk, lunch) = (entry("c1", "Moths", "Oak", "11:00", "12:00"), entry("b2", "Lunch", "", "12:00", "13:00"));
    check(
        &format!(r#"{{"count": 1, "results": {{"1234": {{"20270305": {{{talk}, {lunch}}}}}}}}}"#),
        &Options::default(),
        &["05 11:00-12:00 Moths @Oak", "05 12:00-13:00 Lunch"],
    );
}

#[test]
fn data_of_hugo_are_read_alone_and_beside_others() {
    let talks = "title = \"Moths 2027\"\n\n# The first day.\n[[talks]]\ntitle = \"Wings\"\ndate = 2027-03-05\nstart = 09:30:00\nend = 10:00:00\nroom = \"oak\"\n\n\
        [[talks]]\ntitle = \"Legs\"\nstart = 2027-03-06T11:00:00+09:00\nend = 2027-03-06T11:40:00+09:00\nspeakers = [\"Ada\", \"Bo\"]\n";
    check(talks, &options(), &["05 09:30-10:00 Wings @oak", "06 11:00-11:40 Legs (Ada, Bo)"]);
    let file = |name: &str, text: &str| NamedFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let rooms = "[oak]\nname = \"Great Oak\"\n[elm]\nname = \"Elm\"\n";
    let both = import_files(&[file("talks.toml", talks), file("rooms.toml", rooms)], &options()).unwrap();
    assert_eq!(rows(&both.program), ["05 09:30-10:00 Wings @Great Oak", "06 11:00-11:40 Legs (Ada, Bo)"]);
    let broken = super::refusal("[[talks]]\ntitle = \"Wings\"\nstart = 2027-13-05\nend = 10:00:00\n", &options());
    assert!(broken.contains("line 3"), "{broken}");
}

#[test]
fn orders_of_proceedings_are_read() {
    check(
        "* Friday, March 5, 2027\n+ 9:00--9:30 Opening # %by Ada Moon %room Hall\n= 9:30--10:30 Session 1: Parsing # %room Oak %chair Bo\n\
         12 9:30--9:50 # On moths\n45/TACL 9:50--10:10 # On bees\n! 10:30--11:00 Coffee\n* Saturday, March 6, 2027\n= 9:00--10:00 Session 2\n",
        &options(),
        &[
            "05 09:00-09:30 Opening @Hall (Ada Moon)",
            "05 09:30-09:50 On moths @Oak",
            "05 09:30-10:30 Session 1: Parsing @Oak",
            "05 09:50-10:10 On bees @Oak",
            "05 10:30-11:00 Coffee",
            "06 09:00-10:00 Session 2",
        ],
    );
    let list = "* Milk\n* Bread\n= 3\n* Tea\n";
    assert!(crate::import::detect(list.as_bytes()).is_none());
}

#[test]
fn elements_of_xml_as_records_are_their_texts() {
    let row = |title: &str, start: &str| {
        format!(
            r#"{{"gsx$title": {{"$t": "{title}"}}, "gsx$date": {{"$t": "2027-03-05"}}, "gsx$start": {{"$t": "{start}"}}, "gsx$room": {{"$t": "Oak"}}}}"#
        )
    };
    check(
        &format!(r#"{{"feed": {{"entry": [{}, {}]}}}}"#, row("Moths", "10:00"), row("Bees", "10:30")),
        &options(),
        &["05 10:00-10:00 Moths @Oak", "05 10:30-10:30 Bees @Oak"],
    );
    check(
        r##"{"event": [{"title": {"#text": "Moths"}, "start": {"#text": "2027-03-05T10:00+09:00"}, "duration": {"#text": "00:30"}}]}"##,
        &options(),
        &["05 10:00-10:30 Moths"],
    );
}
