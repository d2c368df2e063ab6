//! Sheets for the doors of the rooms: what is in a room on a day, to be read from some steps away.

use super::fonts::Fonts;
use super::pdf::Page;
use super::qr::Code;
use super::scene::{Frame, Item, Scene, TextRun, Weight};
use super::screen::Screen;
use super::slices;
use super::text::{Line, Paragraph};
use super::theme::rgb;
use super::{Paper, texts_of};
use crate::messages::Language;
use crate::program::line::{holds_right_to_left, isolated};
use crate::program::{Date, Program, Room, Session};

// Lengths are points of 1/72 inch, and so are the pixels of these scenes.
const MARGIN: f32 = 42.0;
const INK: u32 = 0x111111;
const QUIET: u32 = 0x555555;
const RULE: u32 = 0xbbbbbb;

/// Sizes that the name of a room may have, and how many lines it may take.
const NAME_SIZES: [f32; 6] = [84.0, 72.0, 60.0, 48.0, 40.0, 32.0];
const NAME_LINES: usize = 2;
const HEAD_SIZE: f32 = 15.0;
const DAY_SIZE: f32 = 26.0;

/// Sizes at which a day is tried, and the least: below it the day goes on on another sheet.
const SCALES: [f32; 8] = [1.35, 1.15, 1.0, 0.9, 0.8, 0.7, 0.6, 0.52];
const TITLE_SIZE: f32 = 25.0;
const SMALL_SIZE: f32 = 16.0;
const LEADING: f32 = 1.22;
const TITLE_LINES: usize = 3;
const SPEAKER_LINES: usize = 2;
/// The width of the times, in ems of a title.
const TIMES: f32 = 4.3;
/// The space between sessions, in ems of a title.
const BETWEEN: f32 = 0.85;

/// The width of the code, and the size of the words beside it.
const CODE: f32 = 92.0;
const FOOT_SIZE: f32 = 13.0;

/// Which sheets to make.
#[derive(Debug, Clone, Copy)]
pub struct DoorSheets<'a> {
    /// The program.
    pub program: &'a Program,
    /// The language of everything that is not the program's.
    pub language: Language,
    /// The size of the paper.
    pub paper: Paper,
    /// Only this day.
    pub day: Option<Date>,
    /// The address of the app with the program, with a slash at its end; without it there is no code.
    pub address: Option<&'a str>,
}

