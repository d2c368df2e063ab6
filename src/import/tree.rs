//! Any structured data with sessions in it: JSON, JavaScript, YAML, TOML and XML whose form nobody described.
//!
//! A file becomes a tree. Every record with a title may be a session; its times, day and room are its own, or those of the slot
//! that it refers to, or stand around it as fields and keys. The lists whose records have a start are the sessions. How they were
//! read is said, since a person can see at once whether it is right, and what is unclear is refused with what was found.

mod cells;
mod choice;
#[cfg(feature = "every-format")]
mod code;
#[cfg(feature = "every-format")]
mod constants;
mod contentful;
mod dates;
mod digits;
mod ends;
mod facts;
mod fields;
mod file;
mod forms;
mod grids;
mod halves;
mod indices;
mod keys;
mod levels;
mod links;
mod maps;
mod notion;
mod order;
mod page;
#[cfg(feature = "every-format")]
mod pages;
mod papers;
mod part;
mod parts;
mod records;
mod rich;
mod row;
mod script;
mod sequence;
mod short;
mod tables;
mod times;
mod titles;
#[cfg(feature = "every-format")]
mod toml;
mod vocabulary;
mod walk;
mod xml;
#[cfg(feature = "every-format")]
mod yaml;

use super::draft::{Draft, DraftRow, Start, separate_rooms, tracks_as_rooms};
use super::head::Head;
use super::json::Json;
use super::state::State;
use super::{ImportError, Imported, Importer, NamedFile, Options, encoding, line, plain, timetables};
use crate::messages::column::Column;
use crate::messages::import::{Form, Place, Problem, Reason, Remark};
use choice::{Choice, Reading};
use dates::Days;
use digits::Digits;
use file::About;
use keys::Role;
use links::Links;
use row::RoomPlace;
use times::{Style, Times};

/// Nesting of lists and objects. EMF's files have eight levels.
const MAX_NESTING: usize = 40;

/// The most fields of a session, a slot or what stands around them. They are looked at for every session, so a record with more is
/// passed over; records with sixty fields exist.
const MAX_FIELDS: usize = 200;

/// How many readings a refusal names.
const MAX_NAMED: usize = 4;

pub(super) use fields::{in_records, told};
pub(super) use indices::spell_out as name_rooms;
pub(super) use keys::words;
pub(super) use maps::is_map;
#[cfg(feature = "every-format")]
pub(super) use pages::have_data;
pub(super) use part::{Part, part};
pub(super) use titles::without_markup;

pub(super) const IMPORTER: Importer = Importer { recognises, read };

fn recognises(head: &Head) -> bool {
    match head.first() {
        Some('{' | '[') => true,
        Some('*') => order::is_order(head.text()),
        Some('<') => head.root().is_some_and(|root| root != "html") && !head.text().to_lowercase().contains("<!doctype html"),
        #[cfg(feature = "every-format")]
        _ if toml::is_toml(head.text()) || is_yaml(head.text()) => true,
        _ => is_script(head.text()),
    }
}

fn is_script(text: &str) -> bool {
    let mut lines =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with(['*', '/']));
    let Some(first) = lines.next() else { return false };
    let starts = ["var ", "let ", "const ", "export ", "module.exports", "window.", "import "];
    let is_call = |(name, rest): (&str, &str)| {
        !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_$.".contains(&byte))
            && rest.starts_with(['{', '['])
    };
    let is_assignment = |(name, rest): (&str, &str)| is_call((name.trim(), rest.trim_start()));
    starts.iter().any(|start| first.starts_with(start))
        || first.split_once('(').is_some_and(is_call)
        || first.split_once('=').is_some_and(is_assignment)
}

