//! Calendars to subscribe to: of all sessions, of each track and room, and of each speaker where the site asks for them. A static host
//! can give no other subscription; a person's own file has the same UIDs.

use super::policy;
use crate::disk;
use crate::failure::Failure;
use crate::prerender::Prerender;
use crate::prerender::calendars::Group;
use siganpyo::export::{CalendarOptions, program_calendar};
use siganpyo::program::{Moment, Program, Session, derived_id};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Below the folder of a build.
const FOLDER: &str = "calendar/";

/// The longest name of a file without kind and ending, in bytes.
const MAX_NAME: usize = 100;

/// Writes the calendars, and the page that lists them.
pub fn write(folder: &Path, program: &Program, prerender: &Prerender<'_>, with_speakers: bool) -> Result<(), Failure> {
    let calendars = Calendars { folder, program, prerender, address: address(prerender) };
    let all = prerender.in_all(|texts| texts.all_sessions);
    calendars.write_one("all.ics", &program.title, &|_| true)?;
    let mut groups = vec![Group { heading: None, links: vec![(all, "all.ics".to_owned())] }];
    let language = prerender.site.language().tag();
    let tracks = program.tracks.iter().map(|track| (track.id.as_str(), track.name.as_str()));
    let of_track = |session: &Session, id: &str| session.track.as_ref().is_some_and(|track| track.as_str() == id);
    groups.push(Group { heading: Some(|texts| texts.tracks), links: calendars.write_each("track", tracks, &of_track)? });
    let rooms = program.rooms.iter().map(|room| (room.id.as_str(), room.name_in(language)));
    let of_room = |session: &Session, id: &str| session.rooms.iter().any(|room| room.as_str() == id);
    groups.push(Group { heading: Some(|texts| texts.rooms), links: calendars.write_each("room", rooms, &of_room)? });
    if with_speakers {
        let names: BTreeSet<&str> =
            program.sessions.iter().flat_map(|session| session.speakers.iter().map(String::as_str)).collect();
        let of_speaker = |session: &Session, name: &str| session.speakers.iter().any(|speaker| speaker == name);
        let links = calendars.write_each("speaker", names.into_iter().map(|name| (name, name)), &of_speaker)?;
        groups.push(Group { heading: Some(|texts| texts.speakers), links });
    }
    groups.retain(|group| !group.links.is_empty());
    disk::write(&folder.join(FOLDER).join("index.html"), policy::add(&prerender.calendars(program, &groups))?)
}

/// Where the app will be, if the site says so.
fn address(prerender: &Prerender<'_>) -> Option<String> {
    prerender.site.domain.as_ref().map(|domain| format!("https://{domain}{}", prerender.base))
}

struct Calendars<'a> {
    folder: &'a Path,
    program: &'a Program,
    prerender: &'a Prerender<'a>,
    address: Option<String>,
}

