//! The head of a picture: the conference with its year, as of when, and on a ticket the day.

use super::Request;
use super::block::{Block, BlockKind, first};
use super::design::Design;
use super::fonts::Fonts;
use super::scene::{Frame, Item, Weight};
use super::text::{Line, Paragraph};
use super::theme::Palette;
use super::typeset::FLOOR;
use crate::program::line::isolated;
use crate::program::{Color, Program, VersionName};

/// The size of the conference's name in points: the largest that shows all of it is used.
const NAME_SIZES: [f32; 3] = [15.0, 13.0, FLOOR];
const TICKET_NAME_SIZES: [f32; 4] = [18.0, 16.0, 14.0, FLOOR];

/// The size of the day on a ticket, in points.
const DAY: f32 = 12.5;

/// The share of the width that is left to the name next to other text.
const NAME_SHARE: f32 = 0.62;

/// The distance below the name in points.
const BELOW: f32 = 6.0;

/// The inner margins of a ticket's head in points: at the sides, at the top and at the bottom.
const SIDES: f32 = 10.0;
const TOP: f32 = 8.0;
const BOTTOM: f32 = 12.0;

/// The radius of its corners in points.
const CORNERS: f32 = 9.0;

/// The diameter in points of the holes along which it is torn off, and the distance of their centres.
const HOLE: f32 = 5.0;
const HOLES_APART: f32 = 9.0;

/// The most of a head that its logo takes: its height on a ticket in points, else in sizes of the name, and its share of the width.
const LOGO: f32 = 34.0;
const PLAIN_LOGO: f32 = 1.5;
const LOGO_SHARE: f32 = 0.22;

/// The distance from the logo to the text in points.
const BESIDE: f32 = 8.0;

/// Line distance in ems.
const LEADING: f32 = 1.3;

/// What comes before the rest of a long name.
const NAME_ENDS: [&str; 6] = [": ", " – ", " — ", " | ", " - ", " ("];

/// A short name has at least this many letters.
const LEAST_NAME: usize = 3;

/// Returns the conference's name without what explains it, and with the year.
///
/// It is the publisher's title up to a colon, a dash or a bracket. The year is that of the first day, unless the name has it.
pub(super) fn name_and_year(program: &Program) -> String {
    let title = program.title.trim();
    let ends = NAME_ENDS.iter().filter_map(|end| title.find(end)).filter(|end| title[..*end].chars().count() >= LEAST_NAME);
    let name = ends.min().map_or(title, |end| title[..end].trim_end());
    match program.days.first().map(|day| day.date.year()) {
        Some(year) if !name.contains(&year.to_string()) && !name.contains(&format!("’{:02}", year % 100)) => {
            format!("{} {year}", isolated(name))
        }
        _ => isolated(name),
    }
}

/// From where to where a head has text, in pixels.
#[derive(Clone, Copy)]
struct Columns {
    left: f32,
    right: f32,
}

impl Columns {
    fn width(self) -> f32 {
        self.right - self.left
    }
}

/// Composes the heads of all pictures of a plan.
pub(super) struct Head<'a> {
    request: &'a Request<'a>,
    name: String,
    /// As of when the program is.
    version: String,
    palette: Palette,
    /// One point, in pixels.
    point: f32,
    /// Width of the band in pixels.
    width: f32,
}

