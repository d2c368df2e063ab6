//! The program as rooms by time: the second view on `/`.

use super::now::now_button;
use crate::browser::{self, session_link};
use crate::components::element::{El, all, live, nothing, tag};
use crate::pages::live_page::{LivePage, pick_toggle};
use crate::state::State;
use leptos::prelude::*;
use siganpyo::markup::session_row;
use siganpyo::present::grid::{Block, Focus, Grid, Way};
use siganpyo::present::now::Now;
use siganpyo::present::outline::Outline;
use siganpyo::present::timetable::{clock_range, day_heading, row};
use siganpyo::present::{SessionSet, at_venue};
use siganpyo::program::{Date, Program};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

/// Tenths of a pixel for each minute, and pixels for each lane.
const DENSITIES: [(i64, i64); 3] = [(14, 112), (22, 152), (34, 208)];
/// Width of the times on the left, in CSS pixels; the style sheet has it from here.
const TIMES: i64 = 56;

/// One day of the sessions that are shown, with buttons for days and density.
pub fn grid(program: &Arc<Program>, shown: SessionSet, state: State) -> AnyView {
    let common = state.messages();
    let messages = state.language().find_messages();
    let outline = Outline::new(program, Some(&shown));
    let now = Now::new(program, &shown, browser::clock());
    let opens = now.opens.filter(|date| outline.days.iter().any(|day| day.date == *date));
    let Some(first) = opens.or(outline.days.first().map(|day| day.date)) else { return nothing() };
    let day = RwSignal::new(first);
    let density = RwSignal::new(1);
    let days = outline.days.iter().map(|choice| {
        let date = choice.date;
        let pressed = move || Some((day.get() == date).to_string());
        tag::button().live("aria-pressed", pressed).text(day_heading(program, date, common)).on_click(move || day.set(date))
    });
    let step = |label: &str, sign: &str, to: fn(usize) -> usize| {
        let button = tag::button().class("round").aria_label(label).text(sign);
        button.on_click(move || density.update(|density| *density = to(*density).min(DENSITIES.len() - 1)))
    };
    let to_now = now.here.and(opens).map(|date| {
        let go = move || if day.get_untracked() == date { go_to_line() } else { day.set(date) };
        now_button(go, state)
    });
    let tools = tag::nav()
        .class("days")
        .aria_label(common.days)
        .children(to_now)
        .children(days)
        .child(step(messages.closer, "−", |density| density.saturating_sub(1)))
        .child(step(messages.wider, "+", |density| density + 1));
    let program = program.clone();
    let one = move || {
        go_to_line();
        one_day(&program, day.get(), &shown, DENSITIES[density.get()], state)
    };
    all([tools.into(), live(one)])
}

/// Scrolls the grid to the line of the present time once it is rendered, so that sessions that have just begun are visible too.
fn go_to_line() {
    request_animation_frame(|| {
        let find =
            |css: &str| browser::document().query_selector(css).ok().flatten().and_then(|at| at.dyn_into::<HtmlElement>().ok());
        if let (Some(grid), Some(line)) = (find(".grid"), find(".grid .now")) {
            grid.set_scroll_top(line.offset_top() - grid.client_height() / 3);
        }
    });
}

fn one_day(program: &Program, date: Date, shown: &SessionSet, (minute, lane): (i64, i64), state: State) -> AnyView {
    let (common, messages) = (state.messages(), state.language().find_messages());
    let grid = Grid::new(program, date, shown, common.tag);
    let widths: Vec<i64> = grid.columns.iter().map(|column| lane * column.lanes as i64).collect();
    let mut lefts = vec![TIMES];
    widths.iter().for_each(|width| lefts.push(lefts[lefts.len() - 1] + width));
    let down = |minutes: i64| minutes * minute / 10;
    let heads = grid.columns.iter().zip(&widths).map(|(column, width)| {
        let name = if column.room.is_some() { &column.name } else { messages.no_room };
        tag::h3().place(format!("width:{width}px")).text(name)
    });
    let hours = grid.axis.hours.iter().map(|hour| {
        tag::div().class("hour").place(format!("top:{}px", down(hour.top))).child(tag::span().text(hour.clock.as_str()))
    });
    let line = at_venue(program, browser::clock()).and_then(|now| grid.axis.line(now));
    let line = line.map(|top| tag::div().class("now").place(format!("top:{}px", down(top))));
    let mut seen = SessionSet::none(program.sessions.len());
    let blocks = grid.blocks.iter().enumerate().map(|(at, block)| {
        let width = (lefts[block.column + block.columns] - lefts[block.column]) / block.lane.lanes as i64;
        let left = lefts[block.column] + width * block.lane.lane as i64;
        let place = format!("left:{left}px;top:{}px;width:{width}px;height:{}px", down(block.top), down(block.height));
        let is_first = !seen.contains(block.session);
        seen.insert(block.session);
        block_view(program, block, at, is_first, place, state)
    });
    let body = tag::div().class("hours").place(format!("height:{}px", down(grid.axis.height) + 8)).children(hours).children(line);
    let body = body.children(blocks.collect::<Vec<_>>());
    let size = format!("width:{}px", lefts[widths.len()]);
    let heads = tag::div().class("rooms").children(heads.collect::<Vec<_>>());
    let all_day = (!grid.all_day.is_empty()).then(|| {
        let rows =
            grid.all_day.iter().map(|place| session_row(&row(program, &program.sessions[*place], common), &LivePage::new(state)));
        let list = tag::ul().class("sessions").children(rows);
        let label = format!("{} · {}", messages.all_day, (common.sessions)(grid.all_day.len()));
        tag::details().class("all-day").child(tag::summary().text(label)).child(list)
    });
    let left_out = grid.left_out;
    let focus = StoredValue::new(grid.focus(0));
    let grid = StoredValue::new(grid);
    let table = tag::div()
        .class("grid")
        .place(format!("--times:{TIMES}px"))
        .role("group")
        .aria_label(common.rooms_by_time)
        .on("keydown", move |event| go(&event, grid, focus))
        .on("focusin", move |event| {
            let block = block_of(&event);
            if block != focus.get_value().map(|focus| focus.block) {
                move_focus(focus, block.and_then(|block| grid.with_value(|grid| grid.focus(block))), false);
            }
        })
        .child(tag::div().place(size).child(heads).child(body));
    let heading = tag::h2().class("unseen").text(day_heading(program, date, common));
    let more = (left_out > 0).then(|| tag::p().class("lead").text((messages.too_many_to_draw)(left_out)));
    all([heading].into_iter().chain(all_day).chain(more).chain([table]))
}

fn block_view(program: &Program, block: &Block, at: usize, is_first: bool, place: String, state: State) -> El {
    let session = &program.sessions[block.session];
    let id = session.id.clone();
    let picked = state.plan.picked(id.clone());
    let rooms = program.room_names(session, state.messages().tag).join(", ");
    let link = tag::a()
        .id(&format!("b-{at}"))
        .href(session_link(id.as_str()))
        .attr("tabindex", if at == 0 { "0" } else { "-1" })
        .aria_label(format!("{}, {}, {rooms}", session.title, clock_range(session)))
        .text(session.title.as_str());
    let title = tag::h4().maybe_attr("id", is_first.then(|| format!("t-{id}"))).child(link);
    let called_off = if session.cancelled { " called-off" } else { "" };
    let button = is_first.then(|| pick_toggle("pick", &id, picked, state));
    tag::div()
        .class(&format!("cell{called_off}"))
        .maybe_attr("data-session", is_first.then(|| id.to_string()))
        .live("data-picked", move || Some(picked.get().to_string()))
        .place(place)
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
