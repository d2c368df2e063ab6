//! The desk: where an organiser makes a site of a program, with nothing but a browser.
//!
//! The page around it keeps nothing and knows no setting: it shows the parts that the desk hands out as markup, and hands in what was
//! typed. So everything that organisers need is in one program, which no attendee ever loads.

mod choices;
mod form;
mod look;
pub mod steps;

pub use choices::Fields;

use super::{Files, Given, PublishError, archive, base_of, template};
use crate::messages::{Language, Refusal};
use crate::present::what_changed::WhatChanged;
use crate::program::Program;
use crate::program::versions::{Matching, Verdict};
use crate::wire::program_file;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use choices::Choices;

/// The rules for it, which belong to no other page.
const STYLE: &str = include_str!("../../style/desk.css");

/// The name of the icon in a draft.
const ICON: &str = "icon";

/// A piece of the page: its name, and what belongs into it as markup.
pub type Part = (String, String);

/// What the desk knows besides what is typed.
#[derive(Debug)]
pub struct Desk {
    language: Language,
    program: Program,
    app: Option<Files>,
    before: Option<Before>,
    icon: Option<Vec<u8>>,
}

/// The site that was made before.
#[derive(Debug)]
struct Before {
    given: Given,
    program: Program,
}

/// A site that was made.
#[derive(Debug)]
pub struct Made {
    /// A name for the archive.
    pub name: String,
    /// The whole site.
    pub archive: Vec<u8>,
    /// What the page says of it.
    pub parts: Vec<Part>,
}

impl Desk {
    /// A desk for this program.
    pub fn new(program: Program, language: Language) -> Desk {
        Desk { language, program, app: None, icon: None, before: None }
    }

    /// Speaks another language from now on.
    pub fn speak(&mut self, language: Language) {
        self.language = language;
    }

    /// Takes the files of the app, without which nothing can be made.
    pub fn put_app(&mut self, app: Files) {
        self.app = Some(app);
    }

    /// Takes the picture for the icons.
    pub fn put_icon(&mut self, picture: Vec<u8>) {
        self.icon = Some(picture);
    }

    /// Takes no picture: the icon is the app's own.
    pub fn drop_icon(&mut self) {
        self.icon = None;
    }

    /// Returns all that was typed and chosen as a text, for the next time.
    pub fn draft(&self, fields: &Fields) -> String {
        let mut fields = fields.clone();
        fields.extend(self.icon.as_ref().map(|icon| (ICON.to_owned(), BASE64_STANDARD.encode(icon))));
        toml::Table::from_iter(fields.into_iter().map(|(name, text)| (name, text.into()))).to_string()
    }

    /// Takes such a text, and returns what was typed. What is none is as if nothing had been typed.
    pub fn put_draft(&mut self, draft: &str) -> Option<Fields> {
        let table: toml::Table = draft.parse().ok()?;
        let text = |(name, text): (String, toml::Value)| Some((name, text.as_str()?.to_owned()));
        let mut fields: Fields = table.into_iter().filter_map(text).collect();
        self.icon = fields.remove(ICON).and_then(|icon| BASE64_STANDARD.decode(icon).ok());
        Some(fields)
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
        self.icon = given.settings.icon.as_ref().and_then(|icon| given.pictures.bytes(icon).ok()).map(<[u8]>::to_vec);
        self.before = Some(Before { given, program });
        Ok(fields)
    }

    /// Returns the whole page, with what was typed or else what the program says.
    pub fn page(&self, typed: Option<&Fields>) -> Vec<Part> {
        let said = || choices::fields(&Given::default().settings, &self.program, "/", self.language);
        let fields = typed.cloned().unwrap_or_else(said);
        let mut parts =
            vec![("style".to_owned(), STYLE.to_owned()), ("desk".to_owned(), form::form(&fields, &self.program, self.language))];
        parts.extend(self.look(&fields));
        parts
    }

    /// Returns what would come of what was typed, and what is wrong with it.
    pub fn look(&self, fields: &Fields) -> Vec<Part> {
        let choices = self.choices(fields);
        let mut parts: Vec<Part> = form::NAMES.iter().map(|name| form::problem(name, choices.problem(name))).collect();
        let icon = self.icon.as_deref();
        parts.push(("icon".to_owned(), form::chosen(icon.is_some(), self.language)));
        parts.push(("preview".to_owned(), look::preview(&choices, icon, self.app.as_ref(), self.language)));
        parts.push(("changes".to_owned(), look::changes(self.changes(&choices).as_deref(), self.language)));
        parts
    }

    /// Makes the site.
    ///
    /// # Errors
    ///
    /// Something that was typed has a fault, or the files of the app are not here.
    pub fn make(&self, fields: &Fields) -> Result<Made, Refusal> {
        let choices = self.choices(fields);
        if let Some(refusal) = choices.first_problem() {
            return Err(refusal.clone());
        }
        let app = self.app.clone().ok_or_else(self.language.desk_messages().app_missing)?;
        let refused = |error: PublishError| error.refusal(self.language);
        let mut given = self.before.as_ref().map(|before| before.given.clone()).unwrap_or_default();
        given.settings.icon = None;
        choices.write_into(&mut given.settings);
        if let Some(icon) = &self.icon {
            given.put_icon(icon.clone());
        }
        let published = given.publish(app, [&choices.program], &choices.base).map_err(refused)?;
        let name = format!("{}.zip", choices.program.id.file_name());
        let archive = archive::pack(&published.files);
        let made = look::made(&name, published.pages, archive.len(), self.language);
        Ok(Made { name, archive, parts: vec![("made".to_owned(), made)] })
    }

    /// What the page says of a file that cannot be used.
    pub fn refused(field: &str, refusal: &Refusal) -> Part {
        form::problem(field, Some(refusal))
    }

    fn choices(&self, fields: &Fields) -> Choices {
        Choices::read(fields, &self.program, self.language)
    }

    /// A line for each change since the site of before; none if there was no site.
    fn changes(&self, choices: &Choices) -> Option<Vec<String>> {
        let before = &self.before.as_ref()?.program;
        let matching = Matching::of(before, &choices.program);
        Some(WhatChanged::for_everyone(before, &choices.program, &matching, self.language).sentences(self.language))
    }
}