/// Whether most lines begin with a name and a colon, or with a hyphen.
#[cfg(feature = "every-format")]
fn is_yaml(text: &str) -> bool {
    let is_name = |name: &str| !name.is_empty() && name.len() < 60 && !name.contains([',', ';', '\t', '|', '<', '{']);
    let is_field = |line: &str| {
        line == "-"
            || line.starts_with("- ")
            || line.split_once(": ").map(|(name, _)| name).or_else(|| line.strip_suffix(':')).is_some_and(is_name)
    };
    let lines =
        || text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#') && *line != "---").take(60);
    let fields = lines().filter(|line| is_field(line)).count();
    lines().next().is_some_and(is_field) && fields >= 3 && fields * 3 >= lines().count()
}

fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    let root = parse(bytes)?;
    let is_flat = |(_, value): &(String, Json)| !value.is_list() && value.fields().is_empty();
    let holds_no_list = Head::of(bytes).first() == Some('{') && root.fields().iter().all(is_flat);
    sessions(root, options).map_err(|error| {
        if !(holds_no_list && error.found_nothing()) {
            return error;
        }
        // Not a program without sessions, but something else: its beginning says what.
        let beginning = encoding::text(bytes).map(|text| line::clean(&text, 40).text).unwrap_or_default();
        Problem::UnknownFormat { beginning }.into()
    })
}

/// Reads files as parts of one tree, each under its name without the ending.
pub(super) fn read_together(files: &[NamedFile], options: &Options) -> Result<Imported, ImportError> {
    let part = |file: &NamedFile| Ok((file.stem().to_owned(), parse(&file.bytes)?));
    let parts: Vec<(String, Json)> = files.iter().map(part).collect::<Result<_, ImportError>>()?;
    sessions(Json::Object(parts), options)
}

/// Reads pages with data at their beginning as parts of one tree.
#[cfg(feature = "every-format")]
pub(super) fn read_pages(files: &[NamedFile], options: &Options) -> Result<Imported, ImportError> {
    sessions(pages::read(files)?, options)
}

/// Returns the tree of a web page by the classes of its elements; `None` if they name no sessions.
pub(super) fn page(page: &str) -> Option<Json> {
    page::read(page)
}

/// Reads the tree of a web page.
pub(super) fn read_page(page: Json, options: &Options) -> Result<Imported, ImportError> {
    read_tree(page, options, |draft| timetables::choose(draft, options.list.as_deref()))
}

/// Returns the tree of a file.
pub(super) fn parse(bytes: &[u8]) -> Result<Json, ImportError> {
    let text = encoding::text(bytes)?;
    let head = Head::of(bytes);
    match head.first() {
        Some('<') => xml::read(&text),
        Some('*') if order::is_order(&text) => Ok(order::read(&text)),
        #[cfg(feature = "every-format")]
        _ if toml::is_toml(head.text()) => toml::read(&text),
        Some('{' | '[') => script::read(&text),
        _ if is_script(head.text()) => script::read(&text),
        #[cfg(feature = "every-format")]
        _ => yaml::read(&text),
        #[cfg(not(feature = "every-format"))]
        _ => Err(Problem::UnknownFormat { beginning: line::clean(&text, 40).text }.into()),
    }
}

fn sessions(root: Json, options: &Options) -> Result<Imported, ImportError> {
    read_tree(root, options, |_| Ok(()))
}

/// Reads a tree, and lets `finish` change what was found.
fn read_tree(
    mut root: Json,
    options: &Options,
    finish: impl FnOnce(&mut Draft) -> Result<(), ImportError>,
) -> Result<Imported, ImportError> {
    keys::refuse_too_many(&root)?;
    let _told = keys::Told::of(&options.fields);
    forms::explain(&mut root, 0);
    indices::spell_out(&mut root);
    let described = |error: ImportError| records(&root, options, true).map_err(|_| error);
    match records(&root, options, false).or_else(described) {
        Ok((mut draft, fields)) => {
            drop(root);
            finish(&mut draft)?;
            Ok(Imported { fields, ..draft.finish(options)? })
        }
        Err(error) if error.found_nothing() => grids::read(&root, options).unwrap_or(Err(error)),
        Err(error) => Err(error),
    }
}

