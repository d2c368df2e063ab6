//! The desk: where an organiser makes a site of a program, with nothing but a browser.
//!
//! The page around it keeps nothing and knows no setting: it shows the parts that the desk hands out as markup, and hands in what was
//! typed. So everything that organisers need is in one program, which no attendee ever loads.

mod choices;
mod edits;
mod form;
mod look;
mod pasted;
mod pictures;
pub mod steps;
mod table;

pub use choices::Fields;

use super::{Files, Given, PublishError, archive, base_of, template};
use crate::export;
use crate::messages::{Language, Refusal};
use crate::present::what_changed::WhatChanged;
use crate::program::versions::{Matching, Verdict};
use crate::program::{Date, Program};
use crate::wire::program_file;
use choices::Choices;
use edits::Edited;
use pictures::Pictures;
use table::Table;

/// The rules for the page, which belong to no other one.
const STYLE: &str = include_str!("../../style/desk.css");

/// How many steps can be undone.
const UNDONE: usize = 100;

/// A piece of the page: its name, and what belongs into it as markup.
pub type Part = (String, String);

/// What the desk knows besides what is typed into the form.
#[derive(Debug)]
pub struct Desk {
    language: Language,
    program: Program,
    app: Option<Files>,
    pictures: Pictures,
    before: Option<Before>,
    /// The corrections of sessions, and those of before each step.
    edits: Fields,
    steps: Vec<Fields>,
    /// The day whose sessions are shown, of a program that is too large to show all.
    day: Option<Date>,
}

/// The site that was made before.
#[derive(Debug)]
struct Before {
    given: Given,
    program: Program,
}

/// What comes of a button or of something that was typed.
#[derive(Debug, Default)]
pub struct Reply {
    /// The parts of the page that are to be replaced.
    pub parts: Vec<Part>,
    /// Name and bytes of a file for the organiser.
    pub file: Option<(String, Vec<u8>)>,
}

impl Desk {
    /// A desk for this program.
    pub fn new(program: Program, language: Language) -> Desk {
        let is_large = program.sessions.len() > table::TOGETHER;
        let day = program.days.first().map(|day| day.date).filter(|_| is_large);
        Desk {
            language,
            program,
            app: None,
            pictures: Pictures::default(),
            before: None,
            edits: Fields::new(),
            steps: Vec::new(),
            day,
        }
    }

    /// Speaks another language from now on.
    pub fn speak(&mut self, language: Language) {
        self.language = language;
    }

    /// Takes the files of the app, without which nothing can be made.
    pub fn put_app(&mut self, app: Files) {
        self.app = Some(app);
    }

    /// Whether a file that was chosen in this field is a picture.
    pub fn is_picture(field: &str) -> bool {
        pictures::NAMES.contains(&field)
    }

    /// Takes the picture of a field; without any bytes, none is chosen there any more.
    ///
    /// # Errors
    ///
    /// Nothing can be drawn from it. What was chosen before stays.
    pub fn put_picture(&mut self, field: &str, picture: Vec<u8>) -> Result<(), Refusal> {
        self.pictures.put(field, picture, self.language)
    }

    /// Takes the archive of the site that was made before, and returns what was typed for it.
    ///
    /// # Errors
    ///
    /// It is no site of this app, or that of another conference.
    pub fn put_before(&mut self, packed: &[u8]) -> Result<Fields, Refusal> {
        let messages = self.language.desk_messages();
        let site = archive::unpack(packed).ok().filter(|site| site.has(template::LIST)).ok_or_else(messages.not_a_site)?;
        let given = Given::of_site(&site);
        let path = given.settings.programs.first().ok_or_else(messages.not_a_site)?;
        let program = site.text(path).ok().and_then(|text| program_file::read(text).ok()).ok_or_else(messages.not_a_site)?;
        // A person who opens it says that it is the same conference, so a doubt is not asked about.
        if program.id != self.program.id
            && Matching::of(&program, &self.program).verdict(&program, &self.program) == Verdict::OtherConference
        {
            return Err((messages.other_conference)(&program.title));
        }
        self.program.id = program.id.clone();
        if self.program.walking.is_empty() {
            self.program.walking = program.walking.clone();
        }
        let base = base_of(&site).unwrap_or_else(|| "/".to_owned());
        let fields = choices::fields(&given.settings, &self.program, &base, self.language);
        self.pictures = Pictures::of(&given);
        self.before = Some(Before { given, program });
        Ok(fields)
    }

