//! What an organiser gives besides programs: settings, an icon, a logo, a background, screenshots.

use super::{Content, Files, PublishError, Published, SETTINGS, Target, publish, template};
use crate::program::Program;
use crate::site::{LOGO, Settings, is_background};
use crate::wire::program_file;

/// What a site of before has in place of the organiser's own picture for the icons.
const ICON_OF_BEFORE: &str = "icons/icon-512.png";

/// What the organiser's pictures are called here, apart from those that a `site.toml` names.
const ICON: &str = "given/icon";
const LOGO_GIVEN: &str = "given/logo";
const BACKGROUND_GIVEN: &str = "given/background";

/// Settings, and the pictures that they name.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// What `site.toml` would say.
    pub settings: Settings,
    /// The pictures by their paths.
    pub pictures: Files,
}

impl Given {
    /// Returns what a site of before was made with; nothing if there is none.
    pub fn of_site(before: &Files) -> Given {
        let text = before.text(template::KEPT_SETTINGS).unwrap_or_default();
        let mut given =
            Given { settings: Settings::parse_without_programs(text).unwrap_or_default(), pictures: Files::default() };
        if let Some(icon) = given.settings.icon.take().and_then(|_| before.bytes(ICON_OF_BEFORE).ok()) {
            given.put_icon(icon.to_vec());
        }
        if let Some(logo) = given.settings.logo.take().and_then(|_| before.bytes(LOGO).ok()) {
            given.put_logo(logo.to_vec());
        }
        let background = before.iter().find(|(path, _)| is_background(path)).map(|(_, picture)| picture.to_vec());
        if let Some(background) = given.settings.background.take().and(background) {
            given.put_background(background);
        }
        given.settings.screenshots.retain(|path| before.has(path));
        let screenshot = |path: &String| Some((path.clone(), before.bytes(path).ok()?.to_vec()));
        given.pictures.extend(given.settings.screenshots.iter().filter_map(screenshot));
        given
    }

    /// Makes the icons from this picture, SVG or PNG.
    pub fn put_icon(&mut self, picture: Vec<u8>) {
        self.settings.icon = Some(self.put(ICON, picture));
    }

    /// Shows this picture, SVG or PNG, beside the name.
    pub fn put_logo(&mut self, picture: Vec<u8>) {
        self.settings.logo = Some(self.put(LOGO_GIVEN, picture));
    }

    /// Offers this picture, JPEG or PNG, as the background of timetables.
    pub fn put_background(&mut self, picture: Vec<u8>) {
        self.settings.background = Some(self.put(BACKGROUND_GIVEN, picture));
    }

    fn put(&mut self, name: &str, picture: Vec<u8>) -> String {
        let ending = match &picture[..] {
            [0x89, b'P', ..] => "png",
            [0xff, 0xd8, ..] => "jpg",
            _ => "svg",
        };
        let path = format!("{name}.{ending}");
        self.pictures.put(&path, picture);
        path
    }

    /// Makes a site of the app and these programs, of which the first one is built in.
    ///
    /// # Errors
    ///
    /// As [`publish`], and if a setting or a program has a fault.
    pub fn publish<'p>(
        mut self,
        app: Files,
        programs: impl IntoIterator<Item = &'p Program>,
        base: &str,
    ) -> Result<Published, PublishError> {
        let programs: Vec<_> = programs.into_iter().map(|program| (path_of(program), program_file::write(program))).collect();
        self.settings.programs = programs.iter().map(|(path, _)| path.clone()).collect();
        let mut files = app;
        files.extend(programs);
        files.extend(self.pictures.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())));
        files.put(SETTINGS, self.settings.write());
        let content = Content::read(&files, false)?;
        publish(files, &content, Target { base, is_draft: false })
    }
}

/// Returns where a site has the program.
pub fn path_of(program: &Program) -> String {
    format!("programs/{}.json", program.id.file_name())
}
