//! Tables to a program: a session for each row of each list.

use super::super::draft::{Draft, DraftRow, End, Nights, Start, tracks_as_rooms};
use super::super::timetables;
use super::super::walking;
use super::super::when;
use super::super::zone::Zone;
use super::super::{ImportError, Imported, MAX_SESSIONS, Options, kind, rich_text};
use super::caption::caption;
use super::cells::Cells;
use super::dates::{self, Dating};
use super::layout::{self, Told};
use super::metadata::{self, Metadata};
use super::rooms::Rooms;
use super::times::{Times, times};
use super::{
    Book, Layout, List, MAX_COLUMNS, MAX_QUOTED, Row, Table, afternoons, columns, heading_rooms, line, mentions_times, people,
    sheet_rooms, status, unusable, values, weekdays, without_list,
};
use crate::messages::column::Column;
use crate::messages::import::{Place, Problem, Remark, Undated};
use crate::program::Kind;
use std::collections::BTreeSet;

/// Reads the tables of a file as a program.
///
/// # Errors
///
/// No table is a timetable, or none of the sessions has a time that can be read.
pub(in crate::import) fn read(book: &Book, options: &Options) -> Result<Imported, ImportError> {
    let mut draft = Draft { may_lack_ends: true, ..Draft::default() };
    let metadata = metadata::read(&book.metadata, &mut draft);
    let told = Told { columns: &options.columns, names: &options.fields };
    let (mut lists, mut beside) = (Vec::new(), Vec::new());
    for table in &book.tables {
        let mut parts: Vec<List> = layout::apart(table).iter().filter_map(|part| layout::list(part, told)).collect();
        beside.extend(heading_rooms::put_beside(&mut parts));
        lists.append(&mut parts);
    }
    let rooms = if book.are_sheets { sheet_rooms::put(&mut lists) } else { Vec::new() };
    if !rooms.is_empty() {
        draft.warn(Place::default(), Remark::SheetsAreRooms { rooms });
    }
    let rooms = [beside, heading_rooms::put(&mut lists)].concat();
    if !rooms.is_empty() {
        draft.warn(Place::default(), Remark::HeadingsAreRooms { rooms });
    }
    let Some(first) = lists.first() else { return Err(without_list(book, told)) };
    if let Some(list) = lists.iter().find(|list| !list.columns.is_usable()) {
        return Err(unusable(&list.header, &list.columns));
    }
    warn_of_layout(&lists, &mut draft);
    warn_of_other_sheets(book, &mut draft);
    for line in &book.unclosed {
        draft.warn(Place { line: Some(*line), ..Place::default() }, Remark::UnclosedQuote);
    }
    draft.title = draft.title.or_else(|| book.title.clone());
    if draft.title.is_none()
        && options.title.is_none()
        && let Some(title) = caption(book)
    {
        draft.title = Some(title.to_owned());
        draft.warn(Place::default(), Remark::NamedAfterRow { title: line::excerpt(title) });
    }
    let dating = dating(&lists, &metadata, &mut draft, options);
    let with = |dating: Dating| lists.iter().flat_map(move |list| rows(list, dating)).take(MAX_SESSIONS + 1);
    let mut rows: Vec<Cells> = with(dating).collect();
    if let Some(Problem::Undated { why: Undated::Counted(_), .. }) = undated(&rows)
        && let Some(first) = lists.iter().flat_map(|list| &list.headings).find_map(|text| when::first_of_span(text))
    {
        draft.warn(Place::default(), Remark::DaysCompleted { year: None, first: Some(first) });
        rows = with(dating.from(first)).collect();
    }
    weekdays::wrong(&rows).into_iter().for_each(|(place, remark)| draft.warn(place, remark));
    let rooms = Rooms::of(&rows.iter().filter_map(|cells| cells.value(Column::Room)).collect::<Vec<_>>());
    draft.time_zone = draft.time_zone.or_else(|| zone_column(&lists));
    // Where neither the file nor the person states a zone, the one beside the times is better than none.
    if draft.time_zone.is_none() && options.time_zone.is_none() {
        let zones: BTreeSet<&str> = rows.iter().filter_map(|cells| when::stated_zone(cells.get(Column::Start)?)).collect();
        draft.time_zone = zones.first().filter(|_| zones.len() == 1).map(|zone| (*zone).to_owned());
    }
    if let Some(undated) = undated(&rows) {
        return Err(undated.into());
    }
    let mut nights = Nights::default();
    for cells in &rows {
        let mut row = row(cells, &rooms);
        let place = || Place { title: Some(line::excerpt(&row.title)), ..Place::default() };
        if cells.is_closing(&row) {
            draft.warn(place(), Remark::OnlyAnEnd);
            continue;
        }
        if let Some(state) = status::refused(cells).filter(|_| matches!(row.start, Start::At(_))) {
            draft.warn(place(), Remark::NotAccepted(state));
            continue;
        }
        if cells.is_on_day_around() {
            nights.move_on(&row.title, &mut row.start, &mut row.end);
        }
        draft.add(row);
    }
    if book.is_page && rows.iter().all(Cells::is_on_day_around) {
        let remark = afternoons::move_on(&mut draft.rows);
        remark.into_iter().for_each(|remark| draft.warn(Place::default(), remark));
    }
    nights.remark().into_iter().for_each(|remark| draft.warn(Place::default(), remark));
    tracks_as_rooms(&mut draft.rows);
    if book.is_page {
        timetables::choose(&mut draft, options.list.as_deref())?;
    }
    let names = first.header.iter().take(MAX_COLUMNS).map(|name| line::excerpt(name));
    let named = names.enumerate().map(|(index, name)| (name, first.columns.meaning(index)));
    let named = if matches!(first.layout, Layout::Grid { .. }) { Vec::new() } else { named.collect() };
    let mut imported = draft.finish(options)?;
    imported.warnings.extend(walking::put(&mut imported.program, &metadata.ways));
    Ok(Imported { columns: named, ..imported })
}

