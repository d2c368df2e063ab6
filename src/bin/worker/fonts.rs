//! The fonts of the picture, from beside the worker's script.

use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array, global};
use siganpyo::messages::Refusal;
use siganpyo::messages::picture::PictureMessages;
use siganpyo::wallpaper::Fonts;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, ReadableWritablePair, Response, Url};

/// Fetches both fonts.
///
/// # Errors
///
/// One of them cannot be fetched, or is not a font.
pub async fn load(scope: &DedicatedWorkerGlobalScope, messages: &PictureMessages) -> Result<Fonts, Refusal> {
    let base = scope.location().href();
    let request = |name: &str| Ok(scope.fetch_with_str(&Url::new_with_base(name, &base)?.href()));
    // Both requests are under way before the first is waited for.
    let requests: Result<[Promise; 2], JsValue> =
        request("fonts/regular.otf").and_then(|regular| Ok([regular, request("fonts/bold.otf")?]));
    let [regular, bold] = requests.map_err(|_| (messages.fonts_missing)())?;
    let regular = fetched(regular).await.map_err(|_| (messages.fonts_missing)())?;
    let bold = fetched(bold).await.map_err(|_| (messages.fonts_missing)())?;
    let bytes = |buffer: ArrayBuffer| Uint8Array::new(&buffer).to_vec();
    Fonts::load(bytes(regular), bytes(bold)).ok_or_else(messages.fonts_broken)
}

/// Fetches the list of the slices of fonts.
///
/// # Errors
///
/// It cannot be fetched.
pub async fn list(scope: &DedicatedWorkerGlobalScope) -> Result<String, JsValue> {
    let bytes = fetched(scope.fetch_with_str(&slice_address(scope, "list.txt")?)).await?;
    Ok(String::from_utf8_lossy(&Uint8Array::new(&bytes).to_vec()).into_owned())
}

/// Fetches and unpacks a slice of a font.
///
/// # Errors
///
/// It cannot be fetched.
pub async fn slice(scope: &DedicatedWorkerGlobalScope, name: &str) -> Result<Vec<u8>, JsValue> {
    unpacked(fetched(scope.fetch_with_str(&slice_address(scope, &format!("{name}.gz"))?)).await?).await
}

fn slice_address(scope: &DedicatedWorkerGlobalScope, file: &str) -> Result<String, JsValue> {
    Ok(Url::new_with_base(&format!("fonts/slices/{file}"), &scope.location().href())?.href())
}

async fn fetched(request: Promise) -> Result<ArrayBuffer, JsValue> {
    let response: Response = JsFuture::from(request).await?.dyn_into()?;
    if !response.ok() {
        return Err(response.status_text().into());
    }
    Ok(JsFuture::from(response.array_buffer()?).await?.unchecked_into())
}

/// The bytes, unpacked if they are packed: some servers send gzip files so that the browser has unpacked them already.
async fn unpacked(bytes: ArrayBuffer) -> Result<Vec<u8>, JsValue> {
    let array = Uint8Array::new(&bytes);
    if array.length() < 2 || (array.get_index(0), array.get_index(1)) != (0x1f, 0x8b) {
        return Ok(array.to_vec());
    }
    let packed = Response::new_with_opt_buffer_source(Some(&bytes))?;
    // By name, since web-sys counts it among the unstable interfaces.
    let constructor: Function = Reflect::get(&global(), &"DecompressionStream".into())?.dyn_into()?;
    let unpacker: ReadableWritablePair = Reflect::construct(&constructor, &Array::of1(&"gzip".into()))?.unchecked_into();
    let body = packed.body().ok_or(JsValue::NULL)?.pipe_through(&unpacker);
    let unpacked = Response::new_with_opt_readable_stream(Some(&body))?.array_buffer()?;
    Ok(Uint8Array::new(&JsFuture::from(unpacked).await?).to_vec())
}
