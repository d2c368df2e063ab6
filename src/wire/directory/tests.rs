use super::*;

fn entry(fields: &str) -> Directory {
    read(&format!(r#"{{"format":"siganpyo-directory/1","programs":[{{{fields}}}]}}"#)).unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[test]
fn a_directory_is_read_as_it_was_written() {
    let whole = Listing {
        days: Some((date("2018-08-18"), date("2018-08-19"))),
        place: Some("COEX, 서울".to_owned()),
        time_zone: Some("Asia/Seoul".to_owned()),
        site: Some("http://www.pycon.kr/".to_owned()),
        id: Some("pyconkr-2018".to_owned()),
        source: Some("https://www.pycon.kr/program.json".to_owned()),
        ..Listing::new("PyCon Korea 2018".to_owned(), "pyconkr-2018.json".to_owned())
    };
    let programs = vec![whole, Listing::new("Other".to_owned(), "https://c.example/schedule.xml".to_owned())];
    assert_eq!(read(&write(&programs)), Ok(Directory { programs, faults: Vec::new() }));
    assert_eq!(read(&write(&[])), Ok(Directory::default()));
    let more = entry(r#""title":"A","address":"a.json","mood":{"deep":[1,{}]},"place":7,"time_zone":null"#);
    assert_eq!(more, Directory { programs: vec![Listing::new("A".to_owned(), "a.json".to_owned())], faults: Vec::new() });
}

#[test]
fn a_menu_of_giggity_is_read() {
    let menu = r#"{
        "version": 2017011000,
        "schedules": [
            { "id": "MOCA 2016", "version": 2016072901, "url": "http://moca.example/moca2016.ics", "title": "MOCA 2016",
              "start": "2016-08-19", "end": "2016-08-21", "timezone": "Europe/Rome", "refresh_interval": 86400,
              "metadata": { "icon": "https://moca.example/moca2016.png",
                            "links": [{ "url": "geo:1,2", "title": "Website" }, { "url": "https://moca.example", "title": "Website" },
                                      { "url": "https://moca.example/it/", "title": "Speakers" }],
                            "rooms": [{ "name": "K\\..*", "latlon": [42.453971, -14.222504] }] } },
            { "version": 2016052400, "url": "https://tuebix.example/2016/giggity.xml", "title": "TUEBIX", "start": "2016-06-11", "end": "" }
        ]
    }"#;
    let expected = vec![
        Listing {
            days: Some((date("2016-08-19"), date("2016-08-21"))),
            time_zone: Some("Europe/Rome".to_owned()),
            site: Some("https://moca.example".to_owned()),
            ..Listing::new("MOCA 2016".to_owned(), "https://moca.example/moca2016.ics".to_owned())
        },
        Listing {
            days: Some((date("2016-06-11"), date("2016-06-11"))),
            ..Listing::new("TUEBIX".to_owned(), "https://tuebix.example/2016/giggity.xml".to_owned())
        },
    ];
    assert_eq!(read(menu), Ok(Directory { programs: expected, faults: Vec::new() }));
}

#[test]
fn what_a_stranger_wrote_is_left_out_or_cleaned() {
    use ListingFault::*;
    let fault = |fields: &str| {
        let found = entry(fields);
        (found.programs.len(), found.faults)
    };
    assert_eq!(fault(r#""address":"a.json""#), (0, vec![(1, NoTitle)]));
    assert_eq!(fault(r#""title":" \u202e ","address":"a.json""#), (0, vec![(1, NoTitle)]));
    assert_eq!(fault(r#""title":"A""#), (0, vec![(1, NoAddress)]));
    for address in
        ["javascript:alert(1)", "data:text/csv,a", "../secret.json", "/etc/passwd", "//h/a", "https://a b", "file:///a"]
    {
        let bad = vec![(1, BadAddress(address.to_owned()))];
        assert_eq!(fault(&format!(r#""title":"A","address":"{address}""#)), (0, bad));
    }
    let long = format!(r#""title":"A","address":"https://a.example/{}""#, "x".repeat(5_000));
    assert!(matches!(&fault(&long).1[..], [(1, BadAddress(shown))] if shown.chars().count() < 100));
    let dated = |first: &str, last: &str| {
        let found = entry(&format!(r#""title":"A","address":"a.json","first_day":"{first}","last_day":"{last}""#));
        (found.programs[0].days, found.faults)
    };
    let day = date("2018-08-18");
    assert_eq!(dated("18.8.2018", ""), (None, vec![(1, BadDate("18.8.2018".to_owned()))]));
    assert_eq!(dated("0001-01-01", ""), (None, vec![(1, BadDate("0001-01-01".to_owned()))]));
    assert_eq!(dated("2018-08-18", "2018-08-17"), (Some((day, day)), vec![(1, EndsBeforeStart)]));

    let title = "가".repeat(10_000);
    let found = entry(&format!(
        r#""title":"{title}\n\u0007","address":"a.json","place":"\u001b[2J b","site":"javascript:alert(1)","source":"x","time_zone":"<b>""#
    ));
    let listing = &found.programs[0];
    assert!(listing.title.chars().count() <= 201 && listing.place.as_deref() == Some("[2J b"));
    assert_eq!((&listing.site, &listing.source, &listing.time_zone), (&None, &None, &None));

    let row = r#"{"title":"A","address":"a.json"}"#;
    let many = format!(r#"{{"format":"siganpyo-directory/1","programs":[{row}{}]}}"#, format!(",{row}").repeat(MAX_PROGRAMS + 9));
    let many = read(&many).unwrap();
    assert_eq!((many.programs.len(), many.faults), (MAX_PROGRAMS, vec![(MAX_PROGRAMS + 1, TooMany { limit: MAX_PROGRAMS })]));
}

#[test]
fn what_is_no_directory_is_refused() {
    use DirectoryFault::*;
    assert_eq!(read("<html>"), Err(NotJson { line: 1, column: 1 }));
    assert_eq!(read(&"[".repeat(100_000)), Err(NotJson { line: 1, column: 128 }));
    for other in ["[]", "7", "{}", r#"{"schedules":[]}"#, r#"{"schedules":{}}"#, r#"{"format":7}"#] {
        assert_eq!(read(other), Err(OtherFormat(String::new())), "{other}");
    }
    assert_eq!(read(r#"{"format":"siganpyo-program/1"}"#), Err(OtherFormat("siganpyo-program/1".to_owned())));
    assert!(matches!(read(&" ".repeat(MAX_BYTES + 1)), Err(TooLarge { .. })));
}
