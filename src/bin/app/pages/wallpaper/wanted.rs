//! Which picture the person wants: for which phone or paper, in which zone, in which colours, of which days.

use crate::browser;
use crate::state::State;
use crate::state::pictures;
use leptos::prelude::*;
use siganpyo::plan::{Entry, Plan, entries};
use siganpyo::program::{Color, Date, Moment, Program, SessionId};
use siganpyo::wallpaper::device::{self, Device, Platform, Screen};
use siganpyo::wallpaper::{Design, Paper, Post, Theme, Zone};
use siganpyo::wire::picture_choices::PictureChoices;

/// A picture as the person wants it.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    pub screen: Screen,
    pub zone: Zone,
    /// The one that reads best where absent.
    pub design: Option<Design>,
    pub theme: Theme,
    /// Takes the place of screen and zone.
    pub paper: Option<Paper>,
    /// Only these days; all where empty.
    pub days: Vec<Date>,
    /// Only what is not over yet.
    pub from_now: bool,
    /// The conference's, where the person knows better than the program.
    pub color: Option<Color>,
    /// With the conference's logo, if it has one.
    pub logo: bool,
    /// With a QR code.
    pub code: bool,
}

impl Wanted {
    /// What was chosen last, else what suits this phone and shows the whole plan.
    pub fn remembered(program: &Program, state: State) -> Wanted {
        let (choices, settings) = (pictures::choices(), state.settings.current.get_untracked());
        let PictureChoices { other, code, from_now, .. } = &choices;
        let zone = settings.zone.as_deref().and_then(Zone::parse);
        let theme = settings.theme.as_deref().and_then(Theme::parse);
        let mut wanted = Wanted {
            screen: settings.screen.map_or_else(this_screen, |(width, height)| Screen { width, height }),
            zone: zone.unwrap_or_else(|| this_platform().default_zone()),
            design: choices.design.as_deref().and_then(Design::parse),
            theme: theme.unwrap_or(Theme::Black),
            paper: None,
            days: days(&choices, program, state),
            // Before and after the conference there is no such choice.
            from_now: *from_now && untrack(|| is_on(state)),
            color: choices.color.filter(|_| choices.program == program.id.as_str()),
            logo: !choices.without_logo,
            code: *code,
        };
        if let Some(other) = other {
            wanted.aim_at(other);
        }
        // In the evening nothing is left of today.
        if wanted.from_now && !untrack(|| wanted.is_left(program, state)) {
            wanted.days.clear();
        }
        wanted
    }

    /// Whether something of the wanted days is not over.
    fn is_left(&self, program: &Program, state: State) -> bool {
        let now = now().map_or(0, Moment::unix);
        let is_wanted = |entry: &Entry| self.days.is_empty() || self.days.contains(&entry.day);
        let entries = state.plan.current.with(|plan| entries(plan, program, ""));
        entries.iter().any(|entry| entry.takes_place() && is_wanted(entry) && entry.span.until().unix() > now)
    }

    /// Sets the target by its word: a size in pixels such as `1179x2556`, a square, a story or a sheet of paper.
    pub fn aim_at(&mut self, word: &str) {
        // Under a sheet of paper the phone's zone stays what it was.
        let was_phone = self.has_phones_zone();
        self.paper = Paper::parse(word);
        let screen = match Post::parse(word) {
            Some(post) => Some((post.screen(), post.zone())),
            None => size(word).map(|screen| (screen, if was_phone { self.zone } else { device::default_zone(screen) })),
        };
        if let Some((screen, zone)) = screen {
            (self.screen, self.zone) = (screen, zone);
        }
    }

