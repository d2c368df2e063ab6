//! Paints the same scene with the painter and with Vello CPU, in turn, and prints how long each takes. Takes a program file, the
//! folder of the fonts, and ids of sessions.

use siganpyo::messages::Language;
use siganpyo::plan::{Pick, Plan};
use siganpyo::program::{Color, Program, SessionId};
use siganpyo::wallpaper::{Fonts, Item, Request, Scene, Screen, TextRun, Weight, scenes};
use siganpyo::wire::program_file;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use vello_cpu::color::AlphaColor;
use vello_cpu::kurbo::{Rect, RoundedRect, Shape, Stroke};
use vello_cpu::peniko::{Blob, FontData};
use vello_cpu::{Glyph, Pixmap, RenderContext, Resources};

const SCREEN: Screen = Screen { width: 1179, height: 2556 };
const ROUNDS: usize = 15;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [program, fonts, picks @ ..] = &arguments[..] else { return Err("a program file, a folder of fonts, ids".into()) };
    let program = program_file::read(&std::fs::read_to_string(program)?)?;
    let files = ["regular.otf", "bold.otf"].map(|name| std::fs::read(Path::new(fonts).join(name)));
    let [regular, bold] = files;
    let (regular, bold) = (regular?, bold?);
    let mut peer = Vello::new([regular.clone(), bold.clone()]);
    let mut fonts = Fonts::load(regular, bold).ok_or("no fonts")?;
    let plan = plan_of(&program, picks);
    let scene =
        scenes(&Request::new(&program, &plan, Language::Korean, SCREEN), &mut fonts).map_err(|_| "nothing to paint")?.remove(0);
    let both: Vec<[[Duration; 2]; 2]> = (0..=ROUNDS).map(|_| [ours(&scene, &fonts), peer.picture(&scene)]).collect();
    print(&both);
    Ok(())
}

fn plan_of(program: &Program, picks: &[String]) -> Plan {
    let mut plan = Plan::empty(program.id.clone());
    for session in picks.iter().filter_map(|id| program.session(&SessionId::new(id))) {
        plan.put(Pick::of(program, session, Language::Korean.tag()));
    }
    plan
}

/// Medians without the first round, in which nothing is cached.
fn print(rounds: &[[[Duration; 2]; 2]]) {
    let median = |who: usize, step: usize| {
        let mut times: Vec<Duration> = rounds[1..].iter().map(|round| round[who][step]).collect();
        times.sort();
        times[times.len() / 2]
    };
    let whole = |who: usize| median(who, 0) + median(who, 1);
    let first = |who: usize| rounds[0][who].iter().sum::<Duration>();
    let ratio = |own: Duration, other: Duration| other.as_secs_f64() / own.as_secs_f64();
    println!(
        "the same scene, {}x{}, median of {ROUNDS} warm ones, from the scene to the PNG's bytes:",
        SCREEN.width, SCREEN.height
    );
    for (who, name) in ["painter", "Vello CPU"].into_iter().enumerate() {
        println!("  {name:<10} paint {:6.1?}, encode {:6.1?} (first {:.1?})", median(who, 0), median(who, 1), first(who));
    }
    println!(
        "  the painter is {:.2}x as fast, {:.2}x in the first picture",
        ratio(whole(0), whole(1)),
        ratio(first(0), first(1))
    );
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}

fn ours(scene: &Scene, fonts: &Fonts) -> [Duration; 2] {
    let (paint, canvas) = timed(|| scene.paint(fonts, None));
    let (encode, file) = timed(|| canvas.encode());
    assert!(!file.is_empty());
    [paint, encode]
}

/// Vello CPU on one thread, as in a worker, with all that it keeps from one picture to the next.
struct Vello {
    fonts: [FontData; 2],
    resources: Resources,
    context: RenderContext,
    pixels: Pixmap,
}

impl Vello {
    fn new(fonts: [Vec<u8>; 2]) -> Vello {
        let (width, height) = (SCREEN.width as u16, SCREEN.height as u16);
        Vello {
            fonts: fonts.map(|bytes| FontData::new(Blob::new(Arc::new(bytes)), 0)),
            resources: Resources::new(),
            context: RenderContext::new(width, height),
            pixels: Pixmap::new(width, height),
        }
    }

    fn picture(&mut self, scene: &Scene) -> [Duration; 2] {
        let (paint, ()) = timed(|| self.paint(scene));
        let (encode, file) = timed(|| encode(&self.pixels));
        assert!(!file.is_empty());
        [paint, encode]
    }

    fn paint(&mut self, scene: &Scene) {
        self.context.reset();
        self.color(scene.ground);
        self.context.fill_rect(&Rect::new(0.0, 0.0, f64::from(SCREEN.width), f64::from(SCREEN.height)));
        scene.items.iter().for_each(|item| self.item(item));
        self.context.flush();
        self.context.render(&mut self.pixels, &mut self.resources);
    }

    fn item(&mut self, item: &Item) {
        let frame = item.frame();
        let [x, y, right, bottom] = [frame.x, frame.y, frame.right(), frame.bottom()].map(f64::from);
        match item {
            Item::Filled { radius, color, .. } => {
                self.color(*color);
                self.context.fill_path(&RoundedRect::new(x, y, right, bottom, f64::from(*radius)).to_path(0.1));
            }
            Item::Outlined { radius, line, color, .. } => {
                let (half, line) = (f64::from(*line) / 2.0, f64::from(*line));
                let inside = RoundedRect::new(x + half, y + half, right - half, bottom - half, f64::from(*radius) - half);
                self.color(*color);
                self.context.set_stroke(Stroke::new(line));
                self.context.stroke_path(&inside.to_path(0.1));
            }
            Item::Text(run) => self.text(run),
        }
    }

    fn text(&mut self, run: &TextRun) {
        self.color(run.color);
        let font = &self.fonts[usize::from(run.weight == Weight::Bold)];
        let glyphs = run.glyphs.iter().map(|glyph| Glyph { id: glyph.id, x: run.x + glyph.x, y: run.baseline + glyph.y });
        let drawn = self.context.glyph_run(&mut self.resources, font).font_size(run.size).fill_glyphs(glyphs);
        drawn.expect("the painter draws the same glyphs of the same fonts");
    }

    fn color(&mut self, color: Color) {
        self.context.set_paint(AlphaColor::from_rgb8(color.red, color.green, color.blue));
    }
}

/// As the painter encodes, with true colour, since Vello CPU knows no other. Everything is opaque.
fn encode(pixels: &Pixmap) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, SCREEN.width, SCREEN.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::Fast);
    encoder.set_filter(png::Filter::Up);
    let colors: Vec<u8> = pixels.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
    let mut writer = encoder.write_header().expect("the size is not 0");
    writer.write_image_data(&colors).expect("there are as many pixels as the header says");
    writer.finish().expect("writing to memory does not fail");
    file
}