/// Fields with their meanings, as in [`Imported::fields`].
type Fields = Vec<(String, Option<Column>)>;

/// Reads the records of a tree that are sessions, also those that have no title and are only described.
fn records(root: &Json, options: &Options, are_described: bool) -> Result<(Draft, Fields), ImportError> {
    let links = Links::of(root);
    let Some(groups) = walk::groups(root, &links, are_described) else { return Err(Problem::Broken { line: None }.into()) };
    let about = About::of(root);
    let (mut readings, mut nights) = (Vec::new(), Vec::new());
    let days = file::days(&about, &groups, options);
    let mut style =
        Style { days, digits: Digits::Unclear, key_digits: Digits::Unclear, unix_is_local: about.unix_is_local, per_minute: 1 };
    for group in groups {
        style.digits = file::digits(&group);
        style.key_digits = file::key_digits(&group);
        style.per_minute = file::per_minute(&group);
        let mut reading = Reading::of(group, |entry| times::times(entry, &links, &style));
        nights.extend(sequence::put_in_order(&mut reading).map(|remark| (reading.path.clone(), remark)));
        nights.extend(halves::move_on(&mut reading).map(|remark| (reading.path.clone(), remark)));
        nights.extend(reading.move_nights_on().map(|remark| (reading.path.clone(), remark)));
        readings.push(reading);
    }
    let best = readings
        .iter()
        .filter(|reading| file::is_like_sessions(reading))
        .max_by_key(|reading| (file::odd_starts(reading), reading.entries.len()));
    let missing = best.map(|reading| missing(reading, &style.days));
    let choice = choice::choose(readings, |reading| options.list.as_ref().is_some_and(|list| *list == shown(&reading.path)));
    let Some(main) = choice.chosen.first() else {
        return Err(missing.unwrap_or(Problem::NoSessions { left_out: 0, first: None }).into());
    };
    if choice.is_unclear {
        return Err(Problem::ManyReadings { readings: named(&choice) }.into());
    }
    let zone = about.zone.clone().or_else(|| main.entries.iter().find_map(|(_, times)| times.zone.clone()));
    let mut draft = Draft { title: about.title.clone(), time_zone: zone, ..Draft::default() };
    let remark = how(main, &choice, &links);
    let fields = fields::fields(main);
    nights.retain(|(path, _)| choice.chosen.iter().any(|reading| reading.path == *path));
    add(&mut draft, choice, &links);
    draft.warn(Place::default(), remark);
    nights.into_iter().for_each(|(_, remark)| draft.warn(Place::default(), remark));
    if let Some((text, read)) = style.days.doubt.take() {
        draft.warn(Place::default(), Remark::DateOrder { text, read });
    }
    if style.days.used_year.get() || style.days.used_first.get() {
        let year = style.days.year.filter(|_| style.days.used_year.get());
        let first = style.days.first.filter(|_| style.days.used_first.get());
        draft.warn(Place::default(), Remark::DaysCompleted { year, first });
    }
    Ok((draft, fields))
}

/// Adds the rows of what was chosen, and says what was not.
fn add(draft: &mut Draft, choice: Choice, links: &Links) {
    for reading in choice.others {
        let first =
            reading.entries.first().and_then(|(entry, _)| titles::title(entry.record)).map(|(title, _)| line::excerpt(title));
        draft.warn(
            Place::default(),
            Remark::ListLeftOut { list: shown(&reading.path), count: reading.entries.len(), first: first.unwrap_or_default() },
        );
    }
    let contents = choice.contents;
    let parts: usize = contents.values().map(Vec::len).sum();
    if parts > 0 {
        draft.warn(Place::default(), Remark::PartsOfSessions { count: parts });
    }
    let entries = choice.chosen.into_iter().flat_map(|reading| {
        let keys_are_rooms = reading.keys_are_rooms();
        reading.entries.into_iter().map(move |entry| (entry, keys_are_rooms))
    });
    for ((entry, times), keys_are_rooms) in entries {
        let state = State::of(entry.record, |name| keys::role(name) == Role::State);
        let (mut row, _) = row::row(&entry, times, links, keys_are_rooms);
        if let Some(lines) = contents.get(&std::ptr::from_ref(entry.record)) {
            row.about.extend(plain::blocks(&lines.join("\n")).0);
        }
        match state {
            State::Refused(state) => {
                let place = Place { title: Some(line::excerpt(&row.title)), ..Place::default() };
                draft.warn(place, Remark::NotAccepted(state));
            }
            state => draft.add(DraftRow { cancelled: state == State::Cancelled, ..row }),
        }
    }
    tracks_as_rooms(&mut draft.rows);
    separate_rooms(&mut draft.rows);
    ends::by_next(draft);
}

