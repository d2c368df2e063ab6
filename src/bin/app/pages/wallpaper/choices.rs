//! The choices beside the picture; each draws it anew.

use super::band::{as_band, band_editor};
use super::brand::{self, Logo};
use super::photo::{self, Photo};
use super::studio::Studio;
use super::styles;
use super::wanted::{candidates, is_on, this_screen, today};
use crate::browser;
use crate::components::check::check;
use crate::components::element::{El, all, button, live, nothing, tag};
use crate::components::frame::{actions, option, options};
use crate::components::notice::notice;
use crate::state::pictures;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::messages::studio::StudioMessages;
use siganpyo::program::{Color, Date};
use siganpyo::wallpaper::device::{self, Device, Screen};
use siganpyo::wallpaper::{Design, Paper, Post, Theme, Zone};
use web_sys::HtmlInputElement;

/// Smallest and largest side of a picture that can be asked for, in pixels.
const SIDES: std::ops::RangeInclusive<u32> = 320..=4096;

const OTHER: &str = "other";

pub fn choices(studio: Studio) -> El {
    let Studio { wanted, state, .. } = studio;
    let is_screen = Memo::new(move |_| wanted.read().paper.is_none());
    let is_coded = wanted.read_untracked().code;
    let turn = move |is_on| studio.change(|wanted| wanted.code = is_on);
    let code = check("code", state.language().studio_messages().code, is_coded, turn);
    tag::div()
        .class("choices")
        .live_child(move || if is_screen.get() { looks(studio) } else { nothing() })
        .child(days(studio))
        .child(phone(studio))
        .live_child(move || if is_screen.get() { zone_choices(studio) } else { nothing() })
        .live_child(move || logo(studio))
        .children((!studio.is_sample).then_some(code))
}

/// Whether with the conference's logo, if it has one.
fn logo(studio: Studio) -> AnyView {
    if !matches!(*studio.logo.read(), Logo::Here(_)) {
        return nothing();
    }
    let turn = move |is_on| studio.change(|wanted| wanted.logo = is_on);
    check("logo", studio.messages.logo, studio.wanted.read_untracked().logo, turn).into()
}

/// Where on the lock screen, which paper does not have.
fn zone_choices(studio: Studio) -> AnyView {
    all([zones(studio), band_editor(studio.wanted, studio.state)])
}

/// Days, where the plan has several; and what is not over yet, while the conference goes on.
fn days(studio: Studio) -> AnyView {
    let Studio { wanted, state, messages, .. } = studio;
    live(move || {
        let days = state.plan.days();
        let date = state.messages().date;
        let today = today(state);
        let is_on = is_on(state);
        if days.len() < 2 && !is_on {
            return nothing();
        }
        // Of a single day there is nothing to choose but what is left of it.
        let several = days.len() > 1;
        let every = several.then(|| {
            option(messages.all_days, move || wanted.read().days.is_empty(), move || studio.change(|wanted| wanted.days.clear()))
        });
        let each = days.into_iter().filter(|_| several).map(|day| {
            let label = if today == Some(day) { (messages.today)(&date(day)) } else { date(day) };
            option(&label, move || wanted.read().days.contains(&day), move || studio.change(|wanted| turn(&mut wanted.days, day)))
        });
        let rest = is_on.then(|| {
            let turn = move || studio.change(|wanted| wanted.from_now = !wanted.from_now);
            option(messages.from_now, move || wanted.read().from_now, turn)
        });
        options(messages.which_day, every.into_iter().chain(each).chain(rest))
    })
}

fn turn(days: &mut Vec<Date>, day: Date) {
    let before = days.len();
    days.retain(|known| *known != day);
    if days.len() == before {
        days.push(day);
    }
}

/// Designs and colours, of which paper has no small pictures.
fn looks(studio: Studio) -> AnyView {
    let Studio { wanted, .. } = studio;
    let theme = Memo::new(move |_| wanted.read().theme);
    let more = live(move || match theme.get() {
        Theme::Color => color(studio),
        Theme::Photo => photo_field(studio),
        // It is that of the ticket's head.
        _ if studio.drawn.get() == Some(Design::Ticket) => color(studio),
        _ => nothing(),
    });
    all([styles::designs(studio).into(), styles::themes(studio).into(), more])
}

/// The conference's colour, unless the person knows better.
fn color(studio: Studio) -> AnyView {
    let of_conference = studio.state.program.get().and_then(|program| brand::color(&program));
    let color = studio.wanted.read_untracked().color.or(of_conference).unwrap_or(Color { red: 0x2f, green: 0x5d, blue: 0x8c });
    let input = tag::input().input_type("color").attr("data-field", "color").attr("value", color.to_string());
    let input = input.on("change", move |event| {
        let color = Color::parse(&event_target_value(&event));
        studio.change(|wanted| wanted.color = color);
    });
    tag::label().class("field").child(tag::span().text(studio.messages.color)).child(input).into()
}

fn photo_field(studio: Studio) -> AnyView {
    let failed = RwSignal::new(false);
    let chosen = move |event: web_sys::Event| {
        let input: HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let image = browser::pictures::open(&file).await.ok();
            failed.set(image.is_none());
            if let Some(image) = image {
                studio.photo.set(Photo::Here(image.clone()));
                pictures::keep_photo(photo::to_keep(&image)).await;
            }
        });
    };
    let input = tag::input().input_type("file").attr("accept", "image/*").action("open-photo").on("change", chosen);
    let messages = studio.messages;
    let field = tag::label().class("button file").text(messages.photo).child(input);
    let about = live(move || {
        let is_given = matches!(*studio.photo.read(), Photo::OfConference(_));
        tag::p().class("fine").text(if is_given { messages.photo_given } else { messages.photo_about }).into()
    });
    let refused = live(move || if failed.get() { notice((messages.not_a_photo)(), []) } else { nothing() });
    let forget = live(move || match studio.photo.get() {
        Photo::Here(_) => actions([forget_photo(studio)]).into(),
        _ => nothing(),
    });
    all([field.into(), about, refused, forget])
}