/// What a column with the zone of each row is called.
const ZONES: [&str; 3] = ["timezone", "tz", "zeitzone"];

/// Returns the zone in which all rows are, if they have a column for it.
fn zone_column(lists: &[List]) -> Option<String> {
    let column = |list: &List| list.header.iter().position(|name| ZONES.contains(&columns::plain(name).as_str()));
    let cells = lists.iter().filter_map(|list| Some((list, column(list)?)));
    let texts = cells.flat_map(|(list, at)| list.rows.iter().map(move |row| row.text(at))).filter(|text| !text.is_empty());
    let zones: BTreeSet<&str> = texts.collect();
    let zone = zones.first().filter(|zone| zones.len() == 1 && Zone::named(zone).is_ok())?;
    Some((*zone).to_owned())
}

fn warn_of_layout(lists: &[List], draft: &mut Draft) {
    for list in lists {
        match &list.layout {
            Layout::Named => warn_of_unknown(list, draft),
            Layout::Guessed => {
                let columns = (0..list.header.len()).filter_map(|index| Some((index, list.columns.meaning(index)?))).collect();
                warn_once(Remark::NoHeader(columns), draft);
            }
            Layout::Grid { rooms, behind } => {
                let rooms = rooms.iter().take(MAX_QUOTED).map(|room| line::excerpt(room)).collect();
                draft.warn(Place::default(), Remark::Grid { rooms });
                if let Some((count, minutes)) = list.between {
                    draft.warn(Place::default(), Remark::RowsBetween { count, minutes });
                }
                if *behind > 0 {
                    draft.warn(Place::default(), Remark::PeopleBehindTitles { count: *behind });
                }
            }
        }
    }
}

/// Several parts of a table are read the same way.
fn warn_once(remark: Remark, draft: &mut Draft) {
    if !draft.warnings.iter().any(|warning| warning.parts().1 == remark) {
        draft.warn(Place::default(), remark);
    }
}

