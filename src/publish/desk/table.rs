//! The table of sessions as markup: a row for each, what looks odd beside it, rooms and tracks below.

use super::choices::Fields;
use super::edits::{Cells, Edited, NO_COLOR, added, field};
use super::{form, pasted};
use crate::markup::Element;
use crate::messages::Language;
use crate::messages::desk::DeskMessages;
use crate::program::{Date, Program, Session, check};
use crate::publish::prerender::text::Text;
use std::collections::BTreeMap;

/// As many rows are shown together; of larger programs one day.
pub const TOGETHER: usize = 150;

/// What is shown of a program.
pub struct Table<'t> {
    pub base: &'t Program,
    pub edits: &'t Fields,
    pub edited: &'t Edited,
    /// Only this day.
    pub day: Option<Date>,
    pub language: Language,
}

impl Table<'_> {
    /// All of it.
    pub fn markup(&self, can_undo: bool) -> String {
        let messages = self.language.desk_messages();
        let rows = self.base.sessions.iter().filter(|session| self.day.is_none_or(|day| session.day == day));
        let rows: Vec<Text> = rows.map(|session| self.row(session)).collect();
        let added = added(self.edits).map(|id| self.new_row(&id)).collect::<Vec<_>>();
        let undo = act("undo", messages.undo);
        let undo = if can_undo { undo } else { undo.attr("disabled", "") };
        let tools = [
            act("add-session", messages.add_session),
            undo,
            act("as-program", messages.as_program),
            act("as-workbook", messages.as_workbook),
            act("as-table", messages.as_table),
        ];
        let list = Text::new("ol").class("rows").children(rows).children(added);
        let lists = [
            self.known("desk-rooms", self.base.rooms.iter().map(|room| room.name.as_str())),
            self.known("desk-tracks", self.base.tracks.iter().map(|track| track.name.as_str())),
        ];
        let lead = Text::new("p").class("hint").text(messages.sessions_about);
        let parts = [Text::new("h2").text(messages.sessions), lead, Text::new("div").class("actions").children(tools)];
        let whole = Text::new("div").children(parts).children(self.pasting()).children(self.days()).child(list).children(lists);
        whole.child(place("row-all")).child(self.rooms()).child(self.tracks()).finish()
    }

    /// What is odd about each row that is shown: its place on the page, and the words.
    pub fn remarks(&self) -> Vec<(String, String)> {
        let findings = check(&self.edited.program);
        let mut lines: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let texts = self.language.command_line();
        for finding in &findings {
            let said = form::line(&(texts.finding)(finding, &self.edited.program));
            for id in &finding.sessions {
                lines.entry(id.as_str()).or_default().push(said.clone());
            }
        }
        for (id, refusal) in &self.edited.problems {
            lines.entry(id).or_default().insert(0, form::said(refusal));
        }
        let ids = self.base.sessions.iter().map(|session| session.id.to_string()).chain(added(self.edits));
        let remark = |id: &str, place: String| (place, lines.get(id).map(|lines| lines.join("<br>")).unwrap_or_default());
        ids.map(|id| remark(&id, self.place(&id))).chain([remark("", "row-all".to_owned())]).collect()
    }

    /// Where rows of a spreadsheet are pasted, and what came of it.
    fn pasting(&self) -> [Text; 2] {
        let messages = self.language.desk_messages();
        let hint = Text::new("p").class("hint").attr("id", "hint-pasted").text(messages.paste_hint);
        let field = Text::new("textarea").attr("rows", "4").attr("name", pasted::FIELD);
        let field = field.attr("aria-label", messages.paste).attr("aria-describedby", "hint-pasted");
        let take = Text::new("div").class("actions").child(act("paste-rows", messages.take_rows));
        let whole = Text::new("details").child(Text::new("summary").text(messages.paste)).child(hint).child(field).child(take);
        [whole, place(pasted::FIELD)]
    }

    /// The days to choose from, where not all are shown.
    fn days(&self) -> Option<Text> {
        let shown = self.day?;
        let day = |date: Date| {
            let chip = act(&format!("day-{date}"), &(self.language.messages().date)(date)).class("chip");
            if date == shown { chip.attr("aria-current", "date") } else { chip }
        };
        Some(Text::new("div").class("chips").children(self.base.days.iter().map(|each| day(each.date))))
    }

    fn row(&self, session: &Session) -> Text {
        let cells = Cells::of(session, self.base);
        let cancelled = session.cancelled;
        self.cells(session.id.as_str(), &session.title, &cells, cancelled)
    }

    fn new_row(&self, id: &str) -> Text {
        let date =
            self.day.or_else(|| self.base.days.first().map(|day| day.date)).map(|date| date.to_string()).unwrap_or_default();
        let empty = String::new;
        let cells = Cells { date, start: empty(), end: empty(), rooms: empty(), track: empty(), speakers: empty() };
        self.cells(id, "", &cells, false)
    }

    fn cells(&self, id: &str, title: &str, cells: &Cells, cancelled: bool) -> Text {
        let messages = self.language.desk_messages();
        let is_shown_as_typed = self.edits.contains_key(&field("title", id));
        // Heard without its row, a field says whose it is.
        let heard = |label: &str| if title.is_empty() { label.to_owned() } else { format!("{label}, {title}") };
        let ticked = |what: &str, else_: bool| if is_shown_as_typed { self.edits.contains_key(&field(what, id)) } else { else_ };
        let input = |what: &'static str, label: &str, kind: &str, cell: &str| {
            let name = field(what, id);
            let value = self.edits.get(&name).map_or(cell, String::as_str);
            let input = Text::new("input").attr("type", kind).attr("name", &name).attr("aria-label", &heard(label));
            let input = input.attr("value", value).attr("autocomplete", "off");
            let input = match what {
                "room" => input.attr("list", "desk-rooms"),
                "track" => input.attr("list", "desk-tracks"),
                _ => input,
            };
            Text::new("label").class(&format!("cell-{what}")).child(Text::new("span").text(label)).child(input)
        };
        let tick = |what: &'static str, label: &str, is_ticked: bool| {
            let input =
                Text::new("input").attr("type", "checkbox").attr("name", &field(what, id)).attr("aria-label", &heard(label));
            let input = if is_ticked { input.attr("checked", "") } else { input };
            Text::new("label").class("tick").child(input).child(Text::new("span").text(label))
        };
        let fields = [
            input("title", messages.cell_title, "text", title),
            input("date", messages.cell_date, "date", &cells.date),
            input("start", messages.cell_start, "time", &cells.start),
            input("end", messages.cell_end, "time", &cells.end),
            input("room", messages.cell_room, "text", &cells.rooms),
            input("track", messages.cell_track, "text", &cells.track),
            input("speakers", messages.cell_speakers, "text", &cells.speakers),
            tick("cancelled", messages.cell_cancelled, ticked("cancelled", cancelled)),
            tick("gone", messages.cell_gone, ticked("gone", false)),
        ];
        Text::new("li").children(fields).child(place(&self.place(id)))
    }

    /// The name of the place below a row. Ids may hold any letter, so it is made of numbers.
    fn place(&self, id: &str) -> String {
        match self.base.sessions.index_of(id) {
            Some(index) => format!("row-{index}"),
            None => format!("row-new-{}", id.trim_start_matches('+')),
        }
    }

    fn known<'n>(&self, id: &str, names: impl Iterator<Item = &'n str>) -> Text {
        Text::new("datalist").attr("id", id).children(names.map(|name| Text::new("option").attr("value", name)))
    }

    fn rooms(&self) -> Text {
        let messages: &DeskMessages = self.language.desk_messages();
        let room = |room: &crate::program::Room| {
            let name = field("room-name", room.id.as_str());
            let value = self.edits.get(&name).unwrap_or(&room.name);
            Text::new("li").child(
                Text::new("input").attr("type", "text").attr("name", &name).attr("aria-label", &room.name).attr("value", value),
            )
        };
        let list = Text::new("ul").class("names").children(self.base.rooms.iter().map(room));
        Text::new("details").child(Text::new("summary").text(messages.room_names)).child(list)
    }

    fn tracks(&self) -> Text {
        let messages: &DeskMessages = self.language.desk_messages();
        let track = |track: &crate::program::Track| {
            let name = field("track-color", track.id.as_str());
            let own = track.color.unwrap_or(NO_COLOR).to_string();
            let value = self.edits.get(&name).unwrap_or(&own);
            let input = Text::new("input").attr("type", "color").attr("name", &name).attr("value", value);
            Text::new("li").child(Text::new("label").class("tick").child(input).child(Text::new("span").text(&track.name)))
        };
        let list = Text::new("ul").class("names").children(self.base.tracks.iter().map(track));
        Text::new("details").child(Text::new("summary").text(messages.track_colors)).child(list)
    }
}

fn place(name: &str) -> Text {
    Text::new("p").class("problem").attr("role", "status").data("part", name)
}

fn act(action: &str, label: &str) -> Text {
    Text::new("button").attr("type", "button").class("button").data("action", action).text(label)
}