impl Calendars<'_> {
    /// Writes a calendar for each of the ids with names, and returns names and files.
    fn write_each<'i>(
        &self,
        kind: &str,
        items: impl Iterator<Item = (&'i str, &'i str)>,
        belongs: &dyn Fn(&Session, &str) -> bool,
    ) -> Result<Vec<(String, String)>, Failure> {
        let mut taken = BTreeSet::new();
        let mut links = Vec::new();
        for (id, name) in items.filter(|(id, _)| self.program.sessions.iter().any(|session| belongs(session, id))) {
            let path = format!("{kind}-{}.ics", file_name(id, &mut taken));
            self.write_one(&path, &format!("{} – {name}", self.program.title), &|session| belongs(session, id))?;
            links.push((name.to_owned(), path));
        }
        Ok(links)
    }

    fn write_one(&self, path: &str, name: &str, belongs: &dyn Fn(&Session) -> bool) -> Result<(), Failure> {
        let options = CalendarOptions {
            address: self.address.as_deref(),
            ..CalendarOptions::new(now(), self.prerender.site.language().tag())
        };
        let sessions = self.program.sessions.iter().filter(|session| belongs(session));
        disk::write(&self.folder.join(FOLDER).join(path), program_calendar(sessions, name, self.program, &options))
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

/// Calendars that compare events by their stamps must see that this is a later file.
fn now() -> Moment {
    let unix = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64);
    Moment::new(unix, 0).unwrap_or_else(|| Moment::new(0, 0).expect("1970 is a year"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use siganpyo::import::{Options, import};
    use siganpyo::messages::Language;
    use siganpyo::site::{Settings, Site};

    fn program() -> Program {
        let table = "# title: Fair & Square\n# time_zone: Asia/Seoul\ndate,start,end,room,track,title,speakers\n\
            2026-08-15,10:00,10:40,Hall A,Web,One,Ann Lee\n2026-08-15,11:00,11:40,\"Hall <B>\",,Two,Ann Lee; Bo\n\
            2026-08-15,12:00,12:40,Hall A,,Three,\n";
        import(table.as_bytes(), &Options::default()).expect("a program").program
    }

    fn build(name: &str, settings: &str, check: impl Fn(&Path, &Program)) {
        let (program, settings) = (program(), Settings::parse(&format!("programs = 'x.json'\n{settings}")).expect("settings"));
        let folder = std::env::temp_dir().join(format!("siganpyo-calendars-{name}-{}", std::process::id()));
        disk::remove_folder(&folder).expect("removed");
        let site = Site::of(&settings, &program);
        write(&folder, &program, &Prerender { base: "/fair/", site: &site }, settings.speaker_calendars).expect("written");
        check(&folder.join(FOLDER), &program);
        disk::remove_folder(&folder).expect("removed");
    }

    fn titles(folder: &Path, file: &str) -> Vec<String> {
        let text = disk::read_text(&folder.join(file)).expect("a calendar");
        text.lines().filter_map(|line| line.strip_prefix("SUMMARY:").map(str::to_owned)).collect()
    }

    #[test]
    fn all_sessions_and_each_track_and_room_have_a_calendar() {
        build("plain", "", |folder, program| {
            let files = disk::files_below(folder).expect("files");
            assert_eq!(files, ["all.ics", "index.html", "room-hall-a.ics", "room-hall-b.ics", "track-web.ics"]);
            assert_eq!(titles(folder, "all.ics"), ["One", "Two", "Three"]);
            assert_eq!(titles(folder, "room-hall-a.ics"), ["One", "Three"]);
            assert_eq!(titles(folder, "track-web.ics"), ["One"]);
            let room = disk::read_text(&folder.join("room-hall-b.ics")).expect("a calendar");
            assert!(room.contains("\r\nX-WR-CALNAME:Fair & Square – Hall <B>\r\n"), "{room}");
            // The same UIDs as in a person's own file.
            let pick = siganpyo::plan::Pick::of(program, &program.sessions[1], "ko");
            let mut plan = siganpyo::plan::Plan::empty(program.id.clone());
            plan.put(pick);
            let own = siganpyo::export::calendar(&plan, program, &CalendarOptions::new(now(), "ko"));
            let uid = own.lines().find(|line| line.starts_with("UID:")).expect("a UID");
            assert!(room.lines().any(|line| line == uid));
        });
    }

    #[test]
    fn the_page_lists_them_and_its_policy_lets_its_script_run() {
        build("page", "", |folder, _| {
            let page = disk::read_text(&folder.join("index.html")).expect("a page");
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
        build("domain", "domain = 'fair.example'\nlanguages = 'en'", |folder, program| {
            let page = disk::read_text(&folder.join("index.html")).expect("a page");
            assert!(page.contains("<a href=\"webcal://fair.example/fair/calendar/all.ics\">All sessions</a>"), "{page}");
            assert!(!page.contains("<script") && !page.contains("모든"), "{page}");
            let all = disk::read_text(&folder.join("all.ics")).expect("a calendar").replace("\r\n ", "");
            assert!(all.contains(&format!("URL:https://fair.example/fair/session/{}\r\n", program.sessions[0].id)), "{all}");
        });
    }

    #[test]
    fn speakers_have_calendars_where_the_site_asks_for_them() {
        build("speakers", "speaker_calendars = true", |folder, _| {
            assert_eq!(titles(folder, "speaker-ann-lee.ics"), ["One", "Two"]);
            assert_eq!(titles(folder, "speaker-bo.ics"), ["Two"]);
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
