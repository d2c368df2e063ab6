//! `siganpyo wallpaper`: the same picture as in the app, byte for byte.

use crate::args::WallpaperOptions;
use crate::choice;
use crate::files;
use flate2::read::GzDecoder;
use siganpyo::messages::{Language, Refusal};
use siganpyo::wallpaper::{Canvas, Fonts, Request, Scene, Screen, Theme, Zone, device, scenes};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Writes the pictures; their names go to stdout.
pub fn run(options: &WallpaperOptions, language: Language) -> Result<(), Refusal> {
    let program = files::read_program(&options.program, language)?;
    let plan = choice::plan(&options.choice, &program, language)?;
    let screen = Screen { width: options.screen.0, height: options.screen.1 };
    let request = Request {
        program: &program,
        plan: &plan,
        language,
        screen,
        zone: options.zone.as_deref().and_then(Zone::parse).unwrap_or_else(|| device::default_zone(screen)),
        theme: options.theme.as_deref().and_then(Theme::parse).unwrap_or(Theme::Black),
        day: options.day,
    };
    let mut fonts = load_fonts(language)?;
    let pictures = draw(&request, &mut fonts)?.1;
    write_all(&options.output, &pictures, language)?;
    if options.timings { print_timings(&request, &mut fonts, language) } else { Ok(()) }
}

/// The pictures, and how long laying out, painting and encoding took.
fn draw(request: &Request<'_>, fonts: &mut Fonts) -> Result<([Duration; 3], Vec<Vec<u8>>), Refusal> {
    let (layout, scenes) = timed(|| scenes(request, fonts));
    let scenes = scenes.map_err(|error| error.refusal(request.language))?;
    let (paint, canvases) = timed(|| scenes.iter().map(|scene: &Scene| scene.paint(fonts)).collect::<Vec<_>>());
    let (encode, pictures) = timed(|| canvases.iter().map(Canvas::encode).collect());
    Ok(([layout, paint, encode], pictures))
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}

fn print_timings(request: &Request<'_>, fonts: &mut Fonts, language: Language) -> Result<(), Refusal> {
    let rounds: Vec<[Duration; 3]> = (0..15).map(|_| draw(request, fonts).map(|(times, _)| times)).collect::<Result<_, _>>()?;
    let median = |step: usize| {
        let mut times: Vec<Duration> = rounds.iter().map(|times| times[step]).collect();
        times.sort();
        times[times.len() / 2]
    };
    let report = format!("layout {:.1?}, paint {:.1?}, encode {:.1?}\n", median(0), median(1), median(2));
    files::print(report.as_bytes(), language)
}

/// From `$SIGANPYO_FONTS`, else from `target/fonts`, where `cargo xtask fonts` puts them.
fn load_fonts(language: Language) -> Result<Fonts, Refusal> {
    let beside = || Some(std::env::current_exe().ok()?.parent()?.parent()?.join("fonts"));
    let folder = std::env::var_os("SIGANPYO_FONTS").map(PathBuf::from).or_else(beside).unwrap_or_default();
    let messages = language.picture_messages();
    let read = |name: &str| read_gz(&folder.join(name)).map_err(|_| (messages.fonts_not_found)(&folder.display().to_string()));
    Fonts::load(read("regular.otf.gz")?, read("bold.otf.gz")?).ok_or_else(messages.fonts_broken)
}

fn read_gz(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(File::open(path)?).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes all pictures or, if one of them cannot be written, none.
fn write_all(output: &Path, pictures: &[Vec<u8>], language: Language) -> Result<(), Refusal> {
    let paths: Vec<PathBuf> = (1..=pictures.len()).map(|number| numbered(output, number)).collect();
    for (at, (path, picture)) in paths.iter().zip(pictures).enumerate() {
        files::write(Some(path), picture, language).inspect_err(|_| {
            // The refusal is the error to report.
            paths[..at].iter().for_each(|written| drop(std::fs::remove_file(written)));
        })?;
    }
    let names: String = paths.iter().map(|path| format!("{}\n", path.display())).collect();
    files::print(names.as_bytes(), language)
}

fn numbered(output: &Path, number: usize) -> PathBuf {
    if number == 1 {
        return output.to_owned();
    }
    let mut name = OsString::from(output.file_stem().unwrap_or_default());
    name.push(format!("-{number}"));
    if let Some(extension) = output.extension() {
        name.push(".");
        name.push(extension);
    }
    output.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn further_pictures_are_numbered() {
        let check =
            |output: &str, number: usize, expected: &str| assert_eq!(numbered(Path::new(output), number), Path::new(expected));
        check("a/plan.png", 1, "a/plan.png");
        check("a/plan.png", 2, "a/plan-2.png");
        check("plan", 3, "plan-3");
    }
}
