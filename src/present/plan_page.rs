//! The plan as shown by its page: days with blocks and gaps drawn to scale, and the texts about each entry.

#[cfg(test)]
mod tests;

use super::day_plan::{DayPlan, PlanBlock, PlanGap, PlanStack, Stage, Totals, day_plans};
use super::timetable::{day_heading, day_name};
use super::{Axis, Lane};
use crate::messages::Messages;
use crate::messages::plan_page::PlanMessages;
use crate::plan::{Change, Entry, EntryId, Pick, Plan, Priority, Source, Standing, entries, new_overlaps};
use crate::program::{Date, Moment, Program, Session, SessionId, Span};

/// The most overlaps of one entry that are listed; more would fill the page.
const MOST_SAID: usize = 3;
/// The number of titles shown on a stack.
const MOST_LISTED: usize = 12;

/// The plan, prepared for the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanPage {
    /// Days with entries, in order.
    pub days: Vec<PageDay>,
    /// The totals of all days.
    pub totals: Totals,
    /// Number of entries with changes to confirm.
    pub news: usize,
    /// Overlaps caused by changes of the program, one sentence each.
    pub new_overlaps: Vec<String>,
}

/// One day of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PageDay {
    /// The day.
    pub date: Date,
    /// Its heading.
    pub heading: String,
    /// The time axis; one unit of height is a minute.
    pub axis: Axis,
    /// Whether some of its blocks stand side by side.
    pub is_parallel: bool,
    /// The totals of the day.
    pub totals: Totals,
    /// Gaps and entries in time order.
    pub items: Vec<Item>,
}

impl PlanPage {
    /// Returns all entries with their days.
    pub fn entries(&self) -> impl Iterator<Item = (&PageDay, &PageEntry)> {
        self.days.iter().flat_map(|day| day.entries().map(move |entry| (day, entry)))
    }

    /// Returns the day that a visit opens, if today is one of the plan: today, or the next one once everything of today is over. `None`
    /// for all of them.
    pub fn opens_at(&self, today: Date) -> Option<Date> {
        let is_over = |day: &PageDay| day.entries().all(|entry| entry.stage == Stage::Past);
        let from_today = self.days.iter().skip_while(|day| day.date != today);
        from_today.into_iter().find(|day| !is_over(day)).map(|day| day.date)
    }
}

impl PageDay {
    /// Returns the entries of the day.
    pub fn entries(&self) -> impl Iterator<Item = &PageEntry> {
        self.items.iter().filter_map(|item| if let Item::Entry(entry) = item { Some(&**entry) } else { None })
    }
}

/// An item of a day.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// Free time.
    Gap(PlanGap),
    /// An entry.
    Entry(Box<PageEntry>),
    /// Entries that are drawn as one block. Each of them also follows as an entry, for views that are not drawn to scale.
    Stack(PageStack),
}

/// Entries at about the same time that are drawn as one block.
#[derive(Debug, Clone, PartialEq)]
pub struct PageStack {
    /// The ids of the entries, in time order.
    pub entries: Vec<EntryId>,
    /// Distance from the day's top in minutes.
    pub top: i64,
    /// Its height in minutes.
    pub height: i64,
    /// Its lane next to other blocks at its time.
    pub lane: Lane,
    /// The number of entries, as text.
    pub count: String,
    /// The start of the first and the end of the last entry, `13:00–14:10`.
    pub when: String,
    /// Start and title of the first few.
    pub first: Vec<(String, String)>,
}

/// One entry of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PageEntry {
    /// The id of the entry.
    pub id: EntryId,
    /// Distance of its block from the day's top, in minutes.
    pub top: i64,
    /// The height of its block, in minutes.
    pub height: i64,
    /// Its lane next to overlapping entries; `None` if it is in a stack.
    pub lane: Option<Lane>,
    /// Over, on, next or later.
    pub stage: Stage,
    /// The title.
    pub title: String,
    /// Start and end, `13:00–13:25`.
    pub when: String,
    /// The rooms.
    pub rooms: String,
    /// The speakers.
    pub speakers: String,
    /// The user's note.
    pub note: Option<String>,
    /// How much the user wants to attend it.
    pub priority: Option<Priority>,
    /// The entries at the same time.
    pub clashes: Vec<EntryId>,
    /// The overlaps between which the user has not chosen, as sentences: one for each of the first few, then how many more
    /// there are.
    pub overlaps: Vec<String>,
    /// What was chosen: how many entries it is chosen instead of, or which entry was chosen instead of it.
    pub decided: Option<String>,
    /// A warning that there is too little time to get there.
    pub tight: Option<String>,
    /// Its changes since it was picked, as words for attributes.
    pub changes: Vec<Change>,
    /// The same and other news as texts, with the values before and after.
    pub news: Vec<News>,
    /// Whether there are changes to confirm.
    pub is_news: bool,
    /// What became of it.
    pub standing: Standing,
    /// Whether the program still has it, so that it has a page.
    pub has_page: bool,
    /// Candidates for the session, if the user must be asked, with texts that tell them apart.
    pub candidates: Vec<(SessionId, String)>,
}

