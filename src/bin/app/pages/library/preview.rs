//! The state of a program that is being opened, and what has to be decided before it is kept.

use super::cards::version;
use super::day_question::day_question;
use super::fetching::fetch;
use super::list_question::list_question;
use super::meanings::meanings;
use super::opening::Opening;
use super::raw::Raw;
use super::refused::refused_file;
use super::step::{Distant, Known, OpenedProgram, Step};
use super::zone_question::zone_question;
use crate::browser;
use crate::components::element::{El, all, button, live, nothing, tag};
use crate::components::frame::actions;
use crate::components::notice::notice;
use crate::pages::copy_and_say;
use crate::pages::settings::backup;
use crate::state::State;
use leptos::prelude::*;
use siganpyo::messages::Refusal;
use siganpyo::messages::library::LibraryMessages;
use siganpyo::plan::Plan;
use siganpyo::program::Program;
use siganpyo::program::versions::Verdict;
use siganpyo::wire::library_card::Source;

/// Time zones differ by at least half an hour in practice.
const SHIFT_STEP: i32 = 30;

/// The part of the page that speaks of the program being opened; nothing while there is none.
pub fn preview(opening: Opening, state: State) -> AnyView {
    let content = live(move || match opening.step.get() {
        Step::Idle => nothing(),
        Step::Fetching { kilobytes } => working((opening.messages().fetching)(kilobytes), opening),
        Step::Reading => working(opening.messages().reading.to_owned(), opening),
        Step::ZoneNeeded(raw, question) => zone_question(&raw, question, opening, state),
        Step::Opened(found) => found_program(&found, opening, state),
        Step::Planned(plan) => found_plan(*plan, opening, state),
        Step::Forbidden { refusal, file } => forbidden_file(refusal, file, opening, state),
        Step::DayNeeded(raw, wrong) => day_question(&raw, wrong, opening, state),
        Step::ListNeeded(raw, lists) => list_question(&raw, &lists, opening, state),
        Step::Refused { refusal, file: Some(file), .. } => refused_file(refusal, &file, opening, state),
        Step::Refused { refusal, address: Some(address), .. } => notice(refusal, [in_tab(address, opening.messages())]),
        Step::Refused { refusal, .. } => notice(refusal, []),
    });
    // Said in a word, since a screen reader reads the whole of what changes.
    let said = tag::p().class("unseen").role("status").live_text(move || summary(&opening.step.read(), opening.messages()));
    tag::div().class("opening").child(said).child(content).child(live(move || still_on_trial(opening, state))).into()
}

/// Beside a refusal: the program that was on trial before still waits for an answer.
fn still_on_trial(opening: Opening, state: State) -> AnyView {
    let is_refused = matches!(*opening.step.read(), Step::Refused { .. } | Step::Forbidden { .. });
    match state.program.get().filter(|_| is_refused && state.program.is_trial.get()) {
        Some(program) => {
            let messages = opening.messages();
            let show = button("show-preview", messages.show_preview).class("button").on_click(move || opening.show_trial());
            notice((messages.still_on_trial)(&program.title), [show])
        }
        None => nothing(),
    }
}

/// What has come of opening, in a sentence.
fn summary(step: &Step, messages: &LibraryMessages) -> String {
    match step {
        Step::Idle => String::new(),
        // The number that goes up would be read each time.
        Step::Fetching { .. } => (messages.fetching)(0),
        Step::Reading => messages.reading.to_owned(),
        Step::ZoneNeeded(..) => (messages.zone_needed)().message,
        Step::DayNeeded(..) => (messages.day_needed)().message,
        Step::ListNeeded(..) => (messages.list_needed)().message,
        Step::Planned(_) => messages.plan_found.to_owned(),
        Step::Opened(found) => format!("{} {}", messages.preview, found.program.title),
        // The notice of a refusal is read as soon as it appears.
        Step::Forbidden { .. } | Step::Refused { .. } => String::new(),
    }
}

