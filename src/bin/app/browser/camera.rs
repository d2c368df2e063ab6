//! The camera. It is asked for when the person wants to scan a code, and at no other time.

use super::window;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MediaDevices, MediaStream, MediaStreamConstraints, MediaStreamTrack};

/// Why there is no picture of the camera.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCamera {
    /// The device has none, or another app uses it.
    Absent,
    /// The person or the browser did not allow it.
    Refused,
}

/// Asks for the camera at the back.
pub async fn open() -> Result<MediaStream, NoCamera> {
    // Absent on pages without https.
    let devices: MediaDevices = Reflect::get(&window().navigator(), &"mediaDevices".into())
        .ok()
        .and_then(|devices| devices.dyn_into().ok())
        .ok_or(NoCamera::Absent)?;
    let wanted = MediaStreamConstraints::new();
    let video = Object::new();
    let _ = Reflect::set(&video, &"facingMode".into(), &"environment".into());
    wanted.set_video(&video);
    let asked = devices.get_user_media_with_constraints(&wanted).map_err(|_| NoCamera::Absent)?;
    match JsFuture::from(asked).await {
        Ok(stream) => Ok(stream.unchecked_into()),
        Err(cause) => {
            let name = Reflect::get(&cause, &"name".into()).ok().and_then(|name| name.as_string());
            Err(if name.as_deref() == Some("NotAllowedError") { NoCamera::Refused } else { NoCamera::Absent })
        }
    }
}

/// Switches it off.
pub fn close(stream: &MediaStream) {
    Array::from(&stream.get_tracks()).iter().for_each(|track| track.unchecked_into::<MediaStreamTrack>().stop());
}
