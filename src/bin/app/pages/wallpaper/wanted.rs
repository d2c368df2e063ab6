//! What picture is wanted: for which phone or paper, where on it, in which colours, of which days.

use crate::page;
use crate::state::State;
use siganpyo::plan::{Entry, Plan, entries};
use siganpyo::program::{Color, Date, Moment, Program, SessionId};
use siganpyo::wallpaper::device::{self, Device, Platform, Screen};
use siganpyo::wallpaper::{Paper, Theme, Zone};
use siganpyo::wire::settings::Settings;

/// A picture as the person wants it.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    pub screen: Screen,
    pub zone: Zone,
    pub theme: Theme,
    /// Takes the place of screen and zone.
    pub paper: Option<Paper>,
    /// Only these days; all where empty.
    pub days: Vec<Date>,
    /// Only what is not over yet.
    pub from_now: bool,
    /// The conference's, where the person knows better than the program.
    pub color: Option<Color>,
    /// With a QR code.
    pub code: bool,
}

impl Wanted {
    /// What was chosen last, else what suits this phone.
    pub fn by_settings(settings: &Settings) -> Wanted {
        let zone = settings.zone.as_deref().and_then(Zone::parse);
        let theme = settings.theme.as_deref().and_then(Theme::parse);
        Wanted {
            screen: settings.screen.map_or_else(this_screen, |(width, height)| Screen { width, height }),
            zone: zone.unwrap_or_else(|| this_platform().default_zone()),
            // The photo was not kept.
            theme: theme.filter(|theme| *theme != Theme::Photo).unwrap_or(Theme::Black),
            paper: None,
            days: Vec::new(),
            from_now: false,
            color: None,
            code: false,
        }
    }

    /// Whether it is for a lock screen; else it is to print, to send or to post.
    pub fn is_for_lock_screen(&self) -> bool {
        self.paper.is_none() && ![Zone::Story, Zone::Full].contains(&self.zone)
    }

    /// Keeps for the next time what belongs to the phone.
    pub fn remember(&self, state: State) {
        if !self.is_for_lock_screen() {
            return;
        }
        state.set(|settings| {
            settings.screen = (self.screen != this_screen()).then_some((self.screen.width, self.screen.height));
            settings.zone = Some(self.zone.label());
            settings.theme = Some(self.theme.name().to_owned());
        });
    }

    /// The moment from which on entries are wanted.
    pub fn from(&self) -> Option<Moment> {
        self.from_now.then(now).flatten()
    }

    /// The plan with nothing but the wanted days, where those are several but not all.
    pub fn plan_of_days(&self, mut plan: Plan, program: &Program) -> Plan {
        if self.days.len() > 1 {
            for Entry { id, day, .. } in entries(&plan, program, "") {
                if !self.days.contains(&day) {
                    plan.take_out(&SessionId::new(id.as_str()));
                    plan.take_out_own(id.as_str());
                }
            }
        }
        plan
    }
}

/// The present moment, in Greenwich.
pub fn now() -> Option<Moment> {
    Moment::new((js_sys::Date::now() / 1000.0) as i64, 0)
}

/// The phones of the table that this one may be.
pub fn candidates() -> Vec<&'static Device> {
    let (width, height, ratio) = page::screen();
    let ios = page::is_ios();
    let fits = |device: &&Device| (device.platform == Platform::Android) != ios;
    device::candidates(width.into(), height.into(), ratio).into_iter().filter(fits).collect()
}

/// The screen of this phone, as far as it can be told.
pub fn this_screen() -> Screen {
    let (width, height, ratio) = page::screen();
    candidates().first().map_or_else(|| device::measured(width.into(), height.into(), ratio), |device| device.screen)
}

fn this_platform() -> Platform {
    let unknown = if page::is_ios() { Platform::Iphone } else { Platform::Android };
    candidates().first().map_or(unknown, |device| device.platform)
}
