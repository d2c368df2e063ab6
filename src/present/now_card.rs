//! The answer to "where do I go now?": what is on for the user, what is next and how to get there.

#[cfg(test)]
mod tests;

use super::SessionSet;
use super::day_plan::{rooms_of, way};
use super::now::{LONG_ON, Now, Phase, end, is_on};
use super::plan_page::range;
use crate::messages::Messages;
use crate::messages::now::NowMessages;
use crate::plan::{Entry, EntryId, Plan, Priority, Source, entries};
use crate::program::{Kind, Moment, Program, RoomId, Session, Span, Ways};
use std::cmp::Reverse;

/// The most sessions that are suggested if nothing is picked.
const MOST_IDLE: usize = 3;
/// The most entries at once that are named.
const MOST_ON: usize = 2;
/// What begins later is not what users wait for now; in minutes.
const SOON: i64 = 4 * 60;
/// How long before a session users are told in any case, in minutes.
const LEAST_NOTICE: i64 = 3;

/// What the card says.
#[derive(Debug, Clone, PartialEq)]
pub struct NowCard {
    /// Before, during or after the conference.
    pub phase: Phase,
    /// A sentence above the lines: free time, that nothing is picked, the count-down, or that it is over.
    pub said: Option<String>,
    /// What is on for the user, and what is next.
    pub lines: Vec<CardLine>,
    /// Sessions that are on elsewhere, the closest first: one, or a few if nothing of the plan is on.
    pub elsewhere: Vec<CardLine>,
    /// What it is time to go to: there is no more time than the way takes, or than one needs to get up.
    pub due: Option<EntryId>,
}

/// A session or an own entry on the card.
#[derive(Debug, Clone, PartialEq)]
pub struct CardLine {
    /// Its id.
    pub id: EntryId,
    /// Whether the program has it, so that it has a page.
    pub has_page: bool,
    /// On, next or elsewhere.
    pub label: &'static str,
    /// Its title.
    pub title: String,
    /// `13:00–13:40`.
    pub when: String,
    /// Its rooms.
    pub rooms: String,
    /// Minutes left or to go, how many others are on, the way.
    pub notes: Vec<String>,
    /// Whether it is time to go.
    pub is_urgent: bool,
}

/// The messages of the card.
#[derive(Clone, Copy)]
pub struct NowWords {
    /// The general messages.
    pub messages: &'static Messages,
    /// The messages of the card.
    pub now: &'static NowMessages,
}

/// What the card is made from.
struct Situation<'a> {
    program: &'a Program,
    entries: Vec<Entry>,
    ways: Ways<'a>,
    /// Minutes between rooms if the program does not state them.
    walking: i64,
    /// Seconds since 1970.
    unix: i64,
    words: NowWords,
}

/// Returns the card at a moment (in seconds since 1970); `None` if there is nothing to say: before the conference without a plan. `walking` is the minutes between rooms if the program does not state them.
pub fn now_card(plan: &Plan, program: &Program, shown: &SessionSet, unix: i64, walking: i64, words: NowWords) -> Option<NowCard> {
    let mut entries = entries(plan, program, words.messages.tag);
    entries.retain(Entry::takes_place);
    let Now { phase, running, next, .. } = Now::new(program, shown, unix);
    let situation = Situation { program, entries, ways: Ways::of(program), walking, unix, words };
    match phase {
        Phase::Before => situation.before(),
        Phase::During => Some(situation.during(&running, next.first().copied())),
        Phase::After => Some(situation.after()),
    }
}

