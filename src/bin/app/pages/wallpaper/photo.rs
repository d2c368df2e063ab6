//! The person's own photo: read on this phone, scaled to the picture, and handed to nobody but the painter.

use crate::page::document;
use js_sys::{ArrayBuffer, Reflect, Uint8ClampedArray};
use siganpyo::wallpaper::Screen;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlImageElement, Url};

/// The photo in a file; an error where the browser cannot show it.
///
/// An image element, since that turns a photo as it was taken in every browser.
pub async fn open(file: &File) -> Result<HtmlImageElement, JsValue> {
    let url = Url::create_object_url_with_blob(file)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&url);
    let outcome = JsFuture::from(image.decode()).await;
    let _ = Url::revoke_object_url(&url);
    outcome.map(|_| image)
}

/// The middle of the photo as RGBA pixels that fill the screen.
pub fn pixels(image: &HtmlImageElement, screen: Screen) -> Result<ArrayBuffer, JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(screen.width);
    canvas.set_height(screen.height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    let (width, height) = (f64::from(screen.width), f64::from(screen.height));
    let (own_width, own_height) = (f64::from(image.natural_width().max(1)), f64::from(image.natural_height().max(1)));
    let scale = (width / own_width).max(height / own_height);
    let (wide, high) = (own_width * scale, own_height * scale);
    let (left, top) = ((width - wide) / 2.0, (height - high) / 2.0);
    context.draw_image_with_html_image_element_and_dw_and_dh(image, left, top, wide, high)?;
    let data = context.get_image_data(0.0, 0.0, width, height)?;
    // Not by `data()`, which would copy millions of bytes into the app's own memory.
    Ok(Reflect::get(&data, &"data".into())?.unchecked_into::<Uint8ClampedArray>().buffer())
}
