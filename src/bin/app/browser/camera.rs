//! The camera. It is asked for when the person wants to scan a code, and at no other time.

use super::{call, call_and_wait, window};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

/// What a camera sees.
#[derive(Clone)]
pub struct Stream(JsValue);

/// Why there is no picture of the camera.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCamera {
    /// The device has none, or another app uses it.
    Absent,
    /// The person or the browser did not allow it.
    Refused,
}

impl Stream {
    /// Asks for the camera at the back.
    pub async fn open() -> Result<Stream, NoCamera> {
        match ask().await {
            Ok(stream) => Ok(Stream(stream)),
            Err(cause) => {
                let name = Reflect::get(&cause, &"name".into()).ok().and_then(|name| name.as_string());
                Err(if name.as_deref() == Some("NotAllowedError") { NoCamera::Refused } else { NoCamera::Absent })
            }
        }
    }

    /// Shows what it sees in a video element. Browsers play one by themselves only without sound.
    pub async fn play_in(&self, video: &JsValue) -> Result<(), JsValue> {
        Reflect::set(video, &"muted".into(), &true.into())?;
        Reflect::set(video, &"srcObject".into(), &self.0)?;
        call_and_wait(video, "play", &[]).await.map(drop)
    }

    /// Switches the camera off.
    pub fn close(&self) {
        let tracks = call(&self.0, "getTracks", &[]).map(|tracks| Array::from(&tracks)).unwrap_or_default();
        tracks.iter().for_each(|track| drop(call(&track, "stop", &[])));
    }
}

/// Fails where there is nothing to ask, as on pages without https.
async fn ask() -> Result<JsValue, JsValue> {
    let devices = Reflect::get(&window().navigator(), &"mediaDevices".into())?;
    let (wanted, video) = (Object::new(), Object::new());
    Reflect::set(&video, &"facingMode".into(), &"environment".into())?;
    Reflect::set(&wanted, &"video".into(), &video)?;
    call_and_wait(&devices, "getUserMedia", &[&wanted]).await
}
