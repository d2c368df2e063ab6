//! The plan as its page shows it: days with blocks and gaps in proportion, and everything about an entry in words.

#[cfg(test)]
mod tests;

use super::day_plan::{DayPlan, PlanBlock, PlanGap, PlanStack, Stage, Totals, day_plans};
use super::timetable::day_heading;
use super::{Axis, Lane};
use crate::messages::Messages;
use crate::messages::plan_page::PlanMessages;
use crate::plan::{Change, Entry, EntryId, Pick, Plan, Priority, Source, Standing, entries, new_overlaps};
use crate::program::{Date, Moment, Program, Session, SessionId, Span};

/// The most overlaps of one entry that are named; more would fill the page.
const MOST_SAID: usize = 3;
/// So many titles of a stack are written on it.
const MOST_LISTED: usize = 12;

/// The plan, ready for the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanPage {
    /// Days with entries, in order.
    pub days: Vec<PageDay>,
    /// What all of them come to.
    pub totals: Totals,
    /// Number of entries with something to confirm.
    pub news: usize,
    /// Overlaps that changes of the program caused, a sentence each.
    pub new_overlaps: Vec<String>,
}

/// One day of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PageDay {
    /// The day.
    pub date: Date,
    /// Its heading.
    pub heading: String,
    /// Where times stand; a minute is a unit of height.
    pub axis: Axis,
    /// The most entries that stand beside each other.
    pub lanes: usize,
    /// What the day comes to.
    pub totals: Totals,
    /// Gaps and entries in time order.
    pub items: Vec<Item>,
}

/// What a day consists of.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// Free time.
    Gap(PlanGap),
    /// An entry.
    Entry(Box<PageEntry>),
    /// Entries that are drawn as one; each follows as an entry too, for where nothing is drawn in proportion.
    Stack(PageStack),
}

/// Entries of about one time that are drawn as one.
#[derive(Debug, Clone, PartialEq)]
pub struct PageStack {
    /// Which, in time order.
    pub entries: Vec<EntryId>,
    /// Where it begins, in minutes from the day's top.
    pub top: i64,
    /// Its height in minutes.
    pub height: i64,
    /// Its place beside what is drawn at its time.
    pub lane: Lane,
    /// How many there are.
    pub count: String,
    /// When the first begins and the last ends, `13:00–14:10`.
    pub when: String,
    /// Start and title of the first few.
    pub first: Vec<(String, String)>,
}

/// One entry of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PageEntry {
    /// Which entry.
    pub id: EntryId,
    /// Where its block begins, in minutes from the day's top.
    pub top: i64,
    /// The height of its block, in minutes.
    pub height: i64,
    /// Its place beside others at its time; none where it is in a stack.
    pub lane: Option<Lane>,
    /// Over, on, next or later.
    pub stage: Stage,
    /// What.
    pub title: String,
    /// From when to when, `13:00–13:25`.
    pub when: String,
    /// Where.
    pub rooms: String,
    /// By whom.
    pub speakers: String,
    /// What the person noted.
    pub note: Option<String>,
    /// How much it is wanted.
    pub priority: Option<Priority>,
    /// What is at its time.
    pub clashes: Vec<EntryId>,
    /// What it overlaps with, unless that is decided, in sentences: one for each of the first few, then how many more there are.
    pub overlaps: Vec<String>,
    /// What was decided: how many entries there are instead of it, or which it may be done instead of.
    pub decided: Option<String>,
    /// That too little time is left to get there.
    pub tight: Option<String>,
    /// How it differs from what was picked, the words for attributes.
    pub changes: Vec<Change>,
    /// The same and what else is to be said, with before and after.
    pub news: Vec<News>,
    /// Whether there is something to confirm.
    pub is_news: bool,
    /// What became of it.
    pub standing: Standing,
    /// Whether the program still has it, so that it has a page of its own.
    pub has_page: bool,
    /// Sessions that may be it, where the person is to be asked, with how they are told apart.
    pub candidates: Vec<(SessionId, String)>,
}

/// Something that is not as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    /// What happened.
    pub sentence: &'static str,
    /// How it was and how it is, where that can be said.
    pub values: Option<(String, String)>,
}

/// The texts that the page is made of.
#[derive(Clone, Copy)]
pub struct Words {
    /// Those of every page.
    pub messages: &'static Messages,
    /// Those of this one.
    pub plan: &'static PlanMessages,
}

/// The plan at a moment (in seconds since 1970). `walking` is how many minutes it takes from room to room where
/// the program does not say it.
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
        lanes: day.blocks.iter().filter_map(|block| block.lane).map(|lane| lane.lanes).max().unwrap_or(1),
        axis: day.axis,
        totals: day.totals,
        items,
    }
}

/// The first few sentences of so many, and how many more there are.
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

/// What the decision between entries of one time came to for this one.
fn decided(block: &PlanBlock, entries: &[Entry], words: Words) -> Option<String> {
    let others = block.beside.len() - block.overlaps.len();
    let is_chosen = entries[block.entry].priority == Some(Priority::Must) && others > 0;
    let chosen = block.instead_of.map(|other| (words.plan.instead_of)(&entries[other].title));
    chosen.or_else(|| is_chosen.then(|| (words.plan.instead)(others)))
}

/// What changed, and whether it takes place at all: that is said also after it was confirmed.
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

/// How the changed thing was when it was last seen, and how it is now.
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
        let parts = [session.title.clone(), day_heading(program, session.day, messages), range(session.span), rooms];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let open = if program.session(&pick.session).is_some() { &[] } else { pick.candidates.as_slice() };
    open.iter().filter_map(|id| program.session(id)).map(|session| (session.id.clone(), told(session))).collect()
}

/// `13:00–13:25`, or only the start of what has no length.
fn range(span: Span) -> String {
    if span.start == span.end { span.start.clock() } else { format!("{}–{}", span.start.clock(), span.end.clock()) }
}
