//! What picture is wanted: for which phone, where on it, in which colours, for which day.

use crate::components::frame::{option, options};
use crate::element::{El, all, el, live, nothing};
use crate::page;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::messages::Messages;
use siganpyo::program::Date;
use siganpyo::wallpaper::device::{self, Device, Platform, Screen};
use siganpyo::wallpaper::theme::Theme;
use siganpyo::wallpaper::zone::Zone;
use siganpyo::wire::settings::Settings;

/// Smallest and largest side of a picture that can be asked for, in pixels.
const SIDES: std::ops::RangeInclusive<u32> = 320..=4096;

/// A picture as the person wants it.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    pub screen: Screen,
    pub zone: Zone,
    pub theme: Theme,
    /// Only this day.
    pub day: Option<Date>,
}

impl Wanted {
    /// What was chosen last, else what suits this phone.
    pub fn by_settings(settings: &Settings) -> Wanted {
        let zone = settings.zone.as_deref().and_then(Zone::parse);
        let theme = settings.theme.as_deref().and_then(Theme::parse);
        Wanted {
            screen: settings.screen.map_or_else(this_screen, |(width, height)| Screen { width, height }),
            zone: zone.unwrap_or_else(|| this_platform().default_zone()),
            theme: theme.unwrap_or(Theme::Black),
            day: None,
        }
    }
}

fn candidates() -> Vec<&'static Device> {
    let (width, height, ratio) = page::screen();
    let ios = page::is_ios();
    let fits = |device: &&Device| (device.platform == Platform::Android) != ios;
    device::candidates(width.into(), height.into(), ratio).into_iter().filter(fits).collect()
}

fn this_screen() -> Screen {
    let (width, height, ratio) = page::screen();
    candidates().first().map_or_else(|| device::measured(width.into(), height.into(), ratio), |device| device.screen)
}

fn this_platform() -> Platform {
    let unknown = if page::is_ios() { Platform::Iphone } else { Platform::Android };
    candidates().first().map_or(unknown, |device| device.platform)
}

/// The choices beside the picture; each draws it anew and is remembered.
pub fn choices(wanted: RwSignal<Wanted>, state: State) -> El {
    let messages = state.messages();
    let change = move |change: &dyn Fn(&mut Wanted)| {
        wanted.update(|wanted| change(wanted));
        remember(&wanted.read_untracked(), state);
    };
    let theme = |(theme, label): (Theme, &str)| {
        option(label, move || wanted.read().theme == theme, move || change(&|wanted| wanted.theme = theme))
    };
    let themes = [(Theme::Black, messages.theme_black), (Theme::Paper, messages.theme_paper)];
    el("div")
        .class("choices")
        .child(days(wanted, state))
        .child(options(messages.theme, themes.map(theme)))
        .child(phone(wanted, move |screen| change(&|wanted| wanted.screen = screen), messages))
        .child(zones(&wanted.read_untracked(), move |zone| change(&|wanted| wanted.zone = zone), messages))
}

fn remember(wanted: &Wanted, state: State) {
    state.set(|settings| {
        settings.screen = (wanted.screen != this_screen()).then_some((wanted.screen.width, wanted.screen.height));
        settings.zone = Some(wanted.zone.name().to_owned());
        settings.theme = Some(wanted.theme.name().to_owned());
    });
}

/// One day or all of them, where the plan has several.
fn days(wanted: RwSignal<Wanted>, state: State) -> AnyView {
    let messages = state.messages();
    let choice = move |day: Option<Date>, label: &str| {
        option(label, move || wanted.read().day == day, move || wanted.update(|wanted| wanted.day = day))
    };
    live(move || match state.days() {
        days if days.len() < 2 => nothing(),
        days => {
            let each = days.into_iter().map(|day| choice(Some(day), &(messages.date)(day)));
            options(messages.which_day, [choice(None, messages.all_days)].into_iter().chain(each))
        }
    })
}

/// A list to choose from: value, label, and whether it is chosen at first.
fn select(name: &str, label: &str, choices: Vec<(String, String, bool)>, chosen: impl Fn(String) + 'static) -> El {
    let choices = choices
        .into_iter()
        .map(|(value, label, chosen)| el("option").attr("value", value).maybe_attr("selected", chosen.then_some("")).text(label));
    let list = el("select").attr("data-field", name).on("change", move |event| chosen(event_target_value(&event)));
    el("label").class("field").child(el("span").text(label)).child(list.children(choices))
}

fn zones(wanted: &Wanted, choose: impl Fn(Zone) + 'static, messages: &'static Messages) -> El {
    let choice = |zone: Zone| (zone.name().to_owned(), (messages.zone_name)(zone.name()).to_owned(), zone == wanted.zone);
    select("zone", messages.zone, Zone::ALL.map(choice).to_vec(), move |name| {
        Zone::parse(&name).into_iter().for_each(&choose);
    })
}

/// Which phone the picture is for: this one as far as it can be told, another of the table, or a size typed in.
fn phone(wanted: RwSignal<Wanted>, choose: impl Fn(Screen) + Copy + 'static, messages: &'static Messages) -> AnyView {
    let current = wanted.read_untracked().screen;
    let typing = RwSignal::new(!is_offered(current));
    let chosen = move |value: String| match value.split_once('x') {
        Some((width, height)) => {
            typing.set(false);
            if let (Ok(width), Ok(height)) = (width.parse(), height.parse()) {
                choose(Screen { width, height });
            }
        }
        None => typing.set(true),
    };
    let width = side(
        messages.pixels_wide,
        move || wanted.read().screen.width,
        move |width| {
            choose(Screen { width, ..wanted.read_untracked().screen });
        },
    );
    let height = side(
        messages.pixels_high,
        move || wanted.read().screen.height,
        move |height| {
            choose(Screen { height, ..wanted.read_untracked().screen });
        },
    );
    let sizes = el("div").class("sizes").live("hidden", move || (!typing.get()).then(String::new)).child(width).child(height);
    all([select("phone", messages.phone, phones(current, messages), chosen), sizes])
}

fn phones(current: Screen, messages: &Messages) -> Vec<(String, String, bool)> {
    let size = |screen: Screen| format!("{}x{}", screen.width, screen.height);
    let label = |device: &Device| format!("{} · {}×{}", device.name, device.screen.width, device.screen.height);
    let guess = this_screen();
    let candidates = candidates();
    let this = candidates.first().map_or_else(|| size(guess), |device| label(device));
    let others =
        device::all().iter().filter(|device| device.screen != guess || candidates.iter().skip(1).any(|other| other == device));
    let mut phones = vec![(size(guess), (messages.phone_guessed)(&this), current == guess)];
    phones.extend(others.map(|device| (size(device.screen), label(device), current != guess && device.screen == current)));
    phones.push(("other".to_owned(), messages.phone_other.to_owned(), !is_offered(current)));
    phones
}

fn is_offered(screen: Screen) -> bool {
    screen == this_screen() || device::all().iter().any(|device| device.screen == screen)
}

/// One side of the picture in pixels; a number outside what can be drawn is not taken.
fn side(label: &str, value: impl Fn() -> u32 + Send + 'static, set: impl Fn(u32) + 'static) -> El {
    let changed = move |typed: String| {
        let side = typed.parse().ok().filter(|side| SIDES.contains(side));
        side.into_iter().for_each(&set);
    };
    let input = el("input")
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", SIDES.start().to_string())
        .attr("max", SIDES.end().to_string())
        .live_value(move || value().to_string())
        .on("change", move |event| changed(event_target_value(&event)));
    el("label").class("field").child(el("span").text(label)).child(input)
}
