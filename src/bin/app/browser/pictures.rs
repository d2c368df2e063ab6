//! Pictures as the browser has them: of files, and the brightness of their pixels.

use super::{call, call_and_wait, document};
use js_sys::{ArrayBuffer, Reflect, Uint8Array, Uint8ClampedArray};
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlImageElement, Url};

/// The picture in a file; an error where the browser cannot show it.
///
/// An image element, since every browser applies the orientation of a photo there.
pub async fn open(file: &File) -> Result<HtmlImageElement, JsValue> {
    let url = Url::create_object_url_with_blob(file)?;
    let image = shown(&url).await;
    let _ = Url::revoke_object_url(&url);
    image
}

/// The picture at an address.
pub async fn shown(address: &str) -> Result<HtmlImageElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    call_and_wait(&image, "decode", &[]).await.map(|_| image)
}

/// A canvas of this size.
pub fn canvas(width: u32, height: u32) -> Result<HtmlCanvasElement, JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    Ok(canvas)
}

/// What a canvas is drawn on with.
pub fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    Ok(canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into())
}

/// The brightness of pixels, a byte each, row by row.
pub struct Brightness {
    pub pixels: ArrayBuffer,
    pub width: u32,
}

/// The brightness of an image, or of what a video shows at this moment, whose longer side is scaled down to `most` pixels.
pub fn brightness(source: &JsValue, most: f64) -> Result<Brightness, JsValue> {
    // Images and videos have other names for the same.
    let length = |names: [&str; 2]| {
        let lengths = names.map(|name| Reflect::get(source, &name.into()).ok().and_then(|length| length.as_f64()));
        lengths.into_iter().flatten().next().unwrap_or_default()
    };
    let (width, height) = (length(["naturalWidth", "videoWidth"]), length(["naturalHeight", "videoHeight"]));
    if width * height == 0.0 {
        return Err(JsValue::NULL);
    }
    let scale = (most / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).ceil(), (height * scale).ceil());
    let context = context(&canvas(width as u32, height as u32)?)?;
    call(&context, "drawImage", &[source, &0.into(), &0.into(), &width.into(), &height.into()])?;
    let colors = context.get_image_data(0.0, 0.0, width, height)?;
    let colors = Uint8ClampedArray::new(&Reflect::get(&colors, &"data".into())?).to_vec();
    // The weights of ITU-R BT.601, in 256ths.
    let grey = |color: &[u8]| ((77 * u32::from(color[0]) + 150 * u32::from(color[1]) + 29 * u32::from(color[2])) >> 8) as u8;
    let pixels: Vec<u8> = colors.chunks_exact(4).map(grey).collect();
    Ok(Brightness { pixels: Uint8Array::from(pixels.as_slice()).buffer(), width: width as u32 })
}
