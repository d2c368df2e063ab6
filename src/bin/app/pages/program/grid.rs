//! The program as rooms by time: the second view on `/`.

mod place;

use super::now::now_button;
use crate::browser::{self, session_link};
use crate::components::element::{El, all, live, nothing, tag};
use crate::pages::clock;
use crate::pages::live_page::{LivePage, pick_toggle};
use crate::state::State;
use leptos::prelude::*;
use place::{Place, go_to_line, release};
use siganpyo::markup::session_row;
use siganpyo::messages::find::FindMessages;
use siganpyo::present::grid::{Block, Focus, Grid, Way, title_lines};
use siganpyo::present::now::Now;
use siganpyo::present::outline::Outline;
use siganpyo::present::timetable::{clock_range, day_heading, day_name, row};
use siganpyo::present::{Scale, SessionSet, at_venue};
use siganpyo::program::{Date, Program, Session};
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

/// The height of a minute at each density, in tenths of a unit; the style sheet has the number of lanes that are seen at once.
const DENSITIES: [i64; 3] = [14, 22, 34];
/// What is higher than this, in units, or wider than a lane may be seen in part: its title and its button then follow the scrolling.
const SEEN_WHOLE: i64 = 120;
/// Width of a lane. Parts of it are whole numbers, since others are written by code of four kilobytes.
const LANE: usize = 60;
/// How often the line of the present time is moved.
const TICK: Duration = Duration::from_secs(20);

/// What the grid shows, as signals.
#[derive(Clone, Copy)]
struct View {
    day: RwSignal<Date>,
    density: RwSignal<usize>,
    now: RwSignal<i64>,
    state: State,
}

/// One day of the sessions that are shown, with buttons for days and density.
pub fn grid(program: &Arc<Program>, shown: SessionSet, state: State) -> AnyView {
    let outline = Outline::new(program, Some(&shown));
    let now = Now::new(program, &shown, browser::clock());
    let has = |date: &Date| outline.days.iter().any(|day| day.date == *date);
    let opens = now.opens.filter(has);
    let left = Place::left(&program.id).filter(|left| has(&left.day));
    let first = left.as_ref().map(|left| left.day).or(opens).or(outline.days.first().map(|day| day.date));
    let Some(first) = first else { return nothing() };
    let density = RwSignal::new(left.map_or(1, |left| left.density));
    let view = View { day: RwSignal::new(first), density, now: clock(TICK), state };
    let tools = tools(program, &outline, now.here.and(opens), view);
    let program = program.clone();
    let one = move || {
        let place = Place::new(program.id.clone(), view.day.get(), view.density.get());
        one_day(&program, &shown, place, view)
    };
    all([tools, live(one)])
}

/// The buttons for the present, if it is in the program, for days and for density.
fn tools(program: &Program, outline: &Outline, today: Option<Date>, View { day, density, state, .. }: View) -> AnyView {
    let (common, messages) = (state.messages(), state.language().find_messages());
    let days = outline.days.iter().map(|choice| {
        let date = choice.date;
        let pressed = move || Some((day.get() == date).to_string());
        let button = tag::button().live("aria-pressed", pressed).aria_label(day_name(program, date, common));
        button.text((messages.short_date)(date)).on_click(move || day.set(date))
    });
    let step = |label: &str, sign: &str, to: fn(usize) -> usize| {
        let button = tag::button().class("round").aria_label(label).text(sign);
        button.on_click(move || density.update(|density| *density = to(*density).min(DENSITIES.len() - 1)))
    };
    let to_now = today.map(|date| {
        let go = move || if day.get_untracked() == date { go_to_line() } else { day.set(date) };
        now_button(go, state)
    });
    let steps = tag::div().class("zoom").child(step(messages.closer, "−", |density| density.saturating_sub(1))).child(step(
        messages.wider,
        "+",
        |density| density + 1,
    ));
    tag::nav().class("days").aria_label(common.days).children(to_now).children(days).child(steps).into()
}

