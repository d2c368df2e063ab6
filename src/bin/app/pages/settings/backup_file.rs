//! A copy of the plan outside the browser: as a file and as text, and back.

use crate::browser::outgoing::Outgoing;
use crate::state::State;
use siganpyo::messages::Refusal;
use siganpyo::plan::Plan;
use siganpyo::wire::error::ReadError;
use siganpyo::wire::plan_file;
use wasm_bindgen_futures::JsFuture;

/// The most bytes of a copy: thousands of entries with long texts.
const MAX_BYTES: usize = 4 << 20;

/// Why a copy was not opened.
#[derive(Clone)]
pub enum Refused {
    /// The browser did not hand the file out.
    Unreadable,
    /// It has more bytes than any copy.
    TooLarge(usize),
    /// It is no copy of a plan.
    Wrong(ReadError),
}

impl Refused {
    pub fn messages(&self, state: State) -> Refusal {
        match self {
            Refused::Unreadable => (state.language().safety_messages().unreadable)(),
            Refused::TooLarge(bytes) => (state.language().safety_messages().too_large)(*bytes, MAX_BYTES),
            Refused::Wrong(error) => error.refusal(state.language().file_messages()),
        }
    }
}

/// The plan as the text of a file.
pub fn text_of(plan: &Plan) -> String {
    plan_file::write(plan)
}

/// The plan as a file; none where the browser cannot make one.
pub fn to_file(plan: &Plan) -> Option<Outgoing> {
    let text = text_of(plan).into();
    let file = |end: &str, kind: &str| Outgoing::new(&text, format!("{}.{end}", plan.program), kind).ok();
    let json = file("json", "application/json")?;
    if json.can_be_shared() {
        return Some(json);
    }
    // Share sheets of Android take texts, and no JSON by that name.
    let plain = file("txt", "text/plain").filter(Outgoing::can_be_shared);
    if plain.is_some() {
        json.forget();
    }
    plain.or(Some(json))
}

/// Reads a copy from a file, unless it is too large for one.
pub async fn read(file: &web_sys::File) -> Result<Plan, Refused> {
    if file.size() > MAX_BYTES as f64 {
        return Err(Refused::TooLarge(file.size() as usize));
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()).ok_or(Refused::Unreadable)?;
    plan_file::read(&text).map_err(Refused::Wrong)
}