impl<'a> Head<'a> {
    pub(super) fn new(request: &'a Request<'a>, point: f32, width: f32) -> Head<'a> {
        let messages = request.language.picture_messages();
        let year = request.program.days.first().map(|day| day.date.year());
        let version = VersionName::of(&request.program.version).map(|name| match name {
            VersionName::Date(date) => (messages.as_of)(date, year.is_none_or(|year| year != date.year())),
            VersionName::Word(word) => (messages.version)(word),
        });
        let (name, version) = (name_and_year(request.program), version.unwrap_or_default());
        Head { request, name, version, palette: request.palette(), point, width }
    }

    /// Composes the head of one picture with its top left at the origin; `day` is what a ticket says below the name at the left
    /// and at the right.
    pub(super) fn compose(&self, fonts: &mut Fonts, design: Design, day: [&str; 2]) -> Block {
        match design {
            Design::Ticket => self.ticket(fonts, day),
            Design::Agenda | Design::Grid => self.plain(fonts),
        }
    }

    fn plain(&self, fonts: &mut Fonts) -> Block {
        let mut block = Block::new(BlockKind::Head, 0.0);
        let Palette { text, quiet, .. } = self.palette;
        let logo = (self.point * NAME_SIZES[0] * PLAIN_LOGO).round();
        let left = self.logo(&mut block, 0.0, (0.0, logo), text);
        let columns = Columns { left, right: self.width };
        let name = self.name(fonts, &NAME_SIZES, columns);
        let size = name.as_ref().map_or(0.0, |line| line.size);
        // In the middle of the logo, if there is one.
        let below = if left > 0.0 { (logo - size * LEADING).max(0.0) } else { 0.0 };
        self.line(fonts, &mut block, name, &self.version, (columns, size + below / 2.0), (text, quiet));
        block.height = size * LEADING + below + self.point * BELOW;
        block
    }

    fn ticket(&self, fonts: &mut Fonts, [day, right]: [&str; 2]) -> Block {
        let mut block = Block::new(BlockKind::Head, 0.0);
        let (side, ink) = (self.point * SIDES, self.palette.on_head);
        let [top, small] = [self.point * TOP, (self.point * DAY).ceil()];
        let mut logo = Block::new(BlockKind::Head, 0.0);
        let left = self.logo(&mut logo, side, (top, (self.point * LOGO).round()), ink);
        let columns = Columns { left, right: self.width - side };
        let name = self.name(fonts, &TICKET_NAME_SIZES, columns);
        let size = name.as_ref().map_or(0.0, |line| line.size);
        let first_line = top + size;
        let second_line = first_line + small * (LEADING + 0.15);
        let height = (second_line + self.point * BOTTOM).ceil();
        let frame = Frame { x: 0.0, y: 0.0, width: self.width, height };
        block.items.push(Item::Filled { frame, radius: self.point * CORNERS, color: self.palette.head });
        self.tear_off(&mut block, height);
        block.items.append(&mut logo.items);
        self.line(fonts, &mut block, name, &self.version, (columns, first_line), (ink, ink));
        let mut words = Paragraph::words(fonts, Weight::Bold, day);
        let right_width = Paragraph::words(fonts, Weight::Regular, right).width(small) + small;
        let day = first(words.lines(fonts, small, (columns.width() - right_width).max(columns.width() / 3.0), 1));
        self.line(fonts, &mut block, day, right, (columns, second_line), (ink, ink));
        block.height = height + self.point * BELOW;
        block
    }

    /// Adds the logo, if there is one, from this column on and between these rows, and returns where text begins.
    fn logo(&self, block: &mut Block, left: f32, (top, room): (f32, f32), color: Color) -> f32 {
        let Some(mark) = self.request.logo else { return left };
        let (width, height) = mark.within(self.width * LOGO_SHARE, room);
        let frame = Frame { x: left.round(), y: (top + (room - height) / 2.0).round(), width, height };
        block.items.push(Item::Logo { frame, mark: mark.clone(), color });
        frame.right() + self.point * BESIDE
    }

    /// Makes the lower edge square and bites holes into it, in the colour of the ground.
    fn tear_off(&self, block: &mut Block, bottom: f32) {
        let corners = (self.point * CORNERS).ceil();
        let square = Frame { x: 0.0, y: bottom - corners, width: self.width, height: corners };
        block.items.push(Item::Filled { frame: square, radius: 0.0, color: self.palette.head });
        let diameter = (self.point * HOLE).round();
        let count = (self.width / (self.point * HOLES_APART)).floor().max(1.0);
        let apart = self.width / count;
        for number in 0..count as usize {
            let x = (apart * (number as f32 + 0.5) - diameter / 2.0).round();
            // The centre is still inside, so that the edge of the hole is blended with the head.
            let frame = Frame { x, y: bottom - diameter / 2.0 - 1.0, width: diameter, height: diameter };
            block.items.push(Item::Filled { frame, radius: diameter / 2.0, color: self.palette.ground });
        }
    }

    /// Returns the name as large as it is shown whole, beside what else is on its line.
    fn name(&self, fonts: &mut Fonts, sizes: &[f32], columns: Columns) -> Option<Line> {
        let width = columns.width();
        let mut name = Paragraph::words(fonts, Weight::Bold, &self.name);
        let version = self.version_width(fonts);
        let room = if version > 0.0 { (width - version).max(width * NAME_SHARE) } else { width };
        let sizes: Vec<f32> = sizes.iter().map(|size| (size * self.point).ceil()).collect();
        let fits = sizes.iter().find(|size| name.width(**size) <= room).or(sizes.last());
        first(name.lines(fonts, *fits?, room, 1))
    }

    fn version_width(&self, fonts: &mut Fonts) -> f32 {
        let size = (FLOOR * self.point).ceil();
        let width = Paragraph::words(fonts, Weight::Regular, &self.version).width(size);
        if width > 0.0 { width + size } else { 0.0 }
    }

    /// Adds a line of text at the left, and small text at the right as far as there is room.
    fn line(
        &self,
        fonts: &mut Fonts,
        block: &mut Block,
        left: Option<Line>,
        right: &str,
        (columns, baseline): (Columns, f32),
        (ink, right_ink): (Color, Color),
    ) {
        let size = (FLOOR * self.point).ceil();
        let end = block.text(left, columns.left, baseline, ink);
        let room = columns.right - end - size / 2.0;
        let right = first(Paragraph::words(fonts, Weight::Regular, right).lines(fonts, size, room, 1));
        let x = columns.right - right.as_ref().map_or(0.0, |line| line.width);
        block.text(right, x, baseline, right_ink);
    }

    /// Returns the day as people say it, with what the publisher calls it.
    pub(super) fn day(&self, day: crate::program::Date) -> (String, Option<&'a str>) {
        let label = self.request.program.days.iter().find(|other| other.date == day).and_then(|day| day.label.as_deref());
        ((self.request.language.picture_messages().day)(day), label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::program_file;

    #[test]
    fn the_name_is_short_and_has_the_year_once() {
        let check = |title: &str, expected: &str| {
            let text = format!(
                r#"{{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "{title}", "time_zone": "Asia/Seoul",
                "days": [{{"date": "2018-08-18"}}], "rooms": [], "tracks": [], "sessions": []}}"#
            );
            let program = program_file::read(&text).expect("a program");
            assert_eq!(name_and_year(&program), expected, "{title}");
        };
        check("PyCon Korea 2018", "PyCon Korea 2018");
        check("파이콘 한국", "파이콘 한국 2018");
        check("PyCon Korea: the Python conference of Seoul", "PyCon Korea 2018");
        check("38C3 – Illegal Instructions (final)", "38C3 2018");
        check("TypeScript’18", "TypeScript’18");
        check("A: B", "A: B 2018");
    }
}