/// A change.
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    /// What happened.
    pub sentence: &'static str,
    /// The values before and after, if there are any.
    pub values: Option<(String, String)>,
}

/// The messages of the page.
#[derive(Clone, Copy)]
pub struct Words {
    /// The general messages.
    pub messages: &'static Messages,
    /// The messages of this page.
    pub plan: &'static PlanMessages,
}

/// Returns the plan at a moment (in seconds since 1970). `walking` is the minutes between rooms if the program does not state
/// them.
pub fn plan_page(plan: &Plan, program: &Program, now: i64, walking: i64, words: Words) -> PlanPage {
    let entries = entries(plan, program, words.messages.tag);
    let days = day_plans(&entries, program, now, walking);
    let title = |at: usize| entries[at].title.as_str();
    let caused = new_overlaps(&entries, plan);
    PlanPage {
        totals: days.iter().map(|day| day.totals).sum(),
        news: plan.picks().filter(|pick| pick.has_news(program)).count(),
        new_overlaps: first_few(
            caused.len(),
            caused.iter().map(|pair| (words.plan.new_overlap)(title(pair.first), title(pair.second), pair.minutes)),
            words,
        ),
        days: days.into_iter().map(|day| page_day(day, &entries, plan, program, words)).collect(),
    }
}

fn page_day(day: DayPlan, entries: &[Entry], plan: &Plan, program: &Program, words: Words) -> PageDay {
    let mut gaps = day.gaps.iter().peekable();
    let mut stacks = day.stacks.iter().peekable();
    let mut items = Vec::new();
    for block in &day.blocks {
        items.extend(gaps.next_if(|gap| gap.gap.before == block.entry).map(|gap| Item::Gap(*gap)));
        let stack = stacks.next_if(|stack| stack.entries[0] == block.entry);
        items.extend(stack.map(|stack| Item::Stack(page_stack(stack, entries, words))));
        items.push(Item::Entry(Box::new(page_entry(block, entries, plan, program, words))));
    }
    PageDay {
        date: day.date,
        heading: day_heading(program, day.date, words.messages),
        is_parallel: day.blocks.iter().filter_map(|block| block.lane).any(|lane| lane.lanes > 1),
        axis: day.axis,
        totals: day.totals,
        items,
    }
}

/// Returns the first few of `count` sentences, and a sentence with the number of the others.
fn first_few(count: usize, sentences: impl Iterator<Item = String>, words: Words) -> Vec<String> {
    let shown = if count > MOST_SAID + 1 { MOST_SAID } else { count };
    sentences.take(shown).chain((count > shown).then(|| (words.plan.more)(count - shown))).collect()
}

fn page_stack(stack: &PlanStack, entries: &[Entry], words: Words) -> PageStack {
    let stacked: Vec<&Entry> = stack.entries.iter().map(|at| &entries[*at]).collect();
    let ends = [stacked.iter().map(|entry| entry.span.start).min(), stacked.iter().map(|entry| entry.span.end).max()];
    PageStack {
        entries: stacked.iter().map(|entry| entry.id.clone()).collect(),
        top: stack.top,
        height: stack.height,
        lane: stack.lane,
        count: (words.plan.stacked)(stacked.len()),
        when: ends.into_iter().flatten().map(Moment::clock).collect::<Vec<_>>().join("–"),
        first: stacked.iter().take(MOST_LISTED).map(|entry| (entry.span.start.clock(), entry.title.clone())).collect(),
    }
}

