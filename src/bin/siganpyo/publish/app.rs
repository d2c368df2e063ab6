//! Where the files of the app come from: this program carries them, or a site that is made of them has them.

use super::place;
use crate::failure::Failure;
use crate::files;
use crate::source::Source;
use crate::web;
use siganpyo::messages::Language;
use siganpyo::publish::{Files, PublishError, archive, template};
use std::path::Path;
use std::thread;

/// The files of the app as an archive, if this program was built with them (`cargo xtask release`).
const CARRIED: Option<&[u8]> = include!(concat!(env!("OUT_DIR"), "/app.rs"));

/// How many files are fetched together.
const TOGETHER: usize = 4;

/// Those of the site that is named, or else those that this program carries.
pub fn files(site: Option<&Source>, language: Language) -> Result<Files, Failure> {
    match site {
        None => {
            let archive = CARRIED.ok_or_else(language.publish_messages().no_app)?;
            archive::unpack(archive).map_err(|error| error.refusal(language).into())
        }
        Some(source) => {
            let refused = |error: PublishError| files::failure(source, error.refusal(language));
            match source {
                Source::Web(address) => fetched(address, source, language),
                Source::File(folder) if folder.is_dir() => of_folder(folder, source, language),
                _ => {
                    let site = archive::unpack(&files::read(source, language)?).map_err(refused)?;
                    template::of_site(&site).map_err(refused)
                }
            }
        }
    }
}

fn of_folder(folder: &Path, source: &Source, language: Language) -> Result<Files, Failure> {
    let not_read = |error: std::io::Error| files::failure(source, (language.command_line().cannot_read)(&error.to_string()));
    let site = place::files(folder).map_err(not_read)?;
    if !site.has(template::LIST) {
        return Err(files::failure(source, (language.publish_messages().not_a_site)()));
    }
    template::of_site(&site).map_err(|error| files::failure(source, error.refusal(language)))
}

/// Those of a published site. Each file is what the site's own list says, or nothing is made of any.
fn fetched(address: &str, source: &Source, language: Language) -> Result<Files, Failure> {
    let folder = address.split(['#', '?']).next().unwrap_or(address).trim_end_matches("index.html").trim_end_matches('/');
    let get = |place: &str| {
        let address = format!("{folder}/{}", encoded(place));
        web::fetch_any(&address).map_err(|why| Failure::of(address, (language.command_line().not_fetched)(&why)))
    };
    let refused = |error: PublishError| files::failure(source, error.refusal(language));
    let list = get(template::LIST)?;
    let parts = template::parts(&String::from_utf8_lossy(&list)).map_err(refused)?;
    let mut app = Files::default();
    for together in parts.chunks(TOGETHER) {
        let fetched = thread::scope(|scope| {
            let threads: Vec<_> = together.iter().map(|part| scope.spawn(|| get(&part.place))).collect();
            threads.into_iter().map(|thread| thread.join().expect("fetching does not panic")).collect::<Vec<_>>()
        });
        for (part, bytes) in together.iter().zip(fetched) {
            let bytes = bytes?;
            if !part.is(&bytes) {
                return Err(refused(template::changed(&part.place)));
            }
            app.put(&part.path, bytes);
        }
    }
    Ok(app)
}

/// The path as part of an address.
fn encoded(place: &str) -> String {
    place.split('/').map(|part| urlencoding::encode(part).into_owned()).collect::<Vec<_>>().join("/")
}