/// A sheet with a list of people or of tasks is normal, but a person may be looking for what is in it.
fn warn_of_other_sheets(book: &Book, draft: &mut Draft) {
    let is_other = |table: &&Table| {
        !table.rows.is_empty() && (book.are_sheets || mentions_times(table)) && layout::list(table, Told::default()).is_none()
    };
    // A table of a page may have no heading.
    let name = |table: &Table| {
        let first = || table.rows.first()?.filled().next().map(|(_, text)| line::excerpt(text));
        table.names.first().map(|name| line::excerpt(name)).or_else(first)
    };
    let names: Vec<String> = book.tables.iter().filter(is_other).filter_map(name).take(MAX_QUOTED).collect();
    if !names.is_empty() {
        draft.warn(Place::default(), Remark::TablesLeftOut(names));
    }
}

fn warn_of_unknown(list: &List, draft: &mut Draft) {
    let columns = &list.columns;
    if let Some(column) = &columns.taken_as_title {
        draft.warn(Place::default(), Remark::TakenAsTitle { column: column.clone() });
    }
    let unknown = || columns.unknown.iter().filter(|name| !ZONES.contains(&columns::plain(name).as_str()));
    if unknown().next().is_none() {
        return;
    }
    let unknown = Remark::UnknownColumns(unknown().take(MAX_QUOTED).map(|name| line::excerpt(name)).collect());
    // Several sheets mostly have the same columns.
    if !draft.warnings.iter().any(|warning| warning.parts().1 == unknown) {
        draft.warn(Place::default(), unknown);
        for (name, meant) in columns.misspelt().into_iter().take(MAX_QUOTED) {
            let remark = Remark::MisspeltColumn { column: line::excerpt(name), meant: meant.to_owned() };
            draft.warn(Place::default(), remark);
        }
    }
}

/// Returns how the dates of all lists are written.
fn dating(lists: &[List], metadata: &Metadata, draft: &mut Draft, options: &Options) -> Dating {
    let cells = lists.iter().flat_map(|list| list.rows.iter().flat_map(|row| dated_cells(row, list)));
    let headings = || lists.iter().flat_map(|list| &list.headings).map(String::as_str);
    let texts: Vec<&str> = cells.chain(headings()).collect();
    let stated = [&draft.title, &draft.version, &draft.id, &options.title];
    let stated: Vec<&str> = stated.into_iter().flatten().map(String::as_str).chain(headings()).collect();
    let header: Vec<&str> = lists.iter().flat_map(|list| list.header.iter().map(String::as_str)).chain(headings()).collect();
    let (dating, doubt) = Dating::of(&texts, &stated, &header, metadata.first_day.or(options.first_day));
    doubt.into_iter().for_each(|remark| draft.warn(Place::default(), remark));
    dating
}

/// Returns the cells of a row that may hold a date.
fn dated_cells<'a>(row: &'a Row, list: &List) -> impl Iterator<Item = &'a str> {
    let indices = [Column::Date, Column::Start].map(|column| list.columns.index_of(column));
    let cells = indices.into_iter().flatten().map(|index| row.text(index));
    cells.chain(row.only()).filter(|text| !text.is_empty())
}

/// Returns the rows with what is merged with the rows above them: the date, or start and end. A row with only a date is the heading
/// of a day.
fn rows(list: &List, dating: Dating) -> Vec<Cells<'_>> {
    let has_dates = list.columns.has(Column::Date);
    let is_day = |text: &&str| dates::is_day(text, dating) || !has_dates && dates::is_day_word(text);
    let headings = || list.headings.iter().map(String::as_str);
    let mut above = headings().find(|text| dates::is_day(text, dating)).or_else(|| headings().find(is_day));
    let mut timed: Option<&Row> = None;
    let mut rows = Vec::with_capacity(list.rows.len());
    for row in list.rows.iter().filter(|row| row.filled().next().is_some()) {
        let heading = row.only().filter(is_day);
        let cells = Cells { row, list, dating, above, merged: None };
        above = heading.or_else(|| cells.get(Column::Date)).or(above);
        let is_merged = cells.is_beside(timed);
        if !is_merged {
            timed = Some(row).filter(|_| heading.is_none());
        }
        // A text alone that is no title is a note.
        let is_note = row.only().is_some() && cells.named().is_none();
        if heading.is_none() && !is_note && !(list.layout == Layout::Named && row.repeats(&list.header)) {
            rows.push(Cells { above, merged: timed.filter(|_| is_merged), ..cells });
        }
    }
    rows
}