    /// The word for what it is for, where that is no phone.
    pub fn other(&self) -> Option<&'static str> {
        match self.paper {
            Some(paper) => Some(paper.name()),
            None if self.zone == Zone::Story => Some(Post::Story.name()),
            None => (self.screen == Post::Square.screen()).then_some(Post::Square.name()),
        }
    }

    /// Whether it is for a lock screen; else it is to print, to send or to post.
    pub fn is_for_lock_screen(&self) -> bool {
        self.paper.is_none() && self.has_phones_zone()
    }

    fn has_phones_zone(&self) -> bool {
        ![Zone::Story, Zone::Full].contains(&self.zone)
    }

    /// Remembers the choices.
    pub fn remember(&self, state: State) {
        let today = untrack(|| today(state));
        let is_today = self.days.len() == 1 && self.days.first() == today.as_ref();
        pictures::remember_choices(&PictureChoices {
            other: self.other().map(str::to_owned),
            design: self.design.map(|design| design.name().to_owned()),
            code: self.code,
            from_now: self.from_now,
            today: is_today,
            on: today,
            program: state.plan.current.with_untracked(|plan| plan.program.to_string()),
            days: if is_today { Vec::new() } else { self.days.clone() },
            color: self.color,
            without_logo: !self.logo,
        });
        if !self.is_for_lock_screen() {
            return;
        }
        state.settings.set(|settings| {
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

fn size(word: &str) -> Option<Screen> {
    let (width, height) = word.split_once('x')?;
    Some(Screen { width: width.parse().ok()?, height: height.parse().ok()? })
}

/// The days that were chosen last, as far as the plan still has several and these among them. On a day of the plan, that one, unless
/// something else was chosen on this very day.
fn days(choices: &PictureChoices, program: &Program, state: State) -> Vec<Date> {
    let (planned, today) = untrack(|| (state.plan.days(), today(state)));
    let is_of_program = choices.program == program.id.as_str();
    let is_of_today = is_of_program && today.is_some() && choices.on == today;
    let is_on = today.is_some_and(|today| planned.contains(&today));
    let mut days = match today.filter(|_| choices.today || is_on && !is_of_today) {
        Some(today) => vec![today],
        None if is_of_program => choices.days.clone(),
        None => Vec::new(),
    };
    days.retain(|day| planned.len() > 1 && planned.contains(day));
    days
}

/// The present program day at the venue.
pub fn today(state: State) -> Option<Date> {
    let offset = state.program.get()?.sessions.first()?.span.start.offset();
    Moment::new(now()?.unix(), offset).map(Moment::program_day)
}

/// Whether some of the plan is over and some is not.
pub fn is_on(state: State) -> bool {
    let (Some(program), Some(now)) = (state.program.get(), now()) else { return false };
    let entries = state.plan.current.with(|plan| entries(plan, &program, ""));
    let over = entries.iter().filter(|entry| entry.span.end <= now).count();
    0 < over && over < entries.len()
}

/// The present moment, in Greenwich.
pub fn now() -> Option<Moment> {
    Moment::new(browser::clock(), 0)
}

/// What the browser of a common iPhone says of its screen. A computer has no lock screen of its own, so there the picture is for such
/// a phone at first.
const COMMON_PHONE: (u32, u32, f64) = (393, 852, 3.0);

/// The phones of the table that this one may be.
pub fn candidates() -> Vec<&'static Device> {
    let is_handheld = browser::is_handheld();
    let (width, height, ratio) = if is_handheld { browser::screen() } else { COMMON_PHONE };
    let ios = browser::is_ios() || !is_handheld;
    let fits = |device: &&Device| (device.platform == Platform::Android) != ios;
    device::candidates(width.into(), height.into(), ratio).into_iter().filter(fits).collect()
}

/// The screen of this phone, as far as it can be told.
pub fn this_screen() -> Screen {
    let (width, height, ratio) = browser::screen();
    candidates().first().map_or_else(|| device::measured(width.into(), height.into(), ratio), |device| device.screen)
}

fn this_platform() -> Platform {
    let unknown = if browser::is_ios() { Platform::Iphone } else { Platform::Android };
    candidates().first().map_or(unknown, |device| device.platform)
}
