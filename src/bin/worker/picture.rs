//! A wallpaper job: program and plan in, PNG files out.

use super::Outcome;
use js_sys::{Array, Uint8Array};
use siganpyo::messages::{Language, Refusal};
use siganpyo::plan::{Pick, Plan};
use siganpyo::program::Date;
use siganpyo::wallpaper::{Canvas, Fonts, Request, Scene, Screen, Theme, Zone, draw, scenes};
use siganpyo::wire::job::{Answer, Picture, Timings, WallpaperJob};
use siganpyo::wire::{program_file, stored_plan};

/// Paints; `now` tells milliseconds.
///
/// # Errors
///
/// The program or the plan cannot be read, there is no such zone, theme or day, or the picture cannot be made.
pub fn paint(job: &WallpaperJob, language: Language, fonts: &mut Fonts, now: &impl Fn() -> f64) -> Outcome {
    let (messages, words) = (language.messages(), language.picture_messages());
    let program = program_file::read(&job.program).map_err(|error| error.refusal(messages))?;
    let plan = stored_plan::read(&job.plan).map_err(|error| error.refusal(messages))?;
    let request = Request {
        program: &program,
        plan: &plan,
        language,
        screen: Screen { width: job.width, height: job.height },
        zone: Zone::parse(&job.zone).ok_or_else(|| (words.no_such_zone)(&job.zone, &Zone::ALL.map(Zone::name).join(", ")))?,
        theme: Theme::parse(&job.theme)
            .ok_or_else(|| (words.no_such_theme)(&job.theme, &Theme::ALL.map(Theme::name).join(", ")))?,
        day: job.day.as_deref().map(|day| read_day(day, language)).transpose()?,
    };
    let start = now();
    let scenes = scenes(&request, fonts).map_err(|error| error.refusal(language))?;
    let laid_out = now();
    let canvases: Vec<Canvas> = scenes.iter().map(|scene| scene.paint(fonts)).collect();
    let painted = now();
    let files: Array = canvases.iter().map(|canvas| Uint8Array::from(canvas.encode().as_slice()).buffer()).collect();
    let micros = |milliseconds: f64| (milliseconds * 1000.0).round() as u32;
    let timings =
        Timings { layout: micros(laid_out - start), paint: micros(painted - laid_out), encode: micros(now() - painted) };
    Ok((Answer::Wallpaper { pictures: scenes.into_iter().map(picture).collect(), timings }, files))
}

/// A program like any other.
const REHEARSAL: &str = r#"{ "format": "siganpyo-program/1", "id": "rehearsal", "version": "1", "title": "연습",
    "time_zone": "Asia/Seoul", "days": [{ "date": "2018-08-18" }], "rooms": [{ "id": "1", "name": "101" }], "tracks": [],
    "sessions": [
        { "id": "1", "title": "처음 그리는 그림은 오래 걸리기 때문에 미리 한 번 그려 봅니다", "day": "2018-08-18", "rooms": ["1"],
          "start": "2018-08-18T10:00:00+09:00", "end": "2018-08-18T10:40:00+09:00", "speakers": ["붓"] },
        { "id": "2", "title": "The quick brown fox jumps over the lazy dog", "day": "2018-08-18", "rooms": ["1"],
          "start": "2018-08-18T10:30:00+09:00", "end": "2018-08-18T11:00:00+09:00" } ] }"#;

/// Paints a picture for nobody: engines translate code when it first runs, and the person's own picture should not wait for that.
pub fn rehearse(fonts: &mut Fonts) {
    let program = program_file::read(REHEARSAL).expect("is a program");
    let mut plan = Plan::empty(program.id.clone());
    program.sessions.iter().for_each(|session| plan.put(Pick::of(&program, session, "ko")));
    let (language, screen) = (Language::Korean, Screen { width: 1179, height: 2556 });
    let request = Request { program: &program, plan: &plan, language, screen, zone: Zone::Ios, theme: Theme::Black, day: None };
    draw(&request, fonts).expect("two sessions fit");
}

fn read_day(day: &str, language: Language) -> Result<Date, Refusal> {
    Date::parse(day).ok_or_else(|| (language.picture_messages().no_such_day)(day))
}

fn picture(scene: Scene) -> Picture {
    Picture {
        width: scene.screen.width,
        height: scene.screen.height,
        entries: scene.entries.iter().map(|id| id.as_str().to_owned()).collect(),
        text: scene.words,
    }
}
