//! Pictures as the browser has them: of files, and the brightness of their pixels.

use super::document;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlImageElement, HtmlVideoElement, Url};

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
    JsFuture::from(image.decode()).await.map(|_| image)
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

/// The brightness of a picture whose longer side is scaled down to `most` pixels.
pub fn brightness_of_image(image: &HtmlImageElement, most: f64) -> Result<Brightness, JsValue> {
    brightness(image.natural_width(), image.natural_height(), most, |context, width, height| {
        context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)
    })
}

/// The brightness of what a video shows at this moment.
pub fn brightness_of_video(video: &HtmlVideoElement, most: f64) -> Result<Brightness, JsValue> {
    brightness(video.video_width(), video.video_height(), most, |context, width, height| {
        context.draw_image_with_html_video_element_and_dw_and_dh(video, 0.0, 0.0, width, height)
    })
}

fn brightness(
    width: u32,
    height: u32,
    most: f64,
    draw: impl FnOnce(&CanvasRenderingContext2d, f64, f64) -> Result<(), JsValue>,
) -> Result<Brightness, JsValue> {
    let longer = f64::from(width.max(height));
    if longer == 0.0 {
        return Err(JsValue::NULL);
    }
    let scale = (most / longer).min(1.0);
    let side = |side: u32| (f64::from(side) * scale).max(1.0).floor();
    let (wide, high) = (side(width), side(height));
    let context = context(&canvas(wide as u32, high as u32)?)?;
    draw(&context, wide, high)?;
    let colors = context.get_image_data(0.0, 0.0, wide, high)?.data();
    // The weights of ITU-R BT.601, in 256ths.
    let grey = |color: &[u8]| ((77 * u32::from(color[0]) + 150 * u32::from(color[1]) + 29 * u32::from(color[2])) >> 8) as u8;
    let pixels: Vec<u8> = colors.chunks_exact(4).map(grey).collect();
    Ok(Brightness { pixels: Uint8Array::from(pixels.as_slice()).buffer(), width: wide as u32 })
}
