//! Calendars to subscribe to: of all sessions, of each track and room, and of each speaker where the site asks for them. A static host
//! can give no other subscription; a person's own file has the same UIDs.

use super::policy;
use super::prerender::Prerender;
use super::prerender::calendars::Group;
use super::{Files, PublishError};
use crate::export::{CalendarOptions, program_calendar};
use crate::program::{Moment, Program, Session, VersionName, derived_id};
use std::collections::BTreeSet;

/// Below the folder of a build.
const FOLDER: &str = "calendar/";

/// The longest name of a file without kind and ending, in bytes.
const MAX_NAME: usize = 100;

/// Writes the calendars and the page that lists them.
pub fn write(files: &mut Files, program: &Program, prerender: &Prerender<'_>, with_speakers: bool) -> Result<(), PublishError> {
    let mut calendars = Calendars { files, program, prerender, stamp: stamp(program), address: address(prerender) };
    let all = prerender.in_all(|texts| texts.all_sessions);
    calendars.write_one("all.ics", &program.title, &|_| true);
    let mut groups = vec![Group { heading: None, links: vec![(all, "all.ics".to_owned())] }];
    let language = prerender.site.language().tag();
    let tracks = program.tracks.iter().map(|track| (track.id.as_str(), track.name.as_str()));
    let of_track = |session: &Session, id: &str| session.track.as_ref().is_some_and(|track| track.as_str() == id);
    groups.push(Group { heading: Some(|texts| texts.tracks), links: calendars.write_each("track", tracks, &of_track) });
    let rooms = program.rooms.iter().map(|room| (room.id.as_str(), room.name_in(language)));
    let of_room = |session: &Session, id: &str| session.rooms.iter().any(|room| room.as_str() == id);
    groups.push(Group { heading: Some(|texts| texts.rooms), links: calendars.write_each("room", rooms, &of_room) });
    if with_speakers {
        let names: BTreeSet<&str> =
            program.sessions.iter().flat_map(|session| session.speakers.iter().map(String::as_str)).collect();
        let of_speaker = |session: &Session, name: &str| session.speakers.iter().any(|speaker| speaker == name);
        let links = calendars.write_each("speaker", names.into_iter().map(|name| (name, name)), &of_speaker);
        groups.push(Group { heading: Some(|texts| texts.speakers), links });
    }
    groups.retain(|group| !group.links.is_empty());
    files.put(format!("{FOLDER}index.html"), policy::add(&prerender.calendars(program, &groups))?);
    Ok(())
}

/// When the program was made, as far as it says so: at the beginning of the date that its version names, or else of its first day. No clock
/// is asked, so that the same input makes the same site; whoever subscribes compares contents.
fn stamp(program: &Program) -> Moment {
    let date = match VersionName::of(&program.version) {
        Some(VersionName::Date(date)) => Some(date),
        _ => program.days.first().map(|day| day.date),
    };
    let at_midnight = date.and_then(|date| Moment::parse(&format!("{date}T00:00:00Z")));
    at_midnight.unwrap_or_else(|| Moment::new(0, 0).expect("1970 is a year"))
}

/// Where the app will be, if the site says so.
fn address(prerender: &Prerender<'_>) -> Option<String> {
    prerender.site.domain.as_ref().map(|domain| format!("https://{domain}{}", prerender.base))
}

struct Calendars<'a> {
    files: &'a mut Files,
    program: &'a Program,
    prerender: &'a Prerender<'a>,
    stamp: Moment,
    address: Option<String>,
}

impl Calendars<'_> {
    /// Writes a calendar for each of the ids with names, and returns names and files.
    fn write_each<'i>(
        &mut self,
        kind: &str,
        items: impl Iterator<Item = (&'i str, &'i str)>,
        belongs: &dyn Fn(&Session, &str) -> bool,
    ) -> Vec<(String, String)> {
        let mut taken = BTreeSet::new();
        let mut links = Vec::new();
        for (id, name) in items.filter(|(id, _)| self.program.sessions.iter().any(|session| belongs(session, id))) {
            let path = format!("{kind}-{}.ics", file_name(id, &mut taken));
            self.write_one(&path, &format!("{} – {name}", self.program.title), &|session| belongs(session, id));
            links.push((name.to_owned(), path));
        }
        links
    }

    fn write_one(&mut self, path: &str, name: &str, belongs: &dyn Fn(&Session) -> bool) {
        let options = CalendarOptions {
            address: self.address.as_deref(),
            ..CalendarOptions::new(self.stamp, self.prerender.site.language().tag())
        };
        let sessions = self.program.sessions.iter().filter(|session| belongs(session));
        self.files.put(format!("{FOLDER}{path}"), program_calendar(sessions, name, self.program, &options));
    }
}

