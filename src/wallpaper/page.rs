//! The page on which a timetable is laid out: the band of a screen with what is the same in all pictures.

use super::Request;
use super::design::Design;
use super::device::density;
use super::fonts::Fonts;
use super::footer::Footer;
use super::head::Head;
use super::rows::is_from_right;
use super::typeset::{FLOOR, Settings};
use super::zone::Band;

/// The least width of a lane of a grid in points; and the most lanes.
const LANE: f32 = 92.0;
const MOST_LANES: usize = 5;

/// The page on which rows are laid out.
pub(super) struct Page<'a> {
    pub(super) design: Design,
    pub(super) request: &'a Request<'a>,
    pub(super) fonts: &'a mut Fonts,
    pub(super) settings: &'static Settings,
    pub(super) band: Band,
    pub(super) point: f32,
    pub(super) head: Head<'a>,
    pub(super) footer: Footer<'a>,
    /// Whether the program is read from right to left.
    pub(super) from_right: bool,
    /// Whether type is made smaller rather than breaking a word.
    pub(super) keeps_words: bool,
    /// The most lines of a title.
    pub(super) most_lines: usize,
    /// The most lanes of a grid.
    pub(super) most_lanes: usize,
    /// The largest type that the other pictures of the set allow.
    pub(super) most_even: u32,
}

impl<'a> Page<'a> {
    pub(super) fn new(design: Design, request: &'a Request<'a>, fonts: &'a mut Fonts, with_code: bool) -> Page<'a> {
        let (band, point) = (request.zone.band(request.screen), request.point.unwrap_or_else(|| density(request.screen)));
        let (width, settings) = (band.width() as f32, design.settings());
        Page {
            design,
            request,
            fonts,
            settings,
            band,
            point,
            head: Head::new(request, point, width),
            footer: Footer::new(request, (FLOOR * point).ceil(), point, width, with_code),
            from_right: is_from_right(request.program),
            keeps_words: true,
            most_lines: settings.most_lines.0,
            most_lanes: ((width / point / LANE) as usize).clamp(1, MOST_LANES),
            most_even: u32::MAX,
        }
    }

    /// Returns the height of the band in points.
    pub(super) fn height_in_points(&self) -> f32 {
        self.band.height() as f32 / self.point
    }

    /// Returns the height of the band without the foot, and without the pixel by which sums of heights may be off.
    pub(super) fn entries_height(&self) -> f32 {
        self.band.height() as f32 - self.footer.height() - 1.0
    }
}
