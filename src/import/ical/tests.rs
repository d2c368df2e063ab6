use crate::import::{Imported, Options, import};
use crate::messages::Language;
use crate::program::{Session, plain_text};

fn read_in(text: &str, zone: Option<&str>) -> Imported {
    let options = Options { time_zone: zone.map(str::to_owned), ..Options::default() };
    import(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{text}: {:?}", error.refusal(Language::English)))
}

fn read(text: &str) -> Imported {
    read_in(text, Some("Asia/Tokyo"))
}

fn shown(imported: &Imported) -> Vec<String> {
    let show = |session: &Session| format!("{} {} {}", session.span.start, session.span.minutes(), session.title);
    imported.program.sessions.iter().map(show).collect()
}

fn calendar(head: &str, events: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{events}END:VCALENDAR\r\n").replace("\r\n", "\n").replace('\n', "\r\n")
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n")
}

#[test]
fn all_ways_to_state_a_zone_are_read() {
    let check = |head: &str, start: &str, expected: &str| {
        let file = calendar(head, &event(&format!("SUMMARY:a\n{start}\nDURATION:PT30M")));
        assert_eq!(shown(&read(&file)), [format!("{expected} 30 a")], "{head} {start}");
    };
    let berlin = "2024-07-05T10:00:00+02:00";
    check("", "DTSTART;TZID=Europe/Berlin:20240705T100000", berlin);
    check("", "DTSTART;TZID=\"/example.org/2024/Europe/Berlin\";VALUE=DATE-TIME:20240705T100000", berlin);
    check("", "DTSTART;TZID=W. Europe Standard Time:20240705T100000", berlin);
    check("X-WR-TIMEZONE:Europe/Berlin\n", "DTSTART:20240705T100000", berlin);
    check("X-WR-TIMEZONE:Europe/Berlin\n", "DTSTART:20240705T080000Z", berlin);
    check("TZID:Europe-Berlin\n", "DTSTART:20240705T100000", berlin);
    check("VTIMEZONE: Europe/Berlin\n", "DTSTART:20240705T080000Z", berlin);
    check("", "DTSTART:20240705T010000Z", "2024-07-05T10:00:00+09:00");
    check("X-WR-TIMEZONE:UTC\n", "DTSTART:20240705T010000Z", "2024-07-05T10:00:00+09:00");
    check("", "DTSTART:20240705T100000", "2024-07-05T10:00:00+09:00");
    let rules = "BEGIN:VTIMEZONE\nTZID:Custom\nBEGIN:STANDARD\nDTSTART:20001029T030000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\n\
        BEGIN:DAYLIGHT\nDTSTART:20000326T020000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
    check(rules, "DTSTART;TZID=Custom:20240705T100000", "2024-07-05T17:00:00+09:00");
    check(rules, "DTSTART;TZID=Custom:20240105T100000", "2024-01-05T18:00:00+09:00");
    let file = calendar(rules, &event("SUMMARY:a\nDTSTART;TZID=Custom:20240705T100000"));
    assert_eq!(shown(&read_in(&file, None)), ["2024-07-05T10:00:00+02:00 0 a"]);
    let utc = calendar("", &event("SUMMARY:a\nDTSTART:20240705T100000Z"));
    assert!(import(utc.as_bytes(), &Options::default()).unwrap_err().needs_time_zone());
}

#[test]
fn folded_escaped_and_raw_lines_are_read() {
    let folded = "DESCRIPTION:\u{D55C}\u{AD6D}";
    let (one, two) = folded.as_bytes().split_at(folded.len() - 2);
    let mut file = b"<!--\nBEGIN:VCALENDAR\nX-WR-CALNAME:Small\\, days\nBEGIN:VEVENT\nDTSTART;TZID=Asia/Seoul:20240705T100000\nDTEND;TZID=Asia/Seoul:20240705T110000\n".to_vec();
    file.extend(
        [
            b"SUMMARY:Talk\\; one\n",
            one,
            b"\r\n ",
            two,
            b"\\nline\nA raw line.\nLOCATION:Hall; 2nd floor\nBEGIN:VALARM\nDESCRIPTION:no\nEND:VALARM\n",
        ]
        .concat(),
    );
    file.extend(b"ATTENDEE;CN=\"Example, Ada: Dr\";ROLE=REQ-PARTICIPANT:invalid:nomail\nURL:https://example.org/a\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:b\n");
    let Imported { program, warnings, .. } = import(&file, &Options::default()).unwrap();
    let session = &program.sessions[0];
    assert_eq!(
        (program.title.as_str(), session.title.as_str(), session.speakers.as_slice()),
        ("Small, days", "Talk; one", ["Example, Ada: Dr".to_owned()].as_slice())
    );
    assert_eq!(
        (plain_text(&session.about).as_str(), program.rooms[0].name.as_str()),
        ("한국\nline\nA raw line.", "Hall; 2nd floor")
    );
    assert_eq!((program.sessions.len(), warnings.len()), (1, 1));
}

#[test]
fn all_day_events_cancellations_and_categories_are_read() {
    let file = calendar(
        "PRODID:-//pretalx//example.org//\n",
        &[
            event("SUMMARY:Sprints - Ada Example, Bob\nDTSTART;VALUE=DATE:20240706\nSTATUS:CANCELLED"),
            event("SUMMARY:Lunch\nDTSTART:20240705T120000\nDTEND:20240705T130000\nCATEGORIES:Web,Other"),
        ]
        .concat(),
    );
    let program = read(&file).program;
    assert_eq!(program.sessions[1].speakers, ["Ada Example", "Bob"]);
    assert_eq!(
        (program.sessions[1].span.minutes(), program.sessions[1].day.to_string().as_str(), program.sessions[1].cancelled),
        (1_440, "2024-07-06", true)
    );
    assert_eq!((program.tracks[0].name.as_str(), program.sessions[0].kind.as_str()), ("Web", "break"));
}

#[test]
fn repetitions_are_added_up_to_a_limit() {
    let starts = |lines: &str| {
        let others = event(
            "UID:u\nSUMMARY:moved\nRECURRENCE-ID;TZID=Europe/Berlin:20240706T090000\nDTSTART;TZID=Europe/Berlin:20240706T110000\nDURATION:PT15M",
        );
        let file = calendar(
            "",
            &format!(
                "{}{others}",
                event(&format!("UID:u\nSUMMARY:Stand-up\nDTSTART;TZID=Europe/Berlin:20240705T090000\nDURATION:PT15M\n{lines}"))
            ),
        );
        let imported = read(&file);
        let starts =
            imported.program.sessions.iter().map(|session| session.span.start.to_string()[5..16].to_owned()).collect::<Vec<_>>();
        (starts.join(" "), imported.warnings.len())
    };
    assert_eq!(starts("RRULE:FREQ=DAILY;COUNT=3").0, "07-05T09:00 07-06T11:00 07-07T09:00");
    assert_eq!(
        starts("RRULE:FREQ=DAILY;UNTIL=20240708T090000\nEXDATE;TZID=Europe/Berlin:20240707T090000").0,
        "07-05T09:00 07-06T11:00 07-08T09:00"
    );
    assert_eq!(starts("RRULE:FREQ=WEEKLY;BYDAY=FR,MO;COUNT=3").0, "07-05T09:00 07-06T11:00 07-08T09:00 07-12T09:00");
    assert_eq!(starts("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2").0, "07-05T09:00 07-06T11:00 07-19T09:00");
    assert_eq!(starts("RRULE:FREQ=MONTHLY;BYSETPOS=1").0, "07-05T09:00 07-06T11:00");
    assert_eq!(starts("RRULE:FREQ=DAILY").0.split(' ').count(), 60);
    assert_eq!(starts("RRULE:FREQ=DAILY;COUNT=0").0, "07-06T11:00");
    // Moments in UTC are compared as moments.
    assert_eq!(
        starts("RRULE:FREQ=DAILY;UNTIL=20240708T065959Z\nEXDATE:20240707T070000Z").0,
        "07-05T09:00 07-06T11:00",
        "07:00 UTC is 09:00 in Berlin"
    );
    assert_eq!(starts("RRULE:FREQ=DAILY;UNTIL=20240707T070000Z").0, "07-05T09:00 07-06T11:00 07-07T09:00");
    assert_eq!(starts("RRULE:FREQ=DAILY;UNTIL=20240708\nEXDATE;VALUE=DATE:20240705").0, "07-06T11:00 07-07T09:00 07-08T09:00");
    assert_eq!(
        starts("RDATE;TZID=Europe/Berlin:20240709T100000,20240709T100000\nRDATE;VALUE=PERIOD:20240708T100000Z/PT1H").0,
        "07-05T09:00 07-06T11:00 07-08T12:00 07-09T10:00"
    );
}

#[test]
fn times_in_other_formats_than_the_standards_are_read() {
    let start = |line: &str| {
        let file = calendar("X-WR-TIMEZONE:Asia/Seoul\n", &event(&format!("SUMMARY:a\n{line}\nDURATION:PT1H")));
        read(&file).program.sessions[0].span.start.to_string()
    };
    for line in [
        "DTSTART:20240705T130000",
        "DTSTART:20240705T130000+0900",
        "DTSTART:2024-07-05T13:00:00",
        "DTSTART:2024-07-05T04:00:00Z",
        "DTSTART;TZID=UTC:20240705T040000",
        "DTSTART;TZID=Korea Standard Time:20240705T130000",
        "DTSTART;TZID=No/Where:20240705T130000",
    ] {
        assert_eq!(start(line), "2024-07-05T13:00:00+09:00", "{line}");
    }
}

#[test]
fn uids_do_not_become_ids() {
    let ids = |uid: &str| {
        let file = calendar("", &event(&format!("UID:{uid}\nSUMMARY:a\nDTSTART:20240705T120000")));
        read(&file).program.sessions[0].id.to_string()
    };
    assert_eq!(ids("1"), ids("2"));
}

#[test]
fn calendars_as_xml_and_json_are_read_like_lines() {
    let options = Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() };
    let standard = "<?xml version='1.0'?><icalendar xmlns='urn:ietf:params:xml:ns:icalendar-2.0'><vcalendar><properties><prodid><text>x</text></prodid></properties><components>\
        <vevent><properties><uid><text>1</text></uid><summary><text>Moths, \\ and; bees</text></summary><location><text>Oak</text></location>\
        <dtstart><parameters><tzid><text>Asia/Seoul</text></tzid></parameters><date-time>2027-03-05T10:00:00</date-time></dtstart><duration><duration>PT40M</duration></duration>\
        <attendee><parameters><cn><text>Ada Moon</text></cn></parameters><cal-address>mailto:x@example.org</cal-address></attendee>\
        <rrule><recur><freq>DAILY</freq><count>2</count></recur></rrule></properties></vevent></components></vcalendar></icalendar>";
    let of_frab = "<iCalendar xmlns:pentabarf='http://pentabarf.org' xmlns:xCal='urn:ietf:params:xml:ns:xcal'><vcalendar><version>2.0</version>\
        <vevent><pentabarf:title>other</pentabarf:title><dtstart>20270305T100000</dtstart><dtend>20270305T104000</dtend><duration>004000</duration>\
        <summary>Moths, \\ and; bees</summary><location>Oak</location><attendee>Ada Moon</attendee></vevent>\
        <vevent><dtstart>20270306T100000</dtstart><dtend>20270306T104000</dtend><summary>Moths, \\ and; bees</summary><location>Oak</location><attendee>Ada Moon</attendee></vevent></vcalendar></iCalendar>";
    let json = r#"["vcalendar", [["version", {}, "text", "2.0"]], [["vevent", [["summary", {}, "text", "Moths, \\ and; bees"], ["location", {}, "text", "Oak"],
        ["dtstart", {"tzid": "Asia/Seoul"}, "date-time", "2027-03-05T10:00:00"], ["dtend", {"tzid": "Asia/Seoul"}, "date-time", "2027-03-05T10:40:00"],
        ["attendee", {"cn": "Ada Moon"}, "cal-address", "mailto:x@example.org"], ["rrule", {}, "recur", {"freq": "DAILY", "count": 2}]], []]]]"#;
    for file in [standard, of_frab, json] {
        let program = import(file.as_bytes(), &options).unwrap_or_else(|error| panic!("{error}: {file}")).program;
        let starts: Vec<String> = program.sessions.iter().map(|session| session.span.start.to_string()).collect();
        assert_eq!(starts, ["2027-03-05T10:00:00+09:00", "2027-03-06T10:00:00+09:00"], "{file}");
        let first = &program.sessions[0];
        assert_eq!(
            (first.title.as_str(), first.span.minutes(), first.speakers.as_slice()),
            ("Moths, \\ and; bees", 40, &["Ada Moon".to_owned()][..])
        );
        assert_eq!(program.rooms[0].name, "Oak");
    }
}
