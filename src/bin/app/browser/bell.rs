//! Signals that reach somebody who looks elsewhere: a buzz and three tones. By name, since only some browsers have them.

use super::{attempt, call, window};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Milliseconds of buzzing, of silence, of buzzing, …
const BUZZ: [u32; 5] = [400, 150, 400, 150, 400];

/// Seconds from the start of a tone to the next, seconds of a tone, and its pitch in hertz.
const STEP: f64 = 0.45;
const LENGTH: f64 = 0.25;
const PITCH: f64 = 880.0;
const TONES: u32 = 3;

/// Whether the phone can buzz, which no iPhone lets a page do.
pub fn can_buzz() -> bool {
    Reflect::has(&window().navigator(), &"vibrate".into()).unwrap_or_default()
}

/// Buzzes, where the phone can.
pub fn buzz() {
    let pattern: Array = BUZZ.iter().map(|part| JsValue::from(*part)).collect();
    let _ = call(&window().navigator(), "vibrate", &[&pattern]);
}

/// Something that sounds. Browsers let a page sound only after a tap, so it is made while one is handled
/// (<https://developer.mozilla.org/docs/Web/Media/Guides/Autoplay>).
#[derive(Clone)]
pub struct Bell(JsValue);

impl Bell {
    /// A silent bell; `None` where the browser has none.
    pub fn new() -> Option<Bell> {
        let class: Function = Reflect::get(&window(), &"AudioContext".into()).ok()?.dyn_into().ok()?;
        Reflect::construct(&class, &Array::new()).ok().map(Bell)
    }

    /// Sounds three tones.
    pub fn ring(&self) {
        // Phones stop the sound of a page that was out of sight.
        attempt(&self.0, "resume", &[]);
        let now = Reflect::get(&self.0, &"currentTime".into()).ok().and_then(|now| now.as_f64()).unwrap_or_default();
        for tone in 0..TONES {
            let _ = self.tone(now + f64::from(tone) * STEP);
        }
    }

    fn tone(&self, start: f64) -> Result<(), JsValue> {
        let tone = call(&self.0, "createOscillator", &[])?;
        Reflect::set(&Reflect::get(&tone, &"frequency".into())?, &"value".into(), &PITCH.into())?;
        call(&tone, "connect", &[&Reflect::get(&self.0, &"destination".into())?])?;
        call(&tone, "start", &[&start.into()])?;
        call(&tone, "stop", &[&(start + LENGTH).into()])?;
        Ok(())
    }

    /// Ends it.
    pub fn close(&self) {
        attempt(&self.0, "close", &[]);
    }
}
