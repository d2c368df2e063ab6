//! Pictures of plans from published programs, if these files are available.

use flate2::read::GzDecoder;
use siganpyo::import::{Options, import};
use siganpyo::messages::Language;
use siganpyo::plan::{Pick, Plan, entries};
use siganpyo::program::Program;
use siganpyo::wallpaper::{
    Design, Fonts, Item, Reading, Request, Scene, TextRun, Theme, Weight, device, needed_slices, scenes, uncovered,
};
use std::io::Read;
use std::path::{Path, PathBuf};

const FILES: [&str; 8] = [
    "pyconkr-2018.csv",
    "frab-xml/38c3-2024.xml",
    "frab-xml/fosdem-2025.xml",
    "app-json/europython-2019-schedule.json",
    "app-json/he-olamot-2019.json",
    "app-json/he-icon-2018.json",
    "app-json/ko-droidknights-2025.json",
    "ics/lca-2020.ics",
];

/// Plans from each program; with all files more than 200.
const PLANS: usize = 26;

pub fn font_file(name: &str) -> Option<Vec<u8>> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fonts").join(name)).ok()
}

pub fn unpacked(name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(&font_file(name)?[..]).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Reads the fonts made by `cargo xtask fonts`, or prints a line and returns `None` if they are not there.
pub fn fonts() -> Option<Fonts> {
    let files = font_file("regular.otf").zip(font_file("bold.otf"));
    let fonts = files.and_then(|(regular, bold)| Fonts::load(regular, bold));
    if fonts.is_none() {
        println!("skipped: no fonts in target/fonts; make them with `cargo xtask fonts`");
    }
    fonts
}

/// The rounding error in pixels of mirroring a scene in single precision: far too little to change a pixel.
const ROUNDING: f32 = 0.01;

/// The generator of Numerical Recipes: the same plans on every machine.
fn random(state: &mut u32, bound: usize) -> usize {
    *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
    (*state >> 8) as usize % bound
}

#[test]
fn pictures_of_published_programs_are_complete_and_readable() {
    let Some(mut fonts) = fonts() else { return };
    let shared = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("SIGANPYO_SHARED").map_or_else(shared, PathBuf::from).join("programs");
    let list = String::from_utf8(font_file("slices/list.txt").unwrap_or_default()).unwrap();
    let mut state = 11;
    for file in FILES {
        let Ok(bytes) = std::fs::read(folder.join(file)) else {
            println!("skipped: {} is not here", folder.join(file).display());
            continue;
        };
        let options = Options { time_zone: Some("Asia/Seoul".to_owned()), ..Options::default() };
        let program = import(&bytes, &options).unwrap_or_else(|_| panic!("{file} cannot be imported")).program;
        for round in 0..PLANS {
            let mut plan = Plan::empty(program.id.clone());
            for _ in 0..=random(&mut state, 18) {
                plan.put(Pick::of(&program, &program.sessions[random(&mut state, program.sessions.len())], "en"));
            }
            check(&program, &plan, round, file, &list, &mut fonts);
        }
    }
}

fn check(program: &Program, plan: &Plan, round: usize, file: &str, list: &str, fonts: &mut Fonts) {
    let device = &device::all()[(round * 5) % device::all().len()];
    let theme = Theme::ALL[round % Theme::ALL.len()];
    let design = Design::ALL.get(round % 4).copied();
    let request =
        Request { design, theme, ..Request::new(program, plan, Language::ALL[round % Language::ALL.len()], device.screen) };
    let what = format!("{file}, plan {round}, {}, {design:?}", device.name);
    for name in needed_slices(&request, fonts, list) {
        assert!(fonts.add_slice(name, unpacked(&format!("slices/{name}.gz")).expect(name)), "{name}");
    }
    let lacking: String = uncovered(&request, fonts).into_iter().filter(|char| char.is_alphanumeric()).collect();
    assert_eq!(lacking, "", "{what}: letters without a glyph");
    let scenes = scenes(&request, fonts).expect(&what);
    scenes.iter().for_each(|scene| check_scene(scene, &request, &what));
    check_set(&scenes, &what);
    let planned = entries(plan, program, request.language.tag());
    let shown = scenes.iter().flat_map(|scene| &scene.entries);
    assert!(shown.eq(planned.iter().map(|entry| &entry.id)), "{what}: every entry, once, in time order");
    for entry in planned {
        let title = fonts.printable(&entry.title);
        let begins = |run: &TextRun| run.weight == Weight::Bold && title.starts_with(run.text.trim_end_matches('…').trim_end());
        assert!(scenes.iter().flat_map(texts).any(begins), "{what}: {title}");
    }
}

/// Type of nearly one size, and no band a quarter empty while the type could be larger.
fn check_set(scenes: &[Scene], what: &str) {
    let readings: Vec<Reading> = scenes.iter().filter_map(|scene| scene.reading).collect();
    let sizes = readings.iter().map(|reading| reading.title);
    let (least, most) = (sizes.clone().fold(f32::MAX, f32::min), sizes.fold(0.0, f32::max));
    assert!(most <= least * 1.15, "{what}: {readings:?}");
    // A word that would have to be broken may keep titles from the last half point.
    let is_small = |reading: &Reading| !reading.is_largest && reading.title < most * 0.95;
    let loose = readings.iter().find(|reading| reading.used < 0.75 && is_small(reading));
    assert_eq!(loose, None, "{what}: {readings:?}");
}

fn texts(scene: &Scene) -> impl Iterator<Item = &TextRun> {
    scene.items.iter().filter_map(|item| match item {
        Item::Text(run) => Some(run),
        _ => None,
    })
}

fn check_scene(scene: &Scene, request: &Request<'_>, what: &str) {
    let band = request.zone.band(request.screen);
    for frame in scene.items.iter().map(Item::frame) {
        let is_across = frame.x > band.left as f32 - ROUNDING && frame.right() < band.right as f32 + ROUNDING;
        assert!(is_across && frame.y >= band.top as f32 && frame.bottom() <= band.bottom as f32, "{what}: {frame:?} in {band:?}");
    }
    let runs: Vec<&TextRun> = texts(scene).collect();
    for (at, run) in runs.iter().enumerate() {
        assert!(run.size >= 11.0 * device::density(request.screen), "{what}: {} is set in {}", run.text, run.size);
        assert!(run.glyphs.iter().all(|glyph| glyph.id != 0), "{what}: a glyph is missing in {}", run.text);
        for other in &runs[at + 1..] {
            let (a, b) = (run.frame(), other.frame());
            let is_apart = a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y || b.bottom() <= a.y;
            assert!(is_apart, "{what}: {} covers {}", run.text, other.text);
        }
    }
}