impl DoorSheets<'_> {
    /// Returns the sheets, room by room: one for each day on which something is there, several of a day with too much for one.
    pub fn pages(&self, fonts: &mut Fonts) -> Vec<Page> {
        fonts.prefer(slices::preferred(texts_of(self.program)));
        let days = || self.program.days.iter().map(|day| day.date).filter(|date| self.day.is_none_or(|day| day == *date));
        let doors = self.program.rooms.iter().flat_map(|room| days().map(move |day| (room, day)));
        doors.flat_map(|(room, day)| self.door(room, day, fonts)).map(|scene| Page::of(scene, 1.0)).collect()
    }

    fn door(&self, room: &Room, day: Date, fonts: &mut Fonts) -> Vec<Scene> {
        let is_here = |session: &&Session| session.day == day && session.rooms.contains(&room.id);
        let sessions: Vec<&Session> = self.program.sessions.iter().filter(is_here).collect();
        if sessions.is_empty() {
            return Vec::new();
        }
        let (head, top) = self.head(room, day, fonts);
        let (foot, bottom) = self.foot(room, fonts);
        let height = bottom - top;
        let fitting = SCALES.into_iter().find_map(|scale| {
            let blocks = self.blocks(&sessions, scale, fonts);
            let all: f32 = blocks.iter().map(|block| block.height).sum();
            (all <= height).then_some(vec![blocks])
        });
        let parts = fitting.unwrap_or_else(|| {
            let [.., least] = SCALES;
            parted(self.blocks(&sessions, least, fonts), height)
        });
        let count = parts.len();
        let parts = parts.into_iter().enumerate();
        parts.map(|(at, blocks)| self.sheet(&head, &foot, blocks, top, (at + 1, count), fonts)).collect()
    }

    fn sheet(
        &self,
        head: &[Item],
        foot: &[Item],
        blocks: Vec<Block>,
        top: f32,
        (number, count): (usize, usize),
        fonts: &mut Fonts,
    ) -> Scene {
        let mut items = head.to_vec();
        if count > 1 {
            let mut words = Paragraph::words(fonts, Weight::Bold, &format!("{number}/{count}"));
            let line = words.lines(fonts, DAY_SIZE, self.width(), 1);
            items.extend(line.into_iter().map(|line| {
                let x = self.right() - line.width;
                text(line, x, top - DAY_SIZE * 1.05, QUIET)
            }));
        }
        let mut y = top;
        for block in blocks {
            items.extend(block.items.into_iter().map(|item| item.moved(0.0, y)));
            y += block.height;
        }
        items.extend(foot.iter().cloned());
        let words = items.iter().filter_map(|item| if let Item::Text(run) = item { Some(run.text.as_str()) } else { None });
        let words = words.collect::<Vec<_>>().join("\n");
        Scene { items, words, has_code: self.address.is_some(), ..Scene::blank(self.size()) }
    }

    /// Conference, room and day; and where the sessions begin.
    fn head(&self, room: &Room, day: Date, fonts: &mut Fonts) -> (Vec<Item>, f32) {
        let mut column = Column { items: Vec::new(), y: MARGIN };
        let width = self.width();
        let conference = Paragraph::words(fonts, Weight::Regular, &isolated(&self.program.title));
        column.put(conference, (HEAD_SIZE, width, 1), QUIET, fonts);
        let mut name = Paragraph::title(fonts, room.name_in(self.language.tag()), self.is_from_right());
        let fits = |size: &f32| name.line_count(*size, width) <= NAME_LINES && name.longest_word() * size <= width;
        let [.., smallest] = NAME_SIZES;
        let size = NAME_SIZES.into_iter().find(fits).unwrap_or(smallest);
        column.put(name, (size, width, NAME_LINES), INK, fonts);
        let day = (self.language.messages().date_with_year)(day);
        column.put(Paragraph::words(fonts, Weight::Regular, &day), (DAY_SIZE, width, 1), INK, fonts);
        column.y += DAY_SIZE * 0.2;
        column.rule(width);
        (column.items, column.y + DAY_SIZE * 0.7)
    }

    /// The code that opens the room in the app, with words beside it; and where it begins.
    fn foot(&self, room: &Room, fonts: &mut Fonts) -> (Vec<Item>, f32) {
        let bottom = self.size().height as f32 - MARGIN;
        let Some(address) = self.address else { return (Vec::new(), bottom) };
        let address = format!("{address}?room={}", urlencoding::encode(room.id.as_str()));
        let Some(code) = Code::of(&address) else { return (Vec::new(), bottom) };
        let (left, top) = (self.right() - CODE, bottom - CODE);
        let mut items = squares(&code, left, top);
        let width = self.width() - CODE - FOOT_SIZE;
        let mut words = Paragraph::words(fonts, Weight::Regular, self.language.command_line().door_code);
        let lines = words.lines(fonts, FOOT_SIZE, width, 3);
        let first = bottom - (lines.len() as f32 - 1.0) * FOOT_SIZE * LEADING - FOOT_SIZE * 0.3;
        for (number, line) in lines.into_iter().enumerate() {
            let x = left - FOOT_SIZE - line.width;
            items.push(text(line, x, first + number as f32 * FOOT_SIZE * LEADING, QUIET));
        }
        (items, top - FOOT_SIZE)
    }

    fn blocks(&self, sessions: &[&Session], scale: f32, fonts: &mut Fonts) -> Vec<Block> {
        sessions.iter().map(|session| self.block(session, scale, fonts)).collect()
    }

    /// Times at the left, title and speakers beside them. A session that is cancelled says so in the place of its speakers.
    fn block(&self, session: &Session, scale: f32, fonts: &mut Fonts) -> Block {
        let (size, small) = (TITLE_SIZE * scale, SMALL_SIZE * scale);
        let times = TIMES * size;
        let color = if session.cancelled { QUIET } else { INK };
        let mut column = Column { items: Vec::new(), y: 0.0 };
        let title = Paragraph::title(fonts, &session.title, self.is_from_right());
        column.put(title, (size, self.width() - times, TITLE_LINES), color, fonts);
        let below = if session.cancelled { self.language.messages().cancelled.to_owned() } else { session.speakers.join(", ") };
        let below = Paragraph::words(fonts, Weight::Regular, &below);
        column.put(below, (small, self.width() - times, SPEAKER_LINES), QUIET, fonts);
        let from_right = self.is_from_right();
        let mut items: Vec<Item> =
            column.items.into_iter().map(|item| if from_right { item } else { item.moved(times, 0.0) }).collect();
        let mut clock = Column { items: Vec::new(), y: 0.0 };
        let start = Paragraph::clock(fonts, Weight::Bold, &session.span.start.clock());
        clock.put(start, (size, times, 1), color, fonts);
        let end = (session.span.minutes() > 0).then(|| format!("–{}", session.span.end.clock()));
        let end = Paragraph::clock(fonts, Weight::Regular, &end.unwrap_or_default());
        clock.put(end, (small, times, 1), QUIET, fonts);
        let beside = if from_right { self.width() - times * 0.75 } else { 0.0 };
        items.extend(clock.items.into_iter().map(|item| item.moved(beside, 0.0)));
        Block { items, height: column.y.max(clock.y) + size * BETWEEN }
    }

    fn is_from_right(&self) -> bool {
        holds_right_to_left(&self.program.title)
    }

    fn size(&self) -> Screen {
        match self.paper {
            Paper::A4 => Screen { width: 595, height: 842 },
            Paper::Letter => Screen { width: 612, height: 792 },
        }
    }

    fn right(&self) -> f32 {
        self.size().width as f32 - MARGIN
    }

    fn width(&self) -> f32 {
        self.right() - MARGIN
    }
}

