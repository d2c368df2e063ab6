//! A wallpaper job: program and plan in, PNG files out.

use js_sys::{Array, Uint8Array};
use siganpyo::messages::{Language, Refusal};
use siganpyo::plan::{Pick, Plan};
use siganpyo::program::{Color, Date, Moment, Program};
use siganpyo::wallpaper::{
    self, Canvas, Design, Error, Fonts, Mark, Paper, Photo, Request, Scene, Screen, Theme, Zone, draw, scenes, sheets,
};
use siganpyo::wire::error::ReadError;
use siganpyo::wire::job::{Answer, Picture, Timings, WallpaperJob};
use siganpyo::wire::{program_file, stored_plan};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// What a job comes to: the answer and the buffers that go with it.
pub type Outcome = Result<(Answer, Array), Refusal>;

/// A job that was read.
pub struct Wanted {
    program: Rc<Program>,
    plan: Plan,
    language: Language,
    screen: Screen,
    zone: Zone,
    design: Option<Design>,
    theme: Theme,
    day: Option<Date>,
    from: Option<Moment>,
    color: Option<Color>,
    logo: Option<Mark>,
    photo: Option<Photo>,
    link: Option<String>,
    paper: Option<Paper>,
    shrink: Option<u32>,
}

/// A program as it was sent, or why it cannot be read.
pub type SentProgram = Result<Rc<Program>, ReadError>;

/// Reads a program file from a buffer with UTF-8.
pub fn read_program(buffer: &JsValue) -> SentProgram {
    let bytes = Uint8Array::new(buffer).to_vec();
    program_file::read(&String::from_utf8_lossy(&bytes)).map(Rc::new)
}

/// Reads the job; the first buffer is the photo, if it has one.
///
/// # Errors
///
/// The program was never sent, it or the plan cannot be read, or there is no such zone, theme or day.
pub fn read(job: WallpaperJob, program: Option<SentProgram>, buffers: &JsValue) -> Result<Wanted, Refusal> {
    let language = language(&job);
    let (messages, words) = (language.file_messages(), language.picture_messages());
    let pixels = |(width, height)| Photo::new(width, height, Uint8Array::new(&Array::from(buffers).get(0)).to_vec());
    Ok(Wanted {
        program: program.ok_or_else(words.worker_outdated)?.map_err(|error| error.refusal(messages))?,
        plan: stored_plan::read(&job.plan).map_err(|error| error.refusal(messages))?,
        language,
        screen: Screen { width: job.width, height: job.height },
        zone: Zone::parse(&job.zone).ok_or_else(|| (words.no_such_zone)(&job.zone, &Zone::ALL.map(Zone::name).join(", ")))?,
        design: job.design.as_deref().and_then(Design::parse),
        theme: Theme::parse(&job.theme)
            .ok_or_else(|| (words.no_such_theme)(&job.theme, &Theme::ALL.map(Theme::name).join(", ")))?,
        day: job.day.as_deref().map(|day| Date::parse(day).ok_or_else(|| (words.no_such_day)(day))).transpose()?,
        from: job.from.as_deref().and_then(Moment::parse),
        color: job.color.as_deref().and_then(Color::parse),
        logo: job.logo.as_deref().and_then(Mark::read),
        photo: job.photo.and_then(pixels),
        link: job.link,
        paper: job.paper.as_deref().and_then(Paper::parse),
        shrink: job.shrink.filter(|by| *by > 0),
    })
}

impl Wanted {
    fn request(&self) -> Request<'_> {
        Request {
            zone: self.zone,
            design: self.design,
            theme: self.theme,
            day: self.day,
            from: self.from,
            color: self.color,
            logo: self.logo.as_ref(),
            photo: self.photo.as_ref(),
            link: self.link.as_deref(),
            ..Request::new(&self.program, &self.plan, self.language, self.screen)
        }
    }

    /// Whether the fonts have everything that the picture needs.
    pub fn is_covered(&self, fonts: &Fonts) -> bool {
        wallpaper::uncovered(&self.request(), fonts).is_empty()
    }

    /// The slices of fonts that the picture needs, by the list of all.
    pub fn needed_slices<'l>(&self, fonts: &Fonts, list: &'l str) -> Vec<&'l str> {
        wallpaper::needed_slices(&self.request(), fonts, list)
    }

    /// Paints; `lacking` tells whether the fonts have less than they could, `now` tells milliseconds.
    ///
    /// # Errors
    ///
    /// The picture cannot be made.
    pub fn paint(&self, fonts: &mut Fonts, lacking: bool, now: &impl Fn() -> f64) -> Outcome {
        let request = self.request();
        let start = now();
        let refused = |error: Error| error.refusal(self.language);
        // What a sheet of paper shows is laid out and painted in one go.
        let sheets = self.paper.map(|paper| sheets(&request, paper, fonts)).transpose().map_err(refused)?;
        let scenes = if sheets.is_none() { scenes(&request, fonts).map_err(refused)? } else { Vec::new() };
        let laid_out = now();
        let canvases: Vec<(Vec<Scene>, Canvas)> = sheets.unwrap_or_else(|| {
            let wanted = if self.shrink.is_some() { 1 } else { scenes.len() };
            let painted = |scene: Scene| {
                let canvas = scene.paint(fonts, request.photo);
                let canvas = match self.shrink {
                    Some(by) => canvas.shrunk(by),
                    None => canvas,
                };
                (vec![scene], canvas)
            };
            scenes.into_iter().take(wanted).map(painted).collect()
        });
        let painted = now();
        let encoded = |(_, canvas): &(_, Canvas)| Uint8Array::from(canvas.encode().as_slice()).buffer();
        let files: Array = canvases.iter().map(encoded).collect();
        let micros = |milliseconds: f64| (milliseconds * 1000.0).round() as u32;
        let timings =
            Timings { layout: micros(laid_out - start), paint: micros(painted - laid_out), encode: micros(now() - painted) };
        let pictures = canvases.iter().map(|(scenes, canvas)| picture(scenes, canvas.size())).collect();
        Ok((Answer::Wallpaper { pictures, lacking, timings }, files))
    }
}

/// Of the few words in the picture.
pub fn language(job: &WallpaperJob) -> Language {
    Language::from_tag(&job.language).unwrap_or(Language::FALLBACK)
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
    let (language, screen) = (Language::FALLBACK, Screen { width: 1179, height: 2556 });
    draw(&Request::new(&program, &plan, language, screen), fonts).expect("two sessions fit");
}

fn picture(scenes: &[Scene], size: Screen) -> Picture {
    Picture {
        width: size.width,
        height: size.height,
        entries: scenes.iter().flat_map(|scene| &scene.entries).map(|id| id.as_str().to_owned()).collect(),
        text: scenes.iter().map(|scene| scene.words.as_str()).collect(),
        coded: scenes.iter().any(|scene| scene.has_code),
        design: scenes.iter().find_map(|scene| scene.reading).map(|reading| reading.design.name().to_owned()),
    }
}
