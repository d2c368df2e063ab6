//! The conference's own site: what `public/site.toml` and the program say about it, in the page, the icons and the pictures.

use super::content::{Content, SETTINGS};
use super::pictures;
use super::prerender::text::Text;
use super::rewrite;
use super::{Files, PublishError};
use crate::markup::Element as _;
use crate::messages::Language;
use crate::program::{Color, Program, ProgramId};
use crate::site::{Icons, LOGO, Logo, MARK, Settings, Site, accent_style, background_path};
use crate::wallpaper::Mark;
use lol_html::element;
use lol_html::html_content::{ContentType, Element};

const OWN_ICON: &str = "icons/icon.svg";
const ICON: &str = "icons/icon-192.png";

/// The picture beside a link, in messengers.
const PREVIEW: &str = "preview.png";

/// What a person could make of the program, for the dialogue before installing.
const SAMPLE: &str = "screenshots/wallpaper.png";

/// The page with the name of the site, its languages, its colour and its program.
pub fn name(html: &str, site: &Site, settings: &Settings, base: &str) -> Result<String, PublishError> {
    let content =
        |element: &mut Element<'_, '_>, text: &str| -> rewrite::Rewritten { Ok(element.set_attribute("content", text)?) };
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
    rewrite::rewrite(html, handlers)
}

/// Tags of the languages that the app offers, for `src/early.js`: first the one for whoever prefers none of them.
fn languages(site: &Site) -> String {
    let mut languages = site.languages.clone();
    languages.sort_by_key(|language| *language != Language::FALLBACK);
    languages.into_iter().map(Language::tag).collect::<Vec<_>>().join(" ")
}

/// Removes what lies in `public` and is not of this site: its settings, other pictures, and programs that are neither named in the
/// settings nor among the files of a directory.
pub fn leave_out(files: &mut Files, content: &Content) {
    let settings = &content.settings;
    files.retain(|path| {
        let is_program = path.starts_with("programs/") && path.ends_with(".json");
        let is_screenshot = settings.screenshots.iter().any(|screenshot| screenshot == path);
        !(path == SETTINGS
            || settings.pictures().any(|picture| picture == path)
            || settings.icon.is_some() && path == OWN_ICON
            || is_program && !content.publishes(path)
            || path.starts_with("screenshots/") && !is_screenshot)
    });
}

/// What a conference gives for its pages and for pictures of timetables.
pub struct Looks {
    color: Option<Color>,
    logo: Option<Logo>,
    /// Where the site has the background, and the file.
    background: Option<(&'static str, Vec<u8>)>,
}

impl Looks {
    /// Takes them from the settings, and the pictures from the files that these name.
    pub fn of(settings: &Settings, files: &Files) -> Result<Looks, PublishError> {
        let logo = settings.logo.as_ref().map(|path| Ok::<_, PublishError>(Logo::of(files.bytes(path)?)?));
        let background = settings.background.as_ref().map(|path| {
            let picture = files.bytes(path)?;
            Ok::<_, PublishError>((background_path(picture)?, picture.to_vec()))
        });
        Ok(Looks { color: settings.color, logo: logo.transpose()?, background: background.transpose()? })
    }