fn forget_photo(studio: Studio) -> El {
    let forget = move || {
        studio.photo.set(Photo::Absent);
        let is_given = untrack(|| studio.state.program.get()).is_some_and(|program| brand::background(&program).is_some());
        spawn_local(async move {
            pictures::keep_photo(None).await;
            if is_given {
                let _ = studio.photo.try_set(Photo::Unknown);
            }
        });
    };
    button("forget-photo", studio.messages.forget_photo).class("button").on_click(forget)
}

/// A list to choose from: value, label, and whether it is chosen at first.
fn select(name: &str, label: &str, choices: Vec<(String, String, bool)>, chosen: impl Fn(String) + 'static) -> El {
    let choices = choices.into_iter().map(|(value, label, chosen)| {
        tag::option().attr("value", value).maybe_attr("selected", chosen.then_some("")).text(label)
    });
    let list = tag::select().attr("data-field", name).on("change", move |event| chosen(event_target_value(&event)));
    tag::label().class("field").child(tag::span().text(label)).child(list.children(choices))
}

fn zones(studio: Studio) -> AnyView {
    let Studio { wanted, messages, .. } = studio;
    // Rendered again with the screen, which may have a zone of its own.
    let screen = Memo::new(move |_| wanted.read().screen);
    live(move || {
        screen.track();
        let current = wanted.read_untracked().zone;
        let choice = |zone: Zone| (zone.name().to_owned(), zone.in_words(messages).to_owned(), zone.name() == current.name());
        let zones = Zone::ALL.into_iter().chain([Zone::Band(as_band(current))]);
        let chosen = move |name: String| {
            studio.change(|wanted| {
                wanted.zone = Zone::parse(&name).unwrap_or_else(|| Zone::Band(as_band(wanted.zone)));
            });
        };
        select("zone", messages.zone, zones.map(choice).collect(), chosen).into()
    })
}

/// Which phone or paper the picture is for: this phone as far as it can be told, another of the table, or a size typed in.
fn phone(studio: Studio) -> AnyView {
    let Studio { wanted, messages, .. } = studio;
    let (current, other) = wanted.with_untracked(|wanted| (wanted.screen, wanted.other()));
    let typing = RwSignal::new(other.is_none() && !is_offered(current));
    let chosen = move |value: String| {
        typing.set(value == OTHER);
        studio.change(|wanted| wanted.aim_at(&value));
    };
    let width = side(messages.pixels_wide, studio, |screen| &mut screen.width);
    let height = side(messages.pixels_high, studio, |screen| &mut screen.height);
    let sizes = tag::div().class("sizes").live("hidden", move || (!typing.get()).then(String::new)).child(width).child(height);
    all([select("phone", messages.phone, phones(current, other, messages), chosen), sizes])
}

fn phones(current: Screen, other: Option<&str>, messages: &StudioMessages) -> Vec<(String, String, bool)> {
    let size = |screen: Screen| format!("{}x{}", screen.width, screen.height);
    let shown = |screen: Screen| format!("{}×{}", screen.width, screen.height);
    let label = |device: &Device| format!("{} · {}", device.name, shown(device.screen));
    let guess = this_screen();
    let candidates = candidates();
    let this = candidates.first().map_or_else(|| shown(guess), |device| label(device));
    let this = if browser::is_handheld() { (messages.phone_guessed)(&this) } else { this };
    let others =
        device::all().iter().filter(|device| device.screen != guess || candidates.iter().skip(1).any(|other| other == device));
    let mut phones = vec![(size(guess), this, other.is_none() && current == guess)];
    phones.extend(
        others
            .map(|device| (size(device.screen), label(device), other.is_none() && current != guess && device.screen == current)),
    );
    let posts = Post::ALL.map(|post| (post.name(), post.in_words(messages)));
    let papers = Paper::ALL.map(|paper| (paper.name(), paper.in_words(messages)));
    let further = posts.into_iter().chain(papers);
    phones.extend(further.map(|(word, label)| (word.to_owned(), label.to_owned(), other == Some(word))));
    phones.push((OTHER.to_owned(), messages.phone_other.to_owned(), other.is_none() && !is_offered(current)));
    phones
}

fn is_offered(screen: Screen) -> bool {
    [this_screen(), Post::Square.screen()].contains(&screen) || device::all().iter().any(|device| device.screen == screen)
}

/// One side of the picture in pixels; a number outside what can be drawn is not taken.
fn side(label: &str, studio: Studio, of: fn(&mut Screen) -> &mut u32) -> El {
    let changed = move |event| {
        let side = event_target_value(&event).parse().ok().filter(|side| SIDES.contains(side));
        if let Some(side) = side {
            studio.change(|wanted| *of(&mut wanted.screen) = side);
        }
    };
    let input = tag::input()
        .input_type("number")
        .attr("inputmode", "numeric")
        .attr("min", SIDES.start().to_string())
        .attr("max", SIDES.end().to_string())
        .live_value(move || of(&mut studio.wanted.read().screen.clone()).to_string())
        .on("change", changed);
    tag::label().class("field").child(tag::span().text(label)).child(input)
}
