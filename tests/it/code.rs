//! QR codes in painted pictures, read from the pixels by an independent decoder, as with a camera.

use crate::pictures::fonts;
use rqrr::PreparedImage;
use siganpyo::export::{decode, encode};
use siganpyo::messages::Language;
use siganpyo::plan::{Pick, Plan};
use siganpyo::program::{Color, Program};
use siganpyo::wallpaper::{Fonts, Item, Photo, Request, Screen, Theme, Zone, draw};
use siganpyo::wire::program_file;
use std::collections::BTreeMap;

const PROGRAM: &str = include_str!("../../public/programs/pyconkr-2018.json");
const ADDRESS: &str = "https://siganpyo.example/app/";
const SCREENS: [Screen; 3] =
    [Screen { width: 750, height: 1334 }, Screen { width: 1080, height: 2340 }, Screen { width: 1179, height: 2556 }];

/// A greyscale picture.
struct Grey {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Grey {
    fn of_png(png: &[u8]) -> Grey {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut bytes).unwrap();
        let grey = |rgb: &[u8]| ((u32::from(rgb[0]) * 299 + u32::from(rgb[1]) * 587 + u32::from(rgb[2]) * 114) / 1000) as u8;
        let pixels = bytes.chunks_exact(3).map(grey).collect();
        Grey { width: frame.width as usize, height: frame.height as usize, pixels }
    }

    /// Scales to this percentage, each pixel the average of those that it replaces: as on a phone that is held further away.
    fn shrunk(&self, hundredths: usize) -> Grey {
        let (width, height) = (self.width * hundredths / 100, self.height * hundredths / 100);
        let span = |at: usize| at * 100 / hundredths..((at + 1) * 100).div_ceil(hundredths);
        let pixel = |x: usize, y: usize| {
            let covered = span(y).flat_map(|row| span(x).map(move |column| (column, row)));
            let (sum, count) = covered.fold((0, 0), |(sum, count), (column, row)| {
                let at = row.min(self.height - 1) * self.width + column.min(self.width - 1);
                (sum + u32::from(self.pixels[at]), count + 1)
            });
            (sum / count) as u8
        };
        let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).map(|(x, y)| pixel(x, y)).collect();
        Grey { width, height, pixels }
    }

    /// Returns the texts of the codes in it.
    fn read(&self) -> Vec<String> {
        let mut image = PreparedImage::prepare_from_greyscale(self.width, self.height, |x, y| self.pixels[y * self.width + x]);
        image.detect_grids().into_iter().filter_map(|grid| grid.decode().ok()).map(|(_, content)| content).collect()
    }
}

/// Returns this many sessions from all over the program.
fn plan(program: &Program, count: usize) -> Plan {
    let mut plan = Plan::empty(program.id.clone());
    let step = program.sessions.len() / count;
    program.sessions.iter().step_by(step).take(count).for_each(|session| plan.put(Pick::of(program, session, "ko")));
    plan
}

/// Returns a photo of stripes, the hardest background for finding a code.
fn photo() -> Photo {
    let pixels = (0..200 * 400).flat_map(|at: u32| if at % 20 < 10 { [255, 255, 255, 255] } else { [30, 90, 20, 255] });
    Photo::new(200, 400, pixels.collect()).unwrap()
}

fn check(request: &Request<'_>, fonts: &mut Fonts, hundredths: usize, what: &str) {
    let expected = request.link.expect("a request with a link");
    let (_, picture) = &draw(request, fonts).expect(what)[0];
    let read = Grey::of_png(picture).shrunk(hundredths).read();
    assert_eq!(read, [expected], "{what}");
    let code = read[0].split("#s=").nth(1).expect("a share code");
    let decoded = decode(code, request.program).expect("a code of this program");
    assert!(decoded.unknown.is_empty(), "{what}");
    let ids = |plan: &Plan| plan.picks().map(|pick| pick.session.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&decoded.plan), ids(request.plan), "{what}");
}

#[test]
fn codes_of_every_theme_screen_and_plan_are_read_from_the_pixels() {
    let Some(mut fonts) = fonts() else { return };
    let program = program_file::read(PROGRAM).unwrap();
    let photo = photo();
    for (at, theme) in Theme::ALL.into_iter().enumerate() {
        for count in [1, 7] {
            let (plan, screen) = (plan(&program, count), SCREENS[(at + count) % SCREENS.len()]);
            let link = format!("{ADDRESS}#s={}", encode(&plan, &program));
            let request = Request {
                theme,
                zone: Zone::Full,
                photo: Some(&photo).filter(|_| theme == Theme::Photo),
                color: Color::parse(["#ffd43b", "#d0104c", "#0b1d51"][count % 3]),
                link: Some(&link),
                ..Request::new(&program, &plan, Language::Korean, screen)
            };
            check(&request, &mut fonts, 100, &format!("{} with {count} on {screen:?}", theme.name()));
        }
    }
}

#[test]
fn a_code_is_read_from_a_picture_of_half_the_size() {
    let Some(mut fonts) = fonts() else { return };
    let program = program_file::read(PROGRAM).unwrap();
    for theme in [Theme::Black, Theme::Paper] {
        let plan = plan(&program, 5);
        let link = format!("{ADDRESS}#s={}", encode(&plan, &program));
        let request =
            Request { theme, zone: Zone::Ios, link: Some(&link), ..Request::new(&program, &plan, Language::English, SCREENS[2]) };
        check(&request, &mut fonts, 50, theme.name());
    }
}

#[test]
fn a_code_has_three_pixels_a_module_or_is_left_out_and_that_is_told() {
    let Some(mut fonts) = fonts() else { return };
    let program = program_file::read(PROGRAM).unwrap();
    let plan = plan(&program, 1);
    let mut told = Vec::new();
    for screen in [Screen { width: 320, height: 568 }, Screen { width: 720, height: 1280 }, SCREENS[2]] {
        for length in [60, 300, 660] {
            let link = format!("{ADDRESS}#d={}", "x".repeat(length - ADDRESS.len() - 3));
            let request = Request { link: Some(&link), ..Request::new(&program, &plan, Language::English, screen) };
            let (scene, picture) = draw(&request, &mut fonts).expect("a session fits").swap_remove(0);
            let read = Grey::of_png(&picture).read();
            assert_eq!(read, Vec::from_iter(scene.has_code.then_some(link)), "{length} on {screen:?}");
            let mut heights: BTreeMap<u32, usize> = BTreeMap::new();
            for item in &scene.items {
                if let Item::Filled { frame, .. } = item {
                    *heights.entry(frame.height as u32).or_default() += 1;
                }
            }
            // The squares are the most of what is filled.
            let most = heights.iter().max_by_key(|(_, count)| **count).map(|(height, _)| *height);
            assert!(!scene.has_code || most >= Some(3), "{most:?} for {length} on {screen:?}");
            told.push(scene.has_code);
        }
    }
    // The longest link is too much for the small screen only.
    assert!(told[0] && !told[2] && told[8], "{told:?}");
}