fn one_day(program: &Arc<Program>, shown: &SessionSet, place: Place, view: View) -> AnyView {
    let (date, state) = (place.day, view.state);
    let (common, messages) = (state.messages(), state.language().find_messages());
    let grid = Grid::new(program, date, shown, common.tag);
    let heading = tag::h2().class("unseen").text(day_heading(program, date, common));
    let aim = untrack(|| aim(program, &grid, view));
    place.clone().open(aim);
    let more = (grid.left_out > 0).then(|| tag::p().class("lead").text((messages.too_many_to_draw)(grid.left_out)));
    let all_day = (!grid.all_day.is_empty()).then(|| all_day(program, &grid, state));
    all([heading].into_iter().chain(all_day).chain(more).chain([table(program, grid, place, view)]))
}

/// The block at which the day opens, with its number.
fn aim(program: &Program, grid: &Grid, View { now, state, .. }: View) -> Option<(usize, Block)> {
    let is_picked = |session: &Session| state.plan.current.with(|plan| plan.is_picked(&session.id));
    let block = grid.opens_at(program, is_picked, now.get())?;
    let at = grid.blocks.iter().position(|other| other == block)?;
    Some((at, *block))
}

/// What lasts nearly all day, folded.
fn all_day(program: &Program, grid: &Grid, state: State) -> El {
    let (common, messages) = (state.messages(), state.language().find_messages());
    let rows =
        grid.all_day.iter().map(|place| session_row(&row(program, &program.sessions[*place], common), &LivePage::new(state)));
    let label = format!("{} · {}", messages.all_day, (common.sessions)(grid.all_day.len()));
    let list = tag::ul().class("sessions").children(rows);
    tag::details().class("all-day").child(tag::summary().text(label)).child(list)
}

/// The rooms with what is in them, which scrolls both ways below their names and beside the times.
fn table(program: &Arc<Program>, grid: Grid, place: Place, view: View) -> El {
    let scale = grid.scale(DENSITIES[place.density]);
    let lanes: usize = grid.columns.iter().map(|column| column.lanes).sum();
    let rooms = heads(&grid, view.state.language().find_messages());
    let hours = hours(program, &grid, &scale, view);
    let body = tag::div().place(format!("--lanes:{lanes}")).child(rooms).child(hours);
    let (name, density) = (view.state.messages().rooms_by_time, place.density.to_string());
    let focus = StoredValue::new(grid.focus(0));
    let grid = StoredValue::new(grid);
    tag::div()
        .class("grid")
        .attr("data-density", density)
        .role("group")
        .aria_label(name)
        .on("scroll", move |_| place.clone().keep())
        .on("pointerdown", |_| release())
        .on("wheel", |_| release())
        .on("keydown", move |event| go(&event, grid, focus))
        .on("focusin", move |event| {
            let block = block_of(&event);
            if block != focus.get_value().map(|focus| focus.block) {
                move_focus(focus, block.and_then(|block| grid.with_value(|grid| grid.focus(block))), false);
            }
        })
        .child(body)
}

/// The names of the rooms.
fn heads(grid: &Grid, messages: &FindMessages) -> El {
    let heads = grid.columns.iter().map(|column| {
        let name = if column.room.is_some() { &column.name } else { messages.no_room };
        let width = column.lanes * LANE;
        tag::h3().place(format!("--w:{width}")).child(tag::span().text(name))
    });
    tag::div().class("rooms").children(heads)
}

/// The day from top to bottom: times, hours, the present, sessions.
fn hours(program: &Arc<Program>, grid: &Grid, scale: &Scale, View { now, state, .. }: View) -> El {
    let height = scale.at(grid.axis.height);
    let times = grid.axis.hours.iter().map(|hour| {
        let top = scale.at(hour.top);
        tag::span().place(format!("--t:{top}")).text(hour.clock.as_str())
    });
    let lines = grid.axis.hours.iter().map(|hour| tag::i().class("hour").place(format!("--t:{}", scale.at(hour.top))));
    let blocks = blocks(program, grid, scale, state);
    let (program, axis, line_scale) = (program.clone(), grid.axis.clone(), scale.clone());
    let minute = Memo::new(move |_| at_venue(&program, now.get()).and_then(|now| axis.line(now)).map(|now| line_scale.at(now)));
    // Once beside the times, and once behind the sessions.
    let line = move || match minute.get() {
        Some(top) => tag::i().class("now").place(format!("--t:{top}")).into(),
        None => nothing(),
    };
    tag::div()
        .class("hours")
        .place(format!("--h:{height}"))
        .child(tag::div().class("times").children(times).live_child(line))
        .children(lines)
        .live_child(line)
        .children(blocks)
}

