//! What the columns of a table or the fields of structured data were taken for, each to be corrected.

use super::opening::Opening;
use super::raw::Raw;
use super::step::OpenedProgram;
use crate::components::element::{El, tag};
use leptos::prelude::*;
use siganpyo::messages::column::Column;
use siganpyo::wire::import_job::ImportedColumn;
use std::iter;
use std::rc::Rc;

/// What only tables have.
const OF_TABLES: [Column; 3] = [Column::Weekday, Column::EndDate, Column::Category];

/// The columns or the fields of a program that was read.
pub fn meanings(found: &OpenedProgram, opening: Opening) -> Option<El> {
    let messages = opening.messages();
    let raw = found.raw.as_ref()?;
    let (title, about, list, is_corrected) = if !found.columns.is_empty() {
        (messages.columns, messages.columns_about, columns(&found.columns, raw, opening), false)
    } else if !found.fields.is_empty() {
        (messages.fields, messages.fields_about, fields(&found.fields, raw, opening), !raw.source.fields.is_empty())
    } else {
        return None;
    };
    let details = tag::details().attr("data-role", "meanings").maybe_attr("open", is_corrected.then_some(""));
    Some(details.child(tag::summary().text(title)).child(tag::p().class("fine").text(about)).child(list))
}

fn columns(columns: &[ImportedColumn], raw: &Raw, opening: Opening) -> El {
    let meanings: Vec<String> = columns.iter().map(|column| column.meaning.clone()).collect();
    let raw = raw.clone();
    let choose = move |at: usize, meaning: String| {
        let mut columns = meanings.clone();
        columns[at] = meaning;
        opening.read(raw.with(|source| source.columns = columns));
    };
    choices(columns, &[], choose, opening)
}

/// A correction is kept by the name of the field, since a later version of the file may have them in another order.
pub fn fields(fields: &[ImportedColumn], raw: &Raw, opening: Opening) -> El {
    let (raw, names) = (raw.clone(), fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>());
    let choose = move |at: usize, meaning: String| {
        let told = ImportedColumn { name: names[at].clone(), meaning };
        let is_other = |text: &String| ImportedColumn::from_told(text).is_some_and(|other| other.name != told.name);
        opening.read(raw.with(|source| {
            source.fields.retain(is_other);
            source.fields.push(told.told());
        }));
    };
    choices(fields, &OF_TABLES, choose, opening)
}

fn choices(columns: &[ImportedColumn], left_out: &[Column], choose: impl Fn(usize, String) + 'static, opening: Opening) -> El {
    let choose = Rc::new(choose);
    let rows = columns.iter().enumerate().map(|(at, column)| {
        let offered = Column::ALL.iter().copied().filter(|column| !left_out.contains(column)).map(Some);
        let options = iter::once(None).chain(offered).map(|meaning| {
            let word = meaning.map_or("", Column::word);
            let option = tag::option().attr("value", word).text((opening.messages().column)(meaning));
            option.maybe_attr("selected", (word == column.meaning).then_some(""))
        });
        let choose = choose.clone();
        let select = tag::select().children(options).on("change", move |event| choose(at, event_target_value(&event)));
        tag::label().class("field").child(tag::span().text(column.name.as_str())).child(select)
    });
    tag::div().class("columns").children(rows)
}
