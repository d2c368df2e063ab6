//! `cargo xtask extension`: the browser extension, made of a built app.

use crate::build;
use crate::disk;
use crate::failure::Failure;
use crate::finish;
use clap::Args;
use siganpyo::messages::Language;
use siganpyo::publish::Files;
use siganpyo::publish::extension::{self, Browser};
use siganpyo::site::Settings;
use std::path::{Path, PathBuf};

/// Its scripts and pages, relative to the repository.
const OWN: &str = "src/extension";

/// Where it is put, relative to the repository.
const TARGET: &str = "target/extension";

/// What it is made of.
#[derive(Args)]
pub struct Wanted {
    /// Folder of the build; built first if it is not there
    #[arg(long, default_value = build::DIST)]
    dir: PathBuf,
    /// Address of the same app on the web, for links to a phone; else the domain in site.toml
    #[arg(long, value_name = "URL")]
    web: Option<String>,
}

impl Wanted {
    /// The one of the usual build.
    pub fn of_build() -> Wanted {
        Wanted { dir: build::DIST.into(), web: None }
    }
}

/// Makes it for every browser.
pub fn extension(root: &Path, wanted: &Wanted) -> Result<(), Failure> {
    let dir = root.join(&wanted.dir);
    if !dir.join("index.html").is_file() {
        build::build(root, &build::Build::at("/"), &wanted.dir)?;
    }
    let web = web(root, wanted)?;
    let (site, own) = (finish::files(&dir)?, finish::files(&root.join(OWN))?);
    for browser in Browser::ALL {
        let folder = root.join(TARGET).join(browser.name());
        disk::remove_folder(&folder)?;
        write(&folder, &extension::make(&site, &own, browser, web.as_deref())?)?;
        println!("{TARGET}/{}", browser.name());
    }
    web.map_or(Ok(()), |web| bookmarklets(root, &own, &web))
}

fn bookmarklets(root: &Path, own: &Files, web: &str) -> Result<(), Failure> {
    for language in Language::ALL {
        let name = format!("{TARGET}/bookmarklet.{}.txt", language.messages().tag);
        disk::write(&root.join(&name), extension::bookmarklet(own, web, language)?)?;
        println!("{name}");
    }
    Ok(())
}

/// The address of the app on the web, with a slash at its end.
fn web(root: &Path, wanted: &Wanted) -> Result<Option<String>, Failure> {
    let Some(stated) = &wanted.web else {
        let Settings { domain, .. } = finish::content(root, true)?.settings;
        return Ok(domain.map(|domain| format!("https://{domain}/")));
    };
    if !stated.starts_with("https://") && !stated.starts_with("http://127.0.0.1") {
        return Err(Failure::new(
            format!("{stated} is no address that phones open"),
            "give --web as https://timetable.example.org/",
        ));
    }
    Ok(Some(format!("{}/", stated.trim_end_matches('/'))))
}

fn write(folder: &Path, files: &Files) -> Result<(), Failure> {
    files.iter().try_for_each(|(path, bytes)| disk::write(&folder.join(path), bytes))
}