fn page_entry(block: &PlanBlock, entries: &[Entry], plan: &Plan, program: &Program, words: Words) -> PageEntry {
    let entry = &entries[block.entry];
    let (pick, note) = match &entry.id {
        EntryId::Pick(session) => (plan.picks.get(session).map(|record| &record.value), None),
        EntryId::Own(id) => (None, plan.own.get(id).and_then(|record| record.value.note.clone())),
    };
    let clash = |(other, minutes): &(usize, i64)| (words.messages.overlap_with)(&entries[*other].title, *minutes);
    PageEntry {
        id: entry.id.clone(),
        top: block.top,
        height: block.height,
        lane: block.lane,
        stage: block.stage,
        title: entry.title.clone(),
        when: range(entry.span),
        rooms: entry.rooms.join(", "),
        speakers: entry.speakers.join(", "),
        note,
        priority: entry.priority,
        clashes: block.beside.iter().map(|other| entries[*other].id.clone()).collect(),
        overlaps: first_few(block.overlaps.len(), block.overlaps.iter().map(clash), words),
        decided: decided(block, entries, words),
        tight: block.tight.map(|tight| (words.plan.tight)(tight.minutes, tight.needed, &entries[tight.from].title)),
        changes: entry.changes.clone(),
        news: news(entry, pick, words.messages),
        is_news: pick.is_some_and(|pick| pick.has_news(program)),
        standing: entry.standing,
        has_page: entry.source == Source::Program,
        candidates: pick.map(|pick| candidates(pick, program, words.messages)).unwrap_or_default(),
    }
}

/// Returns what was chosen between overlapping entries, as seen from this one.
fn decided(block: &PlanBlock, entries: &[Entry], words: Words) -> Option<String> {
    let others = block.beside.len() - block.overlaps.len();
    let is_chosen = entries[block.entry].priority == Some(Priority::Must) && others > 0;
    let chosen = block.instead_of.map(|other| (words.plan.instead_of)(&entries[other].title));
    chosen.or_else(|| is_chosen.then(|| (words.plan.instead)(others)))
}

/// Returns what changed, and that it is cancelled or removed even if that was confirmed.
fn news(entry: &Entry, pick: Option<&Pick>, messages: &Messages) -> Vec<News> {
    let standing = match entry.standing {
        Standing::Planned => None,
        Standing::Cancelled => Some(Change::Cancelled),
        Standing::Removed if entry.changes.contains(&Change::Ambiguous) => None,
        Standing::Removed => Some(Change::Removed),
    };
    let known = standing.filter(|change| !entry.changes.contains(change));
    let plain = |sentence| News { sentence, values: None };
    let followed = entry.followed.then_some(messages.followed).map(plain);
    let returned = entry.returned.then_some(messages.returned).map(plain);
    let said = entry.changes.iter().chain(&known).map(|change| News {
        sentence: (messages.change)(*change),
        values: pick.and_then(|pick| values(*change, pick, entry, messages)),
    });
    followed.into_iter().chain(returned).chain(said).collect()
}

/// Returns the changed value when it was last seen, and the value now.
fn values(change: Change, pick: &Pick, entry: &Entry, messages: &Messages) -> Option<(String, String)> {
    let both = |value: &dyn Fn(Span) -> String| Some((value(pick.span), value(entry.span)));
    let names = |names: &[String]| if names.is_empty() { "–".to_owned() } else { names.join(", ") };
    match change {
        Change::Moved if pick.span.start.date() == entry.span.start.date() => both(&range),
        Change::Moved => both(&|span| format!("{} {}", (messages.date)(span.start.date()), range(span))),
        Change::Length => both(&|span| (messages.duration)(span.minutes())),
        Change::Room => Some((names(&pick.rooms), names(&entry.rooms))),
        Change::Retitled => Some((pick.title.clone(), entry.title.clone())),
        Change::Speakers => Some((names(&pick.speakers), names(&entry.speakers))),
        Change::Cancelled | Change::Removed | Change::Ambiguous => None,
    }
}

fn candidates(pick: &Pick, program: &Program, messages: &Messages) -> Vec<(SessionId, String)> {
    let told = |session: &Session| {
        let rooms = program.room_names(session, messages.tag).join(", ");
        let parts = [session.title.clone(), day_name(program, session.day, messages), range(session.span), rooms];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let open = if program.session(&pick.session).is_some() { &[] } else { pick.candidates.as_slice() };
    open.iter().filter_map(|id| program.session(id)).map(|session| (session.id.clone(), told(session))).collect()
}

/// Returns `13:00–13:25`, or only the start of a span without length.
pub(super) fn range(span: Span) -> String {
    if span.start == span.end { span.start.clock() } else { format!("{}–{}", span.start.clock(), span.end.clock()) }
}
