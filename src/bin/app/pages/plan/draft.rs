//! An own entry as it is being typed.

use siganpyo::messages::Refusal;
use siganpyo::messages::plan_page::PlanMessages;
use siganpyo::plan::OwnEntry;
use siganpyo::present::own_span;
use siganpyo::program::{Date, Moment, Program};

#[derive(Clone, PartialEq, Default)]
pub struct Draft {
    /// None for a new entry.
    pub id: Option<String>,
    pub title: String,
    pub day: Option<Date>,
    pub start: String,
    pub end: String,
    pub place: String,
    pub note: String,
}

impl Draft {
    /// To change an entry.
    pub fn of(own: &OwnEntry) -> Draft {
        let filled = |text: &Option<String>| text.clone().unwrap_or_default();
        Draft {
            id: Some(own.id.clone()),
            title: own.title.clone(),
            place: filled(&own.place),
            note: filled(&own.note),
            ..Draft::between(own.span.start, own.span.end)
        }
    }

    /// For a time.
    pub fn between(start: Moment, end: Moment) -> Draft {
        Draft { day: Some(start.program_day()), start: start.clock(), end: end.clock(), ..Draft::default() }
    }

    /// With an hour to begin with, where there is none: from the next half hour on if it is for the day of `now`, else at noon.
    pub fn with_times(self, now: Option<Moment>) -> Draft {
        if !self.start.is_empty() {
            return self;
        }
        let now = now.filter(|now| self.day == Some(now.program_day()));
        let start = now.map_or(12 * 60, |now| (u32::from(now.hour()) * 60 + u32::from(now.minute())) / 30 * 30 + 30);
        let clock = |minutes: u32| format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
        Draft { start: clock(start), end: clock(start + 60), ..self }
    }

    /// The entry, or what is missing.
    pub fn finish(&self, program: &Program, messages: &PlanMessages) -> Result<OwnEntry, Refusal> {
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let title = filled(&self.title).ok_or_else(messages.own_untitled)?;
        let span = self.day.and_then(|day| own_span(program, day, &self.start, &self.end)).ok_or_else(messages.own_no_time)?;
        let id = self.id.clone().unwrap_or_else(new_id);
        Ok(OwnEntry { id, title, span, place: filled(&self.place), note: filled(&self.note) })
    }
}

/// Random, so that two devices never use one id for two entries.
fn new_id() -> String {
    let draw = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("own-{:08x}{:08x}", draw(), draw())
}