    /// The logo in one colour.
    pub fn mark(&self) -> Option<&Mark> {
        self.logo.as_ref()?.mark.as_ref()
    }
}

/// Writes logo and background, and returns the page with what shows the logo and with what pictures of this program may have.
pub fn looks(files: &mut Files, html: &str, looks: &Looks, program: &ProgramId, base: &str) -> Result<String, PublishError> {
    let Looks { color, logo, background } = looks;
    let mark = looks.mark();
    files.extend(mark.map(|mark| (MARK.to_owned(), mark.to_string())));
    files.extend(background.as_ref().map(|(path, picture)| ((*path).to_owned(), picture.clone())));
    let parts = [
        ("content", mark.map(|_| MARK.to_owned())),
        ("data-color", color.map(|color| color.to_string())),
        ("data-background", background.as_ref().map(|(path, _)| (*path).to_owned())),
    ];
    let parts: Vec<_> = parts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    let given = Text::new("meta").attr("name", "siganpyo-picture").attr("data-program", program.as_str());
    let given = parts.iter().fold(given, |given, (name, value)| given.attr(name, value));
    let given = if parts.is_empty() { String::new() } else { given.finish() };
    let shown = logo.as_ref().map(|logo| format!("<style>{}</style>\n", logo.style(base, program))).unwrap_or_default();
    files.extend(logo.as_ref().map(|logo| (LOGO.to_owned(), logo.png.clone())));
    let at_end = element!("head", |element| {
        element.append(&format!("{given}{shown}"), ContentType::Html);
        Ok(())
    });
    rewrite::rewrite(html, vec![at_end])
}

/// Writes the icons, if they are not our own.
pub fn icons(files: &mut Files, site: &Site, settings: &Settings) -> Result<(), PublishError> {
    let icons = match (&settings.icon, site.color) {
        (Some(icon), _) => Icons::of(files.bytes(icon)?)?,
        (None, Some(color)) => {
            let recolored = Icons::in_color(files.text(OWN_ICON)?, color);
            files.put(OWN_ICON, recolored.as_bytes());
            Icons::of(recolored.as_bytes())?
        }
        (None, None) => return Ok(()),
    };
    files.extend(icons.files);
    Ok(())
}

/// Writes the picture beside links, and one for the dialogue before installing unless the organiser has some. Returns the paths of the
/// latter.
pub fn pictures(
    files: &mut Files,
    program: &Program,
    site: &Site,
    settings: &Settings,
    logo: Option<Mark>,
) -> Result<Vec<String>, PublishError> {
    let painter = pictures::Painter { files, program, site, logo };
    let preview = painter.preview()?;
    let sample = if settings.screenshots.is_empty() { painter.sample()? } else { None };
    files.put(PREVIEW, preview);
    let Some(sample) = sample else { return Ok(settings.screenshots.clone()) };
    files.put(SAMPLE, sample);
    Ok(vec![SAMPLE.to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::program_file;

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
    fn pictures_are_given_the_colour_and_the_logo_of_their_program_alone() {
        let svg = |fill: &str| {
            format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 2'><path d='M0 0h1v2H0' fill='{fill}'/></svg>")
        };
        let check = |logo: Option<&str>, color: Option<&str>, expected: &str| {
            let mut files = Files::default();
            files.extend(logo.map(|fill| ("mark.svg".to_owned(), svg(fill))));
            let settings = Settings {
                logo: logo.map(|_| "mark.svg".to_owned()),
                color: color.and_then(Color::parse),
                ..Settings::default()
            };
            let given = Looks::of(&settings, &files).expect("pictures");
            let html = looks(&mut files, PAGE, &given, &ProgramId::new("a\"b"), "/").expect("a page");
            let given = html.find("<meta name=\"siganpyo-picture\"").map_or("", |at| &html[at..]);
            assert!(given.starts_with(expected) && given.is_empty() == expected.is_empty(), "{given}");
            assert_eq!(files.has(MARK), expected.contains(MARK));
        };
        let program = "<meta name=\"siganpyo-picture\" data-program=\"a&quot;b\"";
        check(Some("#c00"), Some("#112233"), &format!("{program} content=\"logo.txt\" data-color=\"#112233\"><style>"));
        check(Some("none"), Some("#112233"), &format!("{program} data-color=\"#112233\"><style>"));
        check(None, Some("#112233"), &format!("{program} data-color=\"#112233\"></head>"));
        check(None, None, "");
    }

    #[test]
    fn only_what_is_of_this_site_is_published() {
        let program = r#"{"format": "siganpyo-program/1", "id": "p", "version": "1", "title": "P", "time_zone": "Asia/Seoul",
            "days": [{"date": "2018-08-18"}], "rooms": [], "tracks": [], "sessions": [{"id": "a", "title": "A", "day": "2018-08-18",
            "start": "2018-08-18T13:00:00+09:00", "end": "2018-08-18T14:00:00+09:00"}]}"#;
        let directory = r#"{"format": "siganpyo-directory/1", "programs": [{"title": "L", "address": "listed.json"}]}"#;
        let mut files = Files::from_iter([
            ("site.toml", "programs = 'programs/my.json'\nicon = 'logo.svg'\nlogo = 'mark.png'"),
            ("logo.svg", ""),
            ("mark.png", ""),
            ("programs/my.json", program),
            ("programs/other.json", program),
            ("programs/listed.json", program),
            ("programs/directory.json", directory),
            ("screenshots/old.png", ""),
            ("icons/icon.svg", ""),
            ("sw.js", ""),
        ]);
        let content = Content::read(&files, false).expect("content");
        leave_out(&mut files, &content);
        let kept: Vec<&str> = files.paths().collect();
        assert_eq!(kept, ["programs/directory.json", "programs/listed.json", "programs/my.json", "sw.js"]);
    }
}
