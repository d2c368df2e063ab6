//! What services answer with, each as small as it shows what it is about.

use super::{check, options, read, rows};
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

#[test]
fn documents_of_sanity_refer_to_others() {
    let file = r#"{"result": [
        {"_id": "r1", "_type": "hall", "name": "Great Oak"}, {"_id": "r2", "_type": "hall", "name": "Elm"}, {"_id": "p", "_type": "person", "name": "Ada"},
        {"_id": "a", "_type": "talk", "title": "Moths", "startTime": "2027-03-05T10:00:00+09:00", "durationMinutes": 30,
            "hall": {"_type": "reference", "_ref": "r1"}, "speakers": [{"_key": "k", "_type": "reference", "_ref": "p"}]},
        {"_id": "drafts.b", "_type": "talk", "title": "Ants", "startTime": "2027-03-05T11:00:00+09:00", "hall": {"_ref": "r2"}},
        {"_id": "c", "_type": "talk", "title": [{"_type": "block", "children": [{"text": "Be"}, {"text": "es"}]}], "startTime": "2027-03-05T11:00:00+09:00",
            "durationMinutes": 45, "hall": {"_ref": "r2"}}]}"#;
    check(file, &options(), &["05 10:00-10:30 Moths @Great Oak (Ada)", "05 11:00-11:45 Bees @Elm"]);
    let warnings = read(file, &options()).sentences(20, crate::messages::Language::English);
    assert!(warnings.iter().any(|warning| warning.contains("Ants") && warning.contains("draft")), "{warnings:?}");
}

#[test]
fn documents_of_prismic_have_their_fields_inside() {
    check(
        r#"{"results": [
            {"id": "1", "uid": "moths", "last_publication_date": "2026-01-01T00:00:00+0000", "data": {"title": [{"type": "heading1", "text": "Moths", "spans": []}],
                "start": "2027-03-05T01:00:00+0000", "end": "2027-03-05T02:00:00+0000", "room": {"id": "9", "uid": "oak", "link_type": "Document"}}},
            {"id": "2", "uid": "bees", "last_publication_date": "2026-01-01T00:00:00+0000", "data": {"title": [{"type": "heading1", "text": "Bees", "spans": []}],
                "start": "2027-03-05T03:00:00+0000", "end": "2027-03-05T04:00:00+0000", "room": {"id": "8", "uid": "elm", "link_type": "Document", "data": {"name": "Great Elm"}}}}]}"#,
        &options(),
        &["05 10:00-11:00 Moths @oak", "05 12:00-13:00 Bees @Great Elm"],
    );
}

#[test]
fn resources_of_google_have_a_path_and_a_name() {
    check(
        r#"{"sessions": [{"name": "confs/1/sessions/1", "displayName": "Moths", "startTime": {"seconds": "1804208400"}, "duration": {"seconds": "1800"}, "venue": "confs/1/rooms/2"},
            {"name": "confs/1/sessions/2", "displayName": "Bees", "startTime": {"seconds": "1804212000"}, "duration": {"seconds": "2700"}, "venue": "confs/1/rooms/1"}],
            "rooms": [{"name": "confs/1/rooms/1", "displayName": "Oak"}, {"name": "confs/1/rooms/2", "displayName": "Elm"}]}"#,
        &options(),
        &["05 10:00-10:30 Moths @Elm", "05 11:00-11:45 Bees @Oak"],
    );
}

