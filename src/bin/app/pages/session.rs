//! `/session/:id`: everything the program says of one session.

mod hiding;

use super::live_page::{LivePage, pick_toggle};
use super::{copy_and_say, with_program};
use crate::browser::{self, clipboard, link};
use crate::components::element::{El, all, button, line, live, nothing, tag};
use crate::components::frame::{actions, icon, main_link};
use crate::components::notice::{empty, notice};
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use siganpyo::markup::{outward_link, rich_text, session_head, session_row, track};
use siganpyo::present::now;
use siganpyo::present::session_view::{self, SessionView, session_view};
use siganpyo::present::timetable::row;
use siganpyo::program::{Program, Session, SessionId};
use std::sync::Arc;

pub fn session_page(id: SessionId, state: State) -> AnyView {
    let common = state.messages();
    browser::window().scroll_to_with_x_and_y(0.0, 0.0);
    let back = tag::button().class("round back").aria_label(common.back).on_click(browser::go_back).child(icon("back"));
    let top = tag::header().class("top").child(back).child(tag::span().class("brand")).child(super::kept(state).line());
    let content = with_program(state, move |program| match program.session(&id) {
        Some(session) => talk(session, &program, state),
        None => missing(state),
    });
    all([top, tag::main().id("main").class("talk").child(content)])
}

fn missing(state: State) -> AnyView {
    let common = state.messages();
    let plan = tag::a().class("button").href(link("/plan")).text(common.tab_plan);
    let refusal = (common.session_missing)();
    let heading = tag::h1().class("unseen").text(refusal.message.as_str());
    let way_on = empty(refusal, [main_link(link("/"), common.to_program), plan]);
    all([heading.into(), way_on])
}

fn talk(session: &Session, program: &Arc<Program>, state: State) -> AnyView {
    browser::document().set_title(&session.title);
    let common = state.messages();
    let picked = state.plan.picked(session.id.clone());
    let view = session_view(session, program, common, state.language().find_messages());
    let word = move || if picked.get() { common.picked } else { common.pick }.to_owned();
    // Named by the word that it shows and the title.
    let named = format!("picks t-{}", session.id);
    let pick = pick_toggle("button wide-pick", &session.id, picked, state).attr("aria-labelledby", named);
    let pick = pick.child(tag::span().id("picks").live_text(word));
    let head = session_head(session.id.as_str(), &view, phone_time(session, state), &LivePage::new(state));
    let website = view.url.as_deref().map(|url| outward_link::<El>(url).class("button").text(common.website));
    tag::article()
        .class(if view.cancelled { "called-off" } else { "" })
        .attr("data-session", session.id.as_str())
        .live("data-picked", move || Some(picked.get().to_string()))
        .children(head)
        .child(overlaps(session.clone(), program.clone(), state))
        .child(actions([pick]).children(website).children(copy_link(session, program, state)))
        .child(facts(&view, state))
        .child(about(session.id.clone(), state))
        .child(hiding::hiding(session, program, state))
        .live_child({
            let (session, program) = (session.clone(), program.clone());
            move || others(&session, &program, state).into()
        })
        .into()
}

/// What else its speakers do, and what else is on at its time, but for what is hidden.
fn others(session: &Session, program: &Arc<Program>, state: State) -> El {
    let (common, messages) = (state.messages(), state.language().find_messages());
    let list = |heading: String, places: &[usize]| {
        let rows = places.iter().map(|place| {
            let other = &program.sessions[*place];
            let mut row = row(program, other, common);
            // The day of the session itself stands above.
            if other.day != session.day {
                row.when = format!("{} {}", (common.date)(other.day), row.when);
            }
            session_row(&row, &LivePage::new(state))
        });
        let rows = tag::ul().class("sessions").children(rows);
        tag::section().class("others").child(tag::h3().text(heading)).child(rows)
    };
    let shown = state.hidden.in_sight(program);
    let of_speakers = session_view::others_of_speakers(session, program, &shown);
    let mut lists: Vec<El> = of_speakers.iter().map(|(speaker, places)| list((messages.more_by)(speaker), places)).collect();
    let alternatives = session_view::alternatives(session, program, &shown);
    lists.extend((!alternatives.is_empty()).then(|| list(messages.same_time.to_owned(), &alternatives)));
    let heading = (!lists.is_empty()).then(|| tag::h2().class("unseen").text(common.tab_program));
    tag::div().children(heading).children(lists)
}

/// The session's time on the phone's clock, where that is another.
fn phone_time(session: &Session, state: State) -> Option<El> {
    let at = js_sys::Date::new(&(session.span.start.unix() as f64 * 1000.0).into());
    let zone = browser::device_zone().unwrap_or_default();
    let messages = state.language().find_messages();
    let text = now::phone_time(session.span, -at.get_timezone_offset() as i32, &zone, state.messages(), messages)?;
    line(tag::p, "phone-time", text)
}

/// A button that copies the address of the page, for sessions of the built-in program only: with another program nobody else would find it.
fn copy_link(session: &Session, program: &Program, state: State) -> Option<El> {
    let messages = state.language().find_messages();
    if !state.program.is_built_in(&program.id) || !browser::is_on_the_web() || !clipboard::is_there() {
        return None;
    }
    let address = browser::web_session_link(session.id.as_str());
    let copy = move || copy_and_say(&address, messages.link_copied, state);
    Some(button("copy-link", messages.copy_link).class("button").on_click(copy))
}

/// What it is about. The program may have come without abstracts; they are then fetched.
fn about(id: SessionId, state: State) -> AnyView {
    let messages = state.language().find_messages();
    let failed = RwSignal::new(false);
    let fetch = move || {
        failed.set(false);
        spawn_local(async move {
            let here = state.program.fetch_abstracts().await;
            // The page may have been left meanwhile.
            let _ = failed.try_set(!here);
        });
    };
    fetch();
    live(move || match state.program.whole.get() {
        Some(program) => match program.session(&id).map(|session| &session.about).filter(|about| !about.is_empty()) {
            Some(about) => {
                all([tag::h2().class("unseen").text(state.messages().about), rich_text(tag::div().class("about"), about)])
            }
            None => nothing(),
        },
        None if failed.get() => {
            let again = button("retry", state.messages().retry).class("button").on_click(fetch);
            notice((messages.abstracts_missing)(), [again])
        }
        None => tag::p().class("lead").role("status").text(messages.abstracts_coming).into(),
    })
}

/// What of the plan is at the same time, named before the session is picked.
fn overlaps(session: Session, program: Arc<Program>, state: State) -> AnyView {
    let common = state.messages();
    live(move || match state.plan.current.with(|plan| session_view::overlaps(&session, &program, plan, common)) {
        sentences if sentences.is_empty() => nothing(),
        sentences => {
            let list = tag::ul().children(sentences.into_iter().map(|sentence| tag::li().text(sentence)));
            let heading = tag::strong().text(common.overlaps_with_plan);
            tag::div().class("notice").role("status").child(heading).child(list).into()
        }
    })
}

fn facts(view: &SessionView, state: State) -> El {
    let common = state.messages();
    let fact = |label: &str, value: El| [tag::dt().text(label), tag::dd().child(value)];
    let messages = |text: &str| tag::span().text(text);
    let speakers = (!view.speakers.is_empty()).then(|| fact(common.speakers, messages(&view.speakers.join(", "))));
    let mark = view.track.clone().map(|mark| fact(common.track, track(&mark)));
    let others = view.facts.iter().map(|(label, value)| fact(label, messages(value)));
    tag::dl().children(speakers.into_iter().chain(mark).chain(others).flatten())
}
