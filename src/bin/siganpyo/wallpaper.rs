//! `siganpyo wallpaper`: the same picture as in the app, byte for byte.

use crate::args::WallpaperOptions;
use crate::choice;
use crate::failure::Failure;
use crate::files;
use crate::fonts;
use crate::output;
use crate::source::Source;
use crate::terminal::Voice;
use siganpyo::export;
use siganpyo::messages::{Language, Refusal};
use siganpyo::site::Logo;
use siganpyo::wallpaper::{
    About, Canvas, Design, Error, Fonts, Mark, Paper, Photo, Post, Request, Scene, Theme, device, needed_slices, pdf, printed,
    scenes, sheets, uncovered,
};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Writes the pictures; their names go to stdout.
pub fn run(options: &WallpaperOptions, voice: Voice, inputs: &[&Source]) -> Result<(), Failure> {
    let language = voice.language;
    if output::is_file(&options.output) && !output::may_be(&options.output, "png") && !is_printed(options) {
        return Err(output::failure(&options.output, (language.command_line().not_png)()));
    }
    if options.flat && !is_printed(options) {
        return Err(output::failure(&options.output, (language.command_line().not_pdf)()));
    }
    let program = files::read_program(&options.program, voice)?;
    let plan = choice::plan(&options.choice, &options.further, &program, voice)?;
    let photo = options.photo.as_ref().map(|source| read_photo(source, language)).transpose()?;
    let logo = options.logo.as_ref().map(|source| read_logo(source, language)).transpose()?.flatten();
    let link = options.link.as_deref().map(|address| export::link(address, &plan, &program));
    // Paper takes the place of a screen.
    let (screen, zone) = options.screen.unwrap_or((Post::Square.screen(), None));
    let request = Request {
        zone: options.zone.or(zone).unwrap_or_else(|| device::default_zone(screen)),
        design: options.design.as_deref().and_then(Design::parse),
        theme: options.theme.as_deref().and_then(Theme::parse).unwrap_or(Theme::Black),
        color: options.color,
        logo: logo.as_ref(),
        photo: photo.as_ref(),
        day: options.day,
        from: options.from,
        link: link.as_deref(),
        ..Request::new(&program, &plan, language, screen)
    };
    let paper = options.paper.as_deref().and_then(Paper::parse);
    let page = paper.map_or(request, |paper| paper.page(&request));
    let mut fonts = fonts::load(language, |fonts, list| needed_slices(&page, fonts, list))?;
    let lacking: String = uncovered(&page, &fonts).into_iter().collect();
    if !lacking.is_empty() {
        voice.say(&(language.command_line().letters_missing)(&lacking));
    }
    if let Some(paper) = paper.filter(|_| is_printed(options)) {
        let pages = printed(&request, paper, !options.flat, &mut fonts).map_err(|error| error.refusal(language))?;
        let written = pdf(&pages, About { title: &program.title, language: language.tag() }, &mut fonts);
        return output::write(Some(&options.output), &written, inputs, language);
    }
    let pictures = draw(&request, paper, &mut fonts)?.1;
    write_all(&options.output, &pictures, inputs, voice)?;
    if options.timings { print_timings(&request, paper, &mut fonts) } else { Ok(()) }
}

/// The pictures, and how long laying out, painting and encoding took; a sheet of paper is laid out and painted in one go.
fn draw(request: &Request<'_>, paper: Option<Paper>, fonts: &mut Fonts) -> Result<([Duration; 3], Vec<Vec<u8>>), Refusal> {
    let refused = |error: Error| error.refusal(request.language);
    let (times, canvases): ([Duration; 2], Vec<Canvas>) = match paper {
        Some(paper) => {
            let (layout, sheets) = timed(|| sheets(request, paper, fonts));
            ([layout, Duration::ZERO], sheets.map_err(refused)?.into_iter().map(|(_, canvas)| canvas).collect())
        }
        None => {
            let (layout, scenes) = timed(|| scenes(request, fonts));
            let scenes = scenes.map_err(refused)?;
            let painted = timed(|| scenes.iter().map(|scene: &Scene| scene.paint(fonts, request.photo)).collect());
            ([layout, painted.0], painted.1)
        }
    };
    let (encode, pictures) = timed(|| canvases.iter().map(Canvas::encode).collect());
    Ok(([times[0], times[1], encode], pictures))
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}

fn print_timings(request: &Request<'_>, paper: Option<Paper>, fonts: &mut Fonts) -> Result<(), Failure> {
    let round = |_| draw(request, paper, fonts).map(|(times, _)| times);
    let rounds: Vec<[Duration; 3]> = (0..15).map(round).collect::<Result<_, _>>()?;
    let median = |step: usize| {
        let mut times: Vec<Duration> = rounds.iter().map(|times| times[step]).collect();
        times.sort();
        times[times.len() / 2]
    };
    let report = format!("layout {:.1?}, paint {:.1?}, encode {:.1?}\n", median(0), median(1), median(2));
    output::print(report.as_bytes(), request.language)
}

/// A logo, in one colour; none of a picture that shows nothing.
fn read_logo(source: &Source, language: Language) -> Result<Option<Mark>, Failure> {
    let logo = Logo::of(&files::read(source, language)?);
    logo.map(|logo| logo.mark).map_err(|error| files::failure(source, error.refusal(language)))
}

/// A photo as a PNG file.
fn read_photo(source: &Source, language: Language) -> Result<Photo, Failure> {
    let bytes = files::read(source, language)?;
    let decode = move || {
        let mut decoder = png::Decoder::new(io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
        let mut reader = decoder.read_info().ok()?;
        let mut pixels = vec![0; reader.output_buffer_size()?];
        let info = reader.next_frame(&mut pixels).ok()?;
        pixels.truncate(info.buffer_size());
        let pixels = match info.color_type {
            png::ColorType::GrayscaleAlpha => {
                pixels.chunks_exact(2).flat_map(|gray| [gray[0], gray[0], gray[0], gray[1]]).collect()
            }
            _ => pixels,
        };
        Photo::new(info.width, info.height, pixels)
    };
    decode().ok_or_else(|| files::failure(source, (language.command_line().not_a_photo)()))
}

/// Whether it is a PDF that is asked for, which only sheets of paper can be.
fn is_printed(options: &WallpaperOptions) -> bool {
    options.paper.is_some() && output::has_ending(&options.output, "pdf")
}

/// Writes all pictures and prints the names of their files. Only files can be numbered, so stdout, a pipe or a device takes one.
fn write_all(output: &Path, pictures: &[Vec<u8>], inputs: &[&Source], voice: Voice) -> Result<(), Failure> {
    let is_file = output::is_file(output);
    if !is_file && pictures.len() > 1 {
        return Err(output::failure(output, (voice.language.command_line().only_one_picture)(pictures.len())));
    }
    let paths: Vec<PathBuf> = (1..=pictures.len()).map(|number| numbered(output, number)).collect();
    let results: Vec<_> = paths.iter().zip(pictures).map(|(path, picture)| (Some(path.as_path()), picture.as_slice())).collect();
    output::write_all(&results, inputs, voice.language)?;
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    match (is_file, voice.json, voice.quiet) {
        (true, true, _) => output::print_json(&serde_json::json!({ "pictures": names }), voice.language),
        (true, false, false) => output::print((names.join("\n") + "\n").as_bytes(), voice.language),
        _ => Ok(()),
    }
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