impl Situation<'_> {
    fn before(&self) -> Option<NowCard> {
        let first = self.entries.first()?;
        let offset = i64::from(first.span.start.offset());
        let day = |unix: i64| (unix + offset).div_euclid(86_400);
        let days = day(first.span.start.unix()) - day(self.unix);
        let line = self.line(first, self.words.now.begins, vec![(self.words.messages.date)(first.span.start.date())]);
        Some(NowCard {
            phase: Phase::Before,
            said: Some((self.words.now.days_to_go)(days)),
            lines: vec![line],
            elsewhere: Vec::new(),
            due: None,
        })
    }

    fn after(&self) -> NowCard {
        let heard = self.entries.iter().filter(|entry| matches!(entry.id, EntryId::Pick(_))).count();
        let said = match heard {
            0 => self.words.now.over.to_owned(),
            heard => format!("{}. {}", self.words.now.over, (self.words.now.heard)(heard)),
        };
        NowCard { phase: Phase::After, said: Some(said), lines: Vec::new(), elsewhere: Vec::new(), due: None }
    }

    fn during(&self, running: &[usize], coming: Option<usize>) -> NowCard {
        let mut on: Vec<&Entry> = self.entries.iter().filter(|entry| is_on(entry.span, self.unix)).collect();
        // What was chosen, else what began last: the other is the one that was left.
        on.sort_by_key(|entry| Reverse((is_chosen(entry), entry.span.start)));
        let main = on.first().copied();
        // Between what was not chosen the person stands in the corridor, so both rooms are named.
        let named = if main.is_some_and(is_chosen) { 1 } else { on.len().min(MOST_ON) };
        let next = self.entries.iter().find(|entry| entry.span.start.unix() > self.unix);
        let starts_with = |next: &&Entry| self.entries.iter().filter(|entry| entry.span.start == next.span.start).count();
        let together = next.as_ref().map_or(0, starts_with).saturating_sub(1);
        let is_idle = main.is_none() && next.is_none_or(|next| self.minutes_to(next) >= SOON);
        let most = if is_idle { MOST_IDLE } else { usize::from(named < 2) };
        let elsewhere = self.elsewhere(main, running, most);
        let line_of = |(at, entry): (usize, &&Entry)| self.on(entry, if at == 0 { on.len() - named } else { 0 });
        let lines = on.iter().take(named).enumerate().map(line_of).chain(next.map(|next| self.next(next, main, together)));
        let due = next.filter(|next| self.is_due(next, main)).map(|next| next.id.clone());
        let said = self.said(main, next, running, coming);
        NowCard { phase: Phase::During, said, lines: lines.collect(), elsewhere, due }
    }

    /// Whether there is no more time than the way takes, or than one needs to get up.
    fn is_due(&self, next: &Entry, main: Option<&Entry>) -> bool {
        self.minutes_to(next) <= self.way(next, main).max(LEAST_NOTICE)
    }

    /// Free time while nothing of the plan is on, or what else there is if nothing is to come either.
    fn said(&self, main: Option<&Entry>, next: Option<&Entry>, running: &[usize], coming: Option<usize>) -> Option<String> {
        let now = self.words.now;
        match (main, next) {
            (Some(_), _) => None,
            (None, Some(next)) if self.is_due(next, None) => None,
            (None, Some(next)) if self.is_today(next) => Some((now.free)(self.minutes_to(next))),
            (None, _) => {
                let mut rooms: Vec<_> = running.iter().filter_map(|at| self.program.sessions[*at].rooms.first()).collect();
                rooms.sort();
                rooms.dedup();
                Some(match (rooms.len(), running.len()) {
                    (0, 0) => match coming.filter(|_| next.is_none()) {
                        Some(at) => (now.nothing_until)(&self.when(&self.program.sessions[at])),
                        None => now.nothing_on.to_owned(),
                    },
                    (0, sessions) => (now.nothing_picked_of)(sessions),
                    (rooms, _) => (now.nothing_picked)(rooms),
                })
            }
        }
    }

    fn on(&self, entry: &Entry, others: usize) -> CardLine {
        let mut notes = self.left(entry.span);
        notes.extend((others > 0).then(|| (self.words.now.more_on)(others)));
        self.line(entry, self.words.now.on, notes)
    }

    /// What is next, and how many others start at the same time.
    fn next(&self, entry: &Entry, main: Option<&Entry>, others: usize) -> CardLine {
        let now = self.words.now;
        let minutes = self.minutes_to(entry);
        let way = self.way(entry, main);
        let is_late = minutes <= way;
        let date = (self.words.messages.date)(entry.span.start.date());
        let is_today = self.is_today(entry);
        // Free time until then is said above already.
        let is_said = main.is_none() && !self.is_due(entry, main);
        let mut notes: Vec<String> = match is_today {
            true => (!is_said).then(|| (now.starts_in)(minutes)).into_iter().collect(),
            false => vec![date],
        };
        notes.extend((way > 0 && is_today).then(|| if is_late { (now.go_now)(way) } else { (now.way)(way) }));
        notes.extend((others > 0).then(|| (now.more_on)(others)));
        let label = if is_today { now.next } else { now.tomorrow };
        CardLine { is_urgent: self.is_due(entry, main), ..self.line(entry, label, notes) }
    }

    /// When a session begins: the time of day, with the date if that is not today's.
    fn when(&self, session: &Session) -> String {
        let (start, clock) = (session.span.start, session.span.start.clock());
        let today = Moment::new(self.unix, start.offset()).map(Moment::program_day);
        if today == Some(session.day) { clock } else { format!("{} {clock}", (self.words.messages.date)(session.day)) }
    }

    /// Whether an entry is on the program day of the moment, which is that of the venue, or on the date that people go by after midnight.
    fn is_today(&self, entry: &Entry) -> bool {
        let start = entry.span.start;
        let is_now = |now: Moment| now.program_day() == entry.day || now.date() == start.date();
        Moment::new(self.unix, start.offset()).is_some_and(is_now)
    }

    /// Minutes of walking to an entry from the one that is on, or else from the one before.
    fn way(&self, entry: &Entry, main: Option<&Entry>) -> i64 {
        let before = || self.entries.iter().rev().find(|other| other.span.end <= entry.span.start && other.day == entry.day);
        let Some(from) = main.or_else(before) else { return 0 };
        let [from, to] = [from, entry].map(|entry| rooms_of(entry, self.program));
        if from.is_empty() || to.is_empty() { 0 } else { way(&from, &to, &self.ways, self.walking) }
    }

    /// What is on and not picked: the closest by walking and then by the order of rooms, then what began last, of which most is left to
    /// hear.
    fn elsewhere(&self, main: Option<&Entry>, running: &[usize], most: usize) -> Vec<CardLine> {
        let is_picked = |session: &Session| self.entries.iter().any(|entry| entry.id.as_str() == session.id.as_str());
        let is_choice =
            |session: &&Session| session.kind != Kind::Break && session.span.minutes() <= LONG_ON && !is_picked(session);
        let from = main.or_else(|| self.last_heard()).map(|entry| rooms_of(entry, self.program)).unwrap_or_default();
        let distance = |session: &Session| {
            let to: Vec<_> = session.rooms.iter().collect();
            let way = if from.is_empty() || to.is_empty() { 0 } else { way(&from, &to, &self.ways, self.walking) };
            (to.is_empty(), way, self.doors(&from, &to), Reverse(session.span.start), Reverse(end(session.span)))
        };
        let mut choices: Vec<&Session> = running.iter().map(|at| &self.program.sessions[*at]).filter(is_choice).collect();
        choices.sort_by_key(|session| distance(session));
        choices.truncate(most);
        // Where nothing of the plan is on, the sentence above says what they are.
        let label = if main.is_some() { self.words.now.also_on } else { "" };
        choices.into_iter().map(|session| self.session(session, label)).collect()
    }

    /// What was on last today: who has nothing on is still near it.
    fn last_heard(&self) -> Option<&Entry> {
        let is_over = |entry: &&Entry| entry.span.until().unix() <= self.unix && self.is_today(entry);
        self.entries.iter().filter(is_over).max_by_key(|entry| entry.span.until().unix())
    }

    /// How many doors further in the organiser's order of rooms, which mostly is that of the corridor; 0 where a room is not known.
    fn doors(&self, from: &[&RoomId], to: &[&RoomId]) -> usize {
        let place = |room: &&RoomId| self.program.rooms.index_of(room.as_str());
        let apart = |from: usize| to.iter().filter_map(place).map(move |to| from.abs_diff(to));
        from.iter().filter_map(place).flat_map(apart).min().unwrap_or(0)
    }

    fn session(&self, session: &Session, label: &'static str) -> CardLine {
        CardLine {
            id: EntryId::Pick(session.id.clone()),
            has_page: true,
            label,
            title: session.title.clone(),
            when: range(session.span),
            rooms: self.program.room_names(session, self.words.messages.tag).join(", "),
            notes: self.left(session.span),
            is_urgent: false,
        }
    }

    /// How long it still is on; nothing if nobody knows when it ends.
    fn left(&self, span: Span) -> Vec<String> {
        let left = || (self.words.now.left)(minutes_up(span.end.unix() - self.unix));
        (span.start != span.end).then(left).into_iter().collect()
    }

    fn line(&self, entry: &Entry, label: &'static str, notes: Vec<String>) -> CardLine {
        CardLine {
            id: entry.id.clone(),
            has_page: entry.source == Source::Program,
            label,
            title: entry.title.clone(),
            when: range(entry.span),
            rooms: entry.rooms.join(", "),
            notes,
            is_urgent: false,
        }
    }

    /// Whole minutes until the entry begins.
    fn minutes_to(&self, entry: &Entry) -> i64 {
        minutes_up(entry.span.start.unix() - self.unix)
    }
}

/// Whether it was chosen before what else is on.
fn is_chosen(entry: &Entry) -> bool {
    entry.priority == Some(Priority::Must)
}

/// A minute that has begun counts, so that nobody is told zero minutes while there is time.
fn minutes_up(seconds: i64) -> i64 {
    (seconds + 59).div_euclid(60)
}