fn blocks(program: &Program, grid: &Grid, scale: &Scale, state: State) -> Vec<El> {
    let mut lefts = vec![0];
    grid.columns.iter().for_each(|column| lefts.push(lefts[lefts.len() - 1] + column.lanes * LANE));
    let mut seen = SessionSet::none(program.sessions.len());
    let blocks = grid.blocks.iter().enumerate().map(|(at, block)| {
        let lane = (lefts[block.column + block.columns] - lefts[block.column]) / block.lane.lanes;
        let (left, width) = (lefts[block.column] + lane * block.lane.lane, lane * block.lane.wide);
        let (top, height) = scale.place(block.top, block.height);
        let place = format!("--l:{left};--t:{top};--w:{width};--h:{height};--lines:{}", title_lines(height));
        let is_first = !seen.contains(block.session);
        seen.insert(block.session);
        let follows = if height > SEEN_WHOLE || width > LANE { " follows" } else { "" };
        block_view(program, block, at, is_first, state, follows).place(place)
    });
    blocks.collect()
}

fn block_view(program: &Program, block: &Block, at: usize, is_first: bool, state: State, follows: &str) -> El {
    let session = &program.sessions[block.session];
    let id = session.id.clone();
    let picked = state.plan.picked(id.clone());
    let rooms = program.room_names(session, state.messages().tag).join(", ");
    // The style sheet writes the time: as text it would have to be in the name, which has both times already.
    let off = if session.cancelled { format!(" {}", state.messages().cancelled) } else { String::new() };
    let words = tag::span().class("words").attr("data-at", format!("{}{off}", session.span.start.clock()));
    let words = words.child(tag::span().text(session.title.as_str()));
    let link = tag::a()
        .id(&format!("b-{at}"))
        .href(session_link(id.as_str()))
        .attr("tabindex", if at == 0 { "0" } else { "-1" })
        .aria_label(format!("{}, {}{off}, {rooms}", session.title, clock_range(session)))
        .child(words);
    let title = tag::h4().maybe_attr("id", is_first.then(|| format!("t-{id}"))).child(link);
    let called_off = if session.cancelled { " called-off" } else { "" };
    let button = is_first.then(|| pick_toggle("pick", &id, picked, state));
    tag::div()
        .class(&format!("cell{follows}{called_off}"))
        .maybe_attr("data-session", is_first.then(|| id.to_string()))
        .live("data-picked", move || Some(picked.get().to_string()))
        .child(title)
        .children(button)
}

/// The block that has the focus.
fn block_of(event: &Event) -> Option<usize> {
    let target: HtmlElement = event.target()?.dyn_into().ok()?;
    target.id().strip_prefix("b-")?.parse().ok()
}

/// Arrow keys lead through the grid.
fn go(event: &Event, grid: StoredValue<Grid>, focus: StoredValue<Option<Focus>>) {
    let key = js_sys::Reflect::get(event, &"key".into()).ok().and_then(|key| key.as_string());
    let way = match key.as_deref() {
        Some("ArrowUp") => Way::Up,
        Some("ArrowDown") => Way::Down,
        Some("ArrowLeft") => Way::Left,
        Some("ArrowRight") => Way::Right,
        _ => return,
    };
    event.prevent_default();
    let next = focus.get_value().and_then(|from| grid.with_value(|grid| grid.step(from, way)));
    move_focus(focus, next, true);
}

/// Only one block can be reached with the Tab key, so that the next Tab leaves the grid.
fn move_focus(focus: StoredValue<Option<Focus>>, next: Option<Focus>, also_in_page: bool) {
    let Some(next) = next else { return };
    let link =
        |block: usize| browser::document().get_element_by_id(&format!("b-{block}")).map(JsCast::unchecked_into::<HtmlElement>);
    if let Some(before) = focus.get_value().and_then(|before| link(before.block)) {
        before.set_tab_index(-1);
    }
    focus.set_value(Some(next));
    if let Some(link) = link(next.block) {
        link.set_tab_index(0);
        if also_in_page {
            let _ = link.focus();
        }
    }
}