fn in_tab(address: String, messages: &LibraryMessages) -> El {
    tag::a().class("button").href(address).attr("target", "_blank").attr("rel", "noopener").text(messages.open_in_tab)
}

/// What can be done about a file that this page may not read: to bring it here by hand, to read it elsewhere, and to ask for it.
fn forbidden_file(refusal: Refusal, file: Distant, opening: Opening, state: State) -> AnyView {
    let messages = opening.messages();
    let address = file.address.clone();
    let mirror = file.mirror.clone().map(|mirror| {
        let label = (messages.use_mirror)(&browser::host_of(&mirror));
        button("use-mirror", label).class("button").on_click(move || {
            fetch(Distant { address: mirror.clone(), mirror: None, ..file.clone() }, opening);
        })
    });
    let sentence = (messages.ask_site)(&address);
    let copied = sentence.clone();
    let copy = button("copy-sentence", messages.copy_sentence).class("button").on_click(move || {
        copy_and_say(&copied, messages.sentence_copied, state);
    });
    let elsewhere = actions([in_tab(address, messages)].into_iter().chain(mirror));
    let ask = tag::div()
        .class("block")
        .child(tag::p().text(messages.ask_site_about))
        .child(tag::p().class("words fine").text(sentence));
    all([notice(refusal, [elsewhere]), ask.child(actions([copy])).into()])
}

fn working(text: String, opening: Opening) -> AnyView {
    let cancel = tag::button().class("button").text(opening.messages().cancel).on_click(move || opening.cancel());
    tag::div()
        .class("block working")
        .attr("data-step", "working")
        .child(tag::p().text(text.as_str()))
        .child(tag::progress().aria_label(text))
        .child(actions([cancel]))
        .into()
}

fn found_program(found: &OpenedProgram, opening: Opening, state: State) -> AnyView {
    let messages = opening.messages();
    tag::section()
        .class("block preview")
        .attr("data-step", "preview")
        .child(tag::h2().text(messages.preview))
        .child(tag::p().class("title").text(found.program.title.as_str()))
        .child(facts(&found.program, messages, state))
        .children(found.raw.as_ref().and_then(|raw| other_answers(raw, opening)))
        .children(found.known.as_ref().map(|known| relation(known, found, messages)))
        .children(found.namesake.as_ref().map(|title| tag::p().attr("data-role", "namesake").text((messages.namesake)(title))))
        .children(warnings(&found.warnings, messages))
        .children(meanings(found, opening))
        .children(found.raw.as_ref().map(|raw| shift(raw, opening)))
        .child(decision(found, opening))
        .into()
}

/// The picks and own entries of a calendar file, to be added to the timetable.
fn found_plan(plan: Plan, opening: Opening, state: State) -> AnyView {
    tag::section()
        .class("block preview")
        .child(tag::h2().text(opening.messages().plan_found))
        .child(backup::found(plan, move || opening.step.set(Step::Idle), state))
        .into()
}

fn facts(program: &Program, messages: &'static LibraryMessages, state: State) -> El {
    let common = state.messages();
    let ends = program.days.first().zip(program.days.last()).map(|(first, last)| (messages.dates)(first.date, last.date));
    let first = program.sessions.first().map(|session| {
        let when = format!("{} {}", (common.date)(session.span.start.date()), session.span.start.clock());
        (messages.first_session)(&when, &session.title)
    });
    let counts = [
        (messages.day_count)(program.days.len()),
        (common.sessions)(program.sessions.len()),
        (messages.rooms)(program.rooms.len()),
    ];
    let lines = [
        ends,
        Some(counts.join(" · ")),
        Some((messages.zone_is)(&program.time_zone)),
        first,
        version(&program.version, messages, common),
    ];
    tag::ul().class("facts").children(lines.into_iter().flatten().map(|line| tag::li().text(line)))
}

