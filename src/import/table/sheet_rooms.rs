//! Workbooks with a sheet for each room.

use super::super::kind;
use super::{List, columns, line, looks_like_day};
use crate::messages::column::Column;
use crate::program::title;
use std::collections::BTreeSet;

/// What spreadsheets call their sheets, without the number behind it.
const UNNAMED: &str =
    "sheet 시트 tabelle feuille feuil hoja planilha pagina foglio blad ark arkusz list лист シート 工作表 table page csv export";

/// Gives every list the name of its sheet as a room, and returns the names; nothing unless the sheets can only be rooms: no row says
/// where it is, and what happens on different sheets happens at the same time.
pub(super) fn put(lists: &mut [List]) -> Vec<String> {
    let says_where = |list: &List| [Column::Room, Column::Track].into_iter().any(|column| list.columns.has(column));
    let names: BTreeSet<String> = lists.iter().filter_map(room).collect();
    if lists.len() < 2 || names.len() < lists.len() || lists.iter().any(says_where) || !are_parallel(lists) {
        return Vec::new();
    }
    lists.iter_mut().for_each(|list| list.room = room(list));
    names.iter().map(|name| line::excerpt(name)).collect()
}

/// Returns the name of the sheet if it may be that of a room.
fn room(list: &List) -> Option<String> {
    let name = list.headings.last()?.trim();
    let plain = title::normal(name);
    let word = plain.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_other = UNNAMED.split(' ').any(|unnamed| unnamed == word)
        || looks_like_day(name)
        || kind::known(name).is_some()
        || columns::find(name).is_some();
    (!word.is_empty() && !is_other || plain.len() > word.len() && word.is_empty()).then(|| name.to_owned())
}

/// Whether most sheets have a start that another one has, too.
fn are_parallel(lists: &[List]) -> bool {
    let starts = |list: &List| -> BTreeSet<(String, String)> {
        let cell = |row: &super::Row, column| list.columns.index_of(column).map_or(String::new(), |at| row.text(at).to_owned());
        list.rows.iter().map(|row| (cell(row, Column::Date), cell(row, Column::Start))).collect()
    };
    let all: Vec<BTreeSet<(String, String)>> = lists.iter().map(starts).collect();
    let is_parallel = |at: &usize| all.iter().enumerate().any(|(other, starts)| other != *at && !starts.is_disjoint(&all[*at]));
    (0..all.len()).filter(is_parallel).count() * 2 > all.len()
}
