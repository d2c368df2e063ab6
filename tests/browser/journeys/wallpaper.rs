//! The picture: the phone's exact size, nothing below the clock and the buttons, every pick readable, the same bytes as
//! natively.

use super::{ENGLISH, KOREAN, at, ids, pick_and_save};
use crate::harness::{Pixels, Reading, Setup, Visit, built_in_program_file, eventually, siganpyo, visit};
use crate::pages::{ProgramPage, WallpaperPage};
use siganpyo::program::{Program, Session};
use siganpyo::wallpaper::{Design, Screen, Theme, Zone};
use std::fs;
use std::path::{Path, PathBuf};

/// Text recognition makes mistakes; this part of a title must be recognised, and less of all others.
const LEGIBLE: f64 = 0.75;

/// A picture that a user asks for.
struct Wish {
    screen: Screen,
    zone: Zone,
    theme: Theme,
    /// A design, or `None` for the one that reads best.
    design: Option<Design>,
    /// A single day of the program, or `None` for all.
    day: Option<&'static str>,
}

const BLACK: Wish = Wish {
    screen: Screen { width: 1179, height: 2556 },
    zone: Zone::IosWidgetsTop,
    theme: Theme::Black,
    design: None,
    day: None,
};
const PAPER: Wish =
    Wish { screen: Screen { width: 1080, height: 2400 }, zone: Zone::Android, theme: Theme::Paper, design: None, day: None };

#[test]
fn a_black_picture_is_complete_and_the_same_as_natively() {
    visit(Setup::phone(KOREAN), async |visit| is_right(visit, &eight(&visit.program), &BLACK).await);
}

#[test]
fn a_paper_picture_is_complete_and_the_same_as_natively() {
    visit(Setup::phone(ENGLISH), async |visit| is_right(visit, &eight(&visit.program), &PAPER).await);
}

#[test]
fn a_chosen_design_is_the_same_as_natively_and_stays() {
    visit(Setup::phone(ENGLISH), async |visit| {
        is_right(visit, &eight(&visit.program), &Wish { design: Some(Design::Ticket), ..PAPER }).await;
        let page = WallpaperPage::open(visit).await;
        page.is_settled().await;
        assert_eq!(page.chosen_design().await.as_deref(), Some(Design::Ticket.name()));
    });
}

#[test]
fn a_plan_of_two_days_can_be_narrowed_to_one() {
    visit(Setup::phone(KOREAN), async |visit| {
        let eight = eight(&visit.program);
        let both =
            [&eight[..3], &[at(&visit.program, "2018-08-19", "14:00")[1], at(&visit.program, "2018-08-19", "14:50")[2]]].concat();
        is_right(visit, &both, &Wish { day: Some("2018-08-19"), ..BLACK }).await;
        let page = WallpaperPage::open(visit).await;
        page.choose_day(visit.language().studio_messages().all_days).await;
        let all = async || {
            let words = page.alternative_text().await;
            both.iter().all(|session| words.contains(&session.title)).then_some(())
        };
        eventually("all days again", all).await;
    });
}

/// Returns a day with Korean and Latin titles, a keynote for everybody, and talks at the same time.
fn eight(program: &Program) -> Vec<&Session> {
    let day = "2018-08-18";
    let slots = [("10:30", 0), ("13:00", 0), ("13:00", 4), ("13:40", 1), ("14:40", 2), ("14:40", 4), ("15:50", 0), ("16:15", 0)];
    slots.into_iter().map(|(clock, number)| at(program, day, clock)[number]).collect()
}

async fn is_right(visit: &Visit, sessions: &[&Session], wish: &Wish) {
    let page = ProgramPage::open(visit).await;
    pick_and_save(visit, &page, sessions).await;
    let files = ask_for(visit, wish).await;
    let drawn: Vec<&Session> =
        sessions.iter().filter(|session| wish.day.is_none_or(|day| session.day.to_string() == day)).copied().collect();
    for (at, file) in files.iter().enumerate() {
        let path = visit.file(&format!("picture-{}.png", at + 1));
        fs::write(&path, file).expect("a copy for people to look at");
        let pixels = Pixels::decode(file);
        assert_eq!(pixels.screen, wish.screen);
        nothing_outside(&pixels, wish.zone);
        assert!(wish.theme != Theme::Black || pixels.at(0, 0) == [0, 0, 0], "true black");
    }
    let screen = format!("{}x{}", wish.screen.width, wish.screen.height);
    let mut options = vec!["--screen", &screen, "--zone", wish.zone.name(), "--theme", wish.theme.name()];
    options.extend(wish.design.iter().flat_map(|design| ["--design", design.name()]));
    options.extend(wish.day.iter().flat_map(|day| ["--day", day]));
    let native = native_pictures(visit, &built_in_program_file(visit.host.folder()), sessions, &options);
    assert_same(visit, &files, &native, "drawn natively");
    can_be_read(visit, &drawn, files.len());
    visit.assert_quiet_console().await;
}

