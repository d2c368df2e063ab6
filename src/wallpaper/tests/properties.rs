//! Every device, zone and theme with many plans.

use super::*;

/// Rounds of the test; each uses another plan and the next screen, zone and theme.
const ROUNDS: usize = 120;

fn screens() -> Vec<Screen> {
    let devices = device::all().iter().map(|device| device.screen);
    devices
        .chain([
            Post::Square.screen(),
            Post::Story.screen(),
            Screen { width: 360, height: 780 },
            Screen { width: 720, height: 1600 },
        ])
        .collect()
}

#[test]
fn every_picture_is_complete_and_readable() {
    let Some(mut fonts) = fonts() else { return };
    let program = program();
    let mut random = Random(1);
    let screens = screens();
    for round in 0..ROUNDS {
        let plan = plan(&program, &mut random);
        // All combinations take minutes, so each plan is tested with one; 37 screens and 5 themes have no common factor.
        let screen = screens[round % screens.len()];
        let zone = match round % 3 {
            0 => device::default_zone(screen),
            1 => Zone::ALL[random.below(Zone::ALL.len())],
            _ => Zone::Band(zone::Fractions::new(300 + random.below(200) as u16, 750 + random.below(200) as u16)),
        };
        let theme = Theme::ALL[round % Theme::ALL.len()];
        let design = Design::ALL.get(random.below(4)).copied();
        let link = (round % 4 == 0).then_some("https://siganpyo.example/#s=1abcdefghijklmnopqrstuvwxyz");
        let request = Request {
            design,
            zone,
            theme,
            link,
            ..Request::new(&program, &plan, Language::ALL[round % Language::ALL.len()], screen)
        };
        let what = format!("plan {round} at {screen:?} in {zone:?} as {design:?}");
        let scenes = scenes(&request, &mut fonts).expect(&what);
        check(&request, &scenes, &what);
        check_titles(&scenes, &what);
    }
}

#[test]
fn fourteen_entries_of_a_day_fit_one_picture_and_text_is_never_too_small() {
    let Some(mut fonts) = fonts() else { return };
    let mut program = program();
    let day = program.days[0].date;
    for (at, session) in program.sessions.iter_mut().enumerate() {
        session.rooms = vec![RoomId::new(ROOMS[at % 2])];
        session.title = format!("{}: {}", session.title.split(':').next().unwrap(), TITLES[at % 3]);
    }
    let of_day: Vec<&Session> = program.sessions.iter().filter(|session| session.day == day).collect();
    let mut sizes = Vec::new();
    for count in 1..=of_day.len() {
        let mut plan = Plan::empty(program.id.clone());
        of_day[..count].iter().for_each(|session| plan.put(Pick::of(&program, session, "ko")));
        let screen = Screen { width: 1179, height: 2556 };
        let request = Request { zone: Zone::Ios, ..Request::new(&program, &plan, Language::Korean, screen) };
        let scenes = scenes(&request, &mut fonts).unwrap();
        check(&request, &scenes, &format!("{count} entries"));
        assert!(count > 14 || scenes.len() == 1, "{count} entries take {} pictures", scenes.len());
        sizes.push(scenes.iter().flat_map(texts).map(|run| run.size).fold(0.0, f32::max));
    }
    assert!(sizes[0] > 2.0 * sizes[13], "one entry is a poster: {sizes:?}");
}

#[test]
fn details_are_left_out_before_titles_are_cut() {
    let Some(mut fonts) = fonts() else { return };
    let program = program();
    let mut random = Random(5);
    for _ in 0..40 {
        let plan = plan(&program, &mut random);
        let screen = Screen { width: 1080, height: 2400 };
        let request = Request::new(&program, &plan, Language::Korean, screen);
        for scene in scenes(&request, &mut fonts).unwrap() {
            let shows = |text: &str| texts(&scene).any(|run| run.text.starts_with(text));
            let names = ["강효준", "Niño"].into_iter().any(shows);
            let tracks = TRACKS.iter().any(|(name, _)| shows(name));
            let has_tracks = scene
                .entries
                .iter()
                .any(|id| program.session(&SessionId::new(id.as_str())).is_some_and(|session| session.track.is_some()));
            assert!(!names || tracks || !has_tracks, "speakers without tracks");
        }
    }
}

#[test]
fn pages_of_paper_are_complete_and_fill_their_quarters() {
    let Some(mut fonts) = fonts() else { return };
    let program = program();
    let plan = plan(&program, &mut Random(9));
    let request = Request::new(&program, &plan, Language::Korean, Post::Square.screen());
    for paper in Paper::ALL {
        let page = paper.page(&request);
        let sheets = sheets(&request, paper, &mut fonts).unwrap();
        let pages: Vec<Scene> = sheets.iter().flat_map(|(pages, _)| pages.clone()).collect();
        check(&page, &pages, paper.name());
        assert!(sheets.iter().all(|(_, canvas)| canvas.size() == paper.size()));
        assert!(pages.iter().all(|scene| scene.screen.width * 2 == paper.size().width));
    }
}