#[test]
fn a_list_inside_a_named_one_is_called_like_that() {
    let sessions = |inner: &str| {
        format!(
            r#"{{"halls": {{"{inner}": [{{"id": 5, "name": "Oak"}}, {{"id": 6, "name": "Elm"}}]}}, "talks": {{"{inner}": [
            {{"id": 1, "title": "Moths", "date": "2027-03-05", "from": "10:00", "to": "10:30", "hall_id": 6, "status": "published"}},
            {{"id": 2, "title": "Bees", "date": "2027-03-05", "from": "11:00", "to": "11:30", "hall_id": 5, "status": "cancelled"}}]}}}}"#
        )
    };
    for inner in ["item", "data", "nodes"] {
        check(&sessions(inner), &options(), &["05 10:00-10:30 Moths @Elm", "05 11:00-11:30 Bees @Oak"]);
        let cancelled: Vec<bool> =
            read(&sessions(inner), &options()).program.sessions.iter().map(|session| session.cancelled).collect();
        assert_eq!(cancelled, [false, true]);
    }
}

#[test]
fn lists_of_rooms_may_be_called_otherwise_than_the_fields_that_refer_to_them() {
    let file = |venue: &str| {
        format!(
            r#"{{"stages": [{{"id": "s1", "name": "Oak"}}, {{"id": "s2", "name": "Elm"}}], "sessions": [
            {{"title": "Moths", "start": "2027-03-05T10:00", "end": "2027-03-05T10:30", "venue": "{venue}"}},
            {{"title": "Bees", "start": "2027-03-05T11:00", "end": "2027-03-05T11:30", "venue": "Attic"}}]}}"#
        )
    };
    check(&file("s2"), &options(), &["05 10:00-10:30 Moths @Elm", "05 11:00-11:30 Bees @Attic"]);
    check(&file("s3"), &options(), &["05 10:00-10:30 Moths @s3", "05 11:00-11:30 Bees @Attic"]);
}

#[test]
fn rooms_are_places_in_a_list_or_numbers_with_a_remark() {
    let file = |rooms: &str| {
        format!(
            r#"{{"date": "2027-03-05", {rooms} "sessions": [{{"title": "Moths", "start": "10:00", "end": "10:30", "room": 1}},
            {{"title": "Bees", "start": "11:00", "end": "11:30", "room": 0}}]}}"#
        )
    };
    let is_remarked = |file: &str| {
        let warnings = read(file, &options()).sentences(20, crate::messages::Language::English);
        warnings.iter().any(|warning| warning.contains("only numbers"))
    };
    let (named, numbered) = (file(r#""rooms": ["Oak", "Elm"],"#), file(""));
    check(&named, &options(), &["05 10:00-10:30 Moths @Elm", "05 11:00-11:30 Bees @Oak"]);
    check(&numbered, &options(), &["05 10:00-10:30 Moths @1", "05 11:00-11:30 Bees @0"]);
    assert!(!is_remarked(&named) && is_remarked(&numbered));
}

#[test]
fn pages_with_data_at_their_beginning_are_records_by_their_folders() {
    let page = |name: &str, text: &str| NamedFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let read = |pages: &[NamedFile]| rows(&import_files(pages, &options()).unwrap().program);
    let expected = ["05 10:00-10:30 Moths @Great Oak (Ada Lee)", "05 11:00-11:45 Bees @Elm"];
    assert_eq!(
        read(&[
            page("content/sessions/_index.md", "---\ntitle: All\n---\n"),
            page(
                "content/sessions/moths.md",
                "---\ntitle: Moths\ndate: 2026-01-01\nstart: 2027-03-05T10:00:00+09:00\nminutes: 30\nroom: oak\nspeakers: [ada]\n---\nWings.\n"
            ),
            page(
                "content/sessions/bees/index.md",
                "+++\ntitle = \"Bees\"\nstart = 2027-03-05T11:00:00+09:00\nminutes = 45\nroom = \"elm\"\n+++\n"
            ),
            page("content/sessions/ants.md", "---\ntitle: Ants\ndraft: true\nstart: 2027-03-05T12:00:00+09:00\nroom: elm\n---\n"),
            page("content/rooms/oak.md", "---\ntitle: Great Oak\n---\n"),
            page("content/rooms/elm.md", "---\ntitle: Elm\n---\n"),
            page("content/speakers/ada.md", "---\nname: Ada Lee\n---\n"),
        ]),
        expected
    );
}