/// The ways back to the questions that were asked.
fn other_answers(raw: &Raw, opening: Opening) -> Option<El> {
    let messages = opening.messages();
    let again = |action: &'static str, label: &'static str, is_answered: bool, forget: fn(&mut Source)| {
        let raw = raw.clone();
        let button = || button(action, label).class("quiet").on_click(move || opening.read(raw.with(forget)));
        is_answered.then(button)
    };
    let ways: Vec<El> = [
        again("zone-again", messages.zone_again, raw.source.time_zone.is_some(), |source| source.time_zone = None),
        again("day-again", messages.day_again, raw.source.first_day.is_some(), |source| source.first_day = None),
        again("list-again", messages.list_again, raw.source.list.is_some(), |source| source.list = None),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!ways.is_empty()).then(|| actions(ways))
}

/// What this program is to the one in the library.
fn relation(known: &Known, found: &OpenedProgram, messages: &'static LibraryMessages) -> El {
    let card = &known.card;
    if known.verdict == Verdict::Unchanged {
        return tag::p().text((messages.same_version)(&card.title));
    }
    let told = tag::div().child(tag::p().text((messages.newer_version)(&card.title)));
    let told =
        told.children((known.changed > 0).then(|| tag::p().class("fine").text((messages.changed_sessions)(known.changed))));
    let Verdict::Doubtful(doubt) = known.verdict else { return told };
    let Refusal { message, hint } = (messages.doubt)(doubt, card.edition(), found.card.edition());
    told.child(tag::div().class("notice").child(tag::strong().text(message)).child(tag::p().text(hint)))
}

fn warnings(warnings: &[String], messages: &'static LibraryMessages) -> Option<El> {
    let list = tag::ul().class("fine").children(warnings.iter().map(|warning| tag::li().text(warning.as_str())));
    let summary = tag::summary().text((messages.warnings)(warnings.len()));
    (!warnings.is_empty()).then(|| tag::details().attr("open", "").child(summary).child(list))
}

/// Times that are off by a zone that somebody forgot.
fn shift(raw: &Raw, opening: Opening) -> El {
    let messages = opening.messages();
    let moved = |text: &'static str, step: i32| {
        let raw = raw.clone();
        tag::button().class("button").text(text).on_click(move || {
            opening.read(raw.with(|source| source.shift += step));
        })
    };
    let now = tag::span().text((messages.shifted)(i64::from(raw.source.shift)));
    let buttons = [moved(messages.earlier, -SHIFT_STEP), moved(messages.later, SHIFT_STEP), now];
    tag::details()
        .maybe_attr("open", (raw.source.shift != 0).then_some(""))
        .child(tag::summary().text(messages.shift))
        .child(actions(buttons))
}

fn decision(found: &OpenedProgram, opening: Opening) -> El {
    let messages = opening.messages();
    let keep = |text: &'static str, beside: bool, is_main: bool| {
        let found = found.clone();
        button("keep-program", text)
            .class(if is_main { "button main" } else { "button" })
            .on_click(move || opening.keep(found.clone(), beside))
    };
    let replacing = found.known.as_ref().filter(|known| known.verdict != Verdict::Unchanged);
    let ways = match replacing {
        None => vec![keep(messages.keep, false, true)],
        Some(Known { verdict: Verdict::Doubtful(_), .. }) => {
            vec![keep(messages.keep_beside, true, true), keep(messages.keep_anyway, false, false)]
        }
        Some(_) => vec![keep(messages.replace, false, true), keep(messages.keep_beside, true, false)],
    };
    let calendar = found.program.clone();
    let entries =
        found.raw.as_ref().is_some_and(Raw::is_calendar).then(|| {
            button("add-entries", messages.add_entries).class("button").on_click(move || opening.add_entries(&calendar))
        });
    let discard = button("discard", messages.discard).class("quiet").on_click(move || opening.discard());
    actions(ways.into_iter().chain(entries).chain([discard]))
}
