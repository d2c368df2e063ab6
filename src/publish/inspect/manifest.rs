//! What installing takes: the manifest, its pictures, and the icon for iPhones.

use super::Found;
use super::page::below;
use super::picture::{Picture, pictures};
use super::visit::Visit;
use crate::messages::inspect::Fault;
use crate::site::png_size;
use serde_json::Value;

/// Sizes of icons without which browsers do not install an app, or only with a blurred icon.
const SIZES: [&str; 2] = ["192x192", "512x512"];

/// What is wrong with them.
pub fn find(visit: &Visit) -> Found {
    let path = visit.manifest.clone().unwrap_or_else(|| "manifest.webmanifest".to_owned());
    let touch_icons = visit.linked("link[rel='apple-touch-icon']", "href");
    let has_touch_icon = touch_icons.iter().any(|icon| size(visit, icon).is_some());
    let mut found = match manifest(visit, &path) {
        None => vec![(Fault::NoManifest, path)],
        Some(manifest) => [of_pictures(visit, &manifest, &path), leading_out(visit, &manifest)].concat(),
    };
    if !has_touch_icon {
        found.push((Fault::NoTouchIcon, "icons/apple-touch-icon.png".to_owned()));
    }
    found
}

fn manifest(visit: &Visit, path: &str) -> Option<Value> {
    let answer = visit.answer(path).filter(|answer| answer.is_ok())?;
    serde_json::from_str(answer.text()).ok().filter(Value::is_object)
}

fn of_pictures(visit: &Visit, manifest: &Value, path: &str) -> Found {
    let pictures = pictures(manifest, &visit.base);
    let has = |size: &str| pictures.iter().any(|picture| picture.is_icon && picture.sizes == size);
    let mut found: Found = pictures.iter().filter_map(|picture| of_picture(visit, picture)).collect();
    if !SIZES.iter().all(|size| has(size)) {
        found.push((Fault::NoIcons, path.to_owned()));
    }
    found
}

fn of_picture(visit: &Visit, picture: &Picture) -> Option<(Fault, String)> {
    let path = picture.path.as_deref()?;
    let answer = visit.answer(path)?;
    if !answer.is_ok() {
        return Some((answer.absence(), path.to_owned()));
    }
    // Drawings have any size.
    if path.ends_with(".svg") {
        return None;
    }
    match size(visit, path) {
        None => Some((Fault::NotPng, path.to_owned())),
        Some(found) if found != picture.sizes => {
            Some((Fault::OtherSize { stated: picture.sizes.clone(), found }, path.to_owned()))
        }
        Some(_) => None,
    }
}

/// The size of a picture that is there.
fn size(visit: &Visit, path: &str) -> Option<String> {
    let answer = visit.answer(path).filter(|answer| answer.is_ok())?;
    png_size(answer.content.as_deref()?).map(|[width, height]| format!("{width}x{height}"))
}

fn leading_out(visit: &Visit, manifest: &Value) -> Found {
    let address = |key: &'static str| Some((key, manifest[key].as_str()?));
    let out = ["scope", "start_url"].into_iter().filter_map(address).filter(|(_, address)| below(&visit.base, address).is_none());
    out.map(|(key, address)| (Fault::OutsideBase, format!("{key} {address}"))).collect()
}
