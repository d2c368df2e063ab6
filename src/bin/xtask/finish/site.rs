//! The conference's own site: what `public/site.toml` and the program say about it, in the page, the icons and the pictures.

use super::markup;
use super::pictures;
use crate::disk;
use crate::failure::Failure;
use lol_html::element;
use lol_html::html_content::{ContentType, Element};
use siganpyo::messages::{Language, Refusal};
use siganpyo::program::Program;
use siganpyo::site::{Icons, Settings, Site, accent_style};
use std::path::Path;

/// The settings, beside the program in `public`. It is not published.
const FILE: &str = "site.toml";

const OWN_ICON: &str = "icons/icon.svg";
const ICON: &str = "icons/icon-192.png";

/// The picture beside a link, in messengers.
const PREVIEW: &str = "preview.png";

/// Reads the settings of the site in a folder with what is to be published.
pub fn settings(public: &Path) -> Result<Settings, Failure> {
    let path = public.join(FILE);
    if !path.is_file() {
        return Err(Failure::new(
            format!("public/{FILE} is missing, which names the program"),
            "write it with one line: programs = [\"programs/my.json\"]. README says what else it may hold",
        ));
    }
    Settings::parse(&disk::read_text(&path)?).map_err(|error| refused(error.refusal(Language::FALLBACK)))
}

fn refused(refusal: Refusal) -> Failure {
    Failure::new(refusal.message, refusal.hint)
}

/// The page with the name of the site, its languages, its colour and its program.
pub fn name(html: &str, site: &Site, settings: &Settings, base: &str) -> Result<String, Failure> {
    let content =
        |element: &mut Element<'_, '_>, text: &str| -> markup::Rewritten { Ok(element.set_attribute("content", text)?) };
    let origin = site.domain.as_ref().map(|domain| format!("https://{domain}")).unwrap_or_default();
    let style = site.color.map(|color| format!("<style>{}</style>\n", accent_style(color))).unwrap_or_default();
    let icon = settings.icon.as_ref().map(|_| ICON);
    let handlers = vec![
        element!("html", |element| {
            element.set_attribute("lang", site.language().tag())?;
            Ok(element.set_attribute("data-languages", &languages(site))?)
        }),
        element!("head", |element| {
            element.append(&style, ContentType::Html);
            Ok(())
        }),
        element!("title", |element| {
            element.set_inner_content(&site.name, ContentType::Text);
            Ok(())
        }),
        element!("meta[name='siganpyo-program']", |element| content(element, settings.built_in())),
        element!("meta[property='og:title']", |element| content(element, &site.name)),
        element!("meta[name='apple-mobile-web-app-title']", |element| content(element, &site.short_name)),
        element!("meta[property='og:description'], meta[name='description']", |element| content(element, &site.description)),
        element!("meta[property='og:image']", |element| content(element, &format!("{origin}{base}{PREVIEW}"))),
        element!("link[rel='icon']", |element| {
            if let Some(icon) = icon {
                element.set_attribute("href", icon)?;
                element.set_attribute("type", "image/png")?;
            }
            Ok(())
        }),
    ];
    markup::rewrite(html, handlers)
}

/// Tags of the languages that the app offers, for `src/early.js`: first the one for whoever prefers none of them.
fn languages(site: &Site) -> String {
    let mut languages = site.languages.clone();
    languages.sort_by_key(|language| *language != Language::FALLBACK);
    languages.into_iter().map(Language::tag).collect::<Vec<_>>().join(" ")
}

/// Removes what lies in `public` and is not of this site: its settings, other pictures, and programs that are neither named in the
/// settings nor among the files of a directory.
pub fn leave_out(staging: &Path, settings: &Settings, listed: &[String]) -> Result<(), Failure> {
    let is_kept = |path: &str| {
        let is_listed = |list: &[String]| list.iter().any(|listed| listed == path);
        let is_program = path.starts_with("programs/") && path.ends_with(".json");
        !(path == FILE
            || settings.icon.as_deref() == Some(path)
            || settings.icon.is_some() && path == OWN_ICON
            || is_program && !is_listed(&settings.programs) && !is_listed(listed)
            || path.starts_with("screenshots/") && !is_listed(&settings.screenshots))
    };
    let mut unwanted = disk::files_below(staging)?.into_iter().filter(|path| !is_kept(path));
    unwanted.try_for_each(|path| disk::remove(&staging.join(path)))
}