    /// Returns all that was typed and chosen as a text, for the next time.
    pub fn draft(&self, fields: &Fields) -> String {
        let mut all = fields.clone();
        // It is among the corrections once it is taken.
        all.remove(pasted::FIELD);
        all.extend(self.edits.clone());
        all.extend(self.pictures.drafted());
        toml::Table::from_iter(all.into_iter().map(|(name, text)| (name, text.into()))).to_string()
    }

    /// Takes such a text, and returns what was typed. What is none is as if nothing had been typed.
    pub fn put_draft(&mut self, draft: &str) -> Option<Fields> {
        let all: toml::Table = draft.parse().ok()?;
        let text = |(name, text): (String, toml::Value)| Some((name, text.as_str()?.to_owned()));
        let mut fields: Fields = all.into_iter().filter_map(text).collect();
        self.pictures = Pictures::of_draft(&mut fields);
        self.edits = edits::merged(&Fields::new(), &fields);
        fields.retain(|name, _| !edits::is_edit(name));
        Some(fields)
    }

    /// Returns the whole page, with what was typed or else what the program says.
    pub fn page(&self, typed: Option<&Fields>) -> Vec<Part> {
        let said = || choices::fields(&Given::default().settings, &self.program, "/", self.language);
        let fields = typed.cloned().unwrap_or_else(said);
        let edited = self.edited();
        let mut parts =
            vec![("style".to_owned(), STYLE.to_owned()), ("desk".to_owned(), form::form(&fields, &self.program, self.language))];
        parts.push(self.sessions(!self.edits.is_empty(), &edited));
        parts.extend(self.look(&self.choices(&fields, &edited), &edited));
        parts
    }

    /// Does what a button says with all that is typed: `make`, `add-session`, `undo` and so on; any other name, and an empty one, only looks.
    ///
    /// # Errors
    ///
    /// The site is to be made, and something that was typed has a fault, or the files of the app are not here.
    pub fn act(&mut self, typed: &Fields, action: &str) -> Result<Reply, Refusal> {
        let fields: Fields =
            typed.iter().filter(|(name, _)| !edits::is_edit(name)).map(|(name, text)| (name.clone(), text.clone())).collect();
        self.absorb(typed);
        let (redrawn, pasted) = match action {
            "paste-rows" => self.paste(typed.get(pasted::FIELD).map_or("", String::as_str)),
            _ => (self.change(action), String::new()),
        };
        let edited = self.edited();
        let choices = self.choices(&fields, &edited);
        let mut reply = Reply::default();
        if redrawn {
            reply.parts.push(self.sessions(true, &edited));
        }
        reply.parts.push((pasted::FIELD.to_owned(), pasted));
        reply.parts.extend(self.look(&choices, &edited));
        let program = &choices.program;
        let named = |ending: &str| format!("{}.{ending}", program.id.file_name());
        match action {
            "make" => {
                let (pages, archive) = self.make(&choices)?;
                let made = look::made(&named("zip"), pages, archive.len(), self.language);
                reply.parts.push(("made".to_owned(), made));
                reply.file = Some((named("zip"), archive));
            }
            "as-program" => reply.file = Some((named("json"), program_file::write(program).into_bytes())),
            "as-workbook" => reply.file = Some((named("xlsx"), export::workbook(program))),
            "as-table" => reply.file = Some((named("csv"), export::table(program).into_bytes())),
            _ => {}
        }
        Ok(reply)
    }

    /// What the page says of the files of the app: how many are here, or that they could not be had.
    pub fn loading(has_failed: bool, is_coming: bool, here: usize, all: usize, language: Language) -> Part {
        let said = match (has_failed, is_coming) {
            (true, _) => look::failed(language),
            (false, true) => look::loading(here, all, language),
            (false, false) => String::new(),
        };
        ("loading".to_owned(), said)
    }

    /// What the page says of a file that was chosen, if it cannot be used.
    pub fn told_of_file(field: &str, refusal: Option<&Refusal>) -> Part {
        form::problem(field, refusal)
    }

    /// Keeps the corrections that are typed now, and those of before for going back.
    fn absorb(&mut self, typed: &Fields) {
        let before = self.edited();
        let merged = edits::merged(&self.edits, typed);
        let earlier = std::mem::replace(&mut self.edits, merged);
        // A table that is shown hands in what the program says, which is no step.
        if self.edited() != before {
            self.remember(earlier);
        }
    }