/// Returns the names of the slices that the sheets need, given the list of all slices, see [`needed_slices`](super::needed_slices).
pub fn door_slices<'l>(program: &Program, language: Language, fonts: &Fonts, list: &'l str) -> Vec<&'l str> {
    let mut text = program.title.clone();
    program.rooms.iter().for_each(|room| text += room.name_in(language.tag()));
    for session in &program.sessions {
        text += &session.title;
        session.speakers.iter().for_each(|speaker| text += speaker);
    }
    slices::needed(list, &fonts.uncovered(&text), slices::preferred(texts_of(program)))
}

/// A session, from its top.
struct Block {
    items: Vec<Item>,
    height: f32,
}

/// Splits blocks into parts that are no higher than this, each with at least one.
fn parted(blocks: Vec<Block>, height: f32) -> Vec<Vec<Block>> {
    let mut parts: Vec<Vec<Block>> = Vec::new();
    let mut left = 0.0;
    for block in blocks {
        match parts.last_mut() {
            Some(part) if block.height <= left => {
                left -= block.height;
                part.push(block);
            }
            _ => {
                left = height - block.height;
                parts.push(vec![block]);
            }
        }
    }
    parts
}

/// Lines below each other, from the left margin.
struct Column {
    items: Vec<Item>,
    y: f32,
}

impl Column {
    /// Adds a text of this size and width in at most so many lines.
    fn put(&mut self, mut words: Paragraph, (size, width, at_most): (f32, f32, usize), color: u32, fonts: &mut Fonts) {
        for line in words.lines(fonts, size, width, at_most) {
            self.y += size * LEADING;
            let x = if line.from_right { MARGIN + width - line.width } else { MARGIN };
            self.items.push(text(line, x, self.y - size * (LEADING - 1.0), color));
        }
    }

    fn rule(&mut self, width: f32) {
        let frame = Frame { x: MARGIN, y: self.y, width, height: 1.0 };
        self.items.push(Item::Filled { frame, radius: 0.0, color: rgb(RULE) });
    }
}

fn text(line: Line, x: f32, baseline: f32, color: u32) -> Item {
    let Line { text, weight, size, width, glyphs, .. } = line;
    Item::Text(TextRun { text, weight, size, x, baseline, width, color: rgb(color), glyphs })
}

