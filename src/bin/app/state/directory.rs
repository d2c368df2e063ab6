//! The directory of programs beside the app. The last one that could be read stays on the device, whatever comes later in its place.

use crate::browser;
use crate::network::{self, Far};
use crate::storage;
use siganpyo::program::{Listing, link};
use siganpyo::wire::directory::{self, Directory};

/// The file, below the app's base.
const PATH: &str = "/programs/directory.json";

/// Returns the programs of the directory that is on the device.
pub async fn kept() -> Vec<Listing> {
    storage::load_directory().await.ok().flatten().map(|text| read(&text)).unwrap_or_default()
}

/// Asks the host for the directory and keeps it. Returns its programs, none if the host has no directory any more; `None` if there is
/// nothing new to be had.
pub async fn fetch() -> Option<Vec<Listing>> {
    let address = browser::link(PATH);
    match network::fetch_far(&address, network::WAITED_FOR, &|_| (), &|| true).await {
        Ok(bytes) => {
            let text = String::from_utf8(js_sys::Uint8Array::new(&bytes).to_vec()).ok()?;
            // The login page of a venue's network, or a damaged file, must not take the place of what is kept.
            let Directory { programs, .. } = directory::read(&text).ok()?;
            let is_known = storage::load_directory().await.ok().flatten().as_ref() == Some(&text);
            if !is_known {
                let _ = storage::save_directory(text).await;
            }
            Some(programs)
        }
        Err(Far::Refused(404 | 410)) => {
            let _ = storage::remove_directory().await;
            Some(Vec::new())
        }
        Err(_) => None,
    }
}

fn read(text: &str) -> Vec<Listing> {
    directory::read(text).map(|directory| directory.programs).unwrap_or_default()
}

/// Returns the whole address of a program's file: a path is relative to the directory.
pub fn address_of(listing: &Listing) -> String {
    if link::is_web(&listing.address) {
        return listing.address.clone();
    }
    let encoded = |name: &str| String::from(js_sys::encode_uri_component(name));
    let path = listing.address.split('/').map(encoded).collect::<Vec<_>>().join("/");
    format!("{}programs/{path}", browser::address())
}