/// Makes the choices as a user does, and saves the result.
async fn ask_for(visit: &Visit, wish: &Wish) -> Vec<Vec<u8>> {
    let page = WallpaperPage::open(visit).await;
    page.choose_phone(wish.screen).await;
    if let Some(day) = wish.day {
        let day = visit.program.days.iter().find(|known| known.date.to_string() == day).expect("a day of the program");
        page.choose_day(&(visit.messages().date)(day.date)).await;
    }
    page.choose_zone(wish.zone).await;
    page.choose_theme(wish.theme).await;
    if let Some(design) = wish.design {
        page.choose_design(design).await;
    }
    page.is_settled().await;
    page.pictures_of(wish.screen).await;
    page.save_all().await
}

/// Checks that everything outside the zone has one colour, and something inside it has another.
pub fn nothing_outside(pixels: &Pixels, zone: Zone) {
    let band = zone.band(pixels.screen);
    let ground = pixels.at(0, 0);
    let inside = |x: i32, y: i32| (band.left..band.right).contains(&x) && (band.top..band.bottom).contains(&y);
    let spot = pixels.all().find(|(x, y, color)| !inside(*x, *y) && *color != ground);
    assert_eq!(spot, None, "something is drawn outside {band:?}");
    assert!(pixels.all().any(|(_, _, color)| color != ground), "something is drawn");
}

/// Returns what the command line draws of these sessions.
pub fn native_pictures(visit: &Visit, program: &Path, sessions: &[&Session], options: &[&str]) -> Vec<Vec<u8>> {
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let (program, plan, out) = (text(program), text(&visit.file("plan.json")), visit.file("native.png"));
    let picks = ids(sessions).into_iter().flat_map(|id| ["--pick".to_owned(), id]);
    siganpyo(["plan".to_owned(), program.clone()].into_iter().chain(picks).chain(["-o".to_owned(), plan.clone()]));
    let numbered = || (2..).map(|number| visit.file(&format!("native-{number}.png"))).take_while(|path| path.is_file());
    numbered().for_each(|path| fs::remove_file(path).expect("a picture of before"));
    let out_text = text(&out);
    let mut arguments = vec!["wallpaper", &program, "--plan", &plan, "--lang", visit.language().tag(), "-o", &out_text];
    arguments.extend(options);
    siganpyo(&arguments);
    std::iter::once(out).chain(numbered()).map(|path| fs::read(path).expect("a picture")).collect()
}

/// Fails unless the pictures are the expected ones to the byte, and then puts both with the test's files for comparison.
pub fn assert_same(visit: &Visit, pictures: &[Vec<u8>], expected: &[Vec<u8>], when: &str) {
    if pictures == expected {
        return;
    }
    for (name, files) in [("found", pictures), ("expected", expected)] {
        for (at, file) in files.iter().enumerate() {
            fs::write(visit.file(&format!("{name}-{}.png", at + 1)), file).expect("a picture to look at");
        }
    }
    let bytes = |files: &[Vec<u8>]| files.iter().map(Vec::len).collect::<Vec<_>>();
    panic!("{when} the pictures differ: {:?} bytes in the place of {:?}", bytes(pictures), bytes(expected));
}

/// Checks that the text recognised in the pictures has every title and room, and none of the other titles.
fn can_be_read(visit: &Visit, sessions: &[&Session], pictures: usize) {
    let pictures: Vec<_> = (1..=pictures).map(|number| visit.file(&format!("picture-{number}.png"))).collect();
    let Some(reading) = Reading::of(pictures.iter().map(PathBuf::as_path)) else { return };
    for session in &visit.program.sessions {
        let (wanted, share) = (sessions.contains(&session), reading.share(&session.title));
        assert_eq!(share >= LEGIBLE, wanted, "of {:?} {:.0} % was read in {reading:#?}", session.title, share * 100.0);
    }
    for room in sessions.iter().flat_map(|session| visit.program.room_names(session, "")) {
        assert!(reading.holds(&room), "room {room} was not read in {reading:#?}");
    }
}