    fn remember(&mut self, earlier: Fields) {
        self.steps.push(earlier);
        let beyond = self.steps.len().saturating_sub(UNDONE);
        self.steps.drain(..beyond);
    }

    /// Does what a button of the table says. Returns whether the table is another one then.
    fn change(&mut self, action: &str) -> bool {
        match action {
            "edit" => true,
            "undo" => self.undo(),
            "add-session" => self.add_session(),
            _ => self.show_day(action),
        }
    }

    /// Takes rows of a spreadsheet. Returns whether there is another table now, and what is to be said.
    fn paste(&mut self, text: &str) -> (bool, String) {
        let messages = self.language.desk_messages();
        match pasted::pasted(text, &self.edited().program, &self.edits, self.language) {
            Ok(pasted) => {
                if pasted.added + pasted.corrected > 0 {
                    let earlier = std::mem::replace(&mut self.edits, pasted.edits);
                    self.remember(earlier);
                }
                let said = (messages.pasted)(pasted.added, pasted.corrected, pasted.unchanged, pasted.left_out);
                (true, form::line(&said))
            }
            Err(refusal) => (false, form::said(&refusal)),
        }
    }

    fn undo(&mut self) -> bool {
        let before = self.steps.pop();
        before.map(|before| self.edits = before).is_some()
    }

    fn add_session(&mut self) -> bool {
        let title = edits::field("title", &edits::next_added(&self.edits));
        self.remember(self.edits.clone());
        self.edits.insert(title, String::new());
        true
    }

    fn show_day(&mut self, action: &str) -> bool {
        let day = action.strip_prefix("day-").and_then(Date::parse);
        day.map(|day| self.day = Some(day)).is_some()
    }

    fn edited(&self) -> Edited {
        edits::edited(&self.program, &self.edits, self.language)
    }

    fn table<'t>(&'t self, edited: &'t Edited) -> Table<'t> {
        Table { base: &self.program, edits: &self.edits, edited, day: self.day, language: self.language }
    }

    /// The table of sessions, or the button that shows it.
    fn sessions(&self, is_open: bool, edited: &Edited) -> Part {
        let can_undo = !self.steps.is_empty();
        let markup = if is_open { self.table(edited).markup(can_undo) } else { form::closed_table(self.language) };
        ("sessions".to_owned(), markup)
    }

    /// What would come of what was typed, and what is wrong with it.
    fn look(&self, choices: &Choices, edited: &Edited) -> Vec<Part> {
        let mut parts: Vec<Part> = form::NAMES.iter().map(|name| form::problem(name, choices.problem(name))).collect();
        let chosen = |name: &str| form::chosen(name, &self.pictures, self.language);
        parts.extend(pictures::NAMES.map(|name| (name.to_owned(), chosen(name))));
        parts.push(("preview".to_owned(), look::preview(choices, &self.pictures, self.app.as_ref(), self.language)));
        parts.push(("changes".to_owned(), look::changes(self.changes(choices).as_deref(), self.language)));
        if !self.edits.is_empty() {
            parts.extend(self.table(edited).remarks());
        }
        parts
    }

    /// Makes the site: how many pages it has, and its archive.
    fn make(&self, choices: &Choices) -> Result<(usize, Vec<u8>), Refusal> {
        if let Some(refusal) = choices.first_problem() {
            return Err(refusal.clone());
        }
        let app = self.app.clone().ok_or_else(self.language.desk_messages().app_missing)?;
        let refused = |error: PublishError| error.refusal(self.language);
        let mut given = self.before.as_ref().map(|before| before.given.clone()).unwrap_or_default();
        choices.write_into(&mut given.settings);
        self.pictures.write_into(&mut given);
        let published = given.publish(app, [&choices.program], &choices.base).map_err(refused)?;
        Ok((published.pages, archive::pack(&published.files)))
    }

    fn choices(&self, fields: &Fields, edited: &Edited) -> Choices {
        Choices::read(fields, &edited.program, self.language)
    }

    /// A line for each change since the site of before; none if there was no site.
    fn changes(&self, choices: &Choices) -> Option<Vec<String>> {
        let before = &self.before.as_ref()?.program;
        let matching = Matching::of(before, &choices.program);
        Some(WhatChanged::for_everyone(before, &choices.program, &matching, self.language).sentences(self.language))
    }
}