/// Returns why no row has a date, if the times of day could be read.
fn undated(rows: &[Cells]) -> Option<Problem> {
    let mut with_times = rows.iter().filter(|cells| cells.slot(Column::Start).is_some()).peekable();
    let lacking_year = rows.iter().filter_map(|cells| cells.get(Column::Start)).find(|text| dates::is_moment_without_year(text));
    if with_times.peek().is_none() && lacking_year.is_none() {
        return None;
    }
    if rows.iter().any(|cells| matches!(times(cells).start, Start::At(_) | Start::Ambiguous(..))) {
        return None;
    }
    let texts: Vec<&str> = with_times.filter_map(Cells::day_text).collect();
    let example = texts.first().map(|text| line::excerpt(text));
    let is = |test: fn(&str) -> bool| texts.iter().any(|text| test(text));
    let why = match (example, lacking_year) {
        (None, Some(text)) => Undated::NoYear(line::excerpt(text)),
        (None, None) => Undated::Nothing,
        (Some(text), _) if is(dates::lacks_year) => Undated::NoYear(text),
        (Some(text), _) if is(dates::is_day_word) || is(|text| text.parse::<u8>().is_ok()) => Undated::Counted(text),
        (Some(_), _) => return None,
    };
    Some(Problem::Undated { rows: rows.len(), why })
}

fn row(cells: &Cells, rooms: &Rooms) -> DraftRow {
    let Times { start, start_at, end, end_at } = times(cells);
    let is_readable = (matches!(start, Start::At(_)), !matches!(end, End::Unreadable(_)));
    let (kind, track) = kind_and_track(cells);
    let (about, shortened) = rich_text::blocks(cells.value(Column::Abstract).unwrap_or_default());
    DraftRow {
        line: Some(cells.row.line),
        start_cell: if is_readable.0 { None } else { cells.cell(start_at) },
        end_cell: if is_readable.1 { None } else { cells.cell(end_at) },
        id: cells.get(Column::Id).map(str::to_owned),
        subtitle: cells.owned(Column::Subtitle),
        rooms: cells.value(Column::Room).map_or_else(|| cells.list.room.iter().cloned().collect(), |text| rooms.names(text)),
        track,
        kind,
        language: cells.owned(Column::Language),
        level: cells.owned(Column::Level),
        speakers: cells.value(Column::Speakers).map_or_else(Vec::new, people::names),
        about,
        shortened,
        cancelled: status::is_cancelled(cells),
        url: cells.owned(Column::Url),
        ..DraftRow::new(values::undecorated(cells.named().unwrap_or_default()).to_owned(), start, end)
    }
}

fn kind_and_track(cells: &Cells) -> (Kind, Option<String>) {
    let track = cells.value(Column::Track).or_else(|| cells.value(Column::Category));
    if let Some(word) = cells.value(Column::Kind) {
        return (kind::of(Some(word)), track.map(str::to_owned));
    }
    // A category that is a kind of session and not a topic.
    match track.and_then(kind::known) {
        Some(kind) => (kind, None),
        None if cells.list.layout != Layout::Named => {
            (kind::of_title(cells.named().unwrap_or_default(), cells.get(Column::Speakers).is_some()), None)
        }
        None => (Kind::Talk, track.map(str::to_owned)),
    }
}
