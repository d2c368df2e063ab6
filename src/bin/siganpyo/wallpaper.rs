//! `siganpyo wallpaper`: the same picture as in the app, byte for byte.

use flate2::read::GzDecoder;
use siganpyo::messages::{Language, Refusal};
use siganpyo::plan::Plan;
use siganpyo::program::{Date, Program};
use siganpyo::wallpaper::{Fonts, Request, Scene, Screen, Theme, Zone, scenes};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Which picture, and where to.
#[derive(Debug, Clone)]
pub struct Options {
    /// Size in pixels.
    pub screen: Screen,
    /// What the lock screen leaves free.
    pub zone: Zone,
    /// Colours.
    pub theme: Theme,
    /// Only this program day.
    pub day: Option<Date>,
    /// Of the few words of the picture's own, and of refusals.
    pub language: Language,
    /// The file of the first picture; the second of `OUT.png` goes to `OUT-2.png`.
    pub out: PathBuf,
}

/// Paints the plan; tells which files it wrote.
///
/// # Errors
///
/// The fonts are missing, the picture cannot be made, or a file cannot be written. Then no file is left behind.
pub fn run(program: &Program, plan: &Plan, options: &Options) -> Result<Vec<PathBuf>, Refusal> {
    let messages = options.language.messages();
    let mut fonts = load_fonts(options.language)?;
    let scenes = scenes(&request(program, plan, options), &mut fonts).map_err(|error| error.refusal(messages))?;
    let pictures: Vec<Vec<u8>> = scenes.iter().map(|scene| scene.paint(&fonts).encode()).collect();
    let paths: Vec<PathBuf> = (1..=pictures.len()).map(|number| numbered(&options.out, number)).collect();
    write_all(&paths, &pictures).map_err(|error| (messages.cannot_write)(&options.out.display().to_string(), &error.to_string()))?;
    Ok(paths)
}

/// The median time of every step over so many pictures, after one that does not count.
///
/// # Errors
///
/// The fonts are missing or the picture cannot be made.
pub fn timings(program: &Program, plan: &Plan, options: &Options, rounds: usize) -> Result<Timings, Refusal> {
    let mut fonts = load_fonts(options.language)?;
    let request = request(program, plan, options);
    let mut steps: [Vec<Duration>; 3] = Default::default();
    let mut bytes = 0;
    for round in 0..=rounds {
        let (layout, laid_out) = timed(|| scenes(&request, &mut fonts));
        let laid_out = laid_out.map_err(|error| error.refusal(options.language.messages()))?;
        let (paint, canvases) = timed(|| laid_out.iter().map(|scene: &Scene| scene.paint(&fonts)).collect::<Vec<_>>());
        let (encode, files) = timed(|| canvases.iter().map(siganpyo::wallpaper::Canvas::encode).collect::<Vec<_>>());
        bytes = files.iter().map(Vec::len).sum();
        if round > 0 {
            steps.iter_mut().zip([layout, paint, encode]).for_each(|(step, time)| step.push(time));
        }
    }
    let [layout, paint, encode] = steps.map(median);
    Ok(Timings { layout, paint, encode, bytes })
}

/// What a plan's pictures cost.
#[derive(Debug, Clone, Copy)]
pub struct Timings {
    /// Plan to scenes.
    pub layout: Duration,
    /// Scenes to pixels.
    pub paint: Duration,
    /// Pixels to PNG.
    pub encode: Duration,
    /// Of all PNG files together.
    pub bytes: usize,
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn request<'a>(program: &'a Program, plan: &'a Plan, options: &Options) -> Request<'a> {
    let Options { screen, zone, theme, day, language, .. } = *options;
    Request { program, plan, language, screen, zone, theme, day }
}

/// From `$SIGANPYO_FONTS`, else from `target/fonts`, where `cargo xtask fonts` puts them.
fn load_fonts(language: Language) -> Result<Fonts, Refusal> {
    let folder = std::env::var_os("SIGANPYO_FONTS").map(PathBuf::from).or_else(|| {
        let program = std::env::current_exe().ok()?;
        Some(program.parent()?.parent()?.join("fonts"))
    });
    let messages = language.messages();
    let missing = |folder: &Path| (messages.fonts_not_found)(&folder.display().to_string());
    let folder = folder.unwrap_or_default();
    let read = |name: &str| read_gz(&folder.join(name)).map_err(|_| missing(&folder));
    Fonts::load(read("regular.otf.gz")?, read("bold.otf.gz")?).ok_or_else(messages.fonts_broken)
}

fn read_gz(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(File::open(path)?).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn numbered(out: &Path, number: usize) -> PathBuf {
    if number == 1 {
        return out.to_owned();
    }
    let mut name = OsString::from(out.file_stem().unwrap_or_default());
    name.push(format!("-{number}"));
    out.extension().into_iter().for_each(|extension| {
        name.push(".");
        name.push(extension);
    });
    out.with_file_name(name)
}

/// Writes every file under a name of its own first, so that no half of a picture ever bears the real name.
fn write_all(paths: &[PathBuf], files: &[Vec<u8>]) -> io::Result<()> {
    let parts: Vec<PathBuf> = paths.iter().map(|path| path.with_added_extension("part")).collect();
    let written = parts.iter().zip(files).try_for_each(|(part, file)| fs::write(part, file));
    let done = written.and_then(|()| parts.iter().zip(paths).try_for_each(|(part, path)| fs::rename(part, path)));
    if done.is_err() {
        parts.iter().for_each(|part| drop(fs::remove_file(part)));
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn further_pictures_are_numbered() {
        let check = |out: &str, number: usize, expected: &str| assert_eq!(numbered(Path::new(out), number), Path::new(expected));
        check("a/plan.png", 1, "a/plan.png");
        check("a/plan.png", 2, "a/plan-2.png");
        check("plan", 3, "plan-3");
    }
}