/// A name that any host takes, the same in every version: made of letters and digits, or else of a hash.
fn file_name(id: &str, taken: &mut BTreeSet<String>) -> String {
    let slug = derived_id::slug(id);
    let is_fine = !slug.is_empty() && slug.len() <= MAX_NAME && !taken.contains(&slug);
    let name = if is_fine { slug } else { derived_id::content_id([id]) };
    taken.insert(name.clone());
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Options, import};
    use crate::messages::Language;
    use crate::site::{Settings, Site};

    fn program() -> Program {
        let table = "# title: Fair & Square\n# time_zone: Asia/Seoul\ndate,start,end,room,track,title,speakers\n\
            2026-08-15,10:00,10:40,Hall A,Web,One,Ann Lee\n2026-08-15,11:00,11:40,\"Hall <B>\",,Two,Ann Lee; Bo\n\
            2026-08-15,12:00,12:40,Hall A,,Three,\n";
        import(table.as_bytes(), &Options::default()).expect("a program").program
    }

    fn build(settings: &str, check: impl Fn(&Files, &Program)) {
        let (program, settings) = (program(), Settings::parse(&format!("programs = 'x.json'\n{settings}")).expect("settings"));
        let mut files = Files::default();
        let site = Site::of(&settings, &program);
        let prerender = Prerender { base: "/fair/", site: &site };
        write(&mut files, &program, &prerender, settings.speaker_calendars).expect("written");
        check(&files, &program);
    }

    fn text<'f>(files: &'f Files, file: &str) -> &'f str {
        files.text(&format!("{FOLDER}{file}")).expect("a file")
    }

    fn titles(files: &Files, file: &str) -> Vec<String> {
        let text = text(files, file);
        text.lines().filter_map(|line| line.strip_prefix("SUMMARY:").map(str::to_owned)).collect()
    }

    #[test]
    fn all_sessions_and_each_track_and_room_have_a_calendar() {
        build("", |files, program| {
            let names: Vec<&str> = files.paths().filter_map(|path| path.strip_prefix(FOLDER)).collect();
            assert_eq!(names, ["all.ics", "index.html", "room-hall-a.ics", "room-hall-b.ics", "track-web.ics"]);
            assert_eq!(titles(files, "all.ics"), ["One", "Two", "Three"]);
            assert_eq!(titles(files, "room-hall-a.ics"), ["One", "Three"]);
            assert_eq!(titles(files, "track-web.ics"), ["One"]);
            assert!(
                text(files, "all.ics").contains("DTSTAMP:20260815T000000Z"),
                "the version has no date, so it is the first day"
            );
            let room = text(files, "room-hall-b.ics");
            assert!(room.contains("\r\nX-WR-CALNAME:Fair & Square – Hall <B>\r\n"), "{room}");
            // The same UIDs as in a person's own file.
            let pick = crate::plan::Pick::of(program, &program.sessions[1], "ko");
            let mut plan = crate::plan::Plan::empty(program.id.clone());
            plan.put(pick);
            let own = crate::export::calendar(&plan, program, &CalendarOptions::new(stamp(program), "ko"));
            let uid = own.lines().find(|line| line.starts_with("UID:")).expect("a UID");
            assert!(room.lines().any(|line| line == uid));
        });
    }

    #[test]
    fn the_page_lists_them_and_its_policy_lets_its_script_run() {
        build("", |files, _| {
            let page = text(files, "index.html");
            assert!(
                page.contains("<h1><a href=\"/fair/\">Fair &amp; Square</a></h1>")
                    && page.contains("<a href=\"room-hall-b.ics\">Hall &lt;B&gt;</a>"),
                "{page}"
            );
            for language in Language::ALL {
                assert!(
                    page.contains(language.static_page_messages().calendars_about.split('.').next().expect("words")),
                    "{page}"
                );
            }
            assert!(page.contains("<script>") && page.contains("script-src") && page.contains("'sha256-"), "{page}");
        });
        build("domain = 'fair.example'\nlanguages = 'en'", |files, program| {
            let page = text(files, "index.html");
            assert!(page.contains("<a href=\"webcal://fair.example/fair/calendar/all.ics\">All sessions</a>"), "{page}");
            assert!(!page.contains("<script") && !page.contains("모든"), "{page}");
            let all = text(files, "all.ics").replace("\r\n ", "");
            assert!(all.contains(&format!("URL:https://fair.example/fair/session/{}\r\n", program.sessions[0].id)), "{all}");
        });
    }

    #[test]
    fn speakers_have_calendars_where_the_site_asks_for_them() {
        build("speaker_calendars = true", |files, _| {
            assert_eq!(titles(files, "speaker-ann-lee.ics"), ["One", "Two"]);
            assert_eq!(titles(files, "speaker-bo.ics"), ["Two"]);
        });
    }

    #[test]
    fn names_of_files_are_safe_and_differ() {
        let mut taken = BTreeSet::new();
        let names: Vec<String> =
            ["Hall A", "hall a", "../..", "부산홀", &"x".repeat(300)].iter().map(|id| file_name(id, &mut taken)).collect();
        assert_eq!((names[0].as_str(), names[3].as_str()), ("hall-a", "부산홀"));
        assert_eq!(taken.len(), names.len());
        assert!(
            names
                .iter()
                .all(|name| name.len() <= MAX_NAME && name.chars().all(|letter| letter.is_alphanumeric() || letter == '-'))
        );
    }
}