/// A code without its quiet zone, which the margins are; runs of dark modules as one shape, so that no seam shows between them.
fn squares(code: &Code, left: f32, top: f32) -> Vec<Item> {
    let module = CODE / code.size() as f32;
    let mut items = Vec::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.is_dark(*x, y)).count();
            if run > 0 {
                let frame =
                    Frame { x: left + x as f32 * module, y: top + y as f32 * module, width: run as f32 * module, height: module };
                items.push(Item::Filled { frame, radius: 0.0, color: rgb(INK) });
            }
            x += run.max(1);
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::super::fonts::tests::fonts;
    use super::super::pdf::{About, pdf};
    use super::*;
    use crate::import::{Options, import};

    fn program(sessions: usize) -> Program {
        let row = |number: usize| {
            let (hour, minute) = (8 + number / 6, number % 6 * 10);
            format!(
                "2031-05-10,{hour:02}:{minute:02},{hour:02}:{:02},Hall,나도 할 수 있다 오픈 소스 {number},Ada Lee\n",
                minute + 9
            )
        };
        let table = format!(
            "# title: Fair\n# time_zone: Asia/Seoul\ndate,start,end,room,title,speakers\n{}\
             2031-05-10,10:00,10:40,\"Attic & <Loft>\",Looms,Bo\n2031-05-11,10:00,10:40,Attic & <Loft>; Hall,Knots,\n\
             2031-05-11,11:00,11:40,,Nowhere,\n",
            (0..sessions).map(row).collect::<String>()
        );
        import(table.as_bytes(), &Options::default()).expect("a program").program
    }

    fn pages(program: &Program, paper: Paper, address: Option<&str>) -> Option<Vec<Page>> {
        let mut fonts = fonts()?;
        let sheets = DoorSheets { program, language: Language::Korean, paper, day: None, address };
        Some(sheets.pages(&mut fonts))
    }

    fn scene(page: &Page) -> &Scene {
        &page.scenes[0].scene
    }

    #[test]
    fn every_session_with_a_room_is_on_its_door_whole_and_inside_the_sheet() {
        for (sessions, sheets) in [(3, 4), (12, 4), (60, 6)] {
            for paper in Paper::ALL {
                let program = program(sessions);
                let Some(pages) = pages(&program, paper, Some("https://timetable.example.org/")) else { return };
                assert!(pages.len() >= sheets, "{} sheets of {sessions}", pages.len());
                let words: Vec<&str> = pages.iter().map(|page| scene(page).words.as_str()).collect();
                for number in 0..sessions {
                    let times = format!("{:02}:{:02}", 8 + number / 6, number % 6 * 10);
                    assert_eq!(words.iter().filter(|words| words.contains(&format!("{times}\n–"))).count().min(1), 1, "{times}");
                }
                assert_eq!(words.iter().filter(|words| words.contains("Knots")).count(), 2, "on two doors");
                assert!(words.iter().all(|words| !words.contains("Nowhere")));
                for page in &pages {
                    let (size, items) = (scene(page).screen, &scene(page).items);
                    for frame in items.iter().map(Item::frame) {
                        let is_inside = frame.x >= MARGIN - 1.0
                            && frame.right() <= size.width as f32 - MARGIN + 1.0
                            && frame.y > 0.0
                            && frame.bottom() <= size.height as f32 - MARGIN + 6.0;
                        assert!(is_inside, "{frame:?} of {size:?}");
                    }
                    let texts: Vec<Frame> = items.iter().filter(|item| matches!(item, Item::Text(_))).map(Item::frame).collect();
                    for (at, one) in texts.iter().enumerate() {
                        for other in &texts[at + 1..] {
                            let apart = one.right() <= other.x + 0.5
                                || other.right() <= one.x + 0.5
                                || one.bottom() <= other.y + one.height * 0.2
                                || other.bottom() <= one.y + other.height * 0.2;
                            assert!(apart, "{one:?} and {other:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_code_opens_the_room() {
        let program = program(2);
        let Some(pages) = pages(&program, Paper::A4, Some("https://timetable.example.org/2031/")) else { return };
        let attic = pages.iter().map(scene).find(|scene| scene.words.contains("Loft")).expect("a sheet");
        // As a printer with 288 dots per inch has it.
        const DOTS: usize = 4;
        let (width, height) = (attic.screen.width as usize * DOTS, attic.screen.height as usize * DOTS);
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
            let (x, y) = ((x as f32 + 0.5) / DOTS as f32, (y as f32 + 0.5) / DOTS as f32);
            let covers = |frame: Frame| (frame.x..frame.right()).contains(&x) && (frame.y..frame.bottom()).contains(&y);
            let is_inked = attic.items.iter().any(|item| matches!(item, Item::Filled { frame, .. } if covers(*frame)));
            if is_inked { 0 } else { 255 }
        });
        let read = image.detect_grids().first().expect("a code").decode().expect("a code").1;
        let id = &program.rooms.iter().find(|room| room.name.contains("Loft")).expect("a room").id;
        assert_eq!(read, format!("https://timetable.example.org/2031/?room={}", urlencoding::encode(id.as_str())));
    }

    #[test]
    fn the_same_sheets_are_the_same_file_with_language_title_and_tags() {
        let program = program(3);
        let (Some(pages), Some(mut fonts)) = (pages(&program, Paper::A4, None), fonts()) else { return };
        let about = About { title: "Fair & Square", language: "ko" };
        let file = pdf(&pages, about, &mut fonts);
        assert_eq!(file, pdf(&pages, about, &mut fonts));
        let text = String::from_utf8_lossy(&file);
        assert!(text.starts_with("%PDF-") && text.contains("Fair &amp; Square"), "title");
        assert!(file.len() < 200_000, "{} bytes: fonts are embedded by what is used", file.len());
    }
}