/// Writes the icons, if they are not our own.
pub fn icons(staging: &Path, site: &Site, settings: &Settings) -> Result<(), Failure> {
    let icons = match (&settings.icon, site.color) {
        (Some(icon), _) => Icons::of(&disk::read(&staging.join(icon))?),
        (None, Some(color)) => {
            let own = staging.join(OWN_ICON);
            let recolored = Icons::in_color(&disk::read_text(&own)?, color);
            disk::write(&own, &recolored)?;
            Icons::of(recolored.as_bytes())
        }
        (None, None) => return Ok(()),
    };
    let icons = icons.map_err(|error| refused(error.refusal(Language::FALLBACK)))?;
    icons.files.iter().try_for_each(|(path, png)| disk::write(&staging.join(path), png))
}

/// Writes the picture beside links, and one for the dialogue before installing unless the organiser has some. Returns the paths of the
/// latter.
pub fn pictures(staging: &Path, program: &Program, site: &Site, settings: &Settings) -> Result<Vec<String>, Failure> {
    let painter = pictures::Painter { fonts: staging.join("fonts"), program, site };
    disk::write(&staging.join(PREVIEW), painter.preview()?)?;
    if !settings.screenshots.is_empty() {
        return Ok(settings.screenshots.clone());
    }
    let Some(picture) = painter.sample()? else { return Ok(Vec::new()) };
    let path = "screenshots/wallpaper.png";
    disk::write(&staging.join(path), picture)?;
    Ok(vec![path.to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use siganpyo::wire::program_file;

    const PAGE: &str = "<html lang=\"en\"><head><title></title><meta name=\"description\" content=\"\">\
        <meta name=\"siganpyo-program\" content=\"\"><meta property=\"og:image\" content=\"\">\
        <link rel=\"icon\" href=\"icons/icon.svg\" type=\"image/svg+xml\"></head></html>";

    fn site(settings: &Settings) -> Site {
        let program = r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "My Conference", "venue": "Town Hall",
            "time_zone": "Asia/Seoul", "days": [], "rooms": [], "tracks": [], "sessions": []}"#;
        Site::of(settings, &program_file::read(program).expect("a program"))
    }

    fn check(settings: &str, expected: &[&str]) {
        let settings = Settings::parse(&format!("programs = 'programs/my.json'\n{settings}")).expect("settings");
        let html = name(PAGE, &site(&settings), &settings, "/2027/").expect("a page");
        expected.iter().for_each(|part| assert!(html.contains(part), "{part} in {html}"));
    }

    #[test]
    fn a_page_says_what_the_program_says() {
        let parts = [
            "<html lang=\"ko\" data-languages=\"en ko\">",
            "<title>My Conference</title>",
            "description\" content=\"Town Hall\"",
            "program\" content=\"programs/my.json\"",
            "image\" content=\"/2027/preview.png\"",
            "href=\"icons/icon.svg\" type=\"image/svg+xml\"",
        ];
        check("", &parts);
    }

    #[test]
    fn a_page_says_what_the_settings_say() {
        let settings = "name = 'A <b>'\nlanguages = 'ko'\ndomain = 'timetable.example.org'\nicon = 'logo.png'\ncolor = '#000000'";
        let parts = [
            "lang=\"ko\" data-languages=\"ko\"",
            "<title>A &lt;b&gt;</title>",
            "https://timetable.example.org/2027/preview.png",
            "href=\"icons/icon-192.png\" type=\"image/png\"",
            "<style>:root{--accent:#000000",
        ];
        check(settings, &parts);
    }

    #[test]
    fn only_what_is_of_this_site_is_published() {
        let staging = std::env::temp_dir().join(format!("siganpyo-site-{}", std::process::id()));
        let files = [
            "site.toml",
            "logo.svg",
            "programs/my.json",
            "programs/other.json",
            "programs/listed.json",
            "screenshots/old.png",
            "icons/icon.svg",
            "sw.js",
        ];
        files.iter().try_for_each(|file| disk::write(&staging.join(file), "")).expect("files");
        let settings = Settings::parse("programs = 'programs/my.json'\nicon = 'logo.svg'").expect("settings");
        leave_out(&staging, &settings, &["programs/listed.json".to_owned()]).expect("removed");
        assert_eq!(disk::files_below(&staging).expect("files"), ["programs/listed.json", "programs/my.json", "sw.js"]);
        disk::remove_folder(&staging).expect("removed");
    }
}