#[test]
fn nothing_is_painted_outside_the_zone() {
    let Some(mut fonts) = fonts() else { return };
    let program = program();
    let mut random = Random(2);
    for screen in screens().into_iter().step_by(5) {
        let plan = plan(&program, &mut random);
        let request = Request::new(&program, &plan, Language::Korean, screen);
        let band = request.zone.band(screen);
        for scene in scenes(&request, &mut fonts).unwrap() {
            let (columns, rows) = scene.paint(&fonts, None).inked().expect("something is painted");
            assert!(i64::from(columns.start) >= i64::from(band.left) && i64::from(columns.end) <= i64::from(band.right));
            assert!(i64::from(rows.start) >= i64::from(band.top) && i64::from(rows.end) <= i64::from(band.bottom));
        }
    }
}

#[test]
fn pictures_from_now_on_show_what_is_not_over() {
    let Some(mut fonts) = fonts() else { return };
    let program = program();
    let mut plan = Plan::empty(program.id.clone());
    program.sessions.iter().for_each(|session| plan.put(Pick::of(&program, session, "ko")));
    let noon = Moment::parse("2024-05-05T12:00:00+09:00").unwrap();
    let request =
        Request { from: Some(noon), ..Request::new(&program, &plan, Language::English, Screen { width: 1080, height: 2400 }) };
    let shown: Vec<EntryId> = scenes(&request, &mut fonts).unwrap().into_iter().flat_map(|scene| scene.entries).collect();
    for session in &program.sessions {
        let is_shown = shown.contains(&EntryId::Pick(session.id.clone()));
        assert_eq!(is_shown, session.span.end > noon || session.span.start >= noon, "{}", session.title);
    }
    let never = Request { from: Moment::parse("2024-05-07T00:00:00+09:00"), ..request };
    assert_eq!(scenes(&never, &mut fonts), Err(Error(Problem::Nothing)));
}

#[test]
fn a_day_shows_only_its_entries_and_without_entries_there_is_no_picture() {
    let Some(mut fonts) = fonts() else { return };
    let program = program();
    let plan = plan(&program, &mut Random(3));
    let screen = Screen { width: 1179, height: 2556 };
    let mut draw = |day: &str, screen| {
        let day = Date::parse(day);
        scenes(&Request { zone: Zone::Ios, day, ..Request::new(&program, &plan, Language::English, screen) }, &mut fonts)
    };
    let entries = draw("2024-05-05", screen).unwrap().into_iter().flat_map(|scene| scene.entries);
    let days: Vec<Date> = entries.filter_map(|id| Some(program.session(&SessionId::new(id.as_str()))?.day)).collect();
    assert!(!days.is_empty() && days.iter().all(|day| *day == program.days[1].date));
    assert_eq!(draw("2024-05-06", screen), Err(Error(Problem::Nothing)));
    let (tiny, vast) = (Screen { width: 60, height: 60 }, Screen { width: 50_000, height: 50_000 });
    assert_eq!(draw("2024-05-05", tiny), Err(Error(Problem::ScreenTooSmall(tiny))));
    assert_eq!(draw("2024-05-05", vast), Err(Error(Problem::ScreenTooLarge(vast))));
}

#[test]
fn sets_of_pictures_are_even_and_use_their_bands() {
    let Some(mut fonts) = fonts() else { return };
    let program = program();
    let mut random = Random(21);
    let screens = screens();
    for round in 0..60 {
        let plan = plan(&program, &mut random);
        let screen = screens[(round * 5) % screens.len()];
        let design = Design::ALL.get(round % 4).copied();
        let request = Request { design, ..Request::new(&program, &plan, Language::Korean, screen) };
        let scenes = scenes(&request, &mut fonts).unwrap();
        let readings: Vec<Reading> = scenes.iter().filter_map(|scene| scene.reading).collect();
        assert_eq!(readings.len(), scenes.len());
        let sizes = readings.iter().map(|reading| reading.title);
        let (least, most) = (sizes.clone().fold(f32::MAX, f32::min), sizes.fold(0.0, f32::max));
        assert!(most <= least * 1.15, "plan {round} at {screen:?}: {readings:?}");
        let loose = readings.iter().find(|reading| reading.used < 0.75 && !reading.is_largest);
        assert_eq!(loose, None, "plan {round} at {screen:?}");
    }
}