/// How the sessions were found.
fn how(main: &Reading, choice: &Choice, links: &Links) -> Remark {
    let timed = main.entries.iter().find(|(_, times)| matches!(times.start, Start::At(_)));
    let title = timed.and_then(|(entry, _)| titles::title(entry.record)).map(|(_, name)| name.to_owned());
    let rooms = timed.and_then(|(entry, times)| row::row(entry, times.clone(), links, main.keys_are_rooms()).1);
    Remark::ReadFrom(Box::new(Form {
        lists: choice.chosen.iter().map(|reading| shown(&reading.path)).collect(),
        title: title.unwrap_or_default(),
        start: timed.and_then(|(_, times)| times.field.clone()),
        days_from_keys: timed.is_some_and(|(_, times)| times.day_from_key),
        rooms_from_keys: rooms == Some(RoomPlace::Key),
        rooms_from_columns: rooms == Some(RoomPlace::Position),
    }))
}

fn shown(path: &str) -> String {
    line::excerpt(if path.is_empty() { "[]" } else { path })
}

fn named(choice: &Choice) -> Vec<(String, usize, String)> {
    let readings = choice.chosen.iter().chain(&choice.others).take(MAX_NAMED);
    readings
        .map(|reading| {
            let first = reading.entries.first().and_then(|(entry, _)| titles::title(entry.record));
            (shown(&reading.path), reading.timed, line::excerpt(first.map(|(title, _)| title).unwrap_or_default()))
        })
        .collect()
}

/// What the likeliest list lacks.
fn missing(reading: &Reading, days: &Days) -> Problem {
    let odd = reading.entries.iter().find(|(_, times)| matches!(times.start, Start::Unreadable(_)));
    let (entry, times): (_, Option<&Times>) = match odd {
        Some((entry, times)) => (entry, Some(times)),
        None => (&reading.entries[0].0, None),
    };
    let text = times.and_then(|times| match &times.start {
        Start::Unreadable(text) => Some(text.clone()),
        _ => None,
    });
    let has_clock = text.as_deref().is_some_and(|text| super::when::time(text).is_some() || super::when::range(text).is_some());
    let only_day = match &text {
        Some(text) => Some(text.clone()).filter(|text| !has_clock && dates::is_like_a_day(text)),
        None => file::day_text(entry).map(|day| line::excerpt(&day)).filter(|day| dates::is_like_a_day(day)),
    };
    let day = times.and_then(|times| times.day.clone()).unwrap_or_else(|| choice::place(entry));
    let fields = file::field_names(entry.record);
    let reason = match (text, only_day) {
        (_, Some(day)) => Reason::NoTimeOfDay { day, fields },
        (Some(text), _) if has_clock => Reason::NoDate { text, day, year_is_missing: days.year.is_none() },
        (Some(text), _) => Reason::Unreadable { field: times.and_then(|times| times.field.clone()).unwrap_or_default(), text },
        (None, _) => Reason::NoStart { fields },
    };
    let title = titles::title(entry.record).map(|(title, _)| line::excerpt(title)).unwrap_or_default();
    Problem::NoTimes { count: reading.entries.len(), title, reason }
}

#[cfg(test)]
mod tests;
