//! How the values of arguments are read. What is unknown is refused, with the known ones that are most like it.

use siganpyo::export::Alarm;
use siganpyo::messages::Language;
use siganpyo::program::{Color, Date, Moment, link, similar};
use siganpyo::wallpaper::{Post, Screen, Zone, device};

pub fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| format!("must be one of {}", Language::ALL.map(Language::tag).join(", ")))
}

pub fn screen(text: &str) -> Result<(Screen, Option<Zone>), String> {
    if let Some(post) = Post::parse(text) {
        return Ok((post.screen(), Some(post.zone())));
    }
    let side = |digits: &str| digits.trim().parse().ok().filter(|side| *side > 0);
    let sides = text.split_once(['x', 'X', '×']).and_then(|(width, height)| Some((side(width)?, side(height)?)));
    let screen = sides.map(|(width, height)| Screen { width, height }).or_else(|| device::named(text));
    screen.map(|screen| (screen, None)).ok_or_else(|| {
        let names: Vec<String> = device::names().map(|(name, _)| name).collect();
        let near = perhaps(text, names.iter().map(String::as_str).chain(Post::ALL.map(Post::name)));
        format!("must be width and height in pixels such as 1179x2556, square, story, or a name of \"siganpyo screens\"{near}")
    })
}

pub fn zone(label: &str) -> Result<Zone, String> {
    let names = Zone::ALL.map(Zone::name);
    let known = || format!("must be one of {}, or a band such as band-385-870{}", names.join(", "), perhaps(label, names));
    Zone::parse(label).ok_or_else(known)
}

/// The end of a message about an unknown name.
pub fn perhaps<'n>(meant: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    match similar::candidates(meant, known).as_slice() {
        [] => String::new(),
        near => format!("; perhaps {}", near.join(", ")),
    }
}

pub fn web_address(text: &str) -> Result<String, String> {
    link::is_web(text)
        .then(|| text.to_owned())
        .ok_or_else(|| "must be an address that begins with https:// or http://".to_owned())
}

pub fn color(text: &str) -> Result<Color, String> {
    Color::parse(text).ok_or_else(|| "must be a colour such as #3776ab".to_owned())
}

pub fn moment(text: &str) -> Result<Moment, String> {
    Moment::parse(text).ok_or_else(|| "must be a moment such as 2018-08-18T13:00:00+09:00".to_owned())
}

pub fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "must be a date such as 2018-08-18".to_owned())
}

pub fn alarm(text: &str) -> Result<Alarm, String> {
    Alarm::parse(text).ok_or_else(|| "must be minutes, at most a day of them, or way".to_owned())
}
