//! What picture is wanted: for which phone, where on it, in which colours, for which day.

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
#[component]
pub fn Choices(wanted: RwSignal<Wanted>, state: State, messages: &'static Messages) -> impl IntoView {
    let remember = move || {
        let wanted = wanted.get_untracked();
        state.set(|settings| {
            settings.screen = (wanted.screen != this_screen()).then_some((wanted.screen.width, wanted.screen.height));
            settings.zone = Some(wanted.zone.name().to_owned());
            settings.theme = Some(wanted.theme.name().to_owned());
        });
    };
    let change = move |change: &dyn Fn(&mut Wanted)| {
        wanted.update(|wanted| change(wanted));
        remember();
    };
    let themes = [(Theme::Black, messages.theme_black), (Theme::Paper, messages.theme_paper)];
    view! {
        <div class="choices">
            <Days wanted state messages/>
            <fieldset class="field">
                <legend>{messages.theme}</legend>
                <div class="options">
                    {themes.map(|(theme, label)| view! {
                        <button aria-pressed=move || (wanted.read().theme == theme).to_string()
                            on:click=move |_| change(&|wanted| wanted.theme = theme)>{label}</button>
                    }).collect_view()}
                </div>
            </fieldset>
            <Phone wanted choose=Callback::new(move |screen: Screen| change(&|wanted| wanted.screen = screen)) messages/>
            <label class="field">
                <span>{messages.zone}</span>
                <select data-field="zone" prop:value=move || wanted.read().zone.name()
                    on:change=move |event| {
                        let zone = Zone::parse(&event_target_value(&event));
                        zone.into_iter().for_each(|zone| change(&|wanted| wanted.zone = zone));
                    }>
                    {Zone::ALL.map(|zone| {
                        let chosen = wanted.read_untracked().zone == zone;
                        view! { <option value=zone.name() selected=chosen>{(messages.zone_name)(zone.name())}</option> }
                    }).collect_view()}
                </select>
            </label>
        </div>
    }
}

/// One day or all of them, where the plan has several.
#[component]
fn Days(wanted: RwSignal<Wanted>, state: State, messages: &'static Messages) -> impl IntoView {
    let days = Memo::new(move |_| {
        let mut days: Vec<Date> = state.entries().iter().map(|entry| entry.day).collect();
        days.sort();
        days.dedup();
        days
    });
    let choice = move |day: Option<Date>, label: String| {
        view! {
            <button aria-pressed=move || (wanted.read().day == day).to_string() on:click=move |_| wanted.update(|wanted| wanted.day = day)>{label}</button>
        }
    };
    move || {
        let days = days.get();
        (days.len() > 1).then(|| {
            view! {
                <fieldset class="field">
                    <legend>{messages.which_day}</legend>
                    <div class="options">
                        {choice(None, messages.all_days.to_owned())}
                        {days.into_iter().map(|day| choice(Some(day), (messages.date)(day))).collect_view()}
                    </div>
                </fieldset>
            }
        })
    }
}

/// Which phone the picture is for: this one as far as it can be told, another of the table, or a size typed in.
#[component]
fn Phone(wanted: RwSignal<Wanted>, choose: Callback<Screen>, messages: &'static Messages) -> impl IntoView {
    let typing = RwSignal::new(false);
    let size = |screen: Screen| format!("{}x{}", screen.width, screen.height);
    let label = |device: &Device| format!("{} · {}×{}", device.name, device.screen.width, device.screen.height);
    let guess = this_screen();
    let this = match candidates().first() {
        Some(device) => (messages.phone_guessed)(&label(device)),
        None => (messages.phone_guessed)(&format!("{}×{}", guess.width, guess.height)),
    };
    let chosen = move |event| match event_target_value(&event).split_once('x') {
        Some((width, height)) => {
            typing.set(false);
            if let (Ok(width), Ok(height)) = (width.parse(), height.parse()) {
                choose.run(Screen { width, height });
            }
        }
        None => typing.set(true),
    };
    let current = wanted.read_untracked().screen;
    let known = current == guess || device::all().iter().any(|device| device.screen == current);
    typing.set(!known);
    let others =
        device::all().iter().filter(|device| device.screen != guess || candidates().iter().skip(1).any(|other| other == device));
    view! {
        <label class="field">
            <span>{messages.phone}</span>
            <select data-field="phone" on:change=chosen>
                <option value=size(guess) selected=current == guess>{this}</option>
                {others.map(|device| view! {
                    <option value=size(device.screen) selected=current != guess && device.screen == current>{label(device)}</option>
                }).collect_view()}
                <option value="other" selected=!known>{messages.phone_other}</option>
            </select>
        </label>
        <Show when=move || typing.get()>
            <div class="sizes">
                <Side label=messages.pixels_wide value=move || wanted.read().screen.width
                    set=Callback::new(move |width| choose.run(Screen { width, ..wanted.get_untracked().screen }))/>
                <Side label=messages.pixels_high value=move || wanted.read().screen.height
                    set=Callback::new(move |height| choose.run(Screen { height, ..wanted.get_untracked().screen }))/>
            </div>
        </Show>
    }
}

/// One side of the picture in pixels; a number outside what can be drawn is not taken.
#[component]
fn Side(label: &'static str, #[prop(into)] value: Signal<u32>, set: Callback<u32>) -> impl IntoView {
    let changed = move |event| {
        let typed = event_target_value(&event).parse().ok();
        typed.filter(|side| SIDES.contains(side)).into_iter().for_each(|side| set.run(side));
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <input type="number" inputmode="numeric" min=SIDES.start().to_string() max=SIDES.end().to_string()
                prop:value=move || value.get().to_string() on:change=changed/>
        </label>
    }
}
